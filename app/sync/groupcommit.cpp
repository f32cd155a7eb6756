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
    const Result<void> done = writeAll(entries);
    if (!done) {
        // Nothing of it is on the disk, whatever the single works answered.
        for (const std::shared_ptr<Entry> &entry : entries)
            entry->result = done;
    }
    m_committed.ring();
}

Result<void> GroupCommit::writeAll(const QList<std::shared_ptr<Entry>> &entries)
{
    Transaction transaction(m_database);
    if (Result<void> begun = transaction.begun(); !begun)
        return begun;
    for (const std::shared_ptr<Entry> &entry : entries) {
        if (const Result<int> marked = m_database.execute(u"SAVEPOINT work"_s); !marked)
            return fail(marked.error());
        entry->result = entry->work();
        if (!entry->result) {
            if (const Result<int> undone = m_database.execute(u"ROLLBACK TO work"_s); !undone)
                return fail(undone.error());
        }
        if (const Result<int> released = m_database.execute(u"RELEASE work"_s); !released)
            return fail(released.error());
    }
    return transaction.commit();
}

} // namespace tandem
