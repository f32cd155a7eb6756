// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace tandem {

/** How a field of a practice record is kept; what it looks like on the wire is the platform's business. */
enum class FieldType : quint8 {
    Text, ///< UTF-8
    Integer,
    Number,
    Boolean,
    DateTime, ///< since 1970, UTC: seconds or milliseconds, as the platform keeps them
    Reference, ///< id of a record of `FieldSpec::target`
    Json ///< compact JSON text, for the few values that have a shape of their own
};

namespace FieldFlag {
enum : quint16 {
    Required = 1, ///< a write without it is refused
    ReadOnly = 2, ///< the server's own; what a client sends is ignored
    Indexed = 4, ///< equality is answered without a scan
    Computed = 8, ///< never stored: the platform makes it up when it renders the record
    Unique = 16, ///< no two records of the table may share the value, letter case aside
    PlainId = 64, ///< a Reference that is a bare number on the wire
    OnByDefault = 32 ///< a Boolean that is true unless said otherwise
};
}

/** One field of one table; the order of the fields is the order on the wire. */
struct FieldSpec {
    const char *name;
    FieldType type;
    int maxLength = 0; ///< Text: UTF-16 units; 0 for no limit
    int target = -1; ///< Reference: number of the table it points at
    int flags = 0; ///< of FieldFlag
    const char *choices = nullptr; ///< Text: the allowed values, separated by '|'
};

struct TableSpec {
    const char *name;
    std::span<const FieldSpec> fields;
};

/** A field's value; the alternatives are null, Boolean, Integer/DateTime/Reference, Number, Text/Json. */
using FieldValue = std::variant<std::monostate, bool, qint64, double, QByteArray>;

/** Who touched a record last and when: since 1970 UTC, in seconds or milliseconds as the platform keeps them,
 * and the id of a member. */
struct RecordStamp {
    qint64 at = 0;
    int member = 0;
};

/** One record as it is kept: its fields packed into one block, since a table may hold a million of them. */
struct StoredRecord {
    int id = 0;
    RecordStamp created;
    RecordStamp updated;
    QByteArray packed;
};

/** A record opened up for reading or changing; one value per field of its table. */
struct RecordDraft {
    int id = 0;
    std::vector<FieldValue> values;

    [[nodiscard]] bool has(int field) const;
    /** The number of an Integer, DateTime or Reference field, 0 when it is null. */
    [[nodiscard]] qint64 integer(int field) const;
    [[nodiscard]] bool isOn(int field) const;
    [[nodiscard]] QString text(int field) const;
};

/** Walks over the stored fields of one record in their order, without unpacking it. */
class PackedCursor final {
public:
    PackedCursor(const TableSpec &spec, const QByteArray &packed);
    /** Moves to the next stored field; false at the end. */
    [[nodiscard]] bool next();
    /** Moves to `field`, which must not be before the current one; false when the record has no value there.
     */
    [[nodiscard]] bool seek(int field);
    [[nodiscard]] int field() const;
    [[nodiscard]] qint64 integer() const; ///< also a Boolean, as 0 or 1
    [[nodiscard]] double number() const;
    [[nodiscard]] QByteArrayView bytes() const;

private:
    const TableSpec &m_spec;
    const char *m_at;
    const char *m_end;
    int m_field = -1;
    qint64 m_integer = 0;
    double m_number = 0;
    QByteArrayView m_bytes;
};

/** One kind of practice records: sorted by id, with indexes. Ids are never used twice. One thread. */
class RecordTable final {
public:
    explicit RecordTable(const TableSpec &spec);

    [[nodiscard]] const TableSpec &spec() const;
    [[nodiscard]] const std::vector<StoredRecord> &records() const;
    [[nodiscard]] const StoredRecord *find(int id) const;
    /** Position of the first record whose id is at least `id`. */
    [[nodiscard]] size_t lowerBound(int id) const;
    /** Number of the field of this exact name, or -1; the second form ignores letter case. */
    [[nodiscard]] int field(QByteArrayView name) const;
    [[nodiscard]] int fieldIgnoringCase(QByteArrayView name) const;
    [[nodiscard]] bool isIndexed(int field) const;

    /** Ascending ids whose reference field holds `target`; the field must be Indexed. */
    [[nodiscard]] const std::vector<int> &idsByReference(int field, int target) const;
    /** Ascending ids whose text may equal `text`, letter case aside (the caller compares); the field must be
     * Indexed. */
    [[nodiscard]] std::vector<int> idsByText(int field, const QString &text) const;

    [[nodiscard]] RecordDraft emptyDraft() const;
    [[nodiscard]] RecordDraft unpack(const StoredRecord &record) const;
    [[nodiscard]] QByteArray pack(const RecordDraft &draft) const;
    /** One text of one record; empty when it has none. */
    [[nodiscard]] QString text(const StoredRecord &record, int field) const;
    [[nodiscard]] qint64 integer(const StoredRecord &record, int field) const;

    [[nodiscard]] int nextId() const;
    void reserveIds(int nextId);
    void reserve(size_t count);
    /** Adds or replaces the record of that id. */
    void put(StoredRecord record);
    bool remove(int id);
    void clear();

private:
    void addToIndexes(const StoredRecord &record);
    void removeFromIndexes(const StoredRecord &record);

    struct Index {
        int field;
        QHash<int, std::vector<int>> byReference;
        QMultiHash<size_t, int> byText;
    };

    TableSpec m_spec;
    std::vector<StoredRecord> m_records;
    std::vector<Index> m_indexes;
    QHash<QByteArray, int> m_fields;
    QHash<QByteArray, int> m_foldedFields;
    int m_nextId = 1;
};

} // namespace tandem
