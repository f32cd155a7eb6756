// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pullintake.h"

#include "core/field.h"
#include "rules/matching.h"
#include "rules/merge.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Puller)
};

/** A window asks for its lists anew each time, which is work when they are long. */
constexpr std::chrono::milliseconds announceInterval = 1s;
/** Of the search index: what that many records add, times the levels that it rises through. */
int pagesToMerge(qint64 records)
{
    return int(8 + records / 2);
}

/** Equal tokens mean "not changed", but a moment in whole seconds may have had two changes, one before we
 * looked. */
bool isSameVersion(const RemoteRecord &remote, const Link &link)
{
    constexpr int seconds = 2;
    const bool isSettled = !remote.changedAt.isValid() || !link.syncedAt.isValid()
        || remote.changedAt.addSecs(seconds) < link.syncedAt;
    return !link.isOrphaned && !remote.version.isEmpty() && link.version == remote.version && isSettled;
}

/** The records that it refers to there and not here, as was agreed. */
QList<QPair<AssetKind, QString>> openReferences(AssetKind kind, const KindMap &map,
                                                const RemoteValues &values, const RemoteValues &baseline)
{
    QList<QPair<AssetKind, QString>> open;
    for (const MappedField &field : map.fields) {
        const FieldDescription *description = findField(kind, field.field);
        const QString value = values.value(field.field).toString();
        if (description && description->type == FieldType::Reference && !value.isEmpty()
            && value != baseline.value(field.field).toString())
            open.append({*description->target, value});
    }
    return open;
}

} // namespace

PullIntake::PullIntake(Stores &stores, ChangeNotifier &notifier, const FieldMap &map, const Integration &integration,
                       const QDateTime &startedAt, bool isFull)
    : m_stores(stores)
    , m_notifier(notifier)
    , m_map(map)
    , m_integration(integration)
    , m_askedAt(startedAt)
    , m_isFull(isFull)
    , m_taker(stores, notifier, map, integration)
{
}

Result<void> PullIntake::begin()
{
    const Result<QList<StoredOption>> options = m_stores.options.remote(m_integration.id);
    if (!options)
        return fail(options.error());
    for (const StoredOption &option : *options) {
        if (option.isSyncing)
            m_enabled[option.list].insert(option.remoteId);
    }
    const Result<LocalBook> values = m_stores.links.optionBook(m_integration.id);
    if (!values)
        return fail(values.error());
    m_values = *values;
    const Result<QList<MatchDecision>> decisions = m_stores.decisions.list(m_integration.id, true);
    if (!decisions)
        return fail(decisions.error());
    for (const MatchDecision &decision : *decisions) {
        if (!decision.remote.id.isEmpty())
            m_decisions.insert({decision.kind, decision.remote.id}, decision);
        if (decision.recordId == 0)
            continue;
        for (const MatchDecision::Candidate &candidate : decision.candidates)
            m_asked.insert({decision.kind, candidate.remote.id});
    }
    return {};
}

bool PullIntake::isSyncing(const RemoteRecord &remote) const
{
    return m_taker.isSyncing(remote, m_enabled);
}

Result<qint64> PullIntake::take(AssetKind kind, std::span<const RemoteRecord> records)
{
    const Result<QList<News>> all = newsAmong(kind, records);
    if (!all)
        return fail(all.error());
    qint64 changed = 0;
    QSet<RecordId> linked;
    for (const News &news : *all) {
        const Result<PullTaker::Taken> taken = news.link.id == 0 ? takeUnlinked(news, linked)
            : news.isSyncing ? m_taker.takeOver(*news.remote, news.link, m_book)
                             : m_taker.orphan(news.link);
        if (!taken)
            return fail(taken.error());
        changed += taken->hasChanged ? 1 : 0;
        if (!taken->missing.isEmpty() && kind == AssetKind::Organization)
            m_unfinished.append({.key = news.remote->key, .missing = taken->missing});
    }
    if (const Result<void> noted = noteDetails(kind, records); !noted)
        return fail(noted.error());
    if (changed > 0) {
        if (const Result<void> merged = m_stores.records.mergeSearch(pagesToMerge(changed)); !merged)
            return fail(merged.error());
    }
    return changed;
}

/** What of these needs a look, with everything that is looked up for it; what did not change costs nothing
 * further. */
