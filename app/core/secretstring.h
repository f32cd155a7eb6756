// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace tandem {

/** A secret in memory: wiped when destroyed, and never printed (QDebug shows "***"). Copies are wiped too. */
class SecretString final
{
public:
    SecretString() = default;
    explicit SecretString(const QString &text);
    SecretString(const SecretString &other);
    SecretString(SecretString &&other) noexcept;
    SecretString &operator=(SecretString other) noexcept;
    ~SecretString();

    [[nodiscard]] bool isEmpty() const;
    /** The plain bytes (UTF-8), for the moment in which a request or a keychain entry is made. */
    [[nodiscard]] const QByteArray &reveal() const;

private:
    QByteArray m_bytes;
};

QDebug operator<<(QDebug debug, const SecretString &secret);

/** Everything a connection needs, by `CredentialField::key`. */
using Credentials = QHash<QString, SecretString>;

} // namespace tandem
