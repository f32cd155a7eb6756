// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/linkedrecordsdialog.h"

#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/jobbar.h"
#include "ui/integrations/linkactions.h"
#include "ui/integrations/linkedrecordsmodel.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebox.h"
#include "ui/widgets/rowtable.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <array>
#include <chrono>
#include <limits>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** An edit that the PSA has not got yet. */
bool hasUnsentEdit(SyncState state)
{
    switch (state) {
    case SyncState::Pending:
    case SyncState::Pushing:
    case SyncState::Checking:
    case SyncState::Retrying:
    case SyncState::Held:
    case SyncState::Conflict:
    case SyncState::Error:
        return true;
    case SyncState::NotSyncing:
    case SyncState::Synced:
    case SyncState::NotYetPushed:
    case SyncState::Paused:
    case SyncState::Disabled:
    case SyncState::Disconnected:
    case SyncState::Orphaned:
    case SyncState::Count:
        break;
    }
    return false;
}

} // namespace

LinkedRecordsDialog::LinkedRecordsDialog(Application &application, const Integration &integration,
                                         LinkSection section, const QList<LinkSelection> &selections,
                                         const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_integration(integration)
    , m_section(section)
    , m_model(new LinkedRecordsModel(application.reader(), integration.id, this))
    , m_bar(new JobBar(this))
    , m_actions(new LinkActions(application, integration, section, m_bar, this))
    , m_open(new QAction(tr("&Open"), this))
    , m_search(new QLineEdit(this))
    , m_typing(new QTimer(this))
    , m_refresh(new QTimer(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new RowTable(this, RowTable::Roomy))
    , m_empty(new EmptyState(this))
    , m_count(new QLabel(this))
{
    setObjectName(u"linkedRecordsDialog"_s);
    setWindowTitle(tr("Records – %1").arg(integration.name));

    auto *heading = new ElidedLabel(this);
    heading->setObjectName(u"linkedRecordsHeading"_s);
    heading->setTextFormat(Qt::PlainText);
    heading->setText(title);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    m_search->setObjectName(u"linkedRecordsSearchEdit"_s);
    m_search->setPlaceholderText(tr("Search these records…"));
    m_search->setAccessibleName(tr("Search these records"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(240);

    makeTable(selections);
    m_empty->setObjectName(u"linkedRecordsEmpty"_s);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    m_count->setObjectName(u"linkedRecordsCount"_s);
    m_count->setTextFormat(Qt::PlainText);

    m_open->setObjectName(u"openRecordAction"_s);
    m_open->setToolTip(tr("Closes these windows and shows the record."));
    m_table->addAction(m_open);
    m_table->addActions(m_actions->actions());
    auto *buttonRow = new QWidget(this);
    auto *buttonFlow = new FlowLayout(8, buttonRow);
    buttonFlow->setContentsMargins(0, 0, 0, 0);
    buttonFlow->addWidget(buttonOf(m_open, buttonRow));
    for (QAction *action : m_actions->actions())
        buttonFlow->addWidget(buttonOf(action, buttonRow));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(u"buttonBox"_s);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);

    auto *head = new QHBoxLayout;
    head->addWidget(heading, 1);
    head->addWidget(m_search);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    column->addWidget(buttonRow);
    column->addLayout(foot);

    m_typing->setSingleShot(true);
    m_typing->setInterval(250ms);
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(1s);
    const auto search = [this] {
        m_typing->stop();
        m_model->setSearch(m_search->text().simplified());
    };
    auto *refreshKey = new QShortcut(QKeySequence::Refresh, this);
    connect(refreshKey, &QShortcut::activated, m_model, &LinkedRecordsModel::reload);
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this, search] {
        search();
        m_table->setFocus();
    });
    connect(m_typing, &QTimer::timeout, this, search);
    connect(m_refresh, &QTimer::timeout, m_model, &LinkedRecordsModel::reload);
    connect(m_open, &QAction::triggered, this, &LinkedRecordsDialog::activate);
    connect(m_table, &QTableView::activated, this, &LinkedRecordsDialog::activate);
    connect(m_actions, &LinkActions::ended, this, [this] {
        m_model->reload();
        Q_EMIT changed();
    });
    connect(&m_application.engine(), &SyncEngine::recordsChanged, m_model, &LinkedRecordsModel::takeChanges);
    connect(&m_application.engine(), &SyncEngine::recordSetChanged, this, [this] {
        if (!m_refresh->isActive())
            m_refresh->start();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &LinkedRecordsDialog::reject);
    connect(m_model, &LinkedRecordsModel::loaded, this, &LinkedRecordsDialog::showCount);
    connect(m_model, &LinkedRecordsModel::failed, this, [this](const Error &error) {
        m_bar->showResult(MessageBar::Tone::Error,
                          tr("The records cannot be read. %1").arg(errorText(error)));
    });

    resize(800, 520);
    restoreGeometry(m_application.settings().value("linkedRecordsDialog/geometry"_L1).toByteArray());
    takeSelection();
    m_table->setFocus();
}

LinkedRecordsDialog::~LinkedRecordsDialog()
{
    m_application.settings().setValue("linkedRecordsDialog/geometry"_L1, saveGeometry());
}

void LinkedRecordsDialog::makeTable(const QList<LinkSelection> &selections)
{
    m_table->setObjectName(u"linkedRecordsTable"_s);
    m_table->setAccessibleName(tr("Records"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(LinkedRecordsModel::BadgeColumn,
                                      new BadgeDelegate(LinkedRecordsModel::BadgesRole, this));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    QHeaderView *header = m_table->horizontalHeader();
    constexpr std::array widths{200, 112, 152, 120, 88, 72};
    static_assert(widths.size() == LinkedRecordsModel::ColumnCount);
    for (int column = 0; column < LinkedRecordsModel::ColumnCount; ++column)
        header->resizeSection(column, widths.at(size_t(column)));
    header->setSectionResizeMode(LinkedRecordsModel::NameColumn, QHeaderView::Stretch);

    bool isOneKind = !selections.isEmpty();
    for (const LinkSelection &selection : selections)
        isOneKind = isOneKind && selection.kind && selection.kind == selections.constFirst().kind;
    const AssetKind kind = isOneKind ? *selections.constFirst().kind : AssetKind::Configuration;
    m_table->setColumnHidden(LinkedRecordsModel::KindColumn, isOneKind);
    m_table->setColumnHidden(LinkedRecordsModel::OrganizationColumn,
                             isOneKind && kind == AssetKind::Organization);
    m_table->setColumnHidden(LinkedRecordsModel::TypeColumn, isOneKind && kind == AssetKind::Location);
    m_table->setColumnHidden(LinkedRecordsModel::StatusColumn,
                             isOneKind && (kind == AssetKind::Location || kind == AssetKind::Contact));
    header->setSortIndicator(LinkedRecordsModel::NameColumn, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_model->setSelections(selections);

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LinkedRecordsDialog::takeSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LinkedRecordsDialog::takeSelection);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &LinkedRecordsDialog::takeSelection);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &LinkedRecordsDialog::takeSelection);
}

void LinkedRecordsDialog::takeSelection()
{
    LinkTarget target;
    QMap<AssetKind, QList<RecordId>> ofKind;
    QList<RecordId> unread;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows) {
        const RecordRow *row = m_model->loadedRow(index.row());
        if (!row) {
            unread += m_model->idAt(index.row());
            continue;
        }
        ofKind[row->kind] += row->id;
        for (const SyncBadge &badge : row->badges) {
            if (badge.integrationId != m_integration.id)
                continue;
            target.paused += badge.state == SyncState::Disabled ? 1 : 0;
            target.waiting += hasUnsentEdit(badge.state) ? 1 : 0;
        }
    }
    const LinkSelection base{.integrationId = m_integration.id, .section = m_section};
    for (auto it = ofKind.begin(); it != ofKind.end(); ++it) {
        LinkSelection selection = base;
        selection.kind = it.key();
        selection.ids = it.value();
        target.selections += selection;
    }
    if (!unread.isEmpty()) {
        LinkSelection selection = base;
        selection.ids = unread;
        target.selections += selection;
    }
    target.count = rows.size();
    target.hasOrganizations = ofKind.contains(AssetKind::Organization);
    m_open->setEnabled(rows.size() == 1);
    m_actions->setTarget(target);
}

void LinkedRecordsDialog::showCount()
{
    const qint64 all = m_model->memberCount();
    const int shown = m_model->rowCount();
    const QLocale locale;
    m_count->setText(shown == all
                         ? tr("%Ln record(s)", nullptr, shown)
                         : tr("%1 of %2 records match").arg(locale.toString(shown), locale.toString(all)));
    if (all == 0) {
        m_empty->show(actionIcon(u"ok"_s), tr("No records are left here"),
                      tr("What was in these lines has been dealt with. Close this window to go on."), {});
    } else if (shown == 0) {
        m_empty->show(actionIcon(u"search"_s), tr("No record matches"), tr("Change the search or clear it."),
                      {});
    }
    m_pages->setCurrentWidget(shown == 0 ? static_cast<QWidget *>(m_empty) : m_table);
    if (shown > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void LinkedRecordsDialog::activate()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || m_actions->isBusy())
        return;
    Q_EMIT recordActivated(m_model->idAt(current.row()));
}

void LinkedRecordsDialog::reject()
{
    if (!m_actions->isBusy()) {
        QDialog::reject();
        return;
    }
    MessageBox::show(this,
                     {.icon = QMessageBox::Question,
                      .title = windowTitle(),
                      .text = tr("Stop what is running and close?"),
                      .detail = tr("What was done until then stays done."),
                      .acceptText = tr("Stop")},
                     [this](bool accepted) {
                         if (!accepted)
                             return;
                         m_actions->stop();
                         QDialog::reject();
                     });
}

} // namespace tandem
