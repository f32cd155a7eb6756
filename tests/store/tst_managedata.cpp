// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/managedata.h"

#include "store/linkstore.h"
#include "store/outbox.h"
#include "store/recordstore.h"
#include "storefixture.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestManageData : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void G1_eachLinkIsInOneSection();
    void G1_groupsCountByKindTypeAndStatus();
    void G1_groupsTellWhetherTheySync();
    void G1_selectionNarrows_data();
    void G1_selectionNarrows();
    void G1_recordsComeInPages();
    void G3_valuesTellWhatEachIntegrationMakesOfThem();
    void G3_labelsAreCountedToo();

private:
    void setMark(RecordId record, const std::function<void(Link &)> &change);
    OptionId option(OptionList list, const QString &name);
    QString words(LinkSection section);

    std::unique_ptr<StoreFixture> m_store;
    IntegrationId m_integration = 0;
    RecordId m_acme = 0;
    OptionId m_server = 0;
    OptionId m_printer = 0;
    QList<RecordId> m_configurations; ///< three servers, a printer, one without type
};

void TestManageData::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_store = std::make_unique<StoreFixture>();
    m_integration = m_store->addIntegration();
    m_acme = m_store->addOrganization(u"Acme"_s);
    m_store->addLink(m_integration, m_acme, AssetKind::Organization, SyncState::Synced, u"1"_s);
    m_server = option(OptionList::ConfigurationType, u"Server"_s);
    m_printer = option(OptionList::ConfigurationType, u"Printer"_s);
    const OptionId active = option(OptionList::ConfigurationStatus, u"Active"_s);
    m_configurations.clear();
    for (const OptionId type : {m_server, m_server, m_server, m_printer, OptionId(0)}) {
        FieldValues fields;
        if (type != 0)
            fields = {{u"configuration_type"_s, type}, {u"configuration_status"_s, active}};
        const RecordId id = m_store->addConfiguration(m_acme, u"C%1"_s.arg(m_configurations.size()), fields);
        m_store->addLink(m_integration, id, AssetKind::Configuration, SyncState::Synced, QString::number(id));
        m_configurations.append(id);
    }
    // Neither is linked with this integration.
    m_store->addLink(m_integration, m_store->addOrganization(u"New"_s), AssetKind::Organization,
                     SyncState::NotYetPushed);
    m_store->addLink(m_store->addIntegration(u"Other"_s), m_configurations.at(0), AssetKind::Configuration,
                     SyncState::Synced, u"x"_s);
}

void TestManageData::setMark(RecordId record, const std::function<void(Link &)> &change)
{
    LinkStore links(m_store->database());
    Link link = *must(links.get(m_integration, record));
    change(link);
    must(links.update(link));
}

OptionId TestManageData::option(OptionList list, const QString &name)
{
    return must(OptionStore(m_store->database()).findOrCreate(list, name));
}

QString TestManageData::words(LinkSection section)
{
    QStringList lines;
    for (const LinkGroup &group : must(linkGroups(m_store->database(), m_integration, section))) {
        lines.append(
            u"%1/%2/%3 %4 disabled %5 waiting %6"_s.arg(kindName(group.kind), group.type, group.status)
                .arg(group.count)
                .arg(group.disabled)
                .arg(group.waiting));
    }
    return lines.join(u'\n');
}

void TestManageData::G1_eachLinkIsInOneSection()
{
    setMark(m_configurations.at(0), [](Link &link) { link.isDisabled = true; });
    setMark(m_configurations.at(1), [](Link &link) { link.isOrphaned = true; });
    setMark(m_configurations.at(2), [](Link &link) {
        link.isOrphaned = true;
        link.state = SyncState::Disconnected;
    });
    const auto ids = [this](LinkSection section) {
        return must(linkedRecords(m_store->database(), {.integrationId = m_integration, .section = section}));
    };
    QCOMPARE(
        ids(LinkSection::Synced),
        (QList<RecordId>{m_acme, m_configurations.at(0), m_configurations.at(3), m_configurations.at(4)}));
    QCOMPARE(ids(LinkSection::Orphaned), QList<RecordId>{m_configurations.at(1)});
    QCOMPARE(ids(LinkSection::Disconnected), QList<RecordId>{m_configurations.at(2)});
}

