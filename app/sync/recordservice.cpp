// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/recordservice.h"

#include "core/field.h"
#include "core/fieldcheck.h"
#include "rules/fieldmap.h"
#include "rules/importrules.h"
#include "sync/recordsync.h"

#include <QCoreApplication>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::RecordService)
};

/** Of the search index: the one that a save adds, times the levels that it rises through. */
constexpr int pagesMergedBySave = 8;

tl::unexpected<Error> badField(const QString &field, const QString &message)
{
    return fail(Error {.code = ErrorCode::BadInput, .message = message, .field = field});
}

QString textOf(Stores &stores, const FieldDescription &field, const QJsonValue &value)
{
    if (isBlank(value))
        return {};
    if (field.type == FieldType::Reference) {
        const Result<Record> record = stores.records.get(value.toInteger());
        return record ? record->displayName() : QString();
    }
    if (field.type == FieldType::Option) {
        const Result<Option> option = stores.options.get(value.toInteger());
        return option ? option->name : QString();
    }
    return {};
}

bool concerns(const Integration &integration, const Link *link)
{
    return integration.settings.twoWay && !integration.isDisconnected
        && (!link || (!link->isOrphaned && link->state != SyncState::Disconnected));
}

const Link *linkOf(const QList<Link> &links, IntegrationId integration)
{
    for (const Link &link : links) {
        if (link.integrationId == integration)
            return &link;
    }
    return nullptr;
}

} // namespace

QJsonObject historyEntry(Stores &stores, AssetKind kind, const QString &field, const QJsonValue &before,
                         const QJsonValue &after)
{
    QJsonObject entry {{u"before"_s, nullIfBlank(before)}, {u"after"_s, nullIfBlank(after)}};
    const FieldDescription *description = findField(kind, field);
    if (description && (description->type == FieldType::Reference || description->type == FieldType::Option)) {
        entry.insert(u"before_text"_s, textOf(stores, *description, before));
        entry.insert(u"after_text"_s, textOf(stores, *description, after));
    }
    return entry;
}

RecordService::RecordService(Stores &stores)
    : m_stores(stores)
{
}

Result<Saved> RecordService::save(const Edit &edit)
{
    Transaction transaction(m_stores.database);
    if (const Result<void> begun = transaction.begun(); !begun)
        return fail(begun.error());
    const Result<QList<Integration>> integrations = m_stores.integrations.all();
    if (!integrations)
        return fail(integrations.error());
    const Result<Saved> saved = write(edit, *integrations);
    if (!saved)
        return saved;
    if (const Result<void> merged = m_stores.records.mergeSearch(pagesMergedBySave); !merged)
        return fail(merged.error());
    if (const Result<void> committed = transaction.commit(); !committed)
        return fail(committed.error());
    return saved;
}

Result<Saved> RecordService::write(const Edit &edit, const QList<Integration> &integrations, Checked checked)
{
    Before before;
    if (edit.id != 0) {
        const Result<Record> record = m_stores.records.get(edit.id);
        if (!record)
            return fail(record.error());
        if (record->kind != edit.kind)
            return fail(ErrorCode::NotFound, Words::tr("There is no %1 %2.").arg(kindTitle(edit.kind)).arg(edit.id));
        before.fields = record->fields;
        const Result<QList<Link>> links = m_stores.links.ofRecord(edit.id);
        if (!links)
            return fail(links.error());
        before.links = *links;
    }
    if (checked == Checked::No) {
        if (const Result<void> allowed = check(edit, before.fields); !allowed)
            return fail(allowed.error());
    }

    FieldValues after = before.fields;
    for (auto it = edit.changes.constBegin(); it != edit.changes.constEnd(); ++it)
        after.insert(it.key(), nullIfBlank(it.value()));
    Saved saved {.id = edit.id, .changed = changedFields(edit.kind, before.fields, after)};
    // Nothing different: nothing is written, but a save of a record that was never pushed is a wish to push it (B5).
    const bool asksForPush = edit.id != 0 && saved.changed.isEmpty() && !edit.changes.isEmpty();
    if (edit.id != 0 && saved.changed.isEmpty() && !asksForPush)
        return saved;
    if (const Result<void> allowed = checkDirections(saved.changed, before, integrations); !allowed)
        return fail(allowed.error());

    const QDateTime now = m_stores.clock.nowUtc();
    saved.at = now;
    FieldValues changes;
    QJsonObject history;
    // Of a record that an import makes, the record itself is the history.
    const bool tellsFields = edit.id != 0 || edit.remark.isEmpty();
    for (const QString &field : std::as_const(saved.changed)) {
        changes.insert(field, after.value(field));
        if (!tellsFields)
            continue;
        history.insert(field, historyEntry(m_stores, edit.kind, field, before.fields.value(field), after.value(field)));
    }
    if (edit.id == 0) {
        const Result<RecordId> id = m_stores.records.insert(edit.kind, after, edit.source, now);
        if (!id)
            return fail(id.error());
        saved.id = *id;
    } else if (!changes.isEmpty()) {
        if (const Result<void> updated = m_stores.records.update(edit.id, edit.kind, changes, now); !updated)
            return fail(updated.error());
    }
    const Result<bool> queued = enqueue(edit, saved.id, saved.changed, before, integrations);
    if (!queued)
        return fail(queued.error());
    saved.isQueued = *queued;
    if (!history.isEmpty() || !tellsFields) {
        const Result<void> logged = m_stores.events.append(
            {.at = now,
             .type = Event::Type::Edited,
             .recordId = saved.id,
             .kind = edit.kind,
             .recordName = displayNameOf(edit.kind, after),
             .person = edit.person,
             .message = !edit.remark.isEmpty() ? edit.remark
                 : edit.id == 0                ? Words::tr("Created.")
                                               : Words::tr("Changed here."),
             .fields = history});
        if (!logged)
            return fail(logged.error());
    }
    return saved;
}

