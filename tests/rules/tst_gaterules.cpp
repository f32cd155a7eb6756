// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/gates.h"

#include "core/field.h"
#include "rules/syncsettings.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <functional>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Rules C4 and C5: what holds a record, in which words, and what can be done about it. */
class TestGateRules final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void recordThatMeetsTheRules_isNotHeld_data();
    void recordThatMeetsTheRules_isNotHeld();

    void C4a_typeThatDoesNotSync_isHeld();
    void C4a_ownTypeOrStatus_holds_data();
    void C4a_ownTypeOrStatus_holds();
    void C4a_blankTypeOrStatusOfAnOrganization_isHeld();
    void C4a_organizationThatDoesNotSync_holdsWhatBelongsToIt_data();
    void C4a_organizationThatDoesNotSync_holdsWhatBelongsToIt();
    void C4a_linkedRecord_isHeldToo();
    void C4b_organizationNotInThePsa_isHeld();
    void C4b_organizationOnItsWay_opensByItself();
    void C4b_linkedRecordWithoutItsOrganizationThere_isHeld();
    void C4c_connectwiseRequiredField_blankIsHeld_data();
    void C4c_connectwiseRequiredField_blankIsHeld();
    void C4c_connectwiseConfigurationWithoutStatus_isHeld();
    void C4c_connectwiseCompanyWithoutLocation_isHeld();
    void C4c_connectwiseContactWithoutEmailOrLastName_isNotHeld();
    void C4d_tooLongValue_isHeld_data();
    void C4d_tooLongValue_isHeld();
    void C4e_whatIsSwitchedOff_holds_data();
    void C4e_whatIsSwitchedOff_holds();
    void C4e_kindThatIsOff_holdsOnlyItsOwn();
    void C4g_valueThePsaDoesNotHave_isHeld_data();
    void C4g_valueThePsaDoesNotHave_isHeld();
    void C4g_recordNotInThePsa_isHeld_data();
    void C4g_recordNotInThePsa_isHeld();
    void C4g_firstSiteOfANewCompany_holdsNothing();
    void update_isHeldOnlyByFieldsThatTravel_data();
    void update_isHeldOnlyByFieldsThatTravel();
    void C5_allGatesAreListedAtOnce();
    void C5_disconnected_stillListsTheOthers();
    void heldMessage_isTheFirstReasonAndTheNumberOfOthers();
};

namespace {

constexpr RecordId organizationId = 1;
constexpr RecordId recordId = 42;
constexpr OptionId typeId = 11;
constexpr OptionId statusId = 12;
const QString integration = u"Main ConnectWise"_s;

const KindMap &mapOf(AssetKind kind)
{
    return FieldMap::shipped(Platform::ConnectWise)->kind(kind);
}

OptionList typeListOf(AssetKind kind)
{
    return kind == AssetKind::Organization ? OptionList::OrganizationType : OptionList::ConfigurationType;
}

OptionList statusListOf(AssetKind kind)
{
    return kind == AssetKind::Organization ? OptionList::OrganizationStatus : OptionList::ConfigurationStatus;
}

/** A new record that nothing holds. */
GateFacts openFacts(AssetKind kind)
{
    GateFacts facts{.platform = Platform::ConnectWise, .integrationName = integration};
    facts.settings.twoWay = true;
    facts.record.id = kind == AssetKind::Organization ? organizationId : recordId;
    facts.record.kind = kind;
    FieldValues &fields = facts.record.fields;
    ReferenceBook &book = facts.book;
    switch (kind) {
    case AssetKind::Organization:
        fields = {{u"name"_s, u"Acme GmbH"_s}, {u"short_name"_s, u"ACME"_s}};
        book.firstLocationId = 2;
        book.firstLocationName = u"Main"_s;
        break;
    case AssetKind::Location:
        fields = {{u"name"_s, u"Main"_s}};
        break;
    case AssetKind::Contact:
        fields = {{u"first_name"_s, u"Ann"_s}};
        break;
    case AssetKind::Configuration:
        fields = {{u"name"_s, u"ACME-DC01"_s}};
        break;
    case AssetKind::Count:
        break;
    }
    if (kind == AssetKind::Organization || kind == AssetKind::Configuration) {
        fields.insert(optionListName(typeListOf(kind)), typeId);
        fields.insert(optionListName(statusListOf(kind)), statusId);
        book.options.insert(typeId, {typeListOf(kind), u"Kind One"_s, u"501"_s, true, true});
        book.options.insert(statusId, {statusListOf(kind), u"Active"_s, u"502"_s, true, true});
    }
    if (kind != AssetKind::Organization) {
        fields.insert(u"organization"_s, organizationId);
        book.records.insert(organizationId, {AssetKind::Organization, u"Acme GmbH"_s, u"100"_s});
        book.organizationGates = {{OptionList::OrganizationType, u"Customer"_s, u"1"_s, true, true},
                                  {OptionList::OrganizationStatus, u"Active"_s, u"2"_s, true, true}};
    }
    return facts;
}

/** Converts the record as the engine does before it asks. */
QList<Gate> gatesFor(GateFacts facts)
{
    const KindMap &map = mapOf(facts.record.kind);
    facts.sendable = toRemote(facts.record.kind, facts.record.fields, map, facts.book, facts.settings);
    return gatesOf(facts, map);
}

QStringList rulesOf(const QList<Gate> &gates)
{
    QStringList rules;
    for (const Gate &gate : gates)
        rules.append(gate.rule);
    return rules;
}

QStringList fieldsOfGates(const QList<Gate> &gates)
{
    QStringList fields;
    for (const Gate &gate : gates)
        fields.append(gate.field);
    return fields;
}

QStringList commandsOf(const Gate &gate)
{
    QStringList commands;
    for (const Remedy &remedy : gate.remedies)
        commands.append(remedy.command.join(u' '));
    return commands;
}

bool isId(const QString &word)
{
    bool isNumber = false;
    return word.toLongLong(&isNumber) > 0 && isNumber;
}

bool areFields(AssetKind kind, const QStringList &words)
{
    return !words.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return word.contains(u'=') && findField(kind, word.section(u'=', 0, 0));
    });
}

