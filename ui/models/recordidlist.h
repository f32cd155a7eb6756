// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QList>

namespace tandem {

/** Record ids in the order of a list, and for each the row it is in. Cheap to copy; made in any thread. */
class RecordIdList final {
public:
    RecordIdList() = default;
    /** No id may be there twice. */
    explicit RecordIdList(const QList<RecordId> &ids);

    [[nodiscard]] const QList<RecordId> &ids() const;
    [[nodiscard]] qsizetype size() const;
    /** 0 when there is no such row. */
    [[nodiscard]] RecordId at(qsizetype row) const;
    /** -1 when it is not in the list. */
    [[nodiscard]] int rowOf(RecordId id) const;

private:
    QList<RecordId> m_ids;
    QList<int> m_rows; ///< by id, as ids count up from 1; empty for a short list, which is searched
};

/** One thing that a model has to announce, and the list after it. */
struct RecordListStep {
    enum class Type : quint8 {
        Remove,
        Insert,
        Reorder, ///< the same ids in another order
    };
    Type type = Type::Reorder;
    int first = 0; ///< rows that leave or come; unused for Reorder
    int last = 0;
    RecordIdList after;
};

/**
 * The way from one list to another in so few steps that a view can take a million rows along: a few runs of
 * rows come and go where they are; many are gathered at the end, cut off or added there, and put in order in
 * one step. For any thread; a pure function.
 */
[[nodiscard]] QList<RecordListStep> stepsBetween(const RecordIdList &from, const RecordIdList &to);

} // namespace tandem
