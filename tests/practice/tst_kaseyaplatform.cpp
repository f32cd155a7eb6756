// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaseyapractice.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tandem;

namespace {

constexpr int firstAccount = 1001;
constexpr int firstLocation = 5001;
constexpr int firstContact = 300'001;
constexpr int firstAsset = 10'000'001;
constexpr int customer = 11;
constexpr int businessType = 543;
constexpr int manager = 90'002;
constexpr int workEmail = 517;
constexpr int workPhone = 520;
constexpr int laptop = 526;

QJsonObject place(const QString &name)
{
    const QJsonObject address{{u"address1"_s, u"1 Main Street"_s},
                              {u"city"_s, u"Tampa"_s},
                              {u"country"_s, u"Canada"_s},
                              {u"phone"_s, u"555 0100"_s}};
    return {{u"locationName"_s, name},
            {u"isMain"_s, true},
            {u"isActive"_s, true},
            {u"addresses"_s, QJsonArray{address}}};
}

QJsonObject accountBody(const QString &name)
{
    return {{u"accountName"_s, name},
            {u"accountTypeId"_s, customer},
            {u"businessTypeId"_s, businessType},
            {u"accountManagerId"_s, manager},
            {u"isActive"_s, true}};
}

QJsonObject newAccount(const QString &name)
{
    QJsonObject body = accountBody(name);
    body.insert(u"locations"_s, QJsonArray{place(u"Main"_s)});
    return body;
}

QJsonObject newContact(const QString &lastName)
{
    const QJsonObject email{{u"emailAddress"_s, u"ana@b.example"_s}, {u"emailTypeId"_s, workEmail}};
    const QJsonObject phone{{u"phoneNumber"_s, u"555 0101"_s}, {u"phoneTypeId"_s, workPhone}};
    return {{u"firstName"_s, u"Ana"_s},       {u"lastName"_s, lastName},
            {u"accountId"_s, firstAccount},   {u"locationId"_s, firstLocation},
            {u"emails"_s, QJsonArray{email}}, {u"phones"_s, QJsonArray{phone}}};
}

QJsonObject newAsset(const QString &name)
{
    return {{u"name"_s, name},
            {u"accountId"_s, firstAccount},
            {u"accountLocationId"_s, firstLocation},
            {u"categoryId"_s, laptop}};
}

QByteArray doorChange(const QByteArray &action, int id, const QJsonObject &set)
{
    return compact(QJsonObject{{u"action"_s, QString::fromLatin1(action)}, {u"id"_s, id}, {u"set"_s, set}});
}

int idIn(const Answered &answered)
{
    return resultIn(answered).value("id"_L1).toInt();
}

int codeIn(const Answered &answered)
{
    return answered.object().value("error"_L1).toObject().value("code"_L1).toInt();
}

QJsonObject operation(const char *op, const char *path, const QJsonValue &value)
{
    return {{u"op"_s, QString::fromLatin1(op)}, {u"path"_s, QString::fromLatin1(path)}, {u"value"_s, value}};
}

} // namespace

class TestKaseyaPlatform final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void signIn_takesTheForm_data();
    void signIn_takesTheForm();
    void signIn_takesAMultipartForm();
    void signIn_isRefused_data();
    void signIn_isRefused();
    void tokens_expireAndAreRenewed();
    void aRequestWithoutAToken_isASecurityError();
    void theTwoApis_haveTokensOfTheirOwn();
    void paths_areTakenInAnyCase_data();
    void paths_areTakenInAnyCase();
    void wrongPaths_areToldApart_data();
    void wrongPaths_areToldApart();

    void lists_arePaged_data();
    void lists_arePaged();
    void pages_areCapped();
    void filters_findRecords_data();
    void filters_findRecords();
    void wrongFilters_areRefused();
    void changesSinceAMoment_areFound();
    void theSearchByPost_readsItsBody();
    void thinRows_haveNoTotal();
    void theLookup_hidesInactiveAccounts();
    void names_areCamelCaseOrPascalCase();
    void oneSummary_mayComeBare();
    void moments_haveNoZone_data();
    void moments_haveNoZone();

    void aNewAccount_bringsItsLocation();
    void wrongBodies_areRefused_data();
    void wrongBodies_areRefused();
    void refusals_mayHaveAStatus();
    void aPatch_changesWhatItNames();
    void wrongPatches_changeNothing_data();
    void wrongPatches_changeNothing();
    void aPut_clearsWhatItLeavesOut();
    void aPut_mayKeepWhatItLeavesOut();
    void aNewContact_hasTheFewFields();
    void emails_areChangedOneByOne();
    void wrongEmailOperations_changeNothing();
    void operations_mayBeSwapped();
    void aDeletedContact_isGone();
    void assets_areReadWholeAndWrittenWhole();
    void tenantLists_takeNewValues();
    void lists_mayHideTheirNames();
    void customFields_areReadAndWritten();
    void theNativeIntegration_isToldOf();

    void theOlderApi_writesLocations();
    void theOlderApi_filters_data();
    void theOlderApi_filters();
    void theOlderApi_sparesWhatIsInUse();
    void childrenMoveTheirOwnersDates();

    void calls_areCountedByEndpoint();
    void aReadOnlyRole_mayNotWrite();
    void quirks_canBeSwitched();
    void faults_speakKaseya_data();
    void faults_speakKaseya();

    void theDoor_changesBehindTheBack();
    void theDoor_makesUpWhatIsMissing();
    void seeding_isRepeatable();
    void state_isKept();
    void theCommand_announcesItself_data();
    void theCommand_announcesItself();

private:
    [[nodiscard]] QJsonObject account(int id);

    std::unique_ptr<KaseyaPractice> m_practice;
};

void TestKaseyaPlatform::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_practice = std::make_unique<KaseyaPractice>();
}

void TestKaseyaPlatform::cleanup()
{
    m_practice.reset();
}

QJsonObject TestKaseyaPlatform::account(int id)
{
    return resultIn(m_practice->get(u"/crm/accounts/summary/%1"_s.arg(id)));
}

void TestKaseyaPlatform::signIn_takesTheForm_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("as described") << QStringList{u"GrantType"_s, u"UserName"_s, u"Password"_s, u"Tenant"_s};
    QTest::newRow("in small letters")
        << QStringList{u"granttype"_s, u"username"_s, u"password"_s, u"tenant"_s};
}

void TestKaseyaPlatform::signIn_takesTheForm()
{
    QFETCH(QStringList, names);
    const QJsonObject keys = m_practice->credentials();
    const QByteArray form = formOf({{names.at(0), u"password"_s},
                                    {names.at(1), u"TANDEM.api"_s},
                                    {names.at(2), keys.value("password"_L1).toString()},
                                    {names.at(3), keys.value("tenant"_L1).toString()}});
    const QJsonObject result =
        resultIn(m_practice->bare("POST", u"/v2/security/authenticate"_s, form,
                                  {{"Content-Type"_ba, "application/x-www-form-urlencoded"_ba}}));
    QVERIFY(!result.value("accessToken"_L1).toString().isEmpty());
    QVERIFY(!result.value("refreshToken"_L1).toString().isEmpty());
    QCOMPARE(result.value("accessTokenExpireOn"_L1).toString(), u"2026-03-01T12:30:00"_s);
    QCOMPARE(result.value("refreshTokenExpireOn"_L1).toString(), u"2026-03-02T12:00:00"_s);
}

void TestKaseyaPlatform::signIn_takesAMultipartForm()
{
    const QJsonObject keys = m_practice->credentials();
    QByteArray body;
    const auto part = [&](const QByteArray &disposition, const QString &value) {
        body +=
            "--mark\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value.toUtf8() + "\r\n";
    };
    part("name=\"granttype\"", u"password"_s);
    part("name=USERNAME", keys.value("user_name"_L1).toString());
    part("name=\"Password\"", keys.value("password"_L1).toString());
    part("name=\"Tenant\"", keys.value("tenant"_L1).toString());
    body += "--mark--\r\n";
    const Answered answered =
        m_practice->bare("POST", u"/v2/security/authenticate"_s, body,
                         {{"Content-Type"_ba, "multipart/form-data; boundary=\"mark\""_ba}});
    QVERIFY(!resultIn(answered).isEmpty());
    const Answered other = m_practice->bare("POST", u"/v2/security/authenticate"_s, "{}",
                                            {{"Content-Type"_ba, "application/json"_ba}});
    QCOMPARE(other.status, 415);
}

