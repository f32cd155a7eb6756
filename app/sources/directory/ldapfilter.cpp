// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/ldapfilter.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

QByteArray escapedFilterValue(const QByteArray &value)
{
    QByteArray escaped;
    escaped.reserve(value.size());
    for (const char byte : value) {
        const auto code = static_cast<unsigned char>(byte);
        const bool isPlain = code >= 0x20 && code < 0x7F && !QByteArrayView("*()\\").contains(byte);
        if (isPlain)
            escaped += byte;
        else
            escaped += '\\' + QByteArray(1, byte).toHex();
    }
    return escaped;
}

QByteArray equalsFilter(const QByteArray &attribute, const QByteArray &value)
{
    return '(' + attribute + '=' + escapedFilterValue(value) + ')';
}

QByteArray atLeastFilter(const QByteArray &attribute, const QByteArray &value)
{
    return '(' + attribute + ">=" + escapedFilterValue(value) + ')';
}

QByteArray bothFilters(const QByteArray &filter, const QByteArray &other)
{
    return "(&" + filter + other + ')';
}

QString activeDirectoryUserFilter()
{
    return u"(&(objectCategory=person)(objectClass=user)(mail=*))"_s;
}

QString plainUserFilter()
{
    return u"(&(objectClass=inetOrgPerson)(mail=*))"_s;
}

} // namespace tandem
