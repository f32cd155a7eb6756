// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

// One category a layer; default level Info. Never a secret, and never a body at Info.
namespace tandem {
Q_DECLARE_LOGGING_CATEGORY(lcCore)     ///< tandem.core
Q_DECLARE_LOGGING_CATEGORY(lcStore)    ///< tandem.store
Q_DECLARE_LOGGING_CATEGORY(lcNet)      ///< tandem.net
Q_DECLARE_LOGGING_CATEGORY(lcPsa)      ///< tandem.psa
Q_DECLARE_LOGGING_CATEGORY(lcSync)     ///< tandem.sync
Q_DECLARE_LOGGING_CATEGORY(lcPractice) ///< tandem.practice
Q_DECLARE_LOGGING_CATEGORY(lcUi)       ///< tandem.ui
} // namespace tandem
