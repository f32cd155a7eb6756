// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicehttp.h"

namespace tandem {

namespace {

QString decoded(QByteArrayView part)
{
    QByteArray text = part.toByteArray();
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

} // namespace

QByteArray PracticeRequest::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

bool PracticeRequest::hasHeader(QByteArrayView name) const
{
    return std::any_of(headers.cbegin(), headers.cend(),
                       [&](const auto &item) { return item.first == name; });
}

std::optional<QString> PracticeRequest::queryItem(QLatin1StringView name) const
{
    for (const auto &[key, value] : queryItems()) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

QList<std::pair<QString, QString>> PracticeRequest::queryItems() const
{
    QList<std::pair<QString, QString>> items;
    for (const QByteArray &item : rawQuery.split('&')) {
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        if (equals < 0)
            items.emplaceBack(decoded(item), QString());
        else
            items.emplaceBack(decoded(QByteArrayView(item).first(equals)),
                              decoded(QByteArrayView(item).sliced(equals + 1)));
    }
    return items;
}

PracticeResponse jsonResponse(int status, const QJsonDocument &document)
{
    PracticeResponse response;
    response.status = status;
    response.body = document.toJson(QJsonDocument::Compact);
    return response;
}

} // namespace tandem
