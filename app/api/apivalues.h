// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apibody.h"
#include "api/apiresource.h"
#include "core/record.h"

#include <optional>

namespace tandem {

/** What the attributes of one object ask to be written. */
struct ApiChanges {
    FieldValues fields; ///< of a record; blank ones are null
    std::optional<bool> isPrimaryLocation;
    std::optional<QString> name; ///< of a list value
    std::optional<OptionId> parent;
    QStringList ignored; ///< attributes, with dashes, whose values were not kept
};

/**
 * Attributes as Tandem's values. Texts may be numbers, ids and booleans may be texts, and a date may carry a
 * time; a value that is none of it is 422 with its pointer. What is read-only is passed over as IT Glue does;
 * what Tandem does not keep is passed over and named in `ignored`, unless it is blank or says what Tandem
 * answers anyway. `before` are the record's values: a phone number that comes back without its separators
 * keeps them.
 */
[[nodiscard]] ApiResult<ApiChanges> readAttributes(const ApiResource &resource, const ApiItem &item,
                                                   const FieldValues &before);

} // namespace tandem
