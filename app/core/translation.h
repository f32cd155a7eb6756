// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace tandem {

/**
 * Installs Qt's own texts and ours for this language. English is always there below, since its plurals ("1 record",
 * "2 records") are a translation too. Call it once, in the main thread, from a program that links tandem_translations.
 */
void installTranslations(const QLocale &locale);

} // namespace tandem
