// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace tandem {

/** How many records an import treated in which way. */
struct ImportCounts {
    qint64 created = 0;
    qint64 updated = 0;
    qint64 skipped = 0; ///< left as they are, also because nothing was different
    qint64 failed = 0;

    [[nodiscard]] qint64 all() const;
    void add(const ImportCounts &other);
    bool operator==(const ImportCounts &) const = default;
};

/** One import, from its beginning to where it was taken back. */
struct ImportRun {
    enum class State : quint8 {
        Open, ///< under way, or interrupted: by a crash, or because the program was closed
        Finished,
        Cancelled, ///< a person stopped it; what was imported by then stays until it is undone
        Undoing, ///< an undo was begun and has not come to its end
        Undone,
        Count
    };
    qint64 id = 0;
    RecordSource source = RecordSource::Csv;
    QString name; ///< a file or a server, for people
    QString person;
    State state = State::Open;
    QDateTime startedAt; ///< UTC
    QDateTime endedAt; ///< UTC; invalid: it has not ended
    QDateTime undoneAt; ///< UTC
    ImportCounts counts;
    qint64 kept = 0; ///< changes that an undo left, each with its reason
    QJsonObject request = {}; ///< what the source was asked for; empty where it cannot go on
    QJsonObject position = {}; ///< where the source goes on; empty: from the start

    [[nodiscard]] bool canBeUndone() const;
    /** Whether it was stopped or interrupted, and its source knows how to go on. */
    [[nodiscard]] bool canBeResumed() const;
};

[[nodiscard]] QString importStateName(ImportRun::State state); ///< the word in the database and in --json
[[nodiscard]] std::optional<ImportRun::State> importStateFromName(const QString &name);
[[nodiscard]] QString importStateTitle(ImportRun::State state);

/** What an import did to one record. */
struct ImportChange {
    qint64 id = 0;
    qint64 runId = 0;
    RecordId recordId = 0;
    AssetKind kind = AssetKind::Organization;
    QDateTime at; ///< UTC; the record's `updatedAt` when it was done
    bool isCreated = false;
    FieldValues before; ///< of the fields it changed
    FieldValues after; ///< likewise
    bool isUndone = false;
};

/** A record that an undo left, or left in part. */
struct ImportKept {
    RecordId recordId = 0;
    AssetKind kind = AssetKind::Organization;
    QString name; ///< empty when the record is gone
    QString reason;
};

} // namespace tandem
