// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/linkgroupmodel.h"

#include "ui/widgets/icons.h"

#include <QCollator>
#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>
#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** As the sidebar has them, not as they are pushed. */
constexpr std::array shownKinds{AssetKind::Organization, AssetKind::Configuration, AssetKind::Contact,
                                AssetKind::Location};
static_assert(shownKinds.size() == size_t(AssetKind::Count));

bool hasTypes(AssetKind kind)
{
    return kind != AssetKind::Location;
}

bool hasStatuses(AssetKind kind)
{
    return kind == AssetKind::Organization || kind == AssetKind::Configuration;
}

bool isSameLine(const LinkGroup &one, const LinkGroup &other)
{
    return one.kind == other.kind && one.typeId == other.typeId && one.statusId == other.statusId;
}

qsizetype placeOf(const QList<LinkGroup> &lines, const LinkGroup &line)
{
    const auto found =
        std::ranges::find_if(lines, [&line](const LinkGroup &each) { return isSameLine(each, line); });
    return found == lines.end() ? -1 : found - lines.begin();
}

} // namespace

LinkGroupModel::LinkGroupModel(IntegrationId integration, LinkSection section, QObject *parent)
    : QAbstractItemModel(parent)
    , m_integration(integration)
    , m_section(section)
{
}

void LinkGroupModel::setGroups(const QList<LinkGroup> &groups)
{
    int row = 0;
    for (const AssetKind kind : shownKinds) {
        QList<LinkGroup> lines;
        std::ranges::copy_if(groups, std::back_inserter(lines), [kind](const LinkGroup &group) {
            return group.kind == kind && group.count > 0;
        });
        const bool isShown = row < m_nodes.size() && m_nodes.at(row).total.kind == kind;
        if (lines.isEmpty()) {
            if (isShown) {
                beginRemoveRows({}, row, row);
                m_nodes.removeAt(row);
                endRemoveRows();
            }
            continue;
        }
        if (isShown) {
            setLines(row, lines);
        } else {
            Node node{.total = {.kind = kind}, .lines = lines};
            sortLines(&node.lines);
            sum(&node);
            beginInsertRows({}, row, row);
            m_nodes.insert(row, node);
            endInsertRows();
        }
        ++row;
    }
}

void LinkGroupModel::setLines(int row, const QList<LinkGroup> &lines)
{
    Node &node = m_nodes[row];
    const QModelIndex parent = index(row, 0);
    const bool isTree = hasTypes(node.total.kind);
    for (int line = int(node.lines.size()) - 1; line >= 0; --line) {
        const qsizetype place = placeOf(lines, node.lines.at(line));
        if (place >= 0) {
            node.lines[line] = lines.at(place);
            continue;
        }
        if (isTree)
            beginRemoveRows(parent, line, line);
        node.lines.removeAt(line);
        if (isTree)
            endRemoveRows();
    }
    if (isTree && !node.lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0, parent), index(int(node.lines.size()) - 1, ColumnCount - 1, parent));
    QList<LinkGroup> fresh;
    std::ranges::copy_if(lines, std::back_inserter(fresh),
                         [&node](const LinkGroup &line) { return placeOf(node.lines, line) < 0; });
    if (!fresh.isEmpty()) {
        const int first = int(node.lines.size());
        if (isTree)
            beginInsertRows(parent, first, first + int(fresh.size()) - 1);
        node.lines += fresh;
        if (isTree)
            endInsertRows();
    }
    sum(&node);
    Q_EMIT dataChanged(parent, index(row, ColumnCount - 1));
    if (isTree)
        sortAll();
}

void LinkGroupModel::sum(Node *node) const
{
    node->total.count = 0;
    node->total.disabled = 0;
    node->total.waiting = 0;
    node->inactiveLines = 0;
    for (const LinkGroup &line : std::as_const(node->lines)) {
        node->total.count += line.count;
        node->total.disabled += line.disabled;
        node->total.waiting += line.waiting;
        node->inactiveLines += line.isSyncActive ? 0 : 1;
    }
    node->total.isSyncActive = node->inactiveLines < node->lines.size();
}

