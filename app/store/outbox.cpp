// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outbox.h"

#include "store/database.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>

#include <limits>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString columns =
    u"o.id, o.integration_id, o.record_id, o.kind, o.stage, o.revision, o.sent_revision, o.sent_create, "
    "o.sent, o.attempt, o.created_at, o.started_at, o.next_try_at, o.person"_s;

Push pushFrom(const SqlStatement &row)
{
    return {.id = row.value(0).toLongLong(),
            .integrationId = row.value(1).toLongLong(),
            .recordId = row.value(2).toLongLong(),
            .kind = kindFromName(row.value(3).toString()).value_or(AssetKind::Organization),
            // An unreadable stage is one that a person has to look at, never one that sends.
            .stage = pushStageFromName(row.value(4).toString()).value_or(Push::Stage::Rejected),
            .revision = row.value(5).toLongLong(),
            .sentRevision = row.value(6).toLongLong(),
            .sentCreate = row.value(7).toBool(),
            .sent = objectFromSql(row.value(8)),
            .attempt = row.value(9).toInt(),
            .createdAt = momentFromSql(row.value(10)),
            .startedAt = momentFromSql(row.value(11)),
            .nextTryAt = momentFromSql(row.value(12)),
            .person = row.value(13).toString()};
}

QVariant stagesToSql(const QList<Push::Stage> &stages)
{
    QStringList names;
    for (const Push::Stage stage : stages)
        names.append(pushStageName(stage));
    return textsToSql(names);
}

QVariant kindsInOrder()
{
    static const QVariant json = [] {
        QStringList names;
        for (const AssetKind kind : allKinds)
            names.append(kindName(kind));
        return textsToSql(names);
    }();
    return json;
}

qint64 limitToSql(qint64 limit)
{
    return limit > 0 ? limit : std::numeric_limits<qint64>::max();
}

} // namespace

Outbox::Outbox(Database &database)
    : m_database(database)
{
}

Result<void> Outbox::enqueue(IntegrationId integration, RecordId record, AssetKind kind,
                             const QString &person, const QDateTime &now)
{
    const Result<int> queued = m_database.execute(
        u"INSERT INTO outbox (integration_id, record_id, kind, stage, revision, created_at, person) "
        "VALUES (?, ?, ?, 'queued', 1, ?, ?) "
        "ON CONFLICT (record_id, integration_id) DO UPDATE SET revision = revision + 1, person = "
        "excluded.person, "
        "attempt = iif(stage IN ('in_flight', 'unknown'), attempt, 0), "
        "next_try_at = iif(stage IN ('in_flight', 'unknown'), next_try_at, NULL), "
        "stage = iif(stage IN ('in_flight', 'unknown'), stage, 'queued')"_s,
        {integration, record, kindName(kind), momentToSql(now), textToSql(person)});
    if (!queued)
        return fail(queued.error());
    return {};
}

Result<std::optional<Push>> Outbox::get(IntegrationId integration, RecordId record) const
{
    std::optional<Push> push;
    const Result<void> read = m_database.read(
        u"SELECT "_s + columns + u" FROM outbox o WHERE o.record_id = ? AND o.integration_id = ?"_s,
        {record, integration}, [&](const SqlStatement &row) { push = pushFrom(row); });
    if (!read)
        return fail(read.error());
    return push;
}

Result<QList<Push>> Outbox::list(IntegrationId integration, const QList<Push::Stage> &stages, int limit) const
{
    QList<Push> pushes;
    const Result<void> read = m_database.read(
        u"SELECT "_s + columns
            + u" FROM json_each(?) k CROSS JOIN json_each(?) s CROSS JOIN outbox o ON o.integration_id = ? "
              "AND o.stage = s.value AND o.kind = k.value ORDER BY k.key, o.created_at, o.id LIMIT ?"_s,
        {kindsInOrder(), stagesToSql(stages), integration, limitToSql(limit)},
        [&](const SqlStatement &row) { pushes.append(pushFrom(row)); });
    if (!read)
        return fail(read.error());
    return pushes;
}

