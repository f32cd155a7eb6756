// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secretstring.h"

#include <QHash>
#include <QString>

namespace tandem {

/**
 * Credentials in an encrypted file (libsodium's secretbox), for machines without a keychain. The key comes from a
 * passphrase by Argon2id, or, without one, from a file of random bytes beside the vault that only its owner can read:
 * that guards against a copied vault, not against someone who can read the whole profile. Any one thread.
 */
class Vault final
{
public:
    /** `passphrase` empty: the key file is used, and made when there is none. */
    Vault(QString path, SecretString passphrase);

    /** `SecretMissing` when nothing is kept under the key, or the passphrase is wrong. */
    [[nodiscard]] Result<Credentials> read(const QString &key) const;
    [[nodiscard]] Result<void> write(const QString &key, const Credentials &credentials);
    [[nodiscard]] Result<void> remove(const QString &key);
    [[nodiscard]] bool exists() const;
    [[nodiscard]] QString path() const;

private:
    using Entries = QHash<QString, Credentials>;
    [[nodiscard]] Result<Entries> load() const;
    [[nodiscard]] Result<void> store(const Entries &entries) const;
    [[nodiscard]] Result<SecretString> keyFor(const QByteArray &salt) const;
    [[nodiscard]] Result<SecretString> keyFromFile() const;

    const QString m_path;
    const SecretString m_passphrase;
};

} // namespace tandem
