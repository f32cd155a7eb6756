// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/conversion.h"

#include "core/field.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Between Tandem's values and those of ConnectWise, with the map that ships. */
class TestConversion final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyMappedField_travelsThereAndBack_data();
    void everyMappedField_travelsThereAndBack();
    void sampleValues_becomeThoseOfThePsa();
    void blankFields_travelAsBlank();
    void unmappedFields_stayHere();
    void D4_sitePhoneAndFax_onlyComeIn();
    void C4g_unresolvedValue_isNamedAndLeftOut_data();
    void C4g_unresolvedValue_isNamedAndLeftOut();
    void C4b_organizationOnItsWay_isToldSo();
    void installedBy_travelsAsTheIdOfTheMember_data();
    void installedBy_travelsAsTheIdOfTheMember();
    void memberNobodyKnows_isMissingRatherThanANumber();
    void model_travelsByItsName();
    void modelWithoutName_isUnresolvedRatherThanBlank();
    void B3_pointsGetTheChosenType_data();
    void B3_pointsGetTheChosenType();
    void B3_pointsWithoutType_eraseNothingThere();
    void labels_areSpelledAsThePsaSpellsThem();
    void C4g_unknownLabel_isUnresolved();
    void partOfARecord_isConvertedAlone();
    void referencesThatAreNotHere_areMissingAndNotBlank();
    void D3_contactOfAnotherOrganization_isLeftOut_data();
    void D3_contactOfAnotherOrganization_isLeftOut();
    void D4_malformedMac_isNotTaken();
    void alternatives_keepWhatWasAgreed_data();
    void alternatives_keepWhatWasAgreed();
};

namespace {

const KindMap &mapOf(AssetKind kind)
{
    return FieldMap::shipped(Platform::ConnectWise)->kind(kind);
}

QJsonObject point(const QString &value, const QString &label, bool isPrimary = false,
                  const QString &extension = {})
{
    QJsonObject object{{u"value"_s, value}, {u"label"_s, label}, {u"primary"_s, isPrimary}};
    if (!extension.isEmpty())
        object.insert(u"extension"_s, extension);
    return object;
}

/** Records 1…4 of the four kinds and options 11… are in the PSA under a hundred times their id. */
ReferenceBook bookThere()
{
    ReferenceBook book;
    for (const AssetKind kind : allKinds) {
        const RecordId id = RecordId(kind) + 1;
        book.records.insert(
            id, {.kind = kind, .name = u"Record %1"_s.arg(id), .remoteId = QString::number(id * 100)});
    }
    for (const OptionList list : allOptionLists) {
        const OptionId id = OptionId(list) + 11;
        book.options.insert(id,
                            {.list = list,
                             .name = u"Value %1"_s.arg(id),
                             .remoteId = QString::number(id * 100),
                             .isSyncing = true});
    }
    book.byName[OptionList::EmailType] = {{u"work"_s, {u"1"_s, u"Work"_s}}, {u"home"_s, {u"2"_s, u"Home"_s}}};
    book.byName[OptionList::PhoneType] = {{u"direct"_s, {u"3"_s, u"Direct"_s}},
                                          {u"fax"_s, {u"4"_s, u"Fax"_s}}};
    book.byName[OptionList::Member] = {{u"ann lee"_s, {u"77"_s, u"Ann Lee"_s}}};
    return book;
}

LocalBook bookHere()
{
    LocalBook book;
    for (const AssetKind kind : allKinds) {
        const RecordId id = RecordId(kind) + 1;
        book.records.insert({kind, QString::number(id * 100)}, id);
        book.organizationOf.insert(id, kind == AssetKind::Organization ? 0 : 1);
    }
    for (const OptionList list : allOptionLists) {
        const OptionId id = OptionId(list) + 11;
        book.options.insert({list, QString::number(id * 100)}, id);
        book.optionsByName.insert({list, u"value %1"_s.arg(id)}, id);
    }
    book.optionNames.insert({OptionList::Member, u"77"_s}, u"Ann Lee"_s);
    return book;
}

OptionId optionOf(OptionList list)
{
    return OptionId(list) + 11;
}

RecordId recordOf(AssetKind kind)
{
    return RecordId(kind) + 1;
}

QJsonValue sampleOf(const FieldDescription &field)
{
    if (field.name() == "mac_address"_L1)
        return u"00:1A:2B:3C:4D:5E"_s;
    if (field.name() == "installed_by"_L1)
        return u"Ann Lee"_s;
    switch (field.type) {
    case FieldType::Text:
        return QString(u"Text of "_s + field.name());
    case FieldType::LongText:
        return u"first line\nsecond line"_s;
    case FieldType::Date:
        return u"2026-01-31"_s;
    case FieldType::Boolean:
        return true;
    case FieldType::Reference:
        return recordOf(*field.target);
    case FieldType::Option:
        return optionOf(*field.list);
    case FieldType::Emails:
        return QJsonArray{point(u"a@b.example"_s, u"Work"_s, true), point(u"c@d.example"_s, u"Home"_s)};
    case FieldType::Phones:
        return QJsonArray{point(u"555 1234"_s, u"Direct"_s, true, u"12"_s), point(u"555 9"_s, u"Fax"_s)};
    }
    return {};
}

FieldValues sampleRecord(AssetKind kind)
{
    FieldValues fields;
    for (const FieldDescription &field : fieldsOf(kind))
        fields.insert(field.name(), sampleOf(field));
    return fields;
}

RemoteConversion convert(AssetKind kind, const FieldValues &fields, const SyncSettings &settings = {})
{
    return toRemote(kind, fields, mapOf(kind), bookThere(), settings);
}

} // namespace

