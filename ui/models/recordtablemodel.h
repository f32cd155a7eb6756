// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/recordlist.h"
#include "ui/models/recordcolumns.h"
#include "ui/models/recordidlist.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace tandem {

class RecordReader;

/**
 * The rows of a query: an ordered vector of ids and a bounded cache of rows read in pages; order and filter
 * are SQL. A cell that is not there yet shows "…" and asks for its page: the newest request wins, answers of
 * an earlier query are dropped. Changes come as batches of ids and touch loaded rows only. The set of rows is
 * asked for again soon after a change, and while changes keep coming at a distance that leaves the reader
 * free for pages; it then differs by inserts, removals and moves, worked out in another thread, so that
 * selection and scroll position can stay.
 */
class RecordTableModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordTableModel)
public:
    enum Role {
        RawRole = Qt::UserRole, ///< the value without marks, for copying and exporting
        RecordIdRole,
        KindRole, ///< int of AssetKind
        BadgesRole, ///< QList<SyncBadge>
        UnsavedRole, ///< bool: the record has edits that are not saved yet
        IsLoadedRole, ///< bool: false for a placeholder
    };

    using Column = RecordColumn;

    static constexpr int pageSize = 128;
    static constexpr int cachedRows = 64 * pageSize;

    explicit RecordTableModel(RecordReader &reader, QObject *parent = nullptr);
    ~RecordTableModel() override;

    void setQuery(const RecordQuery &query);
    [[nodiscard]] const RecordQuery &query() const;
    /** Asks again now; for a retry after `failed`. */
    void reload();
    [[nodiscard]] bool isLoading() const;
    /** Loading, or rows that were asked for are still to come. */
    [[nodiscard]] bool isBusy() const;

    [[nodiscard]] const QList<Column> &columns() const;
    /** -1 when there is no such column. */
    [[nodiscard]] int columnOf(const QString &id) const;
    /** 0 when there is no such row. */
    [[nodiscard]] RecordId idAt(int row) const;
    /** -1 when the record is not in the list. */
    [[nodiscard]] int rowOf(RecordId id) const;
    /** nullptr while it is not loaded. */
    [[nodiscard]] const RecordRow *loadedRow(int row) const;
    void setUnsaved(const QSet<RecordId> &ids);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /** For the engine's signals of the same names. */
    void takeChanges(const QList<RecordId> &ids);
    void takeSetChange();

Q_SIGNALS:
    /** Rows are about to come, go or move in the list that is shown; `loaded` follows. */
    void changing();
    /** The ids of the present query are here. */
    void loaded();
    /** Nothing that was asked for is outstanding any more. */
    void settled();
    void failed(const tandem::Error &error);

private:
    struct Answer;

    void askIds();
    void compare(const QList<RecordId> &ids);
    void finish(const Result<Answer> &answer);
    void takeAnswer(const Answer &answer);
    void take(const RecordListStep &step);
    void reorder(const RecordIdList &list);
    void want(int row) const;
    void askPage();
    void askChanged();
    void takeRows(const QList<RecordId> &asked, const QList<RecordRow> &rows);
    void emitRowsChanged(const QSet<RecordId> &ids);
    void settleIfIdle();
    [[nodiscard]] QVariant cell(const RecordRow &row, const Column &column) const;
    [[nodiscard]] QString toolTip(const RecordRow &row, const Column &column) const;

    RecordReader &m_reader;
    const int m_idsLane;
    const int m_pageLane;
    const int m_changeLane;
    RecordQuery m_query;
    QList<Column> m_columns;
    RecordIdList m_list;
    QSet<RecordId> m_unsaved;
    mutable QCache<RecordId, RecordRow> m_rows{cachedRows};
    mutable QList<int> m_wanted; ///< pages, the newest last
    mutable QTimer m_pageTimer;
    QSet<RecordId> m_changed;
    QTimer m_changeTimer;
    QTimer m_requeryTimer;
    QElapsedTimer m_sinceAnswer; ///< of the ids
    qint64 m_pauseMs = 0; ///< until the ids are asked for again, from the last answer on
    int m_generation = 0; ///< of the query; an answer for an earlier one is dropped
    bool m_isFreshQuery = true; ///< the ids to come are for another query than those shown
    bool m_isLoading = false;
    bool m_isStale = false; ///< the set changed while the ids were on their way
    bool m_isPageOnItsWay = false;
    bool m_isChangeOnItsWay = false;
};

} // namespace tandem
