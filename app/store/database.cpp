// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "core/logging.h"
#include "store/customfieldstore.h"
#include "store/profile.h"
#include "store/salvage.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <unordered_map>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int applicationId = 0x544E444D; // "TNDM"; 001_first.sql sets it
constexpr std::chrono::milliseconds longestWait = 10s;
constexpr qint64 largestFileToCheckWhole = 16 * 1024 * 1024;
constexpr size_t mostCachedStatements = 200;
constexpr int pagesBetweenCheckPoints = 4000; // bulk writes touch pages all over the file, so few and large ones suit them
constexpr QFile::Permissions onlyOwner = QFile::ReadOwner | QFile::WriteOwner;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::Database)
};

bool isBusy(const SqlFailure &failure)
{
    return (failure.code & 0xff) == SQLITE_BUSY;
}

Error diskFull()
{
    return {.code = ErrorCode::DatabaseFull,
            .message = Text::tr("The disk is full, so nothing was saved. Free some space and try again.")};
}

Error damaged(const QString &path, const QString &details)
{
    return {.code = ErrorCode::DatabaseUnusable,
            .message =
                Text::tr(
                    "The database %1 is damaged (%2). Nothing was deleted. Tandem can repair it: what can be "
                    "read goes into a new database, and the damaged file is kept beside it.")
                    .arg(path, details)};
}

Error errorOf(const SqlFailure &failure, const QString &path)
{
    const QString &details = failure.text;
    switch (failure.code & 0xff) {
    case SQLITE_FULL:
        return diskFull();
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return {.code = ErrorCode::DatabaseUnusable,
                .message =
                    Text::tr(
                        "The database %1 cannot be written. Check that the file and its folder are yours and "
                        "not write-protected.")
                        .arg(path)};
    case SQLITE_CANTOPEN:
        return {
            .code = ErrorCode::DatabaseUnusable,
            .message =
                Text::tr(
                    "The database %1 cannot be opened. Check that its folder exists and that you may read "
                    "and write there.")
                    .arg(path)};
    case SQLITE_CORRUPT:
        return damaged(path, details);
    case SQLITE_NOTADB:
        return {.code = ErrorCode::DatabaseUnusable,
                .message =
                    Text::tr("%1 is not a database. Move the file away or choose another one.").arg(path)};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {
            .code = ErrorCode::DatabaseUnusable,
            .message =
                Text::tr("Another program keeps the database %1 locked. Close it and try again.").arg(path)};
    case SQLITE_IOERR:
        return {
            .code = ErrorCode::DatabaseUnusable,
            .message =
                Text::tr(
                    "The database %1 could not be read or written (%2). Check that the disk is connected, "
                    "healthy and not full.")
                    .arg(path, details)};
    case SQLITE_CONSTRAINT:
        if (failure.code == SQLITE_CONSTRAINT_FOREIGNKEY) {
            return {.code = ErrorCode::BadInput,
                    .message = Text::tr(
                        "The value refers to something that is not there any more. Choose another one.")};
        }
        break;
    default:
        break;
    }
    return {.code = ErrorCode::Internal,
            .message = Text::tr("The database did not do what was asked: %1").arg(details)};
}

Database::AccessProbe &accessProbe()
{
    static Database::AccessProbe probe;
    return probe;
}

} // namespace

class Database::Private {
    Q_DISABLE_COPY_MOVE(Private)
public:
    struct Cached {
        std::unique_ptr<SqlStatement> statement;
        qint64 lastUse = 0;
    };

    Private(const QString &filePath)
        : path(filePath)
        , shownPath(QDir::toNativeSeparators(filePath))
    {
    }

    ~Private()
    {
        cache.clear();
        (void)sqlite3_close_v2(connection);
    }

    Result<void> open()
    {
        // Nobody asks how much memory SQLite uses, and to keep count takes a lock at each allocation. Refused once it runs.
        static const int isCounting = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        Q_UNUSED(isCounting)
        // One connection is for one thread, so SQLite needs no locks of its own.
        constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
        const QByteArray file = path.isEmpty() ? ":memory:" : path.toUtf8();
        const int code = sqlite3_open_v2(file.constData(), &connection, flags, nullptr);
        if (code != SQLITE_OK)
            return failed({code, QString::fromUtf8(sqlite3_errstr(code))}, u"open"_s);
        (void)sqlite3_busy_timeout(connection, int(longestWait.count()));
        return {};
    }

