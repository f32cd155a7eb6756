// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/idset.h"
#include "store/integration.h"
#include "store/recordlist.h"

#include <QList>
#include <QString>
#include <QVariantList>

#include <functional>
#include <optional>
#include <vector>

namespace tandem {

class Database;
class SqlStatement;

/**
 * One answer of `recordIds`. What the search and the state filter let through is collected first, as a set.
 * When it is small, those records are sorted; otherwise all records are walked in the order of an index and
 * the set picks from them. Either way nothing large is ever sorted for the orders that an index has.
 */
class RecordListing final {
public:
    RecordListing(Database &database, const RecordQuery &query, qsizetype limit,
                  std::function<bool()> isOvertaken);

    [[nodiscard]] Result<QList<RecordId>> ids();

private:
    // State is the order by name, put into buckets afterwards.
    enum class Order : quint8 { Name, Kind, State, UpdatedAt, Organization, Field };

    /** A part of a statement with what is bound in it. */
    struct Part {
        QString sql;
        QVariantList values;
    };

    void chooseOrder();
    Result<bool> isKindRare() const;
    Result<void> makeConditions();
    Result<Part> condition(const QString &field, const QString &value) const;
    Result<void> collectSearch();
    Result<void> collectState();
    Result<void> narrowByState(const std::function<bool(SyncState)> &isWanted);
    Result<void> addState(IdSet &wanted, const Integration &integration,
                          const std::function<bool(SyncState)> &isWanted);
    Result<void> rankByState();
    Result<QList<Integration>> integrations() const;

    Result<QList<RecordId>> sorted();
    Result<QList<RecordId>> walked();
    Result<QList<RecordId>> walkedByKind();
    [[nodiscard]] Part nameWalk(const QString &columns) const;
    [[nodiscard]] QList<Part> organizationWalks() const;
    [[nodiscard]] QList<RecordId> byRank(const QList<RecordId> &ids) const;

    [[nodiscard]] Part restriction(std::optional<AssetKind> kind) const;
    [[nodiscard]] QString sortedOrder() const;
    [[nodiscard]] QString fieldOrder() const;
    /** Adds what the wanted set lets through, until the limit is reached. */
    Result<void> append(QList<RecordId> &ids, const Part &statement) const;
    Result<void> each(const Part &statement, const std::function<bool(RecordId)> &take) const;
    Result<void> eachRow(const Part &statement, const std::function<bool(const SqlStatement &)> &take) const;

    Database &m_database;
    const RecordQuery &m_query;
    const qsizetype m_limit;
    const std::function<bool()> m_isOvertaken;
    Order m_order = Order::Name;
    QString m_direction; ///< "ASC" or "DESC"
    Part m_conditions; ///< " AND …" for each entry of `where`
    bool m_looksIntoKind = false; ///< the conditions speak of the kind's own table, as k
    RecordId m_largest = 0;
    std::optional<IdSet> m_wanted; ///< unset: all
    std::vector<quint8> m_rank; ///< severity by id, for the order by state
};

} // namespace tandem
