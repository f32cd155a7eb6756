// SPDX-License-Identifier: GPL-3.0-or-later
#include "slapdserver.h"
#include "sources/directory/ldapclient.h"
#include "sources/directory/ldapfilter.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int manyUsers = 1'200;
const LdapPatience shortPatience{.connect = 1s, .answer = 1s};

LdapSearch allUsers()
{
    return {.base = SlapdServer::baseDn(),
            .filter = "(objectClass=inetOrgPerson)",
            .attributes = {"uid", "title"}};
}

} // namespace

/** The client against OpenLDAP's own server. */
class LdapClientTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void signsIn_overTls_data();
    void signsIn_overTls();
    void wrongPassword_isSaid();
    void passwordWithoutTls_isNeverSent();
    void blankPassword_isNoSignIn();
    void untrustedCertificate_isRefused_data();
    void untrustedCertificate_isRefused();
    void unusableCaFile_isSaid_data();
    void unusableCaFile_isSaid();
    void serverName_isAName_data();
    void serverName_isAName();
    void unreachable_isSaid_data();
    void unreachable_isSaid();
    void baseAndFilter_thatAreWrong_areSaid();
    void moreUsersThanAPage_allCome();
    void withoutPages_theSizeLimitIsSaid();
    void limit_endsTheSearch();
    void hostileValues_findOnlyThemselves();
    void largeValue_comesWhole();
    void theCallersError_endsTheSearch();
    void serverThatHangs_timesOut_data();
    void serverThatHangs_timesOut();
    void serverThatSpeaksNoLdap_timesOutOrIsRefused();
    void serverThatDies_isUnreachable();
    void cancelled_endsSoon();

private:
    [[nodiscard]] Result<void> signIn(LdapClient &client, const QString &password = SlapdServer::password());
    std::unique_ptr<SlapdServer> m_server;
};

void LdapClientTest::initTestCase()
{
    if (!SlapdServer::isInstalled())
        QSKIP("slapd, ldap-utils and openssl are not installed, so there is no LDAP server to test with.");
    QByteArray users =
        "dn: uid=reader,dc=example,dc=com\nobjectClass: account\nobjectClass: simpleSecurityObject\n"
        "uid: reader\nuserPassword: reader-password\n\n";
    for (int i = 0; i < manyUsers; ++i) {
        const QByteArray id = "user" + QByteArray::number(i);
        users += SlapdServer::user(id, "User", QByteArray::number(i), "mail: " + id + "@example.com");
    }
    users += SlapdServer::user("hostile", "Mallory", "*)(uid=*", "mail: m@example.com");
    users += SlapdServer::user("large", "Large", "Value", "title: " + QByteArray(1 << 20, 'x'));
    m_server = std::make_unique<SlapdServer>();
    QVERIFY(m_server->load(users));
    QVERIFY(m_server->start());
}

void LdapClientTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

Result<void> LdapClientTest::signIn(LdapClient &client, const QString &password)
{
    const Result<void> connected = client.connect();
    return connected ? client.signIn(SecretString(password)) : connected;
}

void LdapClientTest::signsIn_overTls_data()
{
    QTest::addColumn<DirectorySecurity>("security");
    QTest::newRow("LDAPS") << DirectorySecurity::Ldaps;
    QTest::newRow("StartTLS") << DirectorySecurity::StartTls;
}

void LdapClientTest::signsIn_overTls()
{
    QFETCH(DirectorySecurity, security);
    LdapClient client(m_server->directory(security));
    const Result<void> done = signIn(client);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().remoteWords));
    const Result<LdapRoot> root = client.root();
    QVERIFY(root);
    QCOMPARE(root->baseDns, QStringList{SlapdServer::baseDn()});
    QVERIFY(!root->isActiveDirectory);
    QVERIFY(root->serverId.isEmpty());
}

void LdapClientTest::wrongPassword_isSaid()
{
    LdapClient client(m_server->directory());
    const Result<void> done = signIn(client, u"wrong"_s);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::SignInFailed);
    QVERIFY(done.error().message.contains(u"password is wrong"_s));
}

void LdapClientTest::passwordWithoutTls_isNeverSent()
{
    LdapClient client(m_server->directory(DirectorySecurity::Kerberos));
    QVERIFY(client.connect());
    const Result<void> done = client.signIn(SecretString(SlapdServer::password()));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::TlsFailed);
    QCOMPARE(done.error().field, u"security"_s);
}

