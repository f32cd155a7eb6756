// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "practice/recordtable.h"

#include <QFile>

#include <memory>

namespace tandem {

/**
 * All tables of one practice PSA, in memory, and their file.
 *
 * The file is a snapshot, written atomically; beside it lies `FILE.journal`, to which every change is
 * appended and handed to the system at once, so that a killed server has lost nothing. A snapshot starts a
 * new journal; an older journal or a half-written last entry is ignored. One thread.
 */
class RecordStore final {
    Q_DISABLE_COPY_MOVE(RecordStore)
public:
    explicit RecordStore(std::span<const TableSpec> tables);
    ~RecordStore();

    [[nodiscard]] RecordTable &table(int number);
    [[nodiscard]] const RecordTable &table(int number) const;
    [[nodiscard]] int tableCount() const;
    /** Counts changes: two equal answers mean that nothing changed in between. */
    [[nodiscard]] quint64 version() const;

    int insert(int table, const RecordDraft &draft, RecordStamp stamp);
    void update(int table, const RecordDraft &draft, RecordStamp stamp);
    bool remove(int table, int id);

    /** Reads snapshot and journal; false when there is no file yet. */
    [[nodiscard]] Result<bool> load(const QString &file);
    /** Writes a snapshot and keeps a journal from then on. */
    [[nodiscard]] Result<> save(const QString &file);

private:
    [[nodiscard]] Result<bool> readSnapshot(const QString &file);
    void replayJournal(const QString &file);
    void journalPut(int table, const StoredRecord &record);
    void journalWrite(const QByteArray &entry);

    std::vector<RecordTable> m_tables;
    quint64 m_version = 0;
    quint64 m_generation = 0;
    QByteArray m_fingerprint;
    std::unique_ptr<QFile> m_journal;
};

} // namespace tandem
