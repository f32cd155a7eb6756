// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/integrationwords.h"

#include "rules/fieldmap.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The translation context of this file. */
struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::IntegrationWords)
};

} // namespace

int shownCount(qint64 count)
{
    return int(qMin<qint64>(count, std::numeric_limits<int>::max()));
}

QString platformSentence(Platform platform)
{
    switch (platform) {
    case Platform::ConnectWise:
        return Words::tr("Companies, sites, contacts and configurations of ConnectWise PSA (Manage).");
    case Platform::Autotask:
        return Words::tr("Accounts, locations, contacts and configuration items of Datto Autotask PSA.");
    case Platform::KaseyaBms:
        return Words::tr("Accounts, locations, contacts and assets of Kaseya BMS.");
    case Platform::PulsewayPsa:
        return Words::tr("Accounts, locations, contacts and assets of Pulseway PSA.");
    case Platform::VorexPsa:
        return Words::tr("Accounts, locations, contacts and assets of Vorex PSA.");
    case Platform::Count:
        break;
    }
    return {};
}

QString addressExample(Platform platform)
{
    switch (platform) {
    case Platform::ConnectWise:
        return u"na.myconnectwise.net"_s;
    case Platform::Autotask:
        return u"webservices.autotask.net"_s;
    case Platform::KaseyaBms:
        return u"bms.kaseya.com"_s;
    case Platform::PulsewayPsa:
        return u"psa.pulseway.com"_s;
    case Platform::VorexPsa:
        return u"api.vorexlogin.com"_s;
    case Platform::Count:
        break;
    }
    return {};
}

QString shownMoment(const QDateTime &utc, const QDateTime &nowUtc)
{
    const QDateTime local = utc.toLocalTime();
    const QLocale locale;
    if (local.date() == nowUtc.toLocalTime().date())
        return locale.toString(local.time(), QLocale::ShortFormat);
    return locale.toString(local, QLocale::ShortFormat);
}

QString figuresLine(const IntegrationStatus &status, const QDateTime &nowUtc)
{
    QStringList parts;
    const QDateTime &last = status.integration.lastSyncAt;
    parts +=
        last.isValid() ? Words::tr("last sync %1").arg(shownMoment(last, nowUtc)) : Words::tr("never synced");
    if (status.nextSyncAt.isValid())
        parts += Words::tr("next %1").arg(shownMoment(status.nextSyncAt, nowUtc));
    if (const QString details = detailsText(status); !details.isEmpty())
        parts += details;
    if (status.waiting > 0)
        parts += Words::tr("%n waiting", nullptr, shownCount(status.waiting));
    if (status.held > 0)
        parts += Words::tr("%n held", nullptr, shownCount(status.held));
    if (status.errors > 0)
        parts += Words::tr("%n error(s)", nullptr, shownCount(status.errors));
    return parts.join(u" · ");
}

QString stateText(const IntegrationStatus &status, const QDateTime &nowUtc)
{
    const QString word = integrationStateTitle(status.state);
    if (status.state == IntegrationState::Offline && status.retryAt.isValid())
        return Words::tr("%1, retrying at %2", "a state and a time")
            .arg(word, shownMoment(status.retryAt, nowUtc));
    return word;
}

QString stateSentence(const IntegrationStatus &status)
{
    if (!status.message.isEmpty())
        return status.message;
    const QString psa = platformTitle(status.integration.platform);
    switch (status.state) {
    case IntegrationState::NotSyncedYet:
        return Words::tr("Choose Start Manual Sync to fetch the records of %1 for the first time.").arg(psa);
    case IntegrationState::Paused:
        return Words::tr("Nothing is fetched or sent until you choose Resume Sync. Edits are kept and wait.");
    case IntegrationState::Offline:
        return Words::tr("%1 cannot be reached. Tandem keeps trying; edits are kept until then.").arg(psa);
    case IntegrationState::SignInFailed:
        return Words::tr("%1 refused the sign-in. Choose Edit Connection and enter the keys again.").arg(psa);
    case IntegrationState::Error:
        return Words::tr("The last sync failed. Choose Logs to see why.");
    case IntegrationState::Queued:
    case IntegrationState::Syncing:
    case IntegrationState::UpToDate:
    case IntegrationState::Count:
        break;
    }
    return {};
}

