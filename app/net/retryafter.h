// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace tandem {

/**
 * The wait that a Retry-After header asks for: whole seconds or an HTTP date (RFC 9110, 10.2.3). Never
 * negative and at most one day; nothing when the header is empty or not understood.
 */
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &value,
                                                                       const QDateTime &nowUtc);

} // namespace tandem
