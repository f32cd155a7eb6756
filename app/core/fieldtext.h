// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/field.h"

#include <QJsonValue>
#include <QString>

namespace tandem {

/**
 * A field's value for people, in the person's locale; empty for a blank one. `name` is what a reference or
 * option is called, which the value itself does not say.
 */
[[nodiscard]] QString fieldText(const FieldDescription &field, const QJsonValue &value,
                                const QString &name = {});

} // namespace tandem