qint64 LinkGroupModel::recordCount() const
{
    qint64 count = 0;
    for (const Node &node : m_nodes)
        count += node.total.count;
    return count;
}

const LinkGroup &LinkGroupModel::group(const QModelIndex &index) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    if (index.internalId() == 0)
        return m_nodes.at(index.row()).total;
    return m_nodes.at(rowOfKind(AssetKind(index.internalId() - 1))).lines.at(index.row());
}

LinkSelection LinkGroupModel::selection(const QModelIndex &index) const
{
    const LinkGroup &line = group(index);
    LinkSelection selection{.integrationId = m_integration, .section = m_section, .kind = line.kind};
    if (index.internalId() != 0) {
        selection.typeId = line.typeId;
        if (hasStatuses(line.kind))
            selection.statusId = line.statusId;
    }
    return selection;
}

QString LinkGroupModel::title(const QModelIndex &index) const
{
    const LinkGroup &line = group(index);
    QStringList parts{kindTitlePlural(line.kind)};
    if (index.internalId() != 0) {
        parts += line.typeId == 0 ? tr("(no type)") : line.type;
        if (hasStatuses(line.kind))
            parts += line.statusId == 0 ? tr("(no status)") : line.status;
    }
    return parts.join(u" · "_s);
}

int LinkGroupModel::rowOfKind(AssetKind kind) const
{
    for (int row = 0; row < m_nodes.size(); ++row) {
        if (m_nodes.at(row).total.kind == kind)
            return row;
    }
    return -1;
}

QModelIndex LinkGroupModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const quintptr id = parent.isValid() ? quintptr(m_nodes.at(parent.row()).total.kind) + 1 : 0;
    return createIndex(row, column, id);
}

QModelIndex LinkGroupModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    const int row = rowOfKind(AssetKind(child.internalId() - 1));
    return row < 0 ? QModelIndex() : createIndex(row, 0, quintptr(0));
}

int LinkGroupModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_nodes.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    const Node &node = m_nodes.at(parent.row());
    return hasTypes(node.total.kind) ? int(node.lines.size()) : 0;
}

int LinkGroupModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

LinkGroupModel::Activity LinkGroupModel::activityOf(const QModelIndex &index) const
{
    const LinkGroup &line = group(index);
    if (!line.isSyncActive)
        return Activity::No;
    if (line.disabled == line.count)
        return Activity::Paused;
    if (index.internalId() == 0 && m_nodes.at(index.row()).inactiveLines > 0)
        return Activity::Partly;
    return Activity::Yes;
}

QString LinkGroupModel::text(const QModelIndex &index) const
{
    const LinkGroup &line = group(index);
    const bool isKind = index.internalId() == 0;
    const auto number = [](qint64 count) { return count == 0 ? QString() : QLocale().toString(count); };
    switch (Column(index.column())) {
    case NameColumn:
        if (isKind)
            return kindTitlePlural(line.kind);
        return line.typeId == 0 ? tr("(no type)") : line.type;
    case StatusColumn:
        if (isKind || !hasStatuses(line.kind))
            return {};
        return line.statusId == 0 ? tr("(no status)") : line.status;
    case RecordsColumn:
        return QLocale().toString(line.count);
    case PausedColumn:
        return number(line.disabled);
    case WaitingColumn:
        return number(line.waiting);
    case ActiveColumn:
        switch (activityOf(index)) {
        case Activity::Yes:
            return tr("Yes", "Sync Active");
        case Activity::Partly:
            return tr("Partly", "Sync Active");
        case Activity::Paused:
            return tr("Paused", "Sync Active");
        case Activity::No:
            return tr("No", "Sync Active");
        }
        break;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant LinkGroupModel::toolTip(const QModelIndex &index) const
{
    if (index.column() != ActiveColumn)
        return text(index).toHtmlEscaped();
    switch (activityOf(index)) {
    case Activity::Yes:
        return tr("This type and status sync.");
    case Activity::Partly:
        return tr("Some types or statuses of this kind are not ticked in Sync Settings.");
    case Activity::Paused:
        return tr("The sync of all these records is paused. Their links are kept; choose Resume to go on.");
    case Activity::No:
        return tr("This type or status is not ticked in Sync Settings, so these records do not sync.");
    }
    return {};
}

QVariant LinkGroupModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isKind = index.internalId() == 0;
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? title(index) : text(index);
    case Qt::DecorationRole:
        if (index.column() == NameColumn && isKind)
            return kindIcon(group(index).kind);
        if (index.column() == ActiveColumn) {
            switch (activityOf(index)) {
            case Activity::Yes:
                return actionIcon(u"ok"_s);
            case Activity::Partly:
                return actionIcon(u"warning"_s);
            case Activity::Paused:
                return actionIcon(u"pause"_s);
            case Activity::No:
                return actionIcon(u"close"_s);
            }
        }
        return {};
    case Qt::TextAlignmentRole:
        if (index.column() == RecordsColumn || index.column() == PausedColumn
            || index.column() == WaitingColumn)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::FontRole:
        if (isKind) {
            QFont font = QGuiApplication::font();
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    case Qt::ForegroundRole: {
        const LinkGroup &line = group(index);
        const bool isBlank = (index.column() == NameColumn && line.typeId == 0)
            || (index.column() == StatusColumn && line.statusId == 0);
        return !isKind && isBlank ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText))
                                  : QVariant();
    }
    default:
        return {};
    }
}

