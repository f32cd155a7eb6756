// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tandem::practiceat {

/** Milliseconds since 1970 of an ISO moment; without a zone it is UTC. Nothing when it is none. */
[[nodiscard]] std::optional<qint64> readMoment(const QString &text);
/** The same for a field that knows only days: midnight of the day as it is written, whatever its zone. */
[[nodiscard]] std::optional<qint64> readDay(const QString &text);
/** yyyy-MM-ddTHH:mm:ss.fffZ, where zeros at the end of the fraction are left out. */
[[nodiscard]] QByteArray writeMoment(qint64 milliseconds);

} // namespace tandem::practiceat
