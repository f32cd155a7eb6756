// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/damagedfile.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QtEndian>

#include <algorithm>
#include <atomic>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::Database)
};

// Places in the header, which is the beginning of page 1.
constexpr qsizetype headerSize = 100;
constexpr qsizetype pageSizeAt = 16;
constexpr qsizetype formatAt = 18; // two bytes: 2 for a file with a log, 1 for one without
constexpr qsizetype pageCountAt = 28; // 0: as many as there are
constexpr qsizetype freeListAt = 32;
constexpr qsizetype schemaVersionAt = 60;
constexpr qsizetype applicationIdAt = 68;
constexpr quint32 applicationId = 0x544E444D;
constexpr qint64 usualPageSize = 4096;

constexpr char rowPage = 0x0D;
constexpr char entryPage = 0x0A;
constexpr char entryInteriorPage = 0x02;

constexpr int mostFields = 40; // more than any table of ours has
constexpr qsizetype treesAtOnce = 200;
// A row that is shorter than its table answers the default for the rest; no table of ours holds a blob.
const QString absent = u"blob"_s;

quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

qint64 pageSizeOf(const QByteArray &header)
{
    const qint64 size = qFromBigEndian<quint16>(header.constData() + pageSizeAt);
    return size == 1 ? 65536 : size;
}

/** What SQLite itself demands of the header before it reads on. */
bool isSound(const QByteArray &header)
{
    if (header.size() < headerSize || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return false;
    const qint64 size = pageSizeOf(header);
    return size >= 512 && size <= 65536 && (size & (size - 1)) == 0 && header.at(formatAt) <= 2
        && header.at(formatAt + 1) <= 2 && header.mid(21, 3) == QByteArray("\x40\x20\x20");
}

QByteArray beginningOf(const QString &path, qint64 size)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(size) : QByteArray();
}

tl::unexpected<Error> notRead(const QString &path, const QString &why)
{
    return fail(
        ErrorCode::DatabaseUnusable,
        Text::tr("The damaged database %1 could not be read: %2").arg(QDir::toNativeSeparators(path), why));
}

QString nextConnection()
{
    static std::atomic<quint64> connections = 0;
    return u"tandem-damaged-%1"_s.arg(++connections);
}

QString fieldNames(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(u"c%1"_s.arg(i));
    return names.join(u", "_s);
}

QString tableName(quint32 root)
{
    return u"page_%1"_s.arg(root);
}

/** An empty database of the page size, as a first page that SQLite takes. */
Result<QByteArray> emptyPage(const QString &folder, qint64 pageSize)
{
    const QString path = QDir(folder).filePath(u"empty.sqlite"_s);
    const QString connection = nextConnection();
    QString problem;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(path);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        for (const QString &sql : {u"PRAGMA page_size = %1"_s.arg(pageSize), u"PRAGMA auto_vacuum = NONE"_s,
                                   u"PRAGMA user_version = 1"_s}) {
            if (problem.isEmpty() && !query.exec(sql))
                problem = query.lastError().text();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    QByteArray page = beginningOf(path, pageSize);
    if (!QFile::remove(path) || page.size() != pageSize || !problem.isEmpty())
        return notRead(path, problem);
    std::fill_n(page.begin() + pageCountAt, 4, '\0');
    return page;
}

Result<void> replaceFirstPage(const QString &path, const QByteArray &page)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || file.write(page) != page.size() || !file.flush())
        return notRead(path, file.errorString());
    return {};
}

/** Without what is absent at its end. */
QVariantList fieldsFrom(const QSqlQuery &row, int first)
{
    QVariantList values;
    for (int i = first; i < first + mostFields; ++i) {
        const QVariant value = row.value(i);
        if (value.typeId() == QMetaType::QByteArray)
            break;
        values.append(value);
    }
    return values;
}

} // namespace

