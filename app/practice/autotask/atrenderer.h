// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/autotask/atquery.h"
#include "practice/autotask/atquirks.h"
#include "practice/autotask/atudf.h"
#include "practice/jsonwriter.h"

namespace tandem::practiceat {

/**
 * Writes the records of one entity as Autotask sends them: every field, null or not, moments in UTC with up
 * to three digits of a second, and the user-defined fields as a list. Lives no longer than one answer.
 */
class Renderer final {
public:
    Renderer(const RecordStore &store, int table, Quirks quirks);

    /** {"item":…} */
    [[nodiscard]] QByteArray item(const StoredRecord &record) const;
    /** The record alone. */
    [[nodiscard]] QByteArray record(const StoredRecord &record) const;
    /** [{…},…]; the user-defined fields are left out where no row has a value in one. */
    void rows(JsonWriter &out, const std::vector<const StoredRecord *> &rows,
              const std::optional<Selection> &selection) const;

private:
    enum class Udfs { LeaveOut, Empty, Values };
    void record(JsonWriter &out, const StoredRecord &record, const std::optional<Selection> &selection,
                Udfs udfs) const;
    void value(JsonWriter &out, const FieldSpec &field, const PackedCursor &cursor) const;
    void userDefined(JsonWriter &out, const StoredRecord &record, const Selection *selection) const;
    [[nodiscard]] bool hasUserDefined(const StoredRecord &record) const;
    [[nodiscard]] bool hidesCompany(const StoredRecord &record) const;

    const RecordTable &m_table;
    const int m_number;
    const Quirks m_quirks;
    const int m_udfField;
    const std::vector<UserDefinedField> m_udfs;
};

} // namespace tandem::practiceat
