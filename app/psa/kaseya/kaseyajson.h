// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace tandem::kaseya {

/** The member of this name in any case: one dialect writes camelCase, its description PascalCase. Undefined:
 * none. */
[[nodiscard]] QJsonValue member(const QJsonObject &object, const QString &name);
/** Sets the member of this name where it is spelled otherwise, else as given. */
void setMember(QJsonObject &object, const QString &name, const QJsonValue &value);
/** The same object with the names of the old interface: "LocationName" for "locationName". */
[[nodiscard]] QJsonObject pascalCased(const QJsonObject &object);
/** A text without blanks around it; numbers are written out. */
[[nodiscard]] QString textOf(const QJsonValue &value);
/** The id in a number or its text; empty for 0 and anything else. */
[[nodiscard]] QString idOf(const QJsonValue &value);

} // namespace tandem::kaseya
