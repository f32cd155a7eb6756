// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>

namespace tandem {

class Database;

/**
 * While it lives, a connection that writes many records never moves them from the write-ahead log into the
 * database file itself, since a save would wait for the disk meanwhile: a worker thread does. Thread of the
 * connection.
 */
class BulkWrites final {
    Q_DISABLE_COPY_MOVE(BulkWrites)
public:
    explicit BulkWrites(Database &database);
    ~BulkWrites();

    [[nodiscard]] Result<void> begin();
    /**
     * Moves what was committed by now, and answers how many pages the log had grown to; 0 at once when that
     * is too little to be worth it. The log starts afresh with the first write after a check point that no
     * write came between. Call it now and then, and with `isEnd` at the end.
     */
    [[nodiscard]] QFuture<Result<qint64>> checkPoint(bool isEnd);

private:
    Database &m_database;
    qint64 m_changes = 0; ///< of the connection, at the latest check point
    bool m_hasMadeOne = false;
};

} // namespace tandem
