// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/migration.h"
#include "store/sqlstatement.h"

#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>

namespace tandem {

/**
 * One connection to one database, for the thread that opened it and for no other. Opening sets and reads back
 * every pragma (WAL, foreign_keys, synchronous=FULL, busy_timeout), checks the file, and brings the schema up
 * to date: a copy of the file is kept beside it (FILE.before-vN) before a migration. Errors of `open`:
 * `DatabaseNewer`, `DatabaseFull`, `DatabaseUnusable` (not writable, not a database, another program's,
 * damaged), each with what to do in its message. A damaged file is never deleted.
 *
 * How the file is checked: a file of up to 16 MB as a whole, at every opening for writing. A larger one would
 * take seconds, so only the tables that hold what exists nowhere else are (the integrations, the outbox and
 * the lists); damage elsewhere is reported when it is met, and `check` looks at everything.
 */
class Database final {
    Q_DISABLE_COPY_MOVE(Database)
public:
    enum class Mode : quint8 {
        ReadWrite, ///< creates the file, and migrates it
        ReadOnly, ///< for readers; fails when the schema is not the current one
    };

    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    /** Tests: as if these migrations were the ones that ship with Tandem; `failingAccess` as for
     * `failAccess`. */
    [[nodiscard]] static Result<std::unique_ptr<Database>>
    open(const QString &path, Mode mode, const QList<Migration> &migrations, int failingAccess = 0);
    /** Tests: one that is in memory and gone with its connection; its journal is in memory too. */
    [[nodiscard]] static Result<std::unique_ptr<Database>> openInMemory();
    /**
     * Tests, for one in memory: what is done from here to `endTrial` is taken back then. Meanwhile transactions are
     * savepoints, so that those that are committed can be taken back too.
     */
    [[nodiscard]] Result<void> beginTrial();
    [[nodiscard]] Result<void> endTrial();
    ~Database();

    /** Empty in memory. */
    [[nodiscard]] QString path() const;
    /** The schema this program writes. */
    [[nodiscard]] static int schemaVersion();

    /** A forward-only query, prepared and bound in order; finished when it goes out of scope. Executed
     * already. */
    [[nodiscard]] Result<SqlStatement> run(const QString &sql, const QVariantList &values = {});
    /**
     * As `run`, for a statement that is used again and again: the prepared statement is kept with the
     * connection. It is the caller's until it is finished: read to the end or call `finish()`, so that no
     * read lock lingers. The end of a Transaction finishes what was forgotten.
     */
    [[nodiscard]] Result<SqlStatement *> runCached(const QString &sql, const QVariantList &values = {});
    /** Calls `row` for every row of a cached statement, and answers an error met on the way; finished
     * afterwards. */
    [[nodiscard]] Result<void> read(const QString &sql, const QVariantList &values,
                                    const std::function<void(const SqlStatement &)> &row);
    /** The first column of the first row; invalid when there is no row. */
    [[nodiscard]] Result<QVariant> value(const QString &sql, const QVariantList &values = {});
    /** Call it after the last `next()` of a query of `run`: a failure half-way looks like the end of the
     * rows. */
    [[nodiscard]] Result<void> checkRead(const SqlStatement &query) const;
    /** As `runCached` for statements without rows; answers the number of rows changed. */
    [[nodiscard]] Result<int> execute(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<qint64> insert(const QString &sql,
                                        const QVariantList &values = {}); ///< answers the new id

    /** Looks at every page and index; it takes seconds for a large file. Damage is the error. */
    [[nodiscard]] Result<void> check();

    /**
     * Whether commits move what has gathered in the write-ahead log into the file when it has grown long, as they
     * do unless told otherwise; such a commit takes as long as the disk does. See BulkWrites.
     */
    [[nodiscard]] Result<void> setAutomaticCheckPoints(bool isOn);

    /** Tests: the n-th access from now (1 is the next) fails as a full disk would; 0 switches it off. */
    void failAccess(int n);
    [[nodiscard]] qint64 accessCount() const;
    /** Tests: asked before every access of every connection, in the connection's thread; an error fails the
     * access. Set it while no connection is in use; empty: nobody is asked. */
    using AccessProbe = std::function<Result<void>(const QString &sql)>;
    static void setAccessProbe(AccessProbe probe);

private:
    friend class Transaction;
    class Private;
    explicit Database(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

/**
 * What a commit waits for. One that waits for nothing is for what can be fetched again: it outlives the program, but a
 * power cut may undo it and what came after it, until the next one that is OnDisk.
 */
enum class Durability : quint8 {
    OnDisk, ///< until a power cut cannot undo it
    Later, ///< for nothing
};

/**
 * BEGIN IMMEDIATE (Qt's own sends a plain BEGIN); rolls back when it goes out of scope uncommitted. Do not
 * nest. It waits up to 10 s for another writer.
 */
class Transaction final {
    Q_DISABLE_COPY_MOVE(Transaction)
public:
    explicit Transaction(Database &database, Durability durability = Durability::OnDisk);
    ~Transaction();
    /** Whether it could begin; check before writing. */
    [[nodiscard]] Result<void> begun() const;
    [[nodiscard]] Result<void> commit();

private:
    Database &m_database;
    Result<void> m_begun;
    bool m_isOpen = false;
};

} // namespace tandem
