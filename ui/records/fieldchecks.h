// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/field.h"
#include "core/platform.h"

#include <QJsonValue>
#include <QList>
#include <QString>

namespace tandem {

/** The longest text a PSA takes in a field. */
struct LengthLimit {
    QString psa;
    int characters = 0;
};

/**
 * What is wrong with the value, in a sentence for the person who typed it; empty when it may be saved. Beyond
 * what the field's description demands it looks at the forms of addresses and at what the PSAs that get the
 * value can hold.
 */
[[nodiscard]] QString checkField(const FieldDescription &field, const QJsonValue &value,
                                 const QList<LengthLimit> &limits);

} // namespace tandem
