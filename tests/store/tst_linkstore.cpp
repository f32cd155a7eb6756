// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integrationstore.h"
#include "store/linkstore.h"
#include "store/outbox.h"
#include "store/recordstore.h"
#include "storefixture.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestLinkStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everything_isReadAsItWasWritten();
    void oneRecord_hasOneLinkWithAnIntegration();
    void oneRemoteRecord_hasOneLink();
    void byRemoteIds_findsOnlyItsOwn();
    void setState_changesOnlyTheBadge();
    void missingLink_isNotFound();
    void referenceBook_knowsRecords();
    void referenceBook_knowsOptions();
    void referenceBook_prefersTheActiveValue();
    void referenceBook_knowsNamesOfListsThatTravelByName();
    void referenceBook_knowsTheFirstLocation();
    void C4a_referenceBook_knowsTheGatesOfTheOrganization();
    void localBook_knowsWhatTheRecordsMention();

private:
    [[nodiscard]] Integration integration() const;
    OptionId takeOption(OptionList list, const QString &remoteId, const QString &name, bool isActive = true);

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<LinkStore> m_links;
    IntegrationId m_integration = 0;
    RecordId m_acme = 0;
    QHash<OptionList, QList<RemoteOption>> m_taken;
};

void TestLinkStore::init()
{
    m_taken.clear();
    m_links.reset();
    m_store = std::make_unique<StoreFixture>();
    m_links = std::make_unique<LinkStore>(m_store->database());
    m_integration = m_store->addIntegration();
    m_acme = m_store->addOrganization(u"Acme"_s);
}

Integration TestLinkStore::integration() const
{
    return must(IntegrationStore(m_store->database()).get(m_integration));
}

OptionId TestLinkStore::takeOption(OptionList list, const QString &remoteId, const QString &name,
                                   bool isActive)
{
    OptionStore options(m_store->database());
    m_taken[list].append({.list = list, .remoteId = remoteId, .name = name, .isActive = isActive});
    must(options.takeRemote(m_integration, list, m_taken.value(list), true));
    return must(options.find(list, name));
}

void TestLinkStore::everything_isReadAsItWasWritten()
{
    Link link = m_store->addLink(m_integration, m_acme, AssetKind::Organization, SyncState::Pending);
    QVERIFY(!must(m_links->get(m_integration, m_acme))->isLinked());
    link.remote = {.id = u"7"_s, .parentId = u"3"_s};
    link.baseline = {{u"name"_s, u"Acme"_s}, {u"short_name"_s, QJsonValue::Null}};
    link.version = u"v1"_s;
    link.state = SyncState::Error;
    link.message = u"No."_s;
    link.errorField = u"name"_s;
    link.syncedAt = StoreFixture::now();
    link.isDisabled = true;
    link.isOrphaned = true;
    must(m_links->update(link));
    const Link read = *must(m_links->get(m_integration, m_acme));
    QVERIFY(read.isLinked());
    QCOMPARE(read.id, link.id);
    QVERIFY(read.remote == link.remote);
    QCOMPARE(read.baseline, link.baseline);
    QCOMPARE(read.version, link.version);
    QCOMPARE(read.state, link.state);
    QCOMPARE(read.message, link.message);
    QCOMPARE(read.errorField, link.errorField);
    QCOMPARE(read.syncedAt, link.syncedAt);
    QVERIFY(read.isDisabled && read.isOrphaned);
    QCOMPARE(must(m_links->ofRecord(m_acme)).size(), 1);
}

void TestLinkStore::oneRecord_hasOneLinkWithAnIntegration()
{
    const Link link = m_store->addLink(m_integration, m_acme, AssetKind::Organization, SyncState::Synced);
    QVERIFY(!m_links->insert(link));
}

void TestLinkStore::oneRemoteRecord_hasOneLink()
{
    m_store->addLink(m_integration, m_acme, AssetKind::Organization, SyncState::Synced, u"7"_s);
    Link second;
    second.integrationId = m_integration;
    second.recordId = m_store->addOrganization(u"Beta"_s);
    second.remote.id = u"7"_s;
    QVERIFY(!m_links->insert(second));
    // Two that are not tied yet do not meet.
    second.remote.id.clear();
    QVERIFY(m_links->insert(second));
    m_store->addLink(m_integration, m_store->addOrganization(u"Gamma"_s), AssetKind::Organization,
                     SyncState::Held);
}

