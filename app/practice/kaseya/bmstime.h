// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/kaseya/bmsquirks.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace tandem::practicebms {

/** The zone of the user whom the API answers. */
inline constexpr auto userZone = "America/New_York";

/** Writes and reads moments (milliseconds since 1970) as a tenant does: ISO, as a rule without a zone. */
class Times final {
public:
    explicit Times(const Quirks &quirks);

    /** When something happened: UTC, or the user's time by quirk. */
    [[nodiscard]] QByteArray moment(qint64 milliseconds) const;
    [[nodiscard]] std::optional<qint64> readMoment(const QString &text) const;
    /** A date that somebody entered: the clock's face as it was written, in no zone at all. */
    [[nodiscard]] QByteArray date(qint64 milliseconds) const;
    [[nodiscard]] std::optional<qint64> readDate(const QString &text) const;

private:
    bool m_isZoned;
    bool m_isLocal;
    QTimeZone m_zone;
};

} // namespace tandem::practicebms
