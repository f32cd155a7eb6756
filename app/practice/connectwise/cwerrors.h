// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practicehttp.h"

#include <tl/expected.hpp>

#include <vector>

namespace tandem::practicecw {

/** A value, or the answer that says why there is none. */
template<typename T = void>
using Answer = tl::expected<T, PracticeResponse>;

/** One entry of `errors` in a 400. */
struct FieldError {
    QString code;
    QString message;
    QString field;
};

/** {"code":…,"message":…} */
[[nodiscard]] PracticeResponse plainError(int status, const QString &code, const QString &message);
/** 400 InvalidObject with the list of what is wrong. */
[[nodiscard]] PracticeResponse invalidObject(int table, const std::vector<FieldError> &errors);
/** "Contact 57919 not found" */
[[nodiscard]] PracticeResponse recordNotFound(int table, int id);
[[nodiscard]] PracticeResponse endpointMissing();
/** The words for a method that a route does not have. */
[[nodiscard]] PracticeResponse methodNotAllowed(const QByteArray &method);
/** Plain text, not JSON. */
[[nodiscard]] PracticeResponse cannotRoute();
[[nodiscard]] PracticeResponse noPermission();
/** The other shape that only 429 has. */
[[nodiscard]] PracticeResponse tooManyRequests(std::optional<int> retryAfter);
/** A member of a POST or PUT body that the model lacks; `path` is as in "communicationItems[0].foo". */
[[nodiscard]] PracticeResponse unknownMember(const QByteArray &body, const QString &className,
                                             const QString &path);
/** A value of a POST or PUT body that cannot become what the model has. */
[[nodiscard]] PracticeResponse badValue(const QByteArray &body, const QString &path, const QString &value,
                                        const QString &type);
[[nodiscard]] PracticeResponse invalidPatch(const QString &message);

} // namespace tandem::practicecw
