// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/event.h"

#include <QCoreApplication>

#include <array>

namespace tandem {

namespace {

struct TypeWords {
    const char *name;
    const char *title;
};

constexpr std::array words{
    TypeWords{"edited", QT_TRANSLATE_NOOP("tandem::Event", "Edited")},
    TypeWords{"pushed", QT_TRANSLATE_NOOP("tandem::Event", "Pushed")},
    TypeWords{"push_failed", QT_TRANSLATE_NOOP("tandem::Event", "Push failed")},
    TypeWords{"pulled", QT_TRANSLATE_NOOP("tandem::Event", "Pulled")},
    TypeWords{"pull_failed", QT_TRANSLATE_NOOP("tandem::Event", "Pull failed")},
    TypeWords{"linked", QT_TRANSLATE_NOOP("tandem::Event", "Linked")},
    TypeWords{"held", QT_TRANSLATE_NOOP("tandem::Event", "Held")},
    TypeWords{"sync_finished", QT_TRANSLATE_NOOP("tandem::Event", "Sync finished")},
    TypeWords{"sync_failed", QT_TRANSLATE_NOOP("tandem::Event", "Sync failed")},
    TypeWords{"changed", QT_TRANSLATE_NOOP("tandem::Event", "Changed")},
};
static_assert(words.size() == size_t(Event::Type::Count));

} // namespace

QString eventTypeName(Event::Type type)
{
    return QString::fromLatin1(words.at(size_t(type)).name);
}

std::optional<Event::Type> eventTypeFromName(const QString &name)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (name == QLatin1StringView(words[i].name))
            return Event::Type(i);
    }
    return std::nullopt;
}

QString eventTypeTitle(Event::Type type)
{
    return QCoreApplication::translate("tandem::Event", words.at(size_t(type)).title);
}

} // namespace tandem