void TestKaseyaPlatform::signIn_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("status");
    QTest::newRow("wrong password") << u"Password"_s << u"wrong"_s << 401;
    QTest::newRow("wrong user") << u"UserName"_s << u"jharris"_s << 401;
    QTest::newRow("wrong tenant") << u"Tenant"_s << u"Harbor"_s << 401;
    QTest::newRow("another grant") << u"GrantType"_s << u"saml"_s << 200;
}

void TestKaseyaPlatform::signIn_isRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const Answered answered = m_practice->authenticate({{name, value}});
    QTEST(answered.status, "status");
    QCOMPARE(answered.object().value("success"_L1).toBool(true), false);
    QVERIFY(answered.object().value("result"_L1).isNull());
    m_practice->setQuirks({u"mfa-required"_s});
    QCOMPARE(m_practice->authenticate().status, 401);
    QVERIFY(!resultIn(m_practice->authenticate({{u"MFACode"_s, u"123456"_s}})).isEmpty());
}

void TestKaseyaPlatform::tokens_expireAndAreRenewed()
{
    m_practice->setQuirks({u"token-life=60"_s});
    const QJsonObject tokens = resultIn(m_practice->authenticate());
    const QByteArray access = tokens.value("accessToken"_L1).toString().toLatin1();
    const auto userInfo = [&](const QByteArray &token) {
        const QByteArray bearer = "bearer " + token;
        return m_practice->bare("GET", u"/v2/security/userinfo"_s, {}, {{"Authorization"_ba, bearer}});
    };
    QCOMPARE(userInfo(access).status, 200);
    m_practice->clock().set(m_practice->clock().nowUtc().addSecs(60));
    const Answered expired = userInfo(access);
    QCOMPARE(expired.status, 401);
    QCOMPARE(codeIn(expired), 978001);
    const QByteArray form = formOf({{u"AccessToken"_s, QString::fromLatin1(access)},
                                    {u"RefreshToken"_s, tokens.value("refreshToken"_L1).toString()}});
    const auto refresh = [&] {
        return m_practice->bare("POST", u"/v2/security/refreshtoken"_s, form,
                                {{"Content-Type"_ba, "application/x-www-form-urlencoded"_ba}});
    };
    const QJsonObject renewed = resultIn(refresh());
    QCOMPARE(userInfo(renewed.value("accessToken"_L1).toString().toLatin1()).status, 200);
    QCOMPARE(refresh().status, 401); // a refresh token is good for once
    m_practice->setQuirks({u"no-refresh"_s});
    QCOMPARE(refresh().status, 401);
}

void TestKaseyaPlatform::aRequestWithoutAToken_isASecurityError()
{
    const Answered answered = m_practice->bare("GET", u"/v2/crm/accounts/summary"_s);
    QCOMPARE(answered.status, 401);
    QCOMPARE(codeIn(answered), 978001);
    const QJsonObject error = answered.object().value("error"_L1).toObject();
    QCOMPARE(error.value("message"_L1).toString(), u"Security Error"_s);
    QVERIFY(error.contains("stackStrace"_L1));
}

void TestKaseyaPlatform::theTwoApis_haveTokensOfTheirOwn()
{
    const QHash<QByteArray, QByteArray> older{{"Authorization"_ba, "Bearer " + m_practice->olderToken()}};
    const QHash<QByteArray, QByteArray> newer{{"Authorization"_ba, "Bearer " + m_practice->token()}};
    QCOMPARE(m_practice->bare("GET", u"/v2/security/userinfo"_s, {}, older).status, 401);
    QCOMPARE(m_practice->bare("GET", u"/api/crm/locations"_s, {}, newer).status, 401);
    m_practice->setQuirks({u"shared-tokens"_s});
    QCOMPARE(m_practice->bare("GET", u"/v2/security/userinfo"_s, {}, older).status, 200);
    QCOMPARE(m_practice->bare("GET", u"/api/crm/locations"_s, {}, newer).status, 200);
    m_practice->setQuirks({u"no-v1"_s});
    QCOMPARE(m_practice->bare("GET", u"/api/crm/locations"_s, {}, older).status, 404);
}

void TestKaseyaPlatform::paths_areTakenInAnyCase_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("in capitals") << u"/V2/CRM/Accounts/Summary"_s;
    QTest::newRow("with a slash at the end") << u"/v2/crm/accounts/summary/"_s;
    QTest::newRow("the web interface's") << u"/api2/v2/crm/accounts/summary"_s;
}

void TestKaseyaPlatform::paths_areTakenInAnyCase()
{
    QFETCH(QString, path);
    const QByteArray bearer = "Bearer " + m_practice->token();
    QCOMPARE(m_practice->bare("GET", path, {}, {{"Authorization"_ba, bearer}}).status, 200);
}

void TestKaseyaPlatform::wrongPaths_areToldApart_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown") << "GET"_ba << u"/crm/companies"_s << 404;
    QTest::newRow("an id that is none") << "GET"_ba << u"/crm/accounts/summary/x"_s << 404;
    QTest::newRow("an account is not deleted") << "DELETE"_ba << u"/crm/accounts/1001"_s << 405;
    QTest::newRow("an asset is not patched") << "PATCH"_ba << u"/servicedesk/hardwareasset/10000001"_s << 405;
    QTest::newRow("a location is not written") << "PUT"_ba << u"/crm/accounts/1001/locations/5001"_s << 405;
}

void TestKaseyaPlatform::wrongPaths_areToldApart()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QTEST(m_practice->send(method, path, "{}").status, "status");
}

void TestKaseyaPlatform::lists_arePaged_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    QTest::newRow("unasked") << u""_s << 1001 << 12;
    QTest::newRow("first") << u"?PageSize=5&PageNumber=1"_s << 1001 << 5;
    QTest::newRow("nought is the first, too") << u"?pagesize=5&pagenumber=0"_s << 1001 << 5;
    QTest::newRow("last") << u"?PageSize=5&PageNumber=3"_s << 1011 << 2;
    QTest::newRow("beyond") << u"?PageSize=5&PageNumber=4"_s << 0 << 0;
}

void TestKaseyaPlatform::lists_arePaged()
{
    QFETCH(QString, query);
    const Answered answered = m_practice->get(u"/crm/accounts/summary"_s + query);
    const QJsonArray rows = resultsIn(answered);
    QTEST(int(rows.size()), "count");
    QTEST(rows.at(0).toObject().value("id"_L1).toInt(), "first");
    QCOMPARE(answered.object().value("totalRecords"_L1).toInt(), 12);
}

void TestKaseyaPlatform::pages_areCapped()
{
    m_practice->setQuirks({u"page-cap=5"_s, u"no-totals"_s});
    const Answered answered = m_practice->get(u"/crm/accounts/summary?PageSize=100&PageNumber=2"_s);
    QCOMPARE(namesIn(resultsIn(answered), u"id"_s),
             (QStringList{u"1006"_s, u"1007"_s, u"1008"_s, u"1009"_s, u"1010"_s}));
    QVERIFY(!answered.object().contains("totalRecords"_L1));
}

void TestKaseyaPlatform::filters_findRecords_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("ids");
    QTest::newRow("part of a name") << u"/crm/accounts/summary?Filter.AccountName=NORTHGATE"_s << u"1001"_s;
    QTest::newRow("a code") << u"/crm/accounts/summary?filter.accountcode=northgate"_s << u"1001"_s;
    QTest::newRow("a blank filter") << u"/crm/accounts/summary?Filter.AccountName=&PageSize=1"_s << u"1001"_s;
    QTest::newRow("several ids")
        << u"/crm/accounts/lookup?Filter.Ids=1003&Filter.Ids=1001&Filter.WithInactiveAccounts=true"_s
        << u"1001 1003"_s;
    QTest::newRow("an e-mail address")
        << u"/crm/contacts/summary?Filter.Email=robert.alvarez1%40"_s << u"300001"_s;
    QTest::newRow("of an account")
        << u"/crm/contacts/summary?Filter.AccountId=1001&Filter.FirstName=Robert&Filter.LastName=Alvarez"_s
        << u"300001"_s;
    QTest::newRow("ids with commas")
        << u"/servicedesk/hardwareasset/searchselect?Filter.CategoryIds=526,530&Filter.AccountId=1001&PageSize=2"_s
        << u"10000001 10000021"_s;
    QTest::newRow("a serial number")
        << u"/servicedesk/hardwareasset/searchselect?Filter.SerialNumber=9AYKSL255S"_s << u"10000001"_s;
    QTest::newRow("an employee") << u"/hr/employees/lookup?Filter.Name=harris"_s << u"90002"_s;
    QTest::newRow("what is sorted is not known")
        << u"/crm/accounts/summary?Sort=AccountName&Exclude=x&PageSize=1"_s << u"1001"_s;
}

