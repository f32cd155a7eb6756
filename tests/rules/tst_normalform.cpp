// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/normalform.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestNormalForm final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void rewrittenValue_isTheSame_data();
    void rewrittenValue_isTheSame();
    void otherValue_isAnother_data();
    void otherValue_isAnother();
    void blank_isBlankInEveryForm();
    void normalForm_ofANormalFormIsItself();
    void sameValue_isAnEquivalence();
    void D4_onlyOneWellFormedMacIsOne_data();
    void D4_onlyOneWellFormedMacIsOne();
};

namespace {

constexpr std::array allForms{NormalForm::Text,  NormalForm::OneLine, NormalForm::LongText,
                              NormalForm::Phone, NormalForm::Mac,     NormalForm::Date,
                              NormalForm::Flag,  NormalForm::Id,      NormalForm::Points};

QJsonObject point(const QString &value, const QString &label, bool isPrimary = false,
                  const QString &extension = {})
{
    QJsonObject object{{u"value"_s, value}, {u"label"_s, label}, {u"primary"_s, isPrimary}};
    if (!extension.isEmpty())
        object.insert(u"extension"_s, extension);
    return object;
}

/** Text made of what forms care about, so that odd combinations come up. */
QString oddText(QRandomGenerator &random)
{
    static const QStringList pieces{u" "_s,  u"\t"_s, u"\r\n"_s,   u"\n"_s,         u"\r"_s,        u"a"_s,
                                    u"B"_s,  u"7"_s,  u"+"_s,      u"-"_s,          u":"_s,         u"x"_s,
                                    u"("_s,  u")"_s,  u"\u00a0"_s, u"ß"_s,          u"00"_s,        u"."_s,
                                    u"AB"_s, u"@"_s,  u"İ"_s,      u"2026-01-31"_s, u"T00:00:00Z"_s};
    QString text;
    const int length = random.bounded(12);
    for (int i = 0; i < length; ++i)
        text.append(pieces.at(random.bounded(int(pieces.size()))));
    return text;
}

QJsonValue oddValue(NormalForm form, QRandomGenerator &random)
{
    if (random.bounded(10) == 0)
        return QJsonValue::Null;
    if (form == NormalForm::Flag)
        return random.bounded(2) == 0;
    if (form == NormalForm::Id && random.bounded(2) == 0)
        return random.bounded(1, 4);
    if (form == NormalForm::Date)
        return QString(u" "_s.repeated(random.bounded(3)) + u"2026-01-%1"_s.arg(random.bounded(10, 32))
                       + (random.bounded(2) == 0 ? u"T00:00:00Z"_s : u"\n"_s));
    if (form != NormalForm::Points)
        return oddText(random);
    QJsonArray points;
    const int size = random.bounded(4);
    for (int i = 0; i < size; ++i)
        points.append(point(oddText(random), oddText(random), random.bounded(2) == 0, oddText(random)));
    return points;
}

} // namespace

void TestNormalForm::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestNormalForm::rewrittenValue_isTheSame_data()
{
    QTest::addColumn<NormalForm>("form");
    QTest::addColumn<QJsonValue>("one");
    QTest::addColumn<QJsonValue>("other");

    using F = NormalForm;
    QTest::newRow("text, trimmed") << F::Text << QJsonValue(u"ACME"_s) << QJsonValue(u" \tACME\n"_s);
    QTest::newRow("one line, line break is a blank")
        << F::OneLine << QJsonValue(u"a\r\nb"_s) << QJsonValue(u"a b"_s);
    QTest::newRow("one line, runs") << F::OneLine << QJsonValue(u" a\n\n \tb  c "_s)
                                    << QJsonValue(u"a b c"_s);
    QTest::newRow("long text, CR LF")
        << F::LongText << QJsonValue(u"a\r\nb\rc"_s) << QJsonValue(u"a\nb\nc"_s);
    QTest::newRow("long text, blanks before a break")
        << F::LongText << QJsonValue(u"a \t\r\nb"_s) << QJsonValue(u"a\nb"_s);
    QTest::newRow("long text, trailing lines")
        << F::LongText << QJsonValue(u"a\n\n \n"_s) << QJsonValue(u"a"_s);
    QTest::newRow("phone, punctuation")
        << F::Phone << QJsonValue(u"(555) 123-4567"_s) << QJsonValue(u"5551234567"_s);
    QTest::newRow("phone, plus kept")
        << F::Phone << QJsonValue(u" +49 (40) 12/34.5"_s) << QJsonValue(u"+4940 12345"_s);
    QTest::newRow("phone, extension")
        << F::Phone << QJsonValue(u"555-1234 x12"_s) << QJsonValue(u"5551234 X 12"_s);
    QTest::newRow("mac, separators") << F::Mac << QJsonValue(u"00:1A:2b:3C:4D:5E"_s)
                                     << QJsonValue(u"00-1a-2B-3c-4d-5e"_s);
    QTest::newRow("mac, dots and none")
        << F::Mac << QJsonValue(u"001a.2b3c.4d5e"_s) << QJsonValue(u"001A2B3C4D5E"_s);
    QTest::newRow("date of a moment")
        << F::Date << QJsonValue(u"2026-01-31"_s) << QJsonValue(u"2026-01-31T00:00:00Z"_s);
    QTest::newRow("date, trimmed") << F::Date << QJsonValue(u"2026-01-31"_s) << QJsonValue(u" 2026-01-31 "_s);
    QTest::newRow("flag, blank is false") << F::Flag << QJsonValue(false) << QJsonValue(QJsonValue::Null);
    QTest::newRow("flag, absent is false")
        << F::Flag << QJsonValue(false) << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("id, number or text") << F::Id << QJsonValue(17) << QJsonValue(u"17"_s);
    QTest::newRow("points, order") << F::Points
                                   << QJsonValue(QJsonArray{point(u"a@b.example"_s, u"Work"_s, true),
                                                            point(u"c@d.example"_s, u"Home"_s)})
                                   << QJsonValue(QJsonArray{point(u"c@d.example"_s, u"Home"_s),
                                                            point(u"a@b.example"_s, u"Work"_s, true)});
    QTest::newRow("points, phone punctuation")
        << F::Points << QJsonValue(QJsonArray{point(u"555-1234"_s, u"Direct"_s, true, u"1-2"_s)})
        << QJsonValue(QJsonArray{point(u"(555) 1234"_s, u"direct"_s, true, u"12"_s)});
    QTest::newRow("points, trimmed") << F::Points
                                     << QJsonValue(QJsonArray{point(u"a@b.example"_s, u"Work"_s)})
                                     << QJsonValue(QJsonArray{point(u" a@b.example "_s, u" Work"_s)});
    QTest::newRow("points, entries without value")
        << F::Points << QJsonValue(QJsonArray()) << QJsonValue(QJsonArray{point(u" "_s, u"Work"_s)});
}

