// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/importpreview.h"

#include "rules/matching.h"

#include <QJsonDocument>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

Result<std::unique_ptr<ImportPreview>> ImportPreview::open(const QString &databasePath, RecordSource source)
{
    Result<std::unique_ptr<Database>> database = Database::open(databasePath, Database::Mode::ReadOnly);
    if (!database)
        return fail(database.error());
    return std::unique_ptr<ImportPreview>(new ImportPreview(std::move(*database), source));
}

ImportPreview::ImportPreview(std::unique_ptr<Database> database, RecordSource source)
    : m_database(std::move(database))
    , m_stores{.database = *m_database, .clock = m_clock}
    , m_planner(m_stores, source)
{
}

ImportPreview::~ImportPreview() = default;

Result<ImportOutcome> ImportPreview::look(const ImportedRecord &record)
{
    ImportOutcome outcome{
        .row = record.row, .kind = record.kind, .name = displayNameOf(record.kind, record.values)};
    const Result<ImportStep> step = m_planner.plan(record);
    if (!step) {
        if (isOfDatabase(step.error()))
            return fail(step.error());
        outcome.error = step.error();
        return outcome;
    }
    outcome.what = step->what;
    outcome.id = step->id;
    outcome.newValues = step->newValues.values();
    outcome.kept = step->kept;
    if (step->what == ImportOutcome::What::Updated)
        outcome.changed = step->changes.keys() + step->newValues.keys();
    if (step->what == ImportOutcome::What::Created) {
        m_planner.noteComing(record.kind, outcome.name, record.externalId);
        if (isRepeated(record, *step))
            outcome.what =
                record.onMatch == OnMatch::Skip ? ImportOutcome::What::Skipped : ImportOutcome::What::Updated;
    }
    return outcome;
}

bool ImportPreview::isRepeated(const ImportedRecord &record, const ImportStep &step)
{
    if (record.onMatch == OnMatch::Create && record.externalId.isEmpty())
        return false;
    FieldValues matched = matchedValues(record.kind, step.changes);
    for (auto it = step.newValues.constBegin(); it != step.newValues.constEnd(); ++it)
        matched.insert(it.key(), it.value());
    const QString key = record.externalId.isEmpty()
        ? QString::fromUtf8(QJsonDocument(matched).toJson(QJsonDocument::Compact))
        : record.externalId;
    const size_t hash = qHash(key, size_t(record.kind));
    const bool isKnown = m_seen.contains(hash);
    m_seen.insert(hash);
    return isKnown;
}

} // namespace tandem