void TestConversion::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestConversion::everyMappedField_travelsThereAndBack_data()
{
    QTest::addColumn<AssetKind>("kind");
    QTest::addColumn<QString>("field");
    for (const AssetKind kind : allKinds) {
        for (const MappedField &field : mapOf(kind).fields)
            QTest::addRow("%s.%s", qPrintable(kindName(kind)), qPrintable(field.field))
                << kind << field.field;
    }
}

void TestConversion::everyMappedField_travelsThereAndBack()
{
    QFETCH(AssetKind, kind);
    QFETCH(QString, field);
    const FieldValues fields = sampleRecord(kind);
    const RemoteConversion there = convert(kind, fields);
    QVERIFY(there.unresolved.isEmpty());
    const bool travelsOut = mapOf(kind).find(field)->direction == Direction::Both;
    QCOMPARE(there.values.contains(field), travelsOut);
    if (!travelsOut)
        return;
    QVERIFY(!isBlank(there.values.value(field)));
    const LocalConversion back = toLocal(kind, there.values, mapOf(kind), bookHere());
    QCOMPARE(back.missing, QStringList());
    QCOMPARE(back.values.value(field), fields.value(field));
}

void TestConversion::sampleValues_becomeThoseOfThePsa()
{
    const RemoteValues company =
        convert(AssetKind::Organization, sampleRecord(AssetKind::Organization)).values;
    QCOMPARE(company.value("organization_type"_L1),
             QJsonValue(QString::number(optionOf(OptionList::OrganizationType) * 100)));
    QCOMPARE(company.value("parent"_L1), QJsonValue(u"100"_s));
    QCOMPARE(company.value("primary_location"_L1), QJsonValue(u"200"_s));
    const RemoteValues asset =
        convert(AssetKind::Configuration, sampleRecord(AssetKind::Configuration)).values;
    QCOMPARE(asset.value("organization"_L1), QJsonValue(u"100"_s));
    QCOMPARE(asset.value("contact"_L1), QJsonValue(u"300"_s));
    QCOMPARE(asset.value("installed_at"_L1), QJsonValue(u"2026-01-31"_s));
    const RemoteValues trimmed = convert(AssetKind::Organization, {{u"name"_s, u"  Acme \n"_s}}).values;
    QCOMPARE(trimmed.value("name"_L1), QJsonValue(u"Acme"_s));
}

void TestConversion::blankFields_travelAsBlank()
{
    for (const AssetKind kind : allKinds) {
        FieldValues blanks;
        for (const FieldDescription &field : fieldsOf(kind))
            blanks.insert(field.name(), field.type == FieldType::Text ? QJsonValue(u"  "_s) : QJsonValue());
        for (const FieldValues &fields : {FieldValues(), blanks}) {
            const RemoteConversion there = convert(kind, fields);
            QVERIFY(there.unresolved.isEmpty());
            for (const MappedField &field : mapOf(kind).fields) {
                QCOMPARE(there.values.contains(field.field), field.direction == Direction::Both);
                QVERIFY(there.values.value(field.field).isNull() || field.direction == Direction::In);
            }
            const LocalConversion back = toLocal(kind, there.values, mapOf(kind), bookHere());
            for (auto it = there.values.constBegin(); it != there.values.constEnd(); ++it)
                QVERIFY(back.values.contains(it.key()) && back.values.value(it.key()).isNull());
            QCOMPARE(back.missing, QStringList());
        }
    }
}