/** Whether tandemctl.md knows such a command line. */
bool isCommandLine(const QStringList &words)
{
    const QString command = words.value(0);
    if (command == "why"_L1)
        return words.size() == 3 && kindFromName(words.at(1)) && isId(words.at(2));
    if (command == "record"_L1) {
        const auto kind = kindFromName(words.value(2));
        if (!kind)
            return false;
        if (words.at(1) == "create"_L1)
            return areFields(*kind, words.mid(3));
        if (words.at(1) == "set"_L1)
            return isId(words.value(3)) && areFields(*kind, words.mid(4));
        return words.at(1) == "enable"_L1 && words.size() == 4 && isId(words.at(3));
    }
    if (command != "integration"_L1 || words.value(2) != integration)
        return false;
    if (words.at(1) == "resume"_L1 || words.at(1) == "types"_L1)
        return words.size() == 3;
    if (words.at(1) != "settings"_L1 || words.size() != 4 || !words.at(3).contains(u'='))
        return false;
    QString key = words.at(3).section(u'=', 0, 0);
    const QString value = words.at(3).section(u'=', 1);
    if (key.endsWith(u'+'))
        key.chop(1);
    static const QSet<QString> flags{u"two_way"_s, u"contacts"_s, u"locations"_s};
    if (flags.contains(key))
        return value == "true"_L1;
    return !value.isEmpty()
        && std::any_of(allOptionLists.begin(), allOptionLists.end(),
                       [&](OptionList list) { return optionListKey(list) == key; });
}

/** What every gate owes the person it holds up. */
QString faultOf(const Gate &gate)
{
    static const QStringList known{u"C4a"_s, u"C4b"_s, u"C4c"_s, u"C4d"_s, u"C4e"_s, u"C4g"_s};
    if (!known.contains(gate.rule))
        return u"no rule"_s;
    if (gate.reason.isEmpty() || !gate.reason.endsWith(u'.') || gate.reason.contains(u'%'))
        return u"no sentence: "_s + gate.reason;
    if (gate.remedies.isEmpty())
        return u"no remedy: "_s + gate.reason;
    for (const Remedy &remedy : gate.remedies) {
        if (remedy.text.isEmpty() || remedy.text.contains(u'%'))
            return u"a button without text: "_s + gate.reason;
        if (remedy.kind != Remedy::Kind::Reconnect && !isCommandLine(remedy.command))
            return u"no command line: "_s + remedy.command.join(u' ');
    }
    return {};
}

