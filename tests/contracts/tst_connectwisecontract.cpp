// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/exercise.h"
#include "contracts/openapi.h"
#include "net/httpclient.h"
#include "psa/clients.h"
#include "psa/scriptedpsa.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

/** Every request that our client can send is one that the description of the API knows. */
class TestConnectWiseContract final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyRequest_keepsTheDescription();
};

void TestConnectWiseContract::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestConnectWiseContract::everyRequest_keepsTheDescription()
{
    const QString file = OpenApi::findSpecification(QStringLiteral(SOURCE_FOLDER), u"connectwise-2025.1-subset.json"_s);
    if (file.isEmpty())
        QSKIP("skipped: no description of the API is here");
    const std::optional<OpenApi> api = OpenApi::load(file);
    QVERIFY(api.has_value());

    ScriptedPsa psa;
    const QByteArray info = R"("_info":{"lastUpdated":"2024-05-06T07:08:09Z"})";
    const QByteArray company = R"({"id":250,"name":"C","identifier":"C","types":[{"id":1}],"parentCompany":{"id":1},
                                   "customFields":[{"id":1,"caption":"x","type":"Text","value":"y"}],)"
        + info + "}";
    const QByteArray site = R"({"id":1401,"name":"S","city":"Tampa",)" + info + "}";
    const QByteArray contact = R"({"id":77,"firstName":"A","title":"x","company":{"id":250},"types":[{"id":1}],
        "communicationItems":[
            {"id":1,"type":{"id":1,"name":"Email"},"value":"a@b.c","defaultFlag":true,"communicationType":"Email"},
            {"id":2,"type":{"id":1,"name":"Email"},"value":"1","extension":"5","defaultFlag":true,"communicationType":"Phone"},
            {"id":3,"type":{"id":2,"name":"Fax"},"value":"2","communicationType":"Fax"}],)"
        + info + "}";
    const QByteArray configuration =
        R"({"id":9001,"name":"D","serialNumber":"S","contact":{"id":77},"company":{"id":250},)" + info + "}";
    const QByteArray rows = R"([{"id":1,"name":"One","country":{"id":1}},{"id":2,"name":"Two"}])";
    psa.queue(u"GET /company/communicationTypes"_s, 200,
              R"([{"id":1,"description":"Email","emailFlag":true,"phoneFlag":true},
                  {"id":2,"description":"Fax","faxFlag":true}])");
    for (const char *path :
         {"/company/companies/statuses", "/company/configurations/types", "/company/companies/info/types",
          "/company/configurations/statuses/info", "/company/contacts/types/info", "/procurement/manufacturers/info",
          "/company/countries/info", "/company/states/info"})
        psa.queue(u"GET "_s + QString::fromLatin1(path), 200, rows);
    // The full lists are refused, so that their twins are asked for too.
    for (const char *path : {"/company/companies/types", "/company/configurations/statuses", "/company/contacts/types",
                             "/procurement/manufacturers", "/company/countries", "/company/states"})
        psa.queue(u"GET "_s + QString::fromLatin1(path), 403, R"({"code":"Security","message":"No"})");
    const QList<std::pair<QString, QByteArray>> records {{u"/company/companies"_s, company},
                                                         {u"/company/companies/250/sites"_s, site},
                                                         {u"/company/contacts"_s, contact},
                                                         {u"/company/configurations"_s, configuration}};
    for (const auto &[path, body] : records) {
        const QString item = path + u'/' + QString::number(object(body).value(u"id"_s).toInteger());
        psa.queue(u"GET "_s + path, 200, "[" + body + "]");
        psa.queue(u"GET "_s + path + u"/count"_s, 200, R"({"count":1})");
        psa.queue(u"POST "_s + path, 201, body);
        psa.queue(u"GET "_s + item, 200, body);
        psa.queue(u"PATCH "_s + item, 200, body);
    }
    psa.queue(u"PATCH /company/configurations/9001/changeType"_s, 200, configuration);
    const QList<QString> owners {u"/company/companies/250"_s, u"/company/contacts/77"_s};
    for (const QString &owner : owners) {
        psa.queue(QString(u"GET "_s + owner + u"/typeAssociations"_s), 200, R"([{"id":5,"type":{"id":1}}])");
        psa.queue(QString(u"POST "_s + owner + u"/typeAssociations"_s), 201, R"({"id":6})");
        psa.queueRaw(QString(u"DELETE "_s + owner + u"/typeAssociations/5"_s), rawAnswer(204));
    }
    psa.queue(u"POST /company/contacts/77/communications"_s, 201, R"({"id":9})");
    for (const int id : {1, 2, 3}) {
        const QString item = u"/company/contacts/77/communications/%1"_s.arg(id);
        psa.queue(QString(u"PATCH "_s + item), 200, R"({"id":1})");
        psa.queueRaw(QString(u"DELETE "_s + item), rawAnswer(204));
    }

    HttpClient http({.permits = 4});
    const auto client = makeClient(Platform::ConnectWise, psa.address(), ScriptedPsa::credentials(), &http);
    QVERIFY(client.has_value());
    // The script answers the same again and again, so only what was sent counts here.
    const QStringList ignored = exercise(**client);
    Q_UNUSED(ignored);

    QSet<QString> kinds;
    QStringList wrong;
    static const QRegularExpression numbers(u"/\\d+"_s);
    for (const ApiRequest &request : psa.requests()) {
        kinds.insert(request.line().replace(numbers, u"/{id}"_s));
        const QByteArray body = request.body.isNull() ? QByteArray() : request.body.toJson();
        for (const QString &one : api->checkRequest(request.method, request.path, request.query, request.headers, body))
            wrong.append(QString(request.line() + u": "_s + one));
    }
    for (const QString &sentence : wrong)
        qInfo().noquote() << sentence;
    QCOMPARE(wrong.size(), 0);
    for (const QString &line :
         {u"POST /company/companies"_s, u"POST /company/companies/{id}/sites"_s, u"POST /company/contacts"_s,
          u"POST /company/configurations"_s, u"PATCH /company/companies/{id}"_s,
          u"PATCH /company/companies/{id}/sites/{id}"_s, u"PATCH /company/contacts/{id}"_s,
          u"PATCH /company/configurations/{id}"_s, u"PATCH /company/configurations/{id}/changeType"_s,
          u"POST /company/companies/{id}/typeAssociations"_s, u"DELETE /company/companies/{id}/typeAssociations/{id}"_s,
          u"POST /company/contacts/{id}/typeAssociations"_s, u"POST /company/contacts/{id}/communications"_s,
          u"PATCH /company/contacts/{id}/communications/{id}"_s,
          u"DELETE /company/contacts/{id}/communications/{id}"_s})
        QVERIFY2(kinds.contains(line), qPrintable(line));
}

QTEST_GUILESS_MAIN(TestConnectWiseContract)
#include "tst_connectwisecontract.moc"
