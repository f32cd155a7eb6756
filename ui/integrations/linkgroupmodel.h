// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/managedata.h"

#include <QAbstractItemModel>
#include <QList>

namespace tandem {

/**
 * A section of Manage Data (rule G1): the kinds of records, and below each a line for every type and status.
 * Locations have neither, so they are one line. Each kind sums up its lines. New figures touch only what
 * differs, so that the selection and what is open stay.
 */
class LinkGroupModel final : public QAbstractItemModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkGroupModel)
public:
    enum Column {
        NameColumn, ///< the kind; below it the type
        StatusColumn,
        ActiveColumn, ///< whether it syncs
        RecordsColumn,
        WaitingColumn,
        PausedColumn,
        ColumnCount
    };

    explicit LinkGroupModel(IntegrationId integration, LinkSection section, QObject *parent = nullptr);

    void setGroups(const QList<LinkGroup> &groups);
    [[nodiscard]] qint64 recordCount() const;
    /** The figures of a line, or of a kind as a whole. */
    [[nodiscard]] const LinkGroup &group(const QModelIndex &index) const;
    /** The records of a line, or of a kind as a whole. */
    [[nodiscard]] LinkSelection selection(const QModelIndex &index) const;
    /** "Configurations · Managed Server · Active". */
    [[nodiscard]] QString title(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /** Orders the lines within their kind; the kinds keep their places. */
    void sort(int column, Qt::SortOrder order) override;

private:
    enum class Activity : quint8 {
        Yes,
        Partly,
        Paused,
        No,
    };
    struct Node {
        LinkGroup total;
        QList<LinkGroup> lines; ///< of locations too, though they are not shown
        int inactiveLines = 0;
    };

    [[nodiscard]] Activity activityOf(const QModelIndex &index) const;
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] QVariant toolTip(const QModelIndex &index) const;
    [[nodiscard]] int rowOfKind(AssetKind kind) const;
    void setLines(int row, const QList<LinkGroup> &lines);
    void sum(Node *node) const;
    void sortLines(QList<LinkGroup> *lines) const;
    void sortAll();

    IntegrationId m_integration;
    LinkSection m_section;
    QList<Node> m_nodes;
    int m_sortColumn = NameColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace tandem