    /** Counts the access; the one that tests have chosen fails. */
    Result<void> access(const QString &sql)
    {
        Q_ASSERT(QThread::currentThread() == thread);
        ++accesses;
        if (failIn > 0 && --failIn == 0)
            return fail(diskFull());
        return accessProbe() ? accessProbe()(sql) : Result<void>();
    }

    [[nodiscard]] tl::unexpected<Error> failed(const SqlFailure &failure, const QString &sql) const
    {
        qCDebug(lcStore) << "failed:" << sql << failure.code << failure.text;
        return fail(errorOf(failure, shownPath));
    }

    Result<SqlStatement> prepare(const QString &sql) const
    {
        SqlStatement statement(connection, sql);
        if (statement.failure().code != 0)
            return failed(statement.failure(), sql);
        return statement;
    }

    Result<void> execute(SqlStatement &statement, const QVariantList &values)
    {
        if (Result<void> accessed = access(statement.sql()); !accessed)
            return accessed;
        return statement.execute(values) ? Result<void>() : failed(statement.failure(), statement.sql());
    }

    /** A prepared statement that nobody is reading from. */
    Result<SqlStatement *> cached(const QString &sql)
    {
        Cached &entry = cache[sql];
        entry.lastUse = accesses;
        if (!entry.statement) {
            Result<SqlStatement> prepared = prepare(sql);
            if (!prepared) {
                cache.erase(sql);
                return fail(prepared.error());
            }
            entry.statement = std::make_unique<SqlStatement>(std::move(*prepared));
            SqlStatement *statement = entry.statement.get();
            trimCache(statement);
            return statement;
        }
        entry.statement->finish();
        return entry.statement.get();
    }

    void trimCache(const SqlStatement *kept)
    {
        if (cache.size() <= mostCachedStatements)
            return;
        auto oldest = cache.end();
        for (auto it = cache.begin(); it != cache.end(); ++it) {
            if (it->second.statement.get() != kept && !it->second.statement->isActive()
                && (oldest == cache.end() || it->second.lastUse < oldest->second.lastUse))
                oldest = it;
        }
        if (oldest != cache.end())
            cache.erase(oldest);
    }

    /** SQLite obeys this pragma when it is prepared, so it is not one to keep prepared. */
    Result<void> setDurability(Durability wanted)
    {
        if (wanted == durability || isOnTrial) // it cannot be changed in a transaction
            return {};
        Result<SqlStatement> query = prepare(wanted == Durability::OnDisk ? u"PRAGMA synchronous = FULL"_s
                                                                       : u"PRAGMA synchronous = NORMAL"_s);
        if (!query)
            return fail(query.error());
        if (Result<void> done = execute(*query, {}); !done)
            return done;
        durability = wanted;
        return {};
    }

    void finishAll()
    {
        for (auto &[sql, entry] : cache)
            entry.statement->finish();
    }

    const QString path;
    const QString shownPath;
    sqlite3 *connection = nullptr;
    const QThread *thread = QThread::currentThread();
    std::unordered_map<QString, Cached> cache;
    qint64 accesses = 0;
    int failIn = 0;
    Durability durability = Durability::OnDisk;
    bool isOnTrial = false;
};

namespace {

/** What happens between an opened file and a usable database. */
class Opening final {
public:
    Opening(Database &database, const QString &path, const QList<Migration> &migrations)
        : m_database(database)
        , m_path(path)
        , m_shownPath(QDir::toNativeSeparators(path))
        , m_migrations(migrations)
    {
    }

    Result<void> prepareForReading()
    {
        const Result<int> version = checkOwner();
        if (!version)
            return fail(version.error());
        if (*version < m_migrations.constLast().version) {
            return fail(ErrorCode::DatabaseUnusable,
                        Text::tr("The database %1 is not ready yet. Start Tandem, which brings it up to "
                                 "date, and try again.")
                            .arg(m_shownPath));
        }
        if (Result<void> set = setPragmas(); !set)
            return set;
        return setPragma(u"query_only"_s, u"ON"_s, 1);
    }

