// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/kaseya/bmsanswer.h"

#include <QJsonArray>

namespace tandem::practicebms {

/** Value of a member, letter case of its name aside; undefined when there is none. */
[[nodiscard]] QJsonValue member(const QJsonObject &object, const QString &name);

/** Carries out a JSON Patch (RFC 6902) on an object without inner objects. Letter case of the paths does not
 * matter; a member that is removed becomes null. Nothing comes of a patch with a mistake. */
[[nodiscard]] Answer<QJsonObject> patched(const QJsonObject &document, const QJsonArray &operations);

} // namespace tandem::practicebms
