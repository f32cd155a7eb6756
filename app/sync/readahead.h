// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/linkstore.h"
#include "sync/bell.h"
#include "sync/connection.h"

#include <QCoro/QCoroTask>
#include <QElapsedTimer>
#include <QHash>
#include <QList>

#include <memory>

namespace tandem {

/**
 * Before an update Tandem looks at what the PSA has. Of many updates in a row it reads many records in one call, the next
 * ones while the first are being sent, so that looking does not double the calls of a platform that counts them. What was
 * read is used once, and only while it is fresh and the link has not moved since. For a call that is late nobody waits.
 * Engine's thread.
 */
class ReadAhead final
{
    Q_DISABLE_COPY_MOVE(ReadAhead)
public:
    explicit ReadAhead(const LinkStore &links);
    ~ReadAhead();

    struct Found {
        RemoteRecord record;
        bool wasAtHand = false; ///< it was not waited for, so nothing else can have happened meanwhile
    };

    /** The linked record as the PSA has it; `upcoming` are the pushes that go next, of which `permits` are under way at
     * once. `NotFound` as from the client. */
    QCoro::Task<Result<Found>> read(ConnectionPtr connection, Link link, QList<Push> upcoming, int permits);

private:
    /** Records that are read in one call. */
    struct Batch;
    using BatchPtr = std::shared_ptr<Batch>;

    [[nodiscard]] BatchPtr batchWith(const ConnectionPtr &connection, const Link &link);
    /** Reads `first` and what comes after it; null when that would be a single record. */
    BatchPtr start(const ConnectionPtr &connection, const Link *first, AssetKind kind,
                                 const QList<Push> &upcoming);
    QCoro::Task<void> fetch(BatchPtr batch, ConnectionPtr connection, QList<RemoteKey> keys);
    void forgetStale(const ConnectionPtr &connection);

    const LinkStore &m_links;
    QList<BatchPtr> m_batches; ///< in the order of their calls
    std::shared_ptr<Bell> m_landed;
    int m_size;
};

} // namespace tandem
