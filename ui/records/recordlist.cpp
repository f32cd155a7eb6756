// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/recordlist.h"

#include "store/recordreader.h"
#include "ui/application.h"
#include "ui/whendone.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowtable.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int waitingLane = 1;
/** States one looks for; the others are passing or say that all is well. */
constexpr std::array filterStates{SyncState::Pending,      SyncState::Held,      SyncState::Retrying,
                                  SyncState::Error,        SyncState::Conflict,  SyncState::Orphaned,
                                  SyncState::NotYetPushed, SyncState::Synced,    SyncState::Disabled,
                                  SyncState::Disconnected, SyncState::NotSyncing};

/** Only what does not reach a PSA by itself, so the reasons are what one looks for (rule C5). */
bool asksWhyNot(const RecordQuery &query)
{
    return query.state && isHeldBack(*query.state);
}

} // namespace

RecordList::RecordList(Application &application, QWidget *parent)
    : QWidget(parent)
    , m_application(application)
    , m_model(new RecordTableModel(application.reader(), this))
    , m_title(new ElidedLabel(this))
    , m_conflicts(new QToolButton(this))
    , m_state(new QComboBox(this))
    , m_message(new MessageBar(this))
    , m_retry(new QToolButton(this))
    , m_pages(new QStackedWidget(this))
    , m_view(new RowTable(this, RowTable::Roomy))
    , m_badges(new BadgeDelegate(RecordTableModel::BadgesRole, this))
    , m_empty(new EmptyState(this))
    , m_footer(new QLabel(this))
{
    setObjectName(u"recordList"_s);
    m_title->setObjectName(u"listTitle"_s);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);

    m_conflicts->setObjectName(u"compareAllButton"_s);
    m_conflicts->setText(tr("Compare…"));
    m_conflicts->setToolTip(tr("Choose between values that were changed on both sides"));
    connect(m_conflicts, &QToolButton::clicked, this, &RecordList::conflictsWanted);

    m_state->setObjectName(u"stateFilter"_s);
    m_state->setAccessibleName(tr("Filter by state"));
    m_state->setToolTip(tr("Show only records in one state"));
    m_state->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_state->addItem(actionIcon(u"filter"_s), tr("Any state"));
    for (const SyncState state : filterStates)
        m_state->addItem(stateIcon(state), syncStateTitle(state), int(state));

    m_message->setObjectName(u"listMessage"_s);
    m_retry->setObjectName(u"listRetryButton"_s);
    m_retry->setText(tr("Try Again"));
    m_retry->hide();

    m_view->setObjectName(u"recordTable"_s);
    m_view->setAccessibleName(tr("Records"));
    // The view would go to the neighbour of a row that leaves, and the form with it, in the middle of typing.
    // This has to hear of it before the view's selection does.
    connect(m_model, &RecordTableModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                const int row = m_view->currentIndex().row();
                m_isCurrentLeaving = row >= first && row <= last;
            });
    connect(m_model, &RecordTableModel::rowsRemoved, this, [this] {
        if (m_isCurrentLeaving)
            m_view->selectionModel()->clear();
        m_isCurrentLeaving = false;
    });
    m_view->setModel(m_model);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    QHeaderView *header = m_view->horizontalHeader();
    header->setObjectName(u"recordTableHeader"_s);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setMinimumSectionSize(48);
    header->setContextMenuPolicy(Qt::CustomContextMenu);

    m_empty->setObjectName(u"emptyList"_s);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    m_footer->setObjectName(u"listFooter"_s);
    m_footer->setTextFormat(Qt::PlainText);
    m_footer->setContentsMargins(8, 4, 8, 4);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 6, 6, 6);
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_conflicts);
    head->addWidget(m_state);
    auto *messageRow = new QHBoxLayout;
    messageRow->setContentsMargins(8, 0, 6, 0);
    messageRow->addWidget(m_message, 1);
    messageRow->addWidget(m_retry);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(messageRow);
    column->addWidget(m_pages, 1);
    column->addWidget(m_footer);

    m_waitingTimer.setSingleShot(true);
    m_waitingTimer.setInterval(500ms);
    connect(&m_waitingTimer, &QTimer::timeout, this, &RecordList::askWaiting);
    connect(m_state, &QComboBox::activated, this, &RecordList::applyQuery);
    connect(header, &QHeaderView::sortIndicatorChanged, m_model, &RecordTableModel::sort);
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (!m_isFitting)
            m_fitsColumns = false;
    });
    connect(header, &QWidget::customContextMenuRequested, this, &RecordList::openColumnMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordList::takeCurrent);
    connect(m_view, &QTableView::doubleClicked, this, [this] { Q_EMIT editWanted(currentId()); });
    connect(m_model, &RecordTableModel::changing, this, &RecordList::rememberPlace);
    connect(m_model, &RecordTableModel::loaded, this, &RecordList::takeLoaded);
    connect(m_model, &RecordTableModel::settled, this, &RecordList::settled);
    connect(m_model, &RecordTableModel::dataChanged, this, [this] {
        if (!m_waitingTimer.isActive())
            m_waitingTimer.start();
    });
    connect(m_model, &RecordTableModel::failed, this, [this](const Error &error) {
        m_message->showText(MessageBar::Tone::Error, error.message);
        m_retry->show();
    });
    connect(m_retry, &QToolButton::clicked, m_model, &RecordTableModel::reload);
}

