// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/recordstore.h"

#include <tl/expected.hpp>

#include <QJsonObject>
#include <QSet>

#include <limits>

namespace tandem::practiceat {

inline constexpr int maxPageSize = 500;
inline constexpr int maxAlternatives = 500;

/** An operand of a filter, in the kind its field compares by: text is folded, a moment is in milliseconds. */
using Operand = std::variant<std::monostate, bool, qint64, double, QString>;

enum class Operator {
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    BeginsWith,
    EndsWith,
    Contains,
    Exists,
    ExistsNot,
    In,
    NotIn
};

/** A filter made ready to run. */
struct Condition {
    enum class Kind { And, Or, Compare };
    enum class Compared { Text, Integer, Number, Boolean, Moment };
    Kind kind = Kind::And;
    std::vector<Condition> parts = {}; ///< of And and Or
    Operator op = Operator::Equal;
    int field = -1; ///< -1: the id
    int udf = 0; ///< definition of a user-defined field, or 0
    Compared compared = Compared::Text;
    std::vector<Operand> operands = {};
};

/** What IncludeFields asks for; without it everything is sent. */
struct Selection {
    bool id = false;
    QSet<int> fields = {};
    QSet<int> udfs = {}; ///< definitions
};

/** The body of a query, or its `search`. */
struct Query {
    Condition filter = {};
    int maxRecords = maxPageSize;
    std::optional<Selection> selection = {};
};

struct Page {
    std::vector<const StoredRecord *> rows; ///< ascending ids; good until the next change
    bool hasMore = false;
};

/** JSON, also with the single quotes that .NET takes; the error is a sentence for the client. */
[[nodiscard]] tl::expected<QJsonObject, QString> parseObject(const QByteArray &text);
/** The member of that name, letter case aside; undefined when there is none. */
[[nodiscard]] QJsonValue member(const QJsonObject &object, QLatin1StringView name);

/**
 * Reads a query by Autotask's rules. An operator that does not exist is dropped without a word, as the
 * vendor's server does; a field that does not exist is an error, as are more than 500 alternatives. The error
 * is a sentence for the client.
 */
[[nodiscard]] tl::expected<Query, QString> parseQuery(const RecordStore &store, int table,
                                                      const QJsonObject &body);

/** Finds records, by their id. Equality on indexed fields is answered without a scan. */
class QueryEngine final {
    Q_DISABLE_COPY_MOVE(QueryEngine)
public:
    explicit QueryEngine(const RecordStore &store);

    /** The records after `afterId`; -1 is before the first, since 0 is an id. */
    [[nodiscard]] Page page(int table, const Condition &filter, int afterId, int limit) const;
    [[nodiscard]] qint64 count(int table, const Condition &filter) const;

private:
    struct Plan {
        std::optional<std::vector<int>> candidates = {}; ///< ascending ids; nothing: the whole table
        int lowest = 0;
        int highest = std::numeric_limits<int>::max();
    };

    [[nodiscard]] Plan plan(int table, const Condition &filter) const;
    void narrow(Plan &plan, int table, const Condition &condition) const;
    [[nodiscard]] std::optional<std::vector<int>> indexed(int table, const Condition &condition) const;
    /** Calls `take` for every fitting record until it says false. */
    template<typename Take>
    void visit(int table, const Condition &filter, const Plan &plan, Take take) const;

    const RecordStore &m_store;
};

} // namespace tandem::practiceat
