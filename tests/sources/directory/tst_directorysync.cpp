// SPDX-License-Identifier: GPL-3.0-or-later
#include "directoryfixture.h"
#include "slapdserver.h"
#include "store/directorystore.h"
#include "store/recordjson.h"

#include <QJsonArray>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;
using What = DirectoryLine::What;

namespace {

/** Of an Active Directory; the id fills the objectGUID. */
QByteArray adUser(const QByteArray &id, const QByteArray &first, const QByteArray &last, int usn,
                  const QByteArray &lines = {}, const QByteArray &control = "512")
{
    return SlapdServer::user(id, first, last,
                             "sAMAccountName: " + id + "\nuSNChanged: " + QByteArray::number(usn)
                                 + "\nuserAccountControl: " + control + "\nobjectGUID:: "
                                 + id.leftJustified(16, '.', true).toBase64() + '\n' + lines);
}

QByteArray addressOf(const QByteArray &id)
{
    return "mail: " + id + "@example.com";
}

QByteArray setUsn(const QByteArray &id, int usn, const QByteArray &attribute, const QByteArray &value)
{
    return "dn: uid=" + id + ",dc=example,dc=com\nchangetype: modify\nreplace: uSNChanged\nuSNChanged: "
        + QByteArray::number(usn) + "\n-\nreplace: " + attribute + '\n' + attribute + ": " + value + "\n\n";
}

} // namespace

