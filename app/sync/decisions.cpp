// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/decisions.h"

#include "core/field.h"
#include "sync/recordsync.h"

#include <QCoreApplication>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Decisions)
};

/** Where a value that lost is written down for people, if the kind has such a field. */
QString notesFieldOf(AssetKind kind)
{
    return kind == AssetKind::Organization ? u"quick_notes"_s : u"notes"_s;
}

QString bothTexts(const QString &first, const QString &second)
{
    return first.isEmpty() ? second : first + u"\n\n"_s + second;
}

QString chosen(ConflictChoice choice, const Integration &integration)
{
    switch (choice) {
    case ConflictChoice::Psa:
        return Words::tr("Settled: the value of %1 was kept.").arg(integration.name);
    case ConflictChoice::Tandem:
        return Words::tr("Settled: Tandem's value was kept.");
    case ConflictChoice::Both:
        return Words::tr("Settled: both values were kept.");
    }
    return {};
}

/** What is to be written once every choice is known. */
class Settlement
{
public:
    Settlement(Stores &stores, const Integration &integration, const Record &record, const Link &link,
               const FieldValues &theirs, const QString &person)
        : m_stores(stores)
        , m_integration(integration)
        , m_record(record)
        , m_link(link)
        , m_theirs(theirs)
        , m_person(person)
        , m_notes(record.fields.value(notesFieldOf(record.kind)).toString())
    {
    }

    Result<void> settle(const Conflict &conflict, ConflictChoice choice)
    {
        const QString &field = conflict.field;
        const QJsonValue ours = m_record.fields.value(field);
        if (choice != ConflictChoice::Tandem && !m_theirs.contains(field)) {
            return fail(Error {.code = ErrorCode::NotFound,
                               .message = Words::tr("\"%1\" is not in Tandem yet. Sync first, then choose again.")
                                              .arg(conflict.remoteText),
                               .field = field});
        }
        const QJsonValue theirs = m_theirs.value(field);
        m_link.baseline.insert(field, nullIfBlank(conflict.remote));
        QJsonValue kept = choice == ConflictChoice::Tandem ? ours : theirs;
        if (choice == ConflictChoice::Both) {
            if (field == notesFieldOf(m_record.kind)) {
                kept = bothTexts(theirs.toString(), ours.toString());
                m_notes = kept.toString();
            } else {
                m_notes = bothTexts(m_notes, Words::tr("%1 in Tandem was: %2")
                                                 .arg(findField(m_record.kind, field)->labelText(), conflict.localText));
            }
        }
        const QJsonValue lost = choice == ConflictChoice::Tandem ? theirs : ours;
        QJsonObject entry = historyEntry(m_stores, m_record.kind, field, ours, kept);
        entry.insert(u"lost"_s, nullIfBlank(lost));
        entry.insert(u"lost_text"_s, choice == ConflictChoice::Tandem ? conflict.remoteText : conflict.localText);
        if (kept != ours)
            m_changes.insert(field, kept);
        m_histories[int(choice)].insert(field, entry);
        return {};
    }

    Result<void> write(bool isAllSettled)
    {
        const QDateTime now = m_stores.clock.nowUtc();
        const QString notesField = notesFieldOf(m_record.kind);
        const QJsonValue notesBefore = m_record.fields.value(notesField);
        if (m_notes != notesBefore.toString() && !m_changes.contains(notesField)) {
            m_changes.insert(notesField, m_notes);
            m_histories[int(ConflictChoice::Both)].insert(
                notesField, historyEntry(m_stores, m_record.kind, notesField, notesBefore, m_notes));
        }
        if (!m_changes.isEmpty()) {
            const Result<void> done = m_stores.records.update(m_record.id, m_record.kind, m_changes, now);
            if (!done)
                return done;
        }
        for (int choice = 0; choice < 3; ++choice) {
            if (m_histories[choice].isEmpty())
                continue;
            const Result<void> logged = m_stores.events.append({.at = now,
                                                                .type = Event::Type::Edited,
                                                                .integrationId = m_integration.id,
                                                                .recordId = m_record.id,
                                                                .kind = m_record.kind,
                                                                .recordName = m_record.displayName(),
                                                                .person = m_person,
                                                                .message = chosen(ConflictChoice(choice), m_integration),
                                                                .fields = m_histories[choice]});
            if (!logged)
                return logged;
        }
        if (isAllSettled) {
            m_link.state = SyncState::Pending;
            m_link.message.clear();
            m_link.errorField.clear();
        }
        if (const Result<void> done = m_stores.links.update(m_link); !done)
            return done;
        // The push finds out by itself whether anything is left to send.
        return isAllSettled
            ? m_stores.outbox.enqueue(m_integration.id, m_record.id, m_record.kind, m_person, now)
            : Result<void>();
    }

private:
    Stores &m_stores;
    const Integration &m_integration;
    const Record &m_record;
    Link m_link;
    const FieldValues &m_theirs;
    const QString m_person;
    QString m_notes;
    FieldValues m_changes;
    QJsonObject m_histories[3]; ///< by choice
};

