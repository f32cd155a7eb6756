// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/accountcontrol.h"

#include "sources/directory/adtime.h"

namespace tandem {

std::optional<AccountControl> accountControlFrom(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 flags = text.toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    constexpr qint64 machines = 0x800 | 0x1000 | 0x2000;
    return AccountControl{.isDisabled = (flags & 0x2) != 0,
                          .passwordNeverExpires = (flags & 0x10000) != 0,
                          .needsSmartcard = (flags & 0x40000) != 0,
                          .isMachine = (flags & machines) != 0};
}

AccountStatus accountStatus(const std::optional<AccountControl> &control, const QDateTime &accountExpires,
                            const QDateTime &now)
{
    if (!control)
        return AccountStatus::Unknown;
    if (control->isDisabled)
        return AccountStatus::Disabled;
    return accountExpires.isValid() && accountExpires <= now ? AccountStatus::Expired
                                                             : AccountStatus::Enabled;
}

QDateTime passwordExpiry(const std::optional<AccountControl> &control, const PasswordAge &age)
{
    if (control && (control->passwordNeverExpires || control->needsSmartcard))
        return {};
    if (!age.computed.isEmpty())
        return fromFileTime(age.computed);
    return age.setAt.isValid() && age.maxAgeMs > 0 ? age.setAt.addMSecs(age.maxAgeMs) : QDateTime();
}

} // namespace tandem
