// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <memory>

namespace tandem {

/**
 * One connection to one database, for the thread that opened it and for no other. Opening sets and reads back every
 * pragma (WAL, foreign_keys, synchronous=FULL, busy_timeout), checks the file, and brings the schema up to date: a copy
 * of the file is kept before a migration. Errors of `open`: `DatabaseNewer`, `DatabaseFull`, `DatabaseUnusable` (not
 * writable, not a database, damaged), each with what to do in its message. A damaged file is never deleted.
 */
class Database final
{
    Q_DISABLE_COPY_MOVE(Database)
public:
    enum class Mode : quint8 {
        ReadWrite, ///< creates the file, and migrates it
        ReadOnly,  ///< for readers; fails when the schema is not the current one
    };

    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    ~Database();

    [[nodiscard]] QString path() const;
    /** The schema this program writes. */
    [[nodiscard]] static int schemaVersion();

    /** A forward-only query, prepared and bound in order; finished when it goes out of scope. Executed already. */
    [[nodiscard]] Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    /** As `run`, for a statement that is used again and again: the prepared statement is kept with the connection. */
    [[nodiscard]] Result<QSqlQuery *> runCached(const QString &sql, const QVariantList &values = {});
    /** As `run` for statements without rows; answers the number of rows changed. */
    [[nodiscard]] Result<int> execute(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<qint64> insert(const QString &sql, const QVariantList &values = {}); ///< answers the new id

    /** Tests: the n-th access from now (1 is the next) fails as a full disk would; 0 switches it off. */
    void failAccess(int n);
    [[nodiscard]] qint64 accessCount() const;

private:
    friend class Transaction;
    class Private;
    explicit Database(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

/** BEGIN IMMEDIATE (Qt's own sends a plain BEGIN); rolls back when it goes out of scope uncommitted. Do not nest. */
class Transaction final
{
    Q_DISABLE_COPY_MOVE(Transaction)
public:
    explicit Transaction(Database &database);
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