#define CHECK_GATES(gates)                                                                                   \
    for (const Gate &checked : (gates))                                                                      \
    QVERIFY2(faultOf(checked).isEmpty(), qPrintable(faultOf(checked)))

} // namespace

void TestGateRules::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestGateRules::recordThatMeetsTheRules_isNotHeld_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<bool>("isLinked");
    for (const AssetKind kind : allKinds) {
        QTest::addRow("new %s", qPrintable(kindName(kind))) << kind << false;
        QTest::addRow("linked %s", qPrintable(kindName(kind))) << kind << true;
    }
}

void TestGateRules::recordThatMeetsTheRules_isNotHeld()
{
    QFETCH(AssetKind, kind);
    QFETCH(bool, isLinked);
    GateFacts facts = openFacts(kind);
    facts.isLinked = isLinked;
    facts.changed = isLinked ? QStringList{u"name"_s} : QStringList();
    const QList<Gate> gates = gatesFor(facts);
    QVERIFY2(gates.isEmpty(), qPrintable(heldMessage(gates)));
    QCOMPARE(heldMessage(gates), QString());
}

void TestGateRules::C4a_typeThatDoesNotSync_isHeld()
{
    GateFacts facts = openFacts(AssetKind::Organization);
    facts.book.options[typeId].name = u"Prospect"_s;
    facts.book.options[typeId].isSyncing = false;
    const QList<Gate> gates = gatesFor(facts);
    CHECK_GATES(gates);
    QCOMPARE(rulesOf(gates), QStringList{u"C4a"_s});
    const Gate &gate = gates.constFirst();
    QCOMPARE(gate.reason, u"Type \"Prospect\" is not set to sync."_s);
    QCOMPARE(gate.field, u"organization_type"_s);
    QVERIFY(!gate.opensByItself);
    QCOMPARE(commandsOf(gate),
             (QStringList{u"record set organization 1 organization_type="_s,
                          u"integration settings Main ConnectWise organization_types+=Prospect"_s}));
    QVERIFY(gate.remedies.at(1).kind == Remedy::Kind::EnableValue);
    QCOMPARE(gate.remedies.at(1).remoteId, u"501"_s);
    QVERIFY(gate.remedies.at(1).list == OptionList::OrganizationType);
}

void TestGateRules::C4a_ownTypeOrStatus_holds_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<OptionId>("option");
    QTest::addColumn<QString>("field");
    for (const AssetKind kind : {AssetKind::Organization, AssetKind::Configuration}) {
        QTest::addRow("type of %s", qPrintable(kindName(kind)))
            << kind << typeId << optionListName(typeListOf(kind));
        QTest::addRow("status of %s", qPrintable(kindName(kind)))
            << kind << statusId << optionListName(statusListOf(kind));
    }
}

void TestGateRules::C4a_ownTypeOrStatus_holds()
{
    QFETCH(AssetKind, kind);
    QFETCH(OptionId, option);
    QFETCH(QString, field);
    GateFacts facts = openFacts(kind);
    facts.book.options[option].isSyncing = false;
    const QList<Gate> gates = gatesFor(facts);
    CHECK_GATES(gates);
    QCOMPARE(rulesOf(gates), QStringList{u"C4a"_s});
    QCOMPARE(gates.constFirst().field, field);
    QCOMPARE(gates.constFirst().remedies.size(), 2);
}

void TestGateRules::C4a_blankTypeOrStatusOfAnOrganization_isHeld()
{
    GateFacts facts = openFacts(AssetKind::Organization);
    facts.record.fields.remove(u"organization_type"_s);
    facts.record.fields.insert(u"organization_status"_s, QJsonValue::Null);
    const QList<Gate> gates = gatesFor(facts);
    CHECK_GATES(gates);
    QCOMPARE(rulesOf(gates), (QStringList{u"C4a"_s, u"C4a"_s}));
    QCOMPARE(gates.constFirst().reason, u"Type is blank, so Sync Settings cannot allow it."_s);
}

