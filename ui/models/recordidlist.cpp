// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recordidlist.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr qsizetype shortList = 1024;
/** More runs than this are gathered: each costs the views about as much as putting all rows in order. */
constexpr int maxRuns = 4;

/** Rows that stand together. */
struct Run {
    qsizetype first = 0;
    qsizetype count = 0;
};

/** Runs of ids that `other` has not; those beyond `most` are left out. */
QList<Run> foreignRuns(const QList<RecordId> &ids, const RecordIdList &other, int most)
{
    QList<Run> runs;
    for (qsizetype row = 0; row < ids.size(); ++row) {
        if (other.rowOf(ids.at(row)) >= 0)
            continue;
        if (!runs.isEmpty() && runs.constLast().first + runs.constLast().count == row) {
            ++runs.last().count;
            continue;
        }
        if (runs.size() == most)
            break;
        runs.append({row, 1});
    }
    return runs;
}

class Planner final {
public:
    Planner(const RecordIdList &from, const RecordIdList &to)
        : m_ids(from.ids())
        , m_from(from)
        , m_to(to)
    {
    }

    QList<RecordListStep> plan()
    {
        const QList<Run> gone = foreignRuns(m_from.ids(), m_to, maxRuns + 1);
        const QList<Run> come = foreignRuns(m_to.ids(), m_from, maxRuns + 1);
        if (gone.size() + come.size() <= maxRuns)
            inPlace(gone, come);
        else
            gathered();
        return m_steps;
    }

private:
    void inPlace(const QList<Run> &gone, const QList<Run> &come)
    {
        for (auto run = gone.crbegin(); run != gone.crend(); ++run)
            remove(*run);
        QList<RecordId> kept = m_to.ids();
        for (auto run = come.crbegin(); run != come.crend(); ++run)
            kept.remove(run->first, run->count);
        reorder(kept);
        for (const Run &run : come)
            insert(run, m_to.ids().mid(run.first, run.count));
    }

    void gathered()
    {
        QList<RecordId> kept;
        QList<RecordId> gone;
        for (const RecordId id : m_from.ids())
            (m_to.rowOf(id) >= 0 ? kept : gone).append(id);
        QList<RecordId> come;
        for (const RecordId id : m_to.ids()) {
            if (m_from.rowOf(id) < 0)
                come.append(id);
        }
        if (!gone.isEmpty()) {
            reorder(kept + gone);
            remove({kept.size(), gone.size()});
        }
        if (!come.isEmpty())
            insert({kept.size(), come.size()}, come);
        reorder(m_to.ids());
    }

    void remove(const Run &run)
    {
        m_ids.remove(run.first, run.count);
        append(RecordListStep::Type::Remove, run);
    }

    void insert(const Run &run, const QList<RecordId> &ids)
    {
        m_ids.insert(run.first, run.count, 0);
        std::copy(ids.begin(), ids.end(), m_ids.begin() + run.first);
        append(RecordListStep::Type::Insert, run);
    }

    void reorder(const QList<RecordId> &ids)
    {
        if (m_ids == ids)
            return;
        m_ids = ids;
        append(RecordListStep::Type::Reorder, {});
    }

    void append(RecordListStep::Type type, const Run &run)
    {
        m_steps.append({.type = type,
                        .first = int(run.first),
                        .last = int(run.first + run.count - 1),
                        .after = m_ids == m_to.ids() ? m_to : RecordIdList(m_ids)});
    }

    QList<RecordId> m_ids; ///< after the steps so far
    const RecordIdList m_from;
    const RecordIdList m_to;
    QList<RecordListStep> m_steps;
};

} // namespace

RecordIdList::RecordIdList(const QList<RecordId> &ids)
    : m_ids(ids)
{
    if (ids.size() <= shortList)
        return;
    m_rows.fill(-1, *std::max_element(ids.begin(), ids.end()) + 1);
    for (qsizetype row = 0; row < ids.size(); ++row)
        m_rows[ids.at(row)] = int(row);
}

const QList<RecordId> &RecordIdList::ids() const
{
    return m_ids;
}

qsizetype RecordIdList::size() const
{
    return m_ids.size();
}

RecordId RecordIdList::at(qsizetype row) const
{
    return row >= 0 && row < m_ids.size() ? m_ids.at(row) : 0;
}

int RecordIdList::rowOf(RecordId id) const
{
    if (m_ids.size() <= shortList)
        return int(m_ids.indexOf(id));
    return id >= 0 && id < m_rows.size() ? m_rows.at(id) : -1;
}

QList<RecordListStep> stepsBetween(const RecordIdList &from, const RecordIdList &to)
{
    return Planner(from, to).plan();
}

} // namespace tandem
