// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace tandem {

/** What SQLite said; `code` is one of https://www.sqlite.org/rescode.html, 0 when nothing is wrong. */
struct SqlFailure {
    int code = 0;
    QString text;
};

/**
 * A prepared statement and the row it stands on, forward only; in the thread of its connection, which it must not outlive.
 * It speaks to SQLite itself: Qt's driver describes every column anew at each execution, which costs more than most of
 * what is asked here.
 */
class SqlStatement final {
    Q_DISABLE_COPY(SqlStatement)
public:
    /** Look at `failure` before anything else. */
    SqlStatement(sqlite3 *connection, const QString &sql);
    SqlStatement(SqlStatement &&other) noexcept;
    SqlStatement &operator=(SqlStatement &&other) noexcept;
    ~SqlStatement();

    [[nodiscard]] const QString &sql() const;
    /** Begins anew with these values, in order: text, whole numbers, booleans, reals, bytes, or null. */
    [[nodiscard]] bool execute(const QVariantList &values);
    /** Goes to the next row, at first to the first; false at the end and when it failed. */
    [[nodiscard]] bool next();
    /** A qint64, double, QString or QByteArray of the row; a null QString for NULL, invalid behind the last column. */
    [[nodiscard]] QVariant value(int column) const;
    /** Whether rows may be left, for which SQLite keeps a lock. */
    [[nodiscard]] bool isActive() const;
    void finish();
    /** Of the preparation, the last execution or the last step. */
    [[nodiscard]] const SqlFailure &failure() const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    enum class Place { NoRow, BeforeFirst, OnRow };

    [[nodiscard]] bool bind(int parameter, const QVariant &value);
    void step();
    void take(int code);

    QString m_sql;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    Place m_place = Place::NoRow;
    SqlFailure m_failure;
};

} // namespace tandem
