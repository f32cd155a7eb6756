// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/field.h"

#include <QJsonValue>

namespace tandem {

/**
 * What is wrong with a value of this field, as a translated sentence for people; empty when nothing is. Checks the shape
 * and form only: whether a referenced record exists is the record service's to know.
 */
[[nodiscard]] QString problemWith(const FieldDescription &field, const QJsonValue &value);

} // namespace tandem