void TestKaseyaPlatform::filters_findRecords()
{
    QFETCH(QString, path);
    QTEST(namesIn(resultsIn(m_practice->get(path)), u"id"_s).join(u' '), "ids");
}

void TestKaseyaPlatform::wrongFilters_areRefused()
{
    for (const char *filter : {"AccountTypeId=x", "IsActive=perhaps", "ModifiedOnFrom=yesterday"}) {
        const Answered answered =
            m_practice->get(u"/crm/accounts/summary?Filter."_s + QLatin1StringView(filter));
        QCOMPARE(answered.status, 200);
        QCOMPARE(subErrorsIn(answered).size(), 1);
    }
}

void TestKaseyaPlatform::changesSinceAMoment_areFound()
{
    const QString path = u"/crm/accounts/summary?Filter.ModifiedOnFrom="_s;
    QCOMPARE(resultsIn(m_practice->get(path + u"2026-03-01T12:00:00"_s)).size(), 0);
    QVERIFY(
        idIn(m_practice->patch(u"/crm/accounts/1002"_s, {operation("replace", "/Website", u"new.example"_s)}))
        == 1002);
    QCOMPARE(namesIn(resultsIn(m_practice->get(path + u"2026-03-01T12:00:00"_s)), u"id"_s),
             QStringList{u"1002"_s});
    QCOMPARE(resultsIn(m_practice->get(path + u"2026-03-01T12:00:01Z"_s)).size(), 0);
    // Without a zone it is the user's own time, where the tenant writes that.
    m_practice->setQuirks({u"local-dates"_s});
    QCOMPARE(resultsIn(m_practice->get(path + u"2026-03-01T07:00:00"_s)).size(), 1);
    QCOMPARE(resultsIn(m_practice->get(path + u"2026-03-01T07:00:01"_s)).size(), 0);
}

void TestKaseyaPlatform::theSearchByPost_readsItsBody()
{
    const QJsonObject body{{u"filter"_s, QJsonObject{{u"AccountIds"_s, QJsonArray{1001, 1002}}}},
                           {u"PageSize"_s, 3},
                           {u"pageNumber"_s, 1}};
    const QJsonArray rows = resultsIn(m_practice->post(u"/crm/contacts/search"_s, body));
    QCOMPARE(rows.size(), 3);
    for (const QJsonValue &row : rows)
        QVERIFY(row.toObject().value("accountId"_L1).toInt() <= 1002);
    QVERIFY(rows
            == resultsIn(m_practice->get(
                u"/crm/contacts/search?Filter.AccountIds=1001&Filter.AccountIds=1002&PageSize=3"_s)));
}

void TestKaseyaPlatform::thinRows_haveNoTotal()
{
    const Answered answered = m_practice->get(u"/servicedesk/hardwareasset/searchselect"_s);
    QVERIFY(!answered.object().contains("totalRecords"_L1));
    QCOMPARE(resultsIn(answered).size(), 50);
    const QJsonObject row = resultsIn(answered).at(0).toObject();
    QVERIFY(!row.contains("modifiedOn"_L1));
    QVERIFY(row.contains("ipAddress"_L1));
    const QJsonObject whole = m_practice->asset(row.value("id"_L1).toInt());
    QVERIFY(!whole.value("modifiedOn"_L1).toString().isEmpty());
    QCOMPARE(whole.value("name"_L1), row.value("assetName"_L1));
}

void TestKaseyaPlatform::theLookup_hidesInactiveAccounts()
{
    QVERIFY(!m_practice->patch(u"/crm/accounts/1001"_s, {operation("replace", "/IsActive", false)})
                 .body.isEmpty());
    const qsizetype active = resultsIn(m_practice->get(u"/crm/accounts/lookup?PageSize=100"_s)).size();
    const qsizetype all =
        resultsIn(m_practice->get(u"/crm/accounts/lookup?Filter.WithInactiveAccounts=true"_s)).size();
    QCOMPARE(all, 12);
    QVERIFY(active < all);
}

void TestKaseyaPlatform::names_areCamelCaseOrPascalCase()
{
    const QStringList camel = m_practice->asset(firstAsset).keys();
    for (const char *name : {"dnsServers", "dhcpEnabled", "dhcpServer", "winsEnabled", "lastLoginname"})
        QVERIFY2(camel.contains(QLatin1StringView(name)), name);
    m_practice->setQuirks({u"pascal-case"_s});
    const Answered answered = m_practice->get(u"/servicedesk/hardwareasset/10000001"_s);
    QCOMPARE(answered.object().keys(), (QStringList{u"Error"_s, u"Result"_s, u"Success"_s}));
    const QJsonObject asset = answered.object().value("Result"_L1).toObject();
    QVERIFY(asset.contains("DNSServers"_L1) && asset.contains("DHCPEnabled"_L1) && asset.contains("Name"_L1));
    m_practice->forgetToken();
    const Answered refused = m_practice->bare("GET", u"/v2/security/userinfo"_s);
    QVERIFY(refused.object().value("Error"_L1).toObject().contains("StackStrace"_L1));
}

void TestKaseyaPlatform::oneSummary_mayComeBare()
{
    m_practice->setQuirks({u"bare-summary"_s});
    QCOMPARE(m_practice->get(u"/crm/accounts/summary/1001"_s).object().value("id"_L1).toInt(), 1001);
    QCOMPARE(m_practice->get(u"/crm/contacts/summary/300001"_s).object().value("id"_L1).toInt(), 300001);
    const Answered missing = m_practice->get(u"/crm/accounts/summary/9"_s);
    QCOMPARE(missing.status, 200);
    QCOMPARE(missing.object().value("success"_L1).toBool(true), false);
    QCOMPARE(resultIn(m_practice->put(u"/crm/accounts/1001"_s, accountBody(u"x"_s))).value("id"_L1).toInt(),
             1001);
}

void TestKaseyaPlatform::moments_haveNoZone_data()
{
    QTest::addColumn<QStringList>("quirks");
    QTest::addColumn<QString>("moment");
    QTest::addColumn<QString>("date");
    QTest::newRow("as a rule") << QStringList() << u"2026-03-01T12:00:00.250"_s << u"2026-05-01T00:00:00"_s;
    QTest::newRow("with Z") << QStringList{u"zoned-dates"_s} << u"2026-03-01T12:00:00.250Z"_s
                            << u"2026-05-01T00:00:00Z"_s;
    QTest::newRow("local") << QStringList{u"local-dates"_s} << u"2026-03-01T07:00:00.250"_s
                           << u"2026-05-01T00:00:00"_s;
}

void TestKaseyaPlatform::moments_haveNoZone()
{
    QFETCH(QStringList, quirks);
    m_practice->clock().set(m_practice->clock().nowUtc().addMSecs(250));
    m_practice->setQuirks(quirks);
    for (const char *written : {"2026-05-01", "2026-05-01T00:00:00", "2026-05-01T00:00:00Z"}) {
        QJsonObject body = newAsset(u"A"_s);
        body.insert(u"warrantyExpirationDate"_s, QLatin1StringView(written));
        const QJsonObject asset = resultIn(m_practice->post(u"/servicedesk/hardwareasset"_s, body));
        QTEST(asset.value("modifiedOn"_L1).toString(), "moment");
        QTEST(asset.value("warrantyExpirationDate"_L1).toString(), "date");
    }
}

