// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestRecord final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void blank_isWhatHoldsNothing_data();
    void blank_isWhatHoldsNothing();
    void displayName_isTheNameOrThatOfThePerson_data();
    void displayName_isTheNameOrThatOfThePerson();
    void changedFields_namesWhatDiffers();
};

void TestRecord::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestRecord::blank_isWhatHoldsNothing_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("blank");
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << true;
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined) << true;
    QTest::newRow("empty") << QJsonValue(QString()) << true;
    QTest::newRow("white space") << QJsonValue(u" \t\r\n"_s) << true;
    QTest::newRow("empty list") << QJsonValue(QJsonArray()) << true;
    QTest::newRow("text") << QJsonValue(u"0"_s) << false;
    QTest::newRow("false") << QJsonValue(false) << false;
    QTest::newRow("zero") << QJsonValue(0) << false;
    QTest::newRow("list") << QJsonValue(QJsonArray{QString()}) << false;
}

void TestRecord::blank_isWhatHoldsNothing()
{
    QFETCH(QJsonValue, value);
    QFETCH(bool, blank);
    QCOMPARE(isBlank(value), blank);
    QCOMPARE(nullIfBlank(value), blank ? QJsonValue(QJsonValue::Null) : value);
}

void TestRecord::displayName_isTheNameOrThatOfThePerson_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QJsonObject>("fields");
    QTest::addColumn<QString>("name");
    const QJsonObject all{
        {u"name"_s, u" ACME-DC01 "_s}, {u"first_name"_s, u" Ann "_s}, {u"last_name"_s, u"Lee"_s}};
    for (const AssetKind kind : {AssetKind::Organization, AssetKind::Location, AssetKind::Configuration})
        QTest::newRow(qPrintable(kindName(kind))) << kind << all << u"ACME-DC01"_s;
    QTest::newRow("contact") << AssetKind::Contact << all << u"Ann Lee"_s;
    QTest::newRow("first name only") << AssetKind::Contact << QJsonObject{{u"first_name"_s, u"Ann"_s}}
                                     << u"Ann"_s;
    QTest::newRow("last name only") << AssetKind::Contact
                                    << QJsonObject{{u"last_name"_s, u"Lee"_s},
                                                   {u"first_name"_s, QJsonValue::Null}}
                                    << u"Lee"_s;
    QTest::newRow("nothing") << AssetKind::Contact << QJsonObject() << QString();
}

void TestRecord::displayName_isTheNameOrThatOfThePerson()
{
    QFETCH(AssetKind, kind);
    QFETCH(QJsonObject, fields);
    QFETCH(QString, name);
    QCOMPARE(displayNameOf(kind, fields), name);
    QCOMPARE((Record{.kind = kind, .fields = fields}).displayName(), name);
}

void TestRecord::changedFields_namesWhatDiffers()
{
    const FieldValues before{{u"name"_s, u"A"_s},
                             {u"notes"_s, u"x"_s},
                             {u"asset_tag"_s, QString()},
                             {u"primary_ip"_s, u"10.0.0.1"_s},
                             {u"not_a_field"_s, 1}};
    const FieldValues after{{u"name"_s, u"B"_s},
                            {u"notes"_s, QJsonValue::Null},
                            {u"asset_tag"_s, QJsonValue::Null},
                            {u"primary_ip"_s, u"10.0.0.1"_s},
                            {u"not_a_field"_s, 2},
                            {u"model"_s, 4}};
    QCOMPARE(changedFields(AssetKind::Configuration, before, after),
             (QStringList{u"name"_s, u"model"_s, u"notes"_s}));
    QCOMPARE(changedFields(AssetKind::Configuration, before, before), QStringList());
}

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
