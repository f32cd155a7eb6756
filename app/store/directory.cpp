// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/directory.h"

#include <QCoreApplication>

#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array securityNames{"ldaps"_L1, "starttls"_L1, "kerberos"_L1};
static_assert(securityNames.size() == size_t(DirectorySecurity::Count));
constexpr std::array bindNames{"simple"_L1, "kerberos"_L1};
static_assert(bindNames.size() == size_t(DirectoryBind::Count));
constexpr std::array statusNames{"unknown"_L1, "enabled"_L1, "disabled"_L1, "expired"_L1, "removed"_L1};
static_assert(statusNames.size() == size_t(AccountStatus::Count));

template<typename Enum, size_t count>
std::optional<Enum> fromName(const std::array<QLatin1StringView, count> &names, const QString &name)
{
    for (size_t i = 0; i < count; ++i) {
        if (names.at(i) == name)
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace

QString directorySecurityName(DirectorySecurity security)
{
    return securityNames.at(size_t(security));
}

std::optional<DirectorySecurity> directorySecurityFromName(const QString &name)
{
    return fromName<DirectorySecurity>(securityNames, name);
}

QString directoryBindName(DirectoryBind bind)
{
    return bindNames.at(size_t(bind));
}

std::optional<DirectoryBind> directoryBindFromName(const QString &name)
{
    return fromName<DirectoryBind>(bindNames, name);
}

QString Directory::secretKey() const
{
    return u"directory/"_s + uid;
}

int Directory::usedPort() const
{
    if (port != 0)
        return port;
    return security == DirectorySecurity::Ldaps ? 636 : 389;
}

bool Directory::hasSameUsers(const Directory &other) const
{
    return server == other.server && usedPort() == other.usedPort() && baseDn == other.baseDn
        && filter == other.filter && organizationId == other.organizationId
        && createsDisabled == other.createsDisabled;
}

QString accountStatusName(AccountStatus status)
{
    return statusNames.at(size_t(status));
}

std::optional<AccountStatus> accountStatusFromName(const QString &name)
{
    return fromName<AccountStatus>(statusNames, name);
}

QString accountStatusTitle(AccountStatus status)
{
    switch (status) {
    case AccountStatus::Unknown:
        return QCoreApplication::translate("tandem::AccountStatus", "Not known");
    case AccountStatus::Enabled:
        return QCoreApplication::translate("tandem::AccountStatus", "Enabled");
    case AccountStatus::Disabled:
        return QCoreApplication::translate("tandem::AccountStatus", "Disabled");
    case AccountStatus::Expired:
        return QCoreApplication::translate("tandem::AccountStatus", "Expired");
    case AccountStatus::Removed:
        return QCoreApplication::translate("tandem::AccountStatus", "No longer in the directory");
    case AccountStatus::Count:
        break;
    }
    return {};
}

bool DirectoryFacts::saysSameAs(const DirectoryFacts &other) const
{
    return recordId == other.recordId && directoryId == other.directoryId && externalId == other.externalId
        && account == other.account && status == other.status && lastLogonAt == other.lastLogonAt
        && passwordSetAt == other.passwordSetAt && passwordExpiresAt == other.passwordExpiresAt
        && passwordNeverExpires == other.passwordNeverExpires && given == other.given;
}

} // namespace tandem