void TestKaseyaPlatform::aNewAccount_bringsItsLocation()
{
    const QJsonObject made = resultIn(m_practice->post(u"/crm/accounts"_s, newAccount(u"Fresh Ltd"_s)));
    QCOMPARE(made.value("accountType"_L1).toString(), u"Customer"_s);
    QCOMPARE(made.value("accountManagerUserName"_L1).toString(), u"jharris"_s);
    const QJsonArray locations = made.value("locations"_L1).toArray();
    QCOMPARE(locations.size(), 1);
    QVERIFY(locations.at(0).toObject().value("isMain"_L1).toBool());
    const QJsonObject address = locations.at(0).toObject().value("addresses"_L1).toArray().at(0).toObject();
    QCOMPARE(address.value("city"_L1).toString(), u"Tampa"_s);
    QCOMPARE(address.value("countryId"_L1).toInt(), 505); // follows from its name
    QVERIFY(address.value("isMain"_L1).toBool());
    const int id = made.value("id"_L1).toInt();
    QCOMPARE(account(id), made);
    const int location = locations.at(0).toObject().value("id"_L1).toInt();
    QCOMPARE(resultIn(m_practice->get(u"/crm/accounts/%1/locations/%2"_s.arg(id).arg(location))),
             locations.at(0).toObject());
    const QJsonArray names = resultsIn(m_practice->get(u"/crm/accounts/%1/locations/lookup"_s.arg(id)));
    QCOMPARE(namesIn(names), QStringList{u"Main"_s});
    // An account's location is not found below another.
    QCOMPARE(m_practice->get(u"/crm/accounts/1001/locations/%1"_s.arg(location))
                 .object()
                 .value("success"_L1)
                 .toBool(true),
             false);
}

void TestKaseyaPlatform::wrongBodies_areRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QString &path, QJsonObject body, const QString &member,
                        const QJsonValue &value, const QString &sentence) {
        body.insert(member, value);
        QTest::newRow(name) << path << body << sentence;
    };
    const QString accounts = u"/crm/accounts"_s;
    const QString contacts = u"/crm/contacts/summary"_s;
    const QString assets = u"/servicedesk/hardwareasset"_s;
    const QJsonObject account = newAccount(u"A"_s);
    const QJsonObject contact = newContact(u"B"_s);
    const QJsonObject asset = newAsset(u"C"_s);
    row("blank name", accounts, account, u"accountName"_s, u" "_s, u"The AccountName field is required."_s);
    row("name of another type", accounts, account, u"accountName"_s, 5,
        u"The JSON value could not be converted to System.String. Path: $.AccountName."_s);
    row("long name", accounts, account, u"accountName"_s, QString(251, u'x'),
        u"The field AccountName must be a string with a maximum length of 250."_s);
    row("no type", accounts, account, u"accountTypeId"_s, QJsonValue(),
        u"The field AccountTypeId must be between 1 and 2147483647."_s);
    row("unknown type", accounts, account, u"accountTypeId"_s, 999, u"AccountTypeId 999 does not exist."_s);
    row("value of another list", accounts, account, u"businessTypeId"_s, workEmail,
        u"BusinessTypeId 517 does not exist."_s);
    row("unknown manager", accounts, account, u"accountManagerId"_s, 7,
        u"AccountManagerId 7 does not exist."_s);
    row("no location", accounts, account, u"locations"_s, QJsonArray(),
        u"The Locations field is required."_s);
    row("a location without a name", accounts, account, u"locations"_s, QJsonArray{place({})},
        u"The Locations[0].LocationName field is required."_s);
    row("a location without addresses", accounts, account, u"locations"_s,
        QJsonArray{QJsonObject{{u"locationName"_s, u"x"_s}}},
        u"The Locations[0].Addresses field is required."_s);
    row("no first name", contacts, contact, u"firstName"_s, QJsonValue(),
        u"The FirstName field is required."_s);
    row("another account's location", contacts, contact, u"locationId"_s, 5002,
        u"LocationId 5002 does not belong to account 1001."_s);
    row("no e-mail address", contacts, contact, u"emails"_s,
        QJsonArray{QJsonObject{{u"emailAddress"_s, u"nobody"_s}, {u"emailTypeId"_s, workEmail}}},
        u"The EmailAddress field is not a valid e-mail address."_s);
    row("an e-mail of no type", contacts, contact, u"emails"_s,
        QJsonArray{QJsonObject{{u"emailAddress"_s, u"a@b.example"_s}}}, u"EmailTypeId 0 does not exist."_s);
    row("nought", assets, asset, u"categoryId"_s, 0,
        u"The field CategoryId must be between 1 and 2147483647."_s);
    row("a reference to nobody", assets, asset, u"contactId"_s, 0, u"ContactId 0 does not exist."_s);
    row("another account's contact", assets, asset, u"contactId"_s, firstContact + 1,
        u"ContactId 300002 does not belong to account 1001."_s);
    row("a customer is no vendor", assets, asset, u"vendorId"_s, firstAccount,
        u"VendorId 1001 is not a vendor."_s);
    row("a date that is none", assets, asset, u"acquisitionDate"_s, u"soon"_s,
        u"The JSON value could not be converted to System.DateTime. Path: $.AcquisitionDate."_s);
    row("a number as text", assets, asset, u"purchaseCost"_s, u"5"_s,
        u"The JSON value could not be converted to System.Double. Path: $.PurchaseCost."_s);
}

void TestKaseyaPlatform::wrongBodies_areRefused()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    QFETCH(QString, sentence);
    const Answered answered = m_practice->post(path, body);
    QCOMPARE(answered.status, 200);
    QCOMPARE(answered.object().value("success"_L1).toBool(true), false);
    QCOMPARE(subErrorsIn(answered), QStringList{sentence});
    QCOMPARE(m_practice->door("GET", u"stats"_s).object().value("creates"_L1).toInt(), 0);
}

void TestKaseyaPlatform::refusals_mayHaveAStatus()
{
    m_practice->setQuirks({u"errors-are-400"_s, u"max-length=10"_s});
    const Answered invalid = m_practice->post(u"/crm/accounts"_s, newAccount(u"Eleven long"_s));
    QCOMPARE(invalid.status, 400);
    QCOMPARE(subErrorsIn(invalid).size(), 2); // the address is too long as well
    QCOMPARE(m_practice->get(u"/crm/accounts/summary/9"_s).status, 404);
    QCOMPARE(m_practice->send("POST", u"/crm/accounts"_s, "{").status, 400);
    QCOMPARE(m_practice->send("POST", u"/crm/accounts"_s, "[]").status, 400);
    QCOMPARE(m_practice->send("POST", u"/crm/accounts"_s, "{}", "text/plain").status, 415);
}

void TestKaseyaPlatform::aPatch_changesWhatItNames()
{
    const QJsonObject before = account(1001);
    const Answered answered =
        m_practice->patch(u"/crm/accounts/1001"_s,
                          {operation("test", "/accountname", u"Northgate Dental"_s),
                           operation("replace", "/AccountName", u"North"_s),
                           operation("add", "/description", u"New"_s), operation("remove", "/Website", {})});
    QJsonObject expected = before;
    expected.insert(u"accountName"_s, u"North"_s);
    expected.insert(u"description"_s, u"New"_s);
    expected.insert(u"website"_s, QJsonValue());
    expected.insert(u"modifiedOn"_s, u"2026-03-01T12:00:00"_s);
    expected.insert(u"modifiedBy"_s, 90001);
    QCOMPARE(resultIn(answered), expected);
    // The plain type of content is taken as well.
    QCOMPARE(idIn(m_practice->send("PATCH", u"/crm/contacts/300001"_s,
                                   compact(QJsonArray{operation("replace", "/MiddleName", u"Q"_s),
                                                      operation("replace", "/Poc", false)}))),
             firstContact);
    const QJsonObject contact = resultIn(m_practice->get(u"/crm/contacts/summary/300001"_s));
    QVERIFY(!contact.contains("middleName"_L1));
    QCOMPARE(contact.value("isPoc"_L1).toBool(true), false);
    QCOMPARE(contact.value("emails"_L1).toArray().size(), 1);
}

void TestKaseyaPlatform::wrongPatches_changeNothing_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::newRow("unknown path") << R"([{"op":"replace","path":"/Name","value":"x"}])"_ba;
    QTest::newRow("locations") << R"([{"op":"add","path":"/Locations/-","value":{}}])"_ba;
    QTest::newRow("a failed test") << R"([{"op":"test","path":"/AccountName","value":"x"}])"_ba;
    QTest::newRow("unknown operation") << R"([{"op":"set","path":"/AccountName","value":"x"}])"_ba;
    QTest::newRow("a blank name") << R"([{"op":"replace","path":"/AccountName","value":""}])"_ba;
    QTest::newRow("half good")
        << R"([{"op":"replace","path":"/AccountName","value":"x"},{"op":"replace","path":"/x","value":1}])"_ba;
    QTest::newRow("an object") << R"({"AccountName":"x"})"_ba;
}

