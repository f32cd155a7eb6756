// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optionlist.h"

#include <QCoreApplication>

namespace tandem {

namespace {

struct ListWords {
    const char *name;
    const char *title;
};

constexpr std::array words {
    ListWords {"organization_type", QT_TRANSLATE_NOOP("tandem::OptionList", "Organization types")},
    ListWords {"organization_status", QT_TRANSLATE_NOOP("tandem::OptionList", "Organization statuses")},
    ListWords {"configuration_type", QT_TRANSLATE_NOOP("tandem::OptionList", "Configuration types")},
    ListWords {"configuration_status", QT_TRANSLATE_NOOP("tandem::OptionList", "Configuration statuses")},
    ListWords {"contact_type", QT_TRANSLATE_NOOP("tandem::OptionList", "Contact types")},
    ListWords {"email_type", QT_TRANSLATE_NOOP("tandem::OptionList", "Email types")},
    ListWords {"phone_type", QT_TRANSLATE_NOOP("tandem::OptionList", "Phone types")},
    ListWords {"manufacturer", QT_TRANSLATE_NOOP("tandem::OptionList", "Manufacturers")},
    ListWords {"model", QT_TRANSLATE_NOOP("tandem::OptionList", "Models")},
    ListWords {"country", QT_TRANSLATE_NOOP("tandem::OptionList", "Countries")},
    ListWords {"region", QT_TRANSLATE_NOOP("tandem::OptionList", "States and provinces")},
    ListWords {"member", QT_TRANSLATE_NOOP("tandem::OptionList", "Members")},
    ListWords {"classification", QT_TRANSLATE_NOOP("tandem::OptionList", "Classifications")},
};
static_assert(words.size() == size_t(OptionList::Count));

} // namespace

size_t qHash(OptionList value, size_t seed) noexcept
{
    return ::qHash(quint8(value), seed);
}

QString optionListName(OptionList list)
{
    return QString::fromLatin1(words.at(size_t(list)).name);
}

std::optional<OptionList> optionListFromName(const QString &name)
{
    for (const OptionList list : allOptionLists) {
        if (optionListName(list) == name)
            return list;
    }
    return std::nullopt;
}

QString optionListKey(OptionList list)
{
    const QString name = optionListName(list);
    return name.endsWith(u's') ? QString(name + QLatin1StringView("es")) : QString(name + u's');
}

QString optionListTitle(OptionList list)
{
    return QCoreApplication::translate("tandem::OptionList", words.at(size_t(list)).title);
}

} // namespace tandem