    Result<void> prepareForWriting()
    {
        const Result<int> version = checkOwner();
        if (!version)
            return fail(version.error());
        if (Result<void> set = setPragmas(); !set)
            return set;
        if (*version > 0) {
            if (Result<void> checked = checkQuickly(); !checked)
                return checked;
        }
        return migrate(*version);
    }

private:
    /** Answers the schema's version, before anything is written to a file that may not be ours. */
    Result<int> checkOwner()
    {
        const Result<QVariant> version = m_database.value(u"PRAGMA user_version"_s);
        const Result<QVariant> owner = m_database.value(u"PRAGMA application_id"_s);
        const Result<QVariant> tables = m_database.value(u"SELECT count(*) FROM sqlite_schema"_s);
        for (const Result<QVariant> *answer : {&version, &owner, &tables}) {
            if (!*answer)
                return fail(answer->error());
        }
        if (tables->toInt() > 0 && owner->toInt() != applicationId) {
            return fail(
                ErrorCode::DatabaseUnusable,
                Text::tr("%1 is a database of another program. Choose another file.").arg(m_shownPath));
        }
        if (version->toInt() > m_migrations.constLast().version) {
            return fail(
                ErrorCode::DatabaseNewer,
                Text::tr(
                    "The database %1 was made by a newer Tandem. Update Tandem, or use another data folder.")
                    .arg(m_shownPath));
        }
        return version->toInt();
    }

    Result<void> setPragmas()
    {
        struct Pragma {
            QString name;
            QString set;
            QVariant read;
        };
        const QString journal = m_path.isEmpty() ? u"memory"_s : u"wal"_s;
        const QList<Pragma> pragmas{{u"journal_mode"_s, journal, journal},
                                    {u"foreign_keys"_s, u"ON"_s, 1},
                                    {u"synchronous"_s, u"FULL"_s, 2},
                                    {u"temp_store"_s, u"MEMORY"_s, 2},
                                    {u"cache_size"_s, u"-64000"_s, -64000},
                                    {u"wal_autocheckpoint"_s, QString::number(pagesBetweenCheckPoints), pagesBetweenCheckPoints},
                                    {u"journal_size_limit"_s, u"67108864"_s, 67108864}};
        for (const Pragma &pragma : pragmas) {
            if (Result<void> set = setPragma(pragma.name, pragma.set, pragma.read); !set)
                return set;
        }
        return {};
    }

    Result<void> setPragma(const QString &name, const QString &set, const QVariant &expected)
    {
        // Some pragmas answer when they are set and some do not, so the setting and the reading are two.
        const Result<QVariant> done = m_database.value(u"PRAGMA %1 = %2"_s.arg(name, set));
        if (!done)
            return fail(done.error());
        const Result<QVariant> read = m_database.value(u"PRAGMA %1"_s.arg(name));
        if (!read)
            return fail(read.error());
        if (read->toString() != expected.toString()) {
            return fail(
                ErrorCode::DatabaseUnusable,
                Text::tr(
                    "The disk of %1 does not offer what a database needs (%2). Choose a folder on a disk of "
                    "this computer.")
                    .arg(m_shownPath, name));
        }
        return {};
    }

    Result<void> checkQuickly()
    {
        if (QFileInfo(m_path).size() <= largestFileToCheckWhole)
            return m_database.check();
        for (const QString &table : {u"integration"_s, u"outbox"_s, u"option_value"_s}) {
            const Result<QVariant> answer = m_database.value(u"PRAGMA quick_check(%1)"_s.arg(table));
            if (!answer)
                return fail(answer.error());
            if (answer->toString() != "ok"_L1)
                return fail(damaged(m_shownPath, answer->toString()));
        }
        return {};
    }

    Result<void> migrate(int version)
    {
        if (version >= m_migrations.constLast().version)
            return {};
        if (version > 0) {
            if (Result<void> copied = keepCopy(m_migrations.constLast().version); !copied)
                return copied;
        }
        for (const Migration &migration : m_migrations) {
            if (Result<void> done = apply(migration); !done)
                return done;
        }
        return {};
    }

    Result<void> apply(const Migration &migration)
    {
        Transaction transaction(m_database);
        if (Result<void> begun = transaction.begun(); !begun)
            return begun;
        // Read inside the transaction: another Tandem may have done it meanwhile.
        const Result<QVariant> version = m_database.value(u"PRAGMA user_version"_s);
        if (!version)
            return fail(version.error());
        if (version->toInt() >= migration.version)
            return {};
        QStringList statements = migration.statements;
        statements.append(u"PRAGMA user_version = %1"_s.arg(migration.version));
        for (const QString &statement : statements) {
            if (const Result<SqlStatement> done = m_database.run(statement); !done)
                return fail(done.error());
        }
        qCInfo(lcStore) << "schema brought to version" << migration.version;
        return transaction.commit();
    }

