// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/result.h"
#include "store/plan.h"
#include "ui/models/recordidlist.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QList>
#include <QTimer>

namespace tandem {

class RecordReader;

/**
 * The rows of a plan of Push All Syncable Assets: an ordered vector of their ids, and pages of them read as
 * they come into view; order and filter are SQL. "…" stands for a row that is on its way. What a run changes
 * is asked for again with `refresh`, and differs by inserts, removals and moves, so that selection and scroll
 * position stay.
 */
class PushAllModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushAllModel)
public:
    enum class Mode : quint8 {
        Preview, ///< what would happen
        Results, ///< what happened
    };
    enum Column { NameColumn, KindColumn, OrganizationColumn, WhatColumn, WhyColumn, ColumnCount };

    PushAllModel(RecordReader &reader, Platform platform, Mode mode, QObject *parent = nullptr);
    ~PushAllModel() override;

    /** Asks for other rows; `plan` 0 empties the list. */
    void setQuery(const PlanQuery &query);
    [[nodiscard]] const PlanQuery &query() const;
    /** Reads the same list again, as the run may have changed it. */
    void refresh();
    [[nodiscard]] bool isLoading() const;
    /** Loading, or rows that were asked for are still to come. */
    [[nodiscard]] bool isBusy() const;

    /** 0 when there is no such row. */
    [[nodiscard]] qint64 idAt(int row) const;
    /** -1 when it is not in the list. */
    [[nodiscard]] int rowOf(qint64 id) const;
    /** nullptr while it is not read. */
    [[nodiscard]] const PlanRow *loadedRow(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /** The list that was asked for is here. */
    void loaded();
    void failed(const tandem::Error &error);

private:
    struct Answer;

    void askIds(bool isFresh);
    void compare(const QList<qint64> &ids, bool isFresh);
    void take(const Answer &answer);
    void take(const RecordListStep &step);
    void want(int row) const;
    void askPage();
    void takeRows(const QList<qint64> &asked, const QList<PlanRow> &rows);
    [[nodiscard]] QString text(const PlanRow &row, Column column) const;

    RecordReader &m_reader;
    const Platform m_platform;
    const Mode m_mode;
    const int m_idsLane;
    const int m_pageLane;
    PlanQuery m_query;
    RecordIdList m_list;
    mutable QCache<qint64, PlanRow> m_rows;
    mutable QList<int> m_wanted; ///< pages, the newest last
    mutable QTimer m_pageTimer;
    int m_generation = 0; ///< of the query; an answer for an earlier one is dropped
    bool m_isLoading = false;
    bool m_isStale = false; ///< a refresh was asked for while the ids were on their way
    bool m_isPageOnItsWay = false;
    bool m_areRowsStale = false; ///< rows are read anew when a refreshed list is here
};

} // namespace tandem