void TestNormalForm::rewrittenValue_isTheSame()
{
    QFETCH(NormalForm, form);
    QFETCH(QJsonValue, one);
    QFETCH(QJsonValue, other);
    QCOMPARE(normalForm(form, one), normalForm(form, other));
    QVERIFY(sameValue(form, one, other));
}

void TestNormalForm::otherValue_isAnother_data()
{
    QTest::addColumn<NormalForm>("form");
    QTest::addColumn<QJsonValue>("one");
    QTest::addColumn<QJsonValue>("other");

    using F = NormalForm;
    QTest::newRow("text, case") << F::Text << QJsonValue(u"ACME"_s) << QJsonValue(u"Acme"_s);
    QTest::newRow("text, blanks within") << F::Text << QJsonValue(u"a b"_s) << QJsonValue(u"a  b"_s);
    QTest::newRow("one line, words") << F::OneLine << QJsonValue(u"a b"_s) << QJsonValue(u"ab"_s);
    QTest::newRow("long text, a line more")
        << F::LongText << QJsonValue(u"a\nb"_s) << QJsonValue(u"a\n\nb"_s);
    QTest::newRow("long text, break or blank")
        << F::LongText << QJsonValue(u"a\nb"_s) << QJsonValue(u"a b"_s);
    QTest::newRow("long text, indented line")
        << F::LongText << QJsonValue(u"a\n  b"_s) << QJsonValue(u"a\nb"_s);
    QTest::newRow("phone, digits") << F::Phone << QJsonValue(u"555 1234"_s) << QJsonValue(u"555 1235"_s);
    QTest::newRow("phone, plus") << F::Phone << QJsonValue(u"+1 555"_s) << QJsonValue(u"1 555"_s);
    QTest::newRow("phone, extension or digits")
        << F::Phone << QJsonValue(u"555 1234 x12"_s) << QJsonValue(u"555 123412"_s);
    QTest::newRow("phone, another extension")
        << F::Phone << QJsonValue(u"555 x12"_s) << QJsonValue(u"555 x13"_s);
    QTest::newRow("mac") << F::Mac << QJsonValue(u"00:1A:2B:3C:4D:5E"_s)
                         << QJsonValue(u"00:1A:2B:3C:4D:5F"_s);
    QTest::newRow("date") << F::Date << QJsonValue(u"2026-01-31"_s) << QJsonValue(u"2026-02-01"_s);
    QTest::newRow("flag") << F::Flag << QJsonValue(true) << QJsonValue(QJsonValue::Null);
    QTest::newRow("id") << F::Id << QJsonValue(17) << QJsonValue(u"18"_s);
    QTest::newRow("id, leading zero") << F::Id << QJsonValue(17) << QJsonValue(u"017"_s);
    const QJsonObject work = point(u"a@b.example"_s, u"Work"_s, true);
    QTest::newRow("points, address") << F::Points << QJsonValue(QJsonArray{work})
                                     << QJsonValue(QJsonArray{point(u"c@b.example"_s, u"Work"_s, true)});
    QTest::newRow("points, label") << F::Points << QJsonValue(QJsonArray{work})
                                   << QJsonValue(QJsonArray{point(u"a@b.example"_s, u"Home"_s, true)});
    QTest::newRow("points, primary") << F::Points << QJsonValue(QJsonArray{work})
                                     << QJsonValue(QJsonArray{point(u"a@b.example"_s, u"Work"_s)});
    QTest::newRow("points, one more") << F::Points << QJsonValue(QJsonArray{work})
                                      << QJsonValue(QJsonArray{work, point(u"c@d.example"_s, u"Work"_s)});
    QTest::newRow("points, twice the same")
        << F::Points << QJsonValue(QJsonArray{work}) << QJsonValue(QJsonArray{work, work});
    QTest::newRow("points, extension")
        << F::Points << QJsonValue(QJsonArray{point(u"555"_s, u"Direct"_s, true, u"1"_s)})
        << QJsonValue(QJsonArray{point(u"555"_s, u"Direct"_s, true, u"2"_s)});
}

