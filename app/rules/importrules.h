// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/field.h"
#include "core/record.h"
#include "rules/syncsettings.h"

#include <QJsonArray>
#include <QStringList>

namespace tandem {

/**
 * Rule C3: whether a change that came from this source is pushed by itself. What is not stays a difference
 * that shows as not yet pushed (rule B5) until a person saves the record. Contacts of a directory follow the
 * settings (rule B2).
 */
[[nodiscard]] bool pushesByItself(RecordSource source, AssetKind kind, const SyncSettings &settings);

/**
 * The emails or phones that a contact has once imported ones are added: none is lost, one that is there
 * already keeps its place and is not doubled, and an imported primary one becomes the primary.
 */
[[nodiscard]] QJsonArray withImportedPoints(FieldType type, const QJsonArray &existing,
                                            const QJsonArray &imported);

/** What taking back a change does to a record, field by field. */
struct UndoAnswer {
    FieldValues restore; ///< the values before, of what nobody changed since
    QStringList kept; ///< fields that were changed since, so that the later value stays (rule I1)
};

/** `before` and `after` of an import, and what the record holds now. */
[[nodiscard]] UndoAnswer undoAnswer(const FieldValues &before, const FieldValues &after,
                                    const FieldValues &now);

} // namespace tandem
