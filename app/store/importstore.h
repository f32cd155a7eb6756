// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/importrun.h"

#include <QList>

#include <optional>

namespace tandem {

class Database;

/** What imports did, and what their sources call the records. Writes belong inside a Transaction of the
 * caller. */
class ImportStore final {
public:
    explicit ImportStore(Database &database);

    /** `request` as in `ImportRun`. */
    [[nodiscard]] Result<qint64> begin(RecordSource source, const QString &name, const QString &person,
                                       const QJsonObject &request, const QDateTime &now);
    /** `NotFound` when there is none. */
    [[nodiscard]] Result<ImportRun> get(qint64 run) const;
    /** Newest first; `limit` 0: all. */
    [[nodiscard]] Result<QList<ImportRun>> list(int limit) const;
    [[nodiscard]] Result<void> addCounts(qint64 run, const ImportCounts &counts);
    [[nodiscard]] Result<void> setPosition(qint64 run, const QJsonObject &position);
    /** `at` is when it ended or was undone; invalid for a state that is neither. */
    [[nodiscard]] Result<void> setState(qint64 run, ImportRun::State state, const QDateTime &at);

    [[nodiscard]] Result<void> noteCreated(qint64 run, RecordId record, AssetKind kind, const QDateTime &at);
    [[nodiscard]] Result<void> noteUpdated(qint64 run, RecordId record, AssetKind kind,
                                           const FieldValues &before, const FieldValues &after,
                                           const QDateTime &at);
    /** The latest changes that an undo has not met yet, latest first, from before the change `before`; 0:
     * from the end. */
    [[nodiscard]] Result<QList<ImportChange>> toUndo(qint64 run, qint64 before, int limit) const;
    /** Changes of a run, whatever became of them. */
    [[nodiscard]] Result<qint64> changeCount(qint64 run) const;
    /** What the run did to this record, first to last. */
    [[nodiscard]] Result<QList<ImportChange>> ofRecord(qint64 run, RecordId record) const;
    /** Empty reason: it was taken back as a whole. */
    [[nodiscard]] Result<void> noteUndone(qint64 change, const QString &reason);
    /** What an undo left, in the order of doing; `limit` 0: all. */
    [[nodiscard]] Result<QList<ImportKept>> kept(qint64 run, int limit) const;

    /** The record that a source calls this; 0: none. */
    [[nodiscard]] Result<RecordId> byExternalId(RecordSource source, AssetKind kind,
                                                const QString &externalId) const;
    /** What the source calls the record; empty: nothing. */
    [[nodiscard]] Result<QString> externalIdOf(RecordSource source, AssetKind kind, RecordId record) const;
    /** What the source said of the record the last time; empty when that was not kept. */
    [[nodiscard]] Result<QJsonObject> said(RecordSource source, AssetKind kind,
                                           const QString &externalId) const;
    /** From now on what the run's source calls this record, and what it said of it; it is no other's any
     * more. */
    [[nodiscard]] Result<void> setExternalId(const ImportRun &run, AssetKind kind, const QString &externalId,
                                             RecordId record, const QJsonObject &said);
    /** What the source said of the record no longer holds here. */
    [[nodiscard]] Result<void> forgetSaid(RecordSource source, RecordId record);
    /** Forgets what a run told about that; at most `limit`. Answers how many. */
    [[nodiscard]] Result<int> forgetExternalIds(qint64 run, int limit);

private:
    Database &m_database;
};

/**
 * Ids of the records that are the same asset as one with these values (rule D2, `isSameAsset`): none, one, or
 * several of which a person must choose. References and list values are Tandem's ids.
 */
[[nodiscard]] Result<QList<RecordId>> exactMatches(Database &database, AssetKind kind,
                                                   const FieldValues &values);

/** Whether any record refers to this one or belongs to it; an organization does not belong to itself. */
[[nodiscard]] Result<bool> isReferredTo(Database &database, RecordId record);

} // namespace tandem
