// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/itglue/itglueaddress.h"
#include "sources/itglue/itgluepage.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Pages of JSON:API, and addresses: whatever comes, reading ends, and stays with the server that was chosen.
 */
class ItGluePageTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aPage_isReadWithItsNextOne();
    void theLastPage_endsTheList_data();
    void theLastPage_endsTheList();
    void whatIsNoPage_isABadAnswer_data();
    void whatIsNoPage_isABadAnswer();
    void anAddress_isUnderstood_data();
    void anAddress_isUnderstood();
};

void ItGluePageTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ItGluePageTest::aPage_isReadWithItsNextOne()
{
    const QByteArray body = R"({"data":[{"id":"7","type":"contacts","attributes":{"first-name":"A"}},
                                        {"id":8,"attributes":{}}],
                                "meta":{"current-page":1,"next-page":2,"total-pages":3,"total-count":2001},
                                "links":{"self":"https://api.itglue.com/contacts?page=1","next":"/contacts?page=2",
                                         "prev":null}})";
    const Result<ItGluePage> page = readItGluePage(body, QUrl(u"https://api.itglue.com"_s), 1);
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->nextPage, 2);
    QCOMPARE(page->totalCount, 2001);
    QCOMPARE(itGlueId(page->rows.at(1).value("id"_L1)), u"8"_s);
}

void ItGluePageTest::theLastPage_endsTheList_data()
{
    QTest::addColumn<QByteArray>("meta");
    QTest::newRow("null") << R"({"next-page":null,"total-pages":1})"_ba;
    QTest::newRow("absent") << "{}"_ba;
    QTest::newRow("underscores") << R"({"next_page":null,"total_count":0})"_ba;
}

void ItGluePageTest::theLastPage_endsTheList()
{
    QFETCH(QByteArray, meta);
    const Result<ItGluePage> page =
        readItGluePage(R"({"data":[],"meta":)" + meta + "}", QUrl(u"https://api.itglue.com"_s), 1);
    QVERIFY(page);
    QCOMPARE(page->nextPage, 0);
}

void ItGluePageTest::whatIsNoPage_isABadAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray row = R"({"id":"1","attributes":{}})"_ba;
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("HTML") << "<html>Sign in</html>"_ba;
    QTest::newRow("breaks off") << R"({"data":[{"id":"1","attributes":{)"_ba;
    QTest::newRow("no list") << R"({"data":{"id":"1","attributes":{}}})"_ba;
    QTest::newRow("row without an id") << R"({"data":[{"attributes":{}}]})"_ba;
    QTest::newRow("row without attributes") << R"({"data":[{"id":"1"}]})"_ba;
    QTest::newRow("row of another shape") << R"({"data":[1]})"_ba;
    QTest::newRow("the same page again") << QByteArray(R"({"data":[)" + row + R"(],"meta":{"next-page":2}})");
    QTest::newRow("backwards") << QByteArray(R"({"data":[)" + row + R"(],"meta":{"next-page":1}})");
    QTest::newRow("past the end") << QByteArray(R"({"data":[)" + row
                                                + R"(],"meta":{"next-page":3,"total-pages":2}})");
    QTest::newRow("empty and goes on") << R"({"data":[],"meta":{"next-page":3}})"_ba;
    QTest::newRow("another host") << QByteArray(
        R"({"data":[)" + row + R"(],"links":{"next":"https://evil.example/contacts?page=3"}})");
    QTest::newRow("another scheme") << QByteArray(
        R"({"data":[)" + row + R"(],"links":{"next":"http://api.itglue.com/contacts?page=3"}})");
}

void ItGluePageTest::whatIsNoPage_isABadAnswer()
{
    QFETCH(QByteArray, body);
    const Result<ItGluePage> page = readItGluePage(body, QUrl(u"https://api.itglue.com"_s), 2);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::BadAnswer);
    QVERIFY(!page.error().message.isEmpty());
}

void ItGluePageTest::anAddress_isUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    QTest::newRow("region") << u"eu"_s << u"https://api.eu.itglue.com"_s;
    QTest::newRow("host") << u" api.au.itglue.com "_s << u"https://api.au.itglue.com"_s;
    QTest::newRow("slash") << u"https://api.itglue.com/"_s << u"https://api.itglue.com"_s;
    QTest::newRow("path") << u"https://proxy.example/itglue/"_s << u"https://proxy.example/itglue"_s;
    QTest::newRow("this computer") << u"http://127.0.0.1:7420"_s << u"http://127.0.0.1:7420"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("no TLS") << u"http://api.itglue.com"_s << QString();
    QTest::newRow("the web page") << u"https://acme.itglue.com"_s << QString();
    QTest::newRow("a sign-in in it") << u"https://me:pw@api.itglue.com"_s << QString();
}

void ItGluePageTest::anAddress_isUnderstood()
{
    QFETCH(QString, typed);
    QFETCH(QString, address);
    const Result<QUrl> url = itGlueAddress(typed);
    QCOMPARE(url ? url->toString() : QString(), address);
    if (!url)
        QCOMPARE(url.error().field, u"url"_s);
}

QTEST_GUILESS_MAIN(ItGluePageTest)
#include "tst_itgluepage.moc"
