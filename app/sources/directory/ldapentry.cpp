// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/ldapentry.h"

#include <QStringDecoder>
#include <QtEndian>
#include <QUuid>

#include <algorithm>

namespace tandem {

namespace {

constexpr qsizetype longestText = 1000;
/** Room for that many characters of four bytes; more is not even decoded. */
constexpr qsizetype longestBytes = 4 * longestText;

} // namespace

QByteArray LdapEntry::bytes(QLatin1StringView attribute) const
{
    return all(attribute).value(0);
}

QList<QByteArray> LdapEntry::all(QLatin1StringView attribute) const
{
    return values.value(QByteArray(attribute.data(), attribute.size()).toLower());
}

std::optional<QString> LdapEntry::text(QLatin1StringView attribute) const
{
    const QByteArray value = bytes(attribute);
    if (value.isEmpty() || value.size() > longestBytes)
        return std::nullopt;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(value);
    const bool hasControl =
        std::ranges::any_of(decoded, [](QChar c) { return c.category() == QChar::Other_Control; });
    const QString text = decoded.trimmed();
    if (decoder.hasError() || hasControl || text.isEmpty() || text.size() > longestText)
        return std::nullopt;
    return text;
}

bool LdapEntry::isUnusable(QLatin1StringView attribute) const
{
    return !bytes(attribute).trimmed().isEmpty() && !text(attribute);
}

QString guidFromBytes(const QByteArray &bytes)
{
    if (bytes.size() != 16)
        return {};
    const auto *data = reinterpret_cast<const uchar *>(bytes.constData());
    const QUuid guid(qFromLittleEndian<quint32>(data), qFromLittleEndian<quint16>(data + 4),
                     qFromLittleEndian<quint16>(data + 6), data[8], data[9], data[10], data[11], data[12],
                     data[13], data[14], data[15]);
    return guid.toString(QUuid::WithoutBraces);
}

} // namespace tandem
