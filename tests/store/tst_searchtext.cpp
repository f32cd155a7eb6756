// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordqueries.h"
#include "store/recordstore.h"
#include "store/searchtext.h"
#include "storefixture.h"

#include <QJsonArray>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestSearchText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void everyWordThatIsTyped_findsWithoutAnError_data();
    void everyWordThatIsTyped_findsWithoutAnError();
    void nothingTyped_isNoExpression();

private:
    StoreFixture m_store;
    RecordId m_server = 0;
    RecordId m_contact = 0;
};

void TestSearchText::initTestCase()
{
    const RecordId acme = m_store.addOrganization(u"Acme \"Süd\" GmbH & Co. KG"_s);
    m_server = m_store.addConfiguration(acme, u"ACME-DC01"_s,
                                        {{u"primary_ip"_s, u"10.0.0.5"_s},
                                         {u"serial_number"_s, u"5CG-77/A"_s},
                                         {u"mac_address"_s, u"00:1A:2B:3C:4D:5E"_s},
                                         {u"notes"_s, u"unsaid"_s}});
    m_contact =
        m_store.addContact(acme, u"Ann"_s,
                           {{u"last_name"_s, u"Łukasiewicz"_s},
                            {u"emails"_s, QJsonArray{QJsonObject{{u"value"_s, u"ann@acme.example"_s}}}},
                            {u"phones"_s, QJsonArray{QJsonObject{{u"value"_s, u"+49 (30) 1234-567"_s}}}}});
}

void TestSearchText::finds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    QTest::newRow("parts of a host name") << u"acme dc01"_s << u"server"_s;
    QTest::newRow("host name as it is") << u"ACME-DC01"_s << u"server"_s;
    QTest::newRow("beginning of a host name") << u"acme-d"_s << u"server"_s;
    QTest::newRow("address") << u"10.0.0.5"_s << u"server"_s;
    QTest::newRow("beginning of an address") << u"10.0"_s << u"server"_s;
    QTest::newRow("end of an address") << u"0.5"_s << u"server"_s;
    QTest::newRow("other address") << u"10.0.0.6"_s << u""_s;
    QTest::newRow("MAC") << u"00:1a:2b"_s << u"server"_s;
    QTest::newRow("serial number") << u"5cg-77/a"_s << u"server"_s;
    QTest::newRow("middle of a word") << u"cme"_s << u""_s;
    QTest::newRow("beginning of an email") << u"ann@"_s << u"contact"_s;
    QTest::newRow("domain of an email") << u"acme.example"_s << u"contact"_s;
    QTest::newRow("name without its accent") << u"ann łukasie"_s << u"contact"_s;
    QTest::newRow("phone as written") << u"+49 (30) 1234"_s << u"contact"_s;
    QTest::newRow("phone by digits") << u"49301234567"_s << u"contact"_s;
    QTest::newRow("notes are not searched") << u"unsaid"_s << u""_s;
}

void TestSearchText::finds()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, found);
    RecordQuery query;
    query.search = typed;
    const QList<RecordId> ids = must(recordIds(m_store.database(), query));
    QCOMPARE(ids.contains(m_server), found == "server"_L1);
    QCOMPARE(ids.contains(m_contact), found == "contact"_L1);
}

void TestSearchText::everyWordThatIsTyped_findsWithoutAnError_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("count");
    QTest::newRow("quotes") << u"\"süd\""_s << 1;
    QTest::newRow("accent left out") << u"\"sud"_s << 1;
    QTest::newRow("single quote mark") << u"\""_s << 1;
    QTest::newRow("ampersand") << u"gmbh & co."_s << 1;
    QTest::newRow("operators are words") << u"acme OR NOT"_s << 0;
    QTest::newRow("column syntax") << u"text:acme"_s << 0;
    QTest::newRow("brackets and stars") << u"acme* (NEAR) ^x"_s << 0;
    QTest::newRow("accents alone") << u"\u0301 \u0302"_s << 3;
    QTest::newRow("script of India") << u"हिन्दी"_s << 0;
    QTest::newRow("half a surrogate") << QString(QChar(0xd83d)) << 0;
    QTest::newRow("control characters") << u"ac\u0001me\u0000x"_s << 0;
    QTest::newRow("no-break space separates") << u"gmbh\u00a0kg"_s << 1;
    QTest::newRow("newest letters") << u"\U0001E900\U00010D50"_s << 0;
}

void TestSearchText::everyWordThatIsTyped_findsWithoutAnError()
{
    QFETCH(const QString, typed);
    QFETCH(const int, count);
    RecordQuery query;
    query.search = typed;
    const Result<QList<RecordId>> ids = recordIds(m_store.database(), query);
    QVERIFY2(ids, ids ? "" : qPrintable(ids.error().message));
    QCOMPARE(ids->size(), count);
}

void TestSearchText::nothingTyped_isNoExpression()
{
    QVERIFY(searchExpression(u"  \t"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