void TestGateRules::C4a_organizationThatDoesNotSync_holdsWhatBelongsToIt_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<int>("gate");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QStringList>("commands");
    for (const AssetKind kind : {AssetKind::Location, AssetKind::Contact, AssetKind::Configuration}) {
        const QString of = kindName(kind);
        QTest::addRow("%s, type", qPrintable(of))
            << kind << 0 << u"Prospect"_s << u"Type \"Prospect\" of its organization is not set to sync."_s
            << QStringList{u"record set organization 1 organization_type="_s,
                           u"integration settings Main ConnectWise organization_types+=Prospect"_s};
        QTest::addRow("%s, status", qPrintable(of))
            << kind << 1 << u"Inactive"_s << u"Status \"Inactive\" of its organization is not set to sync."_s
            << QStringList{u"record set organization 1 organization_status="_s,
                           u"integration settings Main ConnectWise organization_statuses+=Inactive"_s};
        QTest::addRow("%s, blank type", qPrintable(of))
            << kind << 0 << QString()
            << u"Type of its organization is blank, so Sync Settings cannot allow it."_s
            << QStringList{u"record set organization 1 organization_type="_s};
    }
}

void TestGateRules::C4a_organizationThatDoesNotSync_holdsWhatBelongsToIt()
{
    QFETCH(AssetKind, kind);
    QFETCH(int, gate);
    QFETCH(QString, name);
    QFETCH(QString, reason);
    QFETCH(QStringList, commands);
    GateFacts facts = openFacts(kind);
    facts.book.organizationGates[gate].name = name;
    facts.book.organizationGates[gate].isSyncing = false;
    const QList<Gate> gates = gatesFor(facts);
    CHECK_GATES(gates);
    QCOMPARE(rulesOf(gates), QStringList{u"C4a"_s});
    QCOMPARE(gates.constFirst().reason, reason);
    QCOMPARE(commandsOf(gates.constFirst()), commands);
}

void TestGateRules::C4a_linkedRecord_isHeldToo()
{
    GateFacts facts = openFacts(AssetKind::Configuration);
    facts.isLinked = true;
    facts.changed = QStringList{u"notes"_s};
    facts.book.options[typeId].isSyncing = false;
    QCOMPARE(rulesOf(gatesFor(facts)), QStringList{u"C4a"_s});
}

void TestGateRules::C4b_organizationNotInThePsa_isHeld()
{
    for (const AssetKind kind : {AssetKind::Location, AssetKind::Contact, AssetKind::Configuration}) {
        GateFacts facts = openFacts(kind);
        facts.book.records[organizationId].remoteId.clear();
        const QList<Gate> gates = gatesFor(facts);
        CHECK_GATES(gates);
        QCOMPARE(rulesOf(gates), QStringList{u"C4b"_s});
        QCOMPARE(gates.constFirst().reason, u"Its organization \"Acme GmbH\" is not in ConnectWise."_s);
        QCOMPARE(gates.constFirst().field, u"organization"_s);
        QVERIFY(!gates.constFirst().opensByItself);
        QCOMPARE(commandsOf(gates.constFirst()), QStringList{u"why organization 1"_s});
        QCOMPARE(gates.constFirst().remedies.constFirst().recordId, organizationId);
    }
}

void TestGateRules::C4b_organizationOnItsWay_opensByItself()
{
    GateFacts facts = openFacts(AssetKind::Configuration);
    facts.book.records[organizationId].remoteId.clear();
    facts.book.records[organizationId].isOnItsWay = true;
    const QList<Gate> gates = gatesFor(facts);
    CHECK_GATES(gates);
    QCOMPARE(rulesOf(gates), QStringList{u"C4b"_s});
    QVERIFY(gates.constFirst().opensByItself);
    QCOMPARE(gates.constFirst().reason,
             u"It waits for its organization \"Acme GmbH\", which is on its way to ConnectWise."_s);
}

void TestGateRules::C4b_linkedRecordWithoutItsOrganizationThere_isHeld()
{
    GateFacts facts = openFacts(AssetKind::Configuration);
    facts.isLinked = true;
    facts.changed = QStringList{u"organization"_s};
    facts.book.records[organizationId].remoteId.clear();
    QCOMPARE(rulesOf(gatesFor(facts)), QStringList{u"C4b"_s});
}

void TestGateRules::C4c_connectwiseRequiredField_blankIsHeld_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("label");
    QTest::newRow("company name") << AssetKind::Organization << u"name"_s << u"Name"_s;
    QTest::newRow("company identifier") << AssetKind::Organization << u"short_name"_s << u"Short name"_s;
    QTest::newRow("site name") << AssetKind::Location << u"name"_s << u"Name"_s;
    QTest::newRow("site organization") << AssetKind::Location << u"organization"_s << u"Organization"_s;
    QTest::newRow("contact first name") << AssetKind::Contact << u"first_name"_s << u"First name"_s;
    QTest::newRow("configuration name") << AssetKind::Configuration << u"name"_s << u"Name"_s;
    QTest::newRow("configuration type") << AssetKind::Configuration << u"configuration_type"_s << u"Type"_s;
    QTest::newRow("configuration status")
        << AssetKind::Configuration << u"configuration_status"_s << u"Status"_s;
}

