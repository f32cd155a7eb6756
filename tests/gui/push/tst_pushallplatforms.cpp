// SPDX-License-Identifier: GPL-3.0-or-later
#include "pushmove.h"
#include "pushwindow.h"
#include "store/recordreader.h"
#include "ui/records/recordpane.h"

#include <QLabel>
#include <QLoggingCategory>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Push All Syncable Assets in the real window, from the first page to the last, to each platform. */
class PushAllPlatformsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void F1_F2_I3_almostFullPsa_getsWhatIsNew_once_data();
    void F1_F2_I3_almostFullPsa_getsWhatIsNew_once();
};

void PushAllPlatformsTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    QLoggingCategory::setFilterRules(u"tandem.*.info=false"_s);
}

void PushAllPlatformsTest::F1_F2_I3_almostFullPsa_getsWhatIsNew_once_data()
{
    QTest::addColumn<Platform>("platform");
    for (const Platform platform : allPlatforms)
        QTest::newRow(qPrintable(platformName(platform))) << platform;
}

void PushAllPlatformsTest::F1_F2_I3_almostFullPsa_getsWhatIsNew_once()
{
    QFETCH(Platform, platform);
    PushMove move(platform);
    const QTemporaryDir folder;
    PushWindow window({.profileFolder = folder.path(),
                       .secrets = std::make_shared<MemorySecretStore>(),
                       .runsScheduler = false});
    QVERIFY(window.start());
    const IntegrationId id = move.fill(window.application().engine());
    QVERIFY(id != 0);
    int created = 0;
    int linked = 0;
    int held = 0;
    for (const AssetKind kind : allKinds) {
        created += move.created(kind);
        linked += move.linked(kind);
        held += move.held(kind);
    }

    QVERIFY(window.open());
    QCOMPARE(window.wizard().currentId(), int(PushAllWizard::IntroId));
    QVERIFY(window.goTo(PushAllWizard::ScopeId));
    QCOMPARE(window.child<QLabel>(u"organizationFoundLabel"_s)->text().toInt(),
             int(move.before(AssetKind::Organization)));
    QVERIFY(window.goTo(PushAllWizard::PreviewId));
    const auto isPlanned = [&] {
        return window.count(u"previewCounts"_s, u"all"_s) == created + linked + held;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isPlanned(), PushWindow::patience);
    QCOMPARE(window.count(u"previewCounts"_s, u"create"_s), created);
    QCOMPARE(window.count(u"previewCounts"_s, u"link"_s), linked);
    QCOMPARE(window.count(u"previewCounts"_s, u"held"_s), held);
    move.practice().resetStats();
    QVERIFY(window.goTo(PushAllWizard::ProgressId));
    QCOMPARE(move.practice().writes(), 0);
    QVERIFY(window.run(id));
    QVERIFY2(window.waitUntilDone(), qPrintable(window.stateText()));
    QVERIFY(window.goTo(PushAllWizard::ResultsId));
    QCOMPARE(window.count(u"resultsCounts"_s, u"failed"_s), 0);
    QCOMPARE(window.count(u"resultsCounts"_s, u"created"_s), created);
    QCOMPARE(window.count(u"resultsCounts"_s, u"linked"_s), linked);
    QCOMPARE(window.count(u"resultsCounts"_s, u"held"_s), held);
    const auto status = awaited(window.application().engine().pushAllStatus(id));
    QVERIFY(status && *status);
    for (const AssetKind kind : allKinds) {
        const PlanCounts counts = (*status)->counts.value(kind);
        QCOMPARE(counts.of(PlanResult::Created), move.created(kind));
        QCOMPARE(counts.of(PlanResult::Linked), move.linked(kind));
        QCOMPARE(counts.of(PlanResult::Held), move.held(kind));
        // The PSA's own count: what is new, once, and nothing besides.
        QCOMPARE(move.practice().records(kindName(kind)).size(), move.before(kind) + move.created(kind));
    }
    const QHash<RecordId, QString> &matches = move.matches();
    for (auto it = matches.begin(); it != matches.end(); ++it) {
        const auto view = awaited(window.application().reader().record(it.key()));
        QVERIFY(view && *view);
        QCOMPARE((*view)->sync.constFirst().link.remote.id, it.value());
        QCOMPARE((*view)->sync.constFirst().badge.state, SyncState::Synced);
    }

    // "Manage" leads to the record's page in the PSA, and is not there where nothing says what its address
    // is.
    const RecordId matched = matches.constBegin().key();
    window.window().openRecord(matched);
    QTRY_COMPARE_WITH_TIMEOUT(window.window().recordPane()->view().record.id, matched, PushWindow::patience);
    QTRY_VERIFY(window.window().findChild<QPushButton *>(u"manageButton"_s));
    const auto url = awaited(window.application().engine().webLink(matched, id));
    QVERIFY(url && *url);
    QTRY_COMPARE(window.window().findChild<QPushButton *>(u"manageButton"_s)->isHidden(), (*url)->isEmpty());

    // With no new edit nothing is written any more, whoever looks first.
    move.practice().resetStats();
    const QStringList there = move.everythingThere();
    for (int round = 0; round < 2; ++round) {
        const auto synced = awaited(window.application().engine().sync(id, true));
        QVERIFY(synced);
        QVERIFY2(*synced, qPrintable(*synced ? QString() : synced->error().message));
        const auto pushed = awaited(window.application().engine().push(id));
        QVERIFY(pushed && *pushed);
    }
    QCOMPARE(move.practice().writes(), 0);
    QCOMPARE(move.everythingThere(), there);
}

QTEST_MAIN(PushAllPlatformsTest)
#include "tst_pushallplatforms.moc"
