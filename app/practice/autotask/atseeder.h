// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/autotask/atpicklists.h"
#include "practice/practiceplatform.h"

namespace tandem::practiceat {

/** The API user's record, and the one the control door speaks as. */
inline constexpr int apiResource = 29'682'885;
inline constexpr int deskResource = 29'682'886;

inline constexpr auto apiUserName = "tandem.api@practice-msp.example";

/** Fills an empty store: the tenant's lists and its own company, and unless empty the sample world's clients.
 */
void seed(RecordStore &store, const Picklists &picklists, const PracticeSeeding &seeding);

} // namespace tandem::practiceat