void TestGateRules::C4c_connectwiseRequiredField_blankIsHeld()
{
    QFETCH(AssetKind, kind);
    QFETCH(QString, field);
    QFETCH(QString, label);
    GateFacts facts = openFacts(kind);
    const bool isText = facts.record.fields.value(field).isString();
    facts.record.fields.insert(field, isText ? QJsonValue(u"  "_s) : QJsonValue());
    for (const bool isLinked : {false, true}) {
        facts.isLinked = isLinked;
        facts.changed = isLinked ? QStringList{field} : QStringList();
        const QList<Gate> gates = gatesFor(facts);
        CHECK_GATES(gates);
        QCOMPARE(rulesOf(gates), QStringList{u"C4c"_s});
        QCOMPARE(gates.constFirst().field, field);
        QCOMPARE(gates.constFirst().reason, u"%1 is blank, and ConnectWise requires it."_s.arg(label));
        QCOMPARE(gates.constFirst().remedies.constFirst().text, u"Fill in %1"_s.arg(label));
        QCOMPARE(commandsOf(gates.constFirst()),
                 QStringList{u"record set %1 %2 %3="_s.arg(kindName(kind)).arg(facts.record.id).arg(field)});
    }
}

void TestGateRules::C4c_connectwiseConfigurationWithoutStatus_isHeld()
{
    GateFacts facts = openFacts(AssetKind::Configuration);
    facts.record.fields.remove(u"configuration_status"_s);
    const QList<Gate> gates = gatesFor(facts);
    QCOMPARE(gates.size(), 1);
    QCOMPARE(gates.constFirst().rule, u"C4c"_s);
    QCOMPARE(heldMessage(gates), u"Status is blank, and ConnectWise requires it."_s);
}

void TestGateRules::C4c_connectwiseCompanyWithoutLocation_isHeld()
{
    GateFacts facts = openFacts(AssetKind::Organization);
    facts.book.firstLocationId = 0;
    facts.book.firstLocationName.clear();
    const QList<Gate> gates = gatesFor(facts);
    CHECK_GATES(gates);
    QCOMPARE(rulesOf(gates), QStringList{u"C4c"_s});
    QCOMPARE(commandsOf(gates.constFirst()),
             QStringList{u"record create location organization=1 name=Main"_s});
    facts.isLinked = true;
    QVERIFY(gatesFor(facts).isEmpty());
}

void TestGateRules::C4c_connectwiseContactWithoutEmailOrLastName_isNotHeld()
{
    const GateFacts facts = openFacts(AssetKind::Contact);
    QVERIFY(!facts.record.fields.contains("last_name"_L1) && !facts.record.fields.contains("emails"_L1));
    QVERIFY(gatesFor(facts).isEmpty());
}

void TestGateRules::C4d_tooLongValue_isHeld_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("field");
    for (const AssetKind kind : allKinds) {
        for (const MappedField &field : mapOf(kind).fields) {
            if (field.maxLength > 0 && field.direction == Direction::Both && field.field != "model"_L1)
                QTest::addRow("%s.%s", qPrintable(kindName(kind)), qPrintable(field.field))
                    << kind << field.field;
        }
    }
}

void TestGateRules::C4d_tooLongValue_isHeld()
{
    QFETCH(AssetKind, kind);
    QFETCH(QString, field);
    const int limit = mapOf(kind).find(field)->maxLength;
    GateFacts facts = openFacts(kind);
    facts.record.fields.insert(field, QString(limit, u'ä'));
    QVERIFY(gatesFor(facts).isEmpty());
    facts.record.fields.insert(field, QString(QString(limit, u'ä') + u"  "_s));
    QVERIFY(gatesFor(facts).isEmpty());
    facts.record.fields.insert(field, QString(limit + 1, u'ä'));
    const QList<Gate> gates = gatesFor(facts);
    CHECK_GATES(gates);
    QCOMPARE(rulesOf(gates), QStringList{u"C4d"_s});
    QCOMPARE(gates.constFirst().field, field);
    QVERIFY(gates.constFirst().reason.contains(
        u"has %1 characters; ConnectWise takes at most %2."_s.arg(limit + 1).arg(limit)));
}

