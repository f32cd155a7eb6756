// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace tandem {

/** The seam for time: everything that asks what time it is asks here, so that tests never sleep. Thread-safe. */
class Clock
{
    Q_DISABLE_COPY_MOVE(Clock)
public:
    Clock() = default;
    virtual ~Clock();
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override;
};

/** The one spelling of a moment in the database, in JSON and on the wire between our parts: UTC, milliseconds. */
[[nodiscard]] QString toIsoUtc(const QDateTime &moment);
[[nodiscard]] QDateTime fromIsoUtc(const QString &text);

} // namespace tandem
