// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/role.h"

#include <QCoreApplication>

namespace tandem {

namespace {

struct RoleWords {
    const char *name;
    const char *title;
    const char *explanation;
};

constexpr std::array words{
    RoleWords{"administrator", QT_TRANSLATE_NOOP("tandem::Role", "Administrator"),
              QT_TRANSLATE_NOOP("tandem::Role", "May do everything.")},
    RoleWords{"manager", QT_TRANSLATE_NOOP("tandem::Role", "Manager"),
              QT_TRANSLATE_NOOP("tandem::Role", "May change and delete records, and change lists.")},
    RoleWords{"editor", QT_TRANSLATE_NOOP("tandem::Role", "Editor"),
              QT_TRANSLATE_NOOP("tandem::Role", "May change and delete records, and change lists.")},
    RoleWords{"creator", QT_TRANSLATE_NOOP("tandem::Role", "Creator"),
              QT_TRANSLATE_NOOP("tandem::Role", "May create and change records, and delete none.")},
    RoleWords{"lite", QT_TRANSLATE_NOOP("tandem::Role", "Lite"),
              QT_TRANSLATE_NOOP("tandem::Role", "May read, and change nothing.")},
};
static_assert(words.size() == size_t(Role::Count));

} // namespace

QString roleName(Role role)
{
    return QString::fromLatin1(words.at(size_t(role)).name);
}

std::optional<Role> roleFromName(const QString &name)
{
    for (const Role role : allRoles) {
        if (roleName(role) == name)
            return role;
    }
    return std::nullopt;
}

QString roleTitle(Role role)
{
    return QCoreApplication::translate("tandem::Role", words.at(size_t(role)).title);
}

QString roleExplanation(Role role)
{
    return QCoreApplication::translate("tandem::Role", words.at(size_t(role)).explanation);
}

} // namespace tandem
