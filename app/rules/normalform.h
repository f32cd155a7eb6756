// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/fieldmap.h"

#include <QJsonValue>

namespace tandem {

/** The value in the form in which two values of a field are compared; blank becomes null. */
[[nodiscard]] QJsonValue normalForm(NormalForm form, const QJsonValue &value);
/** Whether both mean the same to the PSA, so that a round trip that rewrites a value is not a change. */
[[nodiscard]] bool sameValue(NormalForm form, const QJsonValue &one, const QJsonValue &other);
/** Whether `other` is what a PSA may have made of `one` when it wrote it down: the same text but for case and white space. */
[[nodiscard]] bool isSpellingOf(NormalForm form, const QJsonValue &one, const QJsonValue &other);
/** The one well-formed MAC address in the text, or an empty string (rule D4: more than 17 characters is none). */
[[nodiscard]] QString wellFormedMac(const QString &text);

} // namespace tandem
