// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csvline.h"
#include "store/event.h"

#include <QStringList>

namespace tandem {

[[nodiscard]] QStringList eventCsvHeader(); ///< translated
[[nodiscard]] QStringList eventCsvCells(const Event &event);

} // namespace tandem