void TestConversion::unmappedFields_stayHere()
{
    const RemoteValues asset =
        convert(AssetKind::Configuration, sampleRecord(AssetKind::Configuration)).values;
    for (const QString &field : {u"hostname"_s, u"position"_s, u"platform"_s, u"purchased_by"_s})
        QVERIFY2(!asset.contains(field), qPrintable(field));
    const LocalConversion back =
        toLocal(AssetKind::Configuration, {{u"hostname"_s, u"x"_s}, {u"nothing"_s, 1}},
                mapOf(AssetKind::Configuration), bookHere());
    QVERIFY(back.values.isEmpty() && back.missing.isEmpty());
}

void TestConversion::D4_sitePhoneAndFax_onlyComeIn()
{
    const RemoteValues site = convert(AssetKind::Location, sampleRecord(AssetKind::Location)).values;
    QVERIFY(!site.contains("phone"_L1) && !site.contains("fax"_L1));
    const LocalConversion back =
        toLocal(AssetKind::Location, {{u"phone"_s, u" 555 1 "_s}, {u"fax"_s, QJsonValue()}},
                mapOf(AssetKind::Location), bookHere());
    QCOMPARE(back.values, (FieldValues{{u"phone"_s, u"555 1"_s}, {u"fax"_s, QJsonValue::Null}}));
}

void TestConversion::C4g_unresolvedValue_isNamedAndLeftOut_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("name");
    QTest::addColumn<RecordId>("record");
    QTest::newRow("manufacturer") << u"manufacturer"_s << u"NewCo"_s << RecordId(0);
    QTest::newRow("status") << u"configuration_status"_s << u"NewCo"_s << RecordId(0);
    QTest::newRow("contact") << u"contact"_s << u"Bob"_s << RecordId(50);
    QTest::newRow("location") << u"location"_s << u"Bob"_s << RecordId(50);
}

void TestConversion::C4g_unresolvedValue_isNamedAndLeftOut()
{
    QFETCH(QString, field);
    QFETCH(QString, name);
    QFETCH(RecordId, record);
    ReferenceBook book = bookThere();
    const FieldDescription *description = findField(AssetKind::Configuration, field);
    FieldValues fields = sampleRecord(AssetKind::Configuration);
    if (description->target) {
        fields.insert(field, record);
        book.records.insert(record, {.kind = *description->target, .name = name});
    } else {
        fields.insert(field, 60);
        book.options.insert(60, {.list = *description->list, .name = name});
    }
    const RemoteConversion there =
        toRemote(AssetKind::Configuration, fields, mapOf(AssetKind::Configuration), book, {});
    QVERIFY(!there.values.contains(field));
    QCOMPARE(there.unresolved.size(), 1);
    QCOMPARE(there.unresolved.constFirst().field, field);
    QCOMPARE(there.unresolved.constFirst().name, name);
    QCOMPARE(there.unresolved.constFirst().recordId, record);
    QVERIFY(there.unresolved.constFirst().kind == description->target);
    QVERIFY(!there.unresolved.constFirst().isOnItsWay);
}

void TestConversion::C4b_organizationOnItsWay_isToldSo()
{
    ReferenceBook book = bookThere();
    book.records.insert(1, {.kind = AssetKind::Organization, .name = u"Acme"_s, .isOnItsWay = true});
    const RemoteConversion there =
        toRemote(AssetKind::Contact, sampleRecord(AssetKind::Contact), mapOf(AssetKind::Contact), book, {});
    QCOMPARE(there.unresolved.size(), 1);
    QCOMPARE(there.unresolved.constFirst().field, u"organization"_s);
    QVERIFY(there.unresolved.constFirst().isOnItsWay);
}

void TestConversion::installedBy_travelsAsTheIdOfTheMember_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("as there") << u"Ann Lee"_s << true;
    QTest::newRow("another case, untrimmed") << u" ANN lee "_s << true;
    QTest::newRow("nobody there") << u"Bob"_s << false;
}

void TestConversion::installedBy_travelsAsTheIdOfTheMember()
{
    QFETCH(QString, name);
    QFETCH(bool, isKnown);
    const RemoteConversion there = convert(AssetKind::Configuration, {{u"installed_by"_s, name}});
    QCOMPARE(there.values.contains("installed_by"_L1), isKnown);
    if (isKnown)
        QCOMPARE(there.values.value("installed_by"_L1), QJsonValue(u"77"_s));
    else
        QCOMPARE(there.unresolved.constFirst().name, name);
}

