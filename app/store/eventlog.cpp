// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventlog.h"

#include "store/database.h"
#include "store/eventcsv.h"
#include "store/recordjson.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int eventsOfAPage = 1000;
constexpr int fewEvents = 1000; // all of them are read in no time
constexpr int daysUnlessSet = 365;
const QString keptDaysKey = u"log.kept_days"_s;

const QString select =
    u"SELECT e.id, e.at, e.type, e.integration_id, (SELECT name FROM integration WHERE id = "
    u"e.integration_id), "
    "e.record_id, e.kind, e.record_name, e.person, e.message, e.fields, e.request_id, e.is_failure FROM event e"_s;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::EventLog)
};

Event eventFrom(const SqlStatement &row)
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

struct Statement {
    QString sql;
    QVariantList values;
};

/** What the query asks for, walked newest first along the index that leaves out most. */
Statement statementOf(const EventQuery &query, bool isIntegrationRare)
{
    const bool walksRecord = query.recordId != 0;
    const bool walksFailures = !walksRecord && !isIntegrationRare && query.failuresOnly;
    const bool walksTypes = !walksRecord && !isIntegrationRare && !walksFailures && !query.types.isEmpty();
    const bool walksIntegration = !walksRecord && !walksFailures && !walksTypes;
    QString where;
    QVariantList values;
    // A + keeps SQLite from walking along this condition's index.
    const auto require = [&](const QString &condition, const QVariantList &bound) {
        where += u" AND "_s + condition;
        values += bound;
    };
    if (walksRecord)
        require(u"e.record_id = ?"_s, {query.recordId});
    if (query.failuresOnly)
        require(walksFailures ? u"e.is_failure = 1"_s : u"+e.is_failure = 1"_s, {});
    if (query.integrationId != 0)
        require(walksIntegration ? u"e.integration_id = ?"_s : u"+e.integration_id = ?"_s,
                {query.integrationId});
    if (query.kind)
        require(u"e.kind = ?"_s, {kindName(*query.kind)});
    // Moments rise with the ids but for a clock that was set back, so the index of moments narrows the ids.
    if (query.since.isValid()) {
        require(u"e.id >= (SELECT min(+id) FROM event WHERE at >= ?) AND +e.at >= ?"_s,
                QVariantList(2, momentToSql(query.since)));
    }
    if (query.until.isValid()) {
        require(u"e.id <= (SELECT max(+id) FROM event WHERE at < ?) AND +e.at < ?"_s,
                QVariantList(2, momentToSql(query.until)));
    }
    if (query.beforeId != 0)
        require(u"e.id < ?"_s, {query.beforeId});
    for (const QString &word : query.search.simplified().split(u' ', Qt::SkipEmptyParts)) {
        require(u"(e.message LIKE ? ESCAPE '\\' OR e.record_name LIKE ? ESCAPE '\\' OR e.person LIKE ? "
                "ESCAPE '\\' OR e.request_id LIKE ? ESCAPE '\\')"_s,
                QVariantList(4, anywhere(word)));
    }
    QStringList types;
    for (const Event::Type type : query.types)
        types.append(eventTypeName(type));
    Statement statement;
    if (walksTypes) {
        // Each type is in order already; SQLite merges them as it goes.
        types.removeDuplicates();
        QStringList walks;
        for (const QString &type : std::as_const(types)) {
            walks.append(select + u" WHERE e.type = ?"_s + where);
            statement.values += QVariantList{type} + values;
        }
        statement.sql = walks.join(u" UNION ALL "_s);
    } else {
        if (!types.isEmpty())
            require(u"+e.type IN (SELECT value FROM json_each(?))"_s, {textsToSql(types)});
        statement = {select + u" WHERE 1"_s + where, values};
    }
    statement.sql += u" ORDER BY 1 DESC LIMIT ?"_s;
    statement.values.append(query.limit > 0 ? query.limit : -1);
    return statement;
}

