// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/kaseya/bmsanswer.h"
#include "practice/kaseya/bmsschema.h"
#include "practice/kaseya/bmstime.h"
#include "practice/recordstore.h"

namespace tandem::practicebms {

/** Writes records as the vendor's answers have them. */
class Renderer final {
public:
    Renderer(const RecordStore &store, const Quirks &quirks, const QString &tenant, bool isPascal);

    [[nodiscard]] QByteArray one(int table, int id, std::span<const Member> members) const;
    [[nodiscard]] QByteArray rows(int table, const std::vector<const StoredRecord *> &rows,
                                  std::span<const Member> members) const;
    /** The records that belong to the record `owner`, oldest first. */
    [[nodiscard]] QByteArray children(int table, int ownerField, int owner,
                                      std::span<const Member> members) const;
    /** The active custom fields of a module; and what they hold for one record, blank or not. */
    [[nodiscard]] QByteArray customFields(int module, bool withInactive) const;
    [[nodiscard]] QByteArray customData(int module, int entity) const;
    [[nodiscard]] QByteArray customValue(int id) const;

private:
    void record(Wire &wire, int table, const StoredRecord &record, std::span<const Member> members) const;
    void member(Wire &wire, int table, const StoredRecord &record, const RecordDraft &draft,
                const Member &member) const;
    void value(Wire &wire, const FieldSpec &field, const FieldValue &value) const;
    void list(Wire &wire, int table, int ownerField, int owner, std::span<const Member> members) const;
    void text(Wire &wire, const QString &text) const;
    void number(Wire &wire, int value) const;
    [[nodiscard]] QString defaultOf(int table, int contact) const;
    void customData(Wire &wire, int module, int entity) const;
    [[nodiscard]] std::vector<int> fieldsOf(int module, bool withInactive) const;

    const RecordStore &m_store;
    const Times m_times;
    const QString m_tenant;
    const bool m_isPascal;
};

[[nodiscard]] QString moduleName(int module);
/** First and last name of a contact or employee. */
[[nodiscard]] QString fullName(const RecordStore &store, int table, int id);

} // namespace tandem::practicebms