void TestConversion::memberNobodyKnows_isMissingRatherThanANumber()
{
    const LocalConversion here = toLocal(AssetKind::Configuration, {{u"installed_by"_s, u"78"_s}},
                                         mapOf(AssetKind::Configuration), bookHere());
    QVERIFY(!here.values.contains("installed_by"_L1));
    QCOMPARE(here.missing, QStringList{u"installed_by"_s});
}

void TestConversion::model_travelsByItsName()
{
    const OptionId model = optionOf(OptionList::Model);
    const RemoteConversion there = convert(AssetKind::Configuration, {{u"model"_s, model}});
    QCOMPARE(there.values.value("model"_L1), QJsonValue(u"Value %1"_s.arg(model)));
    const LocalConversion here = toLocal(AssetKind::Configuration, {{u"model"_s, u" VALUE %1 "_s.arg(model)}},
                                         mapOf(AssetKind::Configuration), bookHere());
    QCOMPARE(here.values.value("model"_L1), QJsonValue(model));
    // A model that the PSA alone knows is made by the caller.
    const LocalConversion unknown = toLocal(AssetKind::Configuration, {{u"model"_s, u"R740"_s}},
                                            mapOf(AssetKind::Configuration), bookHere());
    QCOMPARE(unknown.missing, QStringList{u"model"_s});
}

void TestConversion::modelWithoutName_isUnresolvedRatherThanBlank()
{
    const RemoteConversion there = convert(AssetKind::Configuration, {{u"model"_s, 999}});
    QVERIFY(!there.values.contains("model"_L1));
    QCOMPARE(there.unresolved.size(), 1);
}

void TestConversion::B3_pointsGetTheChosenType_data()
{
    QTest::addColumn<QString>("emailType");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("sentLabel"); // empty: not sent
    QTest::newRow("no label takes the chosen type") << u"Home"_s << QString() << u"Home"_s;
    QTest::newRow("its own label stays") << u"Home"_s << u"Work"_s << u"Work"_s;
    QTest::newRow("its own label needs no choice") << QString() << u"Work"_s << u"Work"_s;
    QTest::newRow("no label and nothing chosen") << QString() << QString() << QString();
}

void TestConversion::B3_pointsGetTheChosenType()
{
    QFETCH(QString, emailType);
    QFETCH(QString, label);
    QFETCH(QString, sentLabel);
    // One that can always be sent shows that only the other is left out.
    const FieldValues fields{
        {u"emails"_s, QJsonArray{point(u"z@b.example"_s, u"Work"_s), point(u"a@b.example"_s, label, true)}}};
    const RemoteConversion there = convert(AssetKind::Contact, fields, {.emailType = emailType});
    QVERIFY(there.unresolved.isEmpty());
    QJsonArray expected{point(u"z@b.example"_s, u"Work"_s)};
    if (!sentLabel.isEmpty())
        expected.append(point(u"a@b.example"_s, sentLabel, true));
    QCOMPARE(there.values.value("emails"_L1).toArray(), expected);
}

void TestConversion::B3_pointsWithoutType_eraseNothingThere()
{
    const FieldValues fields{{u"emails"_s, QJsonArray{point(u"a@b.example"_s, QString(), true)}},
                             {u"phones"_s, QJsonArray()}};
    const RemoteConversion there = convert(AssetKind::Contact, fields);
    // Nothing can be said about the emails; that there are no phones can.
    QVERIFY(isBlank(there.values.value("emails"_L1)));
    QVERIFY(!there.values.contains("emails"_L1));
    QVERIFY(there.values.contains("phones"_L1) && isBlank(there.values.value("phones"_L1)));
}

void TestConversion::labels_areSpelledAsThePsaSpellsThem()
{
    const FieldValues fields{{u"phones"_s, QJsonArray{point(u"555"_s, u"DIRECT"_s, true, u"1"_s)}}};
    const RemoteConversion there = convert(AssetKind::Contact, fields);
    QCOMPARE(there.values.value("phones"_L1).toArray(),
             QJsonArray{point(u"555"_s, u"Direct"_s, true, u"1"_s)});
}

void TestConversion::C4g_unknownLabel_isUnresolved()
{
    const FieldValues fields{
        {u"phones"_s, QJsonArray{point(u"555"_s, u"Direct"_s), point(u"556"_s, u"Pager"_s)}},
        {u"emails"_s, QJsonArray{point(u"a@b.example"_s, u"Direct"_s)}}};
    const RemoteConversion there = convert(AssetKind::Contact, fields);
    QVERIFY(!there.values.contains("phones"_L1) && !there.values.contains("emails"_L1));
    QCOMPARE(there.unresolved.size(), 2);
    QCOMPARE(there.unresolved.at(0).name, u"Direct"_s);
    QCOMPARE(there.unresolved.at(1).name, u"Pager"_s);
}

