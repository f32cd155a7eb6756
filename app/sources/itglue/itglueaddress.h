// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace tandem {

/** One of the vendor's servers; an account lives on exactly one (IT Glue's developer page). */
struct ItGlueRegion {
    QString name; ///< "us", the word of tandemctl
    QString title; ///< for people
    QString address;
};

[[nodiscard]] QList<ItGlueRegion> itGlueRegions();

/**
 * The address of an API from what a person typed: a region's word, a host or a whole address. `BadInput` with
 * the field "url" when it is none, or when it would go out without TLS.
 */
[[nodiscard]] Result<QUrl> itGlueAddress(const QString &typed);

} // namespace tandem
