// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmsrenderer.h"

namespace tandem::practicebms {

namespace {

/** The number of a choice; 0 for what is none. */
int settingsId(int customField, const QStringList &choices, const QString &choice)
{
    return choice.isEmpty() || !choices.contains(choice)
        ? 0
        : customField * 100 + int(choices.indexOf(choice)) + 1;
}

} // namespace

Renderer::Renderer(const RecordStore &store, const Quirks &quirks, const QString &tenant, bool isPascal)
    : m_store(store)
    , m_times(quirks)
    , m_tenant(tenant)
    , m_isPascal(isPascal)
{
}

QByteArray Renderer::one(int table, int id, std::span<const Member> members) const
{
    const StoredRecord *found = m_store.table(table).find(id);
    QByteArray out;
    Wire wire(out, m_isPascal);
    if (found)
        record(wire, table, *found, members);
    else
        wire.json().raw("null");
    wire.json().finish();
    return out;
}

QByteArray Renderer::rows(int table, const std::vector<const StoredRecord *> &rows,
                          std::span<const Member> members) const
{
    QByteArray out;
    Wire wire(out, m_isPascal);
    wire.json().beginArray();
    for (const StoredRecord *row : rows)
        record(wire, table, *row, members);
    wire.json().endArray();
    wire.json().finish();
    return out;
}

QByteArray Renderer::children(int table, int ownerField, int owner, std::span<const Member> members) const
{
    QByteArray out;
    Wire wire(out, m_isPascal);
    list(wire, table, ownerField, owner, members);
    wire.json().finish();
    return out;
}

void Renderer::record(Wire &wire, int table, const StoredRecord &record,
                      std::span<const Member> members) const
{
    const RecordDraft draft = m_store.table(table).unpack(record);
    wire.json().beginObject();
    for (const Member &item : members) {
        wire.key(item.name);
        member(wire, table, record, draft, item);
    }
    wire.json().endObject();
}

void Renderer::member(Wire &wire, int table, const StoredRecord &record, const RecordDraft &draft,
                      const Member &member) const
{
    const TableSpec &spec = m_store.table(table).spec();
    const int reference = member.field >= 0 ? int(draft.integer(member.field)) : 0;
    switch (member.part) {
    case Part::Value:
        value(wire, spec.fields[size_t(member.field)], draft.values[size_t(member.field)]);
        break;
    case Part::Via: {
        const RecordTable &target = m_store.table(spec.fields[size_t(member.field)].target);
        const StoredRecord *found = reference != 0 ? target.find(reference) : nullptr;
        text(wire, found ? target.text(*found, member.target) : QString());
        break;
    }
    case Part::ViaName:
        text(wire, fullName(m_store, spec.fields[size_t(member.field)].target, reference));
        break;
    case Part::ValueOrZero:
        wire.json().number(reference);
        break;
    case Part::Id:
        wire.json().number(record.id);
        break;
    case Part::CreatedBy:
        number(wire, record.created.member);
        break;
    case Part::CreatedOn:
        wire.json().text(m_times.moment(record.created.at));
        break;
    case Part::ModifiedBy:
        number(wire, record.updated.member);
        break;
    case Part::ModifiedOn:
        wire.json().text(m_times.moment(record.updated.at));
        break;
    case Part::CreatedByName:
        text(wire, fullName(m_store, Employee, record.created.member));
        break;
    case Part::ModifiedByName:
        text(wire, fullName(m_store, Employee, record.updated.member));
        break;
    case Part::FullName:
        text(wire, fullName(m_store, table, record.id));
        break;
    case Part::Tenant:
        text(wire, m_tenant);
        break;
    case Part::Null:
        wire.json().raw("null");
        break;
    case Part::Off:
        wire.json().boolean(false);
        break;
    case Part::Locations:
        list(wire, Location, location::account, record.id, locationMembers());
        break;
    case Part::Addresses:
        list(wire, Address, address::location, record.id, addressMembers());
        break;
    case Part::Emails:
        list(wire, Email, email::contact, record.id, emailMembers());
        break;
    case Part::Phones:
        list(wire, Phone, phone::contact, record.id, phoneMembers());
        break;
    case Part::DefaultEmail:
        text(wire, defaultOf(Email, table == Contact ? record.id : reference));
        break;
    case Part::DefaultPhone:
        text(wire, defaultOf(Phone, table == Contact ? record.id : reference));
        break;
    case Part::CustomValues:
        customData(wire, ContactModule, record.id);
        break;
    }
}

void Renderer::value(Wire &wire, const FieldSpec &field, const FieldValue &value) const
{
    if (field.type == FieldType::Boolean) {
        const bool *isOn = std::get_if<bool>(&value);
        wire.json().boolean(isOn && *isOn);
        return;
    }
    if (value.index() == 0) {
        wire.json().raw("null");
        return;
    }
    switch (field.type) {
    case FieldType::Text:
        wire.json().text(std::get<QByteArray>(value));
        break;
    case FieldType::Json:
        wire.json().raw(std::get<QByteArray>(value));
        break;
    case FieldType::Integer:
    case FieldType::Reference:
        wire.json().number(std::get<qint64>(value));
        break;
    case FieldType::DateTime:
        wire.json().text(m_times.date(std::get<qint64>(value)));
        break;
    case FieldType::Number:
        wire.json().real(std::get<double>(value));
        break;
    case FieldType::Boolean:
        break; // written above
    }
}

void Renderer::list(Wire &wire, int table, int ownerField, int owner, std::span<const Member> members) const
{
    const RecordTable &records = m_store.table(table);
    wire.json().beginArray();
    for (const int id : records.idsByReference(ownerField, owner))
        record(wire, table, *records.find(id), members);
    wire.json().endArray();
}

// What has no text is null, as the vendor's databases have it.
void Renderer::text(Wire &wire, const QString &text) const
{
    if (text.isEmpty())
        wire.json().raw("null");
    else
        wire.json().text(text.toUtf8());
}

void Renderer::number(Wire &wire, int value) const
{
    if (value == 0)
        wire.json().raw("null");
    else
        wire.json().number(value);
}

QString Renderer::defaultOf(int table, int contact) const
{
    const RecordTable &records = m_store.table(table);
    for (const int id : records.idsByReference(email::contact, contact)) {
        const StoredRecord &record = *records.find(id);
        if (records.integer(record, email::isDefault) != 0)
            return records.text(record, email::value);
    }
    return {};
}

std::vector<int> Renderer::fieldsOf(int module, bool withInactive) const
{
    const RecordTable &fields = m_store.table(CustomField);
    std::vector<int> ids;
    for (const StoredRecord &record : fields.records()) {
        if (fields.integer(record, customfield::module) == module
            && (withInactive || fields.integer(record, customfield::isActive) != 0))
            ids.push_back(record.id);
    }
    return ids;
}

QByteArray Renderer::customFields(int module, bool withInactive) const
{
    const RecordTable &fields = m_store.table(CustomField);
    QByteArray out;
    Wire wire(out, m_isPascal);
    JsonWriter &json = wire.json();
    json.beginArray();
    for (const int id : fieldsOf(module, withInactive)) {
        const RecordDraft field = fields.unpack(*fields.find(id));
        json.beginObject();
        wire.key("Id");
        json.number(id);
        wire.key("Name");
        text(wire, field.text(customfield::name));
        wire.key("DataType");
        json.number(field.integer(customfield::dataType));
        wire.key("IsRequired");
        json.boolean(field.isOn(customfield::isRequired));
        wire.key("ErrorMessage");
        json.raw("null");
        wire.key("IsActive");
        json.boolean(field.isOn(customfield::isActive));
        wire.key("Settings");
        json.beginArray();
        const QStringList choices = field.text(customfield::choices).split(u'|', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < choices.size(); ++i) {
            json.beginObject();
            wire.key("Id");
            json.number(settingsId(id, choices, choices.at(i)));
            wire.key("Name");
            text(wire, choices.at(i));
            wire.key("IsActive");
            json.boolean(true);
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.finish();
    return out;
}

QByteArray Renderer::customData(int module, int entity) const
{
    QByteArray out;
    Wire wire(out, m_isPascal);
    customData(wire, module, entity);
    wire.json().finish();
    return out;
}

void Renderer::customData(Wire &wire, int module, int entity) const
{
    const RecordTable &fields = m_store.table(CustomField);
    const RecordTable &values = m_store.table(CustomValue);
    JsonWriter &json = wire.json();
    json.beginArray();
    for (const int id : fieldsOf(module, false)) {
        const RecordDraft field = fields.unpack(*fields.find(id));
        const StoredRecord *held = nullptr;
        for (const int value : values.idsByReference(customvalue::entity, entity)) {
            if (values.integer(*values.find(value), customvalue::customField) == id)
                held = values.find(value);
        }
        const QString data = held ? values.text(*held, customvalue::value) : QString();
        json.beginObject();
        wire.key("Id");
        json.number(held ? held->id : 0);
        wire.key("Name");
        text(wire, field.text(customfield::name));
        wire.key("Data");
        text(wire, data);
        wire.key("SettingsId");
        json.number(settingsId(id, field.text(customfield::choices).split(u'|'), data));
        wire.key("CustomFieldType");
        json.number(field.integer(customfield::dataType));
        wire.key("CustomFieldId");
        json.number(id);
        json.endObject();
    }
    json.endArray();
}

QByteArray Renderer::customValue(int id) const
{
    const RecordTable &values = m_store.table(CustomValue);
    const StoredRecord &record = *values.find(id);
    const RecordDraft value = values.unpack(record);
    const RecordTable &fields = m_store.table(CustomField);
    const int fieldId = int(value.integer(customvalue::customField));
    const RecordDraft field = fields.unpack(*fields.find(fieldId));
    const int module = int(field.integer(customfield::module));
    QByteArray out;
    Wire wire(out, m_isPascal);
    JsonWriter &json = wire.json();
    json.beginObject();
    constexpr std::array stamps{Member{"Id", Part::Id}, Member{"CreatedBy", Part::CreatedBy},
                                Member{"CreatedOn", Part::CreatedOn}, Member{"ModifiedBy", Part::ModifiedBy},
                                Member{"ModifiedOn", Part::ModifiedOn}};
    for (const Member &item : stamps) {
        wire.key(item.name);
        member(wire, CustomValue, record, value, item);
    }
    wire.key("Value");
    text(wire, value.text(customvalue::value));
    wire.key("EntityId");
    json.number(value.integer(customvalue::entity));
    wire.key("CustomFieldName");
    text(wire, field.text(customfield::name));
    wire.key("CustomFieldId");
    json.number(fieldId);
    wire.key("ModuleName");
    text(wire, moduleName(module));
    wire.key("ModuleId");
    json.number(module);
    json.endObject();
    json.finish();
    return out;
}

QString moduleName(int module)
{
    switch (module) {
    case AccountModule:
        return QStringLiteral("Accounts");
    case ContactModule:
        return QStringLiteral("Contacts");
    case AssetModule:
        return QStringLiteral("Hardware Assets");
    default:
        return {};
    }
}

QString fullName(const RecordStore &store, int table, int id)
{
    const RecordTable &records = store.table(table);
    const StoredRecord *record = id != 0 ? records.find(id) : nullptr;
    if (!record)
        return {};
    const bool isContact = table == Contact;
    return QString(records.text(*record, isContact ? contact::firstName : employee::firstName) + u' '
                   + records.text(*record, isContact ? contact::lastName : employee::lastName))
        .trimmed();
}

} // namespace tandem::practicebms