void TestConversion::partOfARecord_isConvertedAlone()
{
    const LocalConversion here = toLocal(AssetKind::Configuration, {{u"notes"_s, u"x\ny"_s}},
                                         mapOf(AssetKind::Configuration), bookHere());
    QCOMPARE(here.values, (FieldValues{{u"notes"_s, u"x\ny"_s}}));
    QCOMPARE(here.missing, QStringList());
}

void TestConversion::referencesThatAreNotHere_areMissingAndNotBlank()
{
    const RemoteValues values{{u"organization"_s, u"100"_s},
                              {u"location"_s, u"999"_s},
                              {u"manufacturer"_s, u"999"_s},
                              {u"contact"_s, u"999"_s},
                              {u"configuration_type"_s, QJsonValue::Null}};
    const LocalConversion here =
        toLocal(AssetKind::Configuration, values, mapOf(AssetKind::Configuration), bookHere());
    QCOMPARE(here.values, (FieldValues{{u"organization"_s, 1}, {u"configuration_type"_s, QJsonValue::Null}}));
    QStringList missing = here.missing;
    missing.sort();
    QCOMPARE(missing, (QStringList{u"contact"_s, u"location"_s, u"manufacturer"_s}));
}

void TestConversion::D3_contactOfAnotherOrganization_isLeftOut_data()
{
    QTest::addColumn<RecordId>("organizationOfContact");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("the same") << RecordId(1) << true;
    QTest::newRow("another") << RecordId(9) << false;
    QTest::newRow("none") << RecordId(0) << false;
}

void TestConversion::D3_contactOfAnotherOrganization_isLeftOut()
{
    QFETCH(RecordId, organizationOfContact);
    QFETCH(bool, isTaken);
    LocalBook book = bookHere();
    book.organizationOf.insert(recordOf(AssetKind::Contact), organizationOfContact);
    const LocalConversion here =
        toLocal(AssetKind::Configuration, {{u"organization"_s, u"100"_s}, {u"contact"_s, u"300"_s}},
                mapOf(AssetKind::Configuration), book);
    QCOMPARE(here.values.contains("contact"_L1), isTaken);
    QCOMPARE(here.missing, isTaken ? QStringList() : QStringList{u"contact"_s});
}

void TestConversion::D4_malformedMac_isNotTaken()
{
    const KindMap &map = mapOf(AssetKind::Configuration);
    const QString two = u"00:1A:2B:3C:4D:5E,00:1A:2B:3C:4D:5F"_s;
    QVERIFY(!toLocal(AssetKind::Configuration, {{u"mac_address"_s, two}}, map, bookHere())
                 .values.contains("mac_address"_L1));
    QCOMPARE(
        toLocal(AssetKind::Configuration, {{u"mac_address"_s, u"001A2B3C4D5E"_s}}, map, bookHere()).values,
        (FieldValues{{u"mac_address"_s, u"001A2B3C4D5E"_s}}));
}

void TestConversion::alternatives_keepWhatWasAgreed_data()
{
    QTest::addColumn<QJsonValue>("agreed");
    QTest::addColumn<QString>("settled");
    QTest::newRow("nothing agreed") << QJsonValue(QJsonValue::Null) << u"5"_s;
    QTest::newRow("the first") << QJsonValue(u"5"_s) << u"5"_s;
    QTest::newRow("another one") << QJsonValue(u"7"_s) << u"7"_s;
    QTest::newRow("one that is gone") << QJsonValue(u"9"_s) << u"5"_s;
}

void TestConversion::alternatives_keepWhatWasAgreed()
{
    QFETCH(QJsonValue, agreed);
    QFETCH(QString, settled);
    const RemoteRecord remote{.values = {{u"organization_type"_s, u"5"_s}, {u"name"_s, u"Acme"_s}},
                              .alternatives = {{u"organization_type"_s, {u"5"_s, u"7"_s}}}};
    const RemoteValues values =
        settleAlternatives(remote, {{u"organization_type"_s, agreed}, {u"name"_s, u"Old"_s}});
    QCOMPARE(values, (RemoteValues{{u"organization_type"_s, settled}, {u"name"_s, u"Acme"_s}}));
}

QTEST_GUILESS_MAIN(TestConversion)
#include "tst_conversion.moc"
