// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordstore.h"
#include "storefixture.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestOptionStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void names_areTheSameWithoutRegardToCase();
    void valueWithoutName_isRefused();
    void parents_tellValuesApart();
    void takeRemote_tiesByNameAndKeepsTicks();
    void takeRemote_marksWhatIsGone();
    void takeRemote_followsARename();
    void takeRemote_keepsTheName_whereAnotherPsaUsesIt();
    void regions_belongToTheirCountry();
    void addRemote_leavesTheOthersAlone();
    void setEnabled_ticksExactlyThese();

private:
    static RemoteOption option(const QString &id, const QString &name, bool isActive = true);
    static QStringList ticked(StoreFixture &store, IntegrationId integration, OptionList list);
};

RemoteOption TestOptionStore::option(const QString &id, const QString &name, bool isActive)
{
    return {.list = OptionList::ConfigurationType, .remoteId = id, .name = name, .isActive = isActive};
}

QStringList TestOptionStore::ticked(StoreFixture &store, IntegrationId integration, OptionList list)
{
    QStringList ids;
    for (const StoredOption &option : must(OptionStore(store.database()).remote(integration, list))) {
        if (option.isSyncing)
            ids.append(option.remoteId);
    }
    ids.sort();
    return ids;
}

void TestOptionStore::names_areTheSameWithoutRegardToCase()
{
    StoreFixture store;
    OptionStore options(store.database());
    const OptionId server = must(options.findOrCreate(OptionList::ConfigurationType, u" Größe "_s));
    QCOMPARE(must(options.findOrCreate(OptionList::ConfigurationType, u"GRÖßE"_s)), server);
    QCOMPARE(must(options.find(OptionList::ConfigurationType, u"größe"_s)), server);
    QCOMPARE(must(options.find(OptionList::ContactType, u"größe"_s)), 0);
    QCOMPARE(must(options.get(server)).name, u"Größe"_s);
    QCOMPARE(options.get(99).error().code, ErrorCode::NotFound);
}

void TestOptionStore::valueWithoutName_isRefused()
{
    StoreFixture store;
    const auto made = OptionStore(store.database()).findOrCreate(OptionList::Model, u" "_s);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::BadInput);
}

void TestOptionStore::parents_tellValuesApart()
{
    StoreFixture store;
    OptionStore options(store.database());
    const OptionId dell = must(options.findOrCreate(OptionList::Manufacturer, u"Dell"_s));
    const OptionId other = must(options.findOrCreate(OptionList::Manufacturer, u"HP"_s));
    const OptionId one = must(options.findOrCreate(OptionList::Model, u"R740"_s, dell));
    const OptionId two = must(options.findOrCreate(OptionList::Model, u"R740"_s, other));
    QVERIFY(one != two);
    QCOMPARE(must(options.find(OptionList::Model, u"R740"_s, other)), two);
    QVERIFY(must(options.find(OptionList::Model, u"R740"_s)) != 0);
    QCOMPARE(must(options.all(OptionList::Model)).size(), 2);
}

void TestOptionStore::takeRemote_tiesByNameAndKeepsTicks()
{
    StoreFixture store;
    OptionStore options(store.database());
    const IntegrationId integration = store.addIntegration();
    const OptionId server = must(options.findOrCreate(OptionList::ConfigurationType, u"Server"_s));
    const QList<RemoteOption> values{option(u"1"_s, u"SERVER"_s), option(u"2"_s, u"Printer"_s),
                                     option(u"3"_s, u"Old"_s, false)};
    must(options.takeRemote(integration, OptionList::ConfigurationType, values, true));
    QCOMPARE(ticked(store, integration, OptionList::ConfigurationType), (QStringList{u"1"_s, u"2"_s}));
    const QList<StoredOption> stored = must(options.remote(integration, OptionList::ConfigurationType));
    QCOMPARE(stored.size(), 3);
    for (const StoredOption &value : stored)
        QCOMPARE(value.optionId == server, value.remoteId == "1"_L1);

    must(options.setEnabled(integration, {{OptionList::ConfigurationType, {u"2"_s}}}));
    const QList<RemoteOption> more = values + QList<RemoteOption>{option(u"4"_s, u"New"_s)};
    must(options.takeRemote(integration, OptionList::ConfigurationType, more, false));
    QCOMPARE(ticked(store, integration, OptionList::ConfigurationType), QStringList{u"2"_s});
}

