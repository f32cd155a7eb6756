// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/autotaskquery.h"

#include <QUrl>

#include <algorithm>

namespace tandem::autotask {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Fewer than the 500 alternatives that are allowed, so that further conditions have room. */
constexpr qsizetype chunkSize = 200;

constexpr QLatin1StringView byLink = "next?"_L1;
constexpr QLatin1StringView byId = "id>"_L1;

QJsonObject condition(const QString &op, const QString &field, const QJsonValue &value)
{
    return {{u"op"_s, op}, {u"field"_s, field}, {u"value"_s, value}};
}

} // namespace

QJsonObject equals(const QString &field, const QJsonValue &value)
{
    return condition(u"eq"_s, field, value);
}

QJsonObject atLeast(const QString &field, const QJsonValue &value)
{
    return condition(u"gte"_s, field, value);
}

QJsonObject beyond(const QString &field, const QJsonValue &value)
{
    return condition(u"gt"_s, field, value);
}

QJsonObject contains(const QString &field, const QString &text)
{
    return condition(u"contains"_s, field, text);
}

QJsonObject isMissing(const QString &field)
{
    return {{u"op"_s, u"notExist"_s}, {u"field"_s, field}};
}

QJsonObject isOneOf(const QString &field, const QJsonArray &values)
{
    return condition(u"in"_s, field, values);
}

QJsonObject anyOf(const QJsonArray &conditions)
{
    return {{u"op"_s, u"or"_s}, {u"items"_s, conditions}};
}

QJsonObject anything()
{
    return atLeast(u"id"_s, 0);
}

QList<QJsonArray> chunksOf(const QStringList &ids)
{
    QList<QJsonArray> chunks;
    for (const QString &id : ids) {
        const std::optional<qint64> number = numberOf(id);
        if (!number)
            continue;
        if (chunks.isEmpty() || chunks.constLast().size() >= chunkSize)
            chunks.append(QJsonArray());
        chunks.last().append(*number);
    }
    return chunks;
}

std::optional<qint64> numberOf(const QString &id)
{
    const bool isNumber = !id.isEmpty()
        && std::all_of(id.cbegin(), id.cend(), [](QChar each) { return each >= u'0' && each <= u'9'; });
    bool fits = false;
    const qint64 number = isNumber ? id.toLongLong(&fits) : 0;
    return fits ? std::optional(number) : std::nullopt;
}

QString momentText(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

QDateTime momentFrom(const QJsonValue &value)
{
    QDateTime moment = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    // Without a zone it is UTC as well.
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment.toUTC();
}

QJsonObject bodyOf(const Query &query)
{
    QJsonObject body{{u"filter"_s, query.conditions},
                     {u"maxRecords"_s, std::clamp(query.size, 1, largestPage)}};
    if (!query.fields.isEmpty())
        body.insert(u"includeFields"_s, QJsonArray::fromStringList(query.fields));
    return body;
}

QString nextCursor(const QString &nextPageUrl, const QString &cursor, qint64 lastId)
{
    const QUrl url(nextPageUrl);
    // Qt leaves brackets as they are, which strict servers do not take.
    const QString link = url.query(QUrl::FullyEncoded).replace(u'[', "%5B"_L1).replace(u']', "%5D"_L1);
    const bool isLink = url.path().endsWith("/query/next"_L1, Qt::CaseInsensitive) && !link.isEmpty();
    const QString next = isLink ? QString(byLink + link) : QString();
    // A link to where we are would turn in circles.
    return isLink && next != cursor ? next : QString(byId + QString::number(lastId));
}

QString linkIn(const QString &cursor)
{
    return cursor.startsWith(byLink) ? cursor.sliced(byLink.size()) : QString();
}

std::optional<qint64> idIn(const QString &cursor)
{
    return cursor.startsWith(byId) ? numberOf(cursor.sliced(byId.size())) : std::nullopt;
}

} // namespace tandem::autotask
