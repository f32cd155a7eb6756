// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/connectwise/cwconditions.h"
#include "practice/recordstore.h"

namespace tandem::practicecw {

/** What a reference to a record shows as its name ("First Last" for a contact) and identifier; UTF-8, empty
 * when gone. */
[[nodiscard]] QByteArray referenceName(const RecordStore &store, int table, int id);
[[nodiscard]] QByteArray referenceIdentifier(const RecordStore &store, int table, int id);

/** Only the records whose reference `field` holds `id`; every record when `field` is -1. */
struct Scope {
    int field = -1;
    int id = 0;
};

struct ListQuery {
    QString conditions = {};
    QString childConditions = {};
    QString customFieldConditions = {};
    QString orderBy = {};
    bool forwardOnly = false;
    qint64 pageId = 0; ///< forward only: the last id the client has
    qint64 page = 1;
    qint64 pageSize = 25;
};

struct ListResult {
    std::vector<const StoredRecord *> rows; ///< good until the next change
    qint64 total = 0; ///< not counted when forward only
    bool hasMore = false; ///< forward only
};

/** Finds records. Equality on indexed fields is answered without a scan. The error is an ApiFindCondition
 * message. */
class QueryEngine final {
    Q_DISABLE_COPY_MOVE(QueryEngine)
public:
    explicit QueryEngine(const RecordStore &store);

    [[nodiscard]] tl::expected<ListResult, QString> list(int table, Scope scope, const ListQuery &query,
                                                         const QDateTime &now);
    [[nodiscard]] tl::expected<qint64, QString> count(int table, Scope scope, const ListQuery &query,
                                                      const QDateTime &now);
    /** What a name means in `conditions` and `orderBy`. */
    [[nodiscard]] std::optional<ConditionPath> resolve(int table, const QString &name) const;

private:
    struct Plan;
    struct SortKey {
        ConditionPath path;
        bool descending;
    };

    [[nodiscard]] tl::expected<Plan, QString> plan(int table, Scope scope, const ListQuery &query,
                                                   const QDateTime &now) const;
    void narrow(Plan &plan, const Condition &condition) const;
    [[nodiscard]] std::optional<std::vector<int>> indexed(int table, const Condition &condition) const;
    [[nodiscard]] std::vector<const StoredRecord *> find(const Plan &plan, qint64 afterId,
                                                         qint64 limit) const;
    [[nodiscard]] bool fits(const Plan &plan, const StoredRecord &record) const;
    [[nodiscard]] bool fitsChild(const Plan &plan, const StoredRecord &record) const;
    [[nodiscard]] bool fitsCustom(const Plan &plan, const StoredRecord &record) const;
    [[nodiscard]] FieldValue value(int table, const StoredRecord &record, const ConditionPath &path) const;
    void sort(std::vector<const StoredRecord *> &rows, const Plan &plan) const;

    const RecordStore &m_store;
    // The last list that was paged by number: its next page need not search again while nothing has changed.
    struct {
        QString key;
        quint64 version = 0;
        std::vector<int> ids;
    } m_last;
};

} // namespace tandem::practicecw