void LdapClientTest::blankPassword_isNoSignIn()
{
    LdapClient client(m_server->directory());
    const Result<void> done = signIn(client, {});
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::SignInFailed);
}

void LdapClientTest::untrustedCertificate_isRefused_data()
{
    signsIn_overTls_data();
}

void LdapClientTest::untrustedCertificate_isRefused()
{
    QFETCH(DirectorySecurity, security);
    Directory directory = m_server->directory(security);
    directory.caFile.clear();
    LdapClient client(directory);
    const Result<void> done = client.connect();
    QVERIFY(!done);
    QVERIFY2(done.error().code == ErrorCode::TlsFailed,
             qPrintable(done.error().message + done.error().remoteWords));
    QVERIFY(done.error().message.contains(u"not trusted"_s));
}

void LdapClientTest::unusableCaFile_isSaid_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("not there") << u"/nowhere/ca.pem"_s;
    QTest::newRow("no certificate") << QString::fromUtf8(__FILE__);
}

void LdapClientTest::unusableCaFile_isSaid()
{
    QFETCH(QString, file);
    Directory directory = m_server->directory();
    directory.caFile = file;
    LdapClient client(directory);
    const Result<void> done = client.connect();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::BadInput);
    QCOMPARE(done.error().field, u"ca_file"_s);
}

void LdapClientTest::serverName_isAName_data()
{
    QTest::addColumn<QString>("server");
    QTest::newRow("address") << u"ldap://127.0.0.1"_s;
    QTest::newRow("two") << u"127.0.0.1 ldap://other"_s;
    QTest::newRow("path") << u"127.0.0.1/x"_s;
    QTest::newRow("empty") << QString();
}

void LdapClientTest::serverName_isAName()
{
    QFETCH(QString, server);
    Directory directory = m_server->directory();
    directory.server = server;
    LdapClient client(directory);
    const Result<void> done = client.connect();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::BadInput);
    QCOMPARE(done.error().field, u"server"_s);
}

void LdapClientTest::unreachable_isSaid_data()
{
    QTest::addColumn<QString>("server");
    QTest::newRow("nobody listens") << u"127.0.0.1"_s;
    QTest::newRow("no such name") << u"nowhere.invalid"_s;
}

void LdapClientTest::unreachable_isSaid()
{
    QFETCH(QString, server);
    Directory directory = m_server->directory();
    directory.server = server;
    directory.port = 1;
    LdapClient client(directory, shortPatience);
    const Result<void> done = client.connect();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Unreachable);
}

void LdapClientTest::baseAndFilter_thatAreWrong_areSaid()
{
    LdapClient client(m_server->directory());
    QVERIFY(signIn(client));
    const auto nothing = [](const LdapEntry &) { return Result<void>(); };
    LdapSearch search = allUsers();
    search.base = u"dc=elsewhere,dc=com"_s;
    Result<int> found = client.search(search, nothing);
    QVERIFY(!found);
    QCOMPARE(found.error().field, u"base_dn"_s);
    search.base = u"not a DN"_s;
    found = client.search(search, nothing);
    QVERIFY(!found);
    QCOMPARE(found.error().field, u"base_dn"_s);
    search = allUsers();
    search.filter = "(&(uid=x)";
    found = client.search(search, nothing);
    QVERIFY(!found);
    QCOMPARE(found.error().field, u"filter"_s);
}

void LdapClientTest::moreUsersThanAPage_allCome()
{
    Directory directory = m_server->directory();
    directory.userName = u"uid=reader,dc=example,dc=com"_s;
    LdapClient client(directory);
    QVERIFY(signIn(client, u"reader-password"_s));
    QSet<QByteArray> ids;
    const Result<int> found = client.search(allUsers(), [&](const LdapEntry &entry) {
        ids.insert(entry.bytes("uid"_L1));
        return Result<void>();
    });
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    QCOMPARE(*found, manyUsers + 2);
    QCOMPARE(ids.size(), manyUsers + 2);
}

void LdapClientTest::withoutPages_theSizeLimitIsSaid()
{
    Directory directory = m_server->directory();
    directory.userName = u"uid=reader,dc=example,dc=com"_s;
    LdapClient client(directory);
    QVERIFY(signIn(client, u"reader-password"_s));
    LdapSearch search = allUsers();
    search.pageSize = 0;
    const Result<int> found = client.search(search, [](const LdapEntry &) { return Result<void>(); });
    QVERIFY(!found);
    QVERIFY2(found.error().message.contains(u"size limit"_s), qPrintable(found.error().message));
}