void TestGateRules::C4e_whatIsSwitchedOff_holds_data()
{
    using Change = std::function<void(GateFacts &)>;
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("command");
    QTest::newRow("two-way off") << AssetKind::Configuration
                                 << Change([](GateFacts &f) { f.settings.twoWay = false; })
                                 << u"Two-way sync with Main ConnectWise is off."_s
                                 << u"integration settings Main ConnectWise two_way=true"_s;
    QTest::newRow("contacts off") << AssetKind::Contact
                                  << Change([](GateFacts &f) { f.settings.contacts = false; })
                                  << u"Contacts are not set to sync."_s
                                  << u"integration settings Main ConnectWise contacts=true"_s;
    QTest::newRow("locations off") << AssetKind::Location
                                   << Change([](GateFacts &f) { f.settings.locations = false; })
                                   << u"Locations are not set to sync."_s
                                   << u"integration settings Main ConnectWise locations=true"_s;
    QTest::newRow("record disabled") << AssetKind::Configuration
                                     << Change([](GateFacts &f) { f.isDisabled = true; })
                                     << u"Sync with ConnectWise is disabled for this record."_s
                                     << u"record enable configuration 42"_s;
    QTest::newRow("integration paused")
        << AssetKind::Configuration << Change([](GateFacts &f) { f.isPaused = true; })
        << u"Main ConnectWise is paused."_s << u"integration resume Main ConnectWise"_s;
    QTest::newRow("integration disconnected")
        << AssetKind::Configuration << Change([](GateFacts &f) { f.isDisconnected = true; })
        << u"Main ConnectWise is disconnected."_s << QString();
}

void TestGateRules::C4e_whatIsSwitchedOff_holds()
{
    QFETCH(AssetKind, kind);
    QFETCH(std::function<void(GateFacts &)>, change);
    QFETCH(QString, reason);
    QFETCH(QString, command);
    GateFacts facts = openFacts(kind);
    change(facts);
    for (const bool isLinked : {false, true}) {
        facts.isLinked = isLinked;
        const QList<Gate> gates = gatesFor(facts);
        CHECK_GATES(gates);
        QCOMPARE(rulesOf(gates), QStringList{u"C4e"_s});
        QCOMPARE(gates.constFirst().reason, reason);
        QCOMPARE(commandsOf(gates.constFirst()), QStringList{command});
        QVERIFY(!gates.constFirst().opensByItself);
    }
}

void TestGateRules::C4e_kindThatIsOff_holdsOnlyItsOwn()
{
    for (const AssetKind kind : allKinds) {
        GateFacts facts = openFacts(kind);
        facts.settings.contacts = false;
        facts.settings.locations = false;
        const bool isHeld = kind == AssetKind::Contact || kind == AssetKind::Location;
        QCOMPARE(rulesOf(gatesFor(facts)), isHeld ? QStringList{u"C4e"_s} : QStringList());
    }
}

void TestGateRules::C4g_valueThePsaDoesNotHave_isHeld_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QStringList>("commands");
    QTest::newRow("type") << AssetKind::Organization << u"organization_type"_s
                          << u"ConnectWise has no \"NewCo\" for Type."_s
                          << QStringList{u"record set organization 1 organization_type="_s};
    QTest::newRow("status") << AssetKind::Configuration << u"configuration_status"_s
                            << u"ConnectWise has no \"NewCo\" for Status."_s
                            << QStringList{u"record set configuration 42 configuration_status="_s};
    QTest::newRow("manufacturer") << AssetKind::Configuration << u"manufacturer"_s
                                  << u"ConnectWise has no \"NewCo\" for Manufacturer."_s
                                  << QStringList{u"record set configuration 42 manufacturer="_s};
    QTest::newRow("installed by") << AssetKind::Configuration << u"installed_by"_s
                                  << u"ConnectWise has no \"NewCo\" for Installed by."_s
                                  << QStringList{u"record set configuration 42 installed_by="_s};
    QTest::newRow("email type") << AssetKind::Contact << u"emails"_s
                                << u"ConnectWise has no \"NewCo\" for Emails."_s
                                << QStringList{u"record set contact 42 emails="_s,
                                               u"integration types Main ConnectWise"_s};
    QTest::newRow("phone type") << AssetKind::Contact << u"phones"_s
                                << u"ConnectWise has no \"NewCo\" for Phones."_s
                                << QStringList{u"record set contact 42 phones="_s,
                                               u"integration types Main ConnectWise"_s};
}

