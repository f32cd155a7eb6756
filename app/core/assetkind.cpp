// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assetkind.h"

#include <QCoreApplication>

namespace tandem {

namespace {

struct KindWords {
    const char *name;
    const char *title;
    const char *plural;
};

constexpr std::array words {
    KindWords {"organization", QT_TRANSLATE_NOOP("tandem::AssetKind", "Organization"),
               QT_TRANSLATE_NOOP("tandem::AssetKind", "Organizations")},
    KindWords {"location", QT_TRANSLATE_NOOP("tandem::AssetKind", "Location"),
               QT_TRANSLATE_NOOP("tandem::AssetKind", "Locations")},
    KindWords {"contact", QT_TRANSLATE_NOOP("tandem::AssetKind", "Contact"),
               QT_TRANSLATE_NOOP("tandem::AssetKind", "Contacts")},
    KindWords {"configuration", QT_TRANSLATE_NOOP("tandem::AssetKind", "Configuration"),
               QT_TRANSLATE_NOOP("tandem::AssetKind", "Configurations")},
};
static_assert(words.size() == size_t(AssetKind::Count));

} // namespace

size_t qHash(AssetKind value, size_t seed) noexcept
{
    return ::qHash(quint8(value), seed);
}

QString kindName(AssetKind kind)
{
    return QString::fromLatin1(words.at(size_t(kind)).name);
}

std::optional<AssetKind> kindFromName(const QString &name)
{
    for (const AssetKind kind : allKinds) {
        if (kindName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

QString kindTitle(AssetKind kind)
{
    return QCoreApplication::translate("tandem::AssetKind", words.at(size_t(kind)).title);
}

QString kindTitlePlural(AssetKind kind)
{
    return QCoreApplication::translate("tandem::AssetKind", words.at(size_t(kind)).plural);
}

} // namespace tandem
