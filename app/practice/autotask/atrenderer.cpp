// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autotask/atrenderer.h"

#include "practice/autotask/attime.h"

#include <algorithm>

namespace tandem::practiceat {

Renderer::Renderer(const RecordStore &store, int table, Quirks quirks)
    : m_table(store.table(table))
    , m_number(table)
    , m_quirks(quirks)
    , m_udfField(userDefinedField(table))
    , m_udfs(userDefinedFields(store, table))
{
}

QByteArray Renderer::record(const StoredRecord &record) const
{
    QByteArray text;
    JsonWriter out(text);
    this->record(out, record, std::nullopt, hasUserDefined(record) ? Udfs::Values : Udfs::Empty);
    out.finish();
    return text;
}

QByteArray Renderer::item(const StoredRecord &record) const
{
    return "{\"item\":" + this->record(record) + '}';
}

void Renderer::rows(JsonWriter &out, const std::vector<const StoredRecord *> &rows,
                    const std::optional<Selection> &selection) const
{
    const bool isWanted = selection ? !selection->udfs.isEmpty()
                                    : std::any_of(rows.begin(), rows.end(), [this](const StoredRecord *row) {
                                          return hasUserDefined(*row);
                                      });
    out.beginArray();
    for (const StoredRecord *row : rows)
        record(out, *row, selection, isWanted ? Udfs::Values : Udfs::LeaveOut);
    out.endArray();
}

void Renderer::record(JsonWriter &out, const StoredRecord &record, const std::optional<Selection> &selection,
                      Udfs udfs) const
{
    out.beginObject();
    if (!selection || selection->id) {
        out.key("id");
        out.number(record.id);
    }
    const bool noCompany = hidesCompany(record);
    const std::span<const FieldSpec> specs = m_table.spec().fields;
    PackedCursor cursor(m_table.spec(), record.packed);
    for (int i = 0; i < int(specs.size()); ++i) {
        const FieldSpec &field = specs[size_t(i)];
        if (i == m_udfField || (selection && !selection->fields.contains(i)))
            continue;
        out.key(QByteArrayView(field.name));
        if (noCompany && i == fields().contactCompany)
            out.number(0);
        else if (cursor.seek(i))
            value(out, field, cursor);
        else
            out.raw("null");
    }
    if (m_udfField >= 0 && udfs != Udfs::LeaveOut) {
        out.key("userDefinedFields");
        if (udfs == Udfs::Empty)
            out.raw("[]");
        else
            userDefined(out, record, selection ? &*selection : nullptr);
    }
    out.endObject();
}

void Renderer::value(JsonWriter &out, const FieldSpec &field, const PackedCursor &cursor) const
{
    switch (field.type) {
    case FieldType::Text:
        out.text(cursor.bytes());
        break;
    case FieldType::Json:
        out.raw(cursor.bytes());
        break;
    case FieldType::Integer:
    case FieldType::Reference:
        out.number(cursor.integer());
        break;
    case FieldType::Boolean:
        out.boolean(cursor.integer() != 0);
        break;
    case FieldType::DateTime:
        out.text(writeMoment(cursor.integer()));
        break;
    case FieldType::Number:
        out.real(cursor.number());
        break;
    }
}

void Renderer::userDefined(JsonWriter &out, const StoredRecord &record, const Selection *selection) const
{
    const QJsonObject values = userDefinedValues(m_table, record, m_udfField);
    out.beginArray();
    for (const UserDefinedField &udf : m_udfs) {
        if (selection && !selection->udfs.contains(udf.id))
            continue;
        const QJsonValue value = values.value(QString::number(udf.id));
        out.beginObject();
        out.key("name");
        out.text(udf.name.toUtf8());
        out.key("value");
        if (value.isUndefined())
            out.raw("null");
        else
            out.text(udf.isProtected ? QByteArray(mask) : value.toString().toUtf8());
        out.endObject();
    }
    out.endArray();
}

bool Renderer::hasUserDefined(const StoredRecord &record) const
{
    return m_udfField >= 0 && !userDefinedValues(m_table, record, m_udfField).isEmpty();
}

bool Renderer::hidesCompany(const StoredRecord &record) const
{
    return m_number == Contact && m_quirks.testFlag(Quirk::InactiveContactLosesCompany)
        && !isActive(m_table, record);
}

} // namespace tandem::practiceat
