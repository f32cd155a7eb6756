// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/importrun.h"

#include <QCoreApplication>

#include <array>

namespace tandem {

namespace {

struct Words {
    const char *name;
    const char *title;
};

constexpr std::array states{
    Words{"open", QT_TRANSLATE_NOOP("tandem::ImportRun", "Not finished")},
    Words{"finished", QT_TRANSLATE_NOOP("tandem::ImportRun", "Finished")},
    Words{"cancelled", QT_TRANSLATE_NOOP("tandem::ImportRun", "Stopped")},
    Words{"undoing", QT_TRANSLATE_NOOP("tandem::ImportRun", "Undone in part")},
    Words{"undone", QT_TRANSLATE_NOOP("tandem::ImportRun", "Undone")},
};
static_assert(states.size() == size_t(ImportRun::State::Count));

} // namespace

qint64 ImportCounts::all() const
{
    return created + updated + skipped + failed;
}

void ImportCounts::add(const ImportCounts &other)
{
    created += other.created;
    updated += other.updated;
    skipped += other.skipped;
    failed += other.failed;
}

bool ImportRun::canBeUndone() const
{
    return state != State::Undone && counts.created + counts.updated > 0;
}

bool ImportRun::canBeResumed() const
{
    return (state == State::Open || state == State::Cancelled) && !request.isEmpty();
}

QString importStateName(ImportRun::State state)
{
    return QString::fromLatin1(states.at(size_t(state)).name);
}

std::optional<ImportRun::State> importStateFromName(const QString &name)
{
    for (size_t i = 0; i < states.size(); ++i) {
        if (name == QLatin1StringView(states[i].name))
            return ImportRun::State(i);
    }
    return std::nullopt;
}

QString importStateTitle(ImportRun::State state)
{
    return QCoreApplication::translate("tandem::ImportRun", states.at(size_t(state)).title);
}

} // namespace tandem
