// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/priority.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

/**
 * Autotask's query language: a list of conditions that all hold, in the body of a POST. An unknown operator
 * is dropped without a word there, so operators are only written here. Source: the vendor's pages on basic
 * and advanced queries.
 */
namespace tandem::autotask {

/** The most rows a page has, and the most alternatives ("or", "in") that a query may have. */
inline constexpr int largestPage = 500;

[[nodiscard]] QJsonObject equals(const QString &field, const QJsonValue &value);
[[nodiscard]] QJsonObject atLeast(const QString &field, const QJsonValue &value);
[[nodiscard]] QJsonObject beyond(const QString &field, const QJsonValue &value);
[[nodiscard]] QJsonObject contains(const QString &field, const QString &text);
[[nodiscard]] QJsonObject isMissing(const QString &field);
[[nodiscard]] QJsonObject isOneOf(const QString &field, const QJsonArray &values);
[[nodiscard]] QJsonObject anyOf(const QJsonArray &conditions);
/** A query needs a condition; this one is always true, since the company 0 is the tenant's own. */
[[nodiscard]] QJsonObject anything();

/** Ids as the API has them, in groups small enough for `isOneOf`; what is no id is left out. */
[[nodiscard]] QList<QJsonArray> chunksOf(const QStringList &ids);
/** An id as a number; nothing when the text is none. */
[[nodiscard]] std::optional<qint64> numberOf(const QString &id);

/** UTC with milliseconds, as the API takes moments. */
[[nodiscard]] QString momentText(const QDateTime &moment);
/** Of an answer, which may have any number of digits behind the seconds; invalid when there is none. */
[[nodiscard]] QDateTime momentFrom(const QJsonValue &value);

struct Query {
    QString entity; ///< "Companies"
    QJsonArray conditions = {anything()};
    QStringList fields = {}; ///< the members wanted; empty: all of them
    int size = largestPage;
    Priority priority = Priority::Foreground;
};

/** The body of the query, and of each of its further pages. */
[[nodiscard]] QJsonObject bodyOf(const Query &query);

/**
 * Where a query goes on. `nextPageUrl` itself is never followed, since it may name another server: only its
 * query part is kept and put behind our own address. A link that is not one goes on by the id, in whose order
 * the rows come.
 */
[[nodiscard]] QString nextCursor(const QString &nextPageUrl, const QString &cursor, qint64 lastId);
/** The query part that a cursor of `nextCursor` holds; empty when it goes on by the id. */
[[nodiscard]] QString linkIn(const QString &cursor);
/** The id behind which it goes on; nothing when it goes on by a link or from the start. */
[[nodiscard]] std::optional<qint64> idIn(const QString &cursor);

} // namespace tandem::autotask
