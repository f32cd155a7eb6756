// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/autotaskproducts.h"
#include "psa/scriptedautotask.h"
#include "psa/scriptedpsa.h"

#include <QCoro/QCoroTask>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::autotask;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

/** Manufacturer and model become a product, and never two of them. */
class TestAutotaskProducts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void product_isFoundByItsNames_data();
    void product_isFoundByItsNames();
    void found_isRemembered();
    void missing_isMadeWithTheBillingCode();
    void missing_takesTheFallbackOnlyIfChosen();
    void missing_saysWhatToChoose();
    void strangeBillingCode_neverLeaves();
    void twoAtOnce_makeOne();
    void lostAnswer_isFollowedByALook();
    void lostAnswerAndNothingThere_isTriedAgainLater();
    void refusedProduct_isNotAskedForAgainBlindly();
    void learn_readsEachOnce();

private:
    using Choices = AutotaskProducts::Choices;

    [[nodiscard]] Result<qint64> ensure(const Choices &choices);
    void queueProducts(const QList<QByteArray> &rows);

    std::unique_ptr<ScriptedAutotask> m_psa;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<AutotaskApi> m_api;
    std::unique_ptr<AutotaskProducts> m_products;
};

namespace {

const QString create = u"POST /Products"_s;
const QString look = u"POST /Products/query"_s;
const AutotaskProducts::Choices withCode{.billingCode = u"12"_s, .fallback = u"7"_s};

QByteArray product(int id, const QByteArray &manufacturer = "Dell", const QByteArray &model = "R740",
                   bool isActive = true)
{
    return R"({"id":)" + QByteArray::number(id) + R"(,"name":"Server","manufacturerName":")" + manufacturer
        + R"(","manufacturerProductName":")" + model + R"(","isActive":)" + (isActive ? "true}" : "false}");
}

} // namespace

void TestAutotaskProducts::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_psa = std::make_unique<ScriptedAutotask>();
    m_http = std::make_unique<HttpClient>(HttpLimits{.permits = 3});
    m_api = std::make_unique<AutotaskApi>(m_psa->address(), ScriptedAutotask::credentials(), m_http.get());
    m_products = std::make_unique<AutotaskProducts>(*m_api);
}

void TestAutotaskProducts::cleanup()
{
    m_products.reset();
    m_api.reset();
    m_http.reset();
    m_psa.reset();
}

Result<qint64> TestAutotaskProducts::ensure(const Choices &choices)
{
    return QCoro::waitFor(m_products->ensure(u"Dell"_s, u"R740"_s, choices));
}

void TestAutotaskProducts::queueProducts(const QList<QByteArray> &rows)
{
    m_psa->queueRows(u"Products"_s, rows);
}

void TestAutotaskProducts::product_isFoundByItsNames_data()
{
    QTest::addColumn<QList<QByteArray>>("rows");
    QTest::addColumn<qint64>("id"); ///< 7: none of them, so the fallback
    QTest::newRow("one") << QList{product(88)} << qint64(88);
    QTest::newRow("the oldest of several") << QList{product(90), product(88), product(89)} << qint64(88);
    QTest::newRow("the very spelling first") << QList{product(80, "DELL", "r740"), product(90)} << qint64(90);
    QTest::newRow("another case") << QList{product(80, "DELL", "r740")} << qint64(80);
    QTest::newRow("inactive is refused in references")
        << QList{product(88, "Dell", "R740", false)} << qint64(7);
    QTest::newRow("what was not asked for") << QList{product(88, "HP", "R740")} << qint64(7);
    QTest::newRow("none") << QList<QByteArray>() << qint64(7);
}

void TestAutotaskProducts::product_isFoundByItsNames()
{
    QFETCH(QList<QByteArray>, rows);
    QFETCH(qint64, id);
    queueProducts(rows);
    const Result<qint64> found = ensure({.billingCode = {}, .fallback = u"7"_s});
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
    QCOMPARE(*found, id);
    const QJsonArray filter = m_psa->requests().constFirst().filter();
    QCOMPARE(filter,
             (QJsonArray{equals(u"manufacturerName"_s, u"Dell"_s),
                         equals(u"manufacturerProductName"_s, u"R740"_s)}));
    QCOMPARE(m_psa->lines(), QStringList{look});
}

void TestAutotaskProducts::found_isRemembered()
{
    queueProducts({product(88)});
    QCOMPARE(ensure(withCode).value_or(-1), 88);
    QCOMPARE(ensure(withCode).value_or(-1), 88);
    QCOMPARE(m_psa->requests().size(), 1);
    m_products->forget();
    QCOMPARE(ensure(withCode).value_or(-1), 88);
    QCOMPARE(m_psa->requests().size(), 2);
}

