// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace tandem {

// How Active Directory and LDAP write moments. Any thread.

/**
 * A FILETIME as AD writes it: decimal, 100 ns since 1601-01-01 UTC ([MS-DTYP] 2.3.3). Invalid for 0 and
 * 0x7FFFFFFFFFFFFFFF, which both say "never", and for what is no such number.
 */
[[nodiscard]] QDateTime fromFileTime(const QByteArray &text);
/** To the millisecond; 0 for an invalid moment or one before 1601. */
[[nodiscard]] qint64 toFileTime(const QDateTime &moment);

/**
 * An interval as AD writes it, such as maxPwdAge: 100 ns units below zero ([MS-ADTS] 3.1.1.3.1.1.3). In
 * milliseconds; 0 for 0 and 0x8000000000000000, which both say "for ever", and for what is no such number.
 */
[[nodiscard]] qint64 fromFileTimeInterval(const QByteArray &text);

/** GeneralizedTime, such as 20260131120000Z, 20260131120000.0Z or with an offset (RFC 4517, 3.3.13); else
 * invalid. */
[[nodiscard]] QDateTime fromGeneralizedTime(const QByteArray &text);
/** To the second, in UTC, with a Z. */
[[nodiscard]] QByteArray toGeneralizedTime(const QDateTime &moment);

} // namespace tandem
