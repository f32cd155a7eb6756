// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/trial.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/**
 * The process that pushes five hundred records is killed at random moments, and started again, until all of
 * them are there: each once (rules I1, I2). The usual run takes a minute, the long one (TANDEM_TEST_LONG) a
 * thousand kills for each platform.
 */
class RandomKillsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"tandem.*=false"_s);
    }

    void I2_killedAtRandomMoments_everythingArrivesOnce_data()
    {
        QTest::addColumn<Platform>("platform");
        QTest::addColumn<int>("usualKills");
        for (const Platform platform : worldPlatforms()) {
            QTest::newRow(qPrintable(platformName(platform)))
                << platform << (platform == worldPlatforms().constFirst() ? 100 : 20);
        }
    }

    void I2_killedAtRandomMoments_everythingArrivesOnce()
    {
        QFETCH(Platform, platform);
        QFETCH(int, usualKills);
        const bool isLong = qEnvironmentVariableIsSet("TANDEM_TEST_LONG");
        const int wanted = isLong ? 1000 : usualKills;
        QDeadlineTimer deadline = isLong ? QDeadlineTimer(QDeadlineTimer::Forever) : QDeadlineTimer(45'000);
        bool ok = false;
        const int given = qEnvironmentVariableIntValue("TANDEM_TEST_SEED", &ok);
        const quint32 seed = ok ? quint32(given) : 1;
        QRandomGenerator random(seed);
        Trial trial(platform, Deed::LargeBulk);
        const QStringList first = trial.learn();
        QVERIFY2(first.isEmpty(), qPrintable(first.mid(0, 20).join(u'\n')));
        int kills = 0;
        int pushes = 0;
        while (kills < wanted && !deadline.hasExpired()) {
            // From moments that let nothing through to such that let dozens of records through.
            const int longest = 20 + int(random.bounded(180));
            const auto nextDelay = [&] { return int(random.bounded(longest)); };
            const QStringList wrong = trial.killAgainAndAgain(std::min(wanted - kills, 60), nextDelay);
            kills += trial.kills();
            ++pushes;
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(u"seed %1, after %2 kills:\n%3"_s.arg(seed).arg(kills).arg(
                         wrong.mid(0, 20).join(u'\n'))));
            // Each company comes with its first location, which is the first of its two; its machines' models
            // are shared.
            QCOMPARE(trial.creates(), 450 + worldOf(platform).models.size());
        }
        qInfo("%d kills in %d bulk pushes of 500 records", kills, pushes);
        QVERIFY(kills > 0);
    }
};

QTEST_GUILESS_MAIN(RandomKillsTest)
#include "tst_randomkills.moc"
