// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/sessionsecrets.h"

namespace tandem {

SessionSecrets::SessionSecrets(const QJsonObject &credentials)
{
    for (auto it = credentials.constBegin(); it != credentials.constEnd(); ++it)
        m_credentials.insert(it.key(), SecretString(it.value().toString()));
}

QCoro::Task<Result<Credentials>> SessionSecrets::read(QString)
{
    // A copy: QCoro moves from what is returned.
    const Credentials copy = m_credentials;
    co_return copy;
}

QCoro::Task<Result<void>> SessionSecrets::write(QString, Credentials)
{
    co_return Result<void>();
}

QCoro::Task<Result<void>> SessionSecrets::remove(QString)
{
    co_return Result<void>();
}

QString SessionSecrets::place() const
{
    return QStringLiteral("In this test.");
}

Credentials SessionSecrets::credentials() const
{
    return m_credentials;
}

} // namespace tandem
