// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/authorities.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

/** Valid in the year 2020; its key is gone. */
constexpr char formerAuthority[] =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBVzCB/aADAgECAgEBMAoGCCqGSM49BAMCMBsxGTAXBgNVBAMMEEZvcm1lciBB\n"
    "dXRob3JpdHkwHhcNMjAwMTAxMDAwMDAwWhcNMjEwMTAxMDAwMDAwWjAbMRkwFwYD\n"
    "VQQDDBBGb3JtZXIgQXV0aG9yaXR5MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n"
    "BkqtnFXov86bUqFN7T4FxOjnyi2gX1C80bDDOZ1YQCG68QfpfF2VEYrP7heiVuYx\n"
    "wf/ExDj1am+cEcldW88DHKMyMDAwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQU\n"
    "2YD2YwQF5Y2M9yJX4wkFgPdNclYwCgYIKoZIzj0EAwIDSQAwRgIhAPa7PUVShPLP\n"
    "6p5LPMvM2eUm92q1ZkE5MC1xaf4u2w6lAiEA6usuKfnbB6SNiiR4q2N3KkKqwni0\n"
    "J6tJhm5+ODKKcJI=\n"
    "-----END CERTIFICATE-----\n";

} // namespace

/** Which files are taken as a company's own certificate authority. */
class TestAuthorities final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothing_isTheSystemsAlone();
    void anAuthority_isTaken_andToldByName();
    void severalInOneFile_areAllTaken();
    void whatIsNone_isRefusedInWords_data();
    void whatIsNone_isRefusedInWords();

private:
    /** Makes a certificate; empty when openssl is missing. */
    QByteArray made(const QString &name, const QStringList &options);
    [[nodiscard]] QByteArray contents(const QString &name) const;

    QTemporaryDir m_folder;
};

void TestAuthorities::initTestCase()
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        QSKIP("openssl, which makes the certificates, is not installed");
}

QByteArray TestAuthorities::made(const QString &name, const QStringList &options)
{
    QProcess maker;
    maker.start(u"openssl"_s,
                QStringList{u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                            u"-nodes"_s, u"-subj"_s, QString(u"/CN="_s + name), u"-keyout"_s,
                            m_folder.filePath(name + u".key"_s), u"-out"_s, m_folder.filePath(name + u".pem"_s)}
                    + options);
    return maker.waitForFinished() && maker.exitCode() == 0 ? contents(name + u".pem"_s) : QByteArray();
}

QByteArray TestAuthorities::contents(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestAuthorities::nothing_isTheSystemsAlone()
{
    for (const QByteArray &blank : {QByteArray(), QByteArray(" \n")}) {
        const auto authorities = authoritiesFrom(blank);
        QVERIFY(authorities && authorities->isEmpty());
    }
    QVERIFY(authoritiesText({}).isEmpty());
}

void TestAuthorities::anAuthority_isTaken_andToldByName()
{
    const auto authorities = authoritiesFrom(made(u"Acme Authority"_s, {}));
    QVERIFY(authorities);
    QCOMPARE(authorities->size(), 1);
    QVERIFY2(authoritiesText(*authorities).startsWith(u"Acme Authority, valid until "_s),
             qPrintable(authoritiesText(*authorities)));
}

void TestAuthorities::severalInOneFile_areAllTaken()
{
    const auto authorities = authoritiesFrom(made(u"First"_s, {}) + made(u"Second"_s, {}));
    QVERIFY(authorities);
    QCOMPARE(authorities->size(), 2);
}

void TestAuthorities::whatIsNone_isRefusedInWords_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("words");
    QTest::newRow("a text") << "not a certificate"_ba << u"no certificate"_s;
    QTest::newRow("broken") << "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"_ba << u"no certificate"_s;
    QTest::newRow("a server's")
        << made(u"server"_s, {u"-addext"_s, u"basicConstraints=critical,CA:FALSE"_s}) << u"of a server"_s;
    QTest::newRow("out of date") << QByteArray(formerAuthority) << u"was valid until"_s;
    const QByteArray good = made(u"good"_s, {});
    QTest::newRow("with its key") << QByteArray(good + contents(u"good.key"_s)) << u"private key"_s;
    QTest::newRow("far too long") << QByteArray(10 * 1024 * 1024, 'x') << u"too large"_s;
}

void TestAuthorities::whatIsNone_isRefusedInWords()
{
    QFETCH(QByteArray, pem);
    QFETCH(QString, words);
    QVERIFY(!pem.isEmpty());
    const auto authorities = authoritiesFrom(pem);
    QVERIFY(!authorities);
    QCOMPARE(authorities.error().code, ErrorCode::BadInput);
    QCOMPARE(authorities.error().field, u"authorities"_s);
    QVERIFY2(authorities.error().message.contains(words), qPrintable(authorities.error().message));
}

QTEST_GUILESS_MAIN(TestAuthorities)
#include "tst_authorities.moc"
