// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <array>
#include <optional>

namespace tandem {

/** The lists of values that fields choose from. A PSA has its own values for each; see `Option` and `RemoteOption`. */
enum class OptionList : quint8 {
    OrganizationType,
    OrganizationStatus,
    ConfigurationType,
    ConfigurationStatus,
    ContactType,
    EmailType,    ///< labels of email addresses
    PhoneType,    ///< labels of phone and fax numbers
    Manufacturer,
    Model,        ///< belongs to a manufacturer
    Country,
    Region,       ///< states and provinces
    Member,       ///< people of the PSA
    Classification, ///< Autotask's second organization type
    Count
};

inline constexpr std::array allOptionLists {
    OptionList::OrganizationType, OptionList::OrganizationStatus,  OptionList::ConfigurationType,
    OptionList::ConfigurationStatus, OptionList::ContactType,      OptionList::EmailType,
    OptionList::PhoneType,        OptionList::Manufacturer,        OptionList::Model,
    OptionList::Country,          OptionList::Region,              OptionList::Member,
    OptionList::Classification};
static_assert(allOptionLists.size() == size_t(OptionList::Count));

/** Found by argument-dependent look-up, so that pairs with this enum can be keys of a QHash. */
[[nodiscard]] size_t qHash(OptionList value, size_t seed = 0) noexcept;

/** "organization_type" and so on: the word in the database, maps and tandemctl. */
[[nodiscard]] QString optionListName(OptionList list);
[[nodiscard]] std::optional<OptionList> optionListFromName(const QString &name);
/** "organization_types", "organization_statuses": the key under which settings name several of its values. */
[[nodiscard]] QString optionListKey(OptionList list);
/** Translated heading, such as "Organization types". */
[[nodiscard]] QString optionListTitle(OptionList list);

} // namespace tandem