Result<QList<PullIntake::News>> PullIntake::newsAmong(AssetKind kind, std::span<const RemoteRecord> records)
{
    QStringList ids;
    ids.reserve(qsizetype(records.size()));
    for (const RemoteRecord &record : records)
        ids.append(record.key.id);
    const Result<QHash<QString, Link>> links = m_stores.links.byRemoteIds(m_integration.id, kind, ids);
    if (!links)
        return fail(links.error());

    const KindMap &map = m_map.kind(kind);
    QHash<QString, QString> rowVersions;
    if (map.detailShare > 0) {
        const Result<QHash<QString, QString>> known = m_stores.details.rowVersions(m_integration.id, kind, ids);
        if (!known)
            return fail(known.error());
        rowVersions = *known;
    }
    QList<News> all;
    all.reserve(qsizetype(records.size()));
    QSet<QString> met; // a PSA whose list changes while it is read may give a record twice
    for (const RemoteRecord &remote : records) {
        News news{.remote = &remote, .link = links->value(remote.key.id), .isSyncing = isSyncing(remote)};
        const bool isLinked = news.link.id != 0;
        const bool isResting = news.link.isDisabled || news.link.state == SyncState::Disconnected;
        if (isResting || (!isLinked && !news.isSyncing) || met.contains(remote.key.id))
            continue;
        const bool isWhole = isSameVersion(remote, news.link) && !lacksCustomFields(map, news.link.baseline);
        const bool isSame = remote.isThin ? !news.link.isOrphaned && rowVersions.value(remote.key.id) == remote.version
                                          : isWhole;
        if (isLinked && news.isSyncing && isSame) {
            // Only what it refers to may be here by now, which nothing but a full pull would find.
            if (m_isFull)
                news.references = openReferences(kind, map, remote.values, news.link.baseline);
            if (news.references.isEmpty())
                continue;
        }
        met.insert(remote.key.id);
        all.append(std::move(news));
    }
    if (const Result<void> left = leaveToPushes(all); !left)
        return fail(left.error());
    if (const Result<void> learned = learn(kind, all); !learned)
        return fail(learned.error());
    if (const Result<void> found = lookUpReferences(all); !found)
        return fail(found.error());
    all.removeIf([this](const News &news) {
        const auto isHere = [this](const QPair<AssetKind, QString> &reference) {
            return m_book.records.contains(reference);
        };
        return !news.references.isEmpty()
            && std::none_of(news.references.begin(), news.references.end(), isHere);
    });
    const Result<void> found = findCandidates(kind, all);
    return found ? Result<QList<News>>(std::move(all)) : fail(found.error());
}

/**
 * What Tandem itself has just written there is nobody's change and no new record (rules I1, I2). A push that is under way
 * or unsettled takes what the PSA has when it ends, and what was agreed since this pull began may be newer than its pages.
 */
Result<void> PullIntake::leaveToPushes(QList<News> &all)
{
    if (all.isEmpty() || !m_integration.settings.twoWay)
        return {};
    const Result<QList<Push>> unsettled
        = m_stores.outbox.list(m_integration.id, {Push::Stage::InFlight, Push::Stage::Unknown});
    if (!unsettled)
        return fail(unsettled.error());
    const auto isPushed = [](const News &news, const Push &push) {
        return news.link.id != 0
            ? push.recordId == news.link.recordId
            : push.sentCreate && push.kind == news.remote->kind
                && isSameAsset(news.remote->kind, push.sent, news.remote->values);
    };
    all.removeIf([&](const News &news) {
        if (news.link.id != 0 && news.link.syncedAt > m_askedAt)
            return true;
        const bool isLeft = std::any_of(unsettled->begin(), unsettled->end(),
                                        [&](const Push &push) { return isPushed(news, push); });
        m_hasLeftSome = m_hasLeftSome || isLeft;
        return isLeft;
    });
    return {};
}

bool PullIntake::hasLeftSome() const
{
    return m_hasLeftSome;
}

/** Values that travel by name, and those that the PSA's own lists did not show; each only once in a run. */
Result<void> PullIntake::learn(AssetKind kind, const QList<News> &all)
{
    const KindMap &map = m_map.kind(kind);
    QList<RemoteRecord> strange;
    for (const News &news : all) {
        const bool isFamiliar =
            std::all_of(map.fields.begin(), map.fields.end(),
                        [&](const MappedField &field) { return knows(field, *news.remote); });
        if (!isFamiliar)
            strange.append(*news.remote);
    }
    if (strange.isEmpty())
        return {};
    if (const Result<void> learned = learnOptions(m_stores, m_integration, map, strange); !learned)
        return learned;
    const Result<LocalBook> values = m_stores.links.optionBook(m_integration.id);
    if (!values)
        return fail(values.error());
    m_values = *values;
    return {};
}

/** Whether the field is blank, holds no value of a list, or one that we have. */
bool PullIntake::knows(const MappedField &field, const RemoteRecord &remote) const
{
    const FieldDescription *named = field.list ? nullptr : findField(remote.kind, field.field);
    if (!field.list && (!named || named->type != FieldType::Option))
        return true;
    const QString value = remote.values.value(field.field).toString();
    if (value.isEmpty())
        return true;
    return named ? m_values.optionsByName.contains({*named->list, value.trimmed().toCaseFolded()})
                 : m_values.options.contains({*field.list, value});
}