void TestKaseyaPlatform::wrongPatches_changeNothing()
{
    QFETCH(QByteArray, patch);
    const QJsonObject before = account(1001);
    const Answered answered = m_practice->send("PATCH", u"/crm/accounts/1001"_s, patch);
    QCOMPARE(answered.object().value("success"_L1).toBool(true), false);
    QCOMPARE(subErrorsIn(answered).size(), 1);
    QCOMPARE(account(1001), before);
}

void TestKaseyaPlatform::aPut_clearsWhatItLeavesOut()
{
    const QJsonObject before = account(1001);
    QVERIFY(before.value("website"_L1).isString());
    const QJsonObject after = resultIn(m_practice->put(u"/crm/accounts/1001"_s, accountBody(u"North"_s)));
    QVERIFY(after.value("website"_L1).isNull());
    QCOMPARE(after.value("locations"_L1), before.value("locations"_L1));
    const QJsonObject contact{{u"FIRSTNAME"_s, u"Bo"_s}, {u"AccountId"_s, 1001}, {u"LocationId"_s, 5001}};
    const QJsonObject changed = resultIn(m_practice->put(u"/crm/contacts/300001"_s, contact));
    QCOMPARE(changed.value("isActive"_L1).toBool(true), false); // may not be null, so it is false
    QVERIFY(changed.value("lastName"_L1).isNull());
    QCOMPARE(changed.value("emails"_L1).toArray().size(), 1);
}

void TestKaseyaPlatform::aPut_mayKeepWhatItLeavesOut()
{
    m_practice->setQuirks({u"put-keeps"_s});
    const QJsonObject before = account(1001);
    const QJsonObject after = resultIn(m_practice->put(u"/crm/accounts/1001"_s, accountBody(u"North"_s)));
    QCOMPARE(after.value("website"_L1), before.value("website"_L1));
    QCOMPARE(after.value("accountName"_L1).toString(), u"North"_s);
}

void TestKaseyaPlatform::aNewContact_hasTheFewFields()
{
    QJsonObject body = newContact(u"Silva"_s);
    body.insert(u"jobTitle"_s, u"Ignored"_s);
    body.insert(u"customFieldsData"_s,
                QJsonArray{QJsonObject{{u"customFieldId"_s, 73}, {u"data"_s, u"Yes"_s}}});
    const QJsonObject made = resultIn(m_practice->post(u"/crm/contacts/summary"_s, body));
    QCOMPARE(made.value("emailAddress"_L1).toString(), u"ana@b.example"_s);
    QCOMPARE(made.value("phoneNumber"_L1).toString(), u"555 0101"_s);
    QCOMPARE(made.value("customFieldsData"_L1).toArray().at(0).toObject().value("data"_L1).toString(),
             u"Yes"_s);
    const QJsonObject seen =
        resultIn(m_practice->get(u"/crm/contacts/summary/%1"_s.arg(made.value("id"_L1).toInt())));
    QVERIFY(seen.value("isActive"_L1).toBool());
    QVERIFY(seen.value("jobTitle"_L1).isNull());
    QVERIFY(seen.value("emails"_L1).toArray().at(0).toObject().value("isDefault"_L1).toBool());
    const QJsonObject info = resultIn(
        m_practice->get(u"/crm/accounts/1001/contacts/%1/summaryinfo"_s.arg(made.value("id"_L1).toInt())));
    QCOMPARE(info.value("contactName"_L1).toString(), u"Ana Silva"_s);
    QCOMPARE(info.value("contactEmailAddress"_L1).toString(), u"ana@b.example"_s);
}

void TestKaseyaPlatform::emails_areChangedOneByOne()
{
    const QString path = u"/crm/contacts/300001/emails"_s;
    const QString former = u"robert.alvarez1@northgatedental.example"_s;
    QJsonObject result = resultIn(m_practice->patch(
        path,
        {QJsonObject{{u"operation"_s, 0}, {u"emailAddress"_s, u"two@b.example"_s}, {u"typeId"_s, 518}},
         QJsonObject{{u"Operation"_s, 1},
                     {u"EmailAddress"_s, former.toUpper()},
                     {u"NewEmailAddress"_s, u"one@b.example"_s}}}));
    QCOMPARE(result.value("added"_L1).toInt(), 1);
    QCOMPARE(result.value("updated"_L1).toInt(), 1);
    QCOMPARE(result.value("deleted"_L1).toInt(), 0);
    QCOMPARE(namesIn(result.value("emails"_L1).toArray(), u"emailAddress"_s),
             (QStringList{u"one@b.example"_s, u"two@b.example"_s}));
    QCOMPARE(namesIn(result.value("emails"_L1).toArray(), u"isDefault"_s),
             (QStringList{u"true"_s, u"false"_s}));
    result = resultIn(m_practice->patch(
        path,
        {QJsonObject{{u"operation"_s, 1}, {u"emailAddress"_s, u"two@b.example"_s}, {u"isDefault"_s, true}}}));
    QCOMPARE(namesIn(result.value("emails"_L1).toArray(), u"isDefault"_s),
             (QStringList{u"false"_s, u"true"_s}));
    // Without its default address the contact has another one.
    result = resultIn(
        m_practice->patch(path, {QJsonObject{{u"operation"_s, 2}, {u"emailAddress"_s, u"two@b.example"_s}}}));
    QCOMPARE(result.value("deleted"_L1).toInt(), 1);
    QCOMPARE(namesIn(result.value("emails"_L1).toArray(), u"isDefault"_s), QStringList{u"true"_s});
    const QJsonObject phones = resultIn(m_practice->patch(
        u"/crm/contacts/300001/phones"_s,
        {QJsonObject{{u"operation"_s, 0}, {u"newPhoneNumber"_s, u"555 0199"_s}, {u"typeId"_s, workPhone}}}));
    QCOMPARE(phones.value("phones"_L1).toArray().size(), 3);
}

void TestKaseyaPlatform::wrongEmailOperations_changeNothing()
{
    const QString path = u"/crm/contacts/300001/emails"_s;
    const QJsonObject good{
        {u"operation"_s, 0}, {u"emailAddress"_s, u"x@b.example"_s}, {u"typeId"_s, workEmail}};
    const QList<QJsonObject> wrong{
        {{u"operation"_s, 1}, {u"emailAddress"_s, u"nobody@b.example"_s}},
        {{u"operation"_s, 2}, {u"emailAddress"_s, u"nobody@b.example"_s}},
        {{u"operation"_s, 0}, {u"emailAddress"_s, u"robert.alvarez1@northgatedental.example"_s}},
        {{u"operation"_s, 0}, {u"emailAddress"_s, u"y@b.example"_s}, {u"typeId"_s, workPhone}},
        {{u"operation"_s, 7}, {u"emailAddress"_s, u"y@b.example"_s}}};
    for (const QJsonObject &item : wrong)
        QCOMPARE(subErrorsIn(m_practice->patch(path, {good, item})).size(), 1);
    QCOMPARE(resultIn(m_practice->get(u"/crm/contacts/summary/300001"_s)).value("emails"_L1).toArray().size(),
             1);
}

void TestKaseyaPlatform::operations_mayBeSwapped()
{
    m_practice->setQuirks({u"swapped-operations"_s});
    const QJsonObject result = resultIn(
        m_practice->patch(u"/crm/contacts/300001/emails"_s,
                          {QJsonObject{{u"operation"_s, 1},
                                       {u"emailAddress"_s, u"robert.alvarez1@northgatedental.example"_s}}}));
    QCOMPARE(result.value("deleted"_L1).toInt(), 1);
    QCOMPARE(result.value("emails"_L1).toArray().size(), 0);
}

void TestKaseyaPlatform::aDeletedContact_isGone()
{
    const int contact = 300'141;
    QCOMPARE(m_practice->asset(firstAsset).value("contactId"_L1).toInt(), contact);
    const Answered answered = m_practice->remove(u"/crm/contacts/%1"_s.arg(contact));
    QCOMPARE(answered.status, 200);
    QVERIFY(answered.body.isEmpty());
    QVERIFY(m_practice->asset(firstAsset).value("contactId"_L1).isNull());
    QVERIFY(resultIn(m_practice->get(u"/crm/contacts/summary/%1"_s.arg(contact))).isEmpty());
    QCOMPARE(m_practice->remove(u"/crm/contacts/%1"_s.arg(contact)).object().value("success"_L1).toBool(true),
             false);
}