void TestLinkStore::byRemoteIds_findsOnlyItsOwn()
{
    const IntegrationId other = m_store->addIntegration(u"Other"_s);
    const RecordId server = m_store->addConfiguration(m_acme, u"DC01"_s);
    m_store->addLink(m_integration, m_acme, AssetKind::Organization, SyncState::Synced, u"7"_s);
    m_store->addLink(m_integration, server, AssetKind::Configuration, SyncState::Synced, u"7"_s);
    m_store->addLink(other, server, AssetKind::Configuration, SyncState::Synced, u"8"_s);
    const auto found =
        must(m_links->byRemoteIds(m_integration, AssetKind::Configuration, {u"7"_s, u"8"_s, u"x'y"_s}));
    QCOMPARE(found.keys(), QStringList{u"7"_s});
    QCOMPARE(found.value(u"7"_s).recordId, server);
    QCOMPARE(must(m_links->byRemote(other, AssetKind::Configuration, u"8"_s))->recordId, server);
    QVERIFY(!must(m_links->byRemote(other, AssetKind::Contact, u"8"_s)));
}

void TestLinkStore::setState_changesOnlyTheBadge()
{
    m_store->addLink(m_integration, m_acme, AssetKind::Organization, SyncState::Synced, u"7"_s,
                     {{u"name"_s, u"Acme"_s}});
    must(m_links->setState(m_integration, m_acme, SyncState::Error, u"No."_s, u"name"_s));
    const Link link = *must(m_links->get(m_integration, m_acme));
    QCOMPARE(link.state, SyncState::Error);
    QCOMPARE(link.message, u"No."_s);
    QCOMPARE(link.errorField, u"name"_s);
    QCOMPARE(link.remote.id, u"7"_s);
    QCOMPARE(link.baseline.size(), 1);
    must(m_links->setState(m_integration, m_acme, SyncState::Synced));
    QVERIFY(must(m_links->get(m_integration, m_acme))->message.isEmpty());
}

void TestLinkStore::missingLink_isNotFound()
{
    QCOMPARE(m_links->update(Link()).error().code, ErrorCode::NotFound);
    QVERIFY(!must(m_links->get(m_integration, m_acme)));
    QCOMPARE(m_links->setState(m_integration, 4711, SyncState::Synced).error().code, ErrorCode::NotFound);
    // A record that begins to concern the integration gets its row with the first state it shows.
    must(m_links->setState(m_integration, m_acme, SyncState::Pending));
    const Link link = *must(m_links->get(m_integration, m_acme));
    QCOMPARE(link.state, SyncState::Pending);
    QCOMPARE(link.kind, AssetKind::Organization);
    QVERIFY(!link.isLinked());
}

void TestLinkStore::referenceBook_knowsRecords()
{
    const RecordId linked = m_store->addLocation(m_acme, u"Linked"_s);
    const RecordId waiting = m_store->addContact(m_acme, u"Waiting"_s);
    m_store->addLink(m_integration, linked, AssetKind::Location, SyncState::Synced, u"9"_s);
    must(Outbox(m_store->database())
             .enqueue(m_integration, waiting, AssetKind::Contact, {}, StoreFixture::now()));
    const ReferenceBook book = must(m_links->referenceBook(
        integration(), AssetKind::Configuration,
        {{u"organization"_s, m_acme}, {u"location"_s, linked}, {u"contact"_s, waiting}}));
    QCOMPARE(book.records.size(), 3);
    QCOMPARE(book.records.value(linked).remoteId, u"9"_s);
    QCOMPARE(book.records.value(linked).isOnItsWay, false);
    QCOMPARE(book.records.value(waiting).remoteId, QString());
    QCOMPARE(book.records.value(waiting).isOnItsWay, true);
    QCOMPARE(book.records.value(waiting).kind, AssetKind::Contact);
    QCOMPARE(book.records.value(m_acme).name, u"Acme"_s);
    QCOMPARE(book.records.value(m_acme).isOnItsWay, false);
}

void TestLinkStore::referenceBook_knowsOptions()
{
    const OptionId server = takeOption(OptionList::ConfigurationType, u"4"_s, u"Server"_s);
    const OptionId own =
        must(OptionStore(m_store->database()).findOrCreate(OptionList::Manufacturer, u"Homemade"_s));
    must(OptionStore(m_store->database()).setEnabled(m_integration, {{OptionList::ConfigurationType, {}}}));
    const ReferenceBook book =
        must(m_links->referenceBook(integration(), AssetKind::Configuration,
                                    {{u"configuration_type"_s, server}, {u"manufacturer"_s, own}}));
    QCOMPARE(book.options.value(server).remoteId, u"4"_s);
    QCOMPARE(book.options.value(server).list, OptionList::ConfigurationType);
    QCOMPARE(book.options.value(server).isSyncing, false);
    QCOMPARE(book.options.value(server).isActive, true);
    QCOMPARE(book.options.value(own).remoteId, QString());
    QCOMPARE(book.options.value(own).name, u"Homemade"_s);
}

void TestLinkStore::referenceBook_prefersTheActiveValue()
{
    takeOption(OptionList::ConfigurationType, u"1"_s, u"Server"_s, false);
    takeOption(OptionList::ConfigurationType, u"2"_s, u"Server"_s, true);
    const OptionId server = takeOption(OptionList::ConfigurationType, u"3"_s, u"Server"_s, false);
    const ReferenceBook book = must(
        m_links->referenceBook(integration(), AssetKind::Configuration, {{u"configuration_type"_s, server}}));
    QCOMPARE(book.options.value(server).remoteId, u"2"_s);
}