Result<void> PullIntake::lookUpReferences(const QList<News> &all)
{
    RemoteIds ids;
    for (const News &news : all)
        collectReferences(*news.remote, ids);
    m_book = m_values;
    return m_stores.links.addRecords(m_integration.id, ids, m_book);
}

/** The records that an unlinked remote record may match: not linked, and of its name or, for a location,
 * place. */
Result<void> PullIntake::findCandidates(AssetKind kind, QList<News> &all)
{
    QList<PlaceAndName> places;
    for (News &news : all) {
        if (news.link.id != 0)
            continue;
        news.local = toLocal(kind, news.remote->values, m_map.kind(kind), m_book);
        news.place = {news.local.values.value("organization"_L1).toInteger(),
                      kind == AssetKind::Location ? QString() : displayNameOf(kind, news.local.values)};
        places.append(news.place);
    }
    if (places.isEmpty())
        return {};
    const Result<QMultiHash<PlaceAndName, RecordId>> free =
        m_stores.links.free(m_integration.id, kind, places);
    if (!free)
        return fail(free.error());
    if (free->isEmpty())
        return {};
    QList<RecordId> ids = free->values();
    std::sort(ids.begin(), ids.end());
    const Result<QList<Record>> candidates = m_stores.records.getMany(kind, ids);
    if (!candidates)
        return fail(candidates.error());
    for (News &news : all) {
        for (const Record &candidate : *candidates) {
            if (news.link.id == 0 && free->contains(news.place, candidate.id))
                news.candidates.append(candidate);
        }
    }
    return {};
}

/** Rule D2: one candidate is it, none means a new record, and of several a person chooses. */
Result<PullTaker::Taken> PullIntake::takeUnlinked(const News &news, QSet<RecordId> &linked)
{
    const RemoteRecord &remote = *news.remote;
    const AssetKind kind = remote.kind;
    // Its organization does not sync, so it does not either (rule D1).
    if (kind != AssetKind::Organization && news.place.first == 0)
        return PullTaker::Taken{};
    // What it matches by is not all in the row.
    if (remote.isThin && !news.candidates.isEmpty()) {
        m_unmatched.append(remote.key);
        return PullTaker::Taken{};
    }
    const DecisionKey key{kind, remote.key.id};
    const MatchDecision decision = m_decisions.value(key);
    if (decision.id != 0 && decision.choice == MatchDecision::Choice::Left) {
        m_upheld.insert(key);
        return PullTaker::Taken{};
    }
    // Linked by chance or taken in besides, they would make two of one (rule I2).
    if (m_asked.contains(key))
        return PullTaker::Taken{};
    QList<Record> candidates = news.candidates;
    candidates.removeIf([&](const Record &record) {
        return linked.contains(record.id) || !isSameAsset(kind, record.fields, news.local.values);
    });
    if (candidates.size() > 1) {
        m_upheld.insert(key);
        const Result<void> asked = ask(news, candidates);
        return asked ? Result<PullTaker::Taken>(PullTaker::Taken{}) : fail(asked.error());
    }
    if (decision.id != 0) {
        if (const Result<void> settled = m_stores.decisions.remove(decision.id); !settled)
            return fail(settled.error());
        m_decisions.remove(key);
    }
    if (candidates.isEmpty()) {
        announceNew();
        return m_taker.create(remote, news.local);
    }
    linked.insert(candidates.constFirst().id);
    return m_taker.linkTo(remote, candidates.constFirst().id, m_book);
}

Result<void> PullIntake::ask(const News &news, const QList<Record> &candidates)
{
    const AssetKind kind = news.remote->kind;
    QStringList detail{tellingDetail(kind, news.local.values)};
    if (news.place.first != 0) {
        const Result<Record> organization = m_stores.records.get(news.place.first);
        if (!organization)
            return fail(organization.error());
        detail.prepend(organization->displayName());
    }
    detail.removeAll(QString());
    MatchDecision decision{.integrationId = m_integration.id,
                           .kind = kind,
                           .remote = news.remote->key,
                           .name = displayNameOf(kind, news.local.values),
                           .detail = detail.join(", "_L1),
                           .foundAt = m_stores.clock.nowUtc()};
    for (const Record &candidate : candidates) {
        decision.candidates.append({.recordId = candidate.id,
                                    .name = candidate.displayName(),
                                    .detail = tellingDetail(kind, candidate.fields)});
    }
    const Result<bool> written = m_stores.decisions.put(decision);
    return written ? Result<void>() : fail(written.error());
}

void PullIntake::setAskedAt(const QDateTime &at)
{
    m_askedAt = at;
}

QList<RemoteKey> PullIntake::takeUnmatched()
{
    return std::exchange(m_unmatched, {});
}

