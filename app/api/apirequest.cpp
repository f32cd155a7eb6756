// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apirequest.h"

namespace tandem {

namespace {

QString decoded(QByteArray part)
{
    part.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part));
}

} // namespace

std::optional<QString> ApiRequest::item(QLatin1StringView name) const
{
    for (auto each = query.crbegin(); each != query.crend(); ++each) {
        if (each->first == name)
            return each->second;
    }
    return std::nullopt;
}

QList<std::pair<QString, QString>> queryItems(const QByteArray &rawQuery)
{
    QList<std::pair<QString, QString>> items;
    for (const QByteArray &item : rawQuery.split('&')) {
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        items.emplaceBack(decoded(item.left(equals)), equals < 0 ? QString() : decoded(item.mid(equals + 1)));
    }
    return items;
}

} // namespace tandem
