// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceplatform.h"
#include "practice/recordstore.h"

namespace tandem::practicebms {

/** The API employee's record, and the one the control door speaks as. */
inline constexpr int apiEmployee = 90'001;
inline constexpr int deskEmployee = 90'002;

/** Fills an empty store: the tenant's lists and employees, and unless empty the sample world's clients. */
void seed(RecordStore &store, const PracticeSeeding &seeding);

} // namespace tandem::practicebms