void TestGateRules::C4g_valueThePsaDoesNotHave_isHeld()
{
    QFETCH(AssetKind, kind);
    QFETCH(QString, field);
    QFETCH(QString, reason);
    QFETCH(QStringList, commands);
    GateFacts facts = openFacts(kind);
    const FieldDescription *description = findField(kind, field);
    switch (description->type) {
    case FieldType::Option:
        facts.record.fields.insert(field, 60);
        facts.book.options.insert(60, {*description->list, u"NewCo"_s, {}, true, false});
        break;
    case FieldType::Emails:
    case FieldType::Phones:
        facts.record.fields.insert(
            field, QJsonArray{QJsonObject{{u"value"_s, u"a@b.example"_s}, {u"label"_s, u"NewCo"_s}}});
        break;
    default:
        facts.record.fields.insert(field, u"NewCo"_s);
        break;
    }
    const QList<Gate> gates = gatesFor(facts);
    CHECK_GATES(gates);
    QCOMPARE(rulesOf(gates), QStringList{u"C4g"_s});
    QCOMPARE(gates.constFirst().reason, reason);
    QCOMPARE(gates.constFirst().field, field);
    QCOMPARE(commandsOf(gates.constFirst()), commands);
    QVERIFY(!gates.constFirst().opensByItself);
}

void TestGateRules::C4g_recordNotInThePsa_isHeld_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("isOnItsWay");
    for (const bool isOnItsWay : {false, true}) {
        const char *how = isOnItsWay ? ", on its way" : "";
        QTest::addRow("location of a configuration%s", how)
            << AssetKind::Configuration << u"location"_s << isOnItsWay;
        QTest::addRow("contact of a configuration%s", how)
            << AssetKind::Configuration << u"contact"_s << isOnItsWay;
        QTest::addRow("location of a contact%s", how) << AssetKind::Contact << u"location"_s << isOnItsWay;
        QTest::addRow("parent of an organization%s", how)
            << AssetKind::Organization << u"parent"_s << isOnItsWay;
    }
}

void TestGateRules::C4g_recordNotInThePsa_isHeld()
{
    QFETCH(AssetKind, kind);
    QFETCH(QString, field);
    QFETCH(bool, isOnItsWay);
    const AssetKind target = *findField(kind, field)->target;
    GateFacts facts = openFacts(kind);
    facts.record.fields.insert(field, 70);
    facts.book.records.insert(70, {target, u"Other"_s, {}, isOnItsWay});
    const QList<Gate> gates = gatesFor(facts);
    CHECK_GATES(gates);
    QCOMPARE(rulesOf(gates), QStringList{u"C4g"_s});
    QCOMPARE(gates.constFirst().opensByItself, isOnItsWay);
    QStringList commands{u"why %1 70"_s.arg(kindName(target))};
    if (!isOnItsWay)
        commands.append(u"record set %1 %2 %3="_s.arg(kindName(kind)).arg(facts.record.id).arg(field));
    QCOMPARE(commandsOf(gates.constFirst()), commands);
    const QString label = findField(kind, field)->labelText();
    QCOMPARE(gates.constFirst().reason,
             isOnItsWay ? u"It waits for %1 \"Other\", which is on its way to ConnectWise."_s.arg(label)
                        : u"%1 \"Other\" is not in ConnectWise."_s.arg(label));
}

void TestGateRules::C4g_firstSiteOfANewCompany_holdsNothing()
{
    GateFacts facts = openFacts(AssetKind::Organization);
    facts.record.fields.insert(u"primary_location"_s, 2);
    facts.book.records.insert(2, {AssetKind::Location, u"Main"_s, {}});
    QVERIFY(gatesFor(facts).isEmpty());
    facts.isLinked = true;
    facts.changed = QStringList{u"primary_location"_s};
    QCOMPARE(rulesOf(gatesFor(facts)), QStringList{u"C4g"_s});
}

