// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventlog.h"

#include "store/database.h"
#include "store/sqlvalue.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

Event eventFrom(const QSqlQuery &row)
{
    return {.id = row.value(0).toLongLong(),
            .at = momentFromSql(row.value(1)),
            .type = eventTypeFromName(row.value(2).toString()).value_or(Event::Type::Changed),
            .integrationId = row.value(3).toLongLong(),
            .integrationName = row.value(4).toString(),
            .recordId = row.value(5).toLongLong(),
            .kind = kindFromName(row.value(6).toString()).value_or(AssetKind::Organization),
            .recordName = row.value(7).toString(),
            .person = row.value(8).toString(),
            .message = row.value(9).toString(),
            .fields = objectFromSql(row.value(10)),
            .requestId = row.value(11).toString(),
            .isFailure = row.value(12).toBool()};
}

/** A LIKE pattern that finds the text anywhere. */
QString anywhere(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + text + u'%';
}

} // namespace

EventLog::EventLog(Database &database)
    : m_database(database)
{
}

Result<void> EventLog::append(const Event &event)
{
    const bool hasRecord = event.recordId != 0;
    const Result<qint64> id = m_database.insert(
        u"INSERT INTO event (at, type, integration_id, record_id, kind, record_name, person, message, "
        u"fields, request_id, "
        "is_failure) VALUES (?, ?, ?, ?, ?, coalesce(?, (SELECT name FROM record WHERE id = ?)), ?, ?, ?, ?, ?)"_s,
        {momentToSql(event.at), eventTypeName(event.type), idToSql(event.integrationId),
         idToSql(event.recordId),
         hasRecord || !event.recordName.isEmpty() ? QVariant(kindName(event.kind)) : QVariant(),
         textToSql(event.recordName), idToSql(event.recordId), textToSql(event.person),
         textToSql(event.message), objectToSql(event.fields), textToSql(event.requestId),
         int(event.isFailure)});
    if (!id)
        return fail(id.error());
    return {};
}

Result<QList<Event>> EventLog::list(const EventQuery &query) const
{
    QStringList conditions;
    QVariantList values;
    const auto require = [&](const QString &condition, const QVariantList &bound) {
        conditions.append(condition);
        values += bound;
    };
    if (query.integrationId != 0)
        require(u"e.integration_id = ?"_s, {query.integrationId});
    if (query.recordId != 0)
        require(u"e.record_id = ?"_s, {query.recordId});
    if (query.since.isValid())
        require(u"e.at >= ?"_s, {momentToSql(query.since)});
    if (query.failuresOnly)
        require(u"e.is_failure = 1"_s, {});
    if (query.beforeId != 0)
        require(u"e.id < ?"_s, {query.beforeId});
    for (const QString &word : query.search.simplified().split(u' ', Qt::SkipEmptyParts)) {
        require(u"(e.message LIKE ? ESCAPE '\\' OR e.record_name LIKE ? ESCAPE '\\' OR e.person LIKE ? "
                u"ESCAPE '\\' "
                "OR e.request_id LIKE ? ESCAPE '\\')"_s,
                QVariantList(4, anywhere(word)));
    }
    QString sql =
        u"SELECT e.id, e.at, e.type, e.integration_id, i.name, e.record_id, e.kind, e.record_name, e.person, "
        "e.message, e.fields, e.request_id, e.is_failure "
        "FROM event e LEFT JOIN integration i ON i.id = e.integration_id"_s;
    if (!conditions.isEmpty())
        sql += u" WHERE "_s + conditions.join(u" AND "_s);
    sql += u" ORDER BY e.id DESC LIMIT ?"_s;
    values.append(query.limit > 0 ? query.limit : -1);
    QList<Event> events;
    const Result<void> read =
        m_database.read(sql, values, [&](const QSqlQuery &row) { events.append(eventFrom(row)); });
    if (!read)
        return fail(read.error());
    return events;
}

} // namespace tandem
