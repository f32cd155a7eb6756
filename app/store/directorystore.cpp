// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/directorystore.h"

#include "store/database.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::DirectoryStore)
};

const QString directoryColumns =
    u"id, uid, name, server, port, security, bind, user_name, ca_file, base_dn, filter, organization_id, "
    "creates_disabled, interval_minutes, is_paused, server_id, usn, changed_at, last_sync_at, "
    "last_full_sync_at, "
    "problem_code, problem"_s;
const QString factColumns = u"u.record_id, u.directory_id, d.name, u.external_id, u.account, u.status, "
                            u"u.last_logon_at, u.password_set_at, "
                            "u.password_expires_at, u.password_never_expires, u.given, u.seen_at "
                            "FROM directory_user u JOIN directory d ON d.id = u.directory_id"_s;

std::optional<ErrorCode> errorCodeFromName(const QString &name)
{
    for (int code = 0; code < int(ErrorCode::Count); ++code) {
        if (errorCodeName(ErrorCode(code)) == name)
            return ErrorCode(code);
    }
    return std::nullopt;
}

Directory directoryFrom(const SqlStatement &row)
{
    return {.id = row.value(0).toLongLong(),
            .uid = row.value(1).toString(),
            .name = row.value(2).toString(),
            .server = row.value(3).toString(),
            .port = row.value(4).toInt(),
            .security = directorySecurityFromName(row.value(5).toString()).value_or(DirectorySecurity::Ldaps),
            .bind = directoryBindFromName(row.value(6).toString()).value_or(DirectoryBind::Simple),
            .userName = row.value(7).toString(),
            .caFile = row.value(8).toString(),
            .baseDn = row.value(9).toString(),
            .filter = row.value(10).toString(),
            .organizationId = row.value(11).toLongLong(),
            .createsDisabled = row.value(12).toBool(),
            .intervalMinutes = row.value(13).toInt(),
            .isPaused = row.value(14).toBool(),
            .cursor = {.serverId = row.value(15).toString(),
                       .usn = row.value(16).toLongLong(),
                       .changedAt = momentFromSql(row.value(17))},
            .lastSyncAt = momentFromSql(row.value(18)),
            .lastFullSyncAt = momentFromSql(row.value(19)),
            .problem = errorCodeFromName(row.value(20).toString()),
            .problemText = row.value(21).toString()};
}

/** In the order of the columns, from the name on. */
QVariantList valuesOf(const Directory &directory)
{
    return {plainTextToSql(directory.name),
            plainTextToSql(directory.server),
            directory.port,
            directorySecurityName(directory.security),
            directoryBindName(directory.bind),
            textToSql(directory.userName),
            textToSql(directory.caFile),
            plainTextToSql(directory.baseDn),
            plainTextToSql(directory.filter),
            idToSql(directory.organizationId),
            int(directory.createsDisabled),
            directory.intervalMinutes,
            int(directory.isPaused),
            textToSql(directory.cursor.serverId),
            directory.cursor.usn,
            momentToSql(directory.cursor.changedAt),
            momentToSql(directory.lastSyncAt),
            momentToSql(directory.lastFullSyncAt),
            directory.problem ? QVariant(errorCodeName(*directory.problem)) : QVariant(),
            textToSql(directory.problemText)};
}

DirectoryFacts factsFrom(const SqlStatement &row)
{
    return {.recordId = row.value(0).toLongLong(),
            .directoryId = row.value(1).toLongLong(),
            .directoryName = row.value(2).toString(),
            .externalId = row.value(3).toString(),
            .account = row.value(4).toString(),
            .status = accountStatusFromName(row.value(5).toString()).value_or(AccountStatus::Unknown),
            .lastLogonAt = momentFromSql(row.value(6)),
            .passwordSetAt = momentFromSql(row.value(7)),
            .passwordExpiresAt = momentFromSql(row.value(8)),
            .passwordNeverExpires = row.value(9).toBool(),
            .given = objectFromSql(row.value(10)),
            .seenAt = momentFromSql(row.value(11))};
}

tl::unexpected<Error> nameTaken(const QString &name)
{
    return fail(Error{.code = ErrorCode::BadInput,
                      .message = Text::tr("There is a directory called \"%1\" already.").arg(name),
                      .field = u"name"_s});
}

QJsonValue arrayFrom(const QVariant &value)
{
    return nullIfBlank(QJsonDocument::fromJson(value.toString().toUtf8()).array());
}

} // namespace

DirectoryStore::DirectoryStore(Database &database)
    : m_database(database)
{
}

Result<QList<Directory>> DirectoryStore::all() const
{
    QList<Directory> directories;
    const Result<void> read =
        m_database.read(u"SELECT "_s + directoryColumns + u" FROM directory ORDER BY name"_s, {},
                        [&](const SqlStatement &row) { directories.append(directoryFrom(row)); });
    return read ? Result<QList<Directory>>(directories) : fail(read.error());
}

Result<Directory> DirectoryStore::get(DirectoryId id) const
{
    std::optional<Directory> found;
    const Result<void> read =
        m_database.read(u"SELECT "_s + directoryColumns + u" FROM directory WHERE id = ?"_s, {id},
                        [&](const SqlStatement &row) { found = directoryFrom(row); });
    if (!read)
        return fail(read.error());
    if (!found)
        return fail(ErrorCode::NotFound, Text::tr("This directory was removed."));
    return *found;
}

