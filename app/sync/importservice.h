// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "store/bulkwrites.h"
#include "sync/changenotifier.h"
#include "sync/importedrecord.h"
#include "sync/importplanner.h"

#include <QCoro/QCoroTask>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>

#include <chrono>
#include <memory>

namespace tandem {

/**
 * Imports: what a source brings is written a few records at a time, so that a save never waits, and each
 * change is noted, so that one undo takes all of it back. Engine's thread.
 */
class ImportService final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportService)
public:
    ImportService(Stores &stores, ChangeNotifier &notifier);
    ~ImportService() override;

    [[nodiscard]] Result<qint64> begin(RecordSource source, const QString &name, const QString &person,
                                       const QJsonObject &request);
    /** An import that was stopped or interrupted takes records again. */
    [[nodiscard]] Result<ImportRun> resume(qint64 run);
    /** One outcome for each record, in order. An error is the database's, and then what came before it stays.
     */
    QCoro::Task<Result<QList<ImportOutcome>>> take(qint64 run, QList<ImportedRecord> records);
    QCoro::Task<Result<ImportRun>> finish(qint64 run, bool isCancelled);
    QCoro::Task<Result<ImportUndone>> undo(qint64 run, QString person, Progress progress);
    [[nodiscard]] Result<QList<ImportRun>> runs(int limit) const;

    /** What runs ends at the next record; then `idle` is told. */
    void stop();
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    /** Something was queued for a push. */
    void pushQueued();
    void idle();

private:
    class Busy;

    [[nodiscard]] Result<ImportRun> openRun(qint64 run) const;
    /** Writes one record inside the transaction under way. */
    [[nodiscard]] Result<ImportOutcome> takeOne(const ImportRun &run, const QList<Integration> &integrations,
                                                ImportPlanner &planner, const ImportedRecord &record);
    [[nodiscard]] Result<Saved> write(const ImportRun &run, const QList<Integration> &integrations,
                                      const ImportedRecord &record, ImportStep step);
    [[nodiscard]] Result<void> undoOne(const ImportRun &run, const QList<Integration> &integrations,
                                       const ImportChange &change, const QString &person,
                                       ImportUndone &undone);
    /** Why the record has to stay, or empty when it is gone now. */
    [[nodiscard]] Result<QString> removeCreated(const ImportChange &change, const QList<ImportChange> &ofRun);
    /** What stays of a change, or empty when it is taken back as a whole. */
    [[nodiscard]] Result<QString> restoreUpdated(const ImportRun &run, const QList<Integration> &integrations,
                                                 const ImportChange &change, const QString &person);
    [[nodiscard]] Result<void> log(const QString &person, const QString &message);
    QCoro::Task<Result<void>> keepLogShort(bool isEnd);
    /** How many records the next transaction takes, after one of `count` that took `took`. */
    void adapt(qsizetype count, std::chrono::nanoseconds took);
    void announceNew();

    Stores &m_stores;
    ChangeNotifier &m_notifier;
    RecordService m_records;
    std::unique_ptr<BulkWrites> m_bulk; ///< while anything runs
    QFuture<Result<qint64>> m_checkPoint;
    qsizetype m_atOnce;
    QElapsedTimer m_sinceAnnounced;
    int m_busy = 0;
    bool m_isStopping = false;
};

} // namespace tandem
