// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/openapi.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *description = R"({
  "paths": {
    "/things": {
      "get": {"parameters": [{"name":"page","in":"query","schema":{"type":"integer"}},
                             {"name":"clientId","in":"header","required":true,"schema":{"type":"string"}}],
              "responses": {"200": {"content": {"application/json": {"schema":
                  {"type":"array","items":{"$ref":"#/components/schemas/Thing"}}}}}}},
      "post": {"requestBody": {"content": {"application/json": {"schema":{"$ref":"#/components/schemas/Thing"}}}},
               "responses": {"201": {"content": {"application/json": {"schema":{"$ref":"#/components/schemas/Thing"}}}}}}
    },
    "/things/{id}": {
      "patch": {"requestBody": {"content": {"application/json": {"schema":
                    {"type":"array","items":{"$ref":"#/components/schemas/Operation"}}}}},
                "responses": {"200": {"content": {"application/json": {"schema":{"$ref":"#/components/schemas/Thing"}}}}}},
      "delete": {"responses": {"204": {"description": "No Content"}}}
    },
    "/things/count": {"get": {"responses": {"200": {}}}}
  },
  "components": {"schemas": {
    "Owner": {"type":"object","properties":{"id":{"type":"integer","nullable":true},"name":{"type":"string"}}},
    "Operation": {"type":"object","properties":{"op":{"type":"string","enum":["add","replace","remove"]},
                  "path":{"type":"string"},"value":{}}},
    "Thing": {"type":"object","required":["name","owner"],"properties":{
        "name":{"type":"string","maxLength":5},"owner":{"$ref":"#/components/schemas/Owner"},
        "made":{"type":"string","format":"date-time"},"flag":{"type":"boolean"},"price":{"type":"number"},
        "_info":{"type":"object","additionalProperties":{"type":"string"}},"any":{"type":"object","additionalProperties":true}}}
  }}
})";

} // namespace

class TestOpenApi final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void requests_areHeldAgainstTheDescription_data();
    void requests_areHeldAgainstTheDescription();
    void answers_areHeldAgainstTheDescription_data();
    void answers_areHeldAgainstTheDescription();

private:
    std::optional<OpenApi> m_api;
};

void TestOpenApi::initTestCase()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"api.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(description);
    file.close();
    m_api = OpenApi::load(file.fileName());
    QVERIFY(m_api.has_value());
    QVERIFY(!OpenApi::load(folder.filePath(u"none.json"_s)).has_value());
    QCOMPARE(OpenApi::findSpecification(folder.path(), u"no-such-description.json"_s), QString());
}

