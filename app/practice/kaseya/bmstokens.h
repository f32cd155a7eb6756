// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>

#include <optional>

namespace tandem::practicebms {

/** What a client gets for its password. */
struct Tokens {
    QByteArray access;
    QByteArray refresh;
    QDateTime accessExpires;
    QDateTime refreshExpires;
};

/** The tokens that count; a server that starts anew knows none. */
class TokenDesk final {
public:
    enum class Api { V1, V2 };

    [[nodiscard]] Tokens issue(Api api, const QDateTime &now, int lifeSeconds);
    /** New tokens for old: the refresh token must belong to the access token, which may have expired, and is
     * used up by it. */
    [[nodiscard]] std::optional<Tokens> renew(const QByteArray &access, const QByteArray &refresh,
                                              const QDateTime &now, int lifeSeconds);
    /** `isShared`: a token of the other API will do. */
    [[nodiscard]] bool counts(const QByteArray &access, Api api, bool isShared, const QDateTime &now) const;

private:
    struct Access {
        Api api = Api::V2;
        QDateTime expires;
    };
    struct Refresh {
        QByteArray access;
        QDateTime expires;
    };
    void forgetExpired(const QDateTime &now);

    QHash<QByteArray, Access> m_access;
    QHash<QByteArray, Refresh> m_refresh;
};

} // namespace tandem::practicebms
