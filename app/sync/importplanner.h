// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/field.h"
#include "core/optionlist.h"
#include "sync/importedrecord.h"
#include "sync/recordservice.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace tandem {

/** What is to be done about one imported record. */
struct ImportStep {
    ImportOutcome::What what = ImportOutcome::What::Skipped; ///< never Failed
    RecordId id = 0; ///< of the record that is here; 0: none
    FieldValues before; ///< what that holds
    FieldValues changes; ///< in Tandem's ids; of an update only what is different
    /** List values that have to be made first, by field: their names. */
    QHash<QString, QString> newValues;
    QStringList kept = {}; ///< fields that changed there and were edited here, so that they stay
    QStringList missed = {}; ///< references to records that are not here
};

/**
 * Decides what an imported record becomes: finds what it refers to and the record that it is, and checks its
 * values as a save does. Reads only, on a connection of any kind; keeps what it has found out, so it is for
 * one batch. Its errors are those of the row, save for those of the database (`isOfDatabase`).
 */
class ImportPlanner final {
    Q_DISABLE_COPY_MOVE(ImportPlanner)
public:
    ImportPlanner(Stores &stores, RecordSource source);

    [[nodiscard]] Result<ImportStep> plan(const ImportedRecord &record);
    /** For previews: a record of this kind and name will be there, though it is not yet. */
    void noteComing(AssetKind kind, const QString &name, const QString &externalId);
    /** Forgets what it has found out, since the database is another now. */
    void forget();

private:
    /** `said`: by the source the last time, and left out of the record since. */
    [[nodiscard]] Result<ImportStep> planNews(const ImportedRecord &record, const QJsonObject &said);
    [[nodiscard]] Result<void> resolveOptions(const ImportedRecord &record, ImportStep &step);
    /** Answers null where it is only to come. */
    [[nodiscard]] Result<QJsonValue> resolveReference(const ImportedRecord &record, const QString &field,
                                                      RecordId organization);
    [[nodiscard]] Result<QList<RecordId>> named(AssetKind kind, RecordId organization, const QString &name);
    [[nodiscard]] Result<OptionId> option(OptionList list, const QString &name, OptionId parent);
    [[nodiscard]] Result<RecordId> findExisting(const ImportedRecord &record, const ImportStep &step);
    [[nodiscard]] Result<void> planUpdate(const ImportedRecord &record, const QJsonObject &said,
                                          ImportStep &step);
    /** Whether the field holds here what the source said the last time, so that nobody has edited it since. */
    [[nodiscard]] Result<bool> isAsSaid(const FieldDescription &field, const QJsonValue &here,
                                        const ImportedRecord &said);

    Stores &m_stores;
    RecordService m_records;
    const RecordSource m_source;
    QHash<QPair<AssetKind, QPair<RecordId, QString>>, QList<RecordId>> m_named;
    QHash<QPair<OptionList, QPair<OptionId, QString>>, OptionId> m_options;
    QSet<QPair<AssetKind, QString>> m_coming; ///< names, and external ids with a mark before them
};

/** Whether the failure is the database's, so that going on is no use; else it is about the values alone. */
[[nodiscard]] bool isOfDatabase(const Error &error);

} // namespace tandem
