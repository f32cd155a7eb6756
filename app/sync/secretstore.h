// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secretstring.h"

#include <QCoro/QCoroTask>
#include <QString>

#include <memory>

namespace tandem {

/** Where credentials are kept (rule I4): the seam for keychain, vault file and tests. Used in the engine's thread. */
class SecretStore
{
    Q_DISABLE_COPY_MOVE(SecretStore)
public:
    SecretStore() = default;
    virtual ~SecretStore();
    /** `SecretMissing` when nothing is stored under the key, or the store is locked. */
    virtual QCoro::Task<Result<Credentials>> read(QString key) = 0;
    virtual QCoro::Task<Result<void>> write(QString key, Credentials credentials) = 0;
    virtual QCoro::Task<Result<void>> remove(QString key) = 0;
    /** Where it is, in a sentence for people ("In the system keychain."). */
    [[nodiscard]] virtual QString place() const = 0;
};

/** For tests and for credentials given to one command only. */
class MemorySecretStore final : public SecretStore
{
public:
    QCoro::Task<Result<Credentials>> read(QString key) override;
    QCoro::Task<Result<void>> write(QString key, Credentials credentials) override;
    QCoro::Task<Result<void>> remove(QString key) override;
    [[nodiscard]] QString place() const override;

private:
    QHash<QString, Credentials> m_entries;
};

/**
 * The system's keychain where one answers, else a vault file in the profile: encrypted with a key from a passphrase
 * (environment variable TANDEM_VAULT_PASSPHRASE), or with a random key in a file beside it that only its owner can read.
 */
[[nodiscard]] std::unique_ptr<SecretStore> systemSecretStore(const QString &profileFolder);

} // namespace tandem
