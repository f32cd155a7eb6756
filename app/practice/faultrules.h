// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QRandomGenerator>
#include <QString>

#include <array>
#include <optional>

namespace tandem {

/** What can go wrong on purpose. "Applied" says whether the request has done its work when the client learns
 * nothing. */
enum class FaultKind {
    Latency, ///< answered `value` ms later
    Status, ///< not applied; `value` is the status, or {"status":429,"retry_after":30}
    Validation, ///< not applied; the platform's own refusal
    ExpiredToken, ///< not applied; the platform's own answer to a sign-in that no longer counts
    ResetBefore, ///< not applied; the connection is reset
    ResetAfter, ///< applied; the connection is reset instead of an answer
    Hang, ///< never answered; applied only with {"applied":true}
    Truncate, ///< applied; half of the body, then the connection is closed
    BadJson, ///< applied; a complete answer whose JSON breaks off
    Html, ///< not applied; an HTML page with status `value` (default 200)
    Trickle, ///< applied; the answer takes `value` ms (default 2000) in small pieces
    Huge, ///< applied; the body is padded with `value` MB (default 64) of spaces
    WrongLength, ///< applied; Content-Length is off by `value` (default -10)
    ForeignLink, ///< applied; links in headers and body lead to `value` (default another host)
    ClockSkew, ///< applied; the server's clock is off by `value` seconds (default -3600)
    Count
};

[[nodiscard]] std::optional<FaultKind> faultKindFromName(const QString &name);
[[nodiscard]] QString faultKindName(FaultKind kind);

struct Fault {
    FaultKind kind;
    QJsonValue value;

    /** The plain number of `value`, or its member `key`, or `fallback`. */
    [[nodiscard]] double number(QLatin1StringView key, double fallback) const;
};

/**
 * The rules of `POST /practice/faults`: `[{"route","probability"|"count"|"nth","fault","value"}]`. The route
 * is `*`, a template ("/company/contacts") or a method and a template ("POST /company/contacts"). `count`
 * fires for the first N matching requests, `nth` for the Nth only, `probability` by a seeded generator; none
 * of them means always. The first rule that fires wins.
 */
class FaultRules final {
public:
    explicit FaultRules(quint32 seed);

    /** Replaces all rules; nothing changes when one of them is wrong. */
    [[nodiscard]] Result<> set(const QJsonArray &rules);
    /** The rules as they were set, each with "seen" and "fired". */
    [[nodiscard]] QJsonArray toJson() const;
    [[nodiscard]] std::optional<Fault> next(const QString &method, const QString &path);

private:
    struct Rule {
        QString method; ///< empty for any
        QString path; ///< "*" for any
        double probability;
        qint64 count; ///< -1 for no limit
        qint64 nth; ///< -1 for every one
        Fault fault;
        QJsonObject source;
        qint64 seen = 0;
        qint64 fired = 0;
    };

    QList<Rule> m_rules;
    QRandomGenerator m_random;
};

} // namespace tandem
