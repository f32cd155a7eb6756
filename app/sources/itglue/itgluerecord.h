// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/importedrecord.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

namespace tandem {

/** "organizations" and so on: the path of a kind. */
[[nodiscard]] QString itGlueResource(AssetKind kind);

/** The names of what IT Glue's lists hold, for rows that tell ids alone. */
struct ItGlueNames {
    QHash<QString, QHash<QString, QString>> lists; ///< by path ("configuration_types") and id
    QHash<QString, QString> platforms; ///< by the id of an operating system
};

/** The lists that `ItGlueNames` is made of, by path; types, manufacturers and models before what uses them.
 */
[[nodiscard]] QStringList itGlueLists();
void addNames(ItGlueNames &names, const QString &list, const QList<QJsonObject> &rows);

/**
 * What a row becomes: pure. Attributes are those of the developer page, with dashes; whatever the row does
 * not tell stays unsaid, and a null is said as blank. References are by IT Glue's ids.
 */
[[nodiscard]] ImportedRecord recordFromItGlue(AssetKind kind, const QJsonObject &row,
                                              const ItGlueNames &names);

/** Whether IT Glue's own PSA integration syncs it. */
[[nodiscard]] bool isSyncedByItGlue(const QJsonObject &row);
[[nodiscard]] bool isArchivedInItGlue(const QJsonObject &row);
/** Whether the list may have cut its quick notes short (at 250 characters). */
[[nodiscard]] bool isCutShort(const QJsonObject &row);

} // namespace tandem
