// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fieldcheck.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestFieldCheck final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void value_isToldWhatIsWrong_data();
    void value_isToldWhatIsWrong();
    void blank_isWrongOnlyWhereRequired();
};

namespace {
QJsonObject point(const QString &value, bool isPrimary = false)
{
    return {{u"value"_s, value}, {u"label"_s, u"Work"_s}, {u"primary"_s, isPrimary}};
}
} // namespace

void TestFieldCheck::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestFieldCheck::value_isToldWhatIsWrong_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("problem"); // empty: nothing is wrong

    using K = AssetKind;
    const QString id = u"%1 must be an id."_s;
    QTest::newRow("text") << K::Configuration << u"serial_number"_s << QJsonValue(u"5CG1"_s) << QString();
    QTest::newRow("number for text") << K::Configuration << u"serial_number"_s << QJsonValue(5)
                                     << u"Serial number must be text."_s;
    QTest::newRow("flag for text") << K::Configuration << u"serial_number"_s << QJsonValue(true)
                                   << u"Serial number must be text."_s;
    QTest::newRow("two lines for one") << K::Configuration << u"serial_number"_s << QJsonValue(u"a\nb"_s)
                                       << u"Serial number must be a single line."_s;
    QTest::newRow("return for one line") << K::Configuration << u"serial_number"_s << QJsonValue(u"a\rb"_s)
                                         << u"Serial number must be a single line."_s;
    QTest::newRow("long text of two lines")
        << K::Configuration << u"notes"_s << QJsonValue(u"a\nb"_s) << QString();
    QTest::newRow("number for long text")
        << K::Configuration << u"notes"_s << QJsonValue(1) << u"Notes must be text."_s;

    QTest::newRow("date") << K::Configuration << u"installed_at"_s << QJsonValue(u"2026-01-31"_s)
                          << QString();
    QTest::newRow("leap day") << K::Configuration << u"installed_at"_s << QJsonValue(u"2024-02-29"_s)
                              << QString();
    for (const QString &wrong :
         {u"2026-02-29"_s, u"31.01.2026"_s, u"2026-1-31"_s, u"2026-01-31T00:00:00Z"_s, u"soon"_s})
        QTest::addRow("no date: %s", qPrintable(wrong))
            << K::Configuration << u"installed_at"_s << QJsonValue(wrong)
            << u"Installed on must be a date such as 2026-01-31."_s;
    QTest::newRow("number for date") << K::Configuration << u"installed_at"_s << QJsonValue(20260131)
                                     << u"Installed on must be a date such as 2026-01-31."_s;

    QTest::newRow("true") << K::Contact << u"important"_s << QJsonValue(true) << QString();
    QTest::newRow("false") << K::Contact << u"important"_s << QJsonValue(false) << QString();
    QTest::newRow("word for flag") << K::Contact << u"important"_s << QJsonValue(u"true"_s)
                                   << u"Important contact must be true or false."_s;

    QTest::newRow("reference") << K::Contact << u"location"_s << QJsonValue(12) << QString();
    QTest::newRow("name for reference")
        << K::Contact << u"location"_s << QJsonValue(u"Main"_s) << id.arg(u"Location"_s);
    QTest::newRow("zero for reference")
        << K::Contact << u"location"_s << QJsonValue(0) << id.arg(u"Location"_s);
    QTest::newRow("negative reference")
        << K::Contact << u"location"_s << QJsonValue(-4) << id.arg(u"Location"_s);
    QTest::newRow("fraction for reference")
        << K::Contact << u"location"_s << QJsonValue(1.5) << id.arg(u"Location"_s);
    QTest::newRow("option") << K::Contact << u"contact_type"_s << QJsonValue(3) << QString();
    QTest::newRow("name for option") << K::Contact << u"contact_type"_s << QJsonValue(u"Owner"_s)
                                     << id.arg(u"Type"_s);

    QTest::newRow("emails") << K::Contact << u"emails"_s
                            << QJsonValue(QJsonArray{point(u"a@b.example"_s, true), point(u"c@d.example"_s)})
                            << QString();
    QTest::newRow("text for emails") << K::Contact << u"emails"_s << QJsonValue(u"a@b.example"_s)
                                     << u"Emails must be a list of entries with a value and a label."_s;
    QTest::newRow("no email") << K::Contact << u"emails"_s << QJsonValue(QJsonArray{point(u"555 1234"_s)})
                              << u"\"555 1234\" is not an email address."_s;
    QTest::newRow("entry without value") << K::Contact << u"emails"_s << QJsonValue(QJsonArray{point(u" "_s)})
                                         << u"An entry of Emails has no value."_s;
    QTest::newRow("entry that is no object")
        << K::Contact << u"emails"_s << QJsonValue(QJsonArray{u"a@b.example"_s})
        << u"An entry of Emails has no value."_s;
    QTest::newRow("two primaries") << K::Contact << u"emails"_s
                                   << QJsonValue(QJsonArray{point(u"a@b.example"_s, true),
                                                            point(u"c@d.example"_s, true)})
                                   << u"Only one entry of Emails can be the primary one."_s;
    QTest::newRow("phones") << K::Contact << u"phones"_s
                            << QJsonValue(QJsonArray{point(u"+49 40 12"_s, true)}) << QString();
    QTest::newRow("phone without value") << K::Contact << u"phones"_s << QJsonValue(QJsonArray{QJsonObject{}})
                                         << u"An entry of Phones has no value."_s;
}

void TestFieldCheck::value_isToldWhatIsWrong()
{
    QFETCH(AssetKind, kind);
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, problem);
    const FieldDescription *description = findField(kind, field);
    QVERIFY(description);
    QCOMPARE(problemWith(*description, value), problem);
}

void TestFieldCheck::blank_isWrongOnlyWhereRequired()
{
    const QList<QJsonValue> blanks{QJsonValue::Null, QJsonValue::Undefined, QString(), u" \n"_s,
                                   QJsonArray()};
    for (const AssetKind kind : allKinds) {
        for (const FieldDescription &field : fieldsOf(kind)) {
            const QString expected =
                field.isRequired ? QString(field.labelText() + " must not be blank."_L1) : QString();
            for (const QJsonValue &blank : blanks)
                QCOMPARE(problemWith(field, blank), expected);
        }
    }
}

QTEST_GUILESS_MAIN(TestFieldCheck)
#include "tst_fieldcheck.moc"