void TestKaseyaPlatform::assets_areReadWholeAndWrittenWhole()
{
    const QJsonObject made = resultIn(m_practice->post(u"/servicedesk/hardwareasset"_s, newAsset(u"N1"_s)));
    const int id = made.value("id"_L1).toInt();
    QCOMPARE(made.value("category"_L1).toString(), u"Laptop"_s);
    QVERIFY(made.value("isActive"_L1).toBool());

    // A careful client gives back what it read: nothing but the dates of change may differ.
    const QJsonObject before = m_practice->asset(firstAsset);
    QJsonObject body = before;
    body.insert(u"name"_s, u"Renamed"_s);
    QJsonObject expected = body;
    expected.insert(u"modifiedOn"_s, u"2026-03-01T12:00:00"_s);
    expected.insert(u"modifiedBy"_s, u"Tandem API"_s);
    expected.insert(u"modifiedById"_s, 90001);
    const QString path = u"/servicedesk/hardwareasset/%1"_s.arg(firstAsset);
    QCOMPARE(resultIn(m_practice->put(path, body)), expected);
    // A careless one loses the rest, but for what is the server's own.
    const QJsonObject poor = resultIn(m_practice->put(path, newAsset(u"Poor"_s)));
    QVERIFY(poor.value("serialNumber"_L1).isNull());
    QVERIFY(poor.value("contactId"_L1).isNull());
    QVERIFY(poor.value("manufacturerId"_L1).isNull());
    QCOMPARE(poor.value("agentId"_L1), before.value("agentId"_L1));

    QCOMPARE(m_practice->remove(u"/servicedesk/hardwareasset/%1"_s.arg(id)).status, 200);
    QVERIFY(m_practice->asset(id).isEmpty());
}

void TestKaseyaPlatform::tenantLists_takeNewValues()
{
    const QString path = u"/system/tenantlookup/Manufacturer"_s;
    const qsizetype before = resultsIn(m_practice->get(path)).size();
    const QJsonObject body{{u"Name"_s, u"Acme"_s}, {u"IsActive"_s, true}};
    const QJsonArray after = resultsIn(m_practice->post(path, body));
    QCOMPARE(after.size(), before + 1);
    QCOMPARE(after.last().toObject().value("name"_L1).toString(), u"Acme"_s);
    QCOMPARE(subErrorsIn(m_practice->post(path, body)).size(), 1);
    QCOMPARE(subErrorsIn(m_practice->post(u"/system/tenantlookup/Country"_s, body)).size(), 1);
    QCOMPARE(namesIn(resultsIn(m_practice->get(u"/system/lookup/asset%20hardware%20category"_s))).first(2),
             (QStringList{u"Workstation"_s, u"Laptop"_s}));
    QCOMPARE(namesIn(resultsIn(m_practice->get(u"/system/accounttypes/lookup"_s))).first(), u"Customer"_s);
    QCOMPARE(resultsIn(m_practice->get(u"/hr/assignees/lookup?Filter.ExcludedIds=90001"_s)).size(), 4);
}

void TestKaseyaPlatform::lists_mayHideTheirNames()
{
    m_practice->setQuirks({u"hidden-lists"_s});
    const Answered answered = m_practice->get(u"/system/lookup/Country"_s);
    QCOMPARE(answered.status, 200);
    QCOMPARE(answered.object().value("success"_L1).toBool(true), false);
}

void TestKaseyaPlatform::customFields_areReadAndWritten()
{
    const QJsonArray fields = resultsIn(m_practice->get(u"/system/customFields/1"_s));
    QCOMPARE(namesIn(fields), (QStringList{u"Service Plan"_s, u"Onboarded On"_s}));
    QCOMPARE(namesIn(fields.at(0).toObject().value("settings"_L1).toArray()),
             (QStringList{u"Hourly"_s, u"Managed"_s, u"Co-managed"_s}));
    const QString path = u"/system/customFields/data/1/1001/71"_s;
    const QJsonObject put = resultIn(m_practice->put(path, {{u"Value"_s, u"Hourly"_s}}));
    QCOMPARE(put.value("customFieldName"_L1).toString(), u"Service Plan"_s);
    const QJsonArray data = resultsIn(m_practice->get(u"/system/customFields/1/1001"_s));
    QCOMPARE(namesIn(data, u"data"_s), (QStringList{u"Hourly"_s, QString()}));
    QCOMPARE(data.at(0).toObject().value("settingsId"_L1).toInt(), 7101);
    QCOMPARE(subErrorsIn(m_practice->put(path, {{u"Value"_s, u"Gold"_s}})).size(), 1);
    QCOMPARE(subErrorsIn(m_practice->put(u"/system/customFields/data/1/1001/73"_s, {{u"Value"_s, u"Yes"_s}}))
                 .size(),
             1);
}

void TestKaseyaPlatform::theNativeIntegration_isToldOf()
{
    const QString lookup = u"/integrations/itglue/accounts/1001/lookup"_s;
    QVERIFY(!resultIn(m_practice->get(u"/integrations/itglue/status"_s)).value("isEnabled"_L1).toBool(true));
    QCOMPARE(resultIn(m_practice->get(lookup)).value("id"_L1).toInteger(), 0);
    m_practice->setQuirks({u"itglue-on"_s});
    QVERIFY(resultIn(m_practice->get(u"/integrations/itglue/status"_s)).value("isEnabled"_L1).toBool());
    QCOMPARE(resultIn(m_practice->get(lookup)).value("id"_L1).toInteger(), 7'000'001'001);
    QCOMPARE(resultIn(m_practice->get(lookup)).value("name"_L1).toString(), u"Northgate Dental"_s);
    QCOMPARE(resultIn(m_practice->get(u"/integrations/itglue/hardwareassets/10000001/lookup"_s))
                 .value("name"_L1)
                 .toString(),
             u"NORTHG-LT001"_s);
}

void TestKaseyaPlatform::theOlderApi_writesLocations()
{
    QJsonObject body = place(u"Depot"_s);
    body.insert(u"AccountId"_s, firstAccount);
    body.insert(u"isMain"_s, false);
    const QJsonObject answer = m_practice->older("POST", u"/crm/locations"_s, compact(body)).object();
    QCOMPARE(answer.keys(),
             (QStringList{u"Error"_s, u"ResponseCode"_s, u"Result"_s, u"Status"_s, u"TotalRecords"_s}));
    QCOMPARE(answer.value("Error"_L1).toString(), u"None"_s);
    const QJsonObject made = answer.value("Result"_L1).toObject();
    const int id = made.value("Id"_L1).toInt();
    QCOMPARE(made.value("AccountId"_L1).toInt(), firstAccount);
    QCOMPARE(namesIn(account(firstAccount).value("locations"_L1).toArray(), u"locationName"_s).last(),
             u"Depot"_s);

    const QString path = u"/crm/locations/%1"_s.arg(id);
    QJsonObject changed = made;
    changed.insert(u"LocationName"_s, u"Store"_s);
    changed.insert(u"IsMain"_s, true);
    const QJsonObject put =
        m_practice->older("PUT", path, compact(changed)).object().value("Result"_L1).toObject();
    QCOMPARE(put.value("LocationName"_L1).toString(), u"Store"_s);
    QCOMPARE(put.value("Addresses"_L1).toArray().at(0).toObject().value("Id"_L1),
             made.value("Addresses"_L1).toArray().at(0).toObject().value("Id"_L1));
    const QJsonObject former =
        m_practice->older("GET", u"/crm/locations/5001"_s).object().value("Result"_L1).toObject();
    QCOMPARE(former.value("IsMain"_L1).toBool(true), false); // there is one main location

    changed.insert(u"LocationName"_s, u""_s);
    QCOMPARE(m_practice->older("PUT", path, compact(changed)).status, 400);
    QCOMPARE(m_practice->older("DELETE", path).status, 400); // the main one stays
    changed.insert(u"LocationName"_s, u"Store"_s);
    QCOMPARE(m_practice->older("PUT", u"/crm/locations/5001"_s, compact(former)).status, 200);
    QJsonObject main = former;
    main.insert(u"IsMain"_s, true);
    QCOMPARE(m_practice->older("PUT", u"/crm/locations/5001"_s, compact(main)).status, 200);
    QCOMPARE(m_practice->older("DELETE", path).status, 200);
    QCOMPARE(m_practice->older("GET", path).status, 404);
}

void TestKaseyaPlatform::theOlderApi_filters_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("total");
    QTest::addColumn<QString>("ids");
    QTest::newRow("main locations") << u"/crm/accounts/1001/locations?$filter=IsMain eq true"_s << 1
                                    << u"5001"_s;
    QTest::newRow("a name, and a quote in it")
        << u"/crm/accounts?$filter=AccountName ne 'O''Brien' and Id lt 1003"_s << 2 << u"1001 1002"_s;
    QTest::newRow("a part") << u"/crm/accounts?$filter=substringof('northgate', AccountName) eq true"_s << 1
                            << u"1001"_s;
    QTest::newRow("a page") << u"/crm/accounts?$orderby=Id desc&$top=2&$skip=1"_s << 12 << u"1011 1010"_s;
    QTest::newRow("types") << u"/crm/accounts/types?$top=1"_s << 6 << u"11"_s;
}