/** The PSA's values as Tandem holds them: those of the baseline, and of the fields in conflict the newer ones. */
Result<FieldValues> valuesOf(Stores &stores, const Integration &integration, const Link &link,
                             const QList<Conflict> &conflicts = {})
{
    const FieldMap *map = integration.fieldMap();
    RemoteRecord remote {.kind = link.kind, .key = link.remote, .values = link.baseline};
    for (const Conflict &conflict : conflicts)
        remote.values.insert(conflict.field, conflict.remote);
    const Result<LocalBook> book = stores.links.localBook(integration, {remote});
    if (!book)
        return fail(book.error());
    return toLocal(link.kind, remote.values, map->kind(link.kind), *book).values;
}

} // namespace

Result<void> decideConflict(Stores &stores, RecordId recordId, const Integration &integration,
                            const QHash<QString, ConflictChoice> &choices, const QString &person)
{
    return inTransaction(stores.database, [&]() -> Result<void> {
        const Result<Record> record = stores.records.get(recordId);
        const Result<std::optional<Link>> link = stores.links.get(integration.id, recordId);
        const Result<QList<Conflict>> conflicts = stores.conflicts.ofRecord(integration.id, recordId);
        if (!record || !link || !conflicts)
            return fail(!record ? record.error() : !link ? link.error() : conflicts.error());
        QSet<QString> open;
        for (const Conflict &conflict : *conflicts)
            open.insert(conflict.field);
        for (const QString &field : choices.keys()) {
            if (!*link || !open.contains(field)) {
                return fail(Error {.code = ErrorCode::NotFound,
                                   .message = Words::tr("Nothing is to be decided here any more."),
                                   .field = field});
            }
        }
        if (choices.isEmpty())
            return fail(ErrorCode::BadInput, Words::tr("Choose a value first."));
        const Result<FieldValues> theirs = valuesOf(stores, integration, **link, *conflicts);
        if (!theirs)
            return fail(theirs.error());
        Settlement settlement(stores, integration, *record, **link, *theirs, person);
        for (const Conflict &conflict : *conflicts) {
            const auto choice = choices.constFind(conflict.field);
            if (choice == choices.constEnd())
                continue;
            if (const Result<void> done = settlement.settle(conflict, *choice); !done)
                return done;
        }
        if (const Result<void> done = stores.conflicts.remove(integration.id, recordId, choices.keys()); !done)
            return done;
        return settlement.write(choices.size() == open.size());
    });
}

Result<Edit> reapplyingEdit(Stores &stores, qint64 eventId, const QString &field, const QString &person)
{
    const Result<Event> event = stores.events.get(eventId);
    if (!event)
        return fail(event.error());
    const QJsonObject entry = event->fields.value(field).toObject();
    if (event->recordId == 0 || !findField(event->kind, field) || (!entry.contains("lost"_L1) && !entry.contains("before"_L1))) {
        return fail(Error {.code = ErrorCode::BadInput,
                           .message = Words::tr("This line of the history holds no value of \"%1\".").arg(field),
                           .field = field});
    }
    const QJsonValue value = entry.contains("lost"_L1) ? entry.value("lost"_L1) : entry.value("before"_L1);
    return Edit {.kind = event->kind, .id = event->recordId, .changes = {{field, nullIfBlank(value)}}, .person = person};
}

Result<Edit> discardingEdit(Stores &stores, RecordId record, const Integration &integration,
                            const QString &person)
{
    const Result<PushFacts> facts = pushFacts(stores, integration, record);
    if (!facts)
        return fail(facts.error());
    if (!facts->link.isLinked()) {
        return fail(ErrorCode::BadInput,
                    Words::tr("The record is not in %1 yet, so there is nothing to put back. Disable its "
                              "sync to keep it here.")
                        .arg(integration.name));
    }
    const Result<FieldValues> theirs = valuesOf(stores, integration, facts->link);
    if (!theirs)
        return fail(theirs.error());
    QStringList fields = facts->changed;
    for (const Unresolved &unresolved : facts->sendable.unresolved)
        fields.append(unresolved.field);
    Edit edit{.kind = facts->record.kind, .id = record, .person = person};
    for (const QString &field : std::as_const(fields)) {
        const QJsonValue before = nullIfBlank(facts->record.fields.value(field));
        const QJsonValue value = nullIfBlank(theirs->value(field));
        if (theirs->contains(field) && value != before)
            edit.changes.insert(field, value);
    }
    if (edit.changes.isEmpty())
        return fail(ErrorCode::BadInput,
                    Words::tr("No change of this record waits for %1.").arg(integration.name));
    return edit;
}

} // namespace tandem