void RecordList::setEmptiness(std::function<Emptiness(const RecordQuery &)> describe)
{
    m_emptiness = std::move(describe);
}

RecordTableModel *RecordList::model() const
{
    return m_model;
}

QTableView *RecordList::view() const
{
    return m_view;
}

void RecordList::showEntry(const SidebarEntry &entry)
{
    if (!m_layoutKey.isEmpty() && m_search.isEmpty() && entry.key() == m_entry.key())
        return;
    m_entry = entry;
    m_search.clear();
    const bool isView = entry.type == SidebarEntry::Type::View;
    m_state->setCurrentIndex(isView ? m_state->findData(int(entry.state)) : 0);
    m_state->setEnabled(!isView);
    applyQuery();
}

const SidebarEntry &RecordList::entry() const
{
    return m_entry;
}

void RecordList::setSearch(const QString &words)
{
    if (words == m_search)
        return;
    m_search = words;
    applyQuery();
}

void RecordList::applyQuery()
{
    RecordQuery query = m_search.isEmpty() ? m_entry.query() : RecordQuery{};
    query.search = m_search;
    if (const QVariant state = m_state->currentData(); state.isValid())
        narrow(query, SyncState(state.toInt()));
    m_conflicts->setVisible(query.state == SyncState::Conflict);
    m_title->setText(m_search.isEmpty() ? m_entry.title() : tr("Records with “%1”").arg(m_search));

    saveLayout();
    m_layoutKey = (query.kind ? kindName(*query.kind) : u"all"_s)
        + (query.organizationId ? u"-of-organization"_s : QString())
        + (asksWhyNot(query) ? u"-held-back"_s : QString());
    const QSettings &settings = m_application.settings();
    query.sortField = settings.value(u"list/%1/sort"_s.arg(m_layoutKey)).toString();
    query.sortOrder = settings.value(u"list/%1/descending"_s.arg(m_layoutKey)).toBool() ? Qt::DescendingOrder
                                                                                        : Qt::AscendingOrder;
    m_wantedId = m_wantedId != 0 ? m_wantedId : currentId();
    m_message->hide();
    m_retry->hide();
    m_model->setQuery(query);
    restoreLayout();
}

void RecordList::saveLayout()
{
    if (m_layoutKey.isEmpty())
        return;
    QSettings &settings = m_application.settings();
    settings.setValue(u"list/%1/header"_s.arg(m_layoutKey), m_view->horizontalHeader()->saveState());
    settings.setValue(u"list/%1/fits"_s.arg(m_layoutKey), m_fitsColumns);
    settings.setValue(u"list/%1/sort"_s.arg(m_layoutKey), m_model->query().sortField);
    settings.setValue(u"list/%1/descending"_s.arg(m_layoutKey),
                      m_model->query().sortOrder == Qt::DescendingOrder);
}

