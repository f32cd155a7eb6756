// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include "core/record.h"

namespace tandem {

/**
 * Reads `field=value` words into values as the engine takes them. References and list values are given as an id or an
 * exact name; manufacturers and models are made when new. `before` are the record's values, which a name is looked up
 * within (a location of its organization). Errors: `BadInput` with the field.
 */
[[nodiscard]] Result<FieldValues> readFields(Context &context, AssetKind kind, const QStringList &words,
                                             const FieldValues &before);

} // namespace tandem
