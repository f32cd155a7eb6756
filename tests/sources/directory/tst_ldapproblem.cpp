// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/ldapproblem.h"

#include <QTest>

#include <ldap.h>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestLdapProblem final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void activeDirectorysRefusals_areToldApart_data();
    void activeDirectorysRefusals_areToldApart();
    void codes_haveAWayOut_data();
    void codes_haveAWayOut();
};

void TestLdapProblem::activeDirectorysRefusals_areToldApart_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("no such user") << u"525"_s << u"knows no such user"_s;
    QTest::newRow("wrong password") << u"52e"_s << u"password is wrong"_s;
    QTest::newRow("hour") << u"530"_s << u"hour"_s;
    QTest::newRow("password expired") << u"532"_s << u"has expired"_s;
    QTest::newRow("disabled") << u"533"_s << u"disabled"_s;
    QTest::newRow("account expired") << u"701"_s << u"Extend it"_s;
    QTest::newRow("must change") << u"773"_s << u"change its password"_s;
    QTest::newRow("locked") << u"775"_s << u"locked"_s;
    QTest::newRow("another") << u"1234"_s << u"refused the sign-in"_s;
}

void TestLdapProblem::activeDirectorysRefusals_areToldApart()
{
    QFETCH(QString, code);
    QFETCH(QString, word);
    const QString words =
        u"80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data %1, v2580"_s.arg(code);
    const Error error = ldapError(
        {.code = LDAP_INVALID_CREDENTIALS, .words = words, .step = LdapStep::SignIn}, {.server = u"dc1"_s});
    QCOMPARE(error.code, ErrorCode::SignInFailed);
    QVERIFY2(error.message.contains(word), qPrintable(error.message));
    QCOMPARE(error.remoteWords, words);
}

void TestLdapProblem::codes_haveAWayOut_data()
{
    QTest::addColumn<int>("ldap");
    QTest::addColumn<LdapStep>("step");
    QTest::addColumn<QString>("words");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("field");
    QTest::newRow("size limit") << LDAP_SIZELIMIT_EXCEEDED << LdapStep::Search << QString()
                                << ErrorCode::Rejected << QString();
    QTest::newRow("time limit") << LDAP_TIMELIMIT_EXCEEDED << LdapStep::Search << QString()
                                << ErrorCode::Rejected << QString();
    QTest::newRow("rights") << LDAP_INSUFFICIENT_ACCESS << LdapStep::Search << QString()
                            << ErrorCode::NotAllowed << QString();
    QTest::newRow("base") << LDAP_NO_SUCH_OBJECT << LdapStep::Search << QString() << ErrorCode::BadInput
                          << u"base_dn"_s;
    QTest::newRow("base syntax") << LDAP_INVALID_DN_SYNTAX << LdapStep::Search << QString()
                                 << ErrorCode::BadInput << u"base_dn"_s;
    QTest::newRow("name syntax") << LDAP_INVALID_DN_SYNTAX << LdapStep::SignIn << QString()
                                 << ErrorCode::SignInFailed << QString();
    QTest::newRow("filter") << LDAP_FILTER_ERROR << LdapStep::Search << QString() << ErrorCode::BadInput
                            << u"filter"_s;
    QTest::newRow("busy") << LDAP_BUSY << LdapStep::Search << QString() << ErrorCode::ServerFault
                          << QString();
    QTest::newRow("late") << LDAP_TIMEOUT << LdapStep::Search << QString() << ErrorCode::TimedOut
                          << QString();
    QTest::newRow("down") << LDAP_SERVER_DOWN << LdapStep::Connect << QString() << ErrorCode::Unreachable
                          << QString();
    QTest::newRow("gone") << LDAP_SERVER_DOWN << LdapStep::Search << QString() << ErrorCode::Unreachable
                          << QString();
    QTest::newRow("encryption wanted")
        << LDAP_STRONG_AUTH_REQUIRED << LdapStep::SignIn << QString() << ErrorCode::SignInFailed << QString();
    QTest::newRow("unknown") << LDAP_LOOP_DETECT << LdapStep::Search << QString() << ErrorCode::Rejected
                             << QString();
}

void TestLdapProblem::codes_haveAWayOut()
{
    QFETCH(int, ldap);
    QFETCH(LdapStep, step);
    QFETCH(QString, words);
    const Error error = ldapError({.code = ldap, .words = words, .step = step}, {.server = u"dc1"_s});
    QTEST(error.code, "code");
    QTEST(error.field, "field");
    QVERIFY(!error.message.isEmpty());
}

QTEST_GUILESS_MAIN(TestLdapProblem)
#include "tst_ldapproblem.moc"
