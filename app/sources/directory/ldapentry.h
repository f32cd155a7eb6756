// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace tandem {

/** One entry of a directory as it came: its name, which is never taken apart, and the values asked for. */
struct LdapEntry {
    QString dn;
    QHash<QByteArray, QList<QByteArray>> values; ///< by attribute, in lower case

    /** The first value; empty when there is none. */
    [[nodiscard]] QByteArray bytes(QLatin1StringView attribute) const;
    [[nodiscard]] QList<QByteArray> all(QLatin1StringView attribute) const;
    /**
     * The first value as text of one line, trimmed. Nothing when there is none, and for what cannot be a
     * field of a contact: invalid UTF-8, control characters, or more than 1,000 characters.
     */
    [[nodiscard]] std::optional<QString> text(QLatin1StringView attribute) const;
    /** Whether there is a value that `text` does not answer. */
    [[nodiscard]] bool isUnusable(QLatin1StringView attribute) const;
};

/** The 16 bytes of an objectGUID as 8-4-4-4-12 ([MS-DTYP] 2.3.4.2: the first three parts are little-endian).
 */
[[nodiscard]] QString guidFromBytes(const QByteArray &bytes);

} // namespace tandem