void RecordList::restoreLayout()
{
    QHeaderView *header = m_view->horizontalHeader();
    const QSignalBlocker blocker(header);
    const QByteArray state =
        m_application.settings().value(u"list/%1/header"_s.arg(m_layoutKey)).toByteArray();
    const QList<RecordTableModel::Column> &columns = m_model->columns();
    m_fitsColumns = m_application.settings().value(u"list/%1/fits"_s.arg(m_layoutKey), true).toBool();
    if (state.isEmpty() || !header->restoreState(state) || header->count() != columns.size()) {
        const bool isOfOrganization = m_model->query().organizationId.has_value();
        m_fitsColumns = true;
        for (int i = 0; i < columns.size(); ++i) {
            const RecordTableModel::Column &column = columns.at(i);
            header->moveSection(header->visualIndex(i), i);
            const bool isShown = column.isShownAtFirst || (column.id == "why"_L1 && asksWhyNot(m_model->query()));
            header->setSectionHidden(i, !isShown || (isOfOrganization && column.id == "organization"_L1));
        }
    }
    for (int i = 0; i < columns.size(); ++i)
        m_view->setItemDelegateForColumn(i, columns.at(i).id == "state"_L1 ? m_badges : nullptr);
    header->setSortIndicator(qMax(0, m_model->columnOf(m_model->query().sortField)),
                             m_model->query().sortOrder);
    fitColumns();
}

/** Shares the width of the view among the columns in the proportion of their first widths. */
void RecordList::fitColumns()
{
    if (!m_fitsColumns)
        return;
    QHeaderView *header = m_view->horizontalHeader();
    const QList<RecordTableModel::Column> &columns = m_model->columns();
    const int badges =
        fontMetrics().averageCharWidth() * 8 * int(qMax(qsizetype(1), m_application.integrations().size()))
        + 24;
    int wished = 0;
    for (int i = 0; i < columns.size(); ++i) {
        if (!header->isSectionHidden(i) && columns.at(i).id != "state"_L1)
            wished += columns.at(i).width;
    }
    const int room = m_view->viewport()->width() - badges;
    if (wished == 0 || room < 100)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    int left = room;
    for (int i = columns.size() - 1; i >= 0; --i) {
        if (header->isSectionHidden(i))
            continue;
        if (columns.at(i).id == "state"_L1) {
            header->resizeSection(i, badges);
            continue;
        }
        // The first column takes what rounding leaves.
        const int width =
            i == 0 ? left : qMax(header->minimumSectionSize(), columns.at(i).width * room / wished);
        header->resizeSection(i, qMax(header->minimumSectionSize(), width));
        left -= width;
    }
}

void RecordList::openColumnMenu(const QPoint &position)
{
    QHeaderView *header = m_view->horizontalHeader();
    auto *menu = new QMenu(this);
    menu->setObjectName(u"columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<RecordTableModel::Column> &columns = m_model->columns();
    for (int i = 1; i < columns.size(); ++i) {
        QAction *action = menu->addAction(QString(columns.at(i).title).replace(u'&', "&&"_L1));
        action->setObjectName(columns.at(i).id + u"ColumnAction"_s);
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(i));
        connect(action, &QAction::toggled, header, [this, header, i](bool isShown) {
            header->setSectionHidden(i, !isShown);
            fitColumns();
        });
    }
    menu->popup(header->mapToGlobal(position));
}

RecordId RecordList::currentId() const
{
    return m_model->idAt(m_view->currentIndex().row());
}

void RecordList::select(RecordId id)
{
    m_wantedId = id;
    const int row = m_model->isLoading() ? -1 : m_model->rowOf(id);
    if (row < 0)
        return;
    m_wantedId = 0;
    setCurrentRow(row);
}

RecordId RecordList::step(int rows)
{
    const int row = m_view->currentIndex().row() + rows;
    if (row < 0 || row >= m_model->rowCount())
        return 0;
    setCurrentRow(row);
    return m_model->idAt(row);
}

