// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/connectwise/connectwisepoints.h"
#include "psa/scriptedpsa.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::connectwise;
using namespace Qt::Literals::StringLiterals;
using tests::array;
using tests::object;

namespace {

const QList<CommunicationType> &types()
{
    static const QList<CommunicationType> list {{.id = 1, .name = u"Email"_s, .isEmail = true, .isDefault = true},
                                                {.id = 2, .name = u"Direct"_s, .isPhone = true, .isDefault = true},
                                                {.id = 3, .name = u"Fax"_s, .isFax = true, .isDefault = true},
                                                {.id = 4, .name = u"Cell"_s, .isPhone = true},
                                                {.id = 5, .name = u"Home"_s, .isEmail = true},
                                                {.id = 6, .name = u"Home"_s, .isPhone = true}};
    return list;
}

/** A call as one line, so that a whole plan reads at a glance. */
QString lineOf(const CommunicationCall &call)
{
    switch (call.kind) {
    case CommunicationCall::Kind::Change:
        return u"PATCH %1 %2"_s.arg(call.itemId)
            .arg(QString::fromUtf8(QJsonDocument(call.patch).toJson(QJsonDocument::Compact)));
    case CommunicationCall::Kind::Add:
        return u"POST "_s + QString::fromUtf8(QJsonDocument(call.body).toJson(QJsonDocument::Compact));
    case CommunicationCall::Kind::Remove:
        return u"DELETE %1"_s.arg(call.itemId);
    }
    return {};
}

const QByteArray anaItems = R"([
    {"id":501,"type":{"id":1,"name":"Email"},"value":"ana@example.com","defaultFlag":true,"communicationType":"Email"},
    {"id":502,"type":{"id":2,"name":"Direct"},"value":"8135550101","extension":"12","defaultFlag":true,
     "communicationType":"Phone"},
    {"id":503,"type":{"id":3,"name":"Fax"},"value":"8135550102","defaultFlag":true,"communicationType":"Fax"}])";

} // namespace

class TestConnectWisePoints final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void primary_isTheDefaultPhone_elseTheDefaultFax();
    void newContact_carriesAllItems();
    void unknownLabel_isRefusedBeforeAnythingLeaves();
    void plan_makesTheFewestCalls_data();
    void plan_makesTheFewestCalls();
    void plan_ofWhatIsThere_isEmpty();
};

void TestConnectWisePoints::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestConnectWisePoints::primary_isTheDefaultPhone_elseTheDefaultFax()
{
    QJsonArray items = array(anaItems);
    QCOMPARE(primaryContactPoint(phonesIn(items)), u"8135550101"_s);
    QJsonObject phone = items.at(1).toObject();
    phone.insert(u"defaultFlag"_s, false);
    items.replace(1, phone);
    QCOMPARE(primaryContactPoint(phonesIn(items)), u"8135550102"_s);
}

void TestConnectWisePoints::newContact_carriesAllItems()
{
    const Result<QJsonArray> items = communicationItems(object(R"({
        "emails":[{"value":"a@b.c","label":"home","primary":true}],
        "phones":[{"value":"1","label":"","extension":"5","primary":false},{"value":"2","label":"FAX","primary":false}]})"),
                                                        types());
    QVERIFY(items.has_value());
    QCOMPARE(*items, array(R"([
        {"type":{"id":5},"value":"a@b.c","defaultFlag":true,"communicationType":"Email"},
        {"type":{"id":2},"value":"1","extension":"5","defaultFlag":false,"communicationType":"Phone"},
        {"type":{"id":3},"value":"2","defaultFlag":false,"communicationType":"Fax"}])"));
}

void TestConnectWisePoints::unknownLabel_isRefusedBeforeAnythingLeaves()
{
    const RemoteValues values = object(R"({"phones":[{"value":"1","label":"Pager"}]})");
    const Result<QJsonArray> items = communicationItems(values, types());
    QVERIFY(!items.has_value());
    QCOMPARE(items.error().code, ErrorCode::BadInput);
    QCOMPARE(items.error().field, u"phones"_s);
    QVERIFY(items.error().message.contains(u"Pager"_s));
    QVERIFY(!knowsLabels(values, types()));
    QVERIFY(knowsLabels(object(R"({"phones":[{"value":"1","label":"cell"}]})"), types()));
}

