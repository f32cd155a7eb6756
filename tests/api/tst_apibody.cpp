// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apibody.h"
#include "api/apiquota.h"
#include "api/apiresource.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What can be said of bodies, the table of resources and the quota without a server. */
class ApiBodyTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hostileBodies_areRefused_data();
    void hostileBodies_areRefused();
    void everyPrefixOfABody_isTakenOrRefused();
    void dashesAndUnderscores_areOne();
    void everyFieldIsAnAttribute_data();
    void everyFieldIsAnAttribute();
    void quota_is3000InFiveMinutes();
};

void ApiBodyTest::hostileBodies_areRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << ""_ba << 400;
    QTest::newRow("half an object") << "{\"data\":{"_ba << 400;
    QTest::newRow("not text") << QByteArray("\xff\xfe\x00\x01", 4) << 400;
    QTest::newRow("half a letter") << "{\"data\":{\"attributes\":{\"name\":\"\xc3\"}}}"_ba << 400;
    QTest::newRow("too deep") << QByteArray(QByteArray(200'000, '[') + QByteArray(200'000, ']')) << 400;
    QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(5000) << 400;
    QTest::newRow("an array") << "[]"_ba << 422;
    QTest::newRow("no data") << "{}"_ba << 422;
    QTest::newRow("null data") << "{\"data\":null}"_ba << 422;
    QTest::newRow("text as data") << "{\"data\":\"x\"}"_ba << 422;
    QTest::newRow("attributes that are none") << "{\"data\":{\"attributes\":[1]}}"_ba << 422;
    QTest::newRow("a number among objects") << "{\"data\":[{},7]}"_ba << 422;
    QByteArray many = "{\"data\":[{}"_ba;
    for (qsizetype i = 0; i < mostItems; ++i)
        many += ",{}";
    QTest::newRow("too many objects") << QByteArray(many + "]}") << 422;
}

void ApiBodyTest::hostileBodies_areRefused()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    const ApiResult<ApiBody> parsed = parseBody(body);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().status, status);
    QVERIFY(!parsed.error().detail.isEmpty());
}

void ApiBodyTest::everyPrefixOfABody_isTakenOrRefused()
{
    const QByteArray whole = "{\"filter[id]\":7,\"data\":[{\"type\":\"contacts\",\"id\":\"4\",\"attributes\":"
                             "{\"first-name\":\"A\\u00e4\"},\"relationships\":{\"x\":{\"data\":[]}}}]}"_ba;
    QVERIFY(parseBody(whole));
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(!parseBody(QByteArrayView(whole).first(length)));
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray flipped = whole;
        flipped[at] = char(flipped.at(at) ^ 0x15);
        // Either is right; neither may crash.
        const ApiResult<ApiBody> parsed = parseBody(flipped);
        QVERIFY(parsed || parsed.error().status >= 400);
    }
}

void ApiBodyTest::dashesAndUnderscores_areOne()
{
    for (
        const QByteArray &body :
        {"{\"data\":{\"type\":\"organization-types\",\"attributes\":{\"short-name\":\"A\",\"id\":\"8\"}}}"_ba,
         "{\"data\":{\"type\":\"organization_types\",\"id\":8,\"attributes\":{\"short_name\":\"A\"}}}"_ba}) {
        const ApiResult<ApiBody> parsed = parseBody(body);
        QVERIFY(parsed);
        QVERIFY(!parsed->isList);
        QCOMPARE(parsed->items.constFirst().type, u"organization_types"_s);
        QCOMPARE(parsed->items.constFirst().id, 8);
        QCOMPARE(parsed->items.constFirst().attributes, (QJsonObject{{u"short_name"_s, u"A"_s}}));
    }
    QCOMPARE(findResource(u"organization-types"_s), findResource(u"organization_types"_s));
    QVERIFY(findResource(u"organization-types"_s));
}

void ApiBodyTest::everyFieldIsAnAttribute_data()
{
    QTest::addColumn<AssetKind>("kind");
    for (const AssetKind kind : allKinds)
        QTest::newRow(qPrintable(kindName(kind))) << kind;
}

void ApiBodyTest::everyFieldIsAnAttribute()
{
    QFETCH(const AssetKind, kind);
    const ApiResource *resource = findResource(kindName(kind) + u's');
    QVERIFY(resource);
    for (const FieldDescription &field : fieldsOf(kind)) {
        const ApiAttribute *attribute = resource->ofField(field.name());
        QVERIFY2(attribute, field.id);
        QVERIFY(attribute->isWritable());
    }
    QSet<QString> names;
    for (const ApiAttribute &attribute : resource->attributes) {
        QVERIFY2(!names.contains(attribute.name), qPrintable(attribute.name));
        names.insert(attribute.name);
    }
}

void ApiBodyTest::quota_is3000InFiveMinutes()
{
    ApiQuota quota;
    for (int i = 0; i < 3000; ++i)
        QCOMPARE(quota.take(1, 1000 + i), 0);
    QCOMPARE(quota.take(1, 4000), 297);
    QCOMPARE(quota.take(2, 4000), 0); // each key has its own
    QCOMPARE(quota.take(1, 301'000), 0); // the first one is five minutes old
    QVERIFY(quota.take(1, 301'000) > 0);
    QCOMPARE(quota.take(1, 0), 0); // the clock was set back
}

QTEST_GUILESS_MAIN(ApiBodyTest)
#include "tst_apibody.moc"
