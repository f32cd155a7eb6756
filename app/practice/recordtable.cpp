// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/recordtable.h"

#include <algorithm>
#include <cstring>

namespace tandem {

namespace {

void appendVarint(QByteArray &out, quint64 value)
{
    while (value >= 0x80) {
        out.append(char((value & 0x7f) | 0x80));
        value >>= 7;
    }
    out.append(char(value));
}

quint64 readVarint(const char *&at, const char *end)
{
    quint64 value = 0;
    for (int shift = 0; at < end && shift < 64; shift += 7) {
        const auto byte = quint8(*at++);
        value |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80)
            break;
    }
    return value;
}

quint64 zigzag(qint64 value)
{
    return (quint64(value) << 1) ^ quint64(value >> 63);
}

qint64 unzigzag(quint64 value)
{
    return qint64(value >> 1) ^ -qint64(value & 1);
}

size_t textKey(const QString &text)
{
    return qHash(text.toCaseFolded());
}

} // namespace

bool RecordDraft::has(int field) const
{
    return values.at(size_t(field)).index() != 0;
}

qint64 RecordDraft::integer(int field) const
{
    const auto *value = std::get_if<qint64>(&values.at(size_t(field)));
    return value ? *value : 0;
}

bool RecordDraft::isOn(int field) const
{
    const auto *value = std::get_if<bool>(&values.at(size_t(field)));
    return value && *value;
}

QString RecordDraft::text(int field) const
{
    const auto *value = std::get_if<QByteArray>(&values.at(size_t(field)));
    return value ? QString::fromUtf8(*value) : QString();
}

PackedCursor::PackedCursor(const TableSpec &spec, const QByteArray &packed)
    : m_spec(spec)
    , m_at(packed.constData())
    , m_end(m_at + packed.size())
{
}

bool PackedCursor::next()
{
    if (m_at >= m_end) {
        m_field = int(m_spec.fields.size());
        return false;
    }
    m_field = quint8(*m_at++);
    switch (m_spec.fields[size_t(m_field)].type) {
    case FieldType::Text:
    case FieldType::Json: {
        const auto size = qsizetype(readVarint(m_at, m_end));
        m_bytes = QByteArrayView(m_at, size);
        m_at += size;
        break;
    }
    case FieldType::Integer:
    case FieldType::DateTime:
    case FieldType::Reference:
        m_integer = unzigzag(readVarint(m_at, m_end));
        break;
    case FieldType::Boolean:
        m_integer = *m_at++;
        break;
    case FieldType::Number:
        std::memcpy(&m_number, m_at, sizeof m_number);
        m_at += sizeof m_number;
        break;
    }
    return true;
}

bool PackedCursor::seek(int field)
{
    while (m_field < field) {
        if (!next())
            return false;
    }
    return m_field == field;
}

int PackedCursor::field() const
{
    return m_field;
}

qint64 PackedCursor::integer() const
{
    return m_integer;
}

double PackedCursor::number() const
{
    return m_number;
}

QByteArrayView PackedCursor::bytes() const
{
    return m_bytes;
}

RecordTable::RecordTable(const TableSpec &spec)
    : m_spec(spec)
{
    Q_ASSERT(spec.fields.size() < 256); // a packed field is named by one byte
    for (size_t i = 0; i < spec.fields.size(); ++i) {
        const FieldSpec &field = spec.fields[i];
        m_fields.insert(field.name, int(i));
        m_foldedFields.insert(QByteArray(field.name).toLower(), int(i));
        if (field.flags & FieldFlag::Indexed)
            m_indexes.push_back({int(i), {}, {}});
    }
}

const TableSpec &RecordTable::spec() const
{
    return m_spec;
}

const std::vector<StoredRecord> &RecordTable::records() const
{
    return m_records;
}

size_t RecordTable::lowerBound(int id) const
{
    // Most tables have no gaps, so the guess is usually right.
    if (id > 0 && size_t(id) <= m_records.size() && m_records[size_t(id) - 1].id == id)
        return size_t(id) - 1;
    const auto it =
        std::lower_bound(m_records.begin(), m_records.end(), id,
                         [](const StoredRecord &record, int wanted) { return record.id < wanted; });
    return size_t(it - m_records.begin());
}

const StoredRecord *RecordTable::find(int id) const
{
    const size_t at = lowerBound(id);
    return at < m_records.size() && m_records[at].id == id ? &m_records[at] : nullptr;
}

int RecordTable::field(QByteArrayView name) const
{
    return m_fields.value(name.toByteArray(), -1);
}

int RecordTable::fieldIgnoringCase(QByteArrayView name) const
{
    return m_foldedFields.value(name.toByteArray().toLower(), -1);
}

bool RecordTable::isIndexed(int field) const
{
    return field >= 0 && (m_spec.fields[size_t(field)].flags & FieldFlag::Indexed);
}

const std::vector<int> &RecordTable::idsByReference(int field, int target) const
{
    static const std::vector<int> none;
    for (const Index &index : m_indexes) {
        if (index.field != field)
            continue;
        const auto it = index.byReference.constFind(target);
        return it == index.byReference.constEnd() ? none : it.value();
    }
    return none;
}