Result<bool> hasFewEvents(Database &database, IntegrationId integration)
{
    if (integration == 0)
        return false;
    const Result<QVariant> count =
        database.value(u"SELECT count(*) FROM (SELECT 1 FROM event WHERE integration_id = ? LIMIT ?)"_s,
                       {integration, fewEvents + 1});
    if (!count)
        return fail(count.error());
    return count->toInt() <= fewEvents;
}

tl::unexpected<Error> overtaken()
{
    return fail(ErrorCode::Cancelled, Text::tr("A newer question took its place."));
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

Result<QList<Event>> EventLog::list(const EventQuery &query, const std::function<bool()> &isOvertaken) const
{
    const Result<bool> isIntegrationRare = hasFewEvents(m_database, query.integrationId);
    if (!isIntegrationRare)
        return fail(isIntegrationRare.error());
    const Statement statement = statementOf(query, *isIntegrationRare);
    QList<Event> events;
    Result<SqlStatement> rows = m_database.run(statement.sql, statement.values);
    if (!rows)
        return fail(rows.error());
    while (rows->next()) {
        if (isOvertaken && isOvertaken())
            return overtaken();
        events.append(eventFrom(*rows));
    }
    if (const Result<void> read = m_database.checkRead(*rows); !read)
        return fail(read.error());
    return events;
}

Result<Event> EventLog::get(qint64 id) const
{
    std::optional<Event> event;
    const Result<void> read = m_database.read(select + u" WHERE e.id = ?"_s, {id},
                                              [&](const SqlStatement &row) { event = eventFrom(row); });
    if (!read)
        return fail(read.error());
    if (!event)
        return fail(ErrorCode::NotFound, Text::tr("This line of the log is gone."));
    return *event;
}

Result<qint64> EventLog::exportTo(const QString &path, EventFormat format, EventQuery query,
                                  const std::function<bool()> &isOvertaken) const
{
    const auto notWritten = [&](const QString &why) {
        return fail(ErrorCode::BadInput,
                    Text::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), why));
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(file.errorString());
    const QByteArray head =
        format == EventFormat::Csv ? "\xEF\xBB\xBF" + csvLine(eventCsvHeader()) : QByteArray();
    if (file.write(head) != head.size())
        return notWritten(file.errorString());
    qint64 count = 0;
    query.limit = eventsOfAPage;
    for (;;) {
        const Result<QList<Event>> page = list(query, isOvertaken);
        if (!page)
            return fail(page.error());
        for (const Event &event : *page) {
            const QByteArray line = format == EventFormat::Csv
                ? csvLine(eventCsvCells(event))
                : QJsonDocument(eventToJson(event)).toJson(QJsonDocument::Compact) + '\n';
            if (file.write(line) != line.size())
                return notWritten(file.errorString());
        }
        count += page->size();
        if (page->size() < eventsOfAPage)
            break;
        query.beforeId = page->constLast().id;
    }
    if (isOvertaken && isOvertaken())
        return overtaken();
    if (!file.commit())
        return notWritten(file.errorString());
    return count;
}

Result<int> EventLog::keptDays() const
{
    const Result<QVariant> days =
        m_database.value(u"SELECT value FROM setting WHERE key = ?"_s, {keptDaysKey});
    if (!days)
        return fail(days.error());
    bool isNumber = false;
    const int number = days->toInt(&isNumber);
    return isNumber && number >= 0 ? number : daysUnlessSet;
}

Result<void> EventLog::setKeptDays(int days)
{
    if (days < 0)
        return fail(ErrorCode::BadInput,
                    Text::tr("The log is kept for a number of days; 0 keeps it for ever."));
    const Result<int> set = m_database.execute(
        u"INSERT INTO setting (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value"_s,
        {keptDaysKey, QString::number(days)});
    if (!set)
        return fail(set.error());
    return {};
}

Result<int> EventLog::prune(const QDateTime &now, int limit)
{
    const Result<int> days = keptDays();
    if (!days || *days == 0)
        return days;
    return m_database.execute(
        u"DELETE FROM event WHERE id IN (SELECT id FROM event WHERE at < ? ORDER BY at LIMIT ?)"_s,
        {momentToSql(now.addDays(-*days)), limit});
}

} // namespace tandem
