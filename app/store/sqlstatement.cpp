// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlstatement.h"

#include <sqlite3.h>

#include <utility>

namespace tandem {

void SqlStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    // It repeats what the last step failed with, which was told then.
    (void)sqlite3_finalize(statement);
}

SqlStatement::SqlStatement(sqlite3 *connection, const QString &sql)
    : m_sql(sql)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v2(connection, text.constData(), int(text.size()) + 1, &statement, nullptr);
    m_statement.reset(statement);
    if (code != SQLITE_OK)
        m_failure = {sqlite3_extended_errcode(connection), QString::fromUtf8(sqlite3_errmsg(connection))};
}

SqlStatement::SqlStatement(SqlStatement &&other) noexcept = default;

SqlStatement &SqlStatement::operator=(SqlStatement &&other) noexcept = default;

SqlStatement::~SqlStatement() = default;

const QString &SqlStatement::sql() const
{
    return m_sql;
}

bool SqlStatement::execute(const QVariantList &values)
{
    finish();
    m_failure = {};
    if (values.size() != sqlite3_bind_parameter_count(m_statement.get())) {
        m_failure = {SQLITE_RANGE, QStringLiteral("The values are not as many as the statement has places.")};
        return false;
    }
    for (int i = 0; i < int(values.size()); ++i) {
        if (!bind(i + 1, values.at(i)))
            return false;
    }
    step();
    if (m_place == Place::OnRow)
        m_place = Place::BeforeFirst;
    return m_failure.code == 0;
}

bool SqlStatement::bind(int parameter, const QVariant &value)
{
    sqlite3_stmt *const statement = m_statement.get();
    int code = SQLITE_OK;
    if (value.isNull()) {
        code = sqlite3_bind_null(statement, parameter);
    } else {
        switch (value.typeId()) {
        case QMetaType::Bool:
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::LongLong:
        case QMetaType::ULongLong:
            code = sqlite3_bind_int64(statement, parameter, value.toLongLong());
            break;
        case QMetaType::Float:
        case QMetaType::Double:
            code = sqlite3_bind_double(statement, parameter, value.toDouble());
            break;
        case QMetaType::QByteArray: {
            const QByteArray bytes = value.toByteArray();
            // A null pointer would be NULL.
            const char *const data = bytes.isEmpty() ? "" : bytes.constData();
            code = sqlite3_bind_blob64(statement, parameter, data, sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT);
            break;
        }
        default: {
            // Half a surrogate pair, as a PSA may send, becomes a question mark here.
            const QByteArray text = value.toString().toUtf8();
            code = sqlite3_bind_text64(statement, parameter, text.constData(), sqlite3_uint64(text.size()),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
            break;
        }
        }
    }
    take(code);
    return code == SQLITE_OK;
}

bool SqlStatement::next()
{
    if (m_place == Place::OnRow)
        step();
    else if (m_place == Place::BeforeFirst)
        m_place = Place::OnRow;
    return m_place == Place::OnRow;
}

void SqlStatement::step()
{
    const int code = sqlite3_step(m_statement.get());
    m_place = code == SQLITE_ROW ? Place::OnRow : Place::NoRow;
    if (code == SQLITE_ROW)
        return;
    if (code != SQLITE_DONE)
        take(code);
    // So that no lock stays behind.
    (void)sqlite3_reset(m_statement.get());
}

void SqlStatement::take(int code)
{
    if (code == SQLITE_OK)
        return;
    sqlite3 *const connection = sqlite3_db_handle(m_statement.get());
    m_failure = {sqlite3_extended_errcode(connection), QString::fromUtf8(sqlite3_errmsg(connection))};
}

QVariant SqlStatement::value(int column) const
{
    sqlite3_stmt *const statement = m_statement.get();
    if (m_place != Place::OnRow || column >= sqlite3_column_count(statement))
        return {};
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
        const auto *const text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
        return QString::fromUtf8(text, sqlite3_column_bytes(statement, column));
    }
    case SQLITE_BLOB: {
        const auto *const bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
        return QByteArray(bytes, sqlite3_column_bytes(statement, column));
    }
    default:
        return QVariant(QMetaType::fromType<QString>());
    }
}

bool SqlStatement::isActive() const
{
    return m_place != Place::NoRow;
}

void SqlStatement::finish()
{
    if (m_place == Place::NoRow)
        return;
    m_place = Place::NoRow;
    (void)sqlite3_reset(m_statement.get());
}

const SqlFailure &SqlStatement::failure() const
{
    return m_failure;
}

} // namespace tandem
