// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/linksectionpage.h"

#include "ui/application.h"
#include "ui/integrations/linkactions.h"
#include "ui/integrations/linkedrecordsdialog.h"
#include "ui/integrations/linkgroupmodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

QString sectionName(LinkSection section)
{
    switch (section) {
    case LinkSection::Synced:
        return u"synced"_s;
    case LinkSection::Orphaned:
        return u"orphaned"_s;
    case LinkSection::Disconnected:
        return u"disconnected"_s;
    }
    return {};
}

QString sectionSentence(LinkSection section, const QString &psa)
{
    switch (section) {
    case LinkSection::Synced:
        return LinkSectionPage::tr(
                   "Records that are tied to one in %1. Choose a kind or lines of it, then what to do "
                   "with their records.")
            .arg(psa);
    case LinkSection::Orphaned:
        return LinkSectionPage::tr(
                   "Records whose counterpart in %1 is gone, or whose type or status no longer syncs. "
                   "They are kept here until you decide.")
            .arg(psa);
    case LinkSection::Disconnected:
        return LinkSectionPage::tr(
                   "Records whose sync a person ended. %1’s do not come in again until they are "
                   "reconnected.")
            .arg(psa);
    }
    return {};
}

} // namespace

LinkSectionPage::LinkSectionPage(Application &application, const Integration &integration,
                                 LinkSection section, JobBar *bar, QWidget *parent)
    : QWidget(parent)
    , m_application(application)
    , m_integration(integration)
    , m_section(section)
    , m_model(new LinkGroupModel(integration.id, section, this))
    , m_actions(new LinkActions(application, integration, section, bar, this))
    , m_view(new QAction(actionIcon(u"search"_s), tr("&View…"), this))
    , m_sync(new QAction(actionIcon(u"sync"_s), tr("Start &Manual Sync"), this))
    , m_pages(new QStackedWidget(this))
    , m_tree(new QTreeView(this))
    , m_empty(new EmptyState(this))
{
    const QString name = sectionName(section);
    setObjectName(name + u"Page"_s);
    auto *sentence = new QLabel(sectionSentence(section, platformTitle(integration.platform)), this);
    sentence->setObjectName(name + u"Sentence"_s);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);

    makeTree();
    m_empty->setObjectName(name + u"Empty"_s);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);

    m_view->setObjectName(u"viewLinksAction"_s);
    m_view->setToolTip(tr("Lists the records of the selected lines."));
    m_view->setEnabled(false);
    m_view->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    m_view->setShortcutContext(Qt::WidgetShortcut);
    m_sync->setObjectName(u"startSyncAction"_s);
    m_tree->addAction(m_view);
    m_tree->addActions(m_actions->actions());
    auto *buttonRow = new QWidget(this);
    auto *buttons = new FlowLayout(8, buttonRow);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(buttonOf(m_view, buttonRow));
    for (QAction *action : m_actions->actions())
        buttons->addWidget(buttonOf(action, buttonRow));

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(sentence);
    column->addWidget(m_pages, 1);
    column->addWidget(buttonRow);

    connect(m_view, &QAction::triggered, this, &LinkSectionPage::view);
    connect(m_sync, &QAction::triggered, this, &LinkSectionPage::syncWanted);
    connect(m_actions, &LinkActions::ended, this, &LinkSectionPage::changed);
    // A double click on a kind opens and closes it.
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!m_model->hasChildren(index.siblingAtColumn(0)))
            view();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LinkSectionPage::takeSelection);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &LinkSectionPage::takeSelection);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &LinkSectionPage::takeSelection);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &above, int first, int last) {
                for (int row = first; !above.isValid() && row <= last; ++row)
                    m_tree->expand(m_model->index(row, 0));
            });
    setFocusProxy(m_tree);
}

LinkSectionPage::~LinkSectionPage()
{
    m_application.settings().setValue(headerKey(), m_tree->header()->saveState());
}

QString LinkSectionPage::headerKey() const
{
    return u"manageDataDialog/%1Header"_s.arg(sectionName(m_section));
}

