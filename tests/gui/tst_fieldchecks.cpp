// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/fieldchecks.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_FieldChecks final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void value_data();
    void value();
    void length_isCheckedForEachPsa();
    void newOption_isAName();
};

void tst_FieldChecks::value_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("isGood");
    const auto configuration = AssetKind::Configuration;
    const auto email = [](const QString &address) {
        return QJsonValue(QJsonArray{QJsonObject{{u"value"_s, address}, {u"primary"_s, true}}});
    };
    QTest::newRow("name") << configuration << u"name"_s << QJsonValue(u"DC01"_s) << true;
    QTest::newRow("blank name") << configuration << u"name"_s << QJsonValue(u"  "_s) << false;
    QTest::newRow("blank serial") << configuration << u"serial_number"_s << QJsonValue() << true;
    QTest::newRow("ip") << configuration << u"primary_ip"_s << QJsonValue(u"192.168.1.10"_s) << true;
    QTest::newRow("ip6") << configuration << u"primary_ip"_s << QJsonValue(u"fe80::1"_s) << true;
    QTest::newRow("ip of two parts") << configuration << u"primary_ip"_s << QJsonValue(u"10.1"_s) << false;
    QTest::newRow("ip too large") << configuration << u"default_gateway"_s << QJsonValue(u"10.0.0.300"_s)
                                  << false;
    QTest::newRow("mac") << configuration << u"mac_address"_s << QJsonValue(u"00:1a:2b:3c:4d:5e"_s) << true;
    QTest::newRow("mac short") << configuration << u"mac_address"_s << QJsonValue(u"00:1a:2b"_s) << false;
    QTest::newRow("date") << configuration << u"installed_at"_s << QJsonValue(u"2026-01-31"_s) << true;
    QTest::newRow("no date") << configuration << u"installed_at"_s << QJsonValue(u"2026-02-31"_s) << false;
    QTest::newRow("email") << AssetKind::Contact << u"emails"_s << email(u"ann@acme.example"_s) << true;
    QTest::newRow("no email") << AssetKind::Contact << u"emails"_s << email(u"ann@acme"_s) << false;
    QTest::newRow("two emails in one")
        << AssetKind::Contact << u"emails"_s << email(u"a@b.example,c@d.example"_s) << false;
}

void tst_FieldChecks::value()
{
    QFETCH(AssetKind, kind);
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(bool, isGood);
    const QString problem = checkField(*findField(kind, field), value, {});
    QVERIFY2(problem.isEmpty() == isGood, qPrintable(problem));
}

void tst_FieldChecks::length_isCheckedForEachPsa()
{
    const FieldDescription &name = *findField(AssetKind::Configuration, u"name"_s);
    const QList<LengthLimit> limits{{.psa = u"Main"_s, .characters = 5},
                                    {.psa = u"Other"_s, .characters = 100}};
    QVERIFY(checkField(name, u"12345"_s, limits).isEmpty());
    const QString problem = checkField(name, u"123456"_s, limits);
    QVERIFY(problem.contains(u"Main"_s));
    QVERIFY(problem.contains(u"5"_s));
}

void tst_FieldChecks::newOption_isAName()
{
    QVERIFY(checkField(*findField(AssetKind::Configuration, u"model"_s), u"R740"_s, {}).isEmpty());
}

QTEST_MAIN(tst_FieldChecks)
#include "tst_fieldchecks.moc"
