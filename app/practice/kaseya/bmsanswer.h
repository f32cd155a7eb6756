// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/jsonwriter.h"
#include "practice/kaseya/bmsquirks.h"
#include "practice/practicehttp.h"

#include <QJsonObject>

#include <tl/expected.hpp>

namespace tandem::practicebms {

/** "AccountId" → "accountId", "DNSServers" → "dnsServers", as .NET does it. */
[[nodiscard]] QByteArray camelCase(QByteArrayView name);

/** Writes JSON whose members are named as the vendor declares them, and spelled as the tenant answers. */
class Wire final {
public:
    Wire(QByteArray &out, bool isPascal);

    void key(const char *name); ///< in PascalCase
    [[nodiscard]] JsonWriter &json();

private:
    JsonWriter m_json;
    bool m_isPascal;
};

/** The object with its members, which are in PascalCase, spelled as the tenant answers. */
[[nodiscard]] QByteArray spelled(const QJsonObject &object, bool isPascal);

/** Why something was refused. */
struct Problem {
    enum class Kind {
        Invalid, ///< the body or a filter is wrong
        Missing, ///< there is no such record
        Denied, ///< the role may not
        Security ///< no token that counts, or a wrong password
    };
    Kind kind = Kind::Invalid;
    QStringList details = {}; ///< one sentence for each mistake
};

template<typename T = void>
using Answer = tl::expected<T, Problem>;

[[nodiscard]] tl::unexpected<Problem> invalid(const QString &sentence);
[[nodiscard]] tl::unexpected<Problem> missing(const QString &what);

/** Answers of the API under /v2. `result` is JSON. */
[[nodiscard]] PracticeResponse succeeded(const Quirks &quirks, const QByteArray &result,
                                         std::optional<qint64> totalRecords = std::nullopt);
[[nodiscard]] PracticeResponse refused(const Quirks &quirks, const Problem &problem);
/** An error with a status of its own, in the same envelope. */
[[nodiscard]] PracticeResponse failed(const Quirks &quirks, int status, const QString &message);

/** Answers of the older API under /api. */
[[nodiscard]] PracticeResponse olderSucceeded(const QByteArray &result,
                                              std::optional<qint64> totalRecords = std::nullopt);
[[nodiscard]] PracticeResponse olderRefused(const Problem &problem);
[[nodiscard]] PracticeResponse olderSignInRefused(const QString &error, const QString &description);

/** What the web server says itself, before the API is asked. */
[[nodiscard]] PracticeResponse nothingThere(int status);
[[nodiscard]] PracticeResponse htmlPage(int status);
/** The endpoint's calls of the hour are used up; `retryAfter` in seconds. */
[[nodiscard]] PracticeResponse overBudget(int limit, std::optional<int> retryAfter);

} // namespace tandem::practicebms
