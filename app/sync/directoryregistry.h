// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"
#include "sync/changenotifier.h"
#include "sync/recordservice.h"

#include <QCoro/QCoroTask>

namespace tandem {

class SecretStore;

/** What is kept of directories: their connections, their passwords in the secret store, and what they say of
 * contacts. It talks to no directory itself. Engine's thread. */
class DirectoryRegistry final {
    Q_DISABLE_COPY_MOVE(DirectoryRegistry)
public:
    DirectoryRegistry(Stores &stores, std::shared_ptr<SecretStore> secrets, ChangeNotifier &notifier);

    /** A new one where `id` is 0. An empty password keeps the stored one. */
    QCoro::Task<Result<DirectoryId>> store(Directory directory, SecretString password);
    /** Its password goes too; its contacts stay. */
    QCoro::Task<Result<void>> remove(DirectoryId id);
    /** Empty where none is needed. */
    QCoro::Task<Result<SecretString>> password(DirectoryId id);
    [[nodiscard]] Result<void> setPaused(DirectoryId id, bool paused);
    /** How its last sync ended: cursor, moments and problem. */
    [[nodiscard]] Result<void> noteRun(const Directory &directory);
    /** Contacts that are gone meanwhile are left out. */
    [[nodiscard]] Result<void> setFacts(const QList<DirectoryFacts> &facts);

private:
    [[nodiscard]] Result<void> check(const Directory &directory) const;

    Stores &m_stores;
    std::shared_ptr<SecretStore> m_secrets;
    ChangeNotifier &m_notifier;
};

} // namespace tandem