QVariant LinkGroupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isNumber = section == RecordsColumn || section == PausedColumn || section == WaitingColumn;
    if (role == Qt::TextAlignmentRole)
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (section == PausedColumn)
            return tr("Records whose sync a person has paused");
        if (section == WaitingColumn)
            return tr("Records with an edit that the PSA has not got yet");
        if (section == ActiveColumn)
            return tr("Whether the type and the status are ticked in Sync Settings");
        return {};
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn:
        return tr("Kind and type");
    case StatusColumn:
        return tr("Status");
    case RecordsColumn:
        return tr("Records");
    case PausedColumn:
        return tr("Paused");
    case WaitingColumn:
        return tr("Waiting");
    case ActiveColumn:
        return tr("Sync Active");
    case ColumnCount:
        break;
    }
    return {};
}

void LinkGroupModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column < 0 || column >= ColumnCount ? int(NameColumn) : column;
    m_sortOrder = order;
    sortAll();
}

void LinkGroupModel::sortLines(QList<LinkGroup> *lines) const
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const auto compareNames = [&collator](const LinkGroup &one, const LinkGroup &other) {
        const int types = collator.compare(one.type, other.type);
        return types != 0 ? types : collator.compare(one.status, other.status);
    };
    const auto compare = [&](const LinkGroup &one, const LinkGroup &other) -> qint64 {
        switch (Column(m_sortColumn)) {
        case StatusColumn:
            return collator.compare(one.status, other.status);
        case RecordsColumn:
            return one.count - other.count;
        case PausedColumn:
            return one.disabled - other.disabled;
        case WaitingColumn:
            return one.waiting - other.waiting;
        case ActiveColumn:
            return int(one.isSyncActive) - int(other.isSyncActive);
        case NameColumn:
        case ColumnCount:
            break;
        }
        return compareNames(one, other);
    };
    std::stable_sort(lines->begin(), lines->end(), [&](const LinkGroup &one, const LinkGroup &other) {
        const qint64 order = m_sortOrder == Qt::AscendingOrder ? compare(one, other) : compare(other, one);
        return order != 0 ? order < 0 : compareNames(one, other) < 0;
    });
}

void LinkGroupModel::sortAll()
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<LinkGroup> groups;
    for (const QModelIndex &index : before)
        groups += group(index);
    for (Node &node : m_nodes)
        sortLines(&node.lines);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const QModelIndex &index = before.at(i);
        if (index.internalId() == 0) {
            after += index;
            continue;
        }
        const QList<LinkGroup> &lines = m_nodes.at(rowOfKind(groups.at(i).kind)).lines;
        after += createIndex(int(placeOf(lines, groups.at(i))), index.column(), index.internalId());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace tandem