bool isOfTandem(const QString &path)
{
    const QByteArray header = beginningOf(path, headerSize);
    if (isSound(header) && numberAt(header, applicationIdAt) != 0)
        return numberAt(header, applicationIdAt) == applicationId;
    // The header is lost: the schema itself lies on other pages.
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() < usualPageSize)
        return false;
    for (QByteArray page = file.read(usualPageSize); !page.isEmpty(); page = file.read(usualPageSize)) {
        for (const char *statement : {"CREATE TABLE option_value (", "CREATE TABLE integration_cursor (",
                                      "CREATE TABLE remote_option (", "CREATE TABLE outbox ("}) {
            if (page.contains(statement))
                return true;
        }
    }
    return false;
}

DamagedFile::DamagedFile(const QString &path)
    : m_path(path)
    , m_connection(nextConnection())
    , m_folder(QFileInfo(path).dir().filePath(u".salvage-XXXXXX"_s)) // the same disk has room for one more
    , m_work(m_folder.filePath(u"copy.sqlite"_s))
{
}

DamagedFile::~DamagedFile()
{
    disconnect();
}

Result<void> DamagedFile::open()
{
    Result<void> done = copy();
    if (done)
        done = mergeLog();
    if (done)
        done = isolate();
    return done;
}

int DamagedFile::schemaVersion() const
{
    return m_schemaVersion;
}

bool DamagedFile::hasTree(const QString &name) const
{
    return m_roots.contains(name);
}

Result<void> DamagedFile::copy()
{
    if (!m_folder.isValid())
        return notRead(m_path, m_folder.errorString());
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        if (!suffix.isEmpty() && !QFileInfo::exists(m_path + suffix))
            continue;
        QFile original(m_path + suffix);
        if (!original.copy(m_work + suffix))
            return notRead(m_path, original.errorString());
        if (!QFile::setPermissions(m_work + suffix, QFile::ReadOwner | QFile::WriteOwner))
            return notRead(m_path, Text::tr("its copy cannot be written."));
    }
    return {};
}

Result<void> DamagedFile::mergeLog()
{
    const QByteArray header = beginningOf(m_work, headerSize);
    m_hasHeader = isSound(header);
    m_pageSize = m_hasHeader ? pageSizeOf(header) : usualPageSize;
    QByteArray replaced;
    if (!m_hasHeader) {
        Result<QByteArray> page = emptyPage(m_folder.path(), m_pageSize);
        if (!page)
            return fail(page.error());
        replaced = *page;
        replaced[formatAt] = replaced[formatAt + 1] = 2;
        if (Result<void> written = replaceFirstPage(m_work, replaced); !written)
            return written;
    }
    if (Result<void> connected = connect(); !connected)
        return connected;
    // While it reads a schema it cannot make sense of, SQLite refuses once and then goes on with what it has.
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (const Result<void> merged = execute(u"PRAGMA journal_mode = DELETE"_s); !merged)
            qCInfo(lcStore) << "salvage:" << merged.error().message;
    }
    const QByteArray merged = beginningOf(m_work, m_pageSize);
    // The log may have held page 1.
    if (!m_hasHeader)
        m_hasHeader = isSound(merged) && numberAt(merged, applicationIdAt) == applicationId;
    if (m_hasHeader)
        m_schemaVersion = int(numberAt(merged, schemaVersionAt));
    const Result<void> roots = m_hasHeader ? readRoots(true) : Result<void>();
    disconnect();
    return roots;
}

Result<void> DamagedFile::isolate()
{
    // What a freed page still holds is out of date. Each page of the list names the next one and other free
    // ones.
    QFile file(m_work);
    if (!file.open(QIODevice::ReadOnly))
        return notRead(m_work, file.errorString());
    QSet<quint32> free;
    quint32 next = m_hasHeader ? numberAt(file.read(headerSize), freeListAt) : 0;
    while (next > 1 && !free.contains(next) && file.seek((next - 1) * m_pageSize)) {
        free.insert(next);
        const QByteArray page = file.read(m_pageSize);
        const qsizetype count = std::min<qsizetype>(numberAt(page, 4), page.size() / 4 - 2);
        for (qsizetype i = 0; i < count; ++i)
            free.insert(numberAt(page, 8 + 4 * i));
        next = numberAt(page, 0);
    }
    m_pageCount = file.size() / m_pageSize;
    file.close();
    m_freePages = QList<quint32>(free.begin(), free.end());
    std::sort(m_freePages.begin(), m_freePages.end());

    const Result<QByteArray> page = emptyPage(m_folder.path(), m_pageSize);
    if (!page)
        return fail(page.error());
    Result<void> done = replaceFirstPage(m_work, *page);
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s}) {
        if (done && QFileInfo::exists(m_work + suffix) && !QFile::remove(m_work + suffix))
            done = notRead(m_work, Text::tr("its copy cannot be written."));
    }
    if (done)
        done = connect();
    for (const QString &pragma :
         {u"journal_mode = OFF"_s, u"synchronous = OFF"_s, u"cell_size_check = ON"_s}) {
        if (done)
            done = execute(u"PRAGMA "_s + pragma);
    }
    if (done && m_roots.isEmpty())
        done = findRoots();
    return done;
}