    Result<void> keepCopy(int version)
    {
        const QString wanted = u"%1.before-v%2"_s.arg(m_path).arg(version);
        QString name = wanted;
        for (int n = 2; QFileInfo::exists(name); ++n)
            name = u"%1-%2"_s.arg(wanted).arg(n);
        QFile copy(name);
        if (!copy.open(QIODevice::WriteOnly | QIODevice::NewOnly, onlyOwner)) {
            return fail(ErrorCode::DatabaseUnusable,
                        Text::tr("The copy %1 cannot be made, and without it the database is not brought up "
                                 "to date. Check "
                                 "that you may write to the folder and that the disk is not full.")
                            .arg(QDir::toNativeSeparators(name)));
        }
        copy.close();
        const Result<SqlStatement> copied = m_database.run(u"VACUUM INTO ?"_s, {name});
        if (!copied) {
            copy.remove();
            return fail(copied.error());
        }
        return {};
    }

    Database &m_database;
    const QString m_path;
    const QString m_shownPath;
    const QList<Migration> &m_migrations;
};

/** The file, made when it may be; SQLite alone would let everybody read it. */
Result<void> prepareFile(const QString &path, Database::Mode mode)
{
    const QFileInfo info(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (info.isDir()) {
        return fail(ErrorCode::DatabaseUnusable,
                    Text::tr("%1 is a folder, but a database is a file. Choose a file.").arg(shown));
    }
    if (mode == Database::Mode::ReadWrite) {
        if (Result<void> finished = finishSalvage(path); !finished)
            return finished;
    }
    if (QFileInfo::exists(path))
        return {};
    if (mode == Database::Mode::ReadOnly) {
        return fail(ErrorCode::DatabaseUnusable,
                    Text::tr("There is no database %1 yet. Start Tandem, which makes it, or check the path.")
                        .arg(shown));
    }
    if (Result<void> folder = prepareProfileFolder(info.absolutePath()); !folder)
        return folder;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, onlyOwner) && !QFileInfo::exists(path)) {
        return fail(
            ErrorCode::DatabaseUnusable,
            Text::tr(
                "The database %1 cannot be made. Check that you may write to its folder and that the disk is "
                "not full.")
                .arg(shown));
    }
    return {};
}

} // namespace

Database::Database(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    const Result<QList<Migration>> migrations = shippedMigrations();
    if (!migrations)
        return fail(migrations.error());
    Result<std::unique_ptr<Database>> database = open(path, mode, *migrations);
    if (!database)
        return database;
    const Result<void> published = CustomFieldStore(**database).publish();
    return published ? std::move(database) : fail(published.error());
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode,
                                                 const QList<Migration> &migrations, int failingAccess)
{
    if (Result<void> file = prepareFile(path, mode); !file)
        return fail(file.error());
    auto priv = std::make_unique<Private>(path);
    if (const Result<void> opened = priv->open(); !opened)
        return fail(opened.error());
    std::unique_ptr<Database> database(new Database(std::move(priv)));
    database->failAccess(failingAccess);
    Opening opening(*database, path, migrations);
    const Result<void> prepared =
        mode == Mode::ReadOnly ? opening.prepareForReading() : opening.prepareForWriting();
    if (!prepared)
        return fail(prepared.error());
    return database;
}

Result<std::unique_ptr<Database>> Database::openInMemory()
{
    const Result<QList<Migration>> migrations = shippedMigrations();
    if (!migrations)
        return fail(migrations.error());
    auto priv = std::make_unique<Private>(QString());
    if (const Result<void> opened = priv->open(); !opened)
        return fail(opened.error());
    std::unique_ptr<Database> database(new Database(std::move(priv)));
    if (const Result<void> prepared = Opening(*database, {}, *migrations).prepareForWriting(); !prepared)
        return fail(prepared.error());
    return database;
}

QString Database::path() const
{
    return d->path;
}

int Database::schemaVersion()
{
    static const int version = [] {
        const Result<QList<Migration>> migrations = shippedMigrations();
        return migrations ? migrations->constLast().version : 0;
    }();
    return version;
}

Result<SqlStatement> Database::run(const QString &sql, const QVariantList &values)
{
    Result<SqlStatement> query = d->prepare(sql);
    if (!query)
        return query;
    if (const Result<void> done = d->execute(*query, values); !done)
        return fail(done.error());
    return query;
}

Result<SqlStatement *> Database::runCached(const QString &sql, const QVariantList &values)
{
    const Result<SqlStatement *> query = d->cached(sql);
    if (!query)
        return query;
    if (const Result<void> done = d->execute(**query, values); !done)
        return fail(done.error());
    return query;
}

