// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "core/logging.h"
#include "store/profile.h"
#include "store/salvage.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QThread>

#include <algorithm>
#include <atomic>
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

/** Primary result codes of SQLite, as https://www.sqlite.org/rescode.html numbers them. */
enum SqliteCode {
    SqlitePerm = 3,
    SqliteBusy = 5,
    SqliteLocked = 6,
    SqliteReadOnly = 8,
    SqliteIoError = 10,
    SqliteCorrupt = 11,
    SqliteFull = 13,
    SqliteCantOpen = 14,
    SqliteConstraint = 19,
    SqliteNotADatabase = 26,
};
constexpr int sqliteConstraintForeignKey = 787;

int codeOf(const QSqlError &error)
{
    return error.nativeErrorCode().toInt();
}

bool isBusy(const QSqlError &error)
{
    return (codeOf(error) & 0xff) == SqliteBusy;
}

/** Half a surrogate pair, as a PSA may send, would swallow the character behind it when SQLite stores the
 * text. */
QVariant wellFormed(const QVariant &value)
{
    if (value.metaType() != QMetaType::fromType<QString>())
        return value;
    const QString text = value.toString();
    return text.isValidUtf16() ? value : QString::fromUtf8(text.toUtf8());
}

bool isSame(const QVariant &one, const QVariant &other)
{
    return one.metaType() == other.metaType() && one.isNull() == other.isNull() && one == other;
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

Error errorOf(const QSqlError &error, const QString &path)
{
    const QString details = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    switch (codeOf(error) & 0xff) {
    case SqliteFull:
        return diskFull();
    case SqlitePerm:
    case SqliteReadOnly:
        return {.code = ErrorCode::DatabaseUnusable,
                .message =
                    Text::tr(
                        "The database %1 cannot be written. Check that the file and its folder are yours and "
                        "not write-protected.")
                        .arg(path)};
    case SqliteCantOpen:
        return {
            .code = ErrorCode::DatabaseUnusable,
            .message =
                Text::tr(
                    "The database %1 cannot be opened. Check that its folder exists and that you may read "
                    "and write there.")
                    .arg(path)};
    case SqliteCorrupt:
        return damaged(path, details);
    case SqliteNotADatabase:
        return {.code = ErrorCode::DatabaseUnusable,
                .message =
                    Text::tr("%1 is not a database. Move the file away or choose another one.").arg(path)};
    case SqliteBusy:
    case SqliteLocked:
        return {
            .code = ErrorCode::DatabaseUnusable,
            .message =
                Text::tr("Another program keeps the database %1 locked. Close it and try again.").arg(path)};
    case SqliteIoError:
        return {
            .code = ErrorCode::DatabaseUnusable,
            .message =
                Text::tr(
                    "The database %1 could not be read or written (%2). Check that the disk is connected, "
                    "healthy and not full.")
                    .arg(path, details)};
    case SqliteConstraint:
        if (codeOf(error) == sqliteConstraintForeignKey) {
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
        std::unique_ptr<QSqlQuery> query;
        qint64 lastUse = 0;
    };

    Private(const QString &filePath)
        : path(filePath)
        , shownPath(QDir::toNativeSeparators(filePath))
    {
        static std::atomic<quint64> connections = 0;
        connection = u"tandem-%1"_s.arg(++connections);
    }

    ~Private()
    {
        cache.clear();
        if (!QSqlDatabase::contains(connection))
            return;
        QSqlDatabase::database(connection, false).close();
        QSqlDatabase::removeDatabase(connection);
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

    [[nodiscard]] tl::unexpected<Error> failed(const QSqlError &error, const QString &sql) const
    {
        qCDebug(lcStore) << "failed:" << sql << error;
        return fail(errorOf(error, shownPath));
    }

    Result<QSqlQuery> prepare(const QString &sql) const
    {
        QSqlQuery query(QSqlDatabase::database(connection, false));
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return failed(query.lastError(), sql);
        return query;
    }

    Result<void> execute(QSqlQuery &query, const QVariantList &values)
    {
        if (Result<void> accessed = access(query.lastQuery()); !accessed)
            return accessed;
        // A kept statement keeps its values, and to compare one is quicker than to bind it.
        const qsizetype bound = query.boundValues().size();
        for (int i = 0; i < values.size(); ++i) {
            const QVariant value = wellFormed(values.at(i));
            if (i >= bound || !isSame(query.boundValue(i), value))
                query.bindValue(i, value);
        }
        if (!query.exec())
            return failed(query.lastError(), query.lastQuery());
        return {};
    }

    /** A prepared statement that nobody is reading from. */
    Result<QSqlQuery *> cached(const QString &sql)
    {
        Cached &entry = cache[sql];
        entry.lastUse = accesses;
        if (!entry.query) {
            Result<QSqlQuery> prepared = prepare(sql);
            if (!prepared) {
                cache.erase(sql);
                return fail(prepared.error());
            }
            entry.query = std::make_unique<QSqlQuery>(std::move(*prepared));
            QSqlQuery *query = entry.query.get();
            trimCache(query);
            return query;
        }
        if (entry.query->isActive())
            entry.query->finish();
        return entry.query.get();
    }

    void trimCache(const QSqlQuery *kept)
    {
        if (cache.size() <= mostCachedStatements)
            return;
        auto oldest = cache.end();
        for (auto it = cache.begin(); it != cache.end(); ++it) {
            if (it->second.query.get() != kept && !it->second.query->isActive()
                && (oldest == cache.end() || it->second.lastUse < oldest->second.lastUse))
                oldest = it;
        }
        if (oldest != cache.end())
            cache.erase(oldest);
    }

    /** SQLite obeys this pragma when it is prepared, so it is not one to keep prepared. */
    Result<void> setDurability(Durability wanted)
    {
        if (wanted == durability)
            return {};
        Result<QSqlQuery> query = prepare(wanted == Durability::OnDisk ? u"PRAGMA synchronous = FULL"_s
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
        for (auto &[sql, entry] : cache) {
            if (entry.query->isActive())
                entry.query->finish();
        }
    }

    const QString path;
    const QString shownPath;
    QString connection;
    const QThread *thread = QThread::currentThread();
    std::unordered_map<QString, Cached> cache;
    qint64 accesses = 0;
    int failIn = 0;
    Durability durability = Durability::OnDisk;
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
        const QList<Pragma> pragmas{{u"journal_mode"_s, u"WAL"_s, u"wal"_s},
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
            if (const Result<QSqlQuery> done = m_database.run(statement); !done)
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
        const Result<QSqlQuery> copied = m_database.run(u"VACUUM INTO ?"_s, {name});
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
    return open(path, mode, *migrations);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode,
                                                 const QList<Migration> &migrations, int failingAccess)
{
    if (Result<void> file = prepareFile(path, mode); !file)
        return fail(file.error());
    auto priv = std::make_unique<Private>(path);
    {
        QSqlDatabase handle = QSqlDatabase::addDatabase(u"QSQLITE"_s, priv->connection);
        if (!handle.isValid()) {
            return fail(
                ErrorCode::DatabaseUnusable,
                Text::tr("Qt's driver for SQLite is not installed. Install the package libqt6sql6-sqlite."));
        }
        handle.setDatabaseName(path);
        handle.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(longestWait.count()));
        if (!handle.open())
            return priv->failed(handle.lastError(), u"open"_s);
    }
    std::unique_ptr<Database> database(new Database(std::move(priv)));
    database->failAccess(failingAccess);
    Opening opening(*database, path, migrations);
    const Result<void> prepared =
        mode == Mode::ReadOnly ? opening.prepareForReading() : opening.prepareForWriting();
    if (!prepared)
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

Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values)
{
    Result<QSqlQuery> query = d->prepare(sql);
    if (!query)
        return query;
    if (const Result<void> done = d->execute(*query, values); !done)
        return fail(done.error());
    return query;
}

Result<QSqlQuery *> Database::runCached(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = d->cached(sql);
    if (!query)
        return query;
    if (const Result<void> done = d->execute(**query, values); !done)
        return fail(done.error());
    return query;
}

Result<void> Database::read(const QString &sql, const QVariantList &values,
                            const std::function<void(const QSqlQuery &)> &row)
{
    const Result<QSqlQuery *> query = runCached(sql, values);
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
    const Result<QSqlQuery *> query = runCached(sql, values);
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

Result<void> Database::checkRead(const QSqlQuery &query) const
{
    if (query.lastError().isValid())
        return d->failed(query.lastError(), query.lastQuery());
    return {};
}

Result<int> Database::execute(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = runCached(sql, values);
    if (!query)
        return fail(query.error());
    const int changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<qint64> Database::insert(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = runCached(sql, values);
    if (!query)
        return fail(query.error());
    const qint64 id = (*query)->lastInsertId().toLongLong();
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
    const Result<QSqlQuery> set = run(u"PRAGMA wal_autocheckpoint = %1"_s.arg(isOn ? pagesBetweenCheckPoints : 0));
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
        Result<QSqlQuery *> begin = m_database.d->cached(u"BEGIN IMMEDIATE"_s);
        if (!begin) {
            m_begun = fail(begin.error());
            return;
        }
        m_begun = m_database.d->execute(**begin, {});
        m_isOpen = m_begun.has_value();
        if (m_isOpen || !isBusy((*begin)->lastError()))
            return;
        QThread::msleep(5);
    } while (!deadline.hasExpired());
}

Transaction::~Transaction()
{
    if (!m_isOpen)
        return;
    m_database.d->finishAll();
    QSqlQuery rollback(QSqlDatabase::database(m_database.d->connection, false));
    // SQLite rolls back by itself after some failures, such as a full disk; then there is nothing left to do.
    if (!rollback.exec(u"ROLLBACK"_s))
        qCDebug(lcStore) << "rolled back already:" << rollback.lastError();
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
    const Result<int> done = m_database.execute(u"COMMIT"_s);
    if (!done)
        return fail(done.error());
    m_isOpen = false;
    return {};
}

} // namespace tandem
