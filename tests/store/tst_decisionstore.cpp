// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decisionstore.h"

#include "storefixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestDecisionStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void D2_everythingIsReadAsItWasWritten_data();
    void D2_everythingIsReadAsItWasWritten();
    void sameDecision_writesNothing();
    void newNames_keepTheChoice();
    void otherCandidates_askAgain();
    void list_isOldestFirstWithOrWithoutWhatWasMade();
    void settledDecision_isNotFound();
    void namesHaveWords();

private:
    MatchDecision ofRemote(const QString &remoteId = u"77"_s) const;
    MatchDecision ofRecord() const;
    bool put(const MatchDecision &decision);

    std::unique_ptr<StoreFixture> m_store;
    IntegrationId m_integration = 0;
    RecordId m_acme = 0;
    RecordId m_beta = 0;
};

void TestDecisionStore::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_store = std::make_unique<StoreFixture>();
    m_integration = m_store->addIntegration();
    m_acme = m_store->addOrganization(u"Acme"_s);
    m_beta = m_store->addOrganization(u"Beta"_s);
}

MatchDecision TestDecisionStore::ofRemote(const QString &remoteId) const
{
    MatchDecision decision;
    decision.integrationId = m_integration;
    decision.remote = {.id = remoteId, .parentId = u"7"_s};
    decision.name = u"Acme"_s;
    decision.detail = u"Berlin"_s;
    decision.candidates = {{.recordId = m_acme, .name = u"Acme"_s, .detail = u"Oslo"_s},
                           {.recordId = m_beta, .name = u"Acme"_s}};
    decision.foundAt = StoreFixture::now();
    return decision;
}

MatchDecision TestDecisionStore::ofRecord() const
{
    MatchDecision decision = ofRemote();
    decision.recordId = m_acme;
    decision.remote = {};
    decision.candidates = {{.remote = {.id = u"1"_s, .parentId = u"2"_s}, .name = u"Acme"_s},
                           {.remote = {.id = u"3"_s}, .name = u"ACME"_s, .detail = u"closed"_s}};
    return decision;
}

bool TestDecisionStore::put(const MatchDecision &decision)
{
    return must(DecisionStore(m_store->database()).put(decision));
}

void TestDecisionStore::D2_everythingIsReadAsItWasWritten_data()
{
    QTest::addColumn<bool>("isRemote");
    QTest::newRow("a remote record") << true;
    QTest::newRow("a record here") << false;
}

void TestDecisionStore::D2_everythingIsReadAsItWasWritten()
{
    QFETCH(const bool, isRemote);
    const MatchDecision written = isRemote ? ofRemote() : ofRecord();
    QVERIFY(put(written));
    const DecisionStore decisions(m_store->database());
    const auto found = isRemote ? must(decisions.ofRemote(m_integration, AssetKind::Organization, u"77"_s))
                                : must(decisions.ofRecord(m_integration, m_acme));
    QVERIFY(found);
    const MatchDecision read = must(decisions.get(found->id));
    QCOMPARE(read.integrationId, m_integration);
    QCOMPARE(read.integrationName, u"Main"_s);
    QCOMPARE(read.platform, Platform::ConnectWise);
    QCOMPARE(read.kind, written.kind);
    QCOMPARE(read.recordId, written.recordId);
    QCOMPARE(read.remote, written.remote);
    QCOMPARE(read.name, written.name);
    QCOMPARE(read.detail, written.detail);
    QCOMPARE(read.candidates, written.candidates);
    QCOMPARE(read.choice, MatchDecision::Choice::Open);
    QCOMPARE(read.foundAt, written.foundAt);
}

void TestDecisionStore::sameDecision_writesNothing()
{
    QVERIFY(put(ofRemote()));
    const qint64 changes = must(m_store->database().value(u"SELECT total_changes()"_s)).toLongLong();
    MatchDecision later = ofRemote();
    later.foundAt = StoreFixture::now().addDays(1);
    QVERIFY(!put(later));
    QCOMPARE(must(m_store->database().value(u"SELECT total_changes()"_s)).toLongLong(), changes);
}

