// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/importplanner.h"

#include "core/field.h"
#include "rules/importrules.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Import)
};

/** What is remembered of one batch; beyond that it is looked up again. */
constexpr qsizetype mostRemembered = 10'000;

tl::unexpected<Error> badField(const QString &field, const QString &message)
{
    return fail(Error{.code = ErrorCode::BadInput, .message = message, .field = field});
}

QString markedId(const QString &externalId)
{
    return u'\x1' + externalId;
}

/** Whether the values that rule D2 compares are all known, so that the record may be here at all. */
bool canMatch(AssetKind kind, const ImportStep &step)
{
    switch (kind) {
    case AssetKind::Configuration:
        return !step.newValues.contains(u"configuration_type"_s);
    case AssetKind::Location:
        return !step.newValues.contains(u"region"_s) && !step.newValues.contains(u"country"_s);
    case AssetKind::Organization:
    case AssetKind::Contact:
    case AssetKind::Count:
        break;
    }
    return true;
}

} // namespace

bool isOfDatabase(const Error &error)
{
    return error.code == ErrorCode::DatabaseUnusable || error.code == ErrorCode::DatabaseNewer
        || error.code == ErrorCode::DatabaseFull || error.code == ErrorCode::Cancelled
        || error.code == ErrorCode::Internal;
}

ImportPlanner::ImportPlanner(Stores &stores, RecordSource source)
    : m_stores(stores)
    , m_records(stores)
    , m_source(source)
{
}

void ImportPlanner::noteComing(AssetKind kind, const QString &name, const QString &externalId)
{
    m_coming.insert({kind, name.trimmed()});
    if (!externalId.isEmpty())
        m_coming.insert({kind, markedId(externalId)});
}

void ImportPlanner::forget()
{
    m_named.clear();
    m_options.clear();
}

Result<ImportStep> ImportPlanner::plan(const ImportedRecord &record)
{
    if (record.problem)
        return fail(*record.problem);
    if (!record.isWhole)
        return planNews(record, {});
    const Result<QJsonObject> said = m_stores.imports.said(m_source, record.kind, record.externalId);
    if (!said)
        return fail(said.error());
    return planNews(changedSince(record, *said), *said);
}

Result<ImportStep> ImportPlanner::planNews(const ImportedRecord &record, const QJsonObject &said)
{
    ImportStep step{.changes = record.values};
    if (const Result<void> resolved = resolveOptions(record, step); !resolved)
        return fail(resolved.error());
    if (const Result<QJsonValue> organization = resolveReference(record, u"organization"_s, 0); !organization)
        return fail(organization.error());
    else if (!organization->isUndefined())
        step.changes.insert(u"organization"_s, *organization);
    // It is said and not here, so that it is one that an earlier row makes.
    const bool isComing = !step.changes.contains("organization"_L1)
        && (record.names.contains(u"organization"_s) || record.externalReferences.contains(u"organization"_s));

    const Result<RecordId> existing = findExisting(record, step);
    if (!existing)
        return fail(existing.error());
    step.id = *existing;
    if (step.id != 0) {
        const Result<Record> known = m_stores.records.get(step.id);
        if (!known)
            return fail(known.error());
        if (known->kind != record.kind) {
            return fail(
                ErrorCode::NotFound,
                Words::tr("Record %1 is no %2.").arg(QString::number(step.id), kindName(record.kind)));
        }
        step.before = known->fields;
    }

    const QJsonValue own = step.changes.contains("organization"_L1) ? step.changes.value("organization"_L1)
                                                                    : step.before.value("organization"_L1);
    const RecordId organization = record.kind == AssetKind::Organization ? step.id : own.toInteger();
    for (const FieldDescription &field : fieldsOf(record.kind)) {
        if (field.type != FieldType::Reference || field.name() == "organization"_L1)
            continue;
        const Result<QJsonValue> reference = resolveReference(record, field.name(), organization);
        if (!reference && (!record.mayMissReferences || isOfDatabase(reference.error())))
            return fail(reference.error());
        if (!reference)
            step.missed.append(field.name());
        else if (!reference->isUndefined())
            step.changes.insert(field.name(), *reference);
    }

    if (step.id == 0) {
        step.what = record.createsNew ? ImportOutcome::What::Created : ImportOutcome::What::Skipped;
        if (!record.createsNew)
            return step;
        for (const FieldDescription &field : fieldsOf(record.kind)) {
            const QJsonValue value = step.changes.value(field.name());
            const bool isList = field.type == FieldType::Emails || field.type == FieldType::Phones;
            if (isList && value.isArray())
                step.changes.insert(field.name(), withImportedPoints(field.type, {}, value.toArray()));
        }
        FieldValues asked = step.changes;
        // A value that is still to be made stands for itself as long as nothing is written.
        for (auto it = step.newValues.constBegin(); it != step.newValues.constEnd(); ++it)
            asked.remove(it.key());
        const QStringList unknown = step.newValues.keys() + QStringList(isComing ? 1 : 0, u"organization"_s);
        const Result<void> checked =
            m_records.check({.kind = record.kind, .changes = asked, .source = m_source}, {}, unknown);
        return checked ? Result<ImportStep>(step) : fail(checked.error());
    }
    if (record.onMatch == OnMatch::Skip) {
        step.what = ImportOutcome::What::Skipped;
        return step;
    }
    const Result<void> planned = planUpdate(record, said, step);
    return planned ? Result<ImportStep>(step) : fail(planned.error());
}

