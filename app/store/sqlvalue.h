// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QVariant>

namespace tandem {

// How values lie in columns: blank text, moments and objects are NULL, so that a column has one spelling of
// "nothing".

[[nodiscard]] QVariant textToSql(const QString &text);
/** For NOT NULL columns: "" stays "". */
[[nodiscard]] QVariant plainTextToSql(const QString &text);
[[nodiscard]] QVariant momentToSql(const QDateTime &moment);
[[nodiscard]] QVariant objectToSql(const QJsonObject &object);
[[nodiscard]] QVariant idToSql(qint64 id); ///< 0 is NULL
/** For `IN (SELECT value FROM json_each(?))`, which keeps the statement the same for any number of values. */
[[nodiscard]] QVariant idsToSql(const QList<qint64> &ids);
[[nodiscard]] QVariant textsToSql(const QList<QString> &texts);

[[nodiscard]] QDateTime momentFromSql(const QVariant &value);
[[nodiscard]] QJsonObject objectFromSql(const QVariant &value);

} // namespace tandem