void LinkSectionPage::makeTree()
{
    m_tree->setObjectName(sectionName(m_section) + u"Tree"_s);
    m_tree->setAccessibleName(tr("Records by kind, type and status"));
    m_tree->setModel(m_model);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setHighlightSections(false);
    constexpr std::array widths{240, 136, 112, 80, 80, 80};
    static_assert(widths.size() == LinkGroupModel::ColumnCount);
    for (int column = 0; column < LinkGroupModel::ColumnCount; ++column)
        header->resizeSection(column, qMax(widths.at(size_t(column)), header->sectionSizeHint(column)));
    header->setSectionResizeMode(LinkGroupModel::NameColumn, QHeaderView::Stretch);
    header->setSectionsMovable(false);
    header->setSortIndicator(LinkGroupModel::NameColumn, Qt::AscendingOrder);
    header->restoreState(m_application.settings().value(headerKey()).toByteArray());
    m_tree->setSortingEnabled(true);
    const bool isSynced = m_section == LinkSection::Synced;
    m_tree->setColumnHidden(LinkGroupModel::PausedColumn, !isSynced);
    m_tree->setColumnHidden(LinkGroupModel::ActiveColumn, m_section == LinkSection::Disconnected);
}

LinkSection LinkSectionPage::section() const
{
    return m_section;
}

LinkActions *LinkSectionPage::linkActions() const
{
    return m_actions;
}

qint64 LinkSectionPage::recordCount() const
{
    return m_model->recordCount();
}

void LinkSectionPage::setGroups(const QList<LinkGroup> &groups)
{
    m_isRead = true;
    m_model->setGroups(groups);
    showPage();
    if (!m_tree->currentIndex().isValid() && m_model->rowCount() > 0)
        m_tree->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    takeSelection();
}

void LinkSectionPage::showPage()
{
    if (m_model->rowCount() > 0) {
        m_pages->setCurrentWidget(m_tree);
        return;
    }
    const QString psa = platformTitle(m_integration.platform);
    switch (m_section) {
    case LinkSection::Synced:
        m_empty->show(
            actionIcon(u"sync"_s), tr("Nothing is synced yet"),
            tr("A sync fetches the records of %1 whose types and statuses are ticked in Sync Settings.")
                .arg(psa),
            {m_sync});
        break;
    case LinkSection::Orphaned:
        m_empty->show(
            actionIcon(u"ok"_s), tr("No record is orphaned"),
            tr("Records come here when they are gone from %1, or when their type or status no longer syncs. "
               "There is nothing to do.")
                .arg(psa),
            {});
        break;
    case LinkSection::Disconnected:
        m_empty->show(
            actionIcon(u"ok"_s), tr("No record is disconnected"),
            tr("To end the sync of records without losing them, select them under Synced items and choose "
               "Disconnect and keep records."),
            {});
        break;
    }
    m_pages->setCurrentWidget(m_empty);
}

QModelIndexList LinkSectionPage::chosen() const
{
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    QModelIndexList lines;
    std::ranges::copy_if(rows, std::back_inserter(lines), [&rows](const QModelIndex &index) {
        return !index.parent().isValid() || !rows.contains(index.parent());
    });
    std::ranges::sort(lines, [](const QModelIndex &one, const QModelIndex &other) {
        const auto place = [](const QModelIndex &index) {
            return index.parent().isValid() ? std::pair(index.parent().row(), index.row())
                                            : std::pair(index.row(), -1);
        };
        return place(one) < place(other);
    });
    return lines;
}

void LinkSectionPage::takeSelection()
{
    LinkTarget target;
    const QModelIndexList lines = chosen();
    for (const QModelIndex &index : lines) {
        const LinkGroup &group = m_model->group(index);
        target.selections += m_model->selection(index);
        target.count += group.count;
        target.paused += group.disabled;
        target.waiting += group.waiting;
        target.hasOrganizations = target.hasOrganizations || group.kind == AssetKind::Organization;
    }
    m_view->setEnabled(target.count > 0);
    m_actions->setTarget(target);
}

void LinkSectionPage::view()
{
    const QModelIndexList lines = chosen();
    if (lines.isEmpty())
        return;
    QList<LinkSelection> selections;
    QStringList titles;
    for (const QModelIndex &index : lines) {
        selections += m_model->selection(index);
        titles += m_model->title(index);
    }
    auto *dialog = new LinkedRecordsDialog(m_application, m_integration, m_section, selections,
                                           titles.join(u", "_s), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LinkedRecordsDialog::changed, this, &LinkSectionPage::changed);
    connect(dialog, &LinkedRecordsDialog::recordActivated, this, [this, dialog](RecordId id) {
        dialog->accept();
        Q_EMIT recordActivated(id);
    });
    dialog->open();
}

} // namespace tandem
