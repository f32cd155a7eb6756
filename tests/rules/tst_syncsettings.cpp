// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/syncsettings.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestSyncSettings final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void B2_newIntegration_startsCarefully();
    void settings_surviveJson();
    void missingKeys_keepTheirDefaults();
    void interval_staysWithinADay_data();
    void interval_staysWithinADay();
    void B2_policies_haveTheWordsOfTandemctl();
    void unknownPolicy_leavesTheDefault();
};

void TestSyncSettings::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestSyncSettings::B2_newIntegration_startsCarefully()
{
    const SyncSettings settings;
    QVERIFY(!settings.twoWay);
    QVERIFY(settings.contacts);
    QVERIFY(settings.locations);
    QVERIFY(!settings.pushDirectoryContacts);
    QVERIFY(settings.conflict == ConflictPolicy::PsaWins);
    QVERIFY(settings.emailType.isEmpty() && settings.phoneType.isEmpty());
}

void TestSyncSettings::settings_surviveJson()
{
    const SyncSettings defaults;
    QVERIFY(SyncSettings::fromJson(defaults.toJson()) == defaults);
    for (const ConflictPolicy policy :
         {ConflictPolicy::PsaWins, ConflictPolicy::TandemWins, ConflictPolicy::Ask}) {
        const SyncSettings settings{.twoWay = true,
                                    .contacts = false,
                                    .locations = false,
                                    .intervalMinutes = 60,
                                    .emailType = u"Work"_s,
                                    .phoneType = u"Direct"_s,
                                    .conflict = policy,
                                    .pushDirectoryContacts = true,
                                    .extra = {{u"fallback_product"_s, 12}}};
        QVERIFY(SyncSettings::fromJson(settings.toJson()) == settings);
    }
}

void TestSyncSettings::missingKeys_keepTheirDefaults()
{
    QVERIFY(SyncSettings::fromJson({}) == SyncSettings());
    SyncSettings expected;
    expected.twoWay = true;
    QVERIFY(SyncSettings::fromJson({{u"two_way"_s, true}, {u"unknown"_s, 1}}) == expected);
}

void TestSyncSettings::interval_staysWithinADay_data()
{
    QTest::addColumn<QJsonValue>("stored");
    QTest::addColumn<int>("minutes");
    QTest::newRow("zero") << QJsonValue(0) << 1;
    QTest::newRow("negative") << QJsonValue(-5) << 1;
    QTest::newRow("a day") << QJsonValue(1440) << 1440;
    QTest::newRow("more") << QJsonValue(100'000) << 1440;
    QTest::newRow("no number") << QJsonValue(u"often"_s) << SyncSettings().intervalMinutes;
}

void TestSyncSettings::interval_staysWithinADay()
{
    QFETCH(QJsonValue, stored);
    QFETCH(int, minutes);
    QCOMPARE(SyncSettings::fromJson({{u"interval"_s, stored}}).intervalMinutes, minutes);
}

void TestSyncSettings::B2_policies_haveTheWordsOfTandemctl()
{
    QCOMPARE(conflictPolicyName(ConflictPolicy::PsaWins), u"psa"_s);
    QCOMPARE(conflictPolicyName(ConflictPolicy::TandemWins), u"tandem"_s);
    QCOMPARE(conflictPolicyName(ConflictPolicy::Ask), u"ask"_s);
    for (const ConflictPolicy policy :
         {ConflictPolicy::PsaWins, ConflictPolicy::TandemWins, ConflictPolicy::Ask})
        QVERIFY(conflictPolicyFromName(conflictPolicyName(policy)) == policy);
    QVERIFY(!conflictPolicyFromName(u"PSA"_s));
    QVERIFY(!conflictPolicyFromName({}));
}

void TestSyncSettings::unknownPolicy_leavesTheDefault()
{
    QVERIFY(SyncSettings::fromJson({{u"conflict"_s, u"coin"_s}}).conflict == ConflictPolicy::PsaWins);
}

QTEST_GUILESS_MAIN(TestSyncSettings)
#include "tst_syncsettings.moc"
