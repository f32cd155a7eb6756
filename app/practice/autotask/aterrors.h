// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practicehttp.h"

#include <tl/expected.hpp>

#include <QStringList>

namespace tandem::practiceat {

/** A value, or the answer that says why there is none. */
template<typename T = void>
using Answer = tl::expected<T, PracticeResponse>;

/** 500 {"errors":[…]}: how Autotask refuses everything that a client could have done better. */
[[nodiscard]] PracticeResponse refusal(const QStringList &errors);
/** 500 with an Error ID: Autotask's own failure. */
[[nodiscard]] PracticeResponse unexpectedError(int errorId);
[[nodiscard]] QString unexpectedErrorText(int errorId);
/** 401 without a body. */
[[nodiscard]] PracticeResponse wrongCredentials();
/** The web server's own page: the API never saw the request. */
[[nodiscard]] PracticeResponse htmlPage(int status);
/** 405 {"Message":…} */
[[nodiscard]] PracticeResponse methodNotAllowed(const QByteArray &method);
[[nodiscard]] PracticeResponse unsupportedMediaType(const QByteArray &type);
[[nodiscard]] PracticeResponse tooManyThreads(bool isError);
[[nodiscard]] PracticeResponse tooManyCalls(bool isError);
/** `verb`: "create", "update" or "delete". */
[[nodiscard]] QString noPermission(QLatin1StringView verb);
/** What a write of a record that is not there is told. */
[[nodiscard]] QString noMatch(QLatin1StringView verb);

[[nodiscard]] QString unknownField(const QString &field, const char *entity);
[[nodiscard]] QString missingValue(const QString &field);
[[nodiscard]] QString tooLong(const QString &field);
/** A picklist without that value, and the number 0 where a reference belongs. */
[[nodiscard]] QString noSuchValue(const QString &field);
[[nodiscard]] QString noSuchReference(const QString &field, const char *entity);
[[nodiscard]] QString duplicateName(const char *entity, const QString &field, const QString &value);

} // namespace tandem::practiceat
