// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/autotaskmetadata.h"
#include "psa/autotask/autotaskquery.h"
#include "psa/scriptedpsa.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::autotask;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

class TestAutotaskQuery final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void body_saysWhatIsWanted();
    void conditions_useOperatorsThatExist();
    void manyIds_areAskedForInChunks();
    void ids_areNumbers_data();
    void ids_areNumbers();
    void moments_areUtcWithMilliseconds_data();
    void moments_areUtcWithMilliseconds();
    void nextPage_isNeverAnotherServer_data();
    void nextPage_isNeverAnotherServer();
    void metadata_tellPicklistsAndLengths();
    void metadata_withoutFields_areNone();
};

void TestAutotaskQuery::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestAutotaskQuery::body_saysWhatIsWanted()
{
    // The tenant's own company has the id 0, so "greater than 0" would lose it.
    QCOMPARE(bodyOf({.entity = u"Companies"_s}),
             object(R"({"filter":[{"op":"gte","field":"id","value":0}],"maxRecords":500})"));
    QCOMPARE(
        bodyOf({.entity = u"Companies"_s,
                .conditions = {equals(u"city"_s, u"X"_s)},
                .fields = {u"id"_s},
                .size = 9'000}),
        object(
            R"({"filter":[{"op":"eq","field":"city","value":"X"}],"maxRecords":500,"includeFields":["id"]})"));
    QCOMPARE(bodyOf({.entity = u"Companies"_s, .size = 0}).value(u"maxRecords"_s).toInt(), 1);
}

/** An operator the server does not know is dropped without a word, and everything would come. */
void TestAutotaskQuery::conditions_useOperatorsThatExist()
{
    const QSet<QString> known{u"eq"_s,       u"noteq"_s,      u"gt"_s,       u"gte"_s,      u"lt"_s,
                              u"lte"_s,      u"beginsWith"_s, u"endsWith"_s, u"contains"_s, u"exist"_s,
                              u"notExist"_s, u"in"_s,         u"notIn"_s,    u"and"_s,      u"or"_s};
    for (const QJsonObject &condition :
         {equals(u"a"_s, 1), atLeast(u"a"_s, 1), beyond(u"a"_s, 1), contains(u"a"_s, u"x"_s),
          isMissing(u"a"_s), isOneOf(u"a"_s, {1, 2}), anyOf({equals(u"a"_s, 1)}), anything()})
        QVERIFY(known.contains(condition.value(u"op"_s).toString()));
    QVERIFY(!isMissing(u"a"_s).contains(u"value"_s));
    QCOMPARE(anyOf({equals(u"a"_s, 1)}),
             object(R"({"op":"or","items":[{"op":"eq","field":"a","value":1}]})"));
}

void TestAutotaskQuery::manyIds_areAskedForInChunks()
{
    QStringList ids{u"x"_s, u"0"_s};
    for (int id = 1; id < 450; ++id)
        ids.append(QString::number(id));
    const QList<QJsonArray> chunks = chunksOf(ids);
    qsizetype total = 0;
    for (const QJsonArray &chunk : chunks) {
        QVERIFY(!chunk.isEmpty() && chunk.size() < largestPage);
        total += chunk.size();
    }
    QCOMPARE(total, 450);
    QCOMPARE(chunks.constFirst().at(0), QJsonValue(0)); // numbers, as the entity has them
    QVERIFY(chunksOf({}).isEmpty());
}

void TestAutotaskQuery::ids_areNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isId");
    QTest::newRow("id") << u"29683500"_s << true;
    QTest::newRow("the tenant") << u"0"_s << true;
    QTest::newRow("none") << QString() << false;
    QTest::newRow("negative") << u"-1"_s << false;
    QTest::newRow("path") << u"5/../6"_s << false;
    QTest::newRow("other digits") << u"٣"_s << false;
    QTest::newRow("too many") << u"99999999999999999999"_s << false;
}

void TestAutotaskQuery::ids_areNumbers()
{
    QFETCH(QString, text);
    QFETCH(bool, isId);
    QCOMPARE(numberOf(text).has_value(), isId);
}

void TestAutotaskQuery::moments_areUtcWithMilliseconds_data()
{
    QTest::addColumn<QString>("wire");
    QTest::addColumn<QString>("moment");
    QTest::newRow("three digits") << u"2015-06-10T13:22:29.877Z"_s << u"2015-06-10T13:22:29.877Z"_s;
    QTest::newRow("two digits") << u"2015-06-10T13:22:29.03Z"_s << u"2015-06-10T13:22:29.030Z"_s;
    QTest::newRow("seven digits") << u"2015-06-10T13:22:29.8770000Z"_s << u"2015-06-10T13:22:29.877Z"_s;
    QTest::newRow("none") << u"2015-06-10T13:22:29Z"_s << u"2015-06-10T13:22:29.000Z"_s;
    QTest::newRow("no zone") << u"2015-06-10T13:22:29"_s << u"2015-06-10T13:22:29.000Z"_s;
    QTest::newRow("offset") << u"2015-06-10T13:22:29+02:00"_s << u"2015-06-10T11:22:29.000Z"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestAutotaskQuery::moments_areUtcWithMilliseconds()
{
    QFETCH(QString, wire);
    QFETCH(QString, moment);
    const QDateTime read = momentFrom(wire);
    QCOMPARE(read.isValid() ? momentText(read) : QString(), moment);
}

void TestAutotaskQuery::nextPage_isNeverAnotherServer_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("cursor");
    QTest::addColumn<QString>("link");
    QTest::addColumn<qint64>("after"); ///< -1: goes on by the link
    const QString page =
        u"https://webservices14.autotask.net/atservicesrest/v1.0/Companies/query/next?paging=%7B1%7D"_s;
    QTest::newRow("link") << page << QString() << u"paging=%7B1%7D"_s << qint64(-1);
    QTest::newRow("another server") << u"https://evil.example/x/query/next?paging=%7B1%7D"_s << QString()
                                    << u"paging=%7B1%7D"_s << qint64(-1);
    QTest::newRow("not encoded") << u"https://h/Companies/query/next?paging={\"nextIds\":[725]}"_s
                                 << QString() << u"paging=%7B%22nextIds%22:%5B725%5D%7D"_s << qint64(-1);
    QTest::newRow("in a circle") << page << u"next?paging=%7B1%7D"_s << QString() << qint64(900);
    QTest::newRow("another route") << u"https://h/Companies/5?paging=1"_s << QString() << QString()
                                   << qint64(900);
    QTest::newRow("no query") << u"https://h/Companies/query/next"_s << QString() << QString() << qint64(900);
    QTest::newRow("words") << u"yes"_s << QString() << QString() << qint64(900);
}

/** Only the query part of the link is kept, so whatever server it names never gets a request, let alone
 * credentials. */
void TestAutotaskQuery::nextPage_isNeverAnotherServer()
{
    QFETCH(QString, url);
    QFETCH(QString, cursor);
    QFETCH(QString, link);
    QFETCH(qint64, after);
    const QString next = nextCursor(url, cursor, 900);
    QVERIFY(!next.contains("://"_L1));
    QCOMPARE(linkIn(next), link);
    QCOMPARE(idIn(next).value_or(-1), after);
}

void TestAutotaskQuery::metadata_tellPicklistsAndLengths()
{
    const Result<EntityMetadata> metadata = EntityMetadata::parse(object(R"({"fields":[
        {"name":"companyName","dataType":"string","length":100,"isPickList":false,"picklistValues":null},
        {"name":"companyType","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
            {"value":"1","label":"Customer","isDefaultValue":true,"sortOrder":1,"parentValue":"","isActive":true},
            {"value":2,"label":"Lead ","isActive":false}]}]})"));
    QVERIFY(metadata.has_value());
    QCOMPARE(metadata->find(u"CompanyNAME"_s)->length, 100);
    QCOMPARE(metadata->lengths(), (FieldLengths{{u"companyName"_s, 100}}));
    const EntityField *type = metadata->find(u"companyType"_s);
    QCOMPARE(type->find(u"1"_s)->label, u"Customer"_s);
    QVERIFY(type->find(u"1"_s)->isDefault && type->find(u"1"_s)->isActive);
    QCOMPARE(type->find(u"2"_s)->label, u"Lead"_s);
    QVERIFY(!type->find(u"2"_s)->isActive);
    QVERIFY(!type->find(u"3"_s));
    QVERIFY(!metadata->find(u"colour"_s));
}

void TestAutotaskQuery::metadata_withoutFields_areNone()
{
    const Result<EntityMetadata> metadata = EntityMetadata::parse(object(R"({"info":{}})"));
    QVERIFY(!metadata.has_value());
    QCOMPARE(metadata.error().code, ErrorCode::BadAnswer);
}

QTEST_GUILESS_MAIN(TestAutotaskQuery)
#include "tst_autotaskquery.moc"