Result<Directory> DirectoryStore::byName(const QString &name) const
{
    std::optional<Directory> found;
    const Result<void> read =
        m_database.read(u"SELECT "_s + directoryColumns + u" FROM directory WHERE name = ?"_s,
                        {plainTextToSql(name)}, [&](const SqlStatement &row) { found = directoryFrom(row); });
    if (!read)
        return fail(read.error());
    if (!found)
        return fail(ErrorCode::NotFound, Text::tr("There is no directory called \"%1\".").arg(name));
    return *found;
}

Result<DirectoryId> DirectoryStore::insert(const Directory &directory)
{
    const Result<Directory> sameName = byName(directory.name);
    if (sameName)
        return nameTaken(directory.name);
    if (sameName.error().code != ErrorCode::NotFound)
        return fail(sameName.error());
    const QString uid =
        directory.uid.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : directory.uid;
    return m_database.insert(u"INSERT INTO directory (uid, name, server, port, security, bind, user_name, "
                             u"ca_file, base_dn, filter, "
                             "organization_id, creates_disabled, interval_minutes, is_paused, server_id, "
                             "usn, changed_at, last_sync_at, "
                             "last_full_sync_at, problem_code, problem) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                             QVariantList{uid} + valuesOf(directory));
}

Result<void> DirectoryStore::update(const Directory &directory)
{
    const Result<Directory> sameName = byName(directory.name);
    if (sameName && sameName->id != directory.id)
        return nameTaken(directory.name);
    const Result<int> updated = m_database.execute(
        u"UPDATE directory SET name = ?, server = ?, port = ?, security = ?, bind = ?, user_name = ?, "
        u"ca_file = ?, "
        "base_dn = ?, filter = ?, organization_id = ?, creates_disabled = ?, interval_minutes = ?, is_paused "
        "= ?, "
        "server_id = ?, usn = ?, changed_at = ?, last_sync_at = ?, last_full_sync_at = ?, problem_code = ?, "
        "problem = ? WHERE id = ?"_s,
        valuesOf(directory) + QVariantList{directory.id});
    return updated ? Result<void>() : fail(updated.error());
}

Result<void> DirectoryStore::remove(DirectoryId id)
{
    const Result<int> removed = m_database.execute(u"DELETE FROM directory WHERE id = ?"_s, {id});
    return removed ? Result<void>() : fail(removed.error());
}

Result<std::optional<DirectoryFacts>> DirectoryStore::factsOf(RecordId record) const
{
    std::optional<DirectoryFacts> facts;
    const Result<void> read =
        m_database.read(u"SELECT "_s + factColumns + u" WHERE u.record_id = ?"_s, {record},
                        [&](const SqlStatement &row) { facts = factsFrom(row); });
    return read ? Result<std::optional<DirectoryFacts>>(facts) : fail(read.error());
}

Result<QList<DirectoryFacts>> DirectoryStore::facts(DirectoryId id) const
{
    QList<DirectoryFacts> facts;
    const Result<void> read =
        m_database.read(u"SELECT "_s + factColumns + u" WHERE u.directory_id = ?"_s, {id},
                        [&](const SqlStatement &row) { facts.append(factsFrom(row)); });
    return read ? Result<QList<DirectoryFacts>>(facts) : fail(read.error());
}

Result<qint64> DirectoryStore::countOf(DirectoryId id) const
{
    const Result<QVariant> count = m_database.value(
        u"SELECT count(*) FROM directory_user WHERE directory_id = ? AND status <> 'removed'"_s, {id});
    return count ? Result<qint64>(count->toLongLong()) : fail(count.error());
}

Result<void> DirectoryStore::setFacts(const DirectoryFacts &facts)
{
    const Result<int> written = m_database.execute(
        u"REPLACE INTO directory_user (record_id, directory_id, external_id, account, status, last_logon_at, "
        "password_set_at, password_expires_at, password_never_expires, given, seen_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {facts.recordId, facts.directoryId, plainTextToSql(facts.externalId), textToSql(facts.account),
         accountStatusName(facts.status), momentToSql(facts.lastLogonAt), momentToSql(facts.passwordSetAt),
         momentToSql(facts.passwordExpiresAt), int(facts.passwordNeverExpires), objectToSql(facts.given),
         momentToSql(facts.seenAt)});
    return written ? Result<void>() : fail(written.error());
}

Result<QList<DirectoryStore::Contact>> DirectoryStore::contactsOf(RecordId organization) const
{
    QList<Contact> contacts;
    const Result<void> read = m_database.read(
        u"SELECT c.record_id, c.first_name, c.last_name, c.title, c.emails, c.phones, u.directory_id, "
        u"u.external_id "
        "FROM contact c LEFT JOIN directory_user u ON u.record_id = c.record_id "
        "WHERE c.organization_id = ? ORDER BY c.record_id"_s,
        {organization}, [&](const SqlStatement &row) {
            contacts.append({.id = row.value(0).toLongLong(),
                             .fields = {{u"first_name"_s, nullIfBlank(row.value(1).toString())},
                                        {u"last_name"_s, nullIfBlank(row.value(2).toString())},
                                        {u"title"_s, nullIfBlank(row.value(3).toString())},
                                        {u"emails"_s, arrayFrom(row.value(4))},
                                        {u"phones"_s, arrayFrom(row.value(5))}},
                             .directoryId = row.value(6).toLongLong(),
                             .externalId = row.value(7).toString()});
        });
    return read ? Result<QList<Contact>>(contacts) : fail(read.error());
}

} // namespace tandem
