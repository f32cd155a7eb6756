// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tandem {

/** Makes an authority (ca.pem) and a certificate for localhost and 127.0.0.1 (server.pem, server.key) with
 * openssl. */
[[nodiscard]] bool makeTlsFiles(const QString &folder);

/** Runs a program to its end; its output when it fails goes to the test's. */
[[nodiscard]] bool runProgram(const QString &program, const QStringList &arguments,
                              const QByteArray &input = {});

} // namespace tandem
