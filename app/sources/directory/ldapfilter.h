// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tandem {

/** A value for a filter: what means something there, and every byte that is not plain ASCII, as \XX (RFC
 * 4515, 3). */
[[nodiscard]] QByteArray escapedFilterValue(const QByteArray &value);

/** (attribute=value), the value escaped. */
[[nodiscard]] QByteArray equalsFilter(const QByteArray &attribute, const QByteArray &value);
/** (attribute>=value), the value escaped. */
[[nodiscard]] QByteArray atLeastFilter(const QByteArray &attribute, const QByteArray &value);
/** (&…) of both; `filter` is one that a person wrote, whole. */
[[nodiscard]] QByteArray bothFilters(const QByteArray &filter, const QByteArray &other);

/** Users with an address, as Active Directory and as OpenLDAP describe them. */
[[nodiscard]] QString activeDirectoryUserFilter();
[[nodiscard]] QString plainUserFilter();

} // namespace tandem
