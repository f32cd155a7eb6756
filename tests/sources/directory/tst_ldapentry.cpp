// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/directoryuser.h"
#include "sources/directory/ldapentry.h"
#include "sources/directory/ldapfilter.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestLdapEntry final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_isALineOfValidUtf8_data();
    void text_isALineOfValidUtf8();
    void guid_hasMicrosoftsOrder();
    void filterValue_cannotEndTheFilter_data();
    void filterValue_cannotEndTheFilter();
    void name_isTakenFromTheDisplayName_data();
    void name_isTakenFromTheDisplayName();
    void user_leavesOutWhatIsNoAddress();
};

void TestLdapEntry::text_isALineOfValidUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isUnusable");
    QTest::newRow("plain") << QByteArray(" Ann ") << u"Ann"_s << false;
    QTest::newRow("umlaut") << QByteArray("M\xC3\xBCller") << u"Müller"_s << false;
    QTest::newRow("outside the first plane") << QByteArray("\xF0\x9F\x98\x80") << u"😀"_s << false;
    QTest::newRow("Latin-1") << QByteArray("M\xFCller") << QString() << true;
    QTest::newRow("cut short") << QByteArray("Ann\xC3") << QString() << true;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QString() << true;
    QTest::newRow("line break") << QByteArray("Ann\nSmith") << QString() << true;
    QTest::newRow("NUL") << QByteArray("Ann\0Smith", 9) << QString() << true;
    QTest::newRow("a megabyte") << QByteArray(1 << 20, 'x') << QString() << true;
    QTest::newRow("as long as may be") << QByteArray(1000, 'x') << QString(1000, u'x') << false;
    QTest::newRow("longer") << QByteArray(1001, 'x') << QString() << true;
    QTest::newRow("blank") << QByteArray("  ") << QString() << false;
    QTest::newRow("none") << QByteArray() << QString() << false;
}

void TestLdapEntry::text_isALineOfValidUtf8()
{
    QFETCH(QByteArray, bytes);
    const LdapEntry entry{.dn = {}, .values = {{"sn", {bytes}}}};
    QTEST(entry.text("SN"_L1).value_or(QString()), "text");
    QTEST(entry.isUnusable("sn"_L1), "isUnusable");
}

void TestLdapEntry::guid_hasMicrosoftsOrder()
{
    QCOMPARE(guidFromBytes(QByteArray::fromHex("000102030405060708090a0b0c0d0e0f")),
             u"03020100-0504-0706-0809-0a0b0c0d0e0f"_s);
    QVERIFY(guidFromBytes("short").isEmpty());
    QVERIFY(guidFromBytes({}).isEmpty());
}

void TestLdapEntry::filterValue_cannotEndTheFilter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("filter");
    QTest::newRow("plain") << QByteArray("ann") << QByteArray("(uid=ann)");
    QTest::newRow("injection") << QByteArray("*)(uid=*") << QByteArray("(uid=\\2a\\29\\28uid=\\2a)");
    QTest::newRow("backslash") << QByteArray("a\\b") << QByteArray("(uid=a\\5cb)");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("(uid=a\\00b)");
    QTest::newRow("not ASCII") << QByteArray("\xC3\xBC\x7F") << QByteArray("(uid=\\c3\\bc\\7f)");
}

void TestLdapEntry::filterValue_cannotEndTheFilter()
{
    QFETCH(QByteArray, value);
    QTEST(equalsFilter("uid", value), "filter");
}

void TestLdapEntry::name_isTakenFromTheDisplayName_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<QByteArray>("display");
    QTest::addColumn<QString>("firstName");
    QTest::addColumn<QString>("lastName");
    QTest::newRow("both") << QByteArray("Ann") << QByteArray("Smith") << QByteArray("Smith, Ann") << u"Ann"_s
                          << u"Smith"_s;
    QTest::newRow("display ends with it")
        << QByteArray() << QByteArray("Smith") << QByteArray("Ann Smith") << u"Ann"_s << u"Smith"_s;
    QTest::newRow("last name alone") << QByteArray() << QByteArray("Scanner") << QByteArray("Scanner")
                                     << u"Scanner"_s << u""_s;
    QTest::newRow("display alone") << QByteArray() << QByteArray() << QByteArray("Reception")
                                   << u"Reception"_s << u""_s;
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray() << u""_s << u""_s;
}

void TestLdapEntry::name_isTakenFromTheDisplayName()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, last);
    QFETCH(QByteArray, display);
    const LdapEntry entry{.dn = {},
                          .values = {{"givenname", {given}}, {"sn", {last}}, {"displayname", {display}}}};
    const DirectoryUser user = userFrom(entry, 0, QDateTime::currentDateTimeUtc());
    QTEST(user.person.firstName, "firstName");
    QTEST(user.person.lastName, "lastName");
}

void TestLdapEntry::user_leavesOutWhatIsNoAddress()
{
    const LdapEntry entry{
        .dn = {}, .values = {{"givenname", {"Ann"}}, {"mail", {"not an address"}}, {"title", {"\xFF"}}}};
    const DirectoryUser user = userFrom(entry, 0, QDateTime::currentDateTimeUtc());
    QVERIFY(user.person.email.isEmpty());
    QVERIFY(user.person.title.isEmpty());
    QCOMPARE(user.unusable, QStringList({u"title"_s, u"mail"_s}));
    QCOMPARE(user.status, AccountStatus::Unknown);
}

QTEST_GUILESS_MAIN(TestLdapEntry)
#include "tst_ldapentry.moc"