void TestKaseyaPlatform::theOlderApi_filters()
{
    QFETCH(QString, path);
    const QJsonObject answer = m_practice->older("GET", path).object();
    QTEST(answer.value("TotalRecords"_L1).toInt(), "total");
    QTEST(namesIn(answer.value("Result"_L1).toArray(), u"Id"_s).join(u' '), "ids");
    for (const char *wrong : {"Nothing eq 1", "Id is 1", "Id eq 1 or Id eq 2"})
        QCOMPARE(m_practice->older("GET", u"/crm/accounts?$filter="_s + QLatin1StringView(wrong)).status,
                 400);
}

void TestKaseyaPlatform::theOlderApi_sparesWhatIsInUse()
{
    QCOMPARE(m_practice->older("DELETE", u"/crm/accounts/1001"_s).status, 400);
    const int id = idIn(m_practice->post(u"/crm/accounts"_s, newAccount(u"Short-lived"_s)));
    QCOMPARE(m_practice->older("DELETE", u"/crm/accounts/%1"_s.arg(id)).status, 200);
    QVERIFY(account(id).isEmpty());
    const QByteArray wrong = m_practice
                                 ->bare("POST", u"/api/token"_s, "grant_type=password&username=x",
                                        {{"Content-Type"_ba, "application/x-www-form-urlencoded"_ba}})
                                 .body;
    QVERIFY(wrong.contains("\"error\":\"invalid_grant\""));
}

void TestKaseyaPlatform::childrenMoveTheirOwnersDates()
{
    const QJsonArray email{
        QJsonObject{{u"operation"_s, 0}, {u"emailAddress"_s, u"x@b.example"_s}, {u"typeId"_s, workEmail}}};
    const QString changed = u"2026-03-01T12:00:00"_s;
    m_practice->setQuirks({u"children-keep-dates"_s});
    QJsonObject body = place(u"Depot"_s);
    body.insert(u"AccountId"_s, firstAccount);
    QCOMPARE(m_practice->older("POST", u"/crm/locations"_s, compact(body)).status, 200);
    QCOMPARE(m_practice->patch(u"/crm/contacts/300001/emails"_s, email).status, 200);
    const auto contact = [&] { return resultIn(m_practice->get(u"/crm/contacts/summary/300001"_s)); };
    QVERIFY(account(firstAccount).value("modifiedOn"_L1).toString() != changed);
    QVERIFY(contact().value("modifiedOn"_L1).toString() != changed);
    m_practice->setQuirks({});
    QCOMPARE(m_practice->older("POST", u"/crm/locations"_s, compact(body)).status, 200);
    QCOMPARE(resultIn(m_practice->patch(u"/crm/contacts/300001/phones"_s,
                                        {QJsonObject{{u"operation"_s, 0},
                                                     {u"phoneNumber"_s, u"555 1"_s},
                                                     {u"typeId"_s, workPhone}}}))
                 .value("added"_L1)
                 .toInt(),
             1);
    QCOMPARE(account(firstAccount).value("modifiedOn"_L1).toString(), changed);
    QCOMPARE(contact().value("modifiedOn"_L1).toString(), changed);
}

void TestKaseyaPlatform::calls_areCountedByEndpoint()
{
    m_practice->setQuirks({u"budget=3"_s});
    const QString path = u"/crm/accounts/summary/%1"_s;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_practice->get(path.arg(1001 + i)).status, 200);
    const Answered refused = m_practice->get(path.arg(1001));
    QCOMPARE(refused.status, 429);
    QVERIFY(!refused.hasHeader("Retry-After"));
    QCOMPARE(m_practice->get(u"/crm/accounts/summary"_s).status, 200); // an endpoint of its own
    m_practice->clock().set(m_practice->clock().nowUtc().addSecs(3600));
    m_practice->forgetToken();
    QCOMPARE(m_practice->get(path.arg(1001)).status, 200);
    m_practice->setQuirks({u"budget=1"_s, u"retry-after"_s});
    QCOMPARE(m_practice->get(path.arg(1001)).status, 200);
    m_practice->clock().set(m_practice->clock().nowUtc().addSecs(600));
    QCOMPARE(m_practice->get(path.arg(1001)).header("Retry-After"), "3000"_ba);
    m_practice->setQuirks({u"budget=0"_s});
    QCOMPARE(m_practice->get(path.arg(1001)).status, 200);
}

void TestKaseyaPlatform::aReadOnlyRole_mayNotWrite()
{
    m_practice->setQuirks({u"read-only-user"_s});
    QCOMPARE(m_practice->post(u"/crm/accounts"_s, newAccount(u"x"_s)).status, 403);
    QCOMPARE(m_practice->older("DELETE", u"/crm/locations/5001"_s).status, 403);
    QCOMPARE(m_practice->post(u"/crm/contacts/search"_s, {}).status, 200);
}

void TestKaseyaPlatform::quirks_canBeSwitched()
{
    QCOMPARE(m_practice->door("POST", u"quirks"_s, R"(["page-cap=7","pascal-case"])").array(),
             (QJsonArray{u"pascal-case"_s, u"page-cap=7"_s}));
    for (const char *wrong : {"unheard-of", "budget=-1", "budget=many", "pascal-case=1"}) {
        const QByteArray body = compact(QJsonArray{QLatin1StringView(wrong)});
        QCOMPARE(m_practice->door("POST", u"quirks"_s, body).status, 400);
    }
    QCOMPARE(m_practice->door("GET", u"quirks"_s).array().size(), 2);
}

void TestKaseyaPlatform::faults_speakKaseya_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("validation") << R"("fault":"validation")"_ba << 200 << "\"success\":false"_ba;
    QTest::newRow("expired token") << R"("fault":"expired_token")"_ba << 401 << "978001"_ba;
    QTest::newRow("429") << R"("fault":"status","value":429)"_ba << 429 << "quota"_ba;
    QTest::newRow("429 with a time") << R"("fault":"status","value":{"status":429,"retry_after":7})"_ba << 429
                                     << "quota"_ba;
    QTest::newRow("403") << R"("fault":"status","value":403)"_ba << 403 << "Access Denied"_ba;
    QTest::newRow("500") << R"("fault":"status","value":500)"_ba << 500 << "stackStrace"_ba;
    QTest::newRow("503") << R"("fault":"status","value":503)"_ba << 503 << "<html>"_ba;
}

void TestKaseyaPlatform::faults_speakKaseya()
{
    QFETCH(QByteArray, fault);
    QFETCH(QByteArray, word);
    const QByteArray rule = "[{\"route\":\"POST /v2/crm/accounts\",\"nth\":1," + fault + "}]";
    QCOMPARE(m_practice->door("POST", u"faults"_s, rule).status, 200);
    const Answered answered = m_practice->post(u"/crm/accounts"_s, newAccount(u"Faulty"_s));
    QTEST(answered.status, "status");
    QVERIFY2(answered.body.contains(word), answered.body.constData());
    QCOMPARE(answered.header("Retry-After"), fault.contains("retry_after") ? "7"_ba : ""_ba);
    QVERIFY(idIn(m_practice->post(u"/crm/accounts"_s, newAccount(u"Faulty"_s))) > 0);
    QCOMPARE(m_practice->door("GET", u"stats"_s).object().value("creates"_L1).toInt(), 1);
}

