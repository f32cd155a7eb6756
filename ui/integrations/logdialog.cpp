// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/logdialog.h"

#include "core/field.h"
#include "ui/application.h"
#include "ui/integrations/eventtablemodel.h"
#include "ui/integrations/integrationwords.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
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

} // namespace

LogDialog::LogDialog(Application &application, const Integration &integration, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_integrationId(integration.id)
    , m_model(new EventTableModel(application.reader(), this))
    , m_search(new QLineEdit(this))
    , m_failuresOnly(new QCheckBox(tr("&Failures only"), this))
    , m_typing(new QTimer(this))
    , m_table(new QTableView(this))
    , m_details(new QPlainTextEdit(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_count(new QLabel(this))
{
    setObjectName(u"logDialog"_s);
    setWindowTitle(tr("Logs – %1").arg(integration.name));

    m_search->setObjectName(u"logSearchEdit"_s);
    m_search->setPlaceholderText(tr("Search records, messages and request ids…"));
    m_search->setClearButtonEnabled(true);
    auto *searchLabel = new QLabel(tr("&Search:"), this);
    searchLabel->setBuddy(m_search);
    m_failuresOnly->setObjectName(u"failuresOnlyCheck"_s);
    auto *refresh = new QPushButton(actionIcon(u"sync"_s), tr("&Refresh"), this);
    refresh->setObjectName(u"logRefreshButton"_s);
    refresh->setAutoDefault(false);
    refresh->setShortcut(QKeySequence::Refresh);

    m_table->setObjectName(u"logTable"_s);
    m_table->setAccessibleName(tr("Log lines, newest first"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    constexpr std::array widths{132, 116, 196, 96, 360, 120};
    static_assert(widths.size() == EventTableModel::ColumnCount);
    for (int column = 0; column < EventTableModel::ColumnCount; ++column)
        header->resizeSection(column, widths.at(size_t(column)));
    header->setSectionResizeMode(EventTableModel::MessageColumn, QHeaderView::Stretch);

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
    auto *copy = new QAction(tr("&Copy"), this);
    copy->setObjectName(u"copyLinesAction"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copy);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(u"buttonBox"_s);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    QPushButton *copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyButton->setObjectName(u"logCopyButton"_s);
    copyButton->setToolTip(tr("Copy the selected lines, or all that are read when none is selected"));
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false);

    auto *filters = new QHBoxLayout;
    filters->addWidget(searchLabel);
    filters->addWidget(m_search, 1);
    filters->addWidget(m_failuresOnly);
    filters->addWidget(refresh);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->addLayout(filters);
    column->addWidget(m_splitter, 1);
    column->addLayout(foot);

    QWidget::setTabOrder(m_failuresOnly, refresh);
    QWidget::setTabOrder(refresh, m_table);

    m_typing->setSingleShot(true);
    m_typing->setInterval(300);
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &LogDialog::search);
    connect(m_typing, &QTimer::timeout, this, &LogDialog::search);
    connect(m_failuresOnly, &QCheckBox::toggled, this, &LogDialog::search);
    connect(refresh, &QPushButton::clicked, m_model, &EventTableModel::reload);
    connect(copy, &QAction::triggered, this, &LogDialog::copySelected);
    connect(copyButton, &QPushButton::clicked, this, &LogDialog::copySelected);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LogDialog::showDetails);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const RecordId record = m_model->event(index.row()).recordId;
        if (record != 0)
            Q_EMIT recordActivated(record);
    });
    connect(m_model, &EventTableModel::loaded, this, &LogDialog::showCount);
    connect(m_model, &EventTableModel::loadFailed, this, [this](const Error &error) {
        m_count->setText(tr("The log cannot be read. %1").arg(errorText(error)));
    });

    resize(960, 600);
    restoreGeometry(m_application.settings().value("logDialog/geometry"_L1).toByteArray());
    m_splitter->restoreState(m_application.settings().value("logDialog/splitter"_L1).toByteArray());
    m_search->setFocus();
    search();
}

LogDialog::~LogDialog()
{
    m_application.settings().setValue("logDialog/geometry"_L1, saveGeometry());
    m_application.settings().setValue("logDialog/splitter"_L1, m_splitter->saveState());
}

void LogDialog::search()
{
    m_typing->stop();
    EventQuery query;
    query.integrationId = m_integrationId;
    query.search = m_search->text().trimmed();
    query.failuresOnly = m_failuresOnly->isChecked();
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
    } else if (m_search->text().trimmed().isEmpty() && !m_failuresOnly->isChecked()) {
        m_count->setText(tr("Nothing has happened yet. Choose Start Manual Sync to fetch the records."));
    } else {
        m_count->setText(tr("No line matches. Change the search or show more than failures."));
    }
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

} // namespace tandem