QString callsText(int used, int limit, int windowSeconds)
{
    const QString calls = QLocale().toString(used);
    const QString allowed = QLocale().toString(limit);
    if (windowSeconds == 60)
        return Words::tr("calls %1 of %2 this minute").arg(calls, allowed);
    if (windowSeconds == 3600)
        return Words::tr("calls %1 of %2 this hour").arg(calls, allowed);
    return Words::tr("calls %1 of %2").arg(calls, allowed);
}

QString callsTrouble(const IntegrationStatus &status, const QDateTime &nowUtc)
{
    const CallFigures &calls = status.calls;
    const QString psa = platformTitle(status.integration.platform);
    if (calls.isOffline) {
        if (!calls.probeAt.isValid() || calls.probeAt <= nowUtc)
            return Words::tr("%1 cannot be reached. Tandem is trying again now.").arg(psa);
        return Words::tr("%1 cannot be reached. Tandem tries again at %2, and goes on by itself.")
            .arg(psa, shownMoment(calls.probeAt, nowUtc));
    }
    if (calls.heldUntil > nowUtc) {
        const QString until = shownMoment(calls.heldUntil, nowUtc);
        return calls.holdReason == HoldReason::TooManyCalls
            ? Words::tr("%1 said that there were too many calls. They go on at %2.").arg(psa, until)
            : Words::tr("%1 asked to wait. Calls go on at %2.").arg(psa, until);
    }
    for (const WindowFigures &window : calls.windows) {
        if (window.endpoint.isEmpty() && window.used >= window.limit && window.freeAt > nowUtc)
            return Words::tr("The budget is used up. Calls go on at %1.")
                .arg(shownMoment(window.freeAt, nowUtc));
    }
    return {};
}

QString whyCallsWait(const IntegrationStatus &status, const QDateTime &nowUtc)
{
    if (const QString trouble = callsTrouble(status, nowUtc); !trouble.isEmpty())
        return trouble;
    const CallFigures &calls = status.calls;
    for (const WindowFigures &window : calls.windows) {
        const bool isFull = window.used >= window.limit && window.freeAt > nowUtc;
        const auto isWaitedFor = [&window](const EndpointFigures &each) {
            return each.endpoint == window.endpoint && each.waiting > 0;
        };
        if (isFull && std::ranges::any_of(calls.endpoints, isWaitedFor))
            return Words::tr("%1 permits %2 calls of a kind in this time, and they are used up for one kind. "
                             "They go on at %3.")
                .arg(platformTitle(status.integration.platform), QLocale().toString(window.limit),
                     shownMoment(window.freeAt, nowUtc));
    }
    return {};
}

SyncState recordStateLike(IntegrationState state)
{
    switch (state) {
    case IntegrationState::NotSyncedYet:
        return SyncState::NotYetPushed;
    case IntegrationState::Queued:
        return SyncState::Pending;
    case IntegrationState::Syncing:
        return SyncState::Pushing;
    case IntegrationState::UpToDate:
        return SyncState::Synced;
    case IntegrationState::Paused:
        return SyncState::Paused;
    case IntegrationState::Offline:
        return SyncState::Retrying;
    case IntegrationState::SignInFailed:
    case IntegrationState::Error:
        return SyncState::Error;
    case IntegrationState::Count:
        break;
    }
    return SyncState::NotSyncing;
}