Result<void> DamagedFile::connect()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_work);
    if (!database.open())
        return notRead(m_path, database.lastError().text());
    return execute(u"PRAGMA writable_schema = ON"_s);
}

void DamagedFile::disconnect()
{
    if (!QSqlDatabase::contains(m_connection))
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> DamagedFile::execute(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    bool isDone = query.prepare(sql);
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    isDone = isDone && query.exec();
    return isDone ? Result<void>() : notRead(m_path, query.lastError().text());
}

/** `isComplete`: unless every root can be read, they are all sought page by page. */
Result<void> DamagedFile::readRoots(bool isComplete)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    const bool isRead = query.exec(u"SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0"_s);
    while (isRead && query.next())
        m_roots.insert(query.value(0).toString(), query.value(1).toUInt());
    if (isComplete && query.lastError().isValid())
        m_roots.clear();
    return {};
}

Result<void> DamagedFile::findRoots()
{
    // A line of the schema: type, name, table, root, statement.
    const auto isSchema = [](const QStringList &types) {
        return types.size() == 5
            && types.first(4) == QStringList{u"text"_s, u"text"_s, u"text"_s, u"integer"_s};
    };
    return readPages(true, isSchema, [this](const Row &row) {
        if (row.values.size() == 5 && row.unreadable.isEmpty() && row.values.at(3).toUInt() > 1)
            m_roots.insert(row.values.at(1).toString(), row.values.at(3).toUInt());
    });
}

Result<QList<quint32>> DamagedFile::usedPages(const QByteArray &types) const
{
    QFile file(m_work);
    if (!file.open(QIODevice::ReadOnly))
        return notRead(m_work, file.errorString());
    QList<quint32> pages;
    for (qint64 number = 2; number <= m_pageCount; ++number) {
        char type = 0;
        if (!file.seek((number - 1) * m_pageSize) || !file.getChar(&type))
            return notRead(m_path, file.errorString());
        if (types.contains(type)
            && !std::binary_search(m_freePages.begin(), m_freePages.end(), quint32(number)))
            pages.append(quint32(number));
    }
    return pages;
}

Result<void> DamagedFile::declare(const QList<Tree> &trees)
{
    QStringList columns;
    for (int i = 0; i < mostFields; ++i)
        columns.append(u"c%1 DEFAULT x'00'"_s.arg(i));
    const QString shape = columns.join(u", "_s);
    Result<void> done = execute(u"PRAGMA writable_schema = ON"_s);
    if (done)
        done = execute(u"BEGIN"_s);
    if (done)
        done = execute(u"DELETE FROM sqlite_schema"_s);
    for (const Tree &tree : trees) {
        if (!done)
            return done;
        const QString name = tableName(tree.root);
        const QString statement = tree.hasIds
            ? u"CREATE TABLE %1 (%2)"_s.arg(name, shape)
            : u"CREATE TABLE %1 (%2, PRIMARY KEY (c0)) WITHOUT ROWID"_s.arg(name, shape);
        done = execute(
            u"INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('table', ?, ?, ?, ?)"_s,
            {name, name, tree.root, statement});
    }
    if (done)
        done = execute(u"COMMIT"_s);
    // Reads the schema anew.
    return done ? execute(u"PRAGMA writable_schema = RESET"_s) : done;
}

