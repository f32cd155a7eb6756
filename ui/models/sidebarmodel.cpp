// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sidebarmodel.h"

#include "ui/widgets/icons.h"

#include <QMultiHash>

#include <algorithm>
#include <array>
#include <numeric>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array views{SyncState::Pending, SyncState::Held, SyncState::Error, SyncState::Conflict,
                           SyncState::Orphaned};
constexpr std::array organizationKinds{AssetKind::Configuration, AssetKind::Contact, AssetKind::Location};

QString viewTitle(SyncState state)
{
    switch (state) {
    case SyncState::Error:
        return SidebarModel::tr("Errors");
    case SyncState::Conflict:
        return SidebarModel::tr("Conflicts");
    default:
        return syncStateTitle(state);
    }
}

QString headingOf(const SidebarEntry &entry)
{
    switch (entry.type) {
    case SidebarEntry::Type::AllRecords:
        return SidebarModel::tr("All records");
    case SidebarEntry::Type::Kind:
    case SidebarEntry::Type::OrganizationKind:
        return kindTitlePlural(entry.kind);
    case SidebarEntry::Type::Organization:
        return entry.name;
    case SidebarEntry::Type::Heading:
        return SidebarModel::tr("Views");
    case SidebarEntry::Type::View:
        return viewTitle(entry.state);
    }
    return {};
}

} // namespace

void narrow(RecordQuery &query, SyncState state)
{
    query.isWaiting = state == SyncState::Pending;
    query.state = query.isWaiting ? std::nullopt : std::optional(state);
}

QString SidebarEntry::key() const
{
    switch (type) {
    case Type::AllRecords:
        return u"all"_s;
    case Type::Kind:
        return u"kind/"_s + kindName(kind);
    case Type::Organization:
        return u"organization/"_s + QString::number(organizationId);
    case Type::OrganizationKind:
        return u"organization/"_s + QString::number(organizationId) + u'/' + kindName(kind);
    case Type::Heading:
        return u"views"_s;
    case Type::View:
        return u"view/"_s + syncStateName(state);
    }
    return {};
}

RecordQuery SidebarEntry::query() const
{
    RecordQuery query;
    if (type == Type::Kind || type == Type::OrganizationKind)
        query.kind = kind;
    if (type == Type::Organization || type == Type::OrganizationKind)
        query.organizationId = organizationId;
    if (type == Type::View)
        narrow(query, state);
    return query;
}

QString SidebarEntry::title() const
{
    if (type != Type::OrganizationKind)
        return headingOf(*this);
    return SidebarModel::tr("%1 of %2", "Configurations of Acme GmbH").arg(kindTitlePlural(kind), name);
}

SidebarModel::Node *SidebarModel::Node::add(const SidebarEntry &child, qint64 figure)
{
    auto node = std::make_unique<Node>();
    node->entry = child;
    node->count = figure;
    node->parent = this;
    node->row = int(children.size());
    children.push_back(std::move(node));
    return children.back().get();
}

SidebarModel::SidebarModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    build();
}

SidebarModel::~SidebarModel() = default;

void SidebarModel::setCounts(const RecordCounts &counts)
{
    if (hasSameTree(counts)) {
        m_counts = counts;
        updateFigures();
        return;
    }
    beginResetModel();
    m_counts = counts;
    build();
    endResetModel();
}

bool SidebarModel::hasSameTree(const RecordCounts &counts) const
{
    return std::ranges::equal(
        counts.organizations, m_counts.organizations, [](const auto &left, const auto &right) {
            return left.id == right.id && left.parentId == right.parentId && left.name == right.name;
        });
}

