// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulkwrites.h"

#include "core/logging.h"
#include "core/workerthread.h"
#include "store/database.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Rows, also those of the search index. */
constexpr qint64 changesWorthOne = 10'000;

Result<qint64> changesOf(Database &database)
{
    const Result<QVariant> changes = database.value(u"SELECT total_changes()"_s);
    return changes ? Result<qint64>(changes->toLongLong()) : fail(changes.error());
}

/** On a connection of its own; nobody who reads or writes waits for a passive one. */
Result<qint64> checkPointOf(const QString &path)
{
    const Result<std::unique_ptr<Database>> database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return fail(database.error());
    qint64 pages = 0;
    const Result<void> done =
        (*database)->read(u"PRAGMA wal_checkpoint(PASSIVE)"_s, {},
                          [&](const SqlStatement &row) { pages = row.value(1).toLongLong(); });
    return done ? Result<qint64>(pages) : fail(done.error());
}

QFuture<Result<qint64>> ready(const Result<qint64> &result)
{
    return QtFuture::makeReadyFuture(result);
}

} // namespace

BulkWrites::BulkWrites(Database &database)
    : m_database(database)
{
}

BulkWrites::~BulkWrites()
{
    // Where this fails nothing does any more.
    if (const Result<void> set = m_database.setAutomaticCheckPoints(true); !set)
        qCDebug(lcStore) << "check points are still not automatic:" << set.error().message;
}

Result<void> BulkWrites::begin()
{
    const Result<qint64> changes = changesOf(m_database);
    if (!changes)
        return fail(changes.error());
    m_changes = *changes;
    return m_database.setAutomaticCheckPoints(false);
}

QFuture<Result<qint64>> BulkWrites::checkPoint(bool isEnd)
{
    const Result<qint64> changes = changesOf(m_database);
    if (!changes)
        return ready(changes);
    const bool isWorthIt = *changes - m_changes >= (isEnd && m_hasMadeOne ? 1 : changesWorthOne);
    if (!isWorthIt)
        return ready(0);
    m_changes = *changes;
    m_hasMadeOne = true;
    return inWorkerThread(Priority::Background, [path = m_database.path()] { return checkPointOf(path); });
}

} // namespace tandem
