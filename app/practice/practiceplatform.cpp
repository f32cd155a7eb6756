// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceplatform.h"

namespace tandem {

PracticePlatform::~PracticePlatform() = default;

} // namespace tandem
