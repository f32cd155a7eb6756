// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/custommapping.h"

#include "core/customfield.h"
#include "rules/conversion.h"
#include "rules/gates.h"
#include "rules/merge.h"
#include "rules/normalform.h"

#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

const QJsonValue null = QJsonValue::Null;
const QJsonValue absent = QJsonValue::Undefined;
const QString rack = u"custom_7"_s;

CustomMapping mapping(TenantFieldType type = TenantFieldType::Text, Direction direction = Direction::Both)
{
    return {.kind = AssetKind::Configuration,
            .field = rack,
            .tenant = {.remote = u"32"_s, .title = u"Rack Position"_s, .type = type},
            .direction = direction};
}

KindMap mapWith(const CustomMapping &custom)
{
    return FieldMap::with(Platform::ConnectWise, {custom})->kind(AssetKind::Configuration);
}

RemoteValues valuesOf(const QJsonValue &value)
{
    RemoteValues values;
    if (!value.isUndefined())
        values.insert(rack, value);
    return values;
}

} // namespace

class CustomMappingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        setCustomFields({{7, AssetKind::Configuration, u"Rack"_s, FieldType::Text}});
    }

    void cleanupTestCase()
    {
        setCustomFields({});
    }

    void aCustomField_isAField()
    {
        const FieldDescription *field = findField(AssetKind::Configuration, rack);
        QVERIFY(field && field->isCustom());
        QCOMPARE(field->labelText(), u"Rack"_s);
        QCOMPARE(field->name(), rack);
        QVERIFY(!findField(AssetKind::Contact, rack));
        QCOMPARE(allFieldsOf(AssetKind::Configuration).constLast(), field);
        QCOMPARE(changedFields(AssetKind::Configuration, {{rack, u"U1"_s}}, {{rack, u"U2"_s}}),
                 QStringList{rack});

        // What somebody holds stays whatever is told afterwards.
        setCustomFields({{7, AssetKind::Configuration, u"Shelf"_s, FieldType::Text}});
        QCOMPARE(field->labelText(), u"Rack"_s);
        QCOMPARE(findField(AssetKind::Configuration, rack)->labelText(), u"Shelf"_s);
        setCustomFields({});
        QVERIFY(!findField(AssetKind::Configuration, rack));
    }

    void theMap_hasItBehindItsOwnLines()
    {
        const FieldMap *shipped = FieldMap::shipped(Platform::ConnectWise);
        const FieldMap *map = FieldMap::with(Platform::ConnectWise, {mapping()});
        QCOMPARE(FieldMap::with(Platform::ConnectWise, {mapping()}), map);
        QCOMPARE(FieldMap::with(Platform::ConnectWise, {}), shipped);
        const QList<MappedField> &fields = map->kind(AssetKind::Configuration).fields;
        QCOMPARE(fields.size(), shipped->kind(AssetKind::Configuration).fields.size() + 1);
        QCOMPARE(fields.constLast().remote, u"customFields.32"_s);
        QCOMPARE(fields.constLast().remoteTitle(), u"Rack Position"_s);
        CustomMapping gone = mapping();
        gone.isGone = true;
        QVERIFY(!FieldMap::with(Platform::ConnectWise, {gone})->kind(AssetKind::Configuration).find(rack));
        QCOMPARE(mapping().mappedField(Platform::Autotask).remote, u"userDefinedFields.32"_s);
    }

    void mappings_surviveTheDatabase()
    {
        CustomMapping choice = mapping(TenantFieldType::Choice, Direction::Out);
        choice.tenant.choices = {u"A"_s, u"B"_s};
        choice.tenant.maxLength = 12;
        choice.tenant.isReadOnly = true;
        choice.isGone = true;
        const QList<CustomMapping> all{mapping(), choice};
        QVERIFY(customMappingsFromJson(customMappingsToJson(all)) == all);
    }

    void values_areConverted_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("text") << int(TenantFieldType::Text) << QJsonValue(u"U12"_s);
        QTest::newRow("number") << int(TenantFieldType::Number) << QJsonValue(u"12.5"_s);
        QTest::newRow("date") << int(TenantFieldType::Date) << QJsonValue(u"2026-01-31"_s);
        QTest::newRow("flag") << int(TenantFieldType::Flag) << QJsonValue(true);
        QTest::newRow("blank") << int(TenantFieldType::Text) << null;
    }

    void values_areConverted()
    {
        QFETCH(int, type);
        QFETCH(QJsonValue, value);
        const KindMap map = mapWith(mapping(TenantFieldType(type)));
        const RemoteConversion out = toRemote(AssetKind::Configuration, {{rack, value}}, map, {}, {});
        QCOMPARE(out.values.value(rack), value);
        QCOMPARE(toLocal(AssetKind::Configuration, out.values, map, {}).values.value(rack), value);
    }

    void directions_data()
    {
        QTest::addColumn<Direction>("direction");
        QTest::addColumn<bool>("comesIn");
        QTest::addColumn<bool>("goesOut");
        QTest::newRow("both") << Direction::Both << true << true;
        QTest::newRow("in") << Direction::In << true << false;
        QTest::newRow("out") << Direction::Out << false << true;
    }

    void directions()
    {
        QFETCH(Direction, direction);
        QFETCH(bool, comesIn);
        QFETCH(bool, goesOut);
        const KindMap map = mapWith(mapping(TenantFieldType::Text, direction));
        QCOMPARE(toRemote(AssetKind::Configuration, {{rack, u"here"_s}}, map, {}, {}).values.contains(rack),
                 goesOut);
        QCOMPARE(toLocal(AssetKind::Configuration, valuesOf(u"there"_s), map, {}).values.contains(rack),
                 comesIn);
        const MergeAnswer theirs = merge(map, valuesOf(u"base"_s), valuesOf(u"base"_s), valuesOf(u"there"_s),
                                         ConflictPolicy::PsaWins, true);
        QCOMPARE(theirs.take.contains(rack), comesIn);
        const MergeAnswer ours = merge(map, valuesOf(u"base"_s), valuesOf(u"here"_s), valuesOf(u"there"_s),
                                       ConflictPolicy::PsaWins, true);
        QCOMPARE(ours.push.contains(rack), goesOut && !comesIn);
        QCOMPARE(fieldsToPush(map, valuesOf(u"base"_s), valuesOf(u"here"_s)).contains(rack), goesOut);
    }

    void whatWasNeverRead_data()
    {
        QTest::addColumn<QJsonValue>("local");
        QTest::addColumn<QJsonValue>("remote");
        QTest::addColumn<QString>("answer");
        const QJsonValue a = u"a"_s;
        const QJsonValue b = u"b"_s;
        QTest::newRow("blank on both sides") << null << null << u"agreed"_s;
        QTest::newRow("blank here") << null << b << u"take"_s;
        QTest::newRow("blank there") << a << null << u"push"_s;
        QTest::newRow("same") << a << a << u"agreed"_s;
        QTest::newRow("different") << a << b << u"conflict"_s;
        QTest::newRow("not told") << null << absent << u"unread"_s;
    }

    void whatWasNeverRead()
    {
        QFETCH(QJsonValue, local);
        QFETCH(QJsonValue, remote);
        QFETCH(QString, answer);
        const KindMap map = mapWith(mapping());
        QVERIFY(lacksCustomFields(map, {}));
        const MergeAnswer merged =
            merge(map, {}, valuesOf(local), valuesOf(remote), ConflictPolicy::Ask, true);
        QCOMPARE(merged.take.contains(rack), answer == "take"_L1);
        QCOMPARE(merged.push.contains(rack), answer == "push"_L1);
        QCOMPARE(merged.conflicts.size(), answer == "conflict"_L1 ? 1 : 0);
        if (answer == "conflict"_L1)
            QVERIFY(merged.conflicts.constFirst().wasUnread);
        const bool isSettled = answer == "take"_L1 || answer == "agreed"_L1;
        QCOMPARE(lacksCustomFields(map, merged.baseline), !isSettled);
    }

    void whatIsUntold_wasNotBlanked()
    {
        RemoteRecord record{.kind = AssetKind::Configuration, .untold = {rack}};
        QVERIFY(!settleAlternatives(record, {}).contains(rack));
        QCOMPARE(settleAlternatives(record, valuesOf(u"a"_s)).value(rack), QJsonValue(u"a"_s));
    }

    void numbers_areTheSameInAnySpelling_data()
    {
        QTest::addColumn<QJsonValue>("one");
        QTest::addColumn<QJsonValue>("other");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("zeros") << QJsonValue(u"5"_s) << QJsonValue(u"5.00"_s) << true;
        QTest::newRow("number") << QJsonValue(5) << QJsonValue(u" 5 "_s) << true;
        QTest::newRow("another") << QJsonValue(u"5"_s) << QJsonValue(u"6"_s) << false;
        QTest::newRow("zero is not blank") << QJsonValue(u"0"_s) << null << false;
        QTest::newRow("no number") << QJsonValue(u"five"_s) << QJsonValue(u"five "_s) << true;
    }

    void numbers_areTheSameInAnySpelling()
    {
        QFETCH(QJsonValue, one);
        QFETCH(QJsonValue, other);
        QTEST(sameValue(NormalForm::Number, one, other), "isSame");
    }

    void C4g_aValueThatDoesNotFit_isHeld_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("rule");
        QTest::newRow("number") << int(TenantFieldType::Number) << u"12"_s << QString();
        QTest::newRow("no number") << int(TenantFieldType::Number) << u"top"_s << u"C4g"_s;
        QTest::newRow("choice") << int(TenantFieldType::Choice) << u"A"_s << QString();
        QTest::newRow("no choice") << int(TenantFieldType::Choice) << u"C"_s << u"C4g"_s;
        QTest::newRow("too long") << int(TenantFieldType::Text) << u"longer than ten"_s << u"C4d"_s;
    }

    void C4g_aValueThatDoesNotFit_isHeld()
    {
        QFETCH(int, type);
        QFETCH(QString, value);
        QFETCH(QString, rule);
        CustomMapping custom = mapping(TenantFieldType(type));
        custom.tenant.maxLength = type == int(TenantFieldType::Text) ? 10 : 0;
        if (type == int(TenantFieldType::Choice))
            custom.tenant.choices = {u"A"_s, u"B"_s};
        KindMap map = mapWith(custom);
        map.fields = {map.fields.constLast()};
        GateFacts facts{.record = {.id = 1, .kind = AssetKind::Configuration, .fields = {{rack, value}}},
                        .isLinked = true,
                        .settings = {.twoWay = true},
                        .changed = {rack}};
        facts.sendable = toRemote(facts.record.kind, facts.record.fields, map, {}, facts.settings);
        QStringList rules;
        for (const Gate &gate : gatesOf(facts, map)) {
            if (gate.field == rack)
                rules.append(gate.rule);
        }
        QCOMPARE(rules, rule.isEmpty() ? QStringList() : QStringList{rule});
    }

    void whatTheTenantHasNow_isTakenOver()
    {
        TenantField changed = mapping().tenant;
        changed.title = u"Rack Place"_s;
        changed.maxLength = 20;
        const QList<CustomMapping> mappings{mapping()};
        const auto refreshed = [&](const QHash<AssetKind, QList<TenantField>> &tenant) {
            return refreshedMappings(mappings, tenant).constFirst();
        };
        QVERIFY(refreshed({}) == mapping());
        QVERIFY(refreshed({{AssetKind::Configuration, {changed}}}).tenant == changed);
        QVERIFY(refreshed({{AssetKind::Configuration, {}}}).isGone);
        QCOMPARE(refreshed({{AssetKind::Configuration, {}}}).tenant.title, u"Rack Position"_s);
        changed.type = TenantFieldType::Date;
        QVERIFY(refreshed({{AssetKind::Configuration, {changed}}}).isGone);
    }
};

QTEST_GUILESS_MAIN(CustomMappingTest)
#include "tst_custommapping.moc"
