// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migration.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Walks through SQL token by token, as far as needed to see where a statement ends. */
class StatementSplitter final {
public:
    explicit StatementSplitter(const QString &sql)
        : m_sql(sql)
    {
    }

    QStringList split()
    {
        while (m_position < m_sql.size()) {
            const qsizetype begin = m_position;
            if (skipSpaceOrComment())
                continue;
            if (m_start < 0)
                m_start = begin;
            takeToken();
        }
        finishStatement(m_sql.size());
        return m_statements;
    }

private:
    bool skipSpaceOrComment()
    {
        const QStringView rest = QStringView(m_sql).sliced(m_position);
        if (rest.front().isSpace()) {
            ++m_position;
            return true;
        }
        if (rest.startsWith("--"_L1))
            return skipPast(u"\n"_s, 2);
        if (rest.startsWith("/*"_L1))
            return skipPast(u"*/"_s, 2);
        return false;
    }

    bool skipPast(const QString &end, qsizetype opening)
    {
        const qsizetype found = m_sql.indexOf(end, m_position + opening);
        m_position = found < 0 ? m_sql.size() : found + end.size();
        return true;
    }

    void takeToken()
    {
        const QChar first = m_sql.at(m_position);
        if (first == u'\'' || first == u'"' || first == u'`' || first == u'[') {
            // A doubled quote reads as two texts side by side, which ends at the same place.
            skipPast(first == u'[' ? u"]"_s : QString(first), 1);
            m_words.append(QString());
        } else if (first == u';') {
            ++m_position;
            // Inside a trigger only "; END ;" ends it: a CASE has an END too.
            const bool isEndOfTrigger =
                m_words.size() >= 2 && m_words.last() == "END"_L1 && m_words.at(m_words.size() - 2) == ";"_L1;
            if (!isTrigger() || isEndOfTrigger)
                finishStatement(m_position - 1);
            else
                m_words.append(u";"_s);
        } else if (first.isLetter() || first == u'_') {
            const qsizetype begin = m_position;
            while (m_position < m_sql.size()
                   && (m_sql.at(m_position).isLetterOrNumber() || m_sql.at(m_position) == u'_'))
                ++m_position;
            m_words.append(m_sql.mid(begin, m_position - begin).toUpper());
        } else {
            ++m_position;
            m_words.append(QString(first));
        }
    }

    [[nodiscard]] bool isTrigger() const
    {
        if (m_words.value(0) != "CREATE"_L1)
            return false;
        const QString second = m_words.value(1);
        const bool isTemporary = second == "TEMP"_L1 || second == "TEMPORARY"_L1;
        return m_words.value(isTemporary ? 2 : 1) == "TRIGGER"_L1;
    }

    void finishStatement(qsizetype end)
    {
        if (m_start >= 0) {
            const QString statement = m_sql.mid(m_start, end - m_start).trimmed();
            if (!statement.isEmpty())
                m_statements.append(statement);
        }
        m_start = -1;
        m_words.clear();
    }

    const QString &m_sql;
    qsizetype m_position = 0;
    qsizetype m_start = -1;
    QStringList m_words; ///< of the statement under way, upper case; quoted ones are empty
    QStringList m_statements;
};

Result<QList<Migration>> readShippedMigrations()
{
    const auto wrong = [](const QString &name) {
        return fail(ErrorCode::Internal,
                    QCoreApplication::translate("tandem::Database",
                                                "Tandem is not installed completely: \"%1\" is missing "
                                                "or out of order. Install it again.")
                        .arg(name));
    };
    const QDir folder(u":/tandem/sql"_s);
    static const QRegularExpression numbered(u"^([0-9]{3})_[a-z0-9_]+\\.sql$"_s);
    QList<Migration> migrations;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        const QRegularExpressionMatch match = numbered.match(name);
        const int version = match.captured(1).toInt();
        QFile file(folder.filePath(name));
        if (version != migrations.size() + 1 || !file.open(QIODevice::ReadOnly))
            return wrong(name);
        migrations.append(
            {.version = version, .statements = splitStatements(QString::fromUtf8(file.readAll()))});
    }
    if (migrations.isEmpty())
        return wrong(u"001_first.sql"_s);
    return migrations;
}

} // namespace

QStringList splitStatements(const QString &sql)
{
    return StatementSplitter(sql).split();
}

Result<QList<Migration>> shippedMigrations()
{
    // They are part of the program, and every connection asks for them.
    static const Result<QList<Migration>> migrations = readShippedMigrations();
    return migrations;
}

} // namespace tandem
