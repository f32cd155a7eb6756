// SPDX-License-Identifier: GPL-3.0-or-later
#include "directoryfixture.h"
#include "slapdserver.h"

#include <QJsonArray>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;
using What = DirectoryLine::What;

namespace {

QByteArray user(const QByteArray &id, const QByteArray &first, const QByteArray &last)
{
    return SlapdServer::user(id, first, last,
                             "mail: " + id + "@ad.example\ntelephoneNumber: +1 813 555 01\ntitle: From AD");
}

} // namespace

/** Contacts of a directory on their way to a PSA (rules B2, B3, C3), with a practice ConnectWise. */
class DirectoryPushTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!SlapdServer::isInstalled())
            QSKIP(
                "slapd, ldap-utils and openssl are not installed, so there is no LDAP server to test with.");
    }

    void C3_newContacts_arePushedOnlyWhereTheSettingsSaySo_data()
    {
        QTest::addColumn<bool>("isOn");
        QTest::newRow("off") << false;
        QTest::newRow("on") << true;
    }

    void C3_newContacts_arePushedOnlyWhereTheSettingsSaySo()
    {
        QFETCH(bool, isOn);
        SlapdServer server;
        QVERIFY(server.load(user("ann", "Ann", "Directory") + user("bob", "Bob", "Directory")));
        QVERIFY(server.start());
        PracticeProcess practice;
        DirectoryFixture fixture;
        EngineFixture &office = fixture.office();
        const IntegrationId psa = office.connectTwoWay(practice);
        SyncSettings settings = office.status(psa).integration.settings;
        settings.pushDirectoryContacts = isOn;
        settings.emailType = firstOf(office, psa, OptionList::EmailType);
        settings.phoneType = firstOf(office, psa, OptionList::PhoneType);
        office.changeSettings(psa, {.settings = settings});
        fixture.setOrganization(syncedOrganization(office, psa));
        const DirectoryId id = fixture.add(server.directory(), SlapdServer::password());
        practice.resetStats();
        const DirectorySummary summary = fixture.sync(id);
        QCOMPARE(summary.count(What::Created), 2);
        const RecordId ann = lineOf(summary, u"ann"_s).recordId;
        QCOMPARE(office.field(ann, u"emails"_s)[0]["label"_L1].toString(), settings.emailType);
        QCOMPARE(office.field(ann, u"phones"_s)[0]["label"_L1].toString(), settings.phoneType);
        office.push(psa);
        QCOMPARE(practice.creates(), isOn ? 2 : 0);
        QCOMPARE(office.state(ann), isOn ? SyncState::Synced : SyncState::NotYetPushed);

        // Once and no more, whatever is synced after it (rules I2, I3).
        fixture.sync(id, DirectoryMode::Full);
        office.push(psa);
        office.sync(psa, true);
        QCOMPARE(practice.creates(), isOn ? 2 : 0);

        // A person's save pushes what the setting left.
        if (!isOn) {
            office.edit(ann, {{u"title"_s, u"Typed"_s}});
            office.push(psa);
            QCOMPARE(practice.creates(), 1);
            QCOMPARE(office.state(ann), SyncState::Synced);
        }
    }

    void B6_fieldsThatOnlyThePsaMayChange_areLeftToIt()
    {
        SlapdServer server;
        PracticeProcess practice;
        DirectoryFixture fixture;
        EngineFixture &office = fixture.office();
        const IntegrationId psa = office.connectTwoWay(practice);
        office.setTwoWay(psa, false);
        const RecordId organization = syncedOrganization(office, psa);
        const RecordId contact = contactOf(office, organization);
        QVERIFY(contact != 0);
        const FieldValues before = office.record(contact).fields;
        QVERIFY(server.load(user("one", before.value("first_name"_L1).toString().toUtf8(),
                                 before.value("last_name"_L1).toString().toUtf8())));
        QVERIFY(server.start());
        fixture.setOrganization(organization);
        const DirectoryId id = fixture.add(server.directory(), SlapdServer::password());
        practice.resetStats();
        const DirectorySummary summary = fixture.sync(id);
        const DirectoryLine line = lineOf(summary, u"one"_s);
        QCOMPARE(line.recordId, contact);
        QCOMPARE(line.what, What::Unchanged);
        QVERIFY(line.reason.contains(u"two-way sync is off"_s));
        QCOMPARE(office.record(contact).fields, before);
        QVERIFY(fixture.facts(contact));
        QCOMPARE(practice.writes(), 0);
    }

private:
    static QString firstOf(EngineFixture &office, IntegrationId psa, OptionList list)
    {
        for (const StoredOption &option :
             OptionStore(office.database()).remote(psa, list).value_or(QList<StoredOption>())) {
            return option.name;
        }
        return {};
    }

    static RecordId syncedOrganization(EngineFixture &office, IntegrationId psa)
    {
        const auto id = office.database().value(
            u"SELECT record_id FROM link WHERE integration_id = ? AND kind = 'organization' AND remote_id IS "
            u"NOT NULL "
            "AND record_id IN (SELECT organization_id FROM contact) ORDER BY record_id"_s,
            {psa});
        return id ? id->toLongLong() : 0;
    }

    static RecordId contactOf(EngineFixture &office, RecordId organization)
    {
        const auto id = office.database().value(
            u"SELECT record_id FROM contact WHERE organization_id = ? ORDER BY record_id"_s, {organization});
        return id ? id->toLongLong() : 0;
    }
};

QTEST_GUILESS_MAIN(DirectoryPushTest)
#include "tst_directorypush.moc"
