// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/statussentence.h"

#include <QCoreApplication>
#include <QLocale>

namespace tandem {

namespace {

struct Sentence {
    Q_DECLARE_TR_FUNCTIONS(tandem::StatusSentence)
};

/** The person's, or where there is none (scripts run with LC_ALL=C) one that lists and tells times as people do. */
QLocale spokenLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedKingdom) : locale;
}

QString moment(const QDateTime &utc, const QDateTime &now)
{
    const QDateTime local = utc.toLocalTime();
    if (now.isValid() && now.toLocalTime().date() == local.date())
        return spokenLocale().toString(local.time(), QLocale::ShortFormat);
    return spokenLocale().toString(local, QLocale::ShortFormat);
}

} // namespace

QString statusSentence(const StatusFacts &facts)
{
    const QString fields = spokenLocale().createSeparatedList(facts.pendingLabels);
    switch (facts.state) {
    case SyncState::NotSyncing:
        return Sentence::tr("Two-way sync with %1 is off.").arg(facts.psa);
    case SyncState::Synced:
        if (!facts.syncedAt.isValid())
            return Sentence::tr("Synced with %1.").arg(facts.psa);
        return Sentence::tr("Synced with %1 at %2.").arg(facts.psa, moment(facts.syncedAt, facts.now));
    case SyncState::NotYetPushed:
        return Sentence::tr("Record not yet pushed to %1. To trigger a push, try updating the record").arg(facts.psa);
    case SyncState::Paused:
        return Sentence::tr("Sync with %1 is paused. The change waits and leaves when sync is resumed.").arg(facts.psa);
    case SyncState::Disabled:
        return Sentence::tr("Sync with %1 is disabled for this record.").arg(facts.psa);
    case SyncState::Disconnected:
        return Sentence::tr("Disconnected from %1. It is kept here and no longer synced.").arg(facts.psa);
    case SyncState::Pending:
        if (fields.isEmpty())
            return Sentence::tr("Waiting to be pushed to %1.").arg(facts.psa);
        return Sentence::tr("Waiting to push %1 to %2.").arg(fields, facts.psa);
    case SyncState::Pushing:
        return Sentence::tr("Pushing to %1…").arg(facts.psa);
    case SyncState::Checking:
        return Sentence::tr("Sent to %1, no answer came. Checking what it has before sending again.").arg(facts.psa);
    case SyncState::Retrying:
        if (!facts.retryAt.isValid())
            return Sentence::tr("%1 did not take it (%2). Will retry.").arg(facts.psa, facts.message);
        return Sentence::tr("%1 did not take it (%2). Will retry at %3.")
            .arg(facts.psa, facts.message, moment(facts.retryAt, facts.now));
    case SyncState::Orphaned:
        return Sentence::tr("No longer in %1, or its type no longer syncs. It is kept here.").arg(facts.psa);
    case SyncState::Held:
        return Sentence::tr("Not pushed: %1").arg(facts.message);
    case SyncState::Conflict:
        return facts.message.isEmpty() ? Sentence::tr("Changed here and in %1.").arg(facts.psa) : facts.message;
    case SyncState::Error:
        return Sentence::tr("%1 refused it: \"%2\"").arg(facts.psa, facts.message);
    case SyncState::Count:
        break;
    }
    return {};
}

} // namespace tandem
