// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/recordsync.h"

#include "core/field.h"
#include "rules/normalform.h"

#include <QCoreApplication>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::RecordSync)
};

/** What the losing side of settled conflicts was, for the history, where one click applies it again. */
QJsonObject conflictHistory(const QList<FieldConflict> &conflicts)
{
    QJsonObject lost;
    for (const FieldConflict &conflict : conflicts) {
        if (conflict.settledBy == ConflictPolicy::PsaWins)
            lost.insert(conflict.field, conflict.local);
        else if (conflict.settledBy == ConflictPolicy::TandemWins)
            lost.insert(conflict.field, conflict.remote);
    }
    return lost;
}

QString pulledMessage(const Integration &integration, const RemoteRecord &remote, bool hasConflicts)
{
    if (hasConflicts)
        return Words::tr("Both sides had changed; settled as Sync Settings of %1 say.").arg(integration.name);
    if (!remote.changedBy.isEmpty())
        return Words::tr("Changed in %1 by %2.").arg(integration.name, remote.changedBy);
    return Words::tr("Changed in %1.").arg(integration.name);
}

} // namespace

bool PushFacts::needsPerson() const
{
    return std::any_of(gates.begin(), gates.end(), [](const Gate &gate) { return !gate.opensByItself; });
}

Result<PushFacts> pushFacts(Stores &stores, const Integration &integration, RecordId id)
{
    PushFacts facts {.integration = integration};
    const FieldMap *map = FieldMap::shipped(integration.platform);
    if (!map) {
        return fail(ErrorCode::Internal,
                    Words::tr("Tandem cannot push to %1 yet.").arg(platformTitle(integration.platform)));
    }
    const Result<Record> record = stores.records.get(id);
    if (!record)
        return fail(record.error());
    facts.record = *record;
    facts.map = &map->kind(record->kind);
    const Result<std::optional<Link>> link = stores.links.get(integration.id, id);
    if (!link)
        return fail(link.error());
    facts.link = link->value_or(Link {.integrationId = integration.id, .recordId = id, .kind = record->kind});
    const Result<ReferenceBook> book
        = stores.links.referenceBook(integration.id, record->kind, record->fields, record->id);
    if (!book)
        return fail(book.error());
    facts.book = *book;
    facts.sendable = toRemote(record->kind, record->fields, *facts.map, facts.book, integration.settings);
    const bool isLinked = facts.link.isLinked();
    facts.changed = fieldsToPush(*facts.map, facts.link.baseline, facts.sendable.values);
    for (const Unresolved &missing : std::as_const(facts.sendable.unresolved)) {
        if (!facts.changed.contains(missing.field))
            facts.changed.append(missing.field);
    }
    facts.gates = gatesOf({.platform = integration.platform,
                           .integrationName = integration.name,
                           .record = facts.record,
                           .isLinked = isLinked,
                           .isDisabled = facts.link.isDisabled,
                           .isPaused = integration.isPaused,
                           .isDisconnected = integration.isDisconnected,
                           .settings = integration.settings,
                           .book = facts.book,
                           .sendable = facts.sendable,
                           .changed = facts.changed},
                          *facts.map);
    return facts;
}