Result<void> ImportPlanner::planUpdate(const ImportedRecord &record, const QJsonObject &said,
                                       ImportStep &step)
{
    FieldValues different;
    const bool isFirst = record.isWhole && said.isEmpty();
    const ImportedRecord lastTime = recordFromSaid(record.kind, said);
    // What the source changed, of what nobody edited here since.
    const auto mayChange = [&](const FieldDescription &field) -> Result<bool> {
        if (said.isEmpty())
            return true;
        const Result<bool> isUntouched = isAsSaid(field, step.before.value(field.name()), lastTime);
        if (isUntouched && !*isUntouched)
            step.kept.append(field.name());
        return isUntouched;
    };
    for (auto it = step.changes.constBegin(); it != step.changes.constEnd(); ++it) {
        const FieldDescription *field = findField(record.kind, it.key());
        const QJsonValue before = step.before.value(it.key());
        QJsonValue value = nullIfBlank(it.value());
        const bool isList = field && (field->type == FieldType::Emails || field->type == FieldType::Phones);
        if (isFirst && value.isNull())
            continue;
        const bool isReplaced = record.replacesPoints
            || (!said.isEmpty() && nullIfBlank(before) == nullIfBlank(lastTime.values.value(it.key())));
        const bool isAdded = isList && value.isArray() && !isReplaced;
        if (isAdded)
            value = withImportedPoints(field->type, before.toArray(), value.toArray());
        if (nullIfBlank(before) == value)
            continue;
        const Result<bool> may = isAdded || !field ? Result<bool>(true) : mayChange(*field);
        if (!may)
            return fail(may.error());
        if (*may)
            different.insert(it.key(), value);
    }
    const QStringList made = step.newValues.keys();
    for (const QString &field : made) {
        const Result<bool> may = mayChange(*findField(record.kind, field));
        if (!may)
            return fail(may.error());
        if (!*may)
            step.newValues.remove(field);
    }
    step.changes = different;
    const bool isDifferent = !different.isEmpty() || !step.newValues.isEmpty();
    step.what = isDifferent ? ImportOutcome::What::Updated : ImportOutcome::What::Skipped;
    if (!isDifferent)
        return {};
    return m_records.check({.kind = record.kind, .id = step.id, .changes = different, .source = m_source},
                           step.before, step.newValues.keys());
}

Result<bool> ImportPlanner::isAsSaid(const FieldDescription &field, const QJsonValue &here,
                                     const ImportedRecord &said)
{
    const QJsonValue now = nullIfBlank(here);
    const QString name = said.names.value(field.name());
    if (field.type == FieldType::Option) {
        ImportStep lastTime;
        if (const Result<void> resolved = resolveOptions(said, lastTime); !resolved)
            return fail(resolved.error());
        return nullIfBlank(lastTime.changes.value(field.name())) == now;
    }
    if (field.type != FieldType::Reference)
        return nullIfBlank(said.values.value(field.name())) == now;
    const QString externalId = said.externalReferences.value(field.name());
    if (externalId.isEmpty())
        return now.isNull() || !name.isEmpty();
    const Result<RecordId> known = m_stores.imports.byExternalId(m_source, *field.target, externalId);
    return known ? Result<bool>(*known == now.toInteger()) : fail(known.error());
}

/** The external id goes before everything; then what the source has matched itself; then rule D2. */
Result<RecordId> ImportPlanner::findExisting(const ImportedRecord &record, const ImportStep &step)
{
    if (!record.externalId.isEmpty()) {
        const Result<RecordId> known =
            m_stores.imports.byExternalId(m_source, record.kind, record.externalId);
        if (!known || *known != 0)
            return known;
    }
    if (record.id != 0)
        return record.id;
    if (record.onMatch == OnMatch::Create || !canMatch(record.kind, step))
        return RecordId(0);
    Result<QList<RecordId>> matches = exactMatches(m_stores.database, record.kind, step.changes);
    if (!matches)
        return fail(matches.error());
    // What the source calls by another name is another record, however much they look alike.
    for (qsizetype i = matches->size(); record.isWhole && i-- > 0;) {
        const Result<QString> other = m_stores.imports.externalIdOf(m_source, record.kind, matches->at(i));
        if (!other)
            return fail(other.error());
        if (!other->isEmpty())
            matches->removeAt(i);
    }
    if (matches->size() > 1) {
        return fail(
            ErrorCode::BadInput,
            Words::tr("%n records here are the same as this row, so it is not known which one is meant.",
                      nullptr, int(matches->size())));
    }
    return matches->isEmpty() ? RecordId(0) : matches->constFirst();
}

