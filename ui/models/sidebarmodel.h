// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordlist.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace tandem {

/** Lists only records in a state. Pending stands for everything that waits, on its way or to be tried again.
 */
void narrow(RecordQuery &query, SyncState state);

/** One line of the sidebar, and with it what the table shows when it is chosen. */
struct SidebarEntry {
    enum class Type : quint8 {
        AllRecords,
        Kind, ///< `kind`, of all organizations
        Organization, ///< everything of `organizationId`
        OrganizationKind, ///< `kind` of `organizationId`
        Heading,
        View, ///< records in `state`, as `narrow` says
    };
    Type type = Type::AllRecords;
    AssetKind kind = AssetKind::Organization;
    RecordId organizationId = 0;
    SyncState state = SyncState::Pending;
    QString name = {}; ///< of the organization

    /** The same line after a rebuild or a restart. */
    [[nodiscard]] QString key() const;
    /** Without search, sort and state filter, unless it is a view. */
    [[nodiscard]] RecordQuery query() const;
    /** What the table is headed with: "Configurations of Acme GmbH". */
    [[nodiscard]] QString title() const;
};

/**
 * The tree at the left: all records, the organizations by parent with their kinds, the kinds, and views by
 * state. New counts only change figures; the tree is rebuilt when an organization comes, goes, moves or is
 * renamed.
 */
class SidebarModel final : public QAbstractItemModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SidebarModel)
public:
    enum Role {
        CountRole = Qt::UserRole, ///< qint64; invalid: no figure
        HeadingRole, ///< bool
        KeyRole, ///< SidebarEntry::key()
    };

    explicit SidebarModel(QObject *parent = nullptr);
    ~SidebarModel() override;

    void setCounts(const RecordCounts &counts);
    [[nodiscard]] const SidebarEntry *entry(const QModelIndex &index) const;
    /** Invalid when no line has the key. */
    [[nodiscard]] QModelIndex indexOf(const QString &key) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Node {
        SidebarEntry entry;
        qint64 count = -1; ///< -1: no figure
        Node *parent = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Node>> children;

        Node *add(const SidebarEntry &child, qint64 figure);
    };

    void build();
    void updateFigures();
    void setCount(Node *node, qint64 count);
    [[nodiscard]] bool hasSameTree(const RecordCounts &counts) const;
    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOfNode(Node *node) const;
    [[nodiscard]] qint64 figureOf(const SidebarEntry &entry) const;

    RecordCounts m_counts;
    std::unique_ptr<Node> m_root;
    QHash<QString, Node *> m_byKey;
    QHash<RecordId, qsizetype> m_organizationIndex; ///< into m_counts.organizations
};

} // namespace tandem