void TestLinkStore::referenceBook_knowsNamesOfListsThatTravelByName()
{
    takeOption(OptionList::EmailType, u"1"_s, u"Work"_s);
    takeOption(OptionList::Member, u"2"_s, u"Ann Lee"_s);
    const ReferenceBook contact = must(m_links->referenceBook(integration(), AssetKind::Contact, {}));
    QCOMPARE(contact.byName.value(OptionList::EmailType).value(u"work"_s).name, u"Work"_s);
    QVERIFY(contact.byName.contains(OptionList::PhoneType));
    const ReferenceBook configuration =
        must(m_links->referenceBook(integration(), AssetKind::Configuration, {}));
    QCOMPARE(configuration.byName.value(OptionList::Member).value(u"ann lee"_s).remoteId, u"2"_s);
}

void TestLinkStore::referenceBook_knowsTheFirstLocation()
{
    const RecordId first = m_store->addLocation(m_acme, u"First"_s);
    const RecordId second = m_store->addLocation(m_acme, u"Second"_s);
    ReferenceBook book = must(m_links->referenceBook(integration(), AssetKind::Organization, {}, m_acme));
    QCOMPARE(book.firstLocationId, first);
    QCOMPARE(book.firstLocationName, u"First"_s);
    book = must(m_links->referenceBook(integration(), AssetKind::Organization,
                                       {{u"primary_location"_s, second}}, m_acme));
    QCOMPARE(book.firstLocationName, u"Second"_s);
    book = must(m_links->referenceBook(integration(), AssetKind::Organization, {},
                                       m_store->addOrganization(u"None"_s)));
    QCOMPARE(book.firstLocationId, 0);
}

void TestLinkStore::C4a_referenceBook_knowsTheGatesOfTheOrganization()
{
    const OptionId customer = takeOption(OptionList::OrganizationType, u"1"_s, u"Customer"_s);
    const OptionId active = takeOption(OptionList::OrganizationStatus, u"2"_s, u"Active"_s);
    const RecordId organization = m_store->add(
        AssetKind::Organization,
        {{u"name"_s, u"Beta"_s}, {u"organization_type"_s, customer}, {u"organization_status"_s, active}});
    const ReferenceBook book =
        must(m_links->referenceBook(integration(), AssetKind::Contact, {{u"organization"_s, organization}}));
    QCOMPARE(book.organizationGates.size(), 2);
    QCOMPARE(book.organizationGates.at(0).name, u"Customer"_s);
    QCOMPARE(book.organizationGates.at(0).isSyncing, true);
    QCOMPARE(book.organizationGates.at(1).remoteId, u"2"_s);
}

void TestLinkStore::localBook_knowsWhatTheRecordsMention()
{
    const OptionId server = takeOption(OptionList::ConfigurationType, u"4"_s, u"Server"_s);
    takeOption(OptionList::ConfigurationType, u"5"_s, u"Printer"_s);
    takeOption(OptionList::Member, u"6"_s, u"Ann Lee"_s);
    const OptionId model = must(OptionStore(m_store->database()).findOrCreate(OptionList::Model, u"R740"_s));
    const RecordId contact = m_store->addContact(m_acme, u"Ann"_s);
    m_store->addLink(m_integration, m_acme, AssetKind::Organization, SyncState::Synced, u"10"_s);
    m_store->addLink(m_integration, contact, AssetKind::Contact, SyncState::Synced, u"11"_s);
    RemoteRecord remote;
    remote.kind = AssetKind::Configuration;
    remote.key.id = u"99"_s;
    remote.values = {{u"organization"_s, u"10"_s}, {u"contact"_s, u"11"_s}, {u"configuration_type"_s, u"4"_s},
                     {u"installed_by"_s, u"6"_s},  {u"model"_s, u"r740"_s}, {u"location"_s, u"12"_s}};
    const LocalBook book = must(m_links->localBook(integration(), {remote}));
    QCOMPARE(book.records.value({AssetKind::Organization, u"10"_s}), m_acme);
    QCOMPARE(book.records.value({AssetKind::Contact, u"11"_s}), contact);
    QVERIFY(!book.records.contains({AssetKind::Location, u"12"_s}));
    QCOMPARE(book.organizationOf.value(contact), m_acme);
    QCOMPARE(book.options.value({OptionList::ConfigurationType, u"4"_s}), server);
    QVERIFY(!book.options.contains({OptionList::ConfigurationType, u"5"_s}));
    QCOMPARE(book.optionNames.value({OptionList::Member, u"6"_s}), u"Ann Lee"_s);
    QCOMPARE(book.optionsByName.value({OptionList::Model, u"r740"_s}), model);
}

QTEST_GUILESS_MAIN(TestLinkStore)
#include "tst_linkstore.moc"
