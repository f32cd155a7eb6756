// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulkwrites.h"

#include "core/logging.h"
#include "core/workerthread.h"
#include "store/database.h"

#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** On a connection of its own; nobody who reads or writes waits for a passive one. */
Result<qint64> checkPointOf(const QString &path)
{
    const Result<std::unique_ptr<Database>> database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return fail(database.error());
    qint64 pages = 0;
    const Result<void> done = (*database)->read(u"PRAGMA wal_checkpoint(PASSIVE)"_s, {},
                                                [&](const QSqlQuery &row) { pages = row.value(1).toLongLong(); });
    return done ? Result<qint64>(pages) : fail(done.error());
}

void setAutomatic(Database &database, bool isOn)
{
    if (const Result<void> set = database.setAutomaticCheckPoints(isOn); !set)
        qCWarning(lcStore) << "check points stay as they were:" << set.error().message;
}

} // namespace

BulkWrites::BulkWrites(Database &database)
    : m_database(database)
{
    setAutomatic(m_database, false);
}

BulkWrites::~BulkWrites()
{
    setAutomatic(m_database, true);
}

QFuture<Result<qint64>> BulkWrites::checkPoint()
{
    const Result<QVariant> changes = m_database.value(u"SELECT total_changes()"_s);
    if (!changes)
        return QtFuture::makeReadyFuture<Result<qint64>>(fail(changes.error()));
    const qint64 before = std::exchange(m_changes, changes->toLongLong());
    if (before == m_changes)
        return QtFuture::makeReadyFuture<Result<qint64>>(0);
    return inWorkerThread([path = m_database.path()] { return checkPointOf(path); });
}

} // namespace tandem
