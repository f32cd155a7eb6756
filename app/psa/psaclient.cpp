// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/psaclient.h"

namespace tandem {

PsaClient::~PsaClient() = default;

std::optional<HttpRequest> PsaClient::probe() const
{
    return {};
}

bool PsaClient::listsAll(AssetKind kind) const
{
    return kind != AssetKind::Location;
}

void PsaClient::useMap(const FieldMap &)
{
}

void PsaClient::useSettings(const SyncSettings &)
{
}

QCoro::Task<Result<QList<SettingChoice>>> PsaClient::settingChoices(QString, QString)
{
    const Result<QList<SettingChoice>> none = QList<SettingChoice>();
    co_return none;
}

QCoro::Task<Result<QList<TenantField>>> PsaClient::customFields(AssetKind)
{
    const Result<QList<TenantField>> none = QList<TenantField>();
    co_return none;
}

QCoro::Task<Result<FieldLengths>> PsaClient::fieldLengths(AssetKind)
{
    const Result<FieldLengths> none = FieldLengths();
    co_return none;
}

bool PsaClient::tellsAll(OptionList) const
{
    return true;
}

QCoro::Task<QString> PsaClient::warning()
{
    const QString none;
    co_return none;
}

} // namespace tandem
