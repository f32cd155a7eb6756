// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/result.h"
#include "psa/psaclient.h"
#include "sync/syncengine.h"

#include <QDateTime>
#include <QString>

namespace tandem {

// The sentences of the Integrations windows, as functions of values, so that they can be tested without a
// window.

/** One sentence on a platform, for a person who chooses one. */
[[nodiscard]] QString platformSentence(Platform platform);
/** Grey example in the address field, such as "na.myconnectwise.net". */
[[nodiscard]] QString addressExample(Platform platform);

/** A moment as a clock shows it: the time if it is today in the person's time zone, else with its date. */
[[nodiscard]] QString shownMoment(const QDateTime &utc, const QDateTime &nowUtc);
/** "last sync 12:03 · next 12:08 · 3 waiting · 12 held · 1 error"; counts of nothing are left out. */
[[nodiscard]] QString figuresLine(const IntegrationStatus &status, const QDateTime &nowUtc);
/** The word of the state, for Offline with the moment of the next try (rule A5). */
[[nodiscard]] QString stateText(const IntegrationStatus &status, const QDateTime &nowUtc);
/** What is wrong, or what the state means, and what to do; empty when all is well (rule A5). */
[[nodiscard]] QString stateSentence(const IntegrationStatus &status);

/** "calls 214 of 1,000 this minute". */
[[nodiscard]] QString callsText(int used, int limit, int windowSeconds);
/** Why calls to the PSA wait, and until when; empty when they do not. */
[[nodiscard]] QString callsTrouble(const IntegrationStatus &status, const QDateTime &nowUtc);
/** The same for who waits for calls of every kind: also an endpoint whose own budget is used up while calls
 * wait for it. */
[[nodiscard]] QString whyCallsWait(const IntegrationStatus &status, const QDateTime &nowUtc);
/** A count for `%n`, which takes an int. */
[[nodiscard]] int shownCount(qint64 count);

/** The record state whose colour and icon the badge of an integration borrows. */
[[nodiscard]] SyncState recordStateLike(IntegrationState state);

/** What a connection test found. */
/** "details of 6,300 of 10,000 assets, about 3 h left"; empty when all were read, or none are listed thinly. */
[[nodiscard]] QString detailsText(const IntegrationStatus &status);
[[nodiscard]] QString connectedSentence(const ServerInfo &server);
/** A name for a new integration, of the PSA's and the tenant's. */
[[nodiscard]] QString suggestedName(Platform platform, const ServerInfo &server);
/** The message of an error followed by the PSA's own words, if it said any that the message lacks. */
[[nodiscard]] QString errorText(const Error &error);
/** The field of the connection form that an error is about: "url", a credential's key, or empty. */
[[nodiscard]] QString connectionFieldOf(Platform platform, const Error &error);

/** "5 minutes", "2 hours". */
[[nodiscard]] QString intervalText(int minutes);
/** What follows when no email or phone type is chosen (rule B3). */
[[nodiscard]] QString noEmailTypeSentence(Platform platform);
[[nodiscard]] QString noPhoneTypeSentence(Platform platform);
/** True for the platforms that refuse a contact without an email type (rule B3). */
[[nodiscard]] bool needsEmailType(Platform platform);

/** "company_id" + "Edit" is "companyIdEdit": the object name of a widget that belongs to a key. */
[[nodiscard]] QString widgetName(const QString &key, const QString &suffix);

} // namespace tandem