Result<Absorbed> absorb(Stores &stores, const Integration &integration, const KindMap &map, Link link,
                        const RemoteRecord &remote, const LocalBook &book)
{
    const Result<Record> record = stores.records.get(link.recordId);
    if (!record)
        return fail(record.error());
    const Result<ReferenceBook> references
        = stores.links.referenceBook(integration.id, record->kind, record->fields);
    if (!references)
        return fail(references.error());
    const Result<std::optional<Push>> push = stores.outbox.get(integration.id, record->id);
    if (!push)
        return fail(push.error());

    const RemoteValues local
        = toRemote(record->kind, record->fields, map, *references, integration.settings).values;
    const RemoteValues theirs = settleAlternatives(remote, link.baseline);
    const MergeAnswer answer
        = merge(map, link.baseline, local, theirs, integration.settings.conflict, integration.settings.twoWay);

    Absorbed absorbed {.recordId = record->id, .push = answer.push, .needsPerson = answer.needsPerson()};
    const QDateTime now = stores.clock.nowUtc();
    if (!answer.take.isEmpty()) {
        // The whole record is converted, since whose contact may be taken depends on its organization (rule D3).
        const LocalConversion taken = toLocal(record->kind, theirs, map, book);
        FieldValues changes;
        QJsonObject history;
        for (auto it = taken.values.constBegin(); it != taken.values.constEnd(); ++it) {
            if (!answer.take.contains(it.key()) || nullIfBlank(record->fields.value(it.key())) == nullIfBlank(it.value()))
                continue;
            changes.insert(it.key(), it.value());
            history.insert(it.key(),
                           historyEntry(stores, record->kind, it.key(), record->fields.value(it.key()), it.value()));
        }
        // What refers to a record that is not here yet stays as it was agreed, so that the next pull takes it.
        RemoteValues baseline = answer.baseline;
        for (const QString &missing : taken.missing) {
            if (answer.take.contains(missing))
                baseline.insert(missing, nullIfBlank(link.baseline.value(missing)));
        }
        link.baseline = baseline;
        if (!changes.isEmpty()) {
            if (const Result<void> done = stores.records.update(record->id, record->kind, changes, now); !done)
                return fail(done.error());
            FieldValues after = record->fields;
            for (auto it = changes.constBegin(); it != changes.constEnd(); ++it)
                after.insert(it.key(), it.value());
            const QJsonObject lost = conflictHistory(answer.conflicts);
            for (auto it = lost.constBegin(); it != lost.constEnd(); ++it) {
                QJsonObject entry = history.value(it.key()).toObject();
                entry.insert(u"lost"_s, it.value());
                history.insert(it.key(), entry);
            }
            const Result<void> logged = stores.events.append({.at = now,
                                                              .type = Event::Type::Pulled,
                                                              .integrationId = integration.id,
                                                              .recordId = record->id,
                                                              .kind = record->kind,
                                                              .recordName = displayNameOf(record->kind, after),
                                                              .message = pulledMessage(integration, remote, !lost.isEmpty()),
                                                              .fields = history});
            if (!logged)
                return fail(logged.error());
            absorbed.hasChanged = true;
        }
    } else {
        link.baseline = answer.baseline;
    }

    const SyncState before = link.state;
    // An open conflict keeps the old version, so that nothing is sent over the PSA's value before a person has chosen.
    if (!absorbed.needsPerson)
        link.version = remote.version;
    link.remote = remote.key;
    link.isOrphaned = false;
    if (absorbed.needsPerson && !link.isDisabled) {
        link.state = SyncState::Conflict;
    } else if (!*push && !link.isDisabled) {
        // With nothing queued, what differs here was never meant to travel by itself (rule B5).
        link.state = answer.push.isEmpty() ? SyncState::Synced : SyncState::NotYetPushed;
        link.message.clear();
        link.errorField.clear();
        link.syncedAt = now;
    }
    absorbed.hasChanged = absorbed.hasChanged || before != link.state;
    if (const Result<void> done = stores.links.update(link); !done)
        return fail(done.error());
    return absorbed;
}

Result<void> learnOptions(Stores &stores, const Integration &integration, const KindMap &map,
                          const QList<RemoteRecord> &records)
{
    QList<RemoteOption> seen;
    for (const RemoteRecord &record : records) {
        for (const MappedField &field : map.fields) {
            const FieldDescription *description = findField(record.kind, field.field);
            const QString value = record.values.value(field.field).toString().trimmed();
            if (!description || value.isEmpty())
                continue;
            if (field.list) {
                const QString name = record.names.value(field.field).trimmed();
                if (!name.isEmpty())
                    seen.append({.list = *field.list, .remoteId = value, .name = name});
                continue;
            }
            if (description->type != FieldType::Option)
                continue;
            OptionId parent = 0;
            const QString maker = record.names.value(u"manufacturer"_s).trimmed();
            if (*description->list == OptionList::Model && !maker.isEmpty()) {
                const Result<OptionId> manufacturer = stores.options.findOrCreate(OptionList::Manufacturer, maker);
                if (!manufacturer)
                    return fail(manufacturer.error());
                parent = *manufacturer;
            }
            const Result<OptionId> known = stores.options.find(*description->list, value);
            if (!known)
                return fail(known.error());
            if (*known == 0) {
                const Result<OptionId> made = stores.options.findOrCreate(*description->list, value, parent);
                if (!made)
                    return fail(made.error());
            }
        }
    }
    return seen.isEmpty() ? Result<void>() : stores.options.addRemote(integration.id, seen);
}

SyncState stateOf(Push::Stage stage)
{
    switch (stage) {
    case Push::Stage::Queued:
        return SyncState::Pending;
    case Push::Stage::InFlight:
        return SyncState::Pushing;
    case Push::Stage::Unknown:
        return SyncState::Checking;
    case Push::Stage::Waiting:
        return SyncState::Retrying;
    case Push::Stage::Held:
        return SyncState::Held;
    case Push::Stage::Rejected:
        return SyncState::Error;
    case Push::Stage::Conflict:
        return SyncState::Conflict;
    case Push::Stage::Count:
        break;
    }
    return SyncState::Pending;
}

} // namespace tandem