QString detailsText(const IntegrationStatus &status)
{
    const DetailProgress &details = status.details;
    if (details.read >= details.all || status.detailsPerHour <= 0)
        return {};
    const QLocale locale;
    const qint64 hours = (details.all - details.read + status.detailsPerHour - 1) / status.detailsPerHour;
    return Words::tr("details of %1 of %2 assets, about %3 h left")
        .arg(locale.toString(details.read), locale.toString(details.all), locale.toString(hours));
}

QString connectedSentence(const ServerInfo &server)
{
    if (server.company.isEmpty())
        return Words::tr("Connected to %1 at %2.").arg(server.product, server.baseUrl);
    return Words::tr("Connected to %1, %2 at %3.").arg(server.company, server.product, server.baseUrl);
}

QString suggestedName(Platform platform, const ServerInfo &server)
{
    if (server.company.isEmpty())
        return Words::tr("Main %1").arg(platformTitle(platform));
    return Words::tr("%1 of %2", "a PSA of a company").arg(platformTitle(platform), server.company);
}

QString errorText(const Error &error)
{
    if (error.remoteWords.isEmpty() || error.message.contains(error.remoteWords))
        return error.message;
    return Words::tr("%1 It said: “%2”").arg(error.message, error.remoteWords);
}

QString connectionFieldOf(Platform platform, const Error &error)
{
    const QList<CredentialField> fields = credentialFields(platform);
    if (error.field == "url"_L1 || error.field == "name"_L1)
        return error.field;
    for (const CredentialField &field : fields) {
        if (field.key == error.field)
            return field.key;
    }
    switch (error.code) {
    case ErrorCode::Unreachable:
    case ErrorCode::TlsFailed:
    case ErrorCode::TimedOut:
    case ErrorCode::BadAnswer:
    case ErrorCode::BadInput:
        return u"url"_s;
    case ErrorCode::NotFound:
        // The server answers, but does not know the tenant.
        for (const CredentialField &field : fields) {
            if (field.key == "company_id"_L1 || field.key == "tenant"_L1)
                return field.key;
        }
        break;
    case ErrorCode::SignInFailed:
        // The secret is what is mistyped or revoked most often.
        for (const CredentialField &field : fields) {
            if (field.isSecret)
                return field.key;
        }
        break;
    case ErrorCode::Usage:
    case ErrorCode::NotAllowed:
    case ErrorCode::DatabaseUnusable:
    case ErrorCode::DatabaseNewer:
    case ErrorCode::DatabaseFull:
    case ErrorCode::SecretMissing:
    case ErrorCode::Rejected:
    case ErrorCode::RateLimited:
    case ErrorCode::ServerFault:
    case ErrorCode::OutcomeUnknown:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
    case ErrorCode::Count:
        break;
    }
    return {};
}

QString intervalText(int minutes)
{
    if (minutes >= 60 && minutes % 60 == 0)
        return Words::tr("%n hour(s)", nullptr, minutes / 60);
    return Words::tr("%n minute(s)", nullptr, minutes);
}

bool needsEmailType(Platform platform)
{
    const FieldMap *map = FieldMap::shipped(platform);
    return map && map->kind(AssetKind::Contact).needsEmailType;
}

QString noEmailTypeSentence(Platform platform)
{
    if (needsEmailType(platform))
        return Words::tr("Without an email type, contacts are not pushed to %1.")
            .arg(platformTitle(platform));
    return Words::tr("Without an email type, new contacts are pushed without their email addresses.");
}

QString noPhoneTypeSentence(Platform platform)
{
    if (needsEmailType(platform))
        return Words::tr("Without a phone type, contacts whose phone number has no label are not pushed to %1.")
            .arg(platformTitle(platform));
    return Words::tr("Without a phone type, new contacts are pushed without their phone numbers.");
}

QString widgetName(const QString &key, const QString &suffix)
{
    QString name;
    bool isNewWord = false;
    for (const QChar c : key) {
        if (c == u'_') {
            isNewWord = true;
        } else {
            name += isNewWord ? c.toUpper() : c;
            isNewWord = false;
        }
    }
    return name + suffix;
}

} // namespace tandem
