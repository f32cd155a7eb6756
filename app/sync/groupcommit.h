// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sync/bell.h"

#include <QCoro/QCoroTask>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>

namespace tandem {

class Database;

/**
 * Writes of several flights that come up in the same turn of the event loop reach the disk together: a commit costs a
 * disk sync, however much is in it. Engine's thread.
 */
class GroupCommit final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupCommit)
public:
    using Work = std::function<Result<void>()>;

    explicit GroupCommit(Database &database);
    ~GroupCommit() override;

    /** Runs `work` in the next common transaction, and ends once that is on the disk. What fails is undone alone; the
     * others then run a second time. */
    QCoro::Task<Result<void>> write(Work work);

private:
    struct Entry;
    void flush();
    /** Whether all of them worked, and then each has its result; else nothing is written, and the one that failed has its own. */
    bool writeTogether(const QList<std::shared_ptr<Entry>> &entries);

    Database &m_database;
    Bell m_committed;
    QList<std::shared_ptr<Entry>> m_entries;
};

} // namespace tandem
