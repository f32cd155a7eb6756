// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/kaseya/bmsanswer.h"
#include "practice/kaseya/bmsschema.h"
#include "practice/kaseya/bmstime.h"
#include "practice/recordstore.h"

namespace tandem::practicebms {

/** What a filter compares. */
enum class Test : quint8 {
    Contains, ///< the text of the field has it within, letter case aside
    ViaContains, ///< the same of the record that the field leads to
    NameContains, ///< the same of the first and last name of the person that the field leads to
    OwnNameContains, ///< the same of the person itself
    EmailContains, ///< one of the contact's e-mail addresses
    PhoneContains, ///< one of the contact's phone numbers
    Equals, ///< the number of the field
    OneOf, ///< the number of the field is among them
    IdOneOf, ///< the record's own id is among them
    IdNot, ///< the record's own id is not among them
    Is, ///< the field is on, or is off
    ActiveUnless, ///< the field is on, unless the filter asks for all
    CreatedFrom,
    CreatedTo,
    ModifiedFrom,
    ModifiedTo
};

struct FilterSpec {
    const char *name; ///< what follows "Filter."
    Test test;
    int field = -1;
    int target = -1;
};

[[nodiscard]] std::span<const FilterSpec> accountFilters();
[[nodiscard]] std::span<const FilterSpec> accountLookupFilters();
[[nodiscard]] std::span<const FilterSpec> contactFilters();
[[nodiscard]] std::span<const FilterSpec> contactSearchFilters();
[[nodiscard]] std::span<const FilterSpec> contactLookupFilters();
[[nodiscard]] std::span<const FilterSpec> assetFilters();
[[nodiscard]] std::span<const FilterSpec> employeeFilters();

/** The filters and the page that a request asks for, in its address or, by POST, in its body. Sort and
 * Exclude are passed over: how they are written is not published. */
class Question final {
public:
    [[nodiscard]] static Answer<Question> read(const PracticeRequest &request);

    /** Every value of the filter; none when it was not given. */
    [[nodiscard]] QStringList values(const char *filter) const;
    /** 0 when none was asked for. */
    [[nodiscard]] int pageSize() const;
    /** From 1 on. */
    [[nodiscard]] int pageNumber() const;

private:
    void add(const QString &name, const QString &value);

    QHash<QString, QStringList> m_filters;
    int m_pageSize = 0;
    int m_pageNumber = 1;
};

/** The records that pass all filters, by ascending id. `owner`, if any, must be in the Indexed `ownerField`.
 */
[[nodiscard]] Answer<std::vector<const StoredRecord *>> find(const RecordStore &store, int table,
                                                             std::span<const FilterSpec> filters,
                                                             const Question &question, const Times &times,
                                                             int ownerField = -1, int owner = 0);

/** The rows of one page; `pageSize` 0 takes all. */
[[nodiscard]] std::vector<const StoredRecord *> pageOf(const std::vector<const StoredRecord *> &rows,
                                                       int pageSize, int pageNumber);

} // namespace tandem::practicebms
