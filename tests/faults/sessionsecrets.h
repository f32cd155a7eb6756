// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/secretstore.h"

#include <QJsonObject>

namespace tandem {

/** The same credentials under every key, so that a profile can be opened by any process of a test. */
class SessionSecrets final : public SecretStore {
public:
    explicit SessionSecrets(const QJsonObject &credentials);
    QCoro::Task<Result<Credentials>> read(QString key) override;
    QCoro::Task<Result<void>> write(QString key, Credentials credentials) override;
    QCoro::Task<Result<void>> remove(QString key) override;
    [[nodiscard]] QString place() const override;

    [[nodiscard]] Credentials credentials() const;

private:
    Credentials m_credentials;
};

} // namespace tandem
