// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVariant>

namespace tandem {

/** What `headerData` of a model with fixed columns answers: the titles, aligned as the text below them. */
[[nodiscard]] QVariant columnHeader(const QStringList &titles, int section, Qt::Orientation orientation,
                                    int role);

} // namespace tandem
