// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/logdialog.h"

#include "core/field.h"
#include "store/recordreader.h"
#include "ui/application.h"
#include "ui/integrations/eventtablemodel.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/jobbar.h"
#include "ui/integrations/logfilterbar.h"
#include "ui/integrations/logretentiondialog.h"
#include "ui/integrations/savefiledialog.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/rowtable.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <numeric>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** One changed value a line: "Notes: old → new". */
QString changesText(const Event &event)
{
    QStringList lines;
    for (auto it = event.fields.begin(); it != event.fields.end(); ++it) {
        const FieldDescription *field = findField(event.kind, it.key());
        if (field && field->type != FieldType::Reference && field->type != FieldType::Option) {
            const QJsonObject change = it.value().toObject();
            const auto shown = [](const QJsonValue &value) {
                return isBlank(value) ? LogDialog::tr("(blank)") : value.toVariant().toString();
            };
            lines += LogDialog::tr("%1: %2 → %3", "field, value before, value after")
                         .arg(field->labelText(), shown(change.value("before"_L1)),
                              shown(change.value("after"_L1)));
        } else {
            lines += field ? field->labelText() : it.key();
        }
    }
    return lines.join(u'\n');
}

/** "main-connectwise" for a file's name. */
QString fileNameOf(const QString &name)
{
    QString plain;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber())
            plain += c;
        else if (!plain.isEmpty() && !plain.endsWith(u'-'))
            plain += u'-';
    }
    while (plain.endsWith(u'-'))
        plain.chop(1);
    return plain;
}

} // namespace

