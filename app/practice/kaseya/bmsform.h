// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace tandem::practicebms {

/** The items of a form, by name in lower case. */
using Form = QHash<QString, QString>;

/** Reads what a browser's form would send, application/x-www-form-urlencoded or multipart/form-data; nothing
 * when it is neither. */
[[nodiscard]] std::optional<Form> readForm(const QByteArray &contentType, const QByteArray &body);

} // namespace tandem::practicebms
