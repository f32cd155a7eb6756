// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/connectwise/cwquirks.h"
#include "practice/jsonwriter.h"
#include "practice/recordstore.h"

#include <QHash>
#include <QSet>

#include <tl/expected.hpp>

namespace tandem::practicecw {

/** What `fields=` asks for; without it everything is sent. */
struct FieldSelection {
    bool id = false;
    bool info = false;
    QHash<int, QSet<QByteArray>> members =
        {}; ///< field number to the parts wanted of it; an empty set: all of it
    QSet<QByteArray> infoParts = {};
};

/** The error is an ApiFindCondition message. An empty text selects nothing in particular: nullopt. */
[[nodiscard]] tl::expected<std::optional<FieldSelection>, QString> parseSelection(const RecordTable &table,
                                                                                  const QString &text);

/**
 * Writes records as ConnectWise sends them: nulls left out, references with id, name and a link, moments in
 * UTC with whole seconds, and what belongs to a record (types, communication items, custom fields, questions)
 * gathered into it. Lives no longer than one answer: it remembers what it has read.
 */
class Renderer final {
public:
    /** `base` is the address up to "apis/3.0", without a slash at its end. */
    Renderer(const RecordStore &store, Quirks quirks, const QByteArray &base);

    void record(JsonWriter &out, int table, const StoredRecord &record,
                const FieldSelection *selection = nullptr) const;
    [[nodiscard]] QByteArray recordText(int table, int id) const;

private:
    void field(JsonWriter &out, int table, const StoredRecord &record, int number, PackedCursor &cursor,
               const QSet<QByteArray> *parts) const;
    void computed(JsonWriter &out, int table, const StoredRecord &record, const FieldSpec &field,
                  const QSet<QByteArray> *parts) const;
    void reference(JsonWriter &out, int table, int id, const QSet<QByteArray> *parts) const;
    [[nodiscard]] QByteArray referenceText(int table, int id, const QSet<QByteArray> *parts) const;
    void types(JsonWriter &out, int table, int owner, const QSet<QByteArray> *parts) const;
    void communicationItems(JsonWriter &out, int contact, const QSet<QByteArray> *parts) const;
    void customFieldValues(JsonWriter &out, int table, QByteArrayView stored) const;
    void questions(JsonWriter &out, const StoredRecord &configuration) const;
    void info(JsonWriter &out, int table, const StoredRecord &record, const FieldSelection *selection) const;
    [[nodiscard]] QByteArray link(int table, int id) const;

    const RecordStore &m_store;
    const Quirks m_quirks;
    const QByteArray m_base;
    /** References as text, by table and id: most of a page's references are to the same few records. */
    mutable QHash<std::pair<int, int>, QByteArray> m_references;
};

} // namespace tandem::practicecw
