// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/syncstate.h"

#include <QCoreApplication>

namespace tandem {

namespace {

struct StateWords {
    const char *name;
    const char *title;
};

constexpr std::array words {
    StateWords {"not_syncing", QT_TRANSLATE_NOOP("tandem::SyncState", "Not syncing")},
    StateWords {"synced", QT_TRANSLATE_NOOP("tandem::SyncState", "Synced")},
    StateWords {"not_yet_pushed", QT_TRANSLATE_NOOP("tandem::SyncState", "Not yet pushed")},
    StateWords {"paused", QT_TRANSLATE_NOOP("tandem::SyncState", "Paused")},
    StateWords {"disabled", QT_TRANSLATE_NOOP("tandem::SyncState", "Sync disabled")},
    StateWords {"disconnected", QT_TRANSLATE_NOOP("tandem::SyncState", "Disconnected")},
    StateWords {"pending", QT_TRANSLATE_NOOP("tandem::SyncState", "Waiting")},
    StateWords {"pushing", QT_TRANSLATE_NOOP("tandem::SyncState", "Pushing")},
    StateWords {"checking", QT_TRANSLATE_NOOP("tandem::SyncState", "Checking")},
    StateWords {"retrying", QT_TRANSLATE_NOOP("tandem::SyncState", "Will retry")},
    StateWords {"orphaned", QT_TRANSLATE_NOOP("tandem::SyncState", "Orphaned")},
    StateWords {"held", QT_TRANSLATE_NOOP("tandem::SyncState", "Held")},
    StateWords {"conflict", QT_TRANSLATE_NOOP("tandem::SyncState", "Conflict")},
    StateWords {"error", QT_TRANSLATE_NOOP("tandem::SyncState", "Error")},
};
static_assert(words.size() == size_t(SyncState::Count));

constexpr std::array integrationWords {
    StateWords {"not_synced_yet", QT_TRANSLATE_NOOP("tandem::IntegrationState", "Not synced yet")},
    StateWords {"queued", QT_TRANSLATE_NOOP("tandem::IntegrationState", "Queued")},
    StateWords {"syncing", QT_TRANSLATE_NOOP("tandem::IntegrationState", "Syncing")},
    StateWords {"up_to_date", QT_TRANSLATE_NOOP("tandem::IntegrationState", "Up to date")},
    StateWords {"paused", QT_TRANSLATE_NOOP("tandem::IntegrationState", "Paused")},
    StateWords {"offline", QT_TRANSLATE_NOOP("tandem::IntegrationState", "Offline")},
    StateWords {"sign_in_failed", QT_TRANSLATE_NOOP("tandem::IntegrationState", "Sign-in failed")},
    StateWords {"error", QT_TRANSLATE_NOOP("tandem::IntegrationState", "Error")},
};
static_assert(integrationWords.size() == size_t(IntegrationState::Count));

template<typename State, size_t n>
std::optional<State> fromName(const std::array<StateWords, n> &table, const QString &name)
{
    for (size_t i = 0; i < n; ++i) {
        if (name == QLatin1StringView(table[i].name))
            return State(i);
    }
    return std::nullopt;
}

} // namespace

QString syncStateName(SyncState state)
{
    return QString::fromLatin1(words.at(size_t(state)).name);
}

std::optional<SyncState> syncStateFromName(const QString &name)
{
    return fromName<SyncState>(words, name);
}

QString syncStateTitle(SyncState state)
{
    return QCoreApplication::translate("tandem::SyncState", words.at(size_t(state)).title);
}

bool isWaiting(SyncState state)
{
    switch (state) {
    case SyncState::Paused:
    case SyncState::Pending:
    case SyncState::Pushing:
    case SyncState::Checking:
    case SyncState::Retrying:
        return true;
    case SyncState::NotSyncing:
    case SyncState::Synced:
    case SyncState::NotYetPushed:
    case SyncState::Disabled:
    case SyncState::Disconnected:
    case SyncState::Orphaned:
    case SyncState::Held:
    case SyncState::Conflict:
    case SyncState::Error:
    case SyncState::Count:
        break;
    }
    return false;
}

bool isHeldBack(SyncState state)
{
    switch (state) {
    case SyncState::NotYetPushed:
    case SyncState::Paused:
    case SyncState::Disabled:
    case SyncState::Disconnected:
    case SyncState::Orphaned:
    case SyncState::Held:
    case SyncState::Conflict:
    case SyncState::Error:
        return true;
    case SyncState::NotSyncing:
    case SyncState::Synced:
    case SyncState::Pending:
    case SyncState::Pushing:
    case SyncState::Checking:
    case SyncState::Retrying:
    case SyncState::Count:
        break;
    }
    return false;
}

QString integrationStateName(IntegrationState state)
{
    return QString::fromLatin1(integrationWords.at(size_t(state)).name);
}

std::optional<IntegrationState> integrationStateFromName(const QString &name)
{
    return fromName<IntegrationState>(integrationWords, name);
}

QString integrationStateTitle(IntegrationState state)
{
    return QCoreApplication::translate("tandem::IntegrationState", integrationWords.at(size_t(state)).title);
}

} // namespace tandem