void TestNormalForm::otherValue_isAnother()
{
    QFETCH(NormalForm, form);
    QFETCH(QJsonValue, one);
    QFETCH(QJsonValue, other);
    QVERIFY(!sameValue(form, one, other));
    QVERIFY(normalForm(form, one) != normalForm(form, other));
}

void TestNormalForm::blank_isBlankInEveryForm()
{
    const QList<QJsonValue> blanks{QJsonValue::Null, QJsonValue::Undefined, QString(), u" \r\n\t"_s,
                                   QJsonArray()};
    for (const NormalForm form : allForms) {
        const QJsonValue expected =
            form == NormalForm::Flag ? QJsonValue(false) : QJsonValue(QJsonValue::Null);
        for (const QJsonValue &blank : blanks)
            QCOMPARE(normalForm(form, blank), expected);
    }
}

void TestNormalForm::normalForm_ofANormalFormIsItself()
{
    QRandomGenerator random(20260131);
    for (const NormalForm form : allForms) {
        for (int i = 0; i < 5'000; ++i) {
            const QJsonValue value = oddValue(form, random);
            const QJsonValue once = normalForm(form, value);
            QVERIFY2(normalForm(form, once) == once,
                     qPrintable(u"form %1: %2"_s.arg(int(form)).arg(value.toVariant().toString())));
        }
    }
}

void TestNormalForm::sameValue_isAnEquivalence()
{
    QRandomGenerator random(20260201);
    for (const NormalForm form : allForms) {
        for (int i = 0; i < 2'000; ++i) {
            const QJsonValue one = oddValue(form, random);
            const QJsonValue other = oddValue(form, random);
            QVERIFY(sameValue(form, one, one));
            QCOMPARE(sameValue(form, one, other), sameValue(form, other, one));
        }
    }
}

void TestNormalForm::D4_onlyOneWellFormedMacIsOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMac");
    QTest::newRow("colons") << u"00:1A:2B:3C:4D:5E"_s << true;
    QTest::newRow("dashes") << u"00-1a-2b-3c-4d-5e"_s << true;
    QTest::newRow("dots") << u"001A.2B3C.4D5E"_s << true;
    QTest::newRow("bare") << u"001A2B3C4D5E"_s << true;
    QTest::newRow("trimmed") << u"  00:1A:2B:3C:4D:5E\n"_s << true;
    QTest::newRow("blank") << QString() << false;
    QTest::newRow("mixed separators") << u"00:1A-2B:3C-4D:5E"_s << false;
    QTest::newRow("five bytes") << u"00:1A:2B:3C:4D"_s << false;
    QTest::newRow("seven bytes") << u"00:1A:2B:3C:4D:5E:6F"_s << false;
    QTest::newRow("no hexadecimal") << u"00:1A:2B:3C:4D:5G"_s << false;
    QTest::newRow("short byte") << u"0:1A:2B:3C:4D:5E"_s << false;
    QTest::newRow("two joined by a comma") << u"00:1A:2B:3C:4D:5E,00:1A:2B:3C:4D:5F"_s << false;
    QTest::newRow("two joined without more than 17 characters") << u"001A2B 001A2B"_s << false;
    QTest::newRow("two bare joined") << u"001A2B3C4D5E001A2B3C4D5F"_s << false;
    QTest::newRow("18 characters") << u"00:1A:2B:3C:4D:5EE"_s << false;
    QTest::newRow("words") << u"see notes"_s << false;
    QTest::newRow("a line more") << u"001A2B3C4D5E\nx"_s << false;
    QTest::newRow("foreign digits") << u"٠٠1A2B3C4D5E"_s << false;
}

void TestNormalForm::D4_onlyOneWellFormedMacIsOne()
{
    QFETCH(QString, text);
    QFETCH(bool, isMac);
    QCOMPARE(wellFormedMac(text), isMac ? text.trimmed() : QString());
    QCOMPARE(normalForm(NormalForm::Mac, text).isNull(), !isMac);
}

QTEST_GUILESS_MAIN(TestNormalForm)
#include "tst_normalform.moc"
