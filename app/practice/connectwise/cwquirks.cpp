// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/connectwise/cwquirks.h"

#include <array>

namespace tandem::practicecw {

namespace {

struct QuirkName {
    Quirk quirk;
    const char *name;
};

constexpr std::array names{
    QuirkName{Quirk::RevalidateCompany, "revalidate-company"},
    QuirkName{Quirk::RevalidateConfiguration, "revalidate-configuration"},
    QuirkName{Quirk::RevalidateContact, "revalidate-contact"},
    QuirkName{Quirk::PatchNeedsCustomFields, "patch-needs-custom-fields"},
    QuirkName{Quirk::BadKeysAreNotFound, "bad-keys-are-not-found"},
    QuirkName{Quirk::ForeignLinks, "foreign-links"},
    QuirkName{Quirk::HiddenReferences, "hidden-references"},
    QuirkName{Quirk::OnPremiseSites, "on-premise-sites"},
    QuirkName{Quirk::NoForwardOnly, "no-forward-only"},
    QuirkName{Quirk::ShortIdentifier, "short-identifier"},
    QuirkName{Quirk::TypeNeedsChangeType, "type-needs-change-type"},
    QuirkName{Quirk::SetupReadOnly, "setup-read-only"},
    QuirkName{Quirk::ReadOnlyMember, "read-only-member"},
    QuirkName{Quirk::DirtyCompanyFails, "dirty-company-fails"},
    QuirkName{Quirk::NoDefaultStatus, "no-default-status"},
};

} // namespace

QStringList quirkNames(Quirks quirks)
{
    QStringList list;
    for (const QuirkName &item : names) {
        if (quirks.testFlag(item.quirk))
            list.append(QString::fromLatin1(item.name));
    }
    return list;
}

QStringList allQuirkNames()
{
    return quirkNames(Quirks::fromInt(~0U));
}

std::optional<Quirk> quirkFromName(const QString &name)
{
    for (const QuirkName &item : names) {
        if (name == QLatin1StringView(item.name))
            return item.quirk;
    }
    return std::nullopt;
}

} // namespace tandem::practicecw
