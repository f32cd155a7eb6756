// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pullids.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class PullIdsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhatItMet_inAnyOrder()
    {
        PulledIds ids;
        QVERIFY(!ids.contains(u"5"_s));
        for (const auto &id : {u"7"_s, u"5"_s, u"5"_s, u"900000000000000000"_s, u"abc"_s})
            ids.insert(id);
        for (const auto &id : {u"5"_s, u"7"_s, u"900000000000000000"_s, u"abc"_s})
            QVERIFY2(ids.contains(id), qPrintable(id));
        QVERIFY(!ids.contains(u"6"_s));
        ids.insert(u"6"_s);
        QVERIFY(ids.contains(u"6"_s));
    }

    /** What only looks like a number is an id of its own. */
    void spellingsOfANumber_areDifferentIds()
    {
        const QStringList spellings {u"5"_s, u"05"_s, u" 5"_s, u"+5"_s, u"5.0"_s, u"0"_s, u""_s,
                                     u"12345678901234567890"_s, u"-5"_s, QString(QChar(0x0665))};
        for (const QString &one : spellings) {
            PulledIds ids;
            ids.insert(one);
            for (const QString &other : spellings)
                QCOMPARE(ids.contains(other), one == other);
        }
    }
};

QTEST_GUILESS_MAIN(PullIdsTest)
#include "tst_pullids.moc"
