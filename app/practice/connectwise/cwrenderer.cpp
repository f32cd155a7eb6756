// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/connectwise/cwrenderer.h"

#include "practice/connectwise/cwquery.h"
#include "practice/connectwise/cwschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicecw {

namespace {

bool wants(const QSet<QByteArray> *parts, const char *part)
{
    return !parts || parts->isEmpty() || parts->contains(part);
}

// The same record always has the same GUID, so none has to be stored.
QByteArray guidOf(int table, int id)
{
    quint64 state = (quint64(quint32(table)) << 32 | quint32(id)) * 0x9e3779b97f4a7c15ULL;
    QByteArray guid = QByteArrayLiteral("00000000-0000-4000-8000-000000000000");
    for (char &c : guid) {
        if (c != '0')
            continue;
        state ^= state >> 29;
        state *= 0xbf58476d1ce4e5b9ULL;
        c = "0123456789abcdef"[state >> 60];
    }
    return guid;
}

QByteArray toJsonText(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace

tl::expected<std::optional<FieldSelection>, QString> parseSelection(const RecordTable &table,
                                                                    const QString &text)
{
    std::optional<FieldSelection> selection;
    for (const QString &item : text.split(u',', Qt::SkipEmptyParts)) {
        if (!selection)
            selection.emplace();
        const QString name = item.trimmed();
        const QByteArray first = name.section(u'/', 0, 0).toUtf8();
        const QByteArray rest = name.section(u'/', 1).toUtf8();
        if (first.toLower() == "id") {
            selection->id = true;
            continue;
        }
        if (first.toLower() == "_info") {
            selection->info = true;
            if (!rest.isEmpty())
                selection->infoParts.insert(rest);
            continue;
        }
        const int number = table.fieldIgnoringCase(first);
        if (number < 0)
            return tl::unexpected(unknownNameMessage(name));
        const bool wasWhole =
            selection->members.contains(number) && selection->members.value(number).isEmpty();
        QSet<QByteArray> &parts = selection->members[number];
        if (rest.isEmpty())
            parts.clear();
        else if (!wasWhole)
            parts.insert(rest);
    }
    return selection;
}

Renderer::Renderer(const RecordStore &store, Quirks quirks, const QByteArray &base)
    : m_store(store)
    , m_quirks(quirks)
    , m_base(quirks.testFlag(Quirk::ForeignLinks)
                 ? QByteArrayLiteral("https://api-na.elsewhere.example.invalid/v4_6_release/apis/3.0/")
                 : base)
{
}

QByteArray Renderer::recordText(int table, int id) const
{
    QByteArray text;
    if (const StoredRecord *found = m_store.table(table).find(id)) {
        JsonWriter out(text);
        record(out, table, *found);
        out.finish();
    }
    return text;
}

void Renderer::record(JsonWriter &out, int table, const StoredRecord &record,
                      const FieldSelection *selection) const
{
    const TableSpec &spec = m_store.table(table).spec();
    PackedCursor cursor(spec, record.packed);
    out.beginObject();
    if (!selection || selection->id) {
        out.key("id");
        out.number(record.id);
    }
    for (size_t i = 0; i < spec.fields.size(); ++i) {
        const auto number = int(i);
        if (!selection) {
            field(out, table, record, number, cursor, nullptr);
            continue;
        }
        const auto it = selection->members.constFind(number);
        if (it != selection->members.cend())
            field(out, table, record, number, cursor, &it.value());
    }
    if (!selection || selection->info)
        info(out, table, record, selection);
    out.endObject();
}

void Renderer::field(JsonWriter &out, int table, const StoredRecord &record, int number, PackedCursor &cursor,
                     const QSet<QByteArray> *parts) const
{
    const FieldSpec &spec = m_store.table(table).spec().fields[size_t(number)];
    if (spec.flags & FieldFlag::Computed) {
        computed(out, table, record, spec, parts);
        return;
    }
    const bool isStored = cursor.seek(number);
    if (spec.type == FieldType::Json) {
        // These show even when nothing is stored: every record has its type's questions and its custom
        // fields.
        const QByteArrayView stored = isStored ? cursor.bytes() : QByteArrayView();
        if (table == Configuration && number == fields().configurationQuestions) {
            questions(out, record);
        } else if (std::strcmp(spec.name, "customFields") == 0) {
            customFieldValues(out, table, stored);
        } else if (isStored) {
            out.key(spec.name);
            out.raw(stored);
        }
        return;
    }
    if (!isStored)
        return;
    switch (spec.type) {
    case FieldType::Text:
        out.key(spec.name);
        out.text(cursor.bytes());
        break;
    case FieldType::Integer:
        out.key(spec.name);
        out.number(cursor.integer());
        break;
    case FieldType::Number:
        out.key(spec.name);
        out.real(cursor.number());
        break;
    case FieldType::Boolean:
        out.key(spec.name);
        out.boolean(cursor.integer() != 0);
        break;
    case FieldType::DateTime:
        out.key(spec.name);
        out.moment(cursor.integer());
        break;
    case FieldType::Reference: {
        const auto id = int(cursor.integer());
        const bool isHidden = m_quirks.testFlag(Quirk::HiddenReferences) && record.id % 10 == 0
            && (table == Contact || table == Configuration)
            && (spec.target == Company || spec.target == Site);
        if (isHidden)
            break;
        if (spec.flags & FieldFlag::PlainId) {
            out.key(spec.name);
            out.number(id);
        } else if (m_store.table(spec.target).find(id)) {
            out.key(spec.name);
            reference(out, spec.target, id, parts);
        }
        break;
    }
    case FieldType::Json:
        break;
    }
}

void Renderer::computed(JsonWriter &out, int table, const StoredRecord &record, const FieldSpec &spec,
                        const QSet<QByteArray> *parts) const
{
    const QByteArrayView name(spec.name);
    if (name == "mobileGuid") {
        out.key(name);
        out.text(guidOf(table, record.id));
    } else if (name == "types") {
        types(out, table, record.id, parts);
    } else if (name == "communicationItems") {
        communicationItems(out, record.id, parts);
    } else if (name == "domain") {
        const QString value = m_store.table(table).text(record, fields().itemValue);
        const QString kind = m_store.table(table).text(record, fields().itemKind);
        const qsizetype at = value.lastIndexOf(u'@');
        if (kind == "Email"_L1 && at >= 0) {
            out.key(name);
            out.text(value.sliced(at).toUtf8());
        }
    }
}

void Renderer::reference(JsonWriter &out, int table, int id, const QSet<QByteArray> *parts) const
{
    if (parts && !parts->isEmpty()) {
        out.raw(referenceText(table, id, parts));
        return;
    }
    QByteArray &text = m_references[{table, id}];
    if (text.isEmpty())
        text = referenceText(table, id, nullptr);
    out.raw(text);
}

QByteArray Renderer::referenceText(int table, int id, const QSet<QByteArray> *parts) const
{
    QByteArray text;
    JsonWriter out(text);
    out.beginObject();
    if (wants(parts, "id")) {
        out.key("id");
        out.number(id);
    }
    if (tableWords(table).identifierField && wants(parts, "identifier")) {
        out.key("identifier");
        out.text(referenceIdentifier(m_store, table, id));
    }
    const char *nameKey = table == ConfigurationQuestion ? "question" : "name";
    if (wants(parts, nameKey)) {
        out.key(nameKey);
        out.text(referenceName(m_store, table, id));
    }
    if (tableWords(table).path && wants(parts, "_info")) {
        out.key("_info");
        out.beginObject();
        out.key(QByteArray(QByteArray(tableWords(table).linkName) + "_href"));
        out.text(link(table, id));
        out.endObject();
    }
    out.endObject();
    out.finish();
    return text;
}

QByteArray Renderer::link(int table, int id) const
{
    QByteArray path = tableWords(table).path;
    if (table == Site) {
        const RecordTable &sites = m_store.table(Site);
        const StoredRecord *site = sites.find(id);
        path.replace("%2", QByteArray::number(site ? sites.integer(*site, fields().siteCompany) : 0));
    }
    path.replace("%1", QByteArray::number(id));
    return m_base + path;
}

void Renderer::types(JsonWriter &out, int table, int owner, const QSet<QByteArray> *parts) const
{
    const bool isCompany = table == Company;
    const RecordTable &rows = m_store.table(isCompany ? CompanyTypeAssociation : ContactTypeAssociation);
    const int ownerField = isCompany ? fields().companyTypeOfCompany : fields().contactTypeOfContact;
    const int typeField = isCompany ? fields().typeOfCompany : fields().typeOfContact;
    out.key("types");
    out.beginArray();
    for (const int row : rows.idsByReference(ownerField, owner))
        reference(out, isCompany ? CompanyType : ContactType, int(rows.integer(*rows.find(row), typeField)),
                  parts);
    out.endArray();
}

void Renderer::communicationItems(JsonWriter &out, int contact, const QSet<QByteArray> *parts) const
{
    const RecordTable &items = m_store.table(Communication);
    const TableSpec &spec = items.spec();
    out.key("communicationItems");
    out.beginArray();
    for (const int id : items.idsByReference(fields().itemContact, contact)) {
        const StoredRecord &item = *items.find(id);
        PackedCursor cursor(spec, item.packed);
        out.beginObject();
        if (wants(parts, "id")) {
            out.key("id");
            out.number(id);
        }
        for (size_t i = 0; i < spec.fields.size(); ++i) {
            const QByteArrayView name(spec.fields[i].name);
            if (name != "contactId" && name != "mobileGuid" && wants(parts, spec.fields[i].name))
                field(out, Communication, item, int(i), cursor, nullptr);
        }
        out.endObject();
    }
    out.endArray();
}

void Renderer::customFieldValues(JsonWriter &out, int table, QByteArrayView stored) const
{
    const auto specs = customFields(table);
    if (specs.empty())
        return;
    const QJsonObject values =
        stored.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(stored.toByteArray()).object();
    out.key("customFields");
    out.beginArray();
    for (const CustomFieldSpec &spec : specs) {
        out.beginObject();
        out.key("id");
        out.number(spec.id);
        out.key("caption");
        out.text(spec.caption);
        out.key("type");
        out.text(spec.type);
        out.key("entryMethod");
        out.text(spec.entryMethod);
        out.key("numberOfDecimals");
        out.number(0);
        const QJsonValue value = values.value(QString::number(spec.id));
        if (!value.isNull() && !value.isUndefined()) {
            out.key("value");
            out.raw(toJsonText(value));
        }
        out.endObject();
    }
    out.endArray();
}

void Renderer::questions(JsonWriter &out, const StoredRecord &configuration) const
{
    const RecordTable &configurations = m_store.table(Configuration);
    const RecordTable &all = m_store.table(ConfigurationQuestion);
    const auto type = int(configurations.integer(configuration, fields().configurationType));
    const std::vector<int> &ids = all.idsByReference(fields().questionType, type);
    if (ids.empty())
        return;
    const QJsonObject answers =
        QJsonDocument::fromJson(configurations.text(configuration, fields().configurationQuestions).toUtf8())
            .object();
    out.key("questions");
    out.beginArray();
    for (const int id : ids) {
        const RecordDraft question = all.unpack(*all.find(id));
        out.beginObject();
        const QJsonValue answer = answers.value(QString::number(id));
        if (!answer.isUndefined()) {
            // An answer's id must last as long as the answer does, and both numbers do.
            out.key("answerId");
            out.number(qint64(configuration.id) * 100 + id);
        }
        out.key("questionId");
        out.number(id);
        out.key("question");
        out.text(question.text(fields().questionText).toUtf8());
        if (!answer.isUndefined()) {
            out.key("answer");
            out.raw(toJsonText(answer));
        }
        out.key("sequenceNumber");
        out.real(std::get<double>(question.values[size_t(fields().questionSequence)]));
        out.key("numberOfDecimals");
        out.number(question.integer(fields().questionDecimals));
        out.key("fieldType");
        out.text(question.text(fields().questionFieldType).toUtf8());
        out.key("requiredFlag");
        out.boolean(question.isOn(fields().questionRequired));
        out.endObject();
    }
    out.endArray();
}

void Renderer::info(JsonWriter &out, int table, const StoredRecord &record,
                    const FieldSelection *selection) const
{
    const QSet<QByteArray> *parts =
        selection && !selection->infoParts.isEmpty() ? &selection->infoParts : nullptr;
    out.key("_info");
    out.beginObject();
    if (wants(parts, "lastUpdated")) {
        out.key("lastUpdated");
        out.moment(record.updated.at);
    }
    if (wants(parts, "updatedBy")) {
        out.key("updatedBy");
        out.text(referenceIdentifier(m_store, Member, record.updated.member));
    }
    if (wants(parts, "dateEntered")) {
        out.key("dateEntered");
        out.moment(record.created.at);
    }
    if (wants(parts, "enteredBy")) {
        out.key("enteredBy");
        out.text(referenceIdentifier(m_store, Member, record.created.member));
    }
    if (table == Company && !parts) {
        const QByteArray id = QByteArray::number(record.id);
        out.key("sites_href");
        out.text(QByteArray(m_base + "/company/companies/" + id + "/sites"));
        out.key("contacts_href");
        out.text(QByteArray(m_base + "/company/contacts?conditions=company/id=" + id));
        out.key("configurations_href");
        out.text(QByteArray(m_base + "/company/configurations?conditions=company/id=" + id));
    }
    out.endObject();
}

} // namespace tandem::practicecw