void TestAutotaskProducts::missing_isMadeWithTheBillingCode()
{
    queueProducts({});
    m_psa->queue(create, 200, R"({"itemId":91})");
    QCOMPARE(ensure(withCode).value_or(-1), 91);
    QCOMPARE(m_psa->lines(), (QStringList{look, create}));
    QCOMPARE(m_psa->requests().at(1).body,
             object(R"({"name":"Dell R740","manufacturerName":"Dell","manufacturerProductName":"R740",
                        "productBillingCodeID":12,"isActive":true,"isSerialized":false})"));
    QCOMPARE(ensure(withCode).value_or(-1), 91); // and is remembered
    QCOMPARE(m_psa->requests().size(), 2);
}

void TestAutotaskProducts::missing_takesTheFallbackOnlyIfChosen()
{
    queueProducts({});
    QCOMPARE(ensure({.billingCode = {}, .fallback = u"7"_s}).value_or(-1), 7);
    // It is looked for again, since somebody may make the product meanwhile.
    queueProducts({product(88)});
    QCOMPARE(ensure({.billingCode = {}, .fallback = u"7"_s}).value_or(-1), 88);
}

void TestAutotaskProducts::missing_saysWhatToChoose()
{
    queueProducts({});
    const Result<qint64> none = ensure({});
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().code, ErrorCode::Rejected);
    QCOMPARE(none.error().field, u"model"_s);
    for (const QString &word : {u"Dell R740"_s, u"billing code"_s, u"fallback product"_s, u"Sync Settings"_s})
        QVERIFY2(none.error().message.contains(word), qPrintable(none.error().message));
    QCOMPARE(m_psa->lines(), QStringList{look});
}

void TestAutotaskProducts::strangeBillingCode_neverLeaves()
{
    queueProducts({});
    const Result<qint64> none = ensure({.billingCode = u"Hardware"_s, .fallback = u"7"_s});
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().code, ErrorCode::BadInput);
    QCOMPARE(m_psa->lines(), QStringList{look});
}

/** Rule I2: two configurations of a new model that are pushed at the same time. */
void TestAutotaskProducts::twoAtOnce_makeOne()
{
    queueProducts({});
    m_psa->queue(create, 200, R"({"itemId":91})");
    auto first = m_products->ensure(u"Dell"_s, u"R740"_s, withCode);
    auto second = m_products->ensure(u"dell"_s, u"r740"_s, withCode);
    QCOMPARE(QCoro::waitFor(first).value_or(-1), 91);
    QCOMPARE(QCoro::waitFor(second).value_or(-1), 91);
    QCOMPARE(m_psa->requests(create).size(), 1);
}

void TestAutotaskProducts::lostAnswer_isFollowedByALook()
{
    queueProducts({});
    queueProducts({product(92)});
    m_psa->queueRaw(create, {});
    QCOMPARE(ensure(withCode).value_or(-1), 92);
    QCOMPARE(m_psa->lines(), (QStringList{look, create, look}));
}

void TestAutotaskProducts::lostAnswerAndNothingThere_isTriedAgainLater()
{
    queueProducts({});
    m_psa->queueRaw(create, {});
    const Result<qint64> open = ensure(withCode);
    QVERIFY(!open.has_value());
    // Nothing of the configuration was sent, so its push may simply wait and start over.
    QCOMPARE(open.error().code, ErrorCode::TimedOut);
    QCOMPARE(m_psa->requests(create).size(), 1);
    queueProducts({product(93)}); // it had arrived after all
    QCOMPARE(ensure(withCode).value_or(-1), 93);
    QCOMPARE(m_psa->requests(create).size(), 1);
}

void TestAutotaskProducts::refusedProduct_isNotAskedForAgainBlindly()
{
    queueProducts({});
    m_psa->queue(create, 500,
                 R"({"errors":["Value does not reference an existing entity for productBillingCodeID."]})");
    const Result<qint64> refused = ensure(withCode);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::Rejected);
    QCOMPARE(refused.error().field, u"model"_s);
    QVERIFY(refused.error().message.contains(u"billing code"_s));
    QCOMPARE(m_psa->lines(), (QStringList{look, create}));
}

void TestAutotaskProducts::learn_readsEachOnce()
{
    queueProducts({product(1), product(2)});
    QVERIFY(QCoro::waitFor(m_products->learn({u"1"_s, u"2"_s}, Priority::Foreground)).has_value());
    QVERIFY(QCoro::waitFor(m_products->learn({u"2"_s, u"1"_s}, Priority::Foreground)).has_value());
    QCOMPARE(m_psa->requests().size(), 1);
    QCOMPARE(m_psa->requests().constFirst().filter(), (QJsonArray{isOneOf(u"id"_s, {1, 2})}));
    QCOMPARE(m_products->known().value(2).manufacturer, u"Dell"_s);
    QVERIFY(QCoro::waitFor(m_products->learn({u"2"_s, u"3"_s}, Priority::Foreground)).has_value());
    QCOMPARE(m_psa->requests().at(1).filter(), (QJsonArray{isOneOf(u"id"_s, {3})}));
}

QTEST_GUILESS_MAIN(TestAutotaskProducts)
#include "tst_autotaskproducts.moc"