/** Which rows were met and which records were read, where the two are not the same. */
Result<void> PullIntake::noteDetails(AssetKind kind, std::span<const RemoteRecord> records)
{
    if (m_map.kind(kind).detailShare <= 0)
        return {};
    QStringList ids;
    for (const RemoteRecord &record : records)
        ids.append(record.key.id);
    const Result<QHash<QString, Link>> links = m_stores.links.byRemoteIds(m_integration.id, kind, ids);
    const Result<QHash<QString, QString>> known = m_stores.details.rowVersions(m_integration.id, kind, ids);
    if (!links || !known)
        return fail(links ? known.error() : links.error());
    for (const RemoteRecord &record : records) {
        const qint64 link = links->value(record.key.id).id;
        const bool isNews = !record.isThin || known->value(record.key.id) != record.version;
        if (link == 0 || !isNews)
            continue;
        const Result<void> noted = record.isThin
            ? m_stores.details.noteRow(link, m_integration.id, kind, record.version)
            : m_stores.details.noteRead(link, m_integration.id, kind, m_stores.clock.nowUtc());
        if (!noted)
            return noted;
    }
    return {};
}

Result<void> PullIntake::noteGone(AssetKind kind, const QList<RemoteKey> &keys)
{
    QStringList ids;
    for (const RemoteKey &key : keys)
        ids.append(key.id);
    const Result<QHash<QString, Link>> links = m_stores.links.byRemoteIds(m_integration.id, kind, ids);
    if (!links)
        return fail(links.error());
    for (const Link &link : *links) {
        const Result<void> noted = m_stores.details.noteRead(link.id, m_integration.id, kind, m_stores.clock.nowUtc());
        if (!noted)
            return noted;
    }
    return {};
}

QList<PullIntake::Unfinished> PullIntake::takeUnfinished()
{
    return std::exchange(m_unfinished, {});
}

Result<void> PullIntake::finish(const QList<Unfinished> &few)
{
    RemoteIds ids;
    for (const Unfinished &each : few)
        collectReferences({.kind = AssetKind::Organization, .key = each.key, .values = each.missing}, ids);
    m_book = m_values;
    if (const Result<void> found = m_stores.links.addRecords(m_integration.id, ids, m_book); !found)
        return found;
    for (const Unfinished &each : few) {
        if (const Result<void> finished = finishOne(each); !finished)
            return finished;
    }
    return {};
}

Result<void> PullIntake::finishOne(const Unfinished &unfinished)
{
    const AssetKind kind = AssetKind::Organization;
    const LocalConversion local = toLocal(kind, unfinished.missing, m_map.kind(kind), m_book);
    if (local.values.isEmpty())
        return {};
    const Result<std::optional<Link>> link =
        m_stores.links.byRemote(m_integration.id, kind, unfinished.key.id);
    if (!link)
        return fail(link.error());
    // What a person must choose first is looked at again when they have.
    if (!*link || (*link)->state == SyncState::Conflict)
        return {};
    // As it was agreed a moment ago, but with what is here now.
    RemoteRecord remote{
        .kind = kind, .key = unfinished.key, .version = (*link)->version, .values = (*link)->baseline};
    for (auto it = unfinished.missing.constBegin(); it != unfinished.missing.constEnd(); ++it)
        remote.values.insert(it.key(), it.value());
    const Result<PullTaker::Taken> taken = m_taker.takeOver(remote, **link, m_book);
    if (!taken)
        return fail(taken.error());
    if (!taken->isCircle)
        return {};
    const Result<Record> record = m_stores.records.get((*link)->recordId);
    if (!record)
        return fail(record.error());
    return m_stores.events.append(
        {.at = m_stores.clock.nowUtc(),
         .type = Event::Type::PullFailed,
         .integrationId = m_integration.id,
         .recordId = record->id,
         .kind = kind,
         .recordName = record->displayName(),
         .message =
             Words::tr(
                 "%1 with UID %2 could not be pulled: its parent would lie below it, so it keeps the one it "
                 "has.")
                 .arg(m_map.kind(kind).collection, unfinished.key.id),
         .isFailure = true});
}

Result<void> PullIntake::dropSettledDecisions(const QList<AssetKind> &kinds)
{
    for (const MatchDecision &decision : std::as_const(m_decisions)) {
        if (!kinds.contains(decision.kind) || m_upheld.contains({decision.kind, decision.remote.id}))
            continue;
        if (const Result<void> removed = m_stores.decisions.remove(decision.id); !removed)
            return removed;
    }
    return {};
}

/** Tells that records were added, at once and then every second. */
void PullIntake::announceNew()
{
    if (m_sinceAnnounced.isValid() && !m_sinceAnnounced.hasExpired(announceInterval.count()))
        return;
    m_sinceAnnounced.start();
    m_notifier.setChanged();
}

} // namespace tandem
