// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/directory/directoryservice.h"

#include <QDateTime>
#include <QString>

namespace tandem {

// The sentences of the windows on directories, as functions of values, so that they can be tested without a
// window.

/** "dc1.example.com · 214 contacts of Acme · last sync 12:03 · next 13:03". */
[[nodiscard]] QString directoryFigures(const DirectoryStatus &status, const QDateTime &nowUtc);
/** What is wrong and what to do; empty when all is well. */
[[nodiscard]] QString directorySentence(const DirectoryStatus &status);
/** "Synced 214 users: 3 created, …" after a sync that a person asked for. */
[[nodiscard]] QString directorySummaryText(const DirectorySummary &summary);
/** What a test of a connection found. */
[[nodiscard]] QString directoryTestText(const DirectoryTest &test);

/** "Password expires" of a contact, in words. */
[[nodiscard]] QString passwordExpiryText(const DirectoryFacts &facts);
/** A moment in the person's time zone, or "Never" or "Not known". */
[[nodiscard]] QString factMoment(const QDateTime &utc, const QString &otherwise);

} // namespace tandem
