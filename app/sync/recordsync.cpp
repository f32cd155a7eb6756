// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/recordsync.h"

#include "core/field.h"
#include "core/fieldtext.h"
#include "rules/normalform.h"

#include <QCoreApplication>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::RecordSync)
};

/** The losing side of settled conflicts, for the history, where one click applies it again. */
void addLost(Stores &stores, const Record &record, const QList<FieldConflict> &conflicts, const FieldValues &theirs,
             QJsonObject &history)
{
    for (const FieldConflict &conflict : conflicts) {
        const QString &field = conflict.field;
        const QJsonValue ours = record.fields.value(field);
        QJsonValue lost;
        if (conflict.settledBy == ConflictPolicy::PsaWins)
            lost = ours;
        else if (conflict.settledBy == ConflictPolicy::TandemWins && theirs.contains(field))
            lost = theirs.value(field);
        else
            continue;
        QJsonObject entry = history.value(field).toObject();
        if (entry.isEmpty())
            entry = historyEntry(stores, record.kind, field, ours, ours);
        const QJsonObject named = historyEntry(stores, record.kind, field, lost, lost);
        entry.insert(u"lost"_s, nullIfBlank(lost));
        if (named.contains("before_text"_L1))
            entry.insert(u"lost_text"_s, named.value("before_text"_L1));
        history.insert(field, entry);
    }
}

/** What a person reads of a value that is to be chosen. */
QString textFor(Stores &stores, AssetKind kind, const QString &field, const QJsonValue &value)
{
    const FieldDescription *description = findField(kind, field);
    const QString name = historyEntry(stores, kind, field, value, value).value("before_text"_L1).toString();
    return description ? fieldText(*description, value, name) : QString();
}

/** Notes what a person must choose (policy "Ask me"), with who changed what when. */
Result<void> askPerson(Stores &stores, const Integration &integration, const KindMap &map, const Record &record,
                       const RemoteRecord &remote, const RemoteValues &baseline, const LocalBook &book,
                       const QList<FieldConflict> &conflicts, const FieldValues &theirs)
{
    const FieldValues agreed = toLocal(record.kind, baseline, map, book).values;
    const Result<QList<Event>> edits
        = stores.events.list({.recordId = record.id, .types = {Event::Type::Edited}, .limit = 50});
    if (!edits)
        return fail(edits.error());
    QList<Conflict> open;
    for (const FieldConflict &conflict : conflicts) {
        if (conflict.settledBy != ConflictPolicy::Ask)
            continue;
        const QString &field = conflict.field;
        const auto edit = std::find_if(edits->begin(), edits->end(),
                                       [&](const Event &each) { return each.fields.contains(field); });
        open.append({.integrationId = integration.id,
                     .recordId = record.id,
                     .kind = record.kind,
                     .field = field,
                     .base = conflict.base,
                     .local = conflict.local,
                     .remote = conflict.remote,
                     .baseText = textFor(stores, record.kind, field, agreed.value(field)),
                     .localText = textFor(stores, record.kind, field, record.fields.value(field)),
                     .remoteText = textFor(stores, record.kind, field, theirs.value(field)),
                     .localBy = edit == edits->end() ? QString() : edit->person,
                     .localAt = edit == edits->end() ? record.updatedAt : edit->at,
                     .remoteBy = remote.changedBy,
                     .remoteAt = remote.changedAt,
                     .foundAt = stores.clock.nowUtc()});
    }
    return stores.conflicts.replace(integration.id, record.id, open);
}

/** Whether all of them are about values that the PSA had, and that Tandem had never read. */
bool wereUnread(const QList<FieldConflict> &conflicts)
{
    return std::all_of(conflicts.begin(), conflicts.end(), [](const FieldConflict &each) { return each.wasUnread; });
}

