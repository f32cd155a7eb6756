// SPDX-License-Identifier: GPL-3.0-or-later
// Field maps, and what the program keeps as JSON of its own and reads again: settings and headers.
#include "fuzz/fuzzinput.h"
#include "net/retryafter.h"
#include "rules/syncsettings.h"

using namespace tandem;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    const Result<FieldMap> map = FieldMap::parse(input.bytes());
    fuzz::require(map || !map.error().message.isEmpty(), "a map that is refused says why");
    const SyncSettings settings = SyncSettings::fromJson(input.object());
    fuzz::require(SyncSettings::fromJson(settings.toJson()) == settings, "settings are read as they were written");
    const auto wait = parseRetryAfter(input.bytes(), QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    fuzz::require(!wait || (wait->count() >= 0 && *wait <= std::chrono::hours(24)), "a wait is at most a day");
    return 0;
}