void TestGateRules::update_isHeldOnlyByFieldsThatTravel_data()
{
    using Change = std::function<void(GateFacts &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("rule");
    QTest::newRow("C4c") << Change([](GateFacts &f) { f.record.fields.remove(u"configuration_status"_s); })
                         << u"configuration_status"_s << u"C4c"_s;
    QTest::newRow("C4d") << Change([](GateFacts &f) {
        f.record.fields.insert(u"asset_tag"_s, QString(51, u'x'));
    }) << u"asset_tag"_s << u"C4d"_s;
    QTest::newRow("C4g") << Change([](GateFacts &f) { f.record.fields.insert(u"installed_by"_s, u"Bob"_s); })
                         << u"installed_by"_s << u"C4g"_s;
}

void TestGateRules::update_isHeldOnlyByFieldsThatTravel()
{
    QFETCH(std::function<void(GateFacts &)>, change);
    QFETCH(QString, field);
    QFETCH(QString, rule);
    GateFacts facts = openFacts(AssetKind::Configuration);
    change(facts);
    QCOMPARE(rulesOf(gatesFor(facts)), QStringList{rule});
    facts.isLinked = true;
    facts.changed = QStringList{u"notes"_s};
    QCOMPARE(rulesOf(gatesFor(facts)), QStringList());
    facts.changed = QStringList{u"notes"_s, field};
    QCOMPARE(rulesOf(gatesFor(facts)), QStringList{rule});
}

void TestGateRules::C5_allGatesAreListedAtOnce()
{
    GateFacts facts = openFacts(AssetKind::Configuration);
    facts.settings.twoWay = false;
    facts.isDisabled = true;
    facts.isPaused = true;
    facts.book.options[typeId].isSyncing = false;
    facts.book.organizationGates[0].isSyncing = false;
    facts.book.organizationGates[1].isSyncing = false;
    facts.book.records[organizationId].remoteId.clear();
    facts.record.fields.remove(u"configuration_status"_s);
    facts.record.fields.insert(u"name"_s, QString());
    facts.record.fields.insert(u"asset_tag"_s, QString(51, u'x'));
    facts.record.fields.insert(u"installed_by"_s, u"Bob"_s);
    facts.record.fields.insert(u"manufacturer"_s, 60);
    facts.book.options.insert(60, {OptionList::Manufacturer, u"NewCo"_s, {}});
    const QList<Gate> gates = gatesFor(facts);
    CHECK_GATES(gates);
    QCOMPARE(rulesOf(gates), u"C4a C4a C4a C4b C4c C4c C4d C4e C4e C4e C4g C4g"_s.split(u' '));
    QCOMPARE(fieldsOfGates(gates),
             (QStringList{u"configuration_type"_s, u"organization"_s, u"organization"_s, u"organization"_s,
                          u"name"_s, u"configuration_status"_s, u"asset_tag"_s, QString(), QString(),
                          QString(), u"manufacturer"_s, u"installed_by"_s}));
}

void TestGateRules::C5_disconnected_stillListsTheOthers()
{
    GateFacts facts = openFacts(AssetKind::Contact);
    facts.isDisconnected = true;
    facts.isDisabled = true;
    facts.settings.twoWay = false;
    facts.settings.contacts = false;
    const QList<Gate> gates = gatesFor(facts);
    CHECK_GATES(gates);
    QCOMPARE(rulesOf(gates), u"C4e C4e C4e C4e"_s.split(u' '));
    QVERIFY(gates.constFirst().remedies.constFirst().kind == Remedy::Kind::Reconnect);
}

void TestGateRules::heldMessage_isTheFirstReasonAndTheNumberOfOthers()
{
    QList<Gate> gates{{.rule = u"C4a"_s, .reason = u"Type \"50%1\" is not set to sync."_s}};
    QCOMPARE(heldMessage(gates), u"Type \"50%1\" is not set to sync."_s);
    gates.append({.rule = u"C4b"_s, .reason = u"Second."_s});
    const QString two = heldMessage(gates);
    QVERIFY2(two.startsWith(gates.constFirst().reason), qPrintable(two));
    QVERIFY2(two.contains("and 1 more reason"_L1), qPrintable(two));
    gates.append({.rule = u"C4c"_s, .reason = u"Third."_s});
    QVERIFY2(heldMessage(gates).contains("and 2 more reason"_L1), qPrintable(heldMessage(gates)));
}

QTEST_GUILESS_MAIN(TestGateRules)
#include "tst_gaterules.moc"
