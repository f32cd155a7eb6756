// SPDX-License-Identifier: GPL-3.0-or-later
#include "sambadomain.h"

#include "sources/directory/ldapfilter.h"
#include "tlsfiles.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <array>

#include <unistd.h>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<quint16, 7> ports{53, 88, 135, 139, 389, 445, 636};

QString program(const QString &name)
{
    const QString inPath = QStandardPaths::findExecutable(name);
    return inPath.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s}) : inPath;
}

} // namespace

SambaDomain::SambaDomain() = default;

SambaDomain::~SambaDomain()
{
    stop();
}

QString SambaDomain::obstacle()
{
    if (program(u"samba"_s).isEmpty() || program(u"samba-tool"_s).isEmpty())
        return u"Samba's domain controller is not installed, so there is no Active Directory to test with."_s;
    if (::geteuid() != 0)
        return u"A domain controller needs root, so there is no Active Directory to test with."_s;
    for (const quint16 port : ports) {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost, port))
            return u"Port %1 is taken, so there is no Active Directory to test with."_s.arg(port);
    }
    return {};
}

QString SambaDomain::inFolder(const QString &path) const
{
    return m_folder.filePath(path);
}

bool SambaDomain::start()
{
    if (!QDir(m_folder.path()).mkpath(u"certificates"_s) || !makeTlsFiles(inFolder(u"certificates"_s)))
        return false;
    const bool isMade = runProgram(
        program(u"samba-tool"_s),
        {u"domain"_s, u"provision"_s, u"--targetdir=%1"_s.arg(m_folder.path()), u"--realm=AD.EXAMPLE"_s,
         u"--domain=ADEX"_s, u"--server-role=dc"_s, u"--dns-backend=SAMBA_INTERNAL"_s,
         u"--adminpass=%1"_s.arg(password()), u"--use-rfc2307"_s, u"--host-name=dc1"_s,
         u"--host-ip=127.0.0.1"_s, u"--option=interfaces=lo"_s, u"--option=bind interfaces only=yes"_s,
         u"--option=tls cafile=%1"_s.arg(caFile()),
         u"--option=tls certfile=%1"_s.arg(inFolder(u"certificates/server.pem"_s)),
         u"--option=tls keyfile=%1"_s.arg(inFolder(u"certificates/server.key"_s))});
    if (!isMade)
        return false;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(inFolder(u"log"_s));
    m_process.start(program(u"samba"_s),
                    {u"-s"_s, inFolder(u"etc/smb.conf"_s), u"--foreground"_s, u"--no-process-group"_s,
                     u"--debug-stdout"_s, u"-M"_s, u"single"_s});
    QDeadlineTimer deadline(60'000);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress::LocalHost, 636);
        if (probe.waitForConnected(500))
            return true;
        m_process.waitForFinished(200);
    }
    QFile log(inFolder(u"log"_s));
    if (log.open(QIODevice::ReadOnly))
        qInfo().noquote() << "samba did not start:" << log.readAll().right(4000);
    return false;
}

void SambaDomain::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(15'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool SambaDomain::addUser(const QString &name, const QString &firstName, const QString &lastName,
                          const QStringList &options)
{
    return runProgram(program(u"samba-tool"_s),
                      QStringList{u"user"_s, u"create"_s, name, userPassword(),
                                  u"--given-name=%1"_s.arg(firstName), u"--surname=%1"_s.arg(lastName),
                                  u"-H"_s, inFolder(u"private/sam.ldb"_s)}
                          + options);
}

bool SambaDomain::changeUser(const QString &command, const QString &name, const QStringList &options)
{
    return runProgram(program(u"samba-tool"_s),
                      QStringList{u"user"_s, command, name, u"-H"_s, inFolder(u"private/sam.ldb"_s)}
                          + options);
}

bool SambaDomain::change(const QByteArray &ldif)
{
    const QByteArray named = QByteArray(ldif).replace("BASE", baseDn().toUtf8());
    return runProgram(u"env"_s,
                      {u"LDAPTLS_CACERT=%1"_s.arg(caFile()), u"ldapmodify"_s, u"-x"_s, u"-H"_s,
                       u"ldaps://127.0.0.1"_s, u"-D"_s, u"ADEX\\Administrator"_s, u"-w"_s, password()},
                      named);
}

QString SambaDomain::caFile() const
{
    return inFolder(u"certificates/ca.pem"_s);
}

Directory SambaDomain::directory(DirectorySecurity security) const
{
    return {.name = u"AD"_s,
            .server = u"127.0.0.1"_s,
            .security = security,
            .bind = DirectoryBind::Simple,
            .userName = u"ADEX\\Administrator"_s,
            .caFile = caFile(),
            .baseDn = baseDn(),
            .filter = activeDirectoryUserFilter()};
}

QString SambaDomain::password()
{
    return u"Adm1n-of-the-test"_s;
}

QString SambaDomain::userPassword()
{
    return u"Us3r-of-the-test"_s;
}

QString SambaDomain::baseDn()
{
    return u"DC=ad,DC=example"_s;
}

} // namespace tandem