bool DamagedFile::readDeclared(const Tree &tree, const Visitor &visit)
{
    const QString id = tree.hasIds ? u"rowid"_s : u"0"_s;
    const QString select = u"SELECT %1, %2 FROM %3 ORDER BY %4"_s.arg(
        id, fieldNames(mostFields), tableName(tree.root), tree.hasIds ? u"rowid"_s : u"c0"_s);
    // Forwards, and where that ends early also backwards, up to the same place.
    for (const QString &direction : {u" ASC"_s, u" DESC"_s}) {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        query.setForwardOnly(true);
        if (!query.exec(select + direction))
            continue;
        while (query.next())
            visit({.id = query.value(0).toLongLong(), .values = fieldsFrom(query, 1)});
        if (!query.lastError().isValid())
            return true;
    }
    return false;
}

QStringList DamagedFile::typesOf(const Tree &tree)
{
    QStringList columns;
    for (int i = 0; i < mostFields; ++i)
        columns.append(u"typeof(c%1)"_s.arg(i));
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    QStringList types;
    if (!query.exec(u"SELECT %1 FROM %2 LIMIT 1"_s.arg(columns.join(u", "_s), tableName(tree.root)))
        || !query.next())
        return types;
    for (int i = 0; i < mostFields && query.value(i).toString() != absent; ++i)
        types.append(query.value(i).toString());
    return types;
}

void DamagedFile::readPageByRow(const Tree &tree, const Visitor &visit)
{
    const QString name = tableName(tree.root);
    QList<qint64> ids;
    for (const QString &direction : {u"ASC"_s, u"DESC"_s}) {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        query.setForwardOnly(true);
        if (!query.exec(u"SELECT rowid FROM %1 ORDER BY rowid %2"_s.arg(name, direction)))
            continue;
        while (query.next())
            ids.append(query.value(0).toLongLong());
        if (!query.lastError().isValid())
            break;
    }
    // Where a value goes on in another page, that one alone may be lost.
    for (const qint64 id : ids) {
        Row row{.id = id};
        for (int i = 0; i < mostFields; ++i) {
            QSqlQuery type(QSqlDatabase::database(m_connection, false));
            if (!type.exec(
                    u"SELECT typeof(c%1) FROM %2 WHERE rowid = %3"_s.arg(QString::number(i), name).arg(id))
                || !type.next() || type.value(0).toString() == absent)
                break;
            QSqlQuery value(QSqlDatabase::database(m_connection, false));
            const bool isRead =
                value.exec(u"SELECT c%1 FROM %2 WHERE rowid = %3"_s.arg(QString::number(i), name).arg(id))
                && value.next();
            row.values.append(isRead ? value.value(0) : QVariant());
            if (!isRead)
                row.unreadable.append(i);
        }
        visit(row);
    }
}

Result<bool> DamagedFile::readTree(const QString &name, bool hasIds, const Visitor &visit)
{
    const Tree tree{.root = m_roots.value(name), .hasIds = hasIds};
    if (tree.root == 0)
        return false;
    if (const Result<void> declared = declare({tree}); !declared)
        return fail(declared.error());
    return readDeclared(tree, visit);
}

Result<void> DamagedFile::readPages(bool hasIds, const Chooser &isWanted, const Visitor &visit)
{
    const Result<QList<quint32>> pages =
        usedPages(hasIds ? QByteArray(1, rowPage) : QByteArray{}.append(entryPage).append(entryInteriorPage));
    if (!pages)
        return fail(pages.error());
    for (qsizetype begin = 0; begin < pages->size(); begin += treesAtOnce) {
        QList<Tree> trees;
        for (const quint32 root : pages->sliced(begin, std::min(treesAtOnce, pages->size() - begin)))
            trees.append({.root = root, .hasIds = hasIds});
        if (Result<void> declared = declare(trees); !declared)
            return declared;
        for (const Tree &tree : std::as_const(trees)) {
            const QStringList types = typesOf(tree);
            if (types.isEmpty() || !isWanted(types))
                continue;
            if (!readDeclared(tree, visit) && hasIds)
                readPageByRow(tree, visit);
        }
    }
    return {};
}

} // namespace tandem
