// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/recordtable.h"

#include <QDateTime>
#include <QRegularExpression>

#include <functional>

#include <tl/expected.hpp>

namespace tandem::practicecw {

/** What a name in a query stands for. */
struct ConditionPath {
    /** Where the value lies: in the record, its stamp, or a row that belongs to it. */
    enum class Place : quint8 { Record, LastUpdated, Item, TypeAssociation, CustomField };
    /** Which part of a reference; Self for plain fields. */
    enum class Part : quint8 { Self, Id, Name, Identifier };
    enum class Kind : quint8 { Text, Integer, Number, Boolean, Moment, Any };

    Place place = Place::Record;
    Part part = Part::Self;
    Kind kind = Kind::Text;
    int field = -1; ///< -1: the record's id
    const char *choices = nullptr;
};

enum class Operator : quint8 {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    Like,
    In
};

/** A value in a query, already turned into what its field holds. */
struct Operand {
    FieldValue value; ///< null for the word null
    QString text; ///< Text and Any
    QRegularExpression pattern; ///< Like only
};

/** The tree that a query text stands for. */
struct Condition {
    enum class Kind : quint8 { And, Or, Not, Compare };
    Kind kind = Kind::And; ///< an And without children is always true
    std::vector<Condition> children = {};
    ConditionPath path = {};
    Operator op = Operator::Equal;
    bool negated = false; ///< `not like`, `not contains`, `not in`
    std::vector<Operand> operands = {};
};

/** Finds what a name stands for; nothing when the platform does not know it. */
using PathResolver = std::function<std::optional<ConditionPath>(const QString &name)>;
/** Reads the value that a path stands for out of one candidate; null when it has none. */
using ValueReader = std::function<FieldValue(const ConditionPath &path)>;

/**
 * Reads the query language of `conditions`, `childConditions` and `customFieldConditions`: `= != < <= > >=
 * contains like in`, `not` before the last three, `and`, `or`, `not`, parentheses; strings in either kind of
 * quotes, [moments] in UTC, numbers, True/False, null. Letter case of words and of compared text is ignored.
 * `today` is what [today] means. The error is the message of an ApiFindCondition answer.
 */
[[nodiscard]] tl::expected<Condition, QString>
parseCondition(const QString &text, const PathResolver &resolve, const QDateTime &today);

/** A null value satisfies nothing but a comparison with null, as in SQL. */
[[nodiscard]] bool isSatisfied(const Condition &condition, const ValueReader &read);

/** The message for a name that the platform does not know. */
[[nodiscard]] QString unknownNameMessage(const QString &name);

} // namespace tandem::practicecw
