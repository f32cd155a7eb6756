// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/csvfilepage.h"

#include "ui/application.h"
#include "ui/import/importsession.h"
#include "ui/import/importwizard.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype shownColumns = 200;
constexpr qsizetype shownLetters = 200;
const QString folderKey = u"import/folder"_s;

} // namespace

CsvFilePage::CsvFilePage(ImportSession &session, QWidget *parent)
    : QWizardPage(parent)
    , m_session(session)
    , m_path(new QLineEdit(this))
    , m_message(new MessageBar(this))
    , m_encoding(new QComboBox(this))
    , m_delimiter(new QComboBox(this))
    , m_quote(new QComboBox(this))
    , m_header(new QCheckBox(tr("The first row holds the &names of the columns"), this))
    , m_rows(new QTableWidget(this))
{
    setObjectName(u"csvFilePage"_s);
    setTitle(tr("File"));
    setSubTitle(tr(
        "Choose a CSV file, or drop one here. How it is written is found out; change it where the rows below "
        "look wrong."));
    setAcceptDrops(true);
    m_path->setObjectName(u"importPath"_s);
    m_path->setAccessibleName(tr("File"));
    m_path->setPlaceholderText(tr("A file that ends with .csv, .tsv or .txt"));
    m_message->setObjectName(u"importFileMessage"_s);
    m_message->hide();
    m_encoding->setObjectName(u"importEncoding"_s);
    for (const CsvEncoding each : allCsvEncodings)
        m_encoding->addItem(csvEncodingTitle(each), int(each));
    m_delimiter->setObjectName(u"importDelimiter"_s);
    m_delimiter->addItem(tr("Comma (,)"), QChar(u','));
    m_delimiter->addItem(tr("Semicolon (;)"), QChar(u';'));
    m_delimiter->addItem(tr("Tab"), QChar(u'\t'));
    m_delimiter->addItem(tr("Bar (|)"), QChar(u'|'));
    m_quote->setObjectName(u"importQuote"_s);
    m_quote->addItem(tr("Quotation mark (\")"), QChar(u'"'));
    m_quote->addItem(tr("Apostrophe (')"), QChar(u'\''));
    m_header->setObjectName(u"importHeader"_s);
    m_rows->setObjectName(u"importRows"_s);
    m_rows->setAccessibleName(tr("First rows"));
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setWordWrap(false);
    auto *browse = new QPushButton(tr("&Choose…"), this);
    browse->setObjectName(u"importBrowse"_s);
    browse->setAutoDefault(false);

    auto *file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(browse);
    auto *format = new QHBoxLayout;
    const auto addBox = [&](const QString &text, QComboBox *box) {
        auto *label = new QLabel(text, this);
        label->setBuddy(box);
        format->addWidget(label);
        format->addWidget(box);
        format->addSpacing(12);
    };
    addBox(tr("&Encoding:"), m_encoding);
    addBox(tr("&Delimiter:"), m_delimiter);
    addBox(tr("&Quotes:"), m_quote);
    format->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addLayout(file);
    column->addWidget(m_message);
    column->addLayout(format);
    column->addWidget(m_header);
    column->addWidget(m_rows, 1);

    connect(browse, &QPushButton::clicked, this, &CsvFilePage::choose);
    connect(m_path, &QLineEdit::editingFinished, this, [this] {
        if (m_path->text() != m_session.source().path && !m_path->text().isEmpty())
            setPath(m_path->text());
    });
    for (QComboBox *box : {m_encoding, m_delimiter, m_quote})
        connect(box, &QComboBox::currentIndexChanged, this, &CsvFilePage::takeFormat);
    connect(m_header, &QCheckBox::toggled, this, &CsvFilePage::takeFormat);
    connect(&m_session, &ImportSession::fileChanged, this, &CsvFilePage::showFile);
    showFile();
}

void CsvFilePage::setPath(const QString &path)
{
    m_path->setText(QDir::toNativeSeparators(path));
    const Result<void> read = m_session.setFile(path);
    m_message->setVisible(!read);
    if (!read)
        m_message->showText(MessageBar::Tone::Error, read.error().message);
    else
        m_session.application().settings().setValue(folderKey, QFileInfo(path).absolutePath());
    Q_EMIT completeChanged();
}

void CsvFilePage::choose()
{
    auto *dialog = new QFileDialog(this, tr("Import CSV File"),
                                   m_session.application().settings().value(folderKey).toString());
    dialog->setObjectName(u"importFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("CSV files (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &CsvFilePage::setPath);
    dialog->open();
}

void CsvFilePage::takeFormat()
{
    if (m_isShowing)
        return;
    m_session.setFormat({.encoding = CsvEncoding(m_encoding->currentData().toInt()),
                         .delimiter = m_delimiter->currentData().toChar(),
                         .quote = m_quote->currentData().toChar(),
                         .hasHeader = m_header->isChecked()});
}

void CsvFilePage::showFile()
{
    m_isShowing = true;
    const CsvFormat &format = m_session.source().format;
    m_encoding->setCurrentIndex(m_encoding->findData(int(format.encoding)));
    m_delimiter->setCurrentIndex(m_delimiter->findData(format.delimiter));
    m_quote->setCurrentIndex(m_quote->findData(format.quote));
    m_header->setChecked(format.hasHeader);
    m_isShowing = false;
    const bool hasFile = !m_session.source().path.isEmpty();
    for (QWidget *each : std::initializer_list<QWidget *>{m_encoding, m_delimiter, m_quote, m_header, m_rows})
        each->setEnabled(hasFile);

    const QList<CsvRow> &rows = m_session.firstRows();
    const QStringList names = m_session.columns().mid(0, shownColumns);
    const int skipped = format.hasHeader && !rows.isEmpty() ? 1 : 0;
    m_rows->clear();
    m_rows->setColumnCount(int(names.size()));
    m_rows->setHorizontalHeaderLabels(names);
    m_rows->setRowCount(int(rows.size()) - skipped);
    for (int i = skipped; i < int(rows.size()); ++i) {
        const CsvRow &row = rows.at(i);
        m_rows->setVerticalHeaderItem(i - skipped, new QTableWidgetItem(QString::number(row.number)));
        if (!row.problem.isEmpty() && !names.isEmpty()) {
            m_rows->setItem(i - skipped, 0, new QTableWidgetItem(row.problem));
            continue;
        }
        for (int cell = 0; cell < int(std::min(row.cells.size(), names.size())); ++cell)
            m_rows->setItem(i - skipped, cell, new QTableWidgetItem(row.cells.at(cell).left(shownLetters)));
    }
    Q_EMIT completeChanged();
}

bool CsvFilePage::isComplete() const
{
    const QList<CsvRow> &rows = m_session.firstRows();
    const qsizetype fewest = m_session.source().format.hasHeader ? 2 : 1;
    return rows.size() >= fewest && rows.constFirst().problem.isEmpty() && m_message->isHidden();
}

void CsvFilePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedCsvFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CsvFilePage::dropEvent(QDropEvent *event)
{
    const QString path = droppedCsvFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    setPath(path);
}

} // namespace tandem
