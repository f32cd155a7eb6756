// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/sessionsecrets.h"
#include "pushmove.h"
#include "pushwindow.h"
#include "store/planstore.h"
#include "store/profile.h"

#include <QLoggingCategory>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

/** What both sides have in the end. */
struct Ends {
    QStringList here;
    QStringList there;
};

} // namespace

/** kill -9 at every page of Push All Syncable Assets and while it pushes: opened again, it goes on to the
 * same end. */
class PushAllKilledTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void F1_killedAnywhere_endsAsIfItHadNotBeen_data();
    void F1_killedAnywhere_endsAsIfItHadNotBeen();

private:
    [[nodiscard]] static ApplicationOptions optionsFor(const QString &folder, PushMove &move);
    /** A profile with everything that is to be pushed; false when it could not be made. */
    [[nodiscard]] static bool prepare(const QString &folder, PushMove &move);
    /** Opens the wizard and goes on from where it is to the results. */
    [[nodiscard]] static bool finish(const QString &folder, PushMove &move, bool isUnderway);
    [[nodiscard]] static Ends endsOf(const QString &folder, PushMove &move);

    QHash<Platform, Ends> m_whole; ///< without a kill
};

void PushAllKilledTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    QLoggingCategory::setFilterRules(u"tandem.*.info=false"_s);
}

ApplicationOptions PushAllKilledTest::optionsFor(const QString &folder, PushMove &move)
{
    return {.profileFolder = folder,
            .secrets = std::make_shared<SessionSecrets>(move.practice().credentials()),
            .runsScheduler = false};
}

bool PushAllKilledTest::prepare(const QString &folder, PushMove &move)
{
    PushWindow window(optionsFor(folder, move));
    return window.start() && move.fill(window.application().engine()) != 0;
}

bool PushAllKilledTest::finish(const QString &folder, PushMove &move, bool isUnderway)
{
    PushWindow window(optionsFor(folder, move));
    if (!window.start() || !window.open())
        return false;
    const bool isAtProgress = window.wizard().currentId() == PushAllWizard::ProgressId;
    if (isAtProgress != isUnderway || !window.goTo(PushAllWizard::ProgressId))
        return false;
    const IntegrationId id = window.application().integrations().constFirst().integration.id;
    return window.run(id) && window.waitUntilDone() && window.goTo(PushAllWizard::ResultsId);
}

Ends PushAllKilledTest::endsOf(const QString &folder, PushMove &move)
{
    Ends ends{.there = move.everythingThere()};
    const auto database = Database::open(databasePath(folder), Database::Mode::ReadOnly);
    if (!database)
        return ends;
    const PlanStore plans(**database);
    const auto all = IntegrationStore(**database).all();
    const IntegrationId id = all && !all->isEmpty() ? all->constFirst().id : 0;
    const auto ofIntegration = plans.ofIntegration(id);
    if (!ofIntegration || ofIntegration->isEmpty())
        return ends;
    const auto ids = plans.ids({.plan = ofIntegration->constFirst().id});
    const auto rows = plans.rows(ids.value_or(QList<qint64>()));
    for (const PlanRow &row : rows.value_or(QList<PlanRow>())) {
        const auto link = LinkStore(**database).get(id, row.recordId);
        const bool isThere = link && *link;
        const QStringList words{kindName(row.kind),
                                row.name,
                                row.organizationName,
                                planOutcomeName(row.outcome),
                                planResultName(row.result),
                                row.message,
                                isThere ? syncStateName((*link)->state) : QString(),
                                isThere && (*link)->isLinked() ? u"linked"_s : QString()};
        ends.here.append(words.join(u'|'));
    }
    ends.here.sort();
    return ends;
}

void PushAllKilledTest::F1_killedAnywhere_endsAsIfItHadNotBeen_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<QString>("place");
    QTest::addColumn<int>("writes");
    for (const QString &place :
         {u"intro"_s, u"scope"_s, u"planning"_s, u"preview"_s, u"confirm"_s, u"progress"_s})
        QTest::newRow(qPrintable(place)) << Platform::ConnectWise << place << 0;
    for (const Platform platform : {Platform::ConnectWise, Platform::Autotask, Platform::KaseyaBms}) {
        for (const int writes : {1, 7, 30}) {
            QTest::addRow("push, %s, after %d writes", qPrintable(platformName(platform)), writes)
                << platform << u"push"_s << writes;
        }
    }
}

void PushAllKilledTest::F1_killedAnywhere_endsAsIfItHadNotBeen()
{
    QFETCH(Platform, platform);
    QFETCH(QString, place);
    QFETCH(int, writes);
    if (!m_whole.contains(platform)) {
        PushMove move(platform);
        const QTemporaryDir folder;
        QVERIFY(prepare(folder.path(), move));
        QVERIFY(finish(folder.path(), move, false));
        const Ends ends = endsOf(folder.path(), move);
        QVERIFY(ends.here.size() > 50 && ends.there.size() > 50);
        m_whole.insert(platform, ends);
    }
    PushMove move(platform, {u"--latency"_s, u"10"_s});
    const QTemporaryDir folder;
    QVERIFY(prepare(folder.path(), move));
    move.practice().resetStats();
    QProcess child;
    child.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    child.setStandardErrorFile(QProcess::nullDevice());
    child.start(QStringLiteral(TANDEM_PUSHALLCHILD), {folder.path(), place});
    child.write(QJsonDocument(move.practice().credentials()).toJson());
    child.closeWriteChannel();
    while (!child.canReadLine())
        QVERIFY(child.waitForReadyRead(PushWindow::patience));
    QCOMPARE(child.readLine(), QByteArray("there\n"));
    if (writes > 0)
        QTRY_VERIFY_WITH_TIMEOUT(move.practice().writes() >= writes, PushWindow::patience);
    else
        QCOMPARE(move.practice().writes(), 0);
    QCOMPARE(child.state(), QProcess::Running);
    child.kill();
    QVERIFY(child.waitForFinished());

    const bool isConfirmed = place == "progress"_L1 || place == "push"_L1;
    QVERIFY(finish(folder.path(), move, isConfirmed));
    const Ends ends = endsOf(folder.path(), move);
    QCOMPARE(ends.there, m_whole.value(platform).there);
    QCOMPARE(ends.here, m_whole.value(platform).here);
}

QTEST_MAIN(PushAllKilledTest)
#include "tst_pushallkilled.moc"