Result<void> RecordService::remove(RecordId id)
{
    Transaction transaction(m_stores.database);
    if (const Result<void> begun = transaction.begun(); !begun)
        return begun;
    if (const Result<void> erased = erase(id); !erased)
        return erased;
    return transaction.commit();
}

Result<void> RecordService::erase(RecordId id)
{
    const Result<Record> record = m_stores.records.get(id);
    if (!record)
        return fail(record.error());
    const Result<QList<Link>> links = m_stores.links.ofRecord(id);
    if (!links)
        return fail(links.error());
    for (const Link &link : *links) {
        const bool isResting = link.isDisabled || link.isOrphaned || link.state == SyncState::Disconnected;
        const Result<std::optional<Push>> push = m_stores.outbox.get(link.integrationId, id);
        if (!push)
            return fail(push.error());
        const bool mayBeThere
            = *push && ((*push)->stage == Push::Stage::InFlight || (*push)->stage == Push::Stage::Unknown);
        if ((link.isLinked() && !isResting) || mayBeThere) {
            return fail(ErrorCode::NotAllowed,
                        Words::tr("\"%1\" is syncing, so it cannot be deleted. Disable its sync first.")
                            .arg(record->displayName()));
        }
    }
    return m_stores.records.remove(id);
}

Result<void> RecordService::check(const Edit &edit, const FieldValues &before, const QStringList &unknown) const
{
    FieldValues after = before;
    for (auto it = edit.changes.constBegin(); it != edit.changes.constEnd(); ++it) {
        const FieldDescription *field = findField(edit.kind, it.key());
        if (!field)
            return badField(it.key(), Words::tr("A %1 has no field \"%2\".").arg(kindName(edit.kind), it.key()));
        if (const QString problem = problemWith(*field, it.value()); !problem.isEmpty())
            return badField(it.key(), problem);
        after.insert(it.key(), it.value());
    }
    if (edit.id == 0) {
        for (const FieldDescription &field : fieldsOf(edit.kind)) {
            const QString problem = problemWith(field, after.value(field.name()));
            if (!problem.isEmpty() && !unknown.contains(field.name()))
                return badField(field.name(), problem);
        }
    }
    for (const QString &field : edit.changes.keys()) {
        if (const Result<void> checked = checkReference(edit, after, field); !checked)
            return checked;
    }
    return {};
}