std::vector<int> RecordTable::idsByText(int field, const QString &text) const
{
    std::vector<int> ids;
    for (const Index &index : m_indexes) {
        if (index.field != field)
            continue;
        const auto [begin, end] = index.byText.equal_range(textKey(text));
        for (auto it = begin; it != end; ++it)
            ids.push_back(it.value());
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

RecordDraft RecordTable::emptyDraft() const
{
    RecordDraft draft;
    draft.values.resize(m_spec.fields.size());
    return draft;
}

RecordDraft RecordTable::unpack(const StoredRecord &record) const
{
    RecordDraft draft = emptyDraft();
    draft.id = record.id;
    PackedCursor cursor(m_spec, record.packed);
    while (cursor.next()) {
        FieldValue &value = draft.values[size_t(cursor.field())];
        switch (m_spec.fields[size_t(cursor.field())].type) {
        case FieldType::Text:
        case FieldType::Json:
            value = cursor.bytes().toByteArray();
            break;
        case FieldType::Integer:
        case FieldType::DateTime:
        case FieldType::Reference:
            value = cursor.integer();
            break;
        case FieldType::Boolean:
            value = cursor.integer() != 0;
            break;
        case FieldType::Number:
            value = cursor.number();
            break;
        }
    }
    return draft;
}

QByteArray RecordTable::pack(const RecordDraft &draft) const
{
    QByteArray out;
    for (size_t i = 0; i < m_spec.fields.size(); ++i) {
        const FieldValue &value = draft.values[i];
        if (value.index() == 0 || (m_spec.fields[i].flags & FieldFlag::Computed))
            continue;
        out.append(char(i));
        switch (m_spec.fields[i].type) {
        case FieldType::Text:
        case FieldType::Json: {
            const auto &bytes = std::get<QByteArray>(value);
            appendVarint(out, quint64(bytes.size()));
            out.append(bytes);
            break;
        }
        case FieldType::Integer:
        case FieldType::DateTime:
        case FieldType::Reference:
            appendVarint(out, zigzag(std::get<qint64>(value)));
            break;
        case FieldType::Boolean:
            out.append(char(std::get<bool>(value)));
            break;
        case FieldType::Number: {
            const double number = std::get<double>(value);
            out.append(reinterpret_cast<const char *>(&number), sizeof number);
            break;
        }
        }
    }
    out.squeeze();
    return out;
}

QString RecordTable::text(const StoredRecord &record, int field) const
{
    PackedCursor cursor(m_spec, record.packed);
    return cursor.seek(field) ? QString::fromUtf8(cursor.bytes()) : QString();
}

qint64 RecordTable::integer(const StoredRecord &record, int field) const
{
    PackedCursor cursor(m_spec, record.packed);
    return cursor.seek(field) ? cursor.integer() : 0;
}

int RecordTable::nextId() const
{
    return m_nextId;
}

void RecordTable::reserveIds(int nextId)
{
    m_nextId = std::max(m_nextId, nextId);
}

void RecordTable::reserve(size_t count)
{
    m_records.reserve(count);
}

void RecordTable::put(StoredRecord record)
{
    m_nextId = std::max(m_nextId, record.id + 1);
    const size_t at = lowerBound(record.id);
    if (at < m_records.size() && m_records[at].id == record.id) {
        removeFromIndexes(m_records[at]);
        m_records[at] = std::move(record);
    } else {
        m_records.insert(m_records.begin() + std::ptrdiff_t(at), std::move(record));
    }
    addToIndexes(m_records[at]);
}

bool RecordTable::remove(int id)
{
    const size_t at = lowerBound(id);
    if (at >= m_records.size() || m_records[at].id != id)
        return false;
    removeFromIndexes(m_records[at]);
    m_records.erase(m_records.begin() + std::ptrdiff_t(at));
    return true;
}

void RecordTable::clear()
{
    m_records.clear();
    m_nextId = 1;
    for (Index &index : m_indexes) {
        index.byReference.clear();
        index.byText.clear();
    }
}

void RecordTable::addToIndexes(const StoredRecord &record)
{
    for (Index &index : m_indexes) {
        PackedCursor cursor(m_spec, record.packed);
        if (!cursor.seek(index.field))
            continue;
        if (m_spec.fields[size_t(index.field)].type == FieldType::Text) {
            index.byText.insert(textKey(QString::fromUtf8(cursor.bytes())), record.id);
            continue;
        }
        std::vector<int> &ids = index.byReference[int(cursor.integer())];
        ids.insert(std::lower_bound(ids.begin(), ids.end(), record.id), record.id);
    }
}

void RecordTable::removeFromIndexes(const StoredRecord &record)
{
    for (Index &index : m_indexes) {
        PackedCursor cursor(m_spec, record.packed);
        if (!cursor.seek(index.field))
            continue;
        if (m_spec.fields[size_t(index.field)].type == FieldType::Text) {
            index.byText.remove(textKey(QString::fromUtf8(cursor.bytes())), record.id);
            continue;
        }
        std::vector<int> &ids = index.byReference[int(cursor.integer())];
        const auto it = std::lower_bound(ids.begin(), ids.end(), record.id);
        if (it != ids.end() && *it == record.id)
            ids.erase(it);
    }
}

} // namespace tandem
