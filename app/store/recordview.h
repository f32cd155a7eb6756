// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "store/directory.h"
#include "store/event.h"
#include "store/link.h"
#include "store/recordlist.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tandem {

class FieldMap;

/** Everything the form of a record shows besides what a person types. */
struct RecordView {
    Record record;
    QHash<QString, QString> referenceNames; ///< by field id: the name of each reference and option value
    struct Sync {
        SyncBadge badge;
        Link link; ///< `link.id` 0 when there is none yet
        QStringList pendingFields; ///< field ids that differ from the baseline and travel
        QString message; ///< the sentence of screens.md for this state
        bool isTwoWay = false;
        bool isPaused = false;
        const FieldMap *map = nullptr; ///< the integration's, with its custom fields; nullptr where none ships
    };
    QList<Sync> sync; ///< one for each integration that is not disconnected, by name
    QList<Event> history; ///< the newest 50
    std::optional<DirectoryFacts> directory; ///< of a contact that a directory feeds
};

} // namespace tandem
