// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/managedata.h"
#include "store/recordlist.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QList>
#include <QSet>
#include <QTimer>

namespace tandem {

class RecordReader;

/**
 * The records of lines of Manage Data. Which they are is asked by selection, their order and the search by
 * RecordQuery; what is shown is the one within the other. Rows are read in pages as they come into view; "…"
 * stands for one that is on its way.
 */
class LinkedRecordsModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkedRecordsModel)
public:
    enum Column {
        NameColumn,
        KindColumn,
        OrganizationColumn,
        TypeColumn,
        StatusColumn,
        BadgeColumn,
        ColumnCount
    };
    enum Role {
        BadgesRole = Qt::UserRole, ///< QList<SyncBadge>
    };

    LinkedRecordsModel(RecordReader &reader, IntegrationId integration, QObject *parent = nullptr);

    void setSelections(const QList<LinkSelection> &selections);
    void setSearch(const QString &search);
    /** Asks again which records there are. */
    void reload();
    /** For the engine's signal of that name. */
    void takeChanges(const QList<RecordId> &ids);

    /** How many there are, whatever is searched for. */
    [[nodiscard]] qint64 memberCount() const;
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] RecordId idAt(int row) const;
    [[nodiscard]] int rowOf(RecordId id) const;
    /** nullptr while it is not read. */
    [[nodiscard]] const RecordRow *loadedRow(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void loaded();
    void failed(const tandem::Error &error);

private:
    void askMembers(int request, qsizetype place);
    void askOrder();
    void takeOrder(const QList<RecordId> &ids);
    void askRows();
    [[nodiscard]] QString text(const RecordRow &row, Column column) const;

    RecordReader &m_reader;
    IntegrationId m_integration;
    QList<LinkSelection> m_selections;
    RecordQuery m_query;
    QSet<RecordId> m_members;
    QSet<RecordId> m_membersToCome;
    QList<RecordId> m_ids;
    mutable QCache<RecordId, RecordRow> m_rows;
    mutable QSet<RecordId> m_wanted;
    QSet<RecordId> m_changed; ///< read, but not as they are now
    mutable QTimer m_rowTimer;
    int m_request = 0; ///< only the answer to the newest request counts
    bool m_isLoading = false;
    bool m_areRowsOnTheirWay = false;
};

} // namespace tandem
