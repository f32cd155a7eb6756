// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assetkind.h"
#include "core/optionlist.h"
#include "core/platform.h"
#include "core/record.h"
#include "core/syncstate.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** The words that scripts, maps and the database use for the values of our enums. */
class TestNames final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void names_areThoseScriptsRelyOn();
    void names_leadBack();
    void unknownNames_leadNowhere();
    void titles_areThereAndDiffer();
    void optionListKey_isThePlural_data();
    void optionListKey_isThePlural();
    void platforms_haveTheirMarks();
    void credentials_areAskedForByTheKeysOfTandemctl_data();
    void credentials_areAskedForByTheKeysOfTandemctl();
};

namespace {

template<typename Value, typename ToText>
QStringList textsOf(const Value count, ToText toText)
{
    QStringList texts;
    for (quint8 i = 0; i < quint8(count); ++i)
        texts.append(toText(Value(i)));
    return texts;
}

} // namespace

void TestNames::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestNames::names_areThoseScriptsRelyOn()
{
    QCOMPARE(textsOf(AssetKind::Count, kindName),
             (QStringList{u"organization"_s, u"location"_s, u"contact"_s, u"configuration"_s}));
    QCOMPARE(
        textsOf(Platform::Count, platformName),
        (QStringList{u"connectwise"_s, u"autotask"_s, u"kaseya-bms"_s, u"pulseway-psa"_s, u"vorex-psa"_s}));
    QStringList states = textsOf(SyncState::Count, syncStateName);
    QStringList documented =
        u"synced pending pushing checking retrying not_yet_pushed held conflict error orphaned "
        "disabled disconnected paused not_syncing"_s.split(u' ');
    states.sort();
    documented.sort();
    QCOMPARE(states, documented);
    QCOMPARE(textsOf(RecordSource::Count, recordSourceName),
             (QStringList{u"manual"_s, u"csv"_s, u"api"_s, u"directory"_s, u"itglue"_s, u"psa"_s}));
    const QStringList lists = textsOf(OptionList::Count, optionListName);
    for (const QString &list :
         u"organization_type organization_status configuration_type configuration_status "
         "contact_type email_type phone_type manufacturer"_s.split(u' '))
        QVERIFY2(lists.contains(list), qPrintable(list));
}

void TestNames::names_leadBack()
{
    for (const AssetKind kind : allKinds)
        QCOMPARE(kindFromName(kindName(kind)), std::optional(kind));
    for (const Platform platform : allPlatforms)
        QCOMPARE(platformFromName(platformName(platform)), std::optional(platform));
    for (const OptionList list : allOptionLists)
        QCOMPARE(optionListFromName(optionListName(list)), std::optional(list));
    for (const SyncState state : allSyncStates)
        QCOMPARE(syncStateFromName(syncStateName(state)), std::optional(state));
    for (quint8 i = 0; i < quint8(IntegrationState::Count); ++i) {
        const auto state = IntegrationState(i);
        QCOMPARE(integrationStateFromName(integrationStateName(state)), std::optional(state));
    }
    for (quint8 i = 0; i < quint8(RecordSource::Count); ++i) {
        const auto source = RecordSource(i);
        QCOMPARE(recordSourceFromName(recordSourceName(source)), std::optional(source));
    }
    // The word of `tandemctl practice`.
    QCOMPARE(platformFromName(u"vorex"_s), std::optional(Platform::VorexPsa));
}

void TestNames::unknownNames_leadNowhere()
{
    for (const QString &name : {QString(), u"Organization"_s, u"nothing"_s, u" synced"_s}) {
        QVERIFY(!kindFromName(name));
        QVERIFY(!platformFromName(name));
        QVERIFY(!optionListFromName(name));
        QVERIFY(!syncStateFromName(name));
        QVERIFY(!integrationStateFromName(name));
        QVERIFY(!recordSourceFromName(name));
    }
}

void TestNames::titles_areThereAndDiffer()
{
    const QList<QStringList> all{textsOf(AssetKind::Count, kindTitle),
                                 textsOf(AssetKind::Count, kindTitlePlural),
                                 textsOf(Platform::Count, platformTitle),
                                 textsOf(OptionList::Count, optionListTitle),
                                 textsOf(SyncState::Count, syncStateTitle),
                                 textsOf(IntegrationState::Count, integrationStateTitle),
                                 textsOf(RecordSource::Count, recordSourceTitle)};
    for (const QStringList &titles : all) {
        QVERIFY(!titles.contains(QString()));
        QCOMPARE(QSet<QString>(titles.begin(), titles.end()).size(), titles.size());
    }
    QCOMPARE(platformTitle(Platform::ConnectWise), u"ConnectWise"_s);
}

void TestNames::optionListKey_isThePlural_data()
{
    QTest::addColumn<OptionList>("list");
    QTest::addColumn<QString>("key");
    QTest::newRow("organization types") << OptionList::OrganizationType << u"organization_types"_s;
    QTest::newRow("organization statuses") << OptionList::OrganizationStatus << u"organization_statuses"_s;
    QTest::newRow("configuration types") << OptionList::ConfigurationType << u"configuration_types"_s;
    QTest::newRow("configuration statuses") << OptionList::ConfigurationStatus << u"configuration_statuses"_s;
    QTest::newRow("contact types") << OptionList::ContactType << u"contact_types"_s;
    QTest::newRow("classifications") << OptionList::Classification << u"classifications"_s;
}

void TestNames::optionListKey_isThePlural()
{
    QFETCH(OptionList, list);
    QFETCH(QString, key);
    QCOMPARE(optionListKey(list), key);
}

void TestNames::platforms_haveTheirMarks()
{
    QCOMPARE(textsOf(Platform::Count, platformMark),
             (QStringList{u"CW"_s, u"AT"_s, u"BMS"_s, u"PW"_s, u"VX"_s}));
}

void TestNames::credentials_areAskedForByTheKeysOfTandemctl_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("secret");
    QTest::newRow("connectwise") << Platform::ConnectWise << u"company_id public_key private_key client_id"_s
                                 << u"private_key"_s;
    QTest::newRow("autotask") << Platform::Autotask << u"user_name secret integration_code"_s << u"secret"_s;
    for (const Platform platform : {Platform::KaseyaBms, Platform::PulsewayPsa, Platform::VorexPsa})
        QTest::newRow(qPrintable(platformName(platform)))
            << platform << u"tenant user_name password"_s << u"password"_s;
}

void TestNames::credentials_areAskedForByTheKeysOfTandemctl()
{
    QFETCH(Platform, platform);
    QFETCH(QString, keys);
    QFETCH(QString, secret);
    QStringList asked;
    for (const CredentialField &field : credentialFields(platform)) {
        asked.append(field.key);
        QVERIFY(!field.label.isEmpty());
        QCOMPARE(field.isSecret, field.key == secret);
    }
    QCOMPARE(asked.join(u' '), keys);
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
