// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/groupcommit.h"

#include "store/database.h"

#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

struct GroupCommit::Entry {
    Work work;
    Result<void> result;
};

GroupCommit::GroupCommit(Database &database)
    : m_database(database)
{
}

GroupCommit::~GroupCommit() = default;

QCoro::Task<Result<void>> GroupCommit::write(Work work)
{
    const auto entry = std::make_shared<Entry>(Entry {.work = std::move(work)});
    if (m_entries.isEmpty())
        QMetaObject::invokeMethod(this, &GroupCommit::flush, Qt::QueuedConnection);
    m_entries.append(entry);
    co_await m_committed.next();
    const Result<void> result = entry->result;
    co_return result;
}

void GroupCommit::flush()
{
    const QList<std::shared_ptr<Entry>> entries = std::exchange(m_entries, {});
    const bool haveAllWorked = writeTogether(entries);
    if (!haveAllWorked && entries.size() > 1) {
        // One that fails undoes all of them, so each has to be written by itself.
        for (const std::shared_ptr<Entry> &entry : entries)
            writeTogether({entry});
    }
    m_committed.ring();
}

bool GroupCommit::writeTogether(const QList<std::shared_ptr<Entry>> &entries)
{
    Transaction transaction(m_database);
    Result<void> done = transaction.begun();
    if (done) {
        for (const std::shared_ptr<Entry> &entry : entries) {
            entry->result = entry->work();
            if (!entry->result)
                return false;
        }
        done = transaction.commit();
    }
    if (!done) {
        // Nothing of it is on the disk, whatever the single works answered.
        for (const std::shared_ptr<Entry> &entry : entries)
            entry->result = done;
    }
    return true;
}

} // namespace tandem
