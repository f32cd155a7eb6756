// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging.h"

namespace tandem {
Q_LOGGING_CATEGORY(lcCore, "tandem.core", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "tandem.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "tandem.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPsa, "tandem.psa", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "tandem.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPractice, "tandem.practice", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "tandem.ui", QtInfoMsg)
} // namespace tandem