void TestManageData::G1_groupsCountByKindTypeAndStatus()
{
    setMark(m_configurations.at(0), [](Link &link) { link.isDisabled = true; });
    must(Outbox(m_store->database())
             .enqueue(m_integration, m_configurations.at(1), AssetKind::Configuration, u"ann"_s,
                      StoreFixture::now()));
    setMark(m_configurations.at(2), [](Link &link) { link.isOrphaned = true; });
    QCOMPARE(words(LinkSection::Synced),
             u"organization// 1 disabled 0 waiting 0\n"
             "configuration// 1 disabled 0 waiting 0\n"
             "configuration/Printer/Active 1 disabled 0 waiting 0\n"
             "configuration/Server/Active 2 disabled 1 waiting 1"_s);
    QCOMPARE(words(LinkSection::Orphaned), u"configuration/Server/Active 1 disabled 0 waiting 0"_s);
    QCOMPARE(words(LinkSection::Disconnected), QString());
}

void TestManageData::G1_groupsTellWhetherTheySync()
{
    OptionStore options(m_store->database());
    must(options.takeRemote(
        m_integration, OptionList::ConfigurationType,
        {{.list = OptionList::ConfigurationType, .remoteId = u"1"_s, .name = u"Server"_s},
         {.list = OptionList::ConfigurationType, .remoteId = u"2"_s, .name = u"Printer"_s}},
        false));
    must(options.takeRemote(
        m_integration, OptionList::ConfigurationStatus,
        {{.list = OptionList::ConfigurationStatus, .remoteId = u"1"_s, .name = u"Active"_s}}, true));
    must(options.setEnabled(m_integration, {{OptionList::ConfigurationType, {u"1"_s}}}));
    const RecordId contact = m_store->addContact(m_acme, u"Ann"_s);
    m_store->addLink(m_integration, contact, AssetKind::Contact, SyncState::Synced, u"9"_s);
    const auto active = [this] {
        QStringList names;
        for (const LinkGroup &group :
             must(linkGroups(m_store->database(), m_integration, LinkSection::Synced))) {
            if (group.isSyncActive)
                names.append(kindName(group.kind) + u' ' + group.type);
        }
        return names;
    };
    QCOMPARE(active(), (QStringList{u"contact "_s, u"configuration Server"_s}));
    m_store->changeIntegration(m_integration,
                               [](Integration &integration) { integration.settings.contacts = false; });
    QCOMPARE(active(), QStringList{u"configuration Server"_s});
}

void TestManageData::G1_selectionNarrows_data()
{
    QTest::addColumn<bool>("configurationsOnly");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QList<int>>("picked");
    QTest::addColumn<QList<int>>("expected"); // -1: the organization
    QTest::newRow("all") << false << u""_s << QList<int>{} << QList<int>{-1, 0, 1, 2, 3, 4};
    QTest::newRow("kind") << true << u""_s << QList<int>{} << QList<int>{0, 1, 2, 3, 4};
    QTest::newRow("type") << true << u"Server"_s << QList<int>{} << QList<int>{0, 1, 2};
    QTest::newRow("blank type") << true << u"none"_s << QList<int>{} << QList<int>{4};
    QTest::newRow("single ones") << false << u""_s << QList<int>{3, 1} << QList<int>{1, 3};
    QTest::newRow("single ones of a type") << true << u"Server"_s << QList<int>{3, 1} << QList<int>{1};
}