void TestOpenApi::requests_areHeldAgainstTheDescription_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("wrong"); // empty: nothing
    QTest::newRow("good get") << u"GET /things?page=1"_s << QByteArray() << QString();
    QTest::newRow("fixed path first") << u"GET /things/count"_s << QByteArray() << QString();
    QTest::newRow("no path") << u"GET /others"_s << QByteArray() << u"there is no GET /others"_s;
    QTest::newRow("no method") << u"PUT /things/5"_s << QByteArray() << u"there is no PUT /things/5"_s;
    QTest::newRow("no parameter") << u"GET /things?size=1"_s << QByteArray() << u"there is no parameter size"_s;
    QTest::newRow("no number") << u"GET /things?page=x"_s << QByteArray() << u"the parameter page is no number"_s;
    QTest::newRow("a body too many") << u"DELETE /things/5"_s << QByteArray("{}")
                                     << u"there is a body where none belongs"_s;
    QTest::newRow("good post") << u"POST /things"_s
                               << QByteArray(R"({"name":"a","owner":{"id":null},"made":"2020-01-01T00:00:00Z"})")
                               << QString();
    QTest::newRow("required") << u"POST /things"_s << QByteArray(R"({"name":"a"})") << u"body.owner is missing"_s;
    QTest::newRow("too long") << u"POST /things"_s << QByteArray(R"({"name":"abcdef","owner":{}})")
                              << u"body.name is longer than 5"_s;
    QTest::newRow("unknown member") << u"POST /things"_s << QByteArray(R"({"name":"a","owner":{"x":1}})")
                                    << u"there is no member body.owner.x"_s;
    QTest::newRow("type") << u"POST /things"_s << QByteArray(R"({"name":1,"owner":{}})") << u"body.name is no string"_s;
    QTest::newRow("null") << u"POST /things"_s << QByteArray(R"({"name":null,"owner":{}})") << u"body.name is null"_s;
    QTest::newRow("integer") << u"POST /things"_s << QByteArray(R"({"name":"a","owner":{"id":"5"}})")
                             << u"body.owner.id is no integer"_s;
    QTest::newRow("moment") << u"POST /things"_s
                            << QByteArray(R"({"name":"a","owner":{},"made":"2020-13-01T00:00:00Z"})")
                            << u"body.made is no moment: 2020-13-01T00:00:00Z"_s;
    QTest::newRow("good patch") << u"PATCH /things/5"_s << QByteArray(R"([{"op":"replace","path":"name","value":"b"}])")
                                << QString();
    QTest::newRow("patch of nothing") << u"PATCH /things/5"_s << QByteArray("[]") << u"the patch changes nothing"_s;
    QTest::newRow("patch below a reference")
        << u"PATCH /things/5"_s << QByteArray(R"([{"op":"replace","path":"owner/id","value":1}])")
        << u"there is no member at the path “owner/id”"_s;
    QTest::newRow("patch of a wrong type")
        << u"PATCH /things/5"_s << QByteArray(R"([{"op":"replace","path":"flag","value":"yes"}])")
        << u"flag is no boolean"_s;
    QTest::newRow("patch with a wrong word")
        << u"PATCH /things/5"_s << QByteArray(R"([{"op":"set","path":"flag","value":true}])")
        << u"body[0].op is “set”, which is none of its words"_s;
}

void TestOpenApi::requests_areHeldAgainstTheDescription()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, body);
    QFETCH(QString, wrong);
    const QUrl url(line.section(u' ', 1));
    const QStringList found =
        m_api->checkRequest(line.section(u' ', 0, 0).toLatin1(), url.path(), QUrlQuery(url), {{"clientid", "x"}}, body);
    QCOMPARE(found, wrong.isEmpty() ? QStringList() : QStringList {wrong});
    QCOMPARE(m_api->checkRequest("GET", u"/things"_s, {}, {}, {}), QStringList {u"the header clientId is missing"_s});
}

void TestOpenApi::answers_areHeldAgainstTheDescription_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("wrong");
    QTest::newRow("list") << u"GET /things"_s << 200 << QByteArray(R"([{"name":"a","_info":{"x":"y"},"price":1.5}])")
                          << QString();
    QTest::newRow("anything") << u"GET /things"_s << 200 << QByteArray(R"([{"any":"a"},{"any":1},{"any":{"x":[]}}])")
                              << QString();
    QTest::newRow("no list") << u"GET /things"_s << 200 << QByteArray("{}") << u"answer is no array"_s;
    QTest::newRow("in a row") << u"GET /things"_s << 200 << QByteArray(R"([{},{"_info":{"x":1}}])")
                              << u"answer[1]._info.x is no string"_s;
    QTest::newRow("status") << u"POST /things"_s << 200 << QByteArray("{}") << u"the status 200 is not described"_s;
    QTest::newRow("empty") << u"DELETE /things/5"_s << 204 << QByteArray() << QString();
    QTest::newRow("not empty") << u"DELETE /things/5"_s << 204 << QByteArray("{}")
                               << u"there is a body where none belongs"_s;
    QTest::newRow("errors are not described") << u"GET /things"_s << 404 << QByteArray("no") << QString();
}

void TestOpenApi::answers_areHeldAgainstTheDescription()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, wrong);
    const QStringList found =
        m_api->checkAnswer(line.section(u' ', 0, 0).toLatin1(), line.section(u' ', 1), status, body);
    QCOMPARE(found, wrong.isEmpty() ? QStringList() : QStringList {wrong});
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
