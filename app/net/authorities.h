// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QString>

namespace tandem {

/**
 * The certificates of a company's own authority in a PEM file, trusted for one integration besides the system's.
 * Empty for an empty text. `BadInput`, with the field "authorities", when there is none in it, when one is no authority
 * or out of date, or when a private key came along: that must not leave its owner.
 */
[[nodiscard]] Result<QList<QSslCertificate>> authoritiesFrom(const QByteArray &pem);

/** Whom they belong to and until when, for people; one line each. */
[[nodiscard]] QString authoritiesText(const QList<QSslCertificate> &authorities);

} // namespace tandem