void TestConnectWisePoints::plan_makesTheFewestCalls_data()
{
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QStringList>("calls");
    QTest::newRow("a new value keeps its item")
        << QByteArray(R"({"emails":[{"value":"ruiz@example.com","label":"Email","primary":true}]})")
        << QStringList {uR"(PATCH 501 [{"op":"replace","path":"value","value":"ruiz@example.com"}])"_s};
    QTest::newRow("a new label keeps its item")
        << QByteArray(R"({"emails":[{"value":"ana@example.com","label":"Home","primary":true}]})")
        << QStringList {uR"(PATCH 501 [{"op":"replace","path":"type","value":{"id":5}}])"_s};
    QTest::newRow("another primary only sets the new default")
        << QByteArray(R"({"emails":[{"value":"ana@example.com","label":"Email","primary":false},
                                    {"value":"b@example.com","label":"Home","primary":true}]})")
        << QStringList {
               uR"(POST {"communicationType":"Email","defaultFlag":true,"type":{"id":5},"value":"b@example.com"})"_s};
    QTest::newRow("all gone") << QByteArray(R"({"phones":null})") << QStringList {u"DELETE 502"_s, u"DELETE 503"_s};
    QTest::newRow("removed last")
        << QByteArray(R"({"phones":[{"value":"8135550101","label":"Direct","extension":"12","primary":true},
                                    {"value":"8135550199","label":"Cell","primary":false}]})")
        << QStringList {
               uR"(POST {"communicationType":"Phone","defaultFlag":false,"type":{"id":4},"value":"8135550199"})"_s,
               u"DELETE 503"_s};
    QTest::newRow("no extension any more")
        << QByteArray(R"({"phones":[{"value":"8135550101","label":"Direct","primary":true},
                                    {"value":"8135550102","label":"Fax","primary":false}]})")
        << QStringList {uR"(PATCH 502 [{"op":"remove","path":"extension"}])"_s};
    QTest::newRow("swapped order changes nothing")
        << QByteArray(R"({"phones":[{"value":"8135550102","label":"Fax","primary":false},
                                    {"value":"8135550101","label":"Direct","extension":"12","primary":true}]})")
        << QStringList {};
    QTest::newRow("a fax as the primary one")
        << QByteArray(R"({"phones":[{"value":"8135550101","label":"Direct","extension":"12","primary":false},
                                    {"value":"8135550102","label":"Fax","primary":true}]})")
        << QStringList {uR"(PATCH 502 [{"op":"replace","path":"defaultFlag","value":false}])"_s};
    QTest::newRow("a phone becomes a fax")
        << QByteArray(R"({"phones":[{"value":"8135550101","label":"Fax","primary":false},
                                    {"value":"8135550102","label":"Fax","primary":false}]})")
        << QStringList {
               uR"(POST {"communicationType":"Fax","defaultFlag":false,"type":{"id":3},"value":"8135550101"})"_s,
               u"DELETE 502"_s};
}

void TestConnectWisePoints::plan_makesTheFewestCalls()
{
    QFETCH(QByteArray, changes);
    QFETCH(QStringList, calls);
    const auto plan = planCommunications(array(anaItems), object(changes), types());
    QVERIFY(plan.has_value());
    QStringList lines;
    for (const CommunicationCall &call : *plan)
        lines.append(lineOf(call));
    QCOMPARE(lines, calls);
}

void TestConnectWisePoints::plan_ofWhatIsThere_isEmpty()
{
    const QJsonArray items = array(anaItems);
    const auto plan =
        planCommunications(items, {{u"emails"_s, emailsIn(items)}, {u"phones"_s, phonesIn(items)}}, types());
    QVERIFY(plan.has_value());
    QVERIFY(plan->isEmpty());
}

QTEST_GUILESS_MAIN(TestConnectWisePoints)
#include "tst_connectwisepoints.moc"
