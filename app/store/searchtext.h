// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QString>

namespace tandem {

/**
 * The words by which a record is found, separated by blanks: those of its name and of its one-line texts,
 * emails and phones. A word with punctuation can also be found from behind each of its marks, so that
 * "ACME-DC01" answers to "acme-dc", to "acme" and to "dc01", and "10.0.0.5" to "10.0" and "0.5"; a phone
 * number also by its digits alone.
 */
[[nodiscard]] QString searchText(AssetKind kind, const FieldValues &fields);

/** What a person typed as an FTS5 expression: each word begins a word of the text; empty when nothing was
 * typed. */
[[nodiscard]] QString searchExpression(const QString &typed);

} // namespace tandem
