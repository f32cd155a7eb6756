// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmstokens.h"

#include <QRandomGenerator>

#include <array>

namespace tandem::practicebms {

namespace {

constexpr qint64 refreshLifeSeconds = 24 * 3600;

QByteArray randomToken()
{
    std::array<quint32, 12> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

Tokens TokenDesk::issue(Api api, const QDateTime &now, int lifeSeconds)
{
    forgetExpired(now);
    const Tokens tokens{randomToken(), randomToken(), now.addSecs(lifeSeconds),
                        now.addSecs(refreshLifeSeconds)};
    m_access.insert(tokens.access, {api, tokens.accessExpires});
    m_refresh.insert(tokens.refresh, {tokens.access, tokens.refreshExpires});
    return tokens;
}

std::optional<Tokens> TokenDesk::renew(const QByteArray &access, const QByteArray &refresh,
                                       const QDateTime &now, int lifeSeconds)
{
    const auto it = m_refresh.constFind(refresh);
    if (it == m_refresh.cend() || it->access != access || it->expires <= now)
        return std::nullopt;
    m_refresh.erase(it);
    return issue(Api::V2, now, lifeSeconds);
}

bool TokenDesk::counts(const QByteArray &access, Api api, bool isShared, const QDateTime &now) const
{
    const auto it = m_access.constFind(access);
    return it != m_access.cend() && it->expires > now && (isShared || it->api == api);
}

void TokenDesk::forgetExpired(const QDateTime &now)
{
    m_access.removeIf([&](const QHash<QByteArray, Access>::iterator &item) { return item->expires <= now; });
    m_refresh.removeIf(
        [&](const QHash<QByteArray, Refresh>::iterator &item) { return item->expires <= now; });
}

} // namespace tandem::practicebms
