// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/record.h"
#include "core/syncstate.h"
#include "rules/custommapping.h"
#include "rules/syncsettings.h"

#include <QDateTime>
#include <QString>

namespace tandem {

/** One connected PSA tenant, as the database has it. Its credentials are in the keychain under `secretKey()`.
 */
struct Integration {
    IntegrationId id = 0;
    Platform platform = Platform::ConnectWise;
    QString name; ///< unique, chosen by a person
    QString url; ///< as typed
    QString baseUrl; ///< as discovered
    QByteArray authorities; ///< PEM of a company's own, trusted besides the system's; empty: none
    SyncSettings settings;
    bool isPaused = false;
    bool isDisconnected = false;
    IntegrationState state =
        IntegrationState::NotSyncedYet; ///< as of the last run; the engine knows the present
    QString stateMessage; ///< why, in words; empty when all is well
    QDateTime lastSyncAt; ///< UTC; invalid: never
    QDateTime listsReadAt; ///< UTC; when the PSA's lists were last read
    QString uid; ///< random, never reused: names the keychain entry
    QList<CustomMapping> customFields = {}; ///< written by `IntegrationStore::setCustomFields` alone

    [[nodiscard]] QString secretKey() const;
    /** The platform's map with its custom fields; nullptr where no map ships. It lives as long as the program. */
    [[nodiscard]] const FieldMap *fieldMap() const;
};

/** One of the PSA's list values, as kept here. */
struct StoredOption {
    OptionList list = OptionList::OrganizationType;
    QString remoteId;
    QString name;
    bool isActive = true;
    bool isDefault = false;
    bool isSyncing = false; ///< ticked in Sync Settings
    OptionId optionId = 0; ///< Tandem's own value it stands for
};

/** A value of a list in Tandem itself. */
struct Option {
    OptionId id = 0;
    OptionList list = OptionList::OrganizationType;
    QString name;
    OptionId parentId = 0; ///< Model: its manufacturer; Region: its country; else 0
};

} // namespace tandem
