// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/recordstore.h"

namespace tandem::practicebms {

/** A list of values. Their real names are not published; these follow the words of the vendor's help. */
struct ListSpec {
    const char *name;
    bool isTenant; ///< the tenant may add to it
    const char *aliases = ""; ///< other names it answers to, in lower case, separated by '|'
};

[[nodiscard]] std::span<const ListSpec> lists();
/** By name or alias, letter case and spaces aside. */
[[nodiscard]] const ListSpec *findList(QStringView name);

/** Ids of the values of a list, in the order in which they were entered. */
[[nodiscard]] std::vector<int> valuesOf(const RecordStore &store, const char *list);
/** The value of that name, letter case aside, or 0. */
[[nodiscard]] int valueByName(const RecordStore &store, const char *list, const QString &name);
/** The value that a form has chosen from the start: the default one, else the first; 0 when there is none. */
[[nodiscard]] int defaultValue(const RecordStore &store, const char *list);
[[nodiscard]] bool isInList(const RecordStore &store, const char *list, int id);
[[nodiscard]] QString valueName(const RecordStore &store, int id);

} // namespace tandem::practicebms
