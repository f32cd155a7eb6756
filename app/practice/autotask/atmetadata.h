// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/autotask/atpicklists.h"

#include <QJsonObject>

namespace tandem::practiceat {

/** {"info":{…}}: what may be done with an entity. */
[[nodiscard]] QJsonObject entityInformation(int table, bool mayWrite);
/** {"fields":[…]}: the standard fields, with the tenant's picklists. */
[[nodiscard]] QJsonObject fieldInformation(const RecordStore &store, const Picklists &picklists, int table);
/** {"fields":[…]}: the user-defined fields. */
[[nodiscard]] QJsonObject userDefinedInformation(const RecordStore &store, int table);

} // namespace tandem::practiceat