void TestOptionStore::takeRemote_marksWhatIsGone()
{
    StoreFixture store;
    OptionStore options(store.database());
    const IntegrationId integration = store.addIntegration();
    must(options.takeRemote(integration, OptionList::ConfigurationType,
                            {option(u"1"_s, u"A"_s), option(u"2"_s, u"B"_s)}, true));
    must(options.takeRemote(integration, OptionList::ConfigurationType, {option(u"2"_s, u"B"_s)}, true));
    const QList<StoredOption> stored = must(options.remote(integration));
    QCOMPARE(stored.at(0).isActive, false);
    QCOMPARE(stored.at(0).isSyncing, true);
    QCOMPARE(stored.at(1).isActive, true);
}

void TestOptionStore::takeRemote_followsARename()
{
    StoreFixture store;
    OptionStore options(store.database());
    const IntegrationId integration = store.addIntegration();
    must(options.takeRemote(integration, OptionList::ConfigurationType, {option(u"1"_s, u"Server"_s)}, true));
    const OptionId id = must(options.find(OptionList::ConfigurationType, u"Server"_s));
    must(options.takeRemote(integration, OptionList::ConfigurationType, {option(u"1"_s, u"Managed Server"_s)},
                            true));
    QCOMPARE(must(options.get(id)).name, u"Managed Server"_s);
    QCOMPARE(must(options.find(OptionList::ConfigurationType, u"managed server"_s)), id);
}

void TestOptionStore::takeRemote_keepsTheName_whereAnotherPsaUsesIt()
{
    StoreFixture store;
    OptionStore options(store.database());
    const IntegrationId one = store.addIntegration(u"One"_s);
    const IntegrationId two = store.addIntegration(u"Two"_s);
    for (const IntegrationId integration : {one, two})
        must(options.takeRemote(integration, OptionList::ConfigurationType, {option(u"1"_s, u"Server"_s)},
                                true));
    must(options.takeRemote(one, OptionList::ConfigurationType, {option(u"1"_s, u"Renamed"_s)}, true));
    QVERIFY(must(options.find(OptionList::ConfigurationType, u"Server"_s)) != 0);
    QCOMPARE(must(options.remote(one)).constFirst().name, u"Renamed"_s);
}

void TestOptionStore::regions_belongToTheirCountry()
{
    StoreFixture store;
    OptionStore options(store.database());
    const IntegrationId integration = store.addIntegration();
    must(options.takeRemote(integration, OptionList::Country,
                            {{.list = OptionList::Country, .remoteId = u"49"_s, .name = u"Germany"_s}},
                            false));
    must(options.takeRemote(
        integration, OptionList::Region,
        {{.list = OptionList::Region, .remoteId = u"5"_s, .name = u"Berlin"_s, .parentRemoteId = u"49"_s}},
        false));
    const OptionId germany = must(options.find(OptionList::Country, u"Germany"_s));
    QCOMPARE(must(options.all(OptionList::Region)).constFirst().parentId, germany);
}

void TestOptionStore::addRemote_leavesTheOthersAlone()
{
    StoreFixture store;
    OptionStore options(store.database());
    const IntegrationId integration = store.addIntegration();
    must(options.takeRemote(integration, OptionList::ConfigurationType, {option(u"1"_s, u"A"_s)}, true));
    must(options.addRemote(integration, {option(u"2"_s, u"B"_s), option(u"1"_s, u"not this"_s)}));
    const QList<StoredOption> stored = must(options.remote(integration));
    QCOMPARE(stored.size(), 2);
    QCOMPARE(stored.at(0).name, u"A"_s);
    QVERIFY(stored.at(0).isSyncing && stored.at(0).isActive);
    QVERIFY(!stored.at(1).isSyncing);
}

void TestOptionStore::setEnabled_ticksExactlyThese()
{
    StoreFixture store;
    OptionStore options(store.database());
    const IntegrationId integration = store.addIntegration();
    must(options.takeRemote(integration, OptionList::ConfigurationType,
                            {option(u"1"_s, u"A"_s), option(u"2"_s, u"B"_s)}, true));
    must(options.takeRemote(integration, OptionList::ContactType,
                            {{.list = OptionList::ContactType, .remoteId = u"1"_s, .name = u"C"_s}}, true));
    must(options.setEnabled(integration, {{OptionList::ConfigurationType, {u"2"_s}}}));
    QCOMPARE(ticked(store, integration, OptionList::ConfigurationType), QStringList{u"2"_s});
    QCOMPARE(ticked(store, integration, OptionList::ContactType), QStringList{u"1"_s});
    must(options.setEnabled(integration, {{OptionList::ConfigurationType, {}}}));
    QVERIFY(ticked(store, integration, OptionList::ConfigurationType).isEmpty());
}

QTEST_GUILESS_MAIN(TestOptionStore)
#include "tst_optionstore.moc"
