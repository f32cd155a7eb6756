// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace tandem {

/** A point of the monotonic clock; handed in by the caller, so that what decides about time never asks for
 * it. */
using Moment = std::chrono::steady_clock::time_point;

} // namespace tandem
