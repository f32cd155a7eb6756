// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctorcommand.h"

#include "store/salvage.h"
#include "sync/secretstore.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QLockFile>
#include <QSslSocket>
#include <QStorageInfo>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

/** Prints one finding a line and remembers the worst. */
class Findings final
{
public:
    explicit Findings(const Output &output)
        : m_output(output)
    {
    }

    void good(const QString &check, const QString &text)
    {
        m_output.line({{u"check"_s, check}, {u"ok"_s, true}, {u"message"_s, text}}, u"ok    %1: %2"_s.arg(check, text));
    }

    void bad(const QString &check, const QString &text, ExitCode code)
    {
        m_output.line({{u"check"_s, check}, {u"ok"_s, false}, {u"message"_s, text}}, u"WRONG %1: %2"_s.arg(check, text));
        if (m_worst == ExitCode::Done)
            m_worst = code;
    }

    [[nodiscard]] ExitCode worst() const
    {
        return m_worst;
    }

private:
    const Output &m_output;
    ExitCode m_worst = ExitCode::Done;
};

void lookAtIntegrations(Context &context, Findings &findings)
{
    const Result<QList<IntegrationStatus>> all = wait(context.engine().integrations());
    if (!all) {
        findings.bad(u"integrations"_s, all.error().message, exitCodeFor(all.error().code));
        return;
    }
    for (const IntegrationStatus &status : *all) {
        const Integration &integration = status.integration;
        const QString check = u"integration %1"_s.arg(integration.name);
        const Result<void> read = wait(context.engine().refreshLists(integration.id));
        if (read)
            findings.good(check, Words::tr("answers and accepts the credentials"));
        else
            findings.bad(check, read.error().message, exitCodeFor(read.error().code));
        if (status.errors > 0)
            findings.good(check, Words::tr("%n record(s) were refused; see: tandemctl push", nullptr, int(status.errors)));
    }
}

/** Sets a damaged database aside and keeps what can be read of it. */
ExitCode repair(const GlobalOptions &options, const Output &output)
{
    QLockFile lock(options.databasePath + u".lock"_s);
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0)) {
        return output.fail({.code = ErrorCode::NotAllowed,
                            .message = Words::tr("Another Tandem is open on this profile. Close it first.")});
    }
    const Result<SalvageReport> report = salvage(options.databasePath);
    if (!report)
        return output.fail(report.error());
    for (const SalvageReport::Table &table : report->tables) {
        output.line({{u"table"_s, table.name}, {u"kept"_s, table.kept}, {u"lost"_s, table.lost}},
                    Words::tr("%1: %2 kept, %3 lost").arg(table.name).arg(table.kept).arg(table.lost));
    }
    for (const SalvageReport::LostPush &push : report->lostPushes) {
        output.line({{u"lost_push"_s, true},
                     {u"kind"_s, kindName(push.kind)},
                     {u"id"_s, push.recordId},
                     {u"name"_s, push.recordName},
                     {u"integration"_s, push.integrationName},
                     {u"person"_s, push.person},
                     {u"sent"_s, push.sent},
                     {u"edits"_s, push.edits}},
                    Words::tr("An edit of %1 %2 by %3 could not be kept; the line with --json has its values.")
                        .arg(push.recordName)
                        .arg(push.recordId)
                        .arg(push.person));
    }
    output.line({{u"damaged_file"_s, report->setAside},
                 {u"lost"_s, report->lost()},
                 {u"paused"_s, QJsonArray::fromStringList(report->paused)}},
                Words::tr("The damaged file is kept as %1. The next sync reads the rest from the PSA.")
                    .arg(report->setAside));
    return report->lostPushes.isEmpty() ? ExitCode::Done : ExitCode::SomeFailed;
}

} // namespace

ExitCode runDoctor(const GlobalOptions &options, const QStringList &words)
{
    const Output output(options.isJson);
    const Result<Arguments> arguments = parseArguments(words, {QCommandLineOption(u"repair"_s)});
    if (!arguments)
        return output.fail(arguments.error());
    if (const Result<void> understood = refuseExtraWords(arguments->words, 0); !understood)
        return output.fail(understood.error());
    if (arguments->has(u"repair"_s))
        return repair(options, output);
    Findings findings(output);
    const QStorageInfo disk(options.profileFolder);
    constexpr qint64 enough = 200LL * 1024 * 1024;
    if (disk.isValid() && disk.bytesAvailable() < enough) {
        findings.bad(u"disk"_s, Words::tr("less than 200 MB are free where the profile is; free some space"),
                     ExitCode::DatabaseUnusable);
    } else {
        findings.good(u"disk"_s, Words::tr("enough space"));
    }
    if (QSslSocket::supportsSsl())
        findings.good(u"tls"_s, QSslSocket::sslLibraryVersionString());
    else
        findings.bad(u"tls"_s, Words::tr("no TLS library was found; install OpenSSL"), ExitCode::Unreachable);
    if (QDateTime::currentDateTimeUtc().date().year() < 2024)
        findings.bad(u"clock"_s, Words::tr("this computer's clock is wrong; certificates will not be accepted"), ExitCode::Unreachable);
    else
        findings.good(u"clock"_s, QDateTime::currentDateTime().toString(Qt::ISODate));

    Context context(options, false);
    if (const Result<void> opened = context.open(); !opened) {
        const bool hasWayOut
            = opened.error().code == ErrorCode::DatabaseUnusable && canBeSalvaged(options.databasePath);
        findings.bad(u"database"_s,
                     hasWayOut ? Words::tr("%1 \"tandemctl doctor --repair\" sets the file aside and keeps all that can "
                                           "be read of it.")
                                     .arg(opened.error().message)
                               : opened.error().message,
                     ExitCode::DatabaseUnusable);
        return findings.worst();
    }
    Result<SqlStatement> check = context.database().run(u"PRAGMA quick_check(5)"_s);
    if (check && check->next() && check->value(0).toString() == "ok"_L1) {
        findings.good(u"database"_s,
                      Words::tr("%1, schema %2").arg(options.databasePath, QString::number(Database::schemaVersion())));
    } else {
        findings.bad(u"database"_s,
                     check ? Words::tr("damaged: %1. \"tandemctl doctor --repair\" sets the file aside and keeps all that "
                                       "can be read of it.").arg(check->value(0).toString())
                           : check.error().message,
                     ExitCode::DatabaseUnusable);
    }
    findings.good(u"credentials"_s, context.secrets().place());
    lookAtIntegrations(context, findings);
    return findings.worst();
}

} // namespace tandem
