// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceplatform.h"
#include "practice/recordstore.h"

namespace tandem::practicecw {

/** Ids of the members that write: the API keys' own, and a person who works in the PSA. */
inline constexpr int apiMember = 1;
inline constexpr int deskMember = 2;

/** Fills an empty store: the setup tables always, clients and what they own unless `seeding.empty`. */
void seed(RecordStore &store, const PracticeSeeding &seeding);

} // namespace tandem::practicecw
