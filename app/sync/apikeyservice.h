// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/role.h"
#include "sync/syncengine.h"

#include <QByteArray>
#include <QString>

namespace tandem {

struct Stores;

/**
 * The hash under which a key of the local API is kept, in hexadecimal. A fast hash will do: a key is 256 random bits, so
 * nobody can guess it however fast the guesses are.
 */
[[nodiscard]] QString apiKeyHash(const QByteArray &key);

/** Makes and revokes keys of the local API. Engine's thread. */
class ApiKeyService final
{
    Q_DISABLE_COPY_MOVE(ApiKeyService)
public:
    explicit ApiKeyService(Stores &stores);

    [[nodiscard]] Result<NewApiKey> create(const QString &name, Role role, const QString &person);
    [[nodiscard]] Result<void> revoke(qint64 id);
    [[nodiscard]] Result<void> noteUse(qint64 id);

private:
    Stores &m_stores;
};

} // namespace tandem