void SidebarModel::build()
{
    m_organizationIndex.clear();
    QHash<RecordId, QList<RecordId>> children;
    for (qsizetype i = 0; i < m_counts.organizations.size(); ++i)
        m_organizationIndex.insert(m_counts.organizations.at(i).id, i);
    for (const RecordCounts::OrganizationCount &organization : m_counts.organizations) {
        const bool hasParent =
            organization.parentId != organization.id && m_organizationIndex.contains(organization.parentId);
        children[hasParent ? organization.parentId : 0].append(organization.id);
    }

    m_root = std::make_unique<Node>();
    const auto add = [this](Node *parent, const SidebarEntry &entry) {
        return parent->add(entry, figureOf(entry));
    };
    // The organizations come last, because there may be thousands of them.
    add(m_root.get(), {.type = SidebarEntry::Type::AllRecords});
    for (const AssetKind kind : organizationKinds)
        add(m_root.get(), {.type = SidebarEntry::Type::Kind, .kind = kind});
    add(m_root.get(), {.type = SidebarEntry::Type::Heading});
    for (const SyncState state : views)
        add(m_root.get(), {.type = SidebarEntry::Type::View, .state = state});
    Node *organizations =
        add(m_root.get(), {.type = SidebarEntry::Type::Kind, .kind = AssetKind::Organization});

    // Organizations in a circle of parents hang below none and are put at the top, so that none is out of
    // reach.
    QSet<RecordId> placed;
    QList<std::pair<Node *, RecordId>> open;
    const auto place = [&](Node *parent, const QList<RecordId> &ids) {
        for (const RecordId id : ids) {
            if (placed.contains(id))
                continue;
            placed.insert(id);
            const QString name = m_counts.organizations.at(m_organizationIndex.value(id)).name;
            Node *node =
                add(parent, {.type = SidebarEntry::Type::Organization, .organizationId = id, .name = name});
            for (const AssetKind kind : organizationKinds) {
                add(node,
                    {.type = SidebarEntry::Type::OrganizationKind,
                     .kind = kind,
                     .organizationId = id,
                     .name = name});
            }
            open.append({node, id});
        }
    };
    const auto placeBelow = [&] {
        while (!open.isEmpty()) {
            const auto [node, id] = open.takeLast();
            place(node, children.value(id));
        }
    };
    place(organizations, children.value(0));
    placeBelow();
    for (const RecordCounts::OrganizationCount &organization : std::as_const(m_counts.organizations)) {
        place(organizations, {organization.id});
        placeBelow();
    }

    m_byKey.clear();
    QList<Node *> all{m_root.get()};
    while (!all.isEmpty()) {
        Node *node = all.takeLast();
        for (const std::unique_ptr<Node> &child : node->children) {
            m_byKey.insert(child->entry.key(), child.get());
            all.append(child.get());
        }
    }
}

qint64 SidebarModel::figureOf(const SidebarEntry &entry) const
{
    switch (entry.type) {
    case SidebarEntry::Type::AllRecords:
        return std::accumulate(std::begin(m_counts.perKind), std::end(m_counts.perKind), qint64(0));
    case SidebarEntry::Type::Kind:
        return m_counts.perKind[size_t(entry.kind)];
    case SidebarEntry::Type::OrganizationKind: {
        const auto &organization = m_counts.organizations.at(m_organizationIndex.value(entry.organizationId));
        if (entry.kind == AssetKind::Configuration)
            return organization.configurations;
        return entry.kind == AssetKind::Contact ? organization.contacts : organization.locations;
    }
    case SidebarEntry::Type::View:
        return entry.state == SyncState::Pending ? m_counts.waiting : m_counts.perState[size_t(entry.state)];
    case SidebarEntry::Type::Organization:
    case SidebarEntry::Type::Heading:
        return -1;
    }
    return -1;
}

void SidebarModel::updateFigures()
{
    for (Node *node : std::as_const(m_byKey))
        setCount(node, figureOf(node->entry));
}

void SidebarModel::setCount(Node *node, qint64 count)
{
    if (node->count == count)
        return;
    node->count = count;
    const QModelIndex changed = indexOfNode(node);
    Q_EMIT dataChanged(changed, changed, {CountRole, Qt::AccessibleTextRole});
}

const SidebarEntry *SidebarModel::entry(const QModelIndex &index) const
{
    return index.isValid() ? &nodeOf(index)->entry : nullptr;
}

QModelIndex SidebarModel::indexOf(const QString &key) const
{
    Node *node = m_byKey.value(key);
    return node ? indexOfNode(node) : QModelIndex();
}

SidebarModel::Node *SidebarModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex SidebarModel::indexOfNode(Node *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

QModelIndex SidebarModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children.at(size_t(row)).get());
}

QModelIndex SidebarModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOfNode(nodeOf(index)->parent) : QModelIndex();
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int SidebarModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node *node = nodeOf(index);
    const bool hasFigure = node->count >= 0;
    switch (role) {
    case Qt::DisplayRole:
        return headingOf(node->entry);
    case Qt::ToolTipRole:
        return headingOf(node->entry).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return hasFigure ? tr("%1, %n record(s)", nullptr, int(node->count)).arg(headingOf(node->entry))
                         : headingOf(node->entry);
    case Qt::DecorationRole:
        switch (node->entry.type) {
        case SidebarEntry::Type::AllRecords:
            return actionIcon(u"log"_s);
        case SidebarEntry::Type::View:
            return stateIcon(node->entry.state);
        case SidebarEntry::Type::Kind:
        case SidebarEntry::Type::OrganizationKind:
            return kindIcon(node->entry.kind);
        default:
            return {};
        }
    case CountRole:
        return hasFigure ? QVariant(node->count) : QVariant();
    case HeadingRole:
        return node->entry.type == SidebarEntry::Type::Heading;
    case KeyRole:
        return node->entry.key();
    default:
        return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    const SidebarEntry *found = entry(index);
    if (!found || found->type == SidebarEntry::Type::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace tandem
