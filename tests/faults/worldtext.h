// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "faults/platformworld.h"
#include "support/practicedoor.h"

#include <QStringList>

namespace tandem {

class Database;

/** Every field of every record here and where it stands, a line each, in words instead of ids and times. */
[[nodiscard]] QStringList worldHere(Database &database);
/** Every member of every record of the practice PSA, likewise. */
[[nodiscard]] QStringList worldThere(const PlatformWorld &world, PracticeDoor &practice);

/**
 * What is wrong with the two when nothing is left to do, a line each: pushes that are left, records that are
 * not synced, two of one, links to the same or to nothing, and fields that differ. It compares without the
 * engine's own maps.
 */
[[nodiscard]] QStringList disagreements(const PlatformWorld &world, Database &database,
                                        PracticeDoor &practice);

/** Lines of which only one side has any, as "- line" and "+ line"; empty when they are equal. */
[[nodiscard]] QStringList differences(const QStringList &expected, const QStringList &actual);

} // namespace tandem
