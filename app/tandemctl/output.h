// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace tandem {

/** Exit codes that scripts rely on. */
enum class ExitCode {
    Done = 0,
    WrongUsage = 1,
    BadInput = 2,
    SomeFailed = 3,
    SignInRefused = 4,
    Unreachable = 5,
    DatabaseUnusable = 6,
};

[[nodiscard]] ExitCode exitCodeFor(ErrorCode code);
[[nodiscard]] QJsonObject errorToJson(const Error &error);

/** What a command prints: one JSON value a line on stdout with `--json`, else text; messages go to stderr. */
class Output final
{
public:
    explicit Output(bool isJson);

    [[nodiscard]] bool isJson() const;
    /** A result: the value with `--json`, else the text. */
    void line(const QJsonObject &value, const QString &text) const;
    /** For people only, on stderr. */
    void note(const QString &text) const;
    /** Prints the error where it belongs and answers its exit code. */
    [[nodiscard]] ExitCode fail(const Error &error) const;
    [[nodiscard]] ExitCode usage(const QString &message) const;

private:
    bool m_isJson;
};

} // namespace tandem