void TestKaseyaPlatform::theDoor_changesBehindTheBack()
{
    // A location by the members of its main address, as scripts name them.
    const Answered made = m_practice->door(
        "POST", u"records/location"_s,
        doorChange("create", 0,
                   {{u"accountId"_s, 1002}, {u"locationName"_s, u"Annex 9"_s}, {u"city"_s, u"Boise"_s}}));
    QCOMPARE(made.status, 201);
    const int id = made.object().value("id"_L1).toInt();
    QVERIFY(made.object().value("isActive"_L1).toBool());
    const Answered changed =
        m_practice->door("POST", u"records/locations"_s,
                         doorChange("update", id, {{u"city"_s, u"Nampa"_s}, {u"country"_s, u"Germany"_s}}));
    QCOMPARE(changed.status, 200);
    const QJsonObject address = changed.object().value("addresses"_L1).toArray().at(0).toObject();
    QCOMPARE(address.value("city"_L1).toString(), u"Nampa"_s);
    QCOMPARE(address.value("countryId"_L1).toInt(), 510);
    QCOMPARE(changed.object().value("locationName"_L1).toString(), u"Annex 9"_s);
    QCOMPARE(changed.object().value("modifiedBy"_L1).toInt(), 90002);
    QCOMPARE(m_practice->door("POST", u"records/location"_s, doorChange("delete", id, {})).status, 200);
    QCOMPARE(m_practice->door("GET", u"records/location?id=%1"_s.arg(id)).array().size(), 0);

    // What was at a main location that is deleted is at another one then.
    QCOMPARE(m_practice->door("POST", u"records/location"_s, doorChange("delete", firstLocation, {})).status,
             200);
    const QJsonArray left = account(firstAccount).value("locations"_L1).toArray();
    QVERIFY(left.at(0).toObject().value("isMain"_L1).toBool());
    QCOMPARE(m_practice->asset(firstAsset).value("accountLocationId"_L1),
             left.at(0).toObject().value("id"_L1));

    const QJsonObject email{{u"emailAddress"_s, u"new@b.example"_s}};
    const Answered contact = m_practice->door(
        "POST", u"records/contact"_s,
        doorChange("update", firstContact, {{u"emails"_s, QJsonArray{email}}, {u"middleName"_s, u"Z"_s}}));
    QCOMPARE(namesIn(contact.object().value("emails"_L1).toArray(), u"emailAddress"_s),
             QStringList{u"new@b.example"_s});
    QCOMPARE(contact.object().value("middleName"_L1).toString(), u"Z"_s);
    QCOMPARE(contact.object().value("phones"_L1).toArray().size(), 2);
    const Answered asset = m_practice->door("POST", u"records/configuration"_s,
                                            doorChange("update", firstAsset, {{u"serialNumber"_s, u"S1"_s}}));
    QCOMPARE(asset.object().value("serialNumber"_L1).toString(), u"S1"_s);
    QCOMPARE(asset.object().value("modelNumber"_L1).toString(), u"EliteBook 840 G10"_s);
    QCOMPARE(m_practice->door("POST", u"records/contact"_s, doorChange("update", 5, {})).status, 404);
    QCOMPARE(
        m_practice->door("POST", u"records/organization"_s, doorChange("delete", firstAccount, {})).status,
        200);
    QVERIFY(m_practice->asset(firstAsset).isEmpty());
    QCOMPARE(
        m_practice->door("POST", u"records/Manufacturer"_s, doorChange("create", 0, {{u"name"_s, u"Acme"_s}}))
            .status,
        201);
    QCOMPARE(namesIn(m_practice->door("GET", u"records/manufacturer"_s).array()).last(), u"Acme"_s);
    QCOMPARE(m_practice->door("GET", u"records/accounttypes"_s).array().size(), 6);
    QCOMPARE(m_practice->door("GET", u"records/nonsense"_s).status, 404);
}

void TestKaseyaPlatform::theDoor_makesUpWhatIsMissing()
{
    const Answered account = m_practice->door(
        "POST", u"records/organization"_s, doorChange("create", 0, {{u"accountName"_s, u"Only A Name"_s}}));
    QCOMPARE(account.status, 201);
    QVERIFY(account.object().value("isActive"_L1).toBool());
    QCOMPARE(namesIn(account.object().value("locations"_L1).toArray(), u"locationName"_s),
             QStringList{u"Main"_s});
    const int id = account.object().value("id"_L1).toInt();
    const Answered contact =
        m_practice->door("POST", u"records/contact"_s,
                         doorChange("create", 0, {{u"accountId"_s, id}, {u"firstName"_s, u"Bo"_s}}));
    QCOMPARE(contact.object().value("locationName"_L1).toString(), u"Main"_s);
    QVERIFY(contact.object().value("isActive"_L1).toBool());
    const Answered asset =
        m_practice->door("POST", u"records/configuration"_s,
                         doorChange("create", 0, {{u"accountId"_s, id}, {u"name"_s, u"PC"_s}}));
    QCOMPARE(asset.object().value("category"_L1).toString(), u"Workstation"_s);
    QCOMPARE(
        m_practice->door("POST", u"records/configuration"_s, doorChange("create", 0, {{u"accountId"_s, 7}}))
            .status,
        400);
}

void TestKaseyaPlatform::seeding_isRepeatable()
{
    KaseyaPractice other({}, KaseyaBrand::Pulseway);
    QVERIFY(other.credentials().value("tenant"_L1) != m_practice->credentials().value("tenant"_L1));
    for (const char *kind : {"location", "contact", "configuration"}) {
        const QString path = u"records/"_s + QLatin1StringView(kind);
        QCOMPARE(other.door("GET", path).body, m_practice->door("GET", path).body);
    }
    PracticeSeeding seeding;
    seeding.empty = true;
    KaseyaPractice empty(seeding);
    QCOMPARE(empty.door("GET", u"records/organization"_s).body, "[]"_ba);
    QVERIFY(!resultsIn(empty.get(u"/system/accounttypes/lookup"_s)).isEmpty());
}

void TestKaseyaPlatform::state_isKept()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"bms.state"_s);
    PracticeRequest request;
    request.now = QDateTime(QDate(2026, 1, 1), QTime(0, 0, 0, 5), Qt::UTC);
    request.rawQuery = "id=5001";
    const auto place = [&](KaseyaPlatform &platform) {
        return QJsonDocument::fromJson(platform.doorRead(AssetKind::Location, request).body)
            .array()
            .at(0)
            .toObject();
    };
    QJsonObject changed;
    {
        KaseyaPlatform platform(KaseyaBrand::Bms, {});
        QVERIFY(platform.openState(file).has_value());
        PracticeDoorChange change;
        change.action = PracticeDoorChange::Action::Update;
        change.id = firstLocation;
        change.set = {{u"city"_s, u"Kept"_s}};
        QCOMPARE(platform.doorChange(AssetKind::Location, change, request).status, 200);
        changed = place(platform);
        QCOMPARE(changed.value("modifiedOn"_L1).toString(), u"2026-01-01T00:00:00.005"_s);
    } // as after a kill: nothing was saved but the journal
    PracticeSeeding empty;
    empty.empty = true;
    KaseyaPlatform platform(KaseyaBrand::Bms, empty);
    QVERIFY(platform.openState(file).has_value());
    QCOMPARE(place(platform), changed);
    request.rawQuery.clear();
    QCOMPARE(QJsonDocument::fromJson(platform.doorRead(AssetKind::Contact, request).body).array().size(),
             160);
}

void TestKaseyaPlatform::theCommand_announcesItself_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("name");
    QTest::newRow("bms") << u"kaseya-bms"_s << u"kaseya-bms"_s;
    QTest::newRow("vorex") << u"vorex"_s << u"vorex"_s;
    QTest::newRow("vorex-psa") << u"vorex-psa"_s << u"vorex"_s;
    QTest::newRow("pulseway") << u"pulseway-psa"_s << u"pulseway-psa"_s;
}

void TestKaseyaPlatform::theCommand_announcesItself()
{
    QFETCH(QString, word);
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + u"/tandem_practicehost"_s,
                  {word, u"--organizations"_s, u"2"_s, u"--quirks"_s, u"budget=0,pascal-case"_s});
    QVERIFY(QTest::qWaitFor([&] { return process.canReadLine() || process.state() == QProcess::NotRunning; },
                            20000));
    const QJsonObject announcement = QJsonDocument::fromJson(process.readLine()).object();
    QTEST(announcement.value("platform"_L1).toString(), "name");
    QCOMPARE(announcement.value("credentials"_L1).toObject().keys(),
             (QStringList{u"password"_s, u"server"_s, u"tenant"_s, u"user_name"_s}));
    QCOMPARE(announcement.value("credentials"_L1).toObject().value("server"_L1),
             announcement.value("url"_L1));
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestKaseyaPlatform)
#include "tst_kaseyaplatform.moc"