Result<void> ImportPlanner::resolveOptions(const ImportedRecord &record, ImportStep &step)
{
    for (const FieldDescription &field : fieldsOf(record.kind)) {
        const auto name = record.names.constFind(field.name());
        if (field.type != FieldType::Option || name == record.names.constEnd())
            continue;
        if (name->trimmed().isEmpty()) {
            step.changes.insert(field.name(), QJsonValue::Null);
            continue;
        }
        const bool isModel = *field.list == OptionList::Model;
        // A model of a manufacturer that is new is new itself.
        const bool isMakerNew = isModel && step.newValues.contains(u"manufacturer"_s);
        const OptionId parent = isModel ? step.changes.value("manufacturer"_L1).toInteger() : 0;
        const Result<OptionId> known =
            isMakerNew ? OptionId(0) : option(*field.list, name->trimmed(), parent);
        if (!known)
            return fail(known.error());
        if (*known != 0)
            step.changes.insert(field.name(), *known);
        else
            step.newValues.insert(field.name(), name->trimmed());
    }
    return {};
}

/** Undefined where the source says nothing about the field, or the record is only to come. */
Result<QJsonValue> ImportPlanner::resolveReference(const ImportedRecord &record, const QString &field,
                                                   RecordId organization)
{
    const FieldDescription *description = findField(record.kind, field);
    if (!description)
        return QJsonValue(QJsonValue::Undefined);
    const AssetKind kind = *description->target;
    const QString externalId = record.externalReferences.value(field);
    if (!externalId.isEmpty()) {
        const Result<RecordId> known = m_stores.imports.byExternalId(m_source, kind, externalId);
        if (!known)
            return fail(known.error());
        if (*known != 0)
            return QJsonValue(*known);
        if (m_coming.contains({kind, markedId(externalId)}))
            return QJsonValue(QJsonValue::Undefined);
    }
    const auto name = record.names.constFind(field);
    if (name == record.names.constEnd()) {
        if (externalId.isEmpty())
            return QJsonValue(QJsonValue::Undefined);
        return badField(field,
                        Words::tr("%1: there is no %2 with the id %3.")
                            .arg(description->labelText(), kindName(kind), externalId));
    }
    if (name->trimmed().isEmpty())
        return QJsonValue(QJsonValue::Null);
    const RecordId within = kind == AssetKind::Organization ? 0 : organization;
    const Result<QList<RecordId>> found = named(kind, within, name->trimmed());
    if (!found)
        return fail(found.error());
    if (found->size() == 1)
        return QJsonValue(found->constFirst());
    if (found->isEmpty() && m_coming.contains({kind, name->trimmed()}))
        return QJsonValue(QJsonValue::Undefined);
    if (found->isEmpty()) {
        return badField(field,
                        Words::tr("%1: there is no %2 called \"%3\".")
                            .arg(description->labelText(), kindName(kind), name->trimmed()));
    }
    return badField(field,
                    Words::tr("%1: %n records are called \"%2\".", nullptr, int(found->size()))
                        .arg(description->labelText(), name->trimmed()));
}

Result<QList<RecordId>> ImportPlanner::named(AssetKind kind, RecordId organization, const QString &name)
{
    const QPair<AssetKind, QPair<RecordId, QString>> key{kind, {organization, name}};
    const auto known = m_named.constFind(key);
    if (known != m_named.constEnd())
        return *known;
    const Result<QList<RecordId>> found = m_stores.records.findByName(kind, organization, name);
    if (!found || found->isEmpty())
        return found;
    if (m_named.size() >= mostRemembered)
        m_named.clear();
    m_named.insert(key, *found);
    return found;
}

Result<OptionId> ImportPlanner::option(OptionList list, const QString &name, OptionId parent)
{
    const QPair<OptionList, QPair<OptionId, QString>> key{list, {parent, name}};
    const OptionId known = m_options.value(key);
    if (known != 0)
        return known;
    const Result<OptionId> found = m_stores.options.find(list, name, parent);
    if (!found || *found == 0)
        return found;
    if (m_options.size() >= mostRemembered)
        m_options.clear();
    m_options.insert(key, *found);
    return found;
}

} // namespace tandem
