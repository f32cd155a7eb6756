// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctorcommand.h"

#include "sync/secretstore.h"

#include <QCoreApplication>
#include <QFileInfo>
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

} // namespace

ExitCode runDoctor(const GlobalOptions &options)
{
    const Output output(options.isJson);
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
        findings.bad(u"database"_s, opened.error().message, ExitCode::DatabaseUnusable);
        return findings.worst();
    }
    Result<QSqlQuery> check = context.database().run(u"PRAGMA quick_check(5)"_s);
    if (check && check->next() && check->value(0).toString() == "ok"_L1) {
        findings.good(u"database"_s,
                      Words::tr("%1, schema %2").arg(options.databasePath, QString::number(Database::schemaVersion())));
    } else {
        findings.bad(u"database"_s,
                     check ? Words::tr("damaged: %1. Keep the file, and restore a backup.").arg(check->value(0).toString())
                           : check.error().message,
                     ExitCode::DatabaseUnusable);
    }
    findings.good(u"credentials"_s, context.secrets().place());
    lookAtIntegrations(context, findings);
    return findings.worst();
}

} // namespace tandem
