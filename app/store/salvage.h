// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "core/result.h"
#include "rules/remoterecord.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace tandem {

/** What came of a damaged database. */
struct SalvageReport {
    struct Table {
        QString name;
        qint64 kept = 0;
        qint64 lost = 0; ///< rows that are known to have been there; more may be gone without a trace
    };
    /** Edits that were still to reach a PSA and cannot be sent any more. */
    struct LostPush {
        QString integrationName;
        RecordId recordId = 0;
        AssetKind kind = AssetKind::Organization;
        QString recordName; ///< empty when it is not known
        QString person;
        RemoteValues sent; ///< what the last attempt carried, if there was one
        QJsonObject edits; ///< by field id, as in the history: what was saved since both sides agreed
    };

    QString setAside; ///< the damaged file; its log lies beside it
    QList<Table> tables;
    QList<LostPush> lostPushes;
    QStringList paused; ///< integrations that wait for a look at their Sync Settings, by name

    [[nodiscard]] qint64 lost() const;
};

/** Whether the file can be given to `salvage`: Tandem's schema can be made out in it. Reads up to the whole
 * file. */
[[nodiscard]] bool canBeSalvaged(const QString &path);

/**
 * Makes a new database at `path` of all that can be read in the damaged one there, which is set aside as
 * FILE.damaged-TIME and never deleted. Rows are read wherever their page is sound; what a lost page held is
 * put together from the indexes where they tell it. Pushes in flight become unknown; the next pull looks at
 * everything. On failure everything is as it was. Nobody may have the database open. It takes about as long
 * as an import of as many records, and twice the room of the file. Any thread.
 */
[[nodiscard]] Result<SalvageReport> salvage(const QString &path,
                                            const QDateTime &now = QDateTime::currentDateTimeUtc());

/**
 * Ends a salvage that was interrupted after the damaged file was set aside and before the new one took its
 * place. Does nothing when there is none.
 */
[[nodiscard]] Result<void> finishSalvage(const QString &path);

} // namespace tandem