Result<void> RecordService::checkReference(const Edit &edit, const FieldValues &after, const QString &field) const
{
    const FieldDescription *description = findField(edit.kind, field);
    const QJsonValue value = after.value(field);
    if (isBlank(value))
        return {};
    if (description->type == FieldType::Option) {
        const Result<Option> option = m_stores.options.get(value.toInteger());
        if (!option || option->list != *description->list)
            return badField(field, Words::tr("%1 has no value with the id %2.")
                                       .arg(description->labelText(), QString::number(value.toInteger())));
        return {};
    }
    if (description->type != FieldType::Reference)
        return {};
    const Result<Record> target = m_stores.records.get(value.toInteger());
    if (!target || target->kind != *description->target)
        return badField(field, Words::tr("%1: there is no %2 with the id %3.")
                                   .arg(description->labelText(), kindName(*description->target),
                                        QString::number(value.toInteger())));
    if (target->kind == AssetKind::Organization) {
        // A parent must not be the organization itself nor lie below it.
        RecordId above = edit.kind == AssetKind::Organization ? target->id : 0;
        for (int depth = 0; above != 0 && depth < 100; ++depth) {
            if (above == edit.id)
                return badField(field, Words::tr("An organization cannot be its own parent."));
            const Result<Record> next = m_stores.records.get(above);
            above = next ? next->fields.value("parent"_L1).toInteger() : 0;
        }
        return {};
    }
    const RecordId own = edit.kind == AssetKind::Organization ? edit.id : after.value("organization"_L1).toInteger();
    if (target->fields.value("organization"_L1).toInteger() != own) {
        return badField(field, Words::tr("\"%1\" belongs to another organization.").arg(target->displayName()));
    }
    return {};
}

Result<void> RecordService::checkDirections(const QStringList &changed, const Before &before,
                                            const QList<Integration> &integrations) const
{
    for (const Link &link : before.links) {
        if (!link.isLinked() || link.isDisabled || link.isOrphaned || link.state == SyncState::Disconnected)
            continue;
        for (const Integration &integration : integrations) {
            const FieldMap *map = integration.fieldMap();
            if (integration.id != link.integrationId || !map)
                continue;
            for (const QString &field : changed) {
                const MappedField *mapped = map->kind(link.kind).find(field);
                if (!mapped)
                    continue;
                const QString label = findField(link.kind, field)->labelText();
                if (!integration.settings.twoWay && mapped->comesIn()) {
                    return fail(Error {.code = ErrorCode::NotAllowed,
                                       .message = Words::tr("%1 comes from %2 and can only be changed there, because "
                                                            "two-way sync is off.")
                                                      .arg(label, integration.name),
                                       .field = field});
                }
                if (mapped->direction == Direction::In) {
                    return fail(Error {.code = ErrorCode::NotAllowed,
                                       .message = Words::tr("%1 only comes in from %2; change it there.")
                                                      .arg(label, integration.name),
                                       .field = field});
                }
            }
        }
    }
    return {};
}

Result<bool> RecordService::enqueue(const Edit &edit, RecordId id, const QStringList &changed, const Before &before,
                                    const QList<Integration> &integrations)
{
    bool queued = false;
    for (const Integration &integration : integrations) {
        const FieldMap *map = integration.fieldMap();
        const Link *link = linkOf(before.links, integration.id);
        if (!map || !concerns(integration, link))
            continue;
        if (!pushesByItself(edit.source, edit.kind, integration.settings)) {
            if (link && link->isLinked()) {
                if (const Result<void> shown = showDifference(integration, *link, changed); !shown)
                    return fail(shown.error());
            }
            continue;
        }
        const bool isLinked = link && link->isLinked();
        const bool travels = std::any_of(changed.begin(), changed.end(), [&](const QString &field) {
            const MappedField *mapped = map->kind(edit.kind).find(field);
            return mapped && mapped->goesOut();
        });
        if (isLinked && !travels && link->state != SyncState::NotYetPushed)
            continue;
        const QDateTime now = m_stores.clock.nowUtc();
        if (const Result<void> done = m_stores.outbox.enqueue(integration.id, id, edit.kind, edit.person, now); !done)
            return fail(done.error());
        // A disabled record keeps its edits until its sync is enabled (rule C4e).
        const SyncState state = link && link->isDisabled ? SyncState::Disabled : SyncState::Pending;
        if (const Result<void> done = m_stores.links.setState(integration.id, id, state); !done)
            return fail(done.error());
        queued = true;
    }
    return queued;
}

Result<void> RecordService::showDifference(const Integration &integration, const Link &link, const QStringList &changed)
{
    const bool isSettled = link.state == SyncState::Synced || link.state == SyncState::NotYetPushed;
    if (changed.isEmpty() || link.isDisabled || !isSettled)
        return {};
    const Result<PushFacts> facts = pushFacts(m_stores, integration, link.recordId);
    if (!facts)
        return fail(facts.error());
    const SyncState state = facts->changed.isEmpty() ? SyncState::Synced : SyncState::NotYetPushed;
    return state == link.state ? Result<void>() : m_stores.links.setState(integration.id, link.recordId, state);
}

} // namespace tandem