Result<QList<Push>> Outbox::due(IntegrationId integration, const QDateTime &now, int limit) const
{
    const QString select = u"SELECT "_s + columns + u" FROM outbox o "_s;
    // Three ordered walks over one index that SQLite merges, so that a short answer costs little however much
    // waits.
    const QString which = u"WHERE o.integration_id = ? AND o.stage = '%1' AND o.kind = ? "_s;
    const QString queued = select + which.arg(u"queued"_s);
    const QString waiting = select + which.arg(u"waiting"_s) + u"AND o.next_try_at <= ? "_s;
    const QString unknown = select + which.arg(u"unknown"_s) + u"AND ifnull(o.next_try_at, '') <= ? "_s;
    const QString order = u"ORDER BY 11, 1 LIMIT ?"_s;
    const QString parentWaits =
        u"EXISTS (SELECT 1 FROM organization k JOIN outbox p ON p.record_id = k.parent_id "
        "AND p.integration_id = o.integration_id WHERE k.record_id = o.record_id "
        "AND p.stage IN ('queued', 'in_flight', 'unknown', 'waiting')) "_s;

    QList<Push> pushes;
    const auto append = [&](AssetKind kind, const QString &condition) -> Result<void> {
        if (limit > 0 && pushes.size() >= limit)
            return {};
        const QString sql = queued + condition + u"UNION ALL "_s + waiting + condition + u"UNION ALL "_s + unknown
            + condition + order;
        return m_database.read(sql,
                               {integration, kindName(kind), integration, kindName(kind), momentToSql(now),
                                integration, kindName(kind), momentToSql(now),
                                limitToSql(limit == 0 ? 0 : limit - pushes.size())},
                               [&](const SqlStatement &row) { pushes.append(pushFrom(row)); });
    };
    // Most often nothing waits, or records of one kind.
    QStringList waitingKinds;
    const Result<void> looked = m_database.read(
        u"SELECT k.value FROM json_each(?) k CROSS JOIN json_each(?) s WHERE EXISTS (SELECT 1 FROM outbox o "
        "WHERE o.integration_id = ? AND o.stage = s.value AND o.kind = k.value)"_s,
        {kindsInOrder(), stagesToSql({Push::Stage::Queued, Push::Stage::Waiting, Push::Stage::Unknown}), integration},
        [&](const SqlStatement &row) { waitingKinds.append(row.value(0).toString()); });
    if (!looked)
        return fail(looked.error());
    for (const AssetKind kind : allKinds) {
        if (!waitingKinds.contains(kindName(kind)))
            continue;
        // Parents first: an organization whose own parent waits goes after those that can be made now.
        const bool isOrganization = kind == AssetKind::Organization;
        if (const Result<void> read =
                append(kind, isOrganization ? QString(u"AND NOT "_s + parentWaits) : QString());
            !read)
            return fail(read.error());
        if (!isOrganization)
            continue;
        if (const Result<void> read = append(kind, u"AND "_s + parentWaits); !read)
            return fail(read.error());
    }
    return pushes;
}

Result<QDateTime> Outbox::nextDue(IntegrationId integration) const
{
    const Result<QVariant> next = m_database.value(
        u"SELECT min(next_try_at) FROM outbox WHERE integration_id = ? AND stage IN ('waiting', 'unknown')"_s,
        {integration});
    if (!next)
        return fail(next.error());
    return momentFromSql(*next);
}

Result<void> Outbox::update(const Push &push)
{
    const Result<int> updated =
        m_database.execute(u"UPDATE outbox SET stage = ?, sent_revision = ?, sent_create = ?, sent = ?, attempt = ?, "
                           "started_at = ?, next_try_at = ? WHERE id = ?"_s,
                           {pushStageName(push.stage), push.sentRevision, int(push.sentCreate), objectToSql(push.sent), push.attempt,
                            momentToSql(push.startedAt), momentToSql(push.nextTryAt), push.id});
    if (!updated)
        return fail(updated.error());
    if (*updated == 0) {
        return fail(
            ErrorCode::NotFound,
            QCoreApplication::translate("tandem::Outbox", "The push of record %1 is not waiting any more.")
                .arg(push.recordId));
    }
    return {};
}

