// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contactpoint.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestContactPoint final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void list_survivesJson();
    void entries_areTrimmedAndThoseWithoutValueDropped();
    void extension_isOnlyWrittenWhereThereIsOne();
    void primaryOne_isThePrimaryElseTheFirst_data();
    void primaryOne_isThePrimaryElseTheFirst();
};

namespace {
QJsonObject point(const QString &value, bool isPrimary = false)
{
    return {{u"value"_s, value}, {u"label"_s, u"Work"_s}, {u"primary"_s, isPrimary}};
}
} // namespace

void TestContactPoint::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestContactPoint::list_survivesJson()
{
    const QList<ContactPoint> points{{.value = u"a@b.example"_s, .label = u"Work"_s, .isPrimary = true},
                                     {.value = u"555 1234"_s, .label = u"Direct"_s, .extension = u"12"_s},
                                     {.value = u"555 9"_s}};
    QCOMPARE(contactPointsFromJson(contactPointsToJson(points)), points);
}

void TestContactPoint::entries_areTrimmedAndThoseWithoutValueDropped()
{
    const QJsonArray array{QJsonObject{{u"value"_s, u" a@b.example "_s}, {u"label"_s, u" Work "_s}},
                           QJsonObject{{u"value"_s, u"   "_s}, {u"label"_s, u"Home"_s}},
                           QJsonObject{{u"label"_s, u"Home"_s}}, QJsonValue(3), QJsonValue::Null};
    const QList<ContactPoint> points = contactPointsFromJson(array);
    QCOMPARE(points, (QList<ContactPoint>{{.value = u"a@b.example"_s, .label = u"Work"_s}}));
}

void TestContactPoint::extension_isOnlyWrittenWhereThereIsOne()
{
    const QJsonArray array = contactPointsToJson({{.value = u"1"_s}, {.value = u"2"_s, .extension = u"3"_s}});
    QCOMPARE(array.at(0).toObject().keys(), (QStringList{u"label"_s, u"primary"_s, u"value"_s}));
    QCOMPARE(array.at(1).toObject().value("extension"_L1).toString(), u"3"_s);
}

void TestContactPoint::primaryOne_isThePrimaryElseTheFirst_data()
{
    QTest::addColumn<QJsonArray>("array");
    QTest::addColumn<QString>("primary");
    QTest::newRow("none") << QJsonArray() << QString();
    QTest::newRow("the only one") << QJsonArray{point(u"a"_s)} << u"a"_s;
    QTest::newRow("the first") << QJsonArray{point(u"a"_s), point(u"b"_s)} << u"a"_s;
    QTest::newRow("the primary") << QJsonArray{point(u"a"_s), point(u"b"_s, true)} << u"b"_s;
    QTest::newRow("a primary without value") << QJsonArray{point(u" "_s, true), point(u"b"_s)} << u"b"_s;
}

void TestContactPoint::primaryOne_isThePrimaryElseTheFirst()
{
    QFETCH(QJsonArray, array);
    QFETCH(QString, primary);
    QCOMPARE(primaryContactPoint(array), primary);
}

QTEST_GUILESS_MAIN(TestContactPoint)
#include "tst_contactpoint.moc"
