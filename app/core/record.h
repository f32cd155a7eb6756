// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace tandem {

using RecordId = qint64;      ///< one sequence for all kinds; 0 is never used
using OptionId = qint64;
using IntegrationId = qint64;

/** Field values by field id, in the shapes of `FieldType`. A blank field may be absent or null; both mean blank. */
using FieldValues = QJsonObject;

/** Where a record came from; it decides whether it is pushed by itself (rule C3). */
enum class RecordSource : quint8 {
    Manual,
    Csv,
    Api,
    Directory,
    ItGlue,
    Psa,
    Count
};

[[nodiscard]] QString recordSourceName(RecordSource source);
[[nodiscard]] std::optional<RecordSource> recordSourceFromName(const QString &name);
[[nodiscard]] QString recordSourceTitle(RecordSource source);

/** One asset in Tandem. */
struct Record {
    RecordId id = 0;
    AssetKind kind = AssetKind::Organization;
    FieldValues fields;
    RecordSource source = RecordSource::Manual;
    QDateTime createdAt; ///< UTC
    QDateTime updatedAt; ///< UTC

    /** Name for lists and headings: the field "name", for a contact the first and last name. */
    [[nodiscard]] QString displayName() const;
};

/** The display name that a record of this kind and these values has. */
[[nodiscard]] QString displayNameOf(AssetKind kind, const FieldValues &fields);
/** True for null, absent, "" (also only white space) and []. */
[[nodiscard]] bool isBlank(const QJsonValue &value);
/** The value, or null when it is blank. */
[[nodiscard]] QJsonValue nullIfBlank(const QJsonValue &value);
/** Ids of the fields whose values differ between the two; blank equals blank. */
[[nodiscard]] QStringList changedFields(AssetKind kind, const FieldValues &before, const FieldValues &after);

} // namespace tandem