LogDialog::LogDialog(Application &application, const Integration &integration, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_integration(integration)
    , m_model(new EventTableModel(application.reader(), this))
    , m_filters(new LogFilterBar(this))
    , m_bar(new JobBar(this))
    , m_table(new RowTable(this))
    , m_details(new QPlainTextEdit(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_count(new QLabel(this))
    , m_retention(new QLabel(this))
{
    setObjectName(u"logDialog"_s);
    setWindowTitle(tr("Logs – %1").arg(integration.name));
    makeTable();

    m_details->setObjectName(u"logDetails"_s);
    m_details->setAccessibleName(tr("The selected line in full"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setPlaceholderText(tr("Select a line to read it in full."));
    m_splitter->setObjectName(u"logSplitter"_s);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({400, 112});
    m_splitter->setChildrenCollapsible(false);

    m_count->setObjectName(u"logCountLabel"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setWordWrap(true);
    m_retention->setObjectName(u"logRetentionLabel"_s);
    m_retention->setTextFormat(Qt::PlainText);
    m_retention->setForegroundRole(QPalette::PlaceholderText);
    m_changeRetention = new QPushButton(tr("Chan&ge…"), this);
    m_changeRetention->setObjectName(u"changeRetentionButton"_s);
    m_changeRetention->setAccessibleName(tr("Change how long lines are kept"));
    m_changeRetention->setEnabled(false);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(u"buttonBox"_s);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    auto *refresh = new QPushButton(actionIcon(u"sync"_s), tr("&Refresh"), this);
    refresh->setObjectName(u"logRefreshButton"_s);
    refresh->setShortcut(QKeySequence::Refresh);
    m_export = new QPushButton(actionIcon(u"export"_s), tr("E&xport…"), this);
    m_export->setObjectName(u"logExportButton"_s);
    m_export->setToolTip(tr("Writes all lines that match to a file"));
    auto *copyButton = new QPushButton(tr("&Copy"), this);
    copyButton->setObjectName(u"logCopyButton"_s);
    copyButton->setToolTip(tr("Copy the selected lines, or all that are read when none is selected"));
    buttons->addButton(refresh, QDialogButtonBox::ActionRole);
    buttons->addButton(copyButton, QDialogButtonBox::ActionRole);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    m_changeRetention->setAutoDefault(false);
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false);

    auto *figures = new QHBoxLayout;
    figures->setSpacing(8);
    figures->addWidget(m_count, 1);
    figures->addWidget(m_retention);
    figures->addWidget(m_changeRetention);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_filters);
    column->addWidget(m_bar);
    column->addWidget(m_splitter, 1);
    column->addLayout(figures);
    column->addWidget(buttons);

    connect(m_filters, &LogFilterBar::changed, this, &LogDialog::search);
    connect(refresh, &QPushButton::clicked, m_model, &EventTableModel::reload);
    connect(copyButton, &QPushButton::clicked, this, &LogDialog::copySelected);
    connect(m_export, &QPushButton::clicked, this, &LogDialog::askExport);
    connect(m_changeRetention, &QPushButton::clicked, this, &LogDialog::changeRetention);
    connect(m_bar, &JobBar::stopWanted, this, [this] { m_exporting.cancel(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_model, &EventTableModel::loaded, this, &LogDialog::showCount);
    connect(m_model, &EventTableModel::loadFailed, this, [this](const Error &error) {
        m_count->setText(tr("The log cannot be read. %1").arg(errorText(error)));
    });

    resize(960, 600);
    restoreGeometry(m_application.settings().value("logDialog/geometry"_L1).toByteArray());
    m_splitter->restoreState(m_application.settings().value("logDialog/splitter"_L1).toByteArray());
    m_filters->setFocus();
    search();
    readRetention();
}

LogDialog::~LogDialog()
{
    m_exporting.cancel();
    m_application.settings().setValue("logDialog/geometry"_L1, saveGeometry());
    m_application.settings().setValue("logDialog/splitter"_L1, m_splitter->saveState());
}

void LogDialog::makeTable()
{
    m_table->setObjectName(u"logTable"_s);
    m_table->setAccessibleName(tr("Log lines, newest first"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    QHeaderView *header = m_table->horizontalHeader();
    constexpr std::array widths{132, 116, 196, 96, 360, 120};
    static_assert(widths.size() == EventTableModel::ColumnCount);
    for (int column = 0; column < EventTableModel::ColumnCount; ++column)
        header->resizeSection(column, widths.at(size_t(column)));
    header->setSectionResizeMode(EventTableModel::MessageColumn, QHeaderView::Stretch);

    auto *copy = new QAction(tr("&Copy"), this);
    copy->setObjectName(u"copyLinesAction"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copy);
    connect(copy, &QAction::triggered, this, &LogDialog::copySelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LogDialog::showDetails);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const RecordId record = m_model->event(index.row()).recordId;
        if (record != 0)
            Q_EMIT recordActivated(record);
    });
}

void LogDialog::search()
{
    EventQuery query = m_filters->query();
    query.integrationId = m_integration.id;
    m_model->setQuery(query);
}

void LogDialog::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) {
        m_details->clear();
        return;
    }
    const Event &event = m_model->event(current.row());
    QStringList parts{event.message};
    if (!event.fields.isEmpty())
        parts += changesText(event);
    if (!event.requestId.isEmpty())
        parts += tr("Request id: %1").arg(event.requestId);
    m_details->setPlainText(parts.join(u'\n'));
}

void LogDialog::showCount()
{
    showDetails();
    const int count = m_model->rowCount();
    if (count > 0) {
        m_count->setText(m_model->canFetchMore({})
                             ? tr("The newest %n line(s); scroll down for older ones.", nullptr, count)
                             : tr("%n line(s)", nullptr, count));
    } else if (!m_filters->isFiltering()) {
        m_count->setText(tr("Nothing has happened yet. Choose Start Manual Sync to fetch the records."));
    } else {
        m_count->setText(tr("No line matches. Change the search, or let more types, kinds and days in."));
    }
    m_export->setEnabled(count > 0 && !m_bar->isRunning());
}

void LogDialog::copySelected() const
{
    QList<int> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows += index.row();
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty()) {
        rows.resize(m_model->rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    QStringList lines;
    for (const int row : std::as_const(rows))
        lines += m_model->rowText(row);
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void LogDialog::askExport()
{
    const QString folder = m_application.settings()
                               .value("logDialog/exportFolder"_L1,
                                      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                               .toString();
    const QString name =
        u"%1-log-%2.csv"_s.arg(fileNameOf(m_integration.name), QDate::currentDate().toString(Qt::ISODate));
    SaveFileDialog::ask(this,
                        {.title = tr("Export the Log"),
                         .path = QDir(folder).filePath(name),
                         .filters = {tr("CSV table (*.csv)"), tr("JSON lines (*.json)")}},
                        [this](const QString &path) { exportTo(path); });
}

void LogDialog::exportTo(const QString &path)
{
    m_application.settings().setValue("logDialog/exportFolder"_L1, QFileInfo(path).absolutePath());
    EventQuery query = m_filters->query();
    query.integrationId = m_integration.id;
    const bool isJson = QFileInfo(path).suffix().startsWith("json"_L1, Qt::CaseInsensitive);
    m_bar->showRunning(tr("Writing the log to %1…").arg(QDir::toNativeSeparators(path)));
    m_export->setEnabled(false);
    m_exporting =
        m_application.reader().exportEvents(query, path, isJson ? EventFormat::Json : EventFormat::Csv);
    auto *watcher = new QFutureWatcher<Result<qint64>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        m_export->setEnabled(true);
        // A future that was cancelled has no result.
        const Result<qint64> written = watcher->future().resultCount() > 0
            ? watcher->result()
            : Result<qint64>(fail(ErrorCode::Cancelled, {}));
        if (written) {
            m_bar->showResult(MessageBar::Tone::Information,
                              tr("%Ln line(s) are written to %1.", nullptr,
                                 shownCount(*written))
                                  .arg(QDir::toNativeSeparators(path)),
                              path);
        } else if (written.error().code == ErrorCode::Cancelled) {
            m_bar->showResult(MessageBar::Tone::Warning, tr("Stopped. No file was written."));
        } else {
            m_bar->showResult(MessageBar::Tone::Error, errorText(written.error()));
        }
    });
    watcher->setFuture(m_exporting);
}

void LogDialog::readRetention()
{
    whenDone(m_application.reader().logDays(), this,
             [this](const Result<int> &days) { showRetention(days); });
}

void LogDialog::showRetention(const Result<int> &days)
{
    m_changeRetention->setEnabled(days.has_value());
    if (!days) {
        m_retention->setText(tr("How long lines are kept cannot be read."));
        m_retention->setToolTip(errorText(days.error()).toHtmlEscaped());
        return;
    }
    m_days = *days;
    m_retention->setText(m_days == 0 ? tr("Lines are kept for ever.")
                                     : tr("Lines are kept for %Ln day(s).", nullptr, m_days));
}

void LogDialog::changeRetention()
{
    auto *dialog = new LogRetentionDialog(m_days, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const int days = dialog->days();
        if (days == m_days)
            return;
        whenDone(m_application.engine().setLogDays(days), this, [this, days](const Result<void> &set) {
            if (set)
                showRetention(days);
            else
                m_bar->showResult(MessageBar::Tone::Error,
                                  tr("This could not be saved. %1").arg(errorText(set.error())));
        });
    });
    dialog->open();
}

} // namespace tandem
