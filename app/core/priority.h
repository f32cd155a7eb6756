// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tandem {

/** Whose turn it is when permits are short: what a person waits for goes before what runs by itself. */
enum class Priority : quint8 {
    Foreground, ///< a save, a manual sync, a connection test
    Background, ///< scheduled pulls
};

} // namespace tandem