QString pulledMessage(const Integration &integration, const RemoteRecord &remote, const QList<FieldConflict> &settled)
{
    if (!settled.isEmpty() && wereUnread(settled)) {
        return Words::tr("%1 had a value that Tandem had not read before; settled as its Sync Settings say.")
            .arg(integration.name);
    }
    if (!settled.isEmpty())
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

PushFacts judgedFacts(const Integration &integration, const KindMap &map, const Record &record, const Link &link,
                      const ReferenceBook &book, const FieldLengths &lengths)
{
    PushFacts facts {.record = record, .link = link, .integration = integration, .map = &map, .book = book};
    facts.sendable = toRemote(record.kind, record.fields, map, book, integration.settings);
    // A create carries everything.
    if (link.isLinked()) {
        facts.changed = fieldsToPush(map, link.baseline, facts.sendable.values);
        for (const Unresolved &missing : std::as_const(facts.sendable.unresolved)) {
            if (!facts.changed.contains(missing.field))
                facts.changed.append(missing.field);
        }
    }
    facts.gates = gatesOf({.platform = integration.platform,
                           .integrationName = integration.name,
                           .record = record,
                           .isLinked = link.isLinked(),
                           .isDisabled = link.isDisabled,
                           .isPaused = integration.isPaused,
                           .isDisconnected = integration.isDisconnected,
                           .isRecordDisconnected = link.state == SyncState::Disconnected,
                           .settings = integration.settings,
                           .book = book,
                           .sendable = facts.sendable,
                           .changed = facts.changed,
                           .lengths = lengths},
                          map);
    return facts;
}

Result<PushFacts> pushFacts(Stores &stores, const Integration &integration, RecordId id)
{
    const FieldMap *map = integration.fieldMap();
    if (!map) {
        return fail(ErrorCode::Internal,
                    Words::tr("Tandem cannot push to %1 yet.").arg(platformTitle(integration.platform)));
    }
    const Result<Record> record = stores.records.get(id);
    if (!record)
        return fail(record.error());
    const Result<std::optional<Link>> link = stores.links.get(integration.id, id);
    if (!link)
        return fail(link.error());
    const Result<ReferenceBook> book
        = stores.links.referenceBook(integration, record->kind, record->fields, record->id);
    if (!book)
        return fail(book.error());
    const Result<FieldLengths> lengths = stores.integrations.fieldLengths(integration.id, record->kind);
    if (!lengths)
        return fail(lengths.error());
    const Link known
        = link->value_or(Link {.integrationId = integration.id, .recordId = id, .kind = record->kind});
    return judgedFacts(integration, map->kind(record->kind), *record, known, *book, *lengths);
}

Result<Absorbed> absorb(Stores &stores, const Integration &integration, const KindMap &map, Link link,
                        const RemoteRecord &remote, const LocalBook &book)
{
    const Result<Record> record = stores.records.get(link.recordId);
    if (!record)
        return fail(record.error());
    const Result<ReferenceBook> references
        = stores.links.referenceBook(integration, record->kind, record->fields);
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
    const bool wasAsked = link.state == SyncState::Conflict;
    const RemoteValues agreed = link.baseline;
    link.baseline = answer.baseline;
    if (!answer.take.isEmpty() || !answer.conflicts.isEmpty()) {
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
        for (const QString &missing : taken.missing) {
            if (answer.take.contains(missing))
                link.baseline.insert(missing, nullIfBlank(agreed.value(missing)));
        }
        addLost(stores, *record, answer.conflicts, taken.values, history);
        if (absorbed.needsPerson) {
            const Result<void> asked = askPerson(stores, integration, map, *record, remote, agreed, book,
                                                 answer.conflicts, taken.values);
            if (!asked)
                return fail(asked.error());
        }
        if (!changes.isEmpty()) {
            if (const Result<void> done = stores.records.update(record->id, record->kind, changes, now); !done)
                return fail(done.error());
            absorbed.hasChanged = true;
            absorbed.changed = changes.keys();
        }
        if (!history.isEmpty()) {
            FieldValues after = record->fields;
            for (auto it = changes.constBegin(); it != changes.constEnd(); ++it)
                after.insert(it.key(), it.value());
            QList<FieldConflict> settled = answer.conflicts;
            settled.removeIf([](const FieldConflict &each) { return each.settledBy == ConflictPolicy::Ask; });
            const Result<void> logged = stores.events.append({.at = now,
                                                              .type = Event::Type::Pulled,
                                                              .integrationId = integration.id,
                                                              .recordId = record->id,
                                                              .kind = record->kind,
                                                              .recordName = displayNameOf(record->kind, after),
                                                              .message = pulledMessage(integration, remote, settled),
                                                              .fields = history});
            if (!logged)
                return fail(logged.error());
        }
    }
    if (wasAsked && !absorbed.needsPerson) {
        if (const Result<void> settled = stores.conflicts.replace(integration.id, record->id, {}); !settled)
            return fail(settled.error());
    }

    const SyncState before = link.state;
    // An open conflict keeps the old version, so that nothing is sent over the PSA's value before a person has chosen.
    // The version of a row is none of the record.
    if (!absorbed.needsPerson && !remote.isThin)
        link.version = remote.version;
    link.remote = remote.key;
    link.isOrphaned = false;
    const bool isResting = link.isDisabled || link.state == SyncState::Disconnected;
    if (absorbed.needsPerson && !isResting) {
        link.state = SyncState::Conflict;
    } else if (!*push && !isResting) {
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
