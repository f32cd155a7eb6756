// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/readahead.h"

#include <QCoro/QCoroTask>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tandem {

using namespace std::chrono_literals;

namespace {

/** What was read is taken to be what the PSA has for so long. */
constexpr auto freshFor = 3s;
constexpr int firstSize = 16;
constexpr int smallestSize = 4;
constexpr int largestSize = 64;

} // namespace

struct ReadAhead::Batch {
    AssetKind kind = AssetKind::Organization;
    std::weak_ptr<Connection> connection;
    QHash<QString, QString> versions; ///< of the links when the call left, by remote id; those not used yet
    QHash<QString, RemoteRecord> records;
    std::optional<Error> error;
    bool hasLanded = false;
    bool isLate = false; ///< who waits for it reads for itself
    QElapsedTimer age;

    [[nodiscard]] bool isFresh() const
    {
        return !hasLanded || age.elapsed() < std::chrono::milliseconds(freshFor).count();
    }
};

ReadAhead::ReadAhead(const LinkStore &links)
    : m_links(links)
    , m_landed(std::make_shared<Bell>())
    , m_size(firstSize)
{
}

ReadAhead::~ReadAhead() = default;

QCoro::Task<Result<ReadAhead::Found>> ReadAhead::read(ConnectionPtr connection, Link link, QList<Push> upcoming, int permits)
{
    forgetStale(connection);
    BatchPtr batch = batchWith(connection, link);
    if (!batch)
        batch = start(connection, &link, link.kind, upcoming);
    // The next ones are asked for while the last of these are sent, so that nobody waits for them.
    else if (batch == m_batches.constLast() && batch->versions.size() <= 2 * permits)
        start(connection, nullptr, link.kind, upcoming);
    const bool isAtHand = batch && batch->hasLanded;
    while (batch && !batch->hasLanded && !batch->isLate)
        co_await m_landed->next();
    if (batch && batch->isLate)
        batch.reset();
    if (batch && batch->error)
        co_return fail(*batch->error);
    if (batch) {
        batch->versions.remove(link.remote.id);
        if (batch->versions.isEmpty()) {
            m_batches.removeOne(batch);
            m_size = std::min(2 * m_size, largestSize);
        }
        const auto found = batch->records.constFind(link.remote.id);
        if (found != batch->records.constEnd()) {
            const Result<Found> record = Found {.record = *found, .wasAtHand = isAtHand};
            co_return record;
        }
    }
    const Result<RemoteRecord> read = co_await connection->client->read(link.kind, link.remote);
    if (!read)
        co_return fail(read.error());
    const Result<Found> record = Found {.record = *read};
    co_return record;
}

ReadAhead::BatchPtr ReadAhead::batchWith(const ConnectionPtr &connection, const Link &link)
{
    for (const BatchPtr &batch : std::as_const(m_batches)) {
        const auto version = batch->versions.constFind(link.remote.id);
        if (batch->kind != link.kind || batch->connection.lock() != connection || version == batch->versions.constEnd())
            continue;
        // Whoever moved the link since has seen more than the batch.
        if (*version == link.version)
            return batch;
        batch->versions.remove(link.remote.id);
    }
    return nullptr;
}

ReadAhead::BatchPtr ReadAhead::start(const ConnectionPtr &connection, const Link *first, AssetKind kind,
                                     const QList<Push> &upcoming)
{
    auto batch = std::make_shared<Batch>();
    batch->kind = kind;
    batch->connection = connection;
    QList<RemoteKey> keys;
    const auto add = [&](const Link &link) {
        batch->versions.insert(link.remote.id, link.version);
        keys.append(link.remote);
    };
    if (first)
        add(*first);
    for (const Push &push : upcoming) {
        if (keys.size() >= m_size)
            break;
        if (push.kind != kind || push.stage == Push::Stage::Unknown)
            continue;
        const Result<std::optional<Link>> link = m_links.get(push.integrationId, push.recordId);
        if (link && *link && (*link)->isLinked() && !batchWith(connection, **link))
            add(**link);
    }
    if (keys.size() < 2)
        return nullptr;
    m_batches.append(batch);
    batch->age.start();
    fetch(batch, connection, keys);
    return batch;
}

QCoro::Task<void> ReadAhead::fetch(BatchPtr batch, ConnectionPtr connection, QList<RemoteKey> keys)
{
    const std::weak_ptr<Bell> landed = m_landed;
    const AssetKind kind = batch->kind;
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &patience, [batch, landed] {
        batch->isLate = true;
        if (const std::shared_ptr<Bell> bell = landed.lock())
            bell->ring();
    });
    patience.start(connection->http->patience());
    const Result<QList<RemoteRecord>> records = co_await connection->client->readMany(kind, keys);
    if (records) {
        for (const RemoteRecord &record : *records)
            batch->records.insert(record.key.id, record);
    } else {
        batch->error = records.error();
    }
    batch->hasLanded = true;
    if (const std::shared_ptr<Bell> bell = landed.lock())
        bell->ring();
}

void ReadAhead::forgetStale(const ConnectionPtr &connection)
{
    m_batches.removeIf([&](const BatchPtr &batch) {
        const bool isOver = batch->error.has_value() || batch->isLate || batch->connection.lock() != connection;
        if (!isOver && batch->isFresh())
            return false;
        // They take longer to send than what was read stays fresh.
        if (!isOver && !batch->versions.isEmpty())
            m_size = std::max(m_size / 2, smallestSize);
        return true;
    });
}

} // namespace tandem
