// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlvalue.h"

#include "core/clock.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

QVariant textToSql(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant plainTextToSql(const QString &text)
{
    // Qt binds a null string as NULL.
    return text.isNull() ? u""_s : text;
}

QVariant momentToSql(const QDateTime &moment)
{
    return textToSql(toIsoUtc(moment));
}

QVariant objectToSql(const QJsonObject &object)
{
    if (object.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QVariant idToSql(qint64 id)
{
    return id == 0 ? QVariant() : QVariant(id);
}

QVariant idsToSql(const QList<qint64> &ids)
{
    QByteArray json;
    json.reserve(ids.size() * 8 + 2);
    for (const qint64 id : ids) {
        json += json.isEmpty() ? '[' : ',';
        json += QByteArray::number(id);
    }
    return json.isEmpty() ? u"[]"_s : QString::fromLatin1(json + ']');
}

QVariant textsToSql(const QList<QString> &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QDateTime momentFromSql(const QVariant &value)
{
    return value.isNull() ? QDateTime() : fromIsoUtc(value.toString());
}

QJsonObject objectFromSql(const QVariant &value)
{
    return value.isNull() ? QJsonObject() : QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

} // namespace tandem