void TestDecisionStore::newNames_keepTheChoice()
{
    DecisionStore decisions(m_store->database());
    QVERIFY(put(ofRemote()));
    const qint64 id = must(decisions.list(m_integration, false)).constFirst().id;
    must(decisions.setChoice(id, MatchDecision::Choice::Left));
    MatchDecision renamed = ofRemote();
    renamed.candidates[0].name = u"Acme GmbH"_s;
    renamed.candidates.swapItemsAt(0, 1);
    renamed.foundAt = StoreFixture::now().addDays(1);
    QVERIFY(put(renamed));
    const MatchDecision read = must(decisions.get(id));
    QCOMPARE(read.choice, MatchDecision::Choice::Left);
    QCOMPARE(read.candidates, renamed.candidates);
    QCOMPARE(read.foundAt, StoreFixture::now());
}

void TestDecisionStore::otherCandidates_askAgain()
{
    DecisionStore decisions(m_store->database());
    QVERIFY(put(ofRecord()));
    const qint64 id = must(decisions.list(m_integration, false)).constFirst().id;
    must(decisions.setChoice(id, MatchDecision::Choice::Create));
    MatchDecision other = ofRecord();
    other.candidates[1].remote.id = u"4"_s;
    other.foundAt = StoreFixture::now().addDays(1);
    QVERIFY(put(other));
    const MatchDecision read = must(decisions.get(id));
    QCOMPARE(read.choice, MatchDecision::Choice::Open);
    QCOMPARE(read.foundAt, other.foundAt);
}

void TestDecisionStore::list_isOldestFirstWithOrWithoutWhatWasMade()
{
    DecisionStore decisions(m_store->database());
    const IntegrationId gone = m_store->addIntegration(u"Gone"_s);
    for (const QString &remoteId : {u"1"_s, u"2"_s, u"3"_s, u"4"_s})
        QVERIFY(put(ofRemote(remoteId)));
    MatchDecision elsewhere = ofRemote(u"5"_s);
    elsewhere.integrationId = gone;
    QVERIFY(put(elsewhere));
    m_store->changeIntegration(gone, [](Integration &integration) { integration.isDisconnected = true; });
    const QList<MatchDecision> all = must(decisions.list(0, true));
    must(decisions.setChoice(all.at(1).id, MatchDecision::Choice::Left));
    must(decisions.setChoice(all.at(2).id, MatchDecision::Choice::Create));

    const auto remoteIds = [](const QList<MatchDecision> &list) {
        QStringList ids;
        for (const MatchDecision &decision : list)
            ids.append(decision.remote.id);
        return ids.join(u' ');
    };
    QCOMPARE(remoteIds(must(decisions.list(0, false))), u"1 4"_s);
    QCOMPARE(remoteIds(must(decisions.list(0, true))), u"1 2 3 4"_s);
    QCOMPARE(remoteIds(must(decisions.list(m_integration, false))), u"1 4"_s);
    QCOMPARE(remoteIds(must(decisions.list(gone, false))), u"5"_s);
}

void TestDecisionStore::settledDecision_isNotFound()
{
    DecisionStore decisions(m_store->database());
    QVERIFY(put(ofRemote()));
    const qint64 id = must(decisions.list(m_integration, false)).constFirst().id;
    must(decisions.remove(id));
    QCOMPARE(decisions.get(id).error().code, ErrorCode::NotFound);
    QCOMPARE(decisions.setChoice(id, MatchDecision::Choice::Left).error().code, ErrorCode::NotFound);
    QVERIFY(!must(decisions.ofRemote(m_integration, AssetKind::Organization, u"77"_s)));
}

void TestDecisionStore::namesHaveWords()
{
    for (int i = 0; i < int(MatchDecision::Choice::Count); ++i) {
        const auto choice = MatchDecision::Choice(i);
        QCOMPARE(matchChoiceFromName(matchChoiceName(choice)), choice);
    }
    QVERIFY(!matchChoiceFromName(u"nonsense"_s));
}

QTEST_GUILESS_MAIN(TestDecisionStore)
#include "tst_decisionstore.moc"
