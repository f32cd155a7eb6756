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
    for (const AssetKind kind : allKinds) {
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
    office.setOn(u"allow_v1"_s, true);
    round(office, other);
    const RecordId contact = office.linked(AssetKind::Contact, u"300001"_s);
    const QString remoteThere = fixture.link(contact, other).remote.id;
    QVERIFY(!remoteThere.isEmpty());
    if (fromKaseya)
        office.practice.update(u"contact"_s, u"300001"_s, {{u"jobTitle"_s, u"Travelled"_s}});
    else
        practice.update(u"contact"_s, remoteThere, {{u"title"_s, u"Travelled"_s}});
    for (int i = 0; i < 3; ++i)
        round(office, other);
    QCOMPARE(fixture.field(contact, u"title"_s).toString(), u"Travelled"_s);
    QCOMPARE(office.practice.record(u"contact"_s, u"300001"_s).value("jobTitle"_L1).toString(), u"Travelled"_s);
    QCOMPARE(practice.record(u"contact"_s, remoteThere).value("title"_L1).toString(), u"Travelled"_s);
    checkPeace(office, practice, other);
}

void TwoIntegrationsTest::C1_anEditHere_reachesBoth()
{
    KaseyaOffice office;
    EngineFixture &fixture = office.fixture;
    PracticeProcess practice;
    const IntegrationId other = fixture.connectTwoWay(practice, u"CW"_s);
    round(office, other);
    const RecordId contact = office.linked(AssetKind::Contact, u"300001"_s);
    fixture.edit(contact, {{u"title"_s, u"Edited here"_s}});
    round(office, other);
    QCOMPARE(office.practice.record(u"contact"_s, u"300001"_s).value("jobTitle"_L1).toString(),
             u"Edited here"_s);
    QCOMPARE(practice.record(u"contact"_s, fixture.link(contact, other).remote.id).value("title"_L1).toString(),
             u"Edited here"_s);
    checkPeace(office, practice, other);
}

QTEST_GUILESS_MAIN(TwoIntegrationsTest)
#include "tst_twointegrations.moc"
