// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "sync/changenotifier.h"
#include "sync/recordservice.h"

#include <QCoro/QCoroTask>

namespace tandem {

/**
 * What a person does to links: stop and resume the sync of a record, and Manage Data's actions on many (rule G1). Many are
 * done a few at a time, each lot in a transaction, with a turn of the event loop between. Engine's thread.
 */
class LinkManager final
{
    Q_DISABLE_COPY_MOVE(LinkManager)
public:
    LinkManager(Stores &stores, ChangeNotifier &notifier);

    /** Does it to every record of the selection; answers how many. */
    QCoro::Task<Result<qint64>> change(LinkSelection selection, LinkAction action, QString person, Progress progress);
    /** One record, also one that has no link yet. */
    [[nodiscard]] Result<void> change(IntegrationId integration, RecordId record, LinkAction action,
                                      const QString &person);
    /** Writes the backup, then deletes; what syncs elsewhere stays. */
    QCoro::Task<Result<DeletedRecords>> remove(LinkSelection selection, QString folder, QString person,
                                               Progress progress);

private:
    QCoro::Task<Result<QList<RecordId>>> select(LinkSelection selection, Progress progress);
    /** Inside a Transaction of the caller. */
    [[nodiscard]] Result<void> changeOne(const Integration &integration, RecordId record, LinkAction action,
                                         const QString &person);
    [[nodiscard]] Result<void> changeBelow(const Integration &integration, const Record &organization,
                                           LinkAction action, const QString &person);
    QCoro::Task<Result<QString>> writeBackup(QList<RecordId> ids, QString folder, Progress progress);

    Stores &m_stores;
    ChangeNotifier &m_notifier;
    RecordService m_records;
};

} // namespace tandem
