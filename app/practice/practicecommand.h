// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tandem {

/**
 * `tandemctl practice PLATFORM …`: runs a practice PSA until SIGINT or SIGTERM and answers tandemctl's exit
 * code. `arguments` are those after the word "practice"; a QCoreApplication must exist. The first line of
 * standard output is one JSON object: {"platform":…,"url":…,"credentials":{…}}.
 */
[[nodiscard]] int runPractice(const QStringList &arguments);

} // namespace tandem
