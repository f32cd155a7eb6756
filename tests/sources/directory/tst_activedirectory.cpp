// SPDX-License-Identifier: GPL-3.0-or-later
#include "directoryfixture.h"
#include "sambadomain.h"
#include "sources/directory/ldapfilter.h"

#include <QJsonArray>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using What = DirectoryLine::What;

/** A real Active Directory domain: what its controller sends, refuses and counts. One domain for all, in this
 * order. */
class ActiveDirectoryTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const QString obstacle = SambaDomain::obstacle(); !obstacle.isEmpty())
            QSKIP(qPrintable(obstacle));
        m_domain = std::make_unique<SambaDomain>();
        QVERIFY(m_domain->start());
        QVERIFY(m_domain->addUser(
            u"ann"_s, u"Ann"_s, u"Müller"_s,
            {u"--mail-address=ann@ad.example"_s, u"--telephone-number=+49 30 1"_s, u"--job-title=Boss"_s}));
        QVERIFY(m_domain->addUser(u"bob"_s, u"Bob"_s, u"*)(|(x*"_s, {u"--mail-address=bob@ad.example"_s}));
        QVERIFY(m_domain->addUser(u"off"_s, u"Olga"_s, u"Off"_s, {u"--mail-address=off@ad.example"_s}));
        QVERIFY(m_domain->changeUser(u"disable"_s, u"off"_s));
        QVERIFY(
            m_domain->addUser(u"forever"_s, u"Finn"_s, u"Forever"_s, {u"--mail-address=finn@ad.example"_s}));
        QVERIFY(m_domain->changeUser(u"setexpiry"_s, u"forever"_s, {u"--noexpiry"_s}));
        QVERIFY(m_domain->addUser(u"quiet"_s, u"No"_s, u"Mail"_s));
        m_fixture = std::make_unique<DirectoryFixture>();
    }

    void cleanupTestCase()
    {
        m_fixture.reset();
        m_domain.reset();
    }

    void rootTellsTheBase_withoutASignIn()
    {
        const Result<LdapRoot> root = m_fixture->office().wait(
            m_fixture->service().readRoot(m_domain->directory(DirectorySecurity::StartTls), {}));
        QVERIFY2(root, wordsOf(root).constData());
        QVERIFY(root->isActiveDirectory);
        QCOMPARE(root->baseDns.value(0), SambaDomain::baseDn());
        QVERIFY(root->highestUsn > 0);
    }

    void refusals_areInPlainWords()
    {
        const auto tried = [&](const Directory &directory, const QString &password) {
            const Result<DirectoryTest> tested = m_fixture->test(directory, password);
            return tested ? Error{} : tested.error();
        };
        Error error = tried(m_domain->directory(), u"wrong"_s);
        QCOMPARE(error.code, ErrorCode::SignInFailed);
        QVERIFY2(error.message.contains(u"wrong"_s), qPrintable(error.message + error.remoteWords));

        Directory directory = m_domain->directory();
        directory.userName = u"ADEX\\off"_s;
        error = tried(directory, SambaDomain::userPassword());
        QCOMPARE(error.code, ErrorCode::SignInFailed);

        directory = m_domain->directory();
        directory.caFile.clear();
        QCOMPARE(tried(directory, SambaDomain::password()).code, ErrorCode::TlsFailed);

        directory = m_domain->directory(DirectorySecurity::Kerberos);
        QCOMPARE(tried(directory, SambaDomain::password()).code, ErrorCode::TlsFailed);

        directory = m_domain->directory();
        directory.baseDn = u"DC=elsewhere,DC=example"_s;
        QCOMPARE(tried(directory, SambaDomain::password()).field, u"base_dn"_s);

        directory = m_domain->directory();
        directory.filter = u"(&(mail=*)"_s;
        QCOMPARE(tried(directory, SambaDomain::password()).field, u"filter"_s);
    }

    void H4_usersBecomeContacts()
    {
        m_id = m_fixture->add(m_domain->directory(DirectorySecurity::StartTls), SambaDomain::password());
        const DirectorySummary summary = m_fixture->sync(m_id);
        QVERIFY(summary.isFull);
        QCOMPARE(summary.count(What::Created), 3);
        QCOMPARE(lineOf(summary, u"off"_s).what, What::Skipped);
        QCOMPARE(lineOf(summary, u"quiet"_s).externalId, QString());

        const RecordId ann = lineOf(summary, u"ann"_s).recordId;
        const Record record = m_fixture->office().record(ann);
        QCOMPARE(record.displayName(), u"Ann Müller"_s);
        QCOMPARE(record.source, RecordSource::Directory);
        QCOMPARE(record.fields.value("title"_L1).toString(), u"Boss"_s);
        QCOMPARE(record.fields.value("emails"_L1)[0]["value"_L1].toString(), u"ann@ad.example"_s);
        QCOMPARE(record.fields.value("phones"_L1)[0]["value"_L1].toString(), u"+49 30 1"_s);
        const DirectoryFacts facts = *m_fixture->facts(ann);
        QCOMPARE(facts.status, AccountStatus::Enabled);
        QCOMPARE(facts.externalId.size(), 36);
        QVERIFY(qAbs(facts.passwordSetAt.secsTo(QDateTime::currentDateTimeUtc())) < 600);
        // The domain's policy: 42 days.
        QCOMPARE(facts.passwordSetAt.daysTo(facts.passwordExpiresAt), 42);

        const DirectoryFacts forever = *m_fixture->facts(lineOf(summary, u"forever"_s).recordId);
        QVERIFY(forever.passwordNeverExpires);
        QVERIFY(!forever.passwordExpiresAt.isValid());
        QCOMPARE(m_fixture->office().field(lineOf(summary, u"bob"_s).recordId, u"last_name"_s).toString(),
                 u"*)(|(x*"_s);
    }

    void delta_findsOnlyWhatChanged()
    {
        QCOMPARE(m_fixture->sync(m_id).lines.size(), 0);
        QVERIFY(m_domain->change(
            "dn: CN=Ann M\xC3\xBCller,CN=Users,BASE\nchangetype: modify\nreplace: title\ntitle: CEO\n"));
        QVERIFY(m_domain->changeUser(u"disable"_s, u"bob"_s));
        const DirectorySummary delta = m_fixture->sync(m_id);
        QVERIFY(!delta.isFull);
        QCOMPARE(delta.lines.size(), 2);
        QCOMPARE(lineOf(delta, u"ann"_s).changed, QStringList{u"title"_s});
        const DirectoryLine bob = lineOf(delta, u"bob"_s);
        QCOMPARE(bob.what, What::Unchanged);
        QCOMPARE(m_fixture->facts(bob.recordId)->status, AccountStatus::Disabled);
        QCOMPARE(m_fixture->sync(m_id).lines.size(), 0);
    }

    void renamedUser_isStillTheSame()
    {
        QVERIFY(m_domain->change(
            "dn: CN=Finn Forever,CN=Users,BASE\nchangetype: modify\nreplace: sn\nsn: Newname\n"));
        const DirectorySummary delta = m_fixture->sync(m_id);
        const DirectoryLine line = lineOf(delta, u"forever"_s);
        QCOMPARE(line.match, PersonMatch::How::Known);
        QCOMPARE(m_fixture->office().record(line.recordId).displayName(), u"Finn Newname"_s);
    }

    void moreUsersThanAPage_allCome()
    {
        QByteArray users;
        constexpr int count = 120;
        for (int i = 0; i < count; ++i) {
            const QByteArray id = "many" + QByteArray::number(i);
            users += "dn: CN=" + id
                + ",CN=Users,BASE\nchangetype: add\nobjectClass: user\nsAMAccountName: " + id
                + "\ngivenName: Many\nsn: " + QByteArray::number(i) + "\nmail: " + id + "@ad.example\n\n";
        }
        QVERIFY(m_domain->change(users));
        const Directory directory = m_fixture->status(m_id).directory;
        LdapClient client(directory);
        QVERIFY(client.connect());
        QVERIFY(client.signIn(SecretString(SambaDomain::password())));
        const LdapSearch search{.base = directory.baseDn,
                                .filter = "(givenName=Many)",
                                .attributes = {"sAMAccountName"},
                                .pageSize = 50};
        const Result<int> found = client.search(search, [](const LdapEntry &) { return Result<void>(); });
        QVERIFY2(found, wordsOf(found).constData());
        QCOMPARE(*found, count);
    }

    void fullSweep_marksWhoWasRemoved()
    {
        const RecordId ann = m_fixture->office().find(AssetKind::Contact, u"Ann Müller"_s);
        QVERIFY(m_domain->changeUser(u"delete"_s, u"ann"_s));
        const DirectorySummary sweep = m_fixture->sync(m_id, DirectoryMode::Full);
        QCOMPARE(sweep.count(What::Removed), 1);
        QCOMPARE(m_fixture->facts(ann)->status, AccountStatus::Removed);
        QVERIFY(m_fixture->office().record(ann).id != 0);
    }

    void controllerThatIsGone_isUnreachable()
    {
        m_domain->stop();
        const Result<DirectorySummary> summary = m_fixture->trySync(m_id, DirectoryMode::Delta);
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::Unreachable);
        QCOMPARE(m_fixture->status(m_id).state, IntegrationState::Offline);
    }

private:
    std::unique_ptr<SambaDomain> m_domain;
    std::unique_ptr<DirectoryFixture> m_fixture;
    DirectoryId m_id = 0;
};

QTEST_GUILESS_MAIN(ActiveDirectoryTest)
#include "tst_activedirectory.moc"