/** Whatever keys are down meanwhile, as they are after Ctrl+S. */
void RecordList::setCurrentRow(int row)
{
    const QModelIndex index = m_model->index(row, qMax(0, m_view->currentIndex().column()));
    m_view->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view->scrollTo(index);
}

void RecordList::rememberPlace()
{
    const int top = m_view->verticalScrollBar()->value();
    const QModelIndex current = m_view->currentIndex();
    const bool isCurrentSeen =
        current.isValid() && m_view->viewport()->rect().intersects(m_view->visualRect(current));
    // At the very top, with no row in hand, a person sees what comes first.
    const int row = isCurrentSeen ? current.row() : top > 0 ? top : -1;
    m_anchor = row < 0 ? QModelIndex() : m_model->index(row, 0);
    m_anchorOffset = row - top;
}

void RecordList::restorePlace()
{
    if (!m_anchor.isValid())
        return;
    const int top = m_anchor.row() - m_anchorOffset;
    m_anchor = QModelIndex();
    if (top == m_view->verticalScrollBar()->value())
        return;
    // The scroll bar learns of new rows when the view lays out its items.
    m_view->doItemsLayout();
    m_view->verticalScrollBar()->setValue(top);
}

void RecordList::takeLoaded()
{
    m_message->hide();
    m_retry->hide();
    restorePlace();
    if (m_wantedId != 0) {
        const RecordId wanted = std::exchange(m_wantedId, 0);
        const int row = m_model->rowOf(wanted);
        if (row >= 0) {
            setCurrentRow(row);
        } else if (!m_view->currentIndex().isValid()) {
            Q_EMIT currentChanged(0);
        }
    }
    showPage();
    if (!m_waitingTimer.isActive())
        m_waitingTimer.start();
    showFooter();
}

void RecordList::takeCurrent(const QModelIndex &index)
{
    // While a query is under way the view loses its rows; the record stays until it is known whether it is
    // among the new.
    if (m_isCurrentLeaving || !index.isValid())
        return;
    Q_EMIT currentChanged(m_model->idAt(index.row()));
}

void RecordList::showPage()
{
    if (m_model->rowCount() > 0) {
        m_pages->setCurrentWidget(m_view);
        return;
    }
    if (m_emptiness) {
        const Emptiness emptiness = m_emptiness(m_model->query());
        m_empty->show(emptiness.icon, emptiness.title, emptiness.text, emptiness.actions);
    }
    m_pages->setCurrentWidget(m_empty);
}

void RecordList::askWaiting()
{
    RecordQuery query = m_model->query();
    if (query.state || query.isWaiting) {
        m_waiting = 0;
        showFooter();
        return;
    }
    query.isWaiting = true;
    whenDone(m_application.reader().ids(query, waitingLane), this,
             [this](const Result<QList<RecordId>> &found) {
                 m_waiting = found ? found->size() : 0;
                 showFooter();
             });
}

void RecordList::showFooter()
{
    const int rows = m_model->rowCount();
    const QString records = tr("%Ln record(s)", nullptr, rows);
    m_footer->setText(
        m_waiting > 0
            ? tr("%1 · %2", "42 records · 1 waiting").arg(records, tr("%Ln waiting", nullptr, int(m_waiting)))
            : records);
}

void RecordList::copyCell() const
{
    const QModelIndex index = m_view->currentIndex();
    if (index.isValid())
        QGuiApplication::clipboard()->setText(index.data(RecordTableModel::RawRole).toString());
}

void RecordList::copyRows() const
{
    const QHeaderView *header = m_view->horizontalHeader();
    QList<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            columns.append(header->logicalIndex(visual));
    }
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (const int column : columns)
            cells.append(row.siblingAtColumn(column).data(RecordTableModel::RawRole).toString());
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

bool RecordList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        QTimer::singleShot(0, this, &RecordList::fitColumns);
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers().testFlag(Qt::NoModifier) && currentId() != 0) {
            Q_EMIT editWanted(currentId());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tandem