Result<bool> Outbox::finish(const Push &push)
{
    const qint64 revision = push.sentRevision != 0 ? push.sentRevision : push.revision;
    const Result<int> gone =
        m_database.execute(u"DELETE FROM outbox WHERE id = ? AND revision = ?"_s, {push.id, revision});
    if (!gone)
        return fail(gone.error());
    if (*gone > 0)
        return true;
    const Result<int> again = m_database.execute(
        u"UPDATE outbox SET stage = 'queued', sent_revision = 0, sent_create = 0, sent = NULL, attempt = 0, "
        "started_at = NULL, next_try_at = NULL WHERE id = ?"_s,
        {push.id});
    if (!again)
        return fail(again.error());
    return *again == 0;
}

Result<void> Outbox::remove(qint64 id)
{
    const Result<int> removed = m_database.execute(u"DELETE FROM outbox WHERE id = ?"_s, {id});
    if (!removed)
        return fail(removed.error());
    return {};
}

Result<int> Outbox::recover()
{
    return m_database.execute(u"UPDATE outbox SET stage = 'unknown' WHERE stage = 'in_flight'"_s);
}

Result<int> Outbox::releaseWaiting(IntegrationId integration)
{
    return m_database.execute(
        u"UPDATE outbox SET stage = 'queued' WHERE integration_id = ? AND stage = 'held' AND EXISTS (SELECT 1 FROM link l "
        "WHERE l.record_id = outbox.record_id AND l.integration_id = ? AND l.state = 'pending')"_s,
        {integration, integration});
}

Result<int> Outbox::releaseHeld(IntegrationId integration)
{
    return m_database.execute(
        u"UPDATE outbox SET stage = 'queued' WHERE integration_id = ? AND stage = 'held'"_s, {integration});
}

Result<int> Outbox::releaseReferring(IntegrationId integration, RecordId record)
{
    // From the few that are held to what they refer to, each by its key.
    return m_database.execute(
        u"UPDATE outbox SET stage = 'queued' WHERE integration_id = ? AND stage = 'held' AND EXISTS (SELECT 1 FROM record r "
        "LEFT JOIN organization g ON g.record_id = r.id LEFT JOIN contact c ON c.record_id = r.id "
        "LEFT JOIN configuration k ON k.record_id = r.id WHERE r.id = outbox.record_id AND ? IN (r.organization_id, "
        "g.parent_id, g.primary_location_id, c.location_id, k.location_id, k.contact_id))"_s,
        {integration, record});
}

Result<int> Outbox::releasePutOff(IntegrationId integration)
{
    return m_database.execute(u"UPDATE outbox SET stage = iif(stage = 'waiting', 'queued', stage), next_try_at = NULL "
                              "WHERE integration_id = ? AND stage IN ('waiting', 'unknown') AND next_try_at IS NOT NULL"_s,
                              {integration});
}

Result<QHash<Push::Stage, qint64>> Outbox::counts(IntegrationId integration) const
{
    QHash<Push::Stage, qint64> counts;
    const Result<void> read = m_database.read(
        u"SELECT stage, count(*) FROM outbox WHERE integration_id = ? GROUP BY stage"_s, {integration},
        [&](const SqlStatement &row) {
            // As in `pushFrom`.
            const Push::Stage stage = pushStageFromName(row.value(0).toString()).value_or(Push::Stage::Rejected);
            counts[stage] += row.value(1).toLongLong();
        });
    if (!read)
        return fail(read.error());
    return counts;
}

Result<qint64> Outbox::count(IntegrationId integration, const QList<Push::Stage> &stages) const
{
    const Result<QVariant> count = m_database.value(
        u"SELECT count(*) FROM outbox WHERE integration_id = ? AND stage IN (SELECT value FROM json_each(?))"_s,
        {integration, stagesToSql(stages)});
    if (!count)
        return fail(count.error());
    return count->toLongLong();
}

} // namespace tandem
