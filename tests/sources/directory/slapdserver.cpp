// SPDX-License-Identifier: GPL-3.0-or-later
#include "slapdserver.h"

#include "sources/directory/ldapfilter.h"
#include "tlsfiles.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto adminDn = "cn=admin,dc=example,dc=com";
/** Programs of a system are not in everybody's path. */
const QStringList systemFolders{u"/usr/sbin"_s, u"/usr/libexec"_s, u"/usr/lib/openldap"_s};

QString slapd()
{
    const QString inPath = QStandardPaths::findExecutable(u"slapd"_s);
    return inPath.isEmpty() ? QStandardPaths::findExecutable(u"slapd"_s, systemFolders) : inPath;
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

SlapdServer::SlapdServer(Kind kind)
    : m_kind(kind)
{
    // Held together, so that they are two.
    QTcpServer one;
    QTcpServer other;
    if (one.listen(QHostAddress::LocalHost) && other.listen(QHostAddress::LocalHost)) {
        m_port = one.serverPort();
        m_tlsPort = other.serverPort();
    }
}

SlapdServer::~SlapdServer()
{
    stop();
}

bool SlapdServer::isInstalled()
{
    return !slapd().isEmpty() && !QStandardPaths::findExecutable(u"openssl"_s).isEmpty()
        && !QStandardPaths::findExecutable(u"ldapmodify"_s).isEmpty();
}

bool SlapdServer::load(const QByteArray &ldif)
{
    const QByteArray base =
        "dn: dc=example,dc=com\nobjectClass: dcObject\nobjectClass: organization\no: Example\n"
        "dc: example\n\n";
    return QDir(m_folder.path()).mkpath(u"db"_s) && makeTlsFiles(m_folder.path()) && writeConfiguration()
        && write(m_folder.filePath(u"users.ldif"_s), base + ldif)
        && runProgram(slapd(),
                      {u"-Tadd"_s, u"-q"_s, u"-f"_s, m_folder.filePath(u"slapd.conf"_s), u"-l"_s,
                       m_folder.filePath(u"users.ldif"_s)});
}

bool SlapdServer::writeConfiguration() const
{
    const QByteArray folder = m_folder.path().toUtf8();
    // Its uSNChanged cannot be compared as it stands; that of an Active Directory can.
    QFile microsoft(u"/etc/ldap/schema/msuser.schema"_s);
    if (!microsoft.open(QIODevice::ReadOnly))
        return false;
    const QByteArray schema = microsoft.readAll().replace(
        "NAME 'uSNChanged'\n",
        "NAME 'uSNChanged'\n\tEQUALITY integerMatch\n\tORDERING integerOrderingMatch\n");
    if (!write(m_folder.filePath(u"msuser.schema"_s), schema))
        return false;
    QByteArray text;
    for (const char *name : {"core", "cosine", "nis", "inetorgperson"})
        text += "include /etc/ldap/schema/" + QByteArray(name) + ".schema\n";
    text += "include " + folder + "/msuser.schema\n";
    // What only the root of an Active Directory has.
    int number = 1;
    for (const char *name :
         {"supportedCapabilities", "highestCommittedUSN", "dsServiceName", "defaultNamingContext"}) {
        text += "attributetype ( 1.3.6.1.4.1.4203.666.1." + QByteArray::number(900 + number++) + " NAME '"
            + name + "' SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )\n";
    }
    if (m_kind == Kind::LikeActiveDirectory)
        text += "rootDSE " + folder + "/root.ldif\n";
    text += "modulepath /usr/lib/ldap\nmoduleload back_mdb\n"
            "TLSCACertificateFile "
        + folder
        + "/ca.pem\n"
          "TLSCertificateFile "
        + folder
        + "/server.pem\n"
          "TLSCertificateKeyFile "
        + folder
        + "/server.key\n"
          "sizelimit size.soft=500 size.hard=1000 size.prtotal=unlimited\n"
          "sockbuf_max_incoming_auth 16777216\n"
          "access to * by users read by * auth\n"
          "database mdb\nsuffix \"dc=example,dc=com\"\nrootdn \""
        + QByteArray(adminDn)
        + "\"\n"
          "rootpw "
        + password().toUtf8() + "\ndirectory " + folder + "/db\nmaxsize 268435456\ndbnosync\n";
    const QByteArray root = "dn:\nsupportedCapabilities: 1.2.840.113556.1.4.800\nhighestCommittedUSN: "
        + QByteArray::number(m_usn) + "\ndsServiceName: " + m_service
        + "\ndefaultNamingContext: dc=example,dc=com\n";
    return write(m_folder.filePath(u"slapd.conf"_s), text) && write(m_folder.filePath(u"root.ldif"_s), root);
}

bool SlapdServer::start()
{
    const QString addresses = u"ldap://127.0.0.1:%1 ldaps://127.0.0.1:%2"_s.arg(m_port).arg(m_tlsPort);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(slapd(),
                    {u"-f"_s, m_folder.filePath(u"slapd.conf"_s), u"-h"_s, addresses, u"-d"_s, u"0"_s});
    QDeadlineTimer deadline(20'000);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress::LocalHost, quint16(m_tlsPort));
        if (probe.waitForConnected(1000))
            return true;
        m_process.waitForReadyRead(50);
    }
    qInfo().noquote() << "slapd did not start:" << m_process.readAll();
    return false;
}

void SlapdServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    thaw();
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void SlapdServer::freeze()
{
    ::kill(pid_t(m_process.processId()), SIGSTOP);
}

void SlapdServer::thaw()
{
    ::kill(pid_t(m_process.processId()), SIGCONT);
}

bool SlapdServer::change(const QByteArray &ldif)
{
    return runProgram(u"ldapmodify"_s,
                      {u"-x"_s, u"-H"_s, u"ldap://127.0.0.1:%1"_s.arg(m_port), u"-D"_s,
                       QString::fromLatin1(adminDn), u"-w"_s, password()},
                      ldif);
}

bool SlapdServer::setHighestUsn(qint64 usn)
{
    m_usn = usn;
    stop();
    return writeConfiguration() && start();
}

bool SlapdServer::setService(const QByteArray &dn)
{
    m_service = dn;
    stop();
    return writeConfiguration() && start();
}

int SlapdServer::port() const
{
    return m_port;
}

int SlapdServer::tlsPort() const
{
    return m_tlsPort;
}

QString SlapdServer::caFile() const
{
    return m_folder.filePath(u"ca.pem"_s);
}

Directory SlapdServer::directory(DirectorySecurity security) const
{
    return {.name = u"Test"_s,
            .server = u"127.0.0.1"_s,
            .port = security == DirectorySecurity::Ldaps ? m_tlsPort : m_port,
            .security = security,
            .bind = DirectoryBind::Simple,
            .userName = QString::fromLatin1(adminDn),
            .caFile = caFile(),
            .baseDn = baseDn(),
            .filter = m_kind == Kind::OpenLdap ? plainUserFilter()
                                               : u"(&(objectClass=inetOrgPerson)(userAccountControl=*))"_s};
}

QString SlapdServer::baseDn()
{
    return u"dc=example,dc=com"_s;
}

QString SlapdServer::password()
{
    return u"s3cret-of-the-test"_s;
}

QByteArray SlapdServer::user(const QByteArray &id, const QByteArray &firstName, const QByteArray &lastName,
                             const QByteArray &lines)
{
    const QByteArray given =
        firstName.isEmpty() ? QByteArray() : "givenName:: " + firstName.toBase64() + '\n';
    return "dn: uid=" + id
        + ",dc=example,dc=com\nobjectClass: inetOrgPerson\nobjectClass: extensibleObject\nuid: " + id
        + "\ncn: " + id + "\nsn:: " + lastName.toBase64() + '\n' + given + lines + "\n\n";
}

} // namespace tandem
