// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace tandem {

/** One line of the log and of a record's history (rules E5, G2). */
struct Event {
    enum class Type : quint8 {
        Edited, ///< saved in Tandem
        Pushed,
        PushFailed,
        Pulled, ///< the PSA's values were taken
        PullFailed,
        Linked,
        Held,
        SyncFinished,
        SyncFailed,
        Changed, ///< settings, pause, disable: who did what
        Count
    };
    qint64 id = 0;
    QDateTime at; ///< UTC
    Type type = Type::Edited;
    IntegrationId integrationId = 0; ///< 0: none
    QString integrationName;
    RecordId recordId = 0; ///< 0: none
    AssetKind kind = AssetKind::Organization;
    QString recordName;
    QString person; ///< who; empty: Tandem itself
    QString message; ///< one sentence for people
    /** By field id: {"before":…, "after":…} in local values. */
    QJsonObject fields;
    QString requestId;
    bool isFailure = false;
};

[[nodiscard]] QString
eventTypeName(Event::Type type); ///< the word in the database and in exports: "push_failed", …
[[nodiscard]] std::optional<Event::Type> eventTypeFromName(const QString &name);
[[nodiscard]] QString eventTypeTitle(Event::Type type);

} // namespace tandem
