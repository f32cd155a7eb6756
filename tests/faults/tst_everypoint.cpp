// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/trial.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>

#include <functional>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/**
 * A fault strikes at the first, second, third … point of a deed until there is no such point any more; each
 * time both sides end as without it (rules I1, I2, I3). The usual run tries every point of the small deeds
 * and some of the large ones, the long run (TANDEM_TEST_LONG) every point of all.
 */
class EveryPointTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // Failures are what this is about; those that matter are told by the test.
        QLoggingCategory::setFilterRules(u"tandem.*=false"_s);
    }

    void I1_aFullDisk_data()
    {
        addDeeds(97, 7);
    }

    void I1_aFullDisk()
    {
        tryAll([](Trial &trial, int n) {
            // In turn: full for a moment or until the end, with and without a restart.
            const auto strike = n % 2 == 0 ? Strike::Fail : Strike::FailOn;
            return trial.failAccess(n, strike, n % 4 < 2 ? Trial::After::Restart : Trial::After::GoOn);
        });
    }

    void I2_aRequestThatDoesNotArrive_data()
    {
        addDeeds(7, 1);
    }

    void I2_aRequestThatDoesNotArrive()
    {
        tryAll([](Trial &trial, int n) { return trial.failRequest(n, u"reset_before"_s, after(n)); });
    }

    void I2_anAnswerThatIsLost_data()
    {
        addDeeds(7, 1);
    }

    void I2_anAnswerThatIsLost()
    {
        tryAll([](Trial &trial, int n) { return trial.failRequest(n, u"reset_after"_s, after(n)); });
    }

    void I1_killedBeforeACommit_data()
    {
        addDeeds(7, 1);
    }

    void I1_killedBeforeACommit()
    {
        tryAll([](Trial &trial, int n) { return trial.killAt(Point::Commit, n); });
    }

    void I1_killedAfterACommit_data()
    {
        addDeeds(7, 1);
    }

    void I1_killedAfterACommit()
    {
        tryAll([](Trial &trial, int n) { return trial.killAt(Point::Committed, n); });
    }

    /** Between commits the disk does not change, so that the usual run need not try them all. */
    void I1_killedAtAnAccess_data()
    {
        if (!isLong())
            QSKIP("Only in the long run.");
        addDeeds(1, 1);
    }

    void I1_killedAtAnAccess()
    {
        tryAll([](Trial &trial, int n) { return trial.killAt(Point::Access, n); });
    }

    void I2_killedWhileARequestIsOnItsWay_data()
    {
        addDeeds(7, 1);
    }

    void I2_killedWhileARequestIsOnItsWay()
    {
        tryAll([](Trial &trial, int n) { return trial.killInRequest(n, false); });
    }

    void I2_killedWhileAnAnswerIsOnItsWay_data()
    {
        addDeeds(7, 1);
    }

    void I2_killedWhileAnAnswerIsOnItsWay()
    {
        tryAll([](Trial &trial, int n) { return trial.killInRequest(n, true); });
    }

private:
    static bool isLong()
    {
        return qEnvironmentVariableIsSet("TANDEM_TEST_LONG");
    }

    static Trial::After after(int n)
    {
        return n % 2 == 0 ? Trial::After::Restart : Trial::After::GoOn;
    }

    /**
     * The usual run tries every n-th point of the large deeds, and fewer on the platforms after the first,
     * which have most of the engine in common; the long one every point of all.
     */
    static void addDeeds(int strideOfBulk, int strideOfOthers)
    {
        QTest::addColumn<Platform>("platform");
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<int>("stride");
        for (const Platform platform : worldPlatforms())
            addDeedsOn(platform, strideOfBulk, strideOfOthers);
    }

    static void addDeedsOn(Platform platform, int strideOfBulk, int strideOfOthers)
    {
        const int coarseness = platform == worldPlatforms().constFirst() ? 1 : 7;
        const auto add = [&](Deed deed, int stride) {
            QTest::addRow("%s %s", qPrintable(platformName(platform)), qPrintable(deedName(deed)))
                << platform << deed << (isLong() ? 1 : stride * coarseness);
        };
        add(Deed::Create, 1);
        add(Deed::Update, 1);
        add(Deed::UpdateInSteps, strideOfOthers);
        add(Deed::UpdateInFlight, strideOfOthers);
        add(Deed::Bulk, strideOfBulk);
        add(Deed::Pull, strideOfOthers);
        add(Deed::PullChanges, strideOfOthers);
    }

    static void tryAll(const std::function<QStringList(Trial &, int)> &attempt)
    {
        QFETCH(Platform, platform);
        QFETCH(Deed, deed);
        QFETCH(int, stride);
        Trial trial(platform, deed);
        const QStringList first = trial.learn();
        QVERIFY2(first.isEmpty(), qPrintable(first.join(u'\n')));
        QStringList wrong;
        int tried = 0;
        QElapsedTimer timer;
        timer.start();
        for (int n = 1;; n += stride) {
            const QStringList found = attempt(trial, n);
            if (QTest::currentTestFailed())
                return;
            if (!found.isEmpty())
                wrong.append(
                    u"%1 (%2):\n    %3"_s.arg(QString::number(n), trial.place(), found.join(u"\n    "_s)));
            if (!trial.hasStruck())
                break;
            ++tried;
        }
        qInfo("%d points, %lld ms", tried, timer.elapsed());
        QVERIFY2(tried > 0, "the fault never struck");
        const QString told = wrong.mid(0, 20).join(u'\n');
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(u"%1 of %2 points end wrong:\n%3"_s.arg(wrong.size()).arg(tried).arg(told)));
    }
};

QTEST_GUILESS_MAIN(EveryPointTest)
#include "tst_everypoint.moc"
