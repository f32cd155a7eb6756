// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QStringList>

#include <tl/expected.hpp>

namespace tandem::practicebms {

/** Habits on which nothing is published, and states a tenant may be in; all are off from the start. */
enum class Quirk : quint32 {
    PascalCase = 1 << 0, ///< "pascal-case": answers spell their members as the description does
    BareSummary = 1 << 1, ///< "bare-summary": one account or contact comes without an envelope
    ZonedDates = 1 << 2, ///< "zoned-dates": moments end with Z
    LocalDates = 1 << 3, ///< "local-dates": moments of creation and change are in the user's time zone
    ErrorsAre400 = 1 << 4, ///< "errors-are-400": a refusal has status 400, or 404, instead of 200
    RetryAfter = 1 << 5, ///< "retry-after": an endpoint over its budget says when to come back
    NativeITGlue = 1 << 6, ///< "itglue-on": the vendor's own IT Glue integration is on
    NoTotals = 1 << 7, ///< "no-totals": paged lists do not say how many records there are
    NoRefresh = 1 << 8, ///< "no-refresh": a refresh token is never accepted
    SharedTokens = 1 << 9, ///< "shared-tokens": a token of the one API counts for the other
    NoV1 = 1 << 10, ///< "no-v1": the older API is not there
    ReadOnlyUser = 1 << 11, ///< "read-only-user": the role may look, not write
    MfaRequired = 1 << 12, ///< "mfa-required": signing in needs a code
    SwappedOperations = 1 << 13, ///< "swapped-operations": e-mails and phones: 1 deletes, 2 updates
    PutKeeps = 1 << 14, ///< "put-keeps": what a PUT leaves out stays as it was
    ChildrenKeepDates = 1 << 15, ///< "children-keep-dates": a location, e-mail or phone leaves its owner's
                                 ///< ModifiedOn alone
    HiddenLists = 1 << 16 ///< "hidden-lists": no name of a list is known, as if they were others
};
Q_DECLARE_FLAGS(QuirkFlags, Quirk)
Q_DECLARE_OPERATORS_FOR_FLAGS(QuirkFlags)

/** The switches and, as "name=number", the numbers. */
struct Quirks {
    QuirkFlags flags;
    int budget = 1500; ///< "budget=N": calls of one endpoint in an hour; 0 for no limit
    int tokenLife = 1800; ///< "token-life=SECONDS"
    int pageCap = 1000; ///< "page-cap=N": rows of a page, however many were asked for
    int maxLength = 0; ///< "max-length=N": no text may be longer; 0 for the tenant's usual lengths

    [[nodiscard]] bool has(Quirk quirk) const;
};

/** All that are on, and the numbers that are not the usual ones. */
[[nodiscard]] QStringList quirkNames(const Quirks &quirks);
[[nodiscard]] QStringList allQuirkNames();
/** Nothing but the first name that is none, when there is one. */
[[nodiscard]] tl::expected<Quirks, QString> readQuirks(const QStringList &names);

} // namespace tandem::practicebms