void LdapClientTest::limit_endsTheSearch()
{
    LdapClient client(m_server->directory());
    QVERIFY(signIn(client));
    LdapSearch search = allUsers();
    search.limit = 10;
    for (int i = 0; i < 2; ++i) {
        int count = 0;
        const Result<int> found = client.search(search, [&](const LdapEntry &) {
            ++count;
            return Result<void>();
        });
        QVERIFY(found);
        QCOMPARE(*found, 10);
        QCOMPARE(count, 10);
    }
}

void LdapClientTest::hostileValues_findOnlyThemselves()
{
    LdapClient client(m_server->directory());
    QVERIFY(signIn(client));
    LdapSearch search = allUsers();
    search.attributes = {"sn"};
    search.filter = equalsFilter("sn", "*)(uid=*");
    QList<QByteArray> found;
    QVERIFY(client.search(search, [&](const LdapEntry &entry) {
        found.append(entry.bytes("sn"_L1));
        return Result<void>();
    }));
    QCOMPARE(found, QList<QByteArray>{"*)(uid=*"});
}

void LdapClientTest::largeValue_comesWhole()
{
    LdapClient client(m_server->directory());
    QVERIFY(signIn(client));
    LdapSearch search = allUsers();
    search.filter = "(uid=large)";
    QVERIFY(client.search(search, [](const LdapEntry &entry) {
        [&] { QCOMPARE(entry.bytes("title"_L1).size(), 1 << 20); }();
        return Result<void>();
    }));
}

void LdapClientTest::theCallersError_endsTheSearch()
{
    LdapClient client(m_server->directory());
    QVERIFY(signIn(client));
    int count = 0;
    const Result<int> found = client.search(allUsers(), [&](const LdapEntry &) -> Result<void> {
        return ++count == 3 ? fail(ErrorCode::DatabaseFull, u"full"_s) : Result<void>();
    });
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::DatabaseFull);
    QCOMPARE(count, 3);
}

void LdapClientTest::serverThatHangs_timesOut_data()
{
    QTest::addColumn<DirectorySecurity>("security");
    QTest::addColumn<bool>("isConnected");
    QTest::newRow("during the search") << DirectorySecurity::Ldaps << true;
    QTest::newRow("before TLS") << DirectorySecurity::Ldaps << false;
    QTest::newRow("before StartTLS") << DirectorySecurity::StartTls << false;
}

void LdapClientTest::serverThatHangs_timesOut()
{
    QFETCH(DirectorySecurity, security);
    QFETCH(bool, isConnected);
    LdapClient client(m_server->directory(security), shortPatience);
    if (isConnected)
        QVERIFY(signIn(client));
    m_server->freeze();
    QElapsedTimer timer;
    timer.start();
    Result<void> done;
    if (isConnected) {
        const Result<int> found = client.search(allUsers(), [](const LdapEntry &) { return Result<void>(); });
        done = found ? Result<void>() : fail(found.error());
    } else {
        done = client.connect();
    }
    m_server->thaw();
    QVERIFY(!done);
    QVERIFY2(done.error().code == ErrorCode::TimedOut
                 || (!isConnected && done.error().code == ErrorCode::Unreachable),
             qPrintable(errorCodeName(done.error().code) + done.error().message));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void LdapClientTest::serverThatSpeaksNoLdap_timesOutOrIsRefused()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    Directory directory = m_server->directory();
    directory.port = silent.serverPort();
    LdapClient client(directory, shortPatience);
    const Result<void> done = client.connect();
    QVERIFY(!done);
    QVERIFY(done.error().isTransient());
}

void LdapClientTest::serverThatDies_isUnreachable()
{
    LdapClient client(m_server->directory());
    QVERIFY(signIn(client));
    m_server->stop();
    const Result<int> found = client.search(allUsers(), [](const LdapEntry &) { return Result<void>(); });
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Unreachable);
    QVERIFY(m_server->start());
}

void LdapClientTest::cancelled_endsSoon()
{
    bool isCancelled = false;
    LdapClient client(m_server->directory(), {}, [&] { return isCancelled; });
    QVERIFY(signIn(client));
    const Result<int> found = client.search(allUsers(), [&](const LdapEntry &) {
        isCancelled = true;
        return Result<void>();
    });
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(LdapClientTest)
#include "tst_ldapclient.moc"