Result<void> Database::read(const QString &sql, const QVariantList &values,
                            const std::function<void(const SqlStatement &)> &row)
{
    const Result<SqlStatement *> query = runCached(sql, values);
    if (!query)
        return fail(query.error());
    while ((*query)->next())
        row(**query);
    const Result<void> checked = checkRead(**query);
    (*query)->finish();
    return checked;
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values)
{
    const Result<SqlStatement *> query = runCached(sql, values);
    if (!query)
        return fail(query.error());
    QVariant first;
    if ((*query)->next())
        first = (*query)->value(0);
    const Result<void> checked = checkRead(**query);
    (*query)->finish();
    if (!checked)
        return fail(checked.error());
    return first;
}

Result<void> Database::checkRead(const SqlStatement &query) const
{
    return query.failure().code == 0 ? Result<void>() : d->failed(query.failure(), query.sql());
}

Result<int> Database::execute(const QString &sql, const QVariantList &values)
{
    const Result<SqlStatement *> query = runCached(sql, values);
    if (!query)
        return fail(query.error());
    const int changed = sqlite3_changes(d->connection);
    (*query)->finish();
    return changed;
}

Result<qint64> Database::insert(const QString &sql, const QVariantList &values)
{
    const Result<SqlStatement *> query = runCached(sql, values);
    if (!query)
        return fail(query.error());
    const qint64 id = sqlite3_last_insert_rowid(d->connection);
    (*query)->finish();
    return id;
}

Result<void> Database::check()
{
    const Result<QVariant> answer = value(u"PRAGMA quick_check(1)"_s);
    if (!answer)
        return fail(answer.error());
    if (answer->toString() != "ok"_L1)
        return fail(damaged(d->shownPath, answer->toString()));
    return {};
}

Result<void> Database::setAutomaticCheckPoints(bool isOn)
{
    const Result<SqlStatement> set = run(u"PRAGMA wal_autocheckpoint = %1"_s.arg(isOn ? pagesBetweenCheckPoints : 0));
    return set ? Result<void>() : fail(set.error());
}

void Database::failAccess(int n)
{
    d->failIn = n;
}

qint64 Database::accessCount() const
{
    return d->accesses;
}

void Database::setAccessProbe(AccessProbe probe)
{
    accessProbe() = std::move(probe);
}

Result<void> Database::beginTrial()
{
    Q_ASSERT(d->path.isEmpty());
    const Result<SqlStatement> begun = run(u"BEGIN IMMEDIATE"_s);
    if (!begun)
        return fail(begun.error());
    d->isOnTrial = true;
    return {};
}

Result<void> Database::endTrial()
{
    d->finishAll();
    d->isOnTrial = false;
    const Result<SqlStatement> ended = run(u"ROLLBACK"_s);
    return ended ? Result<void>() : fail(ended.error());
}

Transaction::Transaction(Database &database, Durability durability)
    : m_database(database)
    , m_begun(database.d->setDurability(durability))
{
    if (!m_begun)
        return;
    const QDeadlineTimer deadline(longestWait);
    // SQLite waits by itself, but gives up at once where it suspects a deadlock; then the whole unit is tried
    // again.
    do {
        Result<SqlStatement *> begin = m_database.d->cached(m_database.d->isOnTrial ? u"SAVEPOINT part"_s : u"BEGIN IMMEDIATE"_s);
        if (!begin) {
            m_begun = fail(begin.error());
            return;
        }
        m_begun = m_database.d->execute(**begin, {});
        m_isOpen = m_begun.has_value();
        if (m_isOpen || !isBusy((*begin)->failure()))
            return;
        QThread::msleep(5);
    } while (!deadline.hasExpired());
}

Transaction::~Transaction()
{
    if (!m_isOpen)
        return;
    m_database.d->finishAll();
    // SQLite rolls back by itself after some failures, such as a full disk; then there is nothing left to do.
    const char *takeBack = m_database.d->isOnTrial ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK";
    if (sqlite3_exec(m_database.d->connection, takeBack, nullptr, nullptr, nullptr) != SQLITE_OK)
        qCDebug(lcStore) << "rolled back already:" << sqlite3_errmsg(m_database.d->connection);
}

Result<void> Transaction::begun() const
{
    return m_begun;
}

Result<void> Transaction::commit()
{
    if (!m_isOpen)
        return m_begun ? fail(ErrorCode::Internal, Text::tr("The change was committed or given up already."))
                       : m_begun;
    m_database.d->finishAll();
    const Result<int> done = m_database.execute(m_database.d->isOnTrial ? u"RELEASE part"_s : u"COMMIT"_s);
    if (!done)
        return fail(done.error());
    m_isOpen = false;
    return {};
}

} // namespace tandem
