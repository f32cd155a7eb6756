// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaseyaoffice.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** The same client in two PSAs at once: what changes in one reaches the other, and then both rest (rules A2, I3). */
class TwoIntegrationsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void A2_theSameNames_areOneRecord();
    void I3_whatChangesInOne_reachesTheOther_data();
    void I3_whatChangesInOne_reachesTheOther();
    void C1_anEditHere_reachesBoth();

private:
    /** Syncs and pushes both, as the scheduler does in turn. */
    static void round(KaseyaOffice &office, IntegrationId other, bool isFull = false);
    /** A new one with its organization and location, in both PSAs. */
    static RecordId makeContact(KaseyaOffice &office, IntegrationId other);
    static void checkPeace(KaseyaOffice &office, PracticeProcess &practice, IntegrationId other);
};

void TwoIntegrationsTest::round(KaseyaOffice &office, IntegrationId other, bool isFull)
{
    for (const IntegrationId id : {other, office.id}) {
        office.fixture.sync(id, isFull);
        office.fixture.push(id);
    }
}

void TwoIntegrationsTest::checkPeace(KaseyaOffice &office, PracticeProcess &practice, IntegrationId other)
{
    const int writes = practice.writes() + office.practice.writes();
    round(office, other);
    round(office, other, true);
    QCOMPARE(practice.writes() + office.practice.writes(), writes);
    for (const AssetKind kind : {AssetKind::Organization, AssetKind::Contact}) {
        const auto ids = recordIds(office.fixture.database(), {.kind = kind});
        for (const RecordId each : *ids) {
            for (const RecordView::Sync &sync : office.fixture.view(each).sync)
                QVERIFY2(sync.badge.state == SyncState::Synced, qPrintable(sync.message));
        }
    }
}

/** Both practice PSAs are seeded with the same clients. */
void TwoIntegrationsTest::A2_theSameNames_areOneRecord()
{
    KaseyaOffice office;
    PracticeProcess practice;
    const IntegrationId other = office.fixture.connectTwoWay(practice, u"CW"_s);
    const RecordId client = office.client();
    QCOMPARE(office.fixture.view(client).sync.size(), 2);
    QVERIFY(office.fixture.link(client, other).isLinked());
    QVERIFY(office.fixture.link(client, office.id).isLinked());
    QCOMPARE(office.fixture.count(AssetKind::Organization), 2);
    QCOMPARE(office.fixture.count(AssetKind::Contact), 2);
}

void TwoIntegrationsTest::I3_whatChangesInOne_reachesTheOther_data()
{
    QTest::addColumn<bool>("fromKaseya");
    QTest::newRow("from Kaseya BMS to ConnectWise") << true;
    QTest::newRow("from ConnectWise to Kaseya BMS") << false;
}

void TwoIntegrationsTest::I3_whatChangesInOne_reachesTheOther()
{
    QFETCH(bool, fromKaseya);
    KaseyaOffice office;
    EngineFixture &fixture = office.fixture;
    PracticeProcess practice;
    const IntegrationId other = fixture.connectTwoWay(practice, u"CW"_s);
    round(office, other);
    const RecordId contact = makeContact(office, other);
    const QString idThere = fixture.link(contact, other).remote.id;
    const QString idHere = fixture.link(contact, office.id).remote.id;
    if (fromKaseya)
        office.practice.update(u"contact"_s, idHere, {{u"jobTitle"_s, u"Travelled"_s}});
    else
        practice.update(u"contact"_s, idThere, {{u"title"_s, u"Travelled"_s}});
    const int writes = practice.writes() + office.practice.writes();
    for (int i = 0; i < 2; ++i)
        round(office, other);
    QCOMPARE(fixture.field(contact, u"title"_s).toString(), u"Travelled"_s);
    QCOMPARE(office.practice.record(u"contact"_s, idHere).value("jobTitle"_L1).toString(), u"Travelled"_s);
    QCOMPARE(practice.record(u"contact"_s, idThere).value("title"_L1).toString(), u"Travelled"_s);
    QCOMPARE(practice.writes() + office.practice.writes(), writes + 1);
    checkPeace(office, practice, other);
}

void TwoIntegrationsTest::C1_anEditHere_reachesBoth()
{
    KaseyaOffice office;
    EngineFixture &fixture = office.fixture;
    PracticeProcess practice;
    const IntegrationId other = fixture.connectTwoWay(practice, u"CW"_s);
    round(office, other);
    const RecordId contact = makeContact(office, other);
    fixture.edit(contact, {{u"title"_s, u"Edited here"_s}});
    round(office, other);
    const QString idThere = fixture.link(contact, other).remote.id;
    const QString idHere = fixture.link(contact, office.id).remote.id;
    QCOMPARE(office.practice.record(u"contact"_s, idHere).value("jobTitle"_L1).toString(), u"Edited here"_s);
    QCOMPARE(practice.record(u"contact"_s, idThere).value("title"_L1).toString(), u"Edited here"_s);
    checkPeace(office, practice, other);
}

RecordId TwoIntegrationsTest::makeContact(KaseyaOffice &office, IntegrationId other)
{
    EngineFixture &fixture = office.fixture;
    const RecordId organization = makeOrganization(fixture);
    const RecordId location = fixture.create(
        AssetKind::Location,
        {{u"name"_s, u"Head office"_s}, {u"organization"_s, organization}, {u"city"_s, u"Columbus"_s}});
    const QJsonObject email{{u"value"_s, u"jo@acme.example"_s}, {u"label"_s, u"Work"_s}, {u"primary"_s, true}};
    const QJsonObject phone{{u"value"_s, u"555 0100"_s}, {u"label"_s, u"Mobile"_s}, {u"primary"_s, true}};
    const RecordId contact = fixture.create(AssetKind::Contact,
                                            {{u"first_name"_s, u"Ann"_s},
                                             {u"last_name"_s, u"Lee"_s},
                                             {u"organization"_s, organization},
                                             {u"location"_s, location},
                                             {u"emails"_s, QJsonArray{email}},
                                             {u"phones"_s, QJsonArray{phone}}});
    round(office, other);
    for (const IntegrationId id : {other, office.id}) {
        if (fixture.state(contact, id) != SyncState::Synced)
            QTest::qFail(qPrintable(fixture.sentence(contact, id)), __FILE__, __LINE__);
    }
    return contact;
}

QTEST_GUILESS_MAIN(TwoIntegrationsTest)
#include "tst_twointegrations.moc"
