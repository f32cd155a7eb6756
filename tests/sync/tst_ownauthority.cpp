// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"

#include <QProcess>
#include <QStandardPaths>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** A PSA whose certificate the system does not know is trusted only with the authority that a person chose for it. */
class OwnAuthorityTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
            QSKIP("openssl, which makes the certificate, is not installed");
        QProcess maker;
        maker.start(u"openssl"_s,
                    {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s, u"/CN=Acme Authority"_s,
                     u"-addext"_s, u"subjectAltName=IP:127.0.0.1,DNS:localhost"_s, u"-keyout"_s, path(u"key"_s), u"-out"_s,
                     path(u"certificate"_s)});
        QVERIFY(maker.waitForFinished() && maker.exitCode() == 0);
    }

    void withoutIt_nothingIsSent()
    {
        PracticeProcess practice({}, {u"--tls"_s, path(u"certificate"_s), path(u"key"_s)});
        EngineFixture fixture;
        const auto added = fixture.wait(fixture.engine().addIntegration(EngineFixture::detailsFor(practice)));
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::TlsFailed);
        QVERIFY2(added.error().message.contains(u"authority"_s), qPrintable(added.error().message));
    }

    void withIt_itSyncs_alsoAfterARestart_untilItIsTakenAway()
    {
        PracticeProcess practice({}, {u"--tls"_s, path(u"certificate"_s), path(u"key"_s)});
        EngineFixture fixture;
        ConnectionDetails details = EngineFixture::detailsFor(practice);
        details.authorities = certificate();
        const auto added = fixture.wait(fixture.engine().addIntegration(details));
        QVERIFY2(added, wordsOf(added).constData());
        QCOMPARE(fixture.sync(*added).failed, 0);
        QCOMPARE(fixture.status(*added).state, IntegrationState::UpToDate);
        fixture.stop();
        fixture.start();
        QCOMPARE(fixture.sync(*added, true).failed, 0);
        QCOMPARE(fixture.status(*added).integration.authorities, details.authorities);

        details.authorities.clear();
        const auto edited = fixture.wait(fixture.engine().editConnection(*added, details));
        QVERIFY(!edited);
        QCOMPARE(edited.error().code, ErrorCode::TlsFailed);
        QCOMPARE(fixture.status(*added).integration.authorities, certificate());
    }

    void whatIsNone_isRefusedBesideItsField()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        ConnectionDetails details = EngineFixture::detailsFor(practice);
        details.authorities = "nothing of the kind";
        const auto added = fixture.wait(fixture.engine().addIntegration(details));
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::BadInput);
        QCOMPARE(added.error().field, u"authorities"_s);
    }

private:
    [[nodiscard]] QString path(const QString &name) const
    {
        return m_folder.filePath(name + u".pem"_s);
    }
    [[nodiscard]] QByteArray certificate() const
    {
        QFile file(path(u"certificate"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(OwnAuthorityTest)
#include "tst_ownauthority.moc"