void TestManageData::G1_selectionNarrows()
{
    QFETCH(const bool, configurationsOnly);
    QFETCH(const QString, type);
    QFETCH(const QList<int>, picked);
    QFETCH(const QList<int>, expected);
    const auto idOf = [this](int n) { return n < 0 ? m_acme : m_configurations.at(n); };
    for (const LinkSection section :
         {LinkSection::Synced, LinkSection::Orphaned, LinkSection::Disconnected}) {
        for (const RecordId id : QList<RecordId>{m_acme} + m_configurations) {
            setMark(id, [section](Link &link) {
                link.isOrphaned = section == LinkSection::Orphaned;
                link.state =
                    section == LinkSection::Disconnected ? SyncState::Disconnected : SyncState::Synced;
            });
        }
        LinkSelection selection{.integrationId = m_integration, .section = section};
        if (configurationsOnly)
            selection.kind = AssetKind::Configuration;
        if (!type.isEmpty())
            selection.typeId = type == u"none"_s ? 0 : m_server;
        for (const int n : picked)
            selection.ids.append(idOf(n));
        QList<RecordId> wanted;
        for (const int n : expected)
            wanted.append(idOf(n));
        QCOMPARE(must(linkedRecords(m_store->database(), selection)), wanted);
    }
}

void TestManageData::G1_recordsComeInPages()
{
    const LinkSelection all{.integrationId = m_integration};
    QList<RecordId> ids;
    for (;;) {
        const QList<RecordId> page =
            must(linkedRecords(m_store->database(), all, ids.isEmpty() ? 0 : ids.constLast(), 4));
        QVERIFY(page.size() <= 4);
        if (page.isEmpty())
            break;
        ids += page;
    }
    QCOMPARE(ids, QList<RecordId>{m_acme} + m_configurations);
}

void TestManageData::G3_valuesTellWhatEachIntegrationMakesOfThem()
{
    const IntegrationId gone = m_store->addIntegration(u"Gone"_s);
    m_store->changeIntegration(gone, [](Integration &integration) { integration.isDisconnected = true; });
    OptionStore options(m_store->database());
    // Two of the PSA's values by one name: the one that is in use counts.
    must(options.takeRemote(
        m_integration, OptionList::ConfigurationType,
        {{.list = OptionList::ConfigurationType, .remoteId = u"1"_s, .name = u"SERVER"_s},
         {.list = OptionList::ConfigurationType, .remoteId = u"2"_s, .name = u"server"_s, .isActive = false},
         {.list = OptionList::ConfigurationType, .remoteId = u"3"_s, .name = u"Firewall"_s}},
        false));
    must(options.setEnabled(m_integration, {{OptionList::ConfigurationType, {u"1"_s}}}));
    QStringList lines;
    for (const OptionUse &use : must(optionUses(m_store->database(), OptionList::ConfigurationType))) {
        QString line = u"%1 %2:"_s.arg(use.name).arg(use.records);
        for (const OptionUse::Entry &entry : use.integrations) {
            line += u" %1 %2 %3"_s.arg(entry.remoteName.isEmpty() ? u"-"_s : entry.remoteName)
                        .arg(int(entry.sync))
                        .arg(entry.isActive);
        }
        lines.append(line);
    }
    QCOMPARE(lines,
             (QStringList{u"Firewall 0: Firewall 1 1 - 2 1"_s, u"Printer 1: - 2 1 - 2 1"_s,
                          u"Server 3: SERVER 0 1 - 2 1"_s}));
}

void TestManageData::G3_labelsAreCountedToo()
{
    option(OptionList::EmailType, u"Work"_s);
    const auto email = [](const QString &label) {
        return QJsonObject{{u"value"_s, u"a@b.c"_s}, {u"label"_s, label}};
    };
    m_store->addContact(m_acme, u"Ann"_s, {{u"emails"_s, QJsonArray{email(u"Work"_s), email(u"Work"_s)}}});
    m_store->addContact(m_acme, u"Bob"_s, {{u"emails"_s, QJsonArray{email(u"Home"_s)}}});
    const QList<OptionUse> uses = must(optionUses(m_store->database(), OptionList::EmailType));
    QCOMPARE(uses.size(), 1);
    QCOMPARE(uses.constFirst().records, 1);
}

QTEST_GUILESS_MAIN(TestManageData)
#include "tst_managedata.moc"
