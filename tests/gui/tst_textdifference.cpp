// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textdifference.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_TextDifference final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void difference_isMarkedOnBothSides_data();
    void difference_isMarkedOnBothSides();
    void longTexts_areCompared();
};

namespace {

/** The text with what differs in brackets. */
QString marked(const QString &text, const QList<TextRun> &runs)
{
    QString result = text;
    for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
        result.insert(run->start + run->length, u']');
        result.insert(run->start, u'[');
    }
    return result;
}

} // namespace

void tst_TextDifference::difference_isMarkedOnBothSides_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("markedLeft");
    QTest::addColumn<QString>("markedRight");
    QTest::newRow("last letter") << u"5CG1234XYZ"_s << u"5CG1234XYY"_s << u"5CG1234XY[Z]"_s
                                 << u"5CG1234XY[Y]"_s;
    QTest::newRow("equal") << u"same"_s << u"same"_s << u"same"_s << u"same"_s;
    QTest::newRow("one blank") << u""_s << u"text"_s << u""_s << u"[text]"_s;
    QTest::newRow("word within") << u"the red door"_s << u"the green door"_s << u"the [red] door"_s
                                 << u"the [green] door"_s;
    QTest::newRow("word added") << u"call Ann"_s << u"call Ann today"_s << u"call Ann"_s
                                << u"call Ann[ today]"_s;
    QTest::newRow("two places") << u"a one b two c"_s << u"a 1 b 2 c"_s << u"a [one] b [two] c"_s
                                << u"a [1] b [2] c"_s;
    QTest::newRow("line added") << u"first\nlast"_s << u"first\nmiddle\nlast"_s << u"first\nlast"_s
                                << u"first\n[middle\n]last"_s;
}

void tst_TextDifference::difference_isMarkedOnBothSides()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    const TextDifference difference = differenceOf(left, right);
    QTEST(marked(left, difference.left), "markedLeft");
    QTEST(marked(right, difference.right), "markedRight");
}

void tst_TextDifference::longTexts_areCompared()
{
    const QString left = u"start "_s + u"abc "_s.repeated(5000) + u"end"_s;
    const QString right = u"start "_s + u"xyz "_s.repeated(5000) + u"end"_s;
    const TextDifference difference = differenceOf(left, right);
    QCOMPARE(difference.left.size(), 1);
    QVERIFY(difference.left.constFirst().start >= 6);
    QVERIFY(difference.left.constFirst().start + difference.left.constFirst().length <= left.size() - 3);
}

QTEST_MAIN(tst_TextDifference)
#include "tst_textdifference.moc"