/** Users become contacts, or enrich them (rule H4), against a real LDAP server. */
class DirectorySyncTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!SlapdServer::isInstalled())
            QSKIP(
                "slapd, ldap-utils and openssl are not installed, so there is no LDAP server to test with.");
    }

    void H4_usersBecomeContacts_withWhatAdSaysOfThem()
    {
        SlapdServer server(SlapdServer::Kind::LikeActiveDirectory);
        QVERIFY(server.load(
            adUser("ann", "Ann", "Smith", 17,
                   addressOf("ann")
                       + "\ntitle: Boss\ntelephoneNumber: +49 30 1\nmobile: +49 170 2\n"
                         "lastLogonTimestamp: 133500000000000000\npwdLastSet: 133400000000000000\n"
                         "msDS-UserPasswordExpiryTimeComputed: 133600000000000000")
            + adUser("bob", "Bob", "Gone", 18, addressOf("bob"), "514")
            + adUser("pc", "Computer", "One", 19, addressOf("pc"), "4096")));
        QVERIFY(server.start());
        DirectoryFixture fixture;
        const DirectoryId id = fixture.add(server.directory(), SlapdServer::password());
        QVERIFY(id != 0);
        const DirectorySummary summary = fixture.sync(id);
        QVERIFY(summary.isFull);
        QCOMPARE(summary.count(What::Created), 1);
        QCOMPARE(lineOf(summary, u"bob"_s).what, What::Skipped);

        const RecordId ann = fixture.office().find(AssetKind::Contact, u"Ann Smith"_s);
        QVERIFY(ann != 0);
        const RecordView view = fixture.office().view(ann);
        QCOMPARE(view.record.source, RecordSource::Directory);
        QCOMPARE(view.record.fields.value("title"_L1).toString(), u"Boss"_s);
        const QJsonObject email = view.record.fields.value("emails"_L1)[0].toObject();
        QCOMPARE(email.value("value"_L1).toString(), u"ann@example.com"_s);
        QCOMPARE(email.value("label"_L1).toString(), u"AD Email"_s);
        QVERIFY(email.value("primary"_L1).toBool());
        QCOMPARE(view.record.fields.value("phones"_L1).toArray().size(), 2);
        QCOMPARE(view.record.fields.value("phones"_L1)[0]["label"_L1].toString(), u"AD Phone"_s);

        const QJsonObject directory = recordToJson(view).value("directory"_L1).toObject();
        QCOMPARE(directory.value("status"_L1).toString(), u"enabled"_s);
        QCOMPARE(directory.value("account"_L1).toString(), u"ann"_s);
        QCOMPARE(directory.value("last_logon"_L1).toString(), u"2024-01-17T21:20:00.000Z"_s);
        QVERIFY(directory.value("last_password_reset"_L1).isString());
        QVERIFY(directory.value("password_expires"_L1).isString());
        QCOMPARE(fixture.status(id).state, IntegrationState::UpToDate);
        QCOMPARE(fixture.status(id).contacts, 1);

        // Nothing new: nothing is written, not even a run.
        const QString before = fixture.office().dump();
        const DirectorySummary again = fixture.sync(id, DirectoryMode::Full);
        QCOMPARE(again.count(What::Unchanged), 1);
        QCOMPARE(again.runId, 0);
        QCOMPARE(fixture.office().dump(), before);
    }

    void H4_contactsThatAreThere_areEnriched()
    {
        SlapdServer server(SlapdServer::Kind::LikeActiveDirectory);
        QVERIFY(server.load(adUser("ann", "Anna", "Smith-Jones", 17, addressOf("ann") + "\ntitle: Boss")
                            + adUser("bob", "Bob", "Jones", 18, addressOf("bob") + "\ntitle: Clerk")
                            + adUser("eve", "Eve", "Twice", 19, addressOf("eve"))
                            + adUser("dan", "Dan", "Off", 20, addressOf("dan"), "514")));
        QVERIFY(server.start());
        DirectoryFixture fixture;
        const auto email = [](const QString &value) {
            return QJsonArray{
                QJsonObject{{u"value"_s, value}, {u"label"_s, u"Home"_s}, {u"primary"_s, true}}};
        };
        const RecordId ann =
            fixture.contact(u"Ann"_s, u"Smith"_s, {{u"emails"_s, email(u"ANN@example.com"_s)}});
        const RecordId bob = fixture.contact(
            u"Bob"_s, u"Jones"_s, {{u"emails"_s, email(u"private@y.example"_s)}, {u"title"_s, u"Typed"_s}});
        const RecordId dan = fixture.contact(u"Dan"_s, u"Off"_s);
        fixture.contact(u"Eve"_s, u"Twice"_s);
        fixture.contact(u"Eve"_s, u"Twice"_s);
        const qint64 before = fixture.office().count(AssetKind::Contact);
        const DirectoryId id = fixture.add(server.directory(), SlapdServer::password());
        const DirectorySummary summary = fixture.sync(id);
        QCOMPARE(fixture.office().count(AssetKind::Contact), before);

        QCOMPARE(lineOf(summary, u"ann"_s).recordId, ann);
        QCOMPARE(lineOf(summary, u"ann"_s).match, PersonMatch::How::Email);
        QCOMPARE(fixture.office().field(ann, u"first_name"_s).toString(), u"Ann"_s);
        QCOMPARE(fixture.office().field(ann, u"title"_s).toString(), u"Boss"_s);
        QCOMPARE(fixture.office().field(ann, u"emails"_s).toArray().size(), 1);
        QCOMPARE(fixture.office().record(ann).source, RecordSource::Manual);
        QCOMPARE(lineOf(summary, u"bob"_s).match, PersonMatch::How::Name);
        QCOMPARE(fixture.office().field(bob, u"title"_s).toString(), u"Typed"_s);
        QCOMPARE(fixture.office().field(bob, u"emails"_s).toArray().size(), 2);
        QCOMPARE(fixture.office().field(bob, u"emails"_s)[0]["value"_L1].toString(), u"private@y.example"_s);
        QCOMPARE(lineOf(summary, u"eve"_s).match, PersonMatch::How::Several);
        QCOMPARE(lineOf(summary, u"eve"_s).what, What::Skipped);
        QCOMPARE(lineOf(summary, u"eve"_s).candidates.size(), 2);
        // A disabled user makes no contact, and marks the one that is there.
        QCOMPARE(fixture.facts(dan)->status, AccountStatus::Disabled);
        QCOMPARE(fixture.facts(ann)->status, AccountStatus::Enabled);

        // One undo takes all of it back.
        const auto undone =
            fixture.office().wait(fixture.office().engine().undoImport(summary.runId, u"Ann"_s));
        QVERIFY2(undone, wordsOf(undone).constData());
        QVERIFY(isBlank(fixture.office().field(ann, u"title"_s)));
        QCOMPARE(fixture.office().field(bob, u"emails"_s).toArray().size(), 1);
    }

    void delta_findsOnlyWhatChanged()
    {
        SlapdServer server(SlapdServer::Kind::LikeActiveDirectory);
        QVERIFY(server.load(adUser("ann", "Ann", "Smith", 17, addressOf("ann") + "\ntitle: Boss")
                            + adUser("bob", "Bob", "Jones", 18, addressOf("bob"))));
        QVERIFY(server.start());
        DirectoryFixture fixture;
        const DirectoryId id = fixture.add(server.directory(), SlapdServer::password());
        QCOMPARE(fixture.sync(id).count(What::Created), 2);
        const RecordId bob = fixture.office().find(AssetKind::Contact, u"Bob Jones"_s);
        const RecordId ann = fixture.office().find(AssetKind::Contact, u"Ann Smith"_s);
        QCOMPARE(fixture.sync(id).lines.size(), 0);

        QVERIFY(server.change(setUsn("bob", 101, "userAccountControl", "514")
                              + setUsn("ann", 102, "title", "CEO")));
        QVERIFY(server.setHighestUsn(102));
        const DirectorySummary delta = fixture.sync(id);
        QVERIFY(!delta.isFull);
        QCOMPARE(delta.lines.size(), 2);
        QCOMPARE(lineOf(delta, u"bob"_s).what, What::Unchanged);
        QCOMPARE(fixture.facts(bob)->status, AccountStatus::Disabled);
        QCOMPARE(lineOf(delta, u"ann"_s).changed, QStringList{u"title"_s});
        QCOMPARE(fixture.office().field(ann, u"title"_s).toString(), u"CEO"_s);
        QCOMPARE(fixture.sync(id).lines.size(), 0);

        // What a person typed since is the person's.
        fixture.office().edit(ann, {{u"title"_s, u"Typed"_s}});
        QVERIFY(server.change(setUsn("ann", 103, "title", "Chair")));
        QVERIFY(server.setHighestUsn(103));
        QCOMPARE(lineOf(fixture.sync(id), u"ann"_s).what, What::Unchanged);
        QCOMPARE(fixture.office().field(ann, u"title"_s).toString(), u"Typed"_s);

        // Change numbers are each server's own.
        QVERIFY(server.setService("cn=NTDS,cn=other,dc=example,dc=com"));
        QVERIFY(fixture.sync(id).isFull);
        QVERIFY(!fixture.sync(id).isFull);
        // And a server put back from a backup counts from less.
        QVERIFY(server.setHighestUsn(50));
        QVERIFY(fixture.sync(id).isFull);
    }

    void withoutChangeNumbers_theDateOfTheChangeDecides()
    {
        SlapdServer server;
        QVERIFY(server.load(
            SlapdServer::user("old", "Old", "User", addressOf("old") + "\nmodifyTimestamp: 20240101000000Z")
            + SlapdServer::user("new", "New", "User",
                                addressOf("new") + "\nmodifyTimestamp: 20240201000000Z")));
        QVERIFY(server.start());
        DirectoryFixture fixture;
        const DirectoryId id = fixture.add(server.directory(), SlapdServer::password());
        const DirectorySummary full = fixture.sync(id);
        QCOMPARE(full.count(What::Created), 2);
        QCOMPARE(lineOf(full, u"old"_s).status, AccountStatus::Unknown);
        // The newest may have been changed once more in the same second, so it is looked at again.
        QCOMPARE(fixture.sync(id).lines.size(), 1);
        QVERIFY(server.change(
            "dn: uid=old,dc=example,dc=com\nchangetype: modify\nreplace: title\ntitle: Boss\n"));
        const DirectorySummary delta = fixture.sync(id);
        QVERIFY(!delta.isFull);
        QCOMPARE(lineOf(delta, u"old"_s).what, What::Updated);
    }

    void fullSweep_marksWhoWasRemoved_andDeletesNobody()
    {
        SlapdServer server(SlapdServer::Kind::LikeActiveDirectory);
        QVERIFY(server.load(adUser("ann", "Ann", "Smith", 17, addressOf("ann"))
                            + adUser("bob", "Bob", "Jones", 18, addressOf("bob"))));
        QVERIFY(server.start());
        DirectoryFixture fixture;
        const DirectoryId id = fixture.add(server.directory(), SlapdServer::password());
        fixture.sync(id);
        const RecordId bob = fixture.office().find(AssetKind::Contact, u"Bob Jones"_s);
        QVERIFY(server.change("dn: uid=bob,dc=example,dc=com\nchangetype: delete\n"));
        QCOMPARE(fixture.sync(id).lines.size(), 0);
        // Once a day the sync at the interval is a full one.
        fixture.office().clock().advance(std::chrono::hours(25));
        const DirectorySummary sweep = fixture.sync(id);
        QVERIFY(sweep.isFull);
        QCOMPARE(lineOf(sweep, u"bob"_s).what, What::Removed);
        QCOMPARE(fixture.facts(bob)->status, AccountStatus::Removed);
        QCOMPARE(fixture.sync(id, DirectoryMode::Full).count(What::Removed), 0);

        // A directory that suddenly shows nobody is not believed.
        QVERIFY(server.change("dn: uid=ann,dc=example,dc=com\nchangetype: delete\n"));
        const Result<DirectorySummary> empty = fixture.trySync(id, DirectoryMode::Full);
        QVERIFY(!empty);
        QCOMPARE(fixture.status(id).state, IntegrationState::Error);
        const RecordId ann = fixture.office().find(AssetKind::Contact, u"Ann Smith"_s);
        QCOMPARE(fixture.facts(ann)->status, AccountStatus::Enabled);
    }

    void dryRun_tellsAll_andWritesNothing()
    {
        SlapdServer server(SlapdServer::Kind::LikeActiveDirectory);
        QVERIFY(server.load(adUser("ann", "Ann", "Smith", 17, addressOf("ann"))
                            + adUser("bob", "Bob", "Jones", 18, addressOf("bob") + "\ntitle: Clerk")));
        QVERIFY(server.start());
        DirectoryFixture fixture;
        const RecordId bob = fixture.contact(u"Bob"_s, u"Jones"_s);
        const DirectoryId id = fixture.add(server.directory(), SlapdServer::password());
        const QString before = fixture.office().dump();
        const DirectorySummary summary = fixture.sync(id, DirectoryMode::DryRun);
        QCOMPARE(summary.count(What::Created), 1);
        QCOMPARE(summary.count(What::Updated), 1);
        QCOMPARE(lineOf(summary, u"bob"_s).recordId, bob);
        QCOMPARE(fixture.office().dump(), before);
        QVERIFY(!fixture.facts(bob));
        QVERIFY(!fixture.status(id).directory.lastSyncAt.isValid());
    }

    void hostileValues_stayValues()
    {
        SlapdServer server(SlapdServer::Kind::LikeActiveDirectory);
        QVERIFY(
            server.load(adUser("mallory", "*)(uid=*", "'; DROP TABLE contact; --", 17, addressOf("mallory"))
                        + adUser("large", "Large", "Value", 18,
                                 addressOf("large") + "\ntitle: " + QByteArray(1 << 20, 'x'))));
        QVERIFY(server.start());
        DirectoryFixture fixture;
        const DirectoryId id = fixture.add(server.directory(), SlapdServer::password());
        const DirectorySummary summary = fixture.sync(id);
        const RecordId mallory = lineOf(summary, u"mallory"_s).recordId;
        QCOMPARE(fixture.office().field(mallory, u"first_name"_s).toString(), u"*)(uid=*"_s);
        const DirectoryLine large = lineOf(summary, u"large"_s);
        QCOMPARE(large.what, What::Created);
        QVERIFY(large.reason.contains(u"title"_s));
        QVERIFY(isBlank(fixture.office().field(large.recordId, u"title"_s)));
    }

    void testButton_showsTenUsers()
    {
        QByteArray users;
        for (int i = 0; i < 25; ++i) {
            const QByteArray id = "user" + QByteArray::number(i);
            users += adUser(id, "User", QByteArray::number(i), 10 + i, addressOf(id));
        }
        SlapdServer server(SlapdServer::Kind::LikeActiveDirectory);
        QVERIFY(server.load(users));
        QVERIFY(server.start());
        DirectoryFixture fixture;
        const Result<DirectoryTest> tested = fixture.test(server.directory(), SlapdServer::password());
        QVERIFY2(tested, wordsOf(tested).constData());
        QCOMPARE(tested->users.size(), 10);
        QVERIFY(tested->root.isActiveDirectory);
        QVERIFY(!fixture.test(server.directory(), u"wrong"_s));
        // The stored password serves where none is typed.
        const DirectoryId id = fixture.add(server.directory(), SlapdServer::password());
        QVERIFY(fixture.test(fixture.status(id).directory, {}));
    }

    void I4_thePasswordIsNowhereInTheDatabase()
    {
        SlapdServer server(SlapdServer::Kind::LikeActiveDirectory);
        QVERIFY(server.load(adUser("ann", "Ann", "Smith", 17, addressOf("ann"))));
        QVERIFY(server.start());
        DirectoryFixture fixture;
        fixture.sync(fixture.add(server.directory(), SlapdServer::password()));
        for (const QString &suffix : {QString(), u"-wal"_s}) {
            QFile file(fixture.office().databasePath() + suffix);
            if (suffix.isEmpty() || file.exists()) {
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY(!file.readAll().contains(SlapdServer::password().toUtf8()));
            }
        }
    }

    void aProblem_isKept_andEndsWithTheNextSync()
    {
        SlapdServer server(SlapdServer::Kind::LikeActiveDirectory);
        QVERIFY(server.load(adUser("ann", "Ann", "Smith", 17, addressOf("ann"))));
        QVERIFY(server.start());
        DirectoryFixture fixture({.connect = std::chrono::seconds(1), .answer = std::chrono::seconds(1)});
        const DirectoryId id = fixture.add(server.directory(), u"wrong"_s);
        QVERIFY(!fixture.trySync(id, DirectoryMode::Delta));
        QCOMPARE(fixture.status(id).state, IntegrationState::SignInFailed);
        // Trying on by itself would lock the account.
        QVERIFY(!fixture.status(id).nextSyncAt.isValid());
        Directory directory = fixture.status(id).directory;
        QVERIFY(fixture.office().wait(
            fixture.office().engine().storeDirectory(directory, SecretString(SlapdServer::password()))));
        server.stop();
        QVERIFY(!fixture.trySync(id, DirectoryMode::Delta));
        QCOMPARE(fixture.status(id).state, IntegrationState::Offline);
        QVERIFY(fixture.status(id).nextSyncAt.isValid());
        QVERIFY(server.start());
        QCOMPARE(fixture.sync(id).count(What::Created), 1);
        QCOMPARE(fixture.status(id).state, IntegrationState::UpToDate);
        QVERIFY(fixture.status(id).message.isEmpty());
    }

    void removing_keepsTheContacts()
    {
        SlapdServer server(SlapdServer::Kind::LikeActiveDirectory);
        QVERIFY(server.load(adUser("ann", "Ann", "Smith", 17, addressOf("ann"))));
        QVERIFY(server.start());
        DirectoryFixture fixture;
        const DirectoryId id = fixture.add(server.directory(), SlapdServer::password());
        fixture.sync(id);
        const RecordId ann = fixture.office().find(AssetKind::Contact, u"Ann Smith"_s);
        QVERIFY(fixture.office().wait(fixture.office().engine().removeDirectory(id)));
        QVERIFY(!fixture.facts(ann));
        QVERIFY(!fixture.trySync(id, DirectoryMode::Delta));
    }

    void storing_refusesWhatCannotWork_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"name", "server", "base_dn", "filter", "organization", "security", "port"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }

    void storing_refusesWhatCannotWork()
    {
        QFETCH(QString, field);
        DirectoryFixture fixture;
        Directory directory{.name = u"AD"_s,
                            .server = u"dc1"_s,
                            .userName = u"x"_s,
                            .baseDn = u"dc=x"_s,
                            .filter = u"(a=b)"_s,
                            .organizationId = fixture.organization()};
        if (field == "name"_L1)
            directory.name = u" "_s;
        else if (field == "server"_L1)
            directory.server.clear();
        else if (field == "base_dn"_L1)
            directory.baseDn.clear();
        else if (field == "filter"_L1)
            directory.filter.clear();
        else if (field == "organization"_L1)
            directory.organizationId = 4711;
        else if (field == "security"_L1)
            directory.security = DirectorySecurity::Kerberos;
        else
            directory.port = 70'000;
        const auto stored =
            fixture.office().wait(fixture.office().engine().storeDirectory(directory, SecretString(u"p"_s)));
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::BadInput);
        QCOMPARE(stored.error().field, field);
    }
};

QTEST_GUILESS_MAIN(DirectorySyncTest)
#include "tst_directorysync.moc"
