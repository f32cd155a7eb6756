// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pusher.h"

#include "core/field.h"
#include "core/logging.h"
#include "rules/matching.h"
#include "rules/normalform.h"
#include "sync/firstsite.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** How many rows of the outbox are read at once. */
constexpr int rowsReadAhead = 128;
/** The outbox is read again when fewer are left, so that the records of the next ones can be read in time. */
constexpr int fewRows = 64;

QString labelsOf(AssetKind kind, const QStringList &fields)
{
    QStringList labels;
    for (const QString &field : fields) {
        const FieldDescription *description = findField(kind, field);
        labels.append(description ? description->labelText() : field);
    }
    return QLocale().createSeparatedList(labels);
}

/** Whether the PSA holds it in another shape than Tandem: by an id of its own, or with labels of its own. */
bool isConverted(const KindMap &map, const FieldDescription &field, const QString &id)
{
    const MappedField *mapped = map.find(id);
    return field.type == FieldType::Reference || field.type == FieldType::Option || field.type == FieldType::Emails
        || field.type == FieldType::Phones || (mapped && mapped->list);
}

/** For the history: what the PSA had and what it was sent, as Tandem holds such values, so that any can be put back. */
Result<QJsonObject> pushHistory(Stores &stores, const PushFacts &facts, const RemoteValues &before,
                                const RemoteValues &sent)
{
    std::optional<FieldValues> converted;
    QJsonObject history;
    for (auto it = sent.constBegin(); it != sent.constEnd(); ++it) {
        const FieldDescription *field = findField(facts.record.kind, it.key());
        if (!field)
            continue;
        QJsonValue had = before.value(it.key());
        if (isConverted(*facts.map, *field, it.key())) {
            if (!converted) {
                const RemoteRecord was {.kind = facts.record.kind, .key = facts.link.remote, .values = before};
                const Result<LocalBook> book = stores.links.localBook(facts.integration, {was});
                if (!book)
                    return fail(book.error());
                converted = toLocal(was.kind, was.values, *facts.map, *book).values;
            }
            had = converted->value(it.key());
        }
        history.insert(it.key(), historyEntry(stores, facts.record.kind, it.key(), had,
                                              facts.record.fields.value(it.key())));
    }
    return history;
}

/** A person looked at it and wants a new record all the same. */
bool isRuledOut(const std::optional<MatchDecision> &decision, const QString &remoteId)
{
    return decision && decision->choice == MatchDecision::Choice::Create
        && std::any_of(decision->candidates.begin(), decision->candidates.end(),
                       [&](const MatchDecision::Candidate &each) { return each.remote.id == remoteId; });
}

/** Those that may have been made or changed since then: a PSA may not say, and its clock may be a little off. */
QList<RemoteRecord> changedSince(QList<RemoteRecord> records, const QDateTime &moment)
{
    constexpr int tolerance = 300; // seconds
    records.removeIf([&](const RemoteRecord &record) {
        return record.changedAt.isValid() && record.changedAt.addSecs(tolerance) < moment;
    });
    return records;
}

/** Whether it stops the whole account until a person or the network does something. */
bool isAboutAccount(ErrorCode code)
{
    return code != ErrorCode::RateLimited && code != ErrorCode::ServerFault && code != ErrorCode::OutcomeUnknown;
}

} // namespace

std::chrono::milliseconds retryDelay(int attempt, double random)
{
    const int doublings = std::clamp(attempt - 1, 0, 10);
    const std::chrono::milliseconds span = std::min<std::chrono::milliseconds>(4s * (1 << doublings), 1h);
    // Never at once, or a PSA that is down would be hammered by the lucky ones.
    return std::max<std::chrono::milliseconds>(1s, std::chrono::milliseconds(qint64(double(span.count()) * random)));
}

Pusher::Pusher(Stores &stores, GroupCommit &commits, IntegrationId integration, Connect connect,
               ChangeNotifier &notifier, std::function<double()> random, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_commits(commits)
    , m_integration(integration)
    , m_connect(std::move(connect))
    , m_notifier(notifier)
    , m_random(std::move(random))
    , m_readAhead(stores.links)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, this, &Pusher::pump);
}

Pusher::~Pusher() = default;

void Pusher::pump()
{
    // Somebody changed something, so what was read of the outbox may be out of date.
    m_queue.clear();
    pumpQueue();
}

void Pusher::pumpQueue()
{
    // A push that ends at once calls back; the outer pump goes on by itself.
    if (m_isPumping)
        return;
    if (m_isStopped) {
        // Whoever waits for the last flight must hear of it.
        if (m_active.isEmpty())
            tellIdle();
        return;
    }
    m_isPumping = true;
    startFlights();
    m_isPumping = false;
    // Also when the database failed, or whoever waits for the end would wait for ever.
    if (m_active.isEmpty()) {
        armTimer();
        tellIdle();
    }
}

void Pusher::startFlights()
{
    const QDateTime now = m_stores.clock.nowUtc();
    const Result<Integration> integration = m_stores.integrations.get(m_integration);
    if (!integration) {
        block(integration.error(), now.addSecs(30));
        return;
    }
    if (m_block && m_retryAt.isValid() && m_retryAt <= now)
        unblock();
    if (const Result<void> found = findLostFlights(); !found) {
        block(found.error(), now.addSecs(30));
        return;
    }
    const FieldMap *map = integration->fieldMap();
    m_mayPush = map && !integration->isPaused && !integration->isDisconnected && integration->settings.twoWay;
    while (m_mayPush && !m_block && m_active.size() < map->pushesAtOnce()) {
        const Result<std::optional<Push>> next = nextDue(now);
        if (!next) {
            block(next.error(), now.addSecs(30));
            break;
        }
        if (!*next)
            break;
        m_active.insert((*next)->recordId);
        Q_EMIT statusChanged();
        run(**next, *integration);
    }
}

void Pusher::tellIdle()
{
    m_idle.ring();
    Q_EMIT idle();
}

Result<std::optional<Push>> Pusher::nextDue(const QDateTime &now)
{
    const bool isEnough = m_queue.size() >= fewRows || (m_isQueueWhole && !m_queue.isEmpty());
    if (!isEnough) {
        // Enough rows that those in flight cannot hide the ones that may go.
        const int limit = rowsReadAhead + int(m_active.size());
        const Result<QList<Push>> due = m_stores.outbox.due(m_integration, now, limit);
        if (!due)
            return fail(due.error());
        m_isQueueWhole = due->size() < limit;
        m_queue.clear();
        std::copy_if(due->begin(), due->end(), std::back_inserter(m_queue),
                     [this](const Push &push) { return !m_active.contains(push.recordId); });
    }
    return m_queue.isEmpty() ? std::optional<Push>() : m_queue.takeFirst();
}

Result<void> Pusher::findLostFlights()
{
    if (!m_hasLostFlights || m_block)
        return {};
    const Result<void> found = inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<QList<Push>> flights = m_stores.outbox.list(m_integration, {Push::Stage::InFlight});
        if (!flights)
            return fail(flights.error());
        for (Push push : *flights) {
            if (m_active.contains(push.recordId))
                continue;
            push.stage = Push::Stage::Unknown;
            if (const Result<void> done = m_stores.outbox.update(push); !done)
                return done;
        }
        return {};
    });
    m_hasLostFlights = !found;
    return found;
}

QCoro::Task<void> Pusher::run(Push push, Integration integration)
{
    const Result<ConnectionPtr> connection = co_await m_connect(integration);
    Result<void> ended;
    if (!connection) {
        const bool isPassing = connection.error().isTransient();
        block(connection.error(), isPassing ? m_stores.clock.nowUtc().addSecs(30) : QDateTime());
    } else {
        ended = co_await pushOne(*connection, push, integration);
    }
    // A record that is gone has nothing to push.
    if (!ended && ended.error().code != ErrorCode::NotFound) {
        qCWarning(lcSync) << "A push stopped:" << ended.error().message;
        m_hasLostFlights = true;
        block(ended.error(), m_stores.clock.nowUtc().addSecs(30));
    }
    m_active.remove(push.recordId);
    m_notifier.recordChanged(push.recordId);
    Q_EMIT statusChanged();
    pumpQueue();
}

QCoro::Task<Result<void>> Pusher::pushOne(ConnectionPtr connection, Push push, Integration integration)
{
    Result<PushFacts> facts = pushFacts(m_stores, integration, push.recordId);
    if (!facts) {
        if (facts.error().code != ErrorCode::NotFound)
            co_return fail(facts.error());
        co_return m_stores.outbox.remove(push.id);
    }
    if (push.stage == Push::Stage::Unknown) {
        const Result<bool> isSettled = co_await settleUnknown(connection, push, *facts);
        if (!isSettled)
            co_return fail(isSettled.error());
        if (*isSettled)
            co_return Result<void>();
        // It had not arrived: what is here now goes, under the same gates as ever.
        facts = pushFacts(m_stores, integration, push.recordId);
        if (!facts)
            co_return fail(facts.error());
    }
    if (!facts->gates.isEmpty())
        co_return hold(push, *facts);
    if (!facts->link.isLinked()) {
        const Result<void> sent = co_await sendCreate(connection, push, *facts);
        co_return sent;
    }
    if (facts->changed.isEmpty())
        co_return nothingToDo(push, *facts);
    const Result<void> sent = co_await sendUpdate(connection, push, *facts);
    co_return sent;
}

QCoro::Task<Result<bool>> Pusher::settleUnknown(ConnectionPtr connection, Push push, PushFacts facts)
{
    const Result<void> told = m_stores.links.setState(m_integration, push.recordId, SyncState::Checking);
    if (!told)
        co_return fail(told.error());
    m_notifier.recordChanged(push.recordId);
    tell(push, facts, SyncState::Checking, {});

    if (push.sentCreate && !facts.link.isLinked()) {
        const Result<Matches> matches = co_await findMatches(connection, facts, push.sent);
        if (!matches) {
            const Result<void> settled = settleError(push, facts, matches.error(), true);
            if (!settled)
                co_return fail(settled.error());
            co_return true;
        }
        // One that was changed there meanwhile may be what was made, and only a person can tell.
        const QList<RemoteRecord> suspects = matches->same.isEmpty() ? changedSince(matches->alike, push.startedAt)
                                                                     : matches->same;
        if (matches->same.size() != 1 && !suspects.isEmpty()) {
            const Result<void> asked = askWhich(push, facts, suspects);
            if (!asked)
                co_return fail(asked.error());
            co_return true;
        }
        if (matches->same.size() == 1) {
            const RemoteRecord match = matches->same.constFirst();
            const Result<RemoteRecord> found = co_await withFirstSite(connection, facts, match);
            if (!found) {
                const Result<void> settled = settleError(push, facts, found.error(), true);
                if (!settled)
                    co_return fail(settled.error());
                co_return true;
            }
            const Result<void> confirmed = co_await confirm(push, facts, *found);
            if (!confirmed)
                co_return fail(confirmed.error());
            co_return true;
        }
        co_return false;
    }

    if (!facts.link.isLinked())
        co_return false;
    const AssetKind kind = facts.record.kind;
    const RemoteKey key = facts.link.remote;
    const Result<RemoteRecord> current = co_await connection->client->read(kind, key);
    if (!current) {
        const Result<void> settled = settleError(push, facts, current.error(), true);
        if (!settled)
            co_return fail(settled.error());
        co_return true;
    }
    const RemoteValues theirs = settleAlternatives(*current, facts.link.baseline);
    if (!hasArrived(*facts.map, facts.link.baseline, push.sent, theirs)) {
        const Result<void> agreed = agreeOnArrived(push, *facts.map, theirs);
        if (!agreed)
            co_return fail(agreed.error());
        co_return false;
    }
    const Result<void> confirmed = co_await confirm(push, facts, *current);
    if (!confirmed)
        co_return fail(confirmed.error());
    co_return true;
}

Result<void> Pusher::agreeOnArrived(const Push &push, const KindMap &map, const RemoteValues &theirs)
{
    return inTransaction(m_stores.database, [&]() -> Result<void> {
        Result<std::optional<Link>> link = m_stores.links.get(m_integration, push.recordId);
        if (!link || !*link)
            return link ? Result<void>() : fail(link.error());
        const RemoteValues arrived = arrivedOf(map, (*link)->baseline, push.sent, theirs);
        for (auto it = arrived.constBegin(); it != arrived.constEnd(); ++it)
            (*link)->baseline.insert(it.key(), it.value());
        return m_stores.links.update(**link);
    });
}

QCoro::Task<Result<void>> Pusher::sendCreate(ConnectionPtr connection, Push push, PushFacts facts)
{
    RemoteValues values;
    for (auto it = facts.sendable.values.constBegin(); it != facts.sendable.values.constEnd(); ++it) {
        if (!isBlank(it.value()))
            values.insert(it.key(), it.value());
    }

    // Somebody may have made it there already: an exact match is linked, never doubled (rules D2, I2).
    const Result<Matches> found = co_await findMatches(connection, facts, values);
    if (!found)
        co_return settleError(push, facts, found.error(), false);
    const QList<RemoteRecord> matches = found->same;
    const Result<PushFacts> now = pushFacts(m_stores, facts.integration, push.recordId);
    if (!now)
        co_return fail(now.error());
    // A person, or a pull, was there meanwhile: it comes up again at once.
    if (now->link.isLinked() || now->sendable.values != facts.sendable.values)
        co_return Result<void>();
    facts = *now;
    if (!facts.gates.isEmpty())
        co_return hold(push, facts);
    if (matches.size() > 1)
        co_return askWhich(push, facts, matches);
    if (matches.size() == 1)
        co_return adopt(facts, matches.constFirst());
    if (m_mayCreate && !m_mayCreate(push.recordId))
        co_return drop(push, facts);

    const Result<Push> flight = co_await recordIntent(push, facts, values, true);
    if (!flight)
        co_return fail(flight.error());
    RemoteValues body = values;
    if (facts.record.kind == AssetKind::Organization)
        body.insert(u"site_name"_s, facts.book.firstLocationName);
    if (facts.record.kind == AssetKind::Organization && facts.book.firstLocationId != 0) {
        // A PSA may take it as a whole with its company, and no other way.
        const Result<PushFacts> first = pushFacts(m_stores, facts.integration, facts.book.firstLocationId);
        if (!first)
            co_return fail(first.error());
        body.insert(u"first_location"_s, first->sendable.values);
    }
    const AssetKind kind = facts.record.kind;
    const Result<RemoteRecord> answer = co_await connection->client->create(kind, body);
    if (!answer)
        co_return settleError(*flight, facts, answer.error(), true);
    const RemoteRecord made = *answer;
    const Result<RemoteRecord> whole = co_await withFirstSite(connection, facts, made);
    if (!whole) {
        Push unsettled = *flight;
        unsettled.stage = Push::Stage::Unknown;
        co_return settleError(unsettled, facts, whole.error(), true);
    }
    const Result<void> confirmed = co_await confirm(*flight, facts, *whole);
    co_return confirmed;
}

QCoro::Task<Result<void>> Pusher::sendUpdate(ConnectionPtr connection, Push push, PushFacts facts)
{
    const QList<Push> upcoming = m_queue;
    const int permits = connection->map->permits();
    const Result<ReadAhead::Found> found = co_await m_readAhead.read(connection, facts.link, upcoming, permits);
    if (!found) {
        if (found.error().code == ErrorCode::NotFound) {
            const Error gone {.code = ErrorCode::NotFound,
                              .message = tr("It is no longer in %1.").arg(platformTitle(facts.integration.platform))};
            co_return refuse(push, facts, Push::Stage::Rejected, gone);
        }
        co_return settleError(push, facts, found.error(), false);
    }
    if (!found->wasAtHand) {
        // A person may have been there meanwhile.
        const Result<PushFacts> now = pushFacts(m_stores, facts.integration, push.recordId);
        if (!now)
            co_return fail(now.error());
        facts = *now;
        if (!facts.gates.isEmpty())
            co_return hold(push, facts);
        if (facts.changed.isEmpty())
            co_return nothingToDo(push, facts);
    }

    const RemoteRecord &current = found->record;
    if (current.version.isEmpty() || current.version != facts.link.version) {
        // It changed there since we last agreed: take that first, by the same merge as a pull.
        const Result<void> taken = inTransaction(m_stores.database, [&]() -> Result<void> {
            const Result<void> learned = learnOptions(m_stores, facts.integration, *facts.map, {current});
            if (!learned)
                return learned;
            const Result<LocalBook> book = m_stores.links.localBook(facts.integration, {current});
            if (!book)
                return fail(book.error());
            const Result<Absorbed> absorbed
                = absorb(m_stores, facts.integration, *facts.map, facts.link, current, *book);
            return absorbed ? Result<void>() : fail(absorbed.error());
        });
        if (!taken)
            co_return taken;
        const Result<PushFacts> again = pushFacts(m_stores, facts.integration, push.recordId);
        if (!again)
            co_return fail(again.error());
        facts = *again;
        if (facts.link.state == SyncState::Conflict) {
            co_return refuse(push, facts, Push::Stage::Conflict,
                             {.code = ErrorCode::Rejected,
                              .message = tr("Changed here and in %1; choose which to keep.")
                                             .arg(platformTitle(facts.integration.platform))});
        }
        if (!facts.gates.isEmpty())
            co_return hold(push, facts);
        if (facts.changed.isEmpty())
            co_return nothingToDo(push, facts);
    }

    RemoteValues changes;
    for (const QString &field : std::as_const(facts.changed))
        changes.insert(field, facts.sendable.values.value(field));
    const Result<Push> flight = co_await recordIntent(push, facts, changes, false);
    if (!flight)
        co_return fail(flight.error());
    RemoteRecord before = current;
    before.values = settleAlternatives(current, facts.link.baseline);
    const Result<RemoteRecord> answer = co_await connection->client->update(before, changes);
    if (!answer)
        co_return settleError(*flight, facts, answer.error(), true);
    const Result<void> confirmed = co_await confirm(*flight, facts, *answer);
    co_return confirmed;
}

QCoro::Task<Result<Pusher::Matches>> Pusher::findMatches(ConnectionPtr connection, PushFacts facts, RemoteValues values)
{
    const AssetKind kind = facts.record.kind;
    const Result<QList<RemoteRecord>> similar = co_await connection->client->findSimilar(kind, values);
    if (!similar)
        co_return fail(similar.error());
    const Result<std::optional<MatchDecision>> decision = m_stores.decisions.ofRecord(m_integration, facts.record.id);
    if (!decision)
        co_return fail(decision.error());
    Matches matches;
    for (const RemoteRecord &candidate : *similar) {
        const bool isSame = isSameAsset(kind, values, candidate.values);
        if ((!isSame && !isNamesake(kind, values, candidate.values)) || isRuledOut(*decision, candidate.key.id))
            continue;
        const Result<std::optional<Link>> other = m_stores.links.byRemote(m_integration, kind, candidate.key.id);
        if (!other)
            co_return fail(other.error());
        if (!*other || (*other)->recordId == facts.record.id)
            (isSame ? matches.same : matches.alike).append(candidate);
    }
    co_return matches;
}

Result<void> Pusher::askWhich(const Push &push, const PushFacts &facts, const QList<RemoteRecord> &matches)
{
    MatchDecision decision {.integrationId = m_integration,
                            .kind = facts.record.kind,
                            .recordId = facts.record.id,
                            .name = facts.record.displayName(),
                            .detail = tellingDetail(facts.record.kind, facts.record.fields),
                            .foundAt = m_stores.clock.nowUtc()};
    for (const RemoteRecord &each : matches) {
        decision.candidates.append({.remote = each.key,
                                    .name = displayNameOf(each.kind, each.values),
                                    .detail = tellingDetail(each.kind, each.values)});
    }
    const Result<void> noted = inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<bool> put = m_stores.decisions.put(decision);
        return put ? Result<void>() : fail(put.error());
    });
    if (!noted)
        return noted;
    const QString words = matches.size() > 1
        ? tr("%1 has several records that match this one. Choose under Manage Data > Needs a decision.")
        : tr("%1 may have this record already, but it was changed there. Choose under Manage Data > Needs a decision.");
    return refuse(push, facts, Push::Stage::Conflict,
                  {.code = ErrorCode::Rejected, .message = words.arg(platformTitle(facts.integration.platform))});
}

Result<void> Pusher::hold(Push push, const PushFacts &facts)
{
    push.stage = Push::Stage::Held;
    const QString message = heldMessage(facts.gates);
    SyncState state = facts.needsPerson() ? SyncState::Held : SyncState::Pending;
    if (facts.link.isDisabled)
        state = SyncState::Disabled;
    if (facts.link.state == SyncState::Disconnected)
        state = SyncState::Disconnected;
    const Result<void> held = inTransaction(m_stores.database, [&]() -> Result<void> {
        if (const Result<void> done = m_stores.outbox.update(push); !done)
            return done;
        if (state != SyncState::Pending) {
            // What waited for this record must say now that it is held itself.
            const Result<int> released = m_stores.outbox.releaseWaiting(m_integration);
            if (!released)
                return fail(released.error());
        }
        return m_stores.links.setState(m_integration, push.recordId, state, message, facts.gates.constFirst().field);
    });
    tell(push, facts, state, message);
    return held;
}

QCoro::Task<Result<Push>> Pusher::recordIntent(Push push, PushFacts facts, RemoteValues sent, bool isCreate)
{
    push.stage = Push::Stage::InFlight;
    push.attempt += 1;
    push.sent = sent;
    push.sentCreate = isCreate;
    push.sentRevision = push.revision;
    push.startedAt = m_stores.clock.nowUtc();
    push.nextTryAt = {};
    const GroupCommit::Work work = [this, &push]() -> Result<void> {
        if (const Result<void> done = m_stores.outbox.update(push); !done)
            return done;
        return m_stores.links.setState(m_integration, push.recordId, SyncState::Pushing);
    };
    const Result<void> written = co_await m_commits.write(work);
    if (!written)
        co_return fail(written.error());
    m_notifier.recordChanged(push.recordId);
    tell(push, facts, SyncState::Pushing, {});
    co_return push;
}

QCoro::Task<Result<void>> Pusher::confirm(Push push, PushFacts facts, RemoteRecord answer)
{
    QStringList refused;
    const GroupCommit::Work work = [this, &push, &facts, &answer, &refused]() -> Result<void> {
        const Result<QStringList> written = writeConfirmed(push, facts, answer);
        refused = written.value_or(QStringList());
        return written ? Result<void>() : fail(written.error());
    };
    const Result<void> confirmed = co_await m_commits.write(work);
    if (!confirmed)
        co_return fail(confirmed.error());
    m_failuresInRow = 0;
    m_rowGrowsFrom = {};
    if (refused.isEmpty()) {
        ++m_done;
        tell(push, facts, SyncState::Synced, {});
        co_return Result<void>();
    }
    const Result<std::optional<Push>> row = m_stores.outbox.get(m_integration, push.recordId);
    if (!row)
        co_return fail(row.error());
    if (!*row)
        co_return Result<void>();
    co_return refuse(**row, facts, Push::Stage::Rejected,
                     {.code = ErrorCode::Rejected,
                      .message = tr("%1 answered that all is well, but kept its own value of %2.")
                                     .arg(platformTitle(facts.integration.platform), labelsOf(push.kind, refused)),
                      .field = refused.constFirst()});
}

Result<QStringList> Pusher::writeConfirmed(const Push &push, const PushFacts &facts, const RemoteRecord &answer)
{
    const Result<std::optional<Link>> stored = m_stores.links.get(m_integration, push.recordId);
    if (!stored)
        return fail(stored.error());
    Link link = stored->value_or(facts.link);
    const RemoteValues theirs = settleAlternatives(answer, push.sent);
    const RemoteValues before = link.baseline;
    const Result<bool> isGone = m_stores.outbox.finish(push);
    if (!isGone)
        return fail(isGone.error());
    RemoteValues local = push.sent;
    if (!*isGone) {
        const Result<PushFacts> edited = pushFacts(m_stores, facts.integration, push.recordId);
        if (!edited)
            return fail(edited.error());
        local = edited->sendable.values;
    }
    QStringList refused;
    for (auto it = push.sent.constBegin(); it != push.sent.constEnd(); ++it) {
        const MappedField *field = facts.map->find(it.key());
        if (!field)
            continue;
        const bool isTaken = sameValue(field->normal, it.value(), theirs.value(it.key()));
        const bool isUntouched = sameValue(field->normal, before.value(it.key()), theirs.value(it.key()));
        const bool isEdited = !sameValue(field->normal, it.value(), local.value(it.key()));
        const bool isAnswer = push.stage == Push::Stage::InFlight; // not what was read back later
        const bool isOurs = isAnswer || isSpellingOf(field->normal, it.value(), theirs.value(it.key()));
        // An answer that still has the old value is a refusal in disguise; another value is the PSA's spelling, which is
        // taken over here, unless a person has changed the field meanwhile: that is no conflict with anybody.
        if (!isTaken && isUntouched)
            refused.append(it.key());
        else
            link.baseline.insert(it.key(), isOurs && isEdited ? theirs.value(it.key()) : it.value());
    }
    // The usual end: nothing happened meanwhile and the PSA has just what was sent, so both sides agree.
    const MergeAnswer rest
        = merge(*facts.map, link.baseline, facts.sendable.values, theirs, facts.integration.settings.conflict, true);
    const bool agrees = *isGone && !push.sentCreate && !link.isDisabled && before == facts.link.baseline
        && rest.take.isEmpty() && rest.push.isEmpty() && rest.conflicts.isEmpty();
    if (agrees) {
        link.baseline = rest.baseline;
        link.state = SyncState::Synced;
    }
    link.remote = answer.key;
    link.version = answer.version;
    link.message.clear();
    link.errorField.clear();
    link.syncedAt = m_stores.clock.nowUtc();
    if (const Result<void> tied = tie(link); !tied)
        return fail(tied.error());
    if (!agrees) {
        if (const Result<void> taken = takeRest(push, facts, link, answer); !taken)
            return fail(taken.error());
    }
    // A create of several steps that ended half-way was found again: what it lacks goes as an update, which judges itself.
    const bool isHalf = push.sentCreate && push.stage == Push::Stage::Unknown && !refused.isEmpty();
    if (!*isGone) {
        const Result<void> waits = m_stores.links.setState(m_integration, push.recordId, SyncState::Pending);
        if (!waits)
            return fail(waits.error());
    } else if (!refused.isEmpty()) {
        const Result<void> queued = m_stores.outbox.enqueue(m_integration, push.recordId, push.kind, push.person,
                                                            m_stores.clock.nowUtc());
        if (!queued)
            return fail(queued.error());
        if (isHalf) {
            const Result<void> waits = m_stores.links.setState(m_integration, push.recordId, SyncState::Pending);
            if (!waits)
                return fail(waits.error());
        }
    }
    if (isHalf)
        refused.clear();
    const QString what = push.sentCreate
        ? tr("Created in %1.").arg(facts.integration.name)
        : tr("Pushed %1 to %2.").arg(labelsOf(push.kind, push.sent.keys()), facts.integration.name);
    const Result<QJsonObject> history = pushHistory(m_stores, facts, before, push.sent);
    if (!history)
        return fail(history.error());
    const Result<void> logged = m_stores.events.append({.at = m_stores.clock.nowUtc(),
                                                        .type = Event::Type::Pushed,
                                                        .integrationId = m_integration,
                                                        .recordId = push.recordId,
                                                        .kind = push.kind,
                                                        .recordName = facts.record.displayName(),
                                                        .person = push.person,
                                                        .message = what,
                                                        .fields = *history});
    if (!logged)
        return fail(logged.error());
    return refused;
}

Result<void> Pusher::tie(Link &link)
{
    if (link.id != 0)
        return m_stores.links.update(link);
    const Result<qint64> id = m_stores.links.insert(link);
    if (!id)
        return fail(id.error());
    link.id = *id;
    return {};
}

Result<void> Pusher::takeRest(const Push &push, const PushFacts &facts, const Link &link, const RemoteRecord &answer)
{
    if (push.sentCreate) {
        const Result<std::optional<MatchDecision>> decision
            = m_stores.decisions.ofRecord(m_integration, push.recordId);
        if (!decision)
            return fail(decision.error());
        if (*decision) {
            if (const Result<void> settled = m_stores.decisions.remove((*decision)->id); !settled)
                return settled;
            // Those that it is not come in now.
            if (const Result<void> all = m_stores.integrations.pullAllNext(m_integration); !all)
                return all;
        }
        if (const Result<void> done = linkFirstSite(m_stores, m_notifier, facts, answer); !done)
            return done;
        if (const Result<void> released = releaseReferring(facts); !released)
            return released;
    }
    if (const Result<void> done = learnOptions(m_stores, facts.integration, *facts.map, {answer}); !done)
        return done;
    const Result<LocalBook> book = m_stores.links.localBook(facts.integration, {answer});
    if (!book)
        return fail(book.error());
    RemoteRecord taken = answer;
    taken.values = settleAlternatives(answer, push.sent);
    const Result<Absorbed> absorbed = absorb(m_stores, facts.integration, *facts.map, link, taken, *book);
    return absorbed ? Result<void>() : fail(absorbed.error());
}

Result<void> Pusher::adopt(const PushFacts &facts, const RemoteRecord &remote)
{
    const Result<void> adopted = inTransaction(m_stores.database, [&]() -> Result<void> {
        Link link = facts.link;
        link.remote = remote.key;
        link.syncedAt = m_stores.clock.nowUtc();
        if (const Result<void> tied = tie(link); !tied)
            return tied;
        if (const Result<void> done = learnOptions(m_stores, facts.integration, *facts.map, {remote}); !done)
            return done;
        const Result<LocalBook> book = m_stores.links.localBook(facts.integration, {remote});
        if (!book)
            return fail(book.error());
        const Result<Absorbed> absorbed = absorb(m_stores, facts.integration, *facts.map, link, remote, *book);
        if (!absorbed)
            return fail(absorbed.error());
        if (const Result<void> released = releaseReferring(facts); !released)
            return released;
        return m_stores.events.append({.at = m_stores.clock.nowUtc(),
                                       .type = Event::Type::Linked,
                                       .integrationId = m_integration,
                                       .recordId = facts.record.id,
                                       .kind = facts.record.kind,
                                       .recordName = facts.record.displayName(),
                                       .message = tr("Found in %1 and linked, not made a second time.")
                                                      .arg(facts.integration.name)});
    });
    m_notifier.recordChanged(facts.record.id);
    return adopted;
}

Result<void> Pusher::releaseReferring(const PushFacts &facts)
{
    QList<RecordId> arrived {facts.record.id};
    if (facts.record.kind == AssetKind::Organization && facts.book.firstLocationId != 0)
        arrived.append(facts.book.firstLocationId);
    for (const RecordId record : std::as_const(arrived)) {
        const Result<int> released = m_stores.outbox.releaseReferring(m_integration, record);
        if (!released)
            return fail(released.error());
    }
    return {};
}

Result<void> Pusher::drop(const Push &push, const PushFacts &facts)
{
    const Result<void> dropped = inTransaction(m_stores.database, [&]() -> Result<void> {
        if (const Result<void> removed = m_stores.outbox.remove(push.id); !removed)
            return removed;
        return m_stores.links.setState(m_integration, push.recordId, SyncState::NotYetPushed);
    });
    tell(push, facts, SyncState::NotYetPushed, {});
    return dropped;
}

Result<void> Pusher::nothingToDo(const Push &push, const PushFacts &facts)
{
    // With what is gone there nothing is in step, also when nothing waits here.
    const SyncState state = facts.link.isOrphaned ? SyncState::Orphaned : SyncState::Synced;
    Push seen = push;
    seen.sentRevision = push.revision;
    const Result<void> done = inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<bool> isGone = m_stores.outbox.finish(seen);
        if (!isGone)
            return fail(isGone.error());
        return m_stores.links.setState(m_integration, push.recordId, state);
    });
    ++m_done;
    tell(push, facts, state, {});
    return done;
}

Result<void> Pusher::refuse(Push push, const PushFacts &facts, Push::Stage stage, const Error &error)
{
    push.stage = stage;
    push.nextTryAt = {};
    const QString words = error.remoteWords.isEmpty() ? error.message : error.remoteWords;
    const bool isGone = error.code == ErrorCode::NotFound;
    const SyncState state = isGone ? SyncState::Orphaned : stateOf(stage);
    const Result<void> written = inTransaction(m_stores.database, [&]() -> Result<void> {
        // Edited while it was away: the new values deserve a try of their own.
        const Result<std::optional<Push>> row = m_stores.outbox.get(m_integration, push.recordId);
        if (!row)
            return fail(row.error());
        if (*row && (*row)->revision != push.revision)
            push.stage = Push::Stage::Queued;
        if (const Result<void> done = m_stores.outbox.update(push); !done)
            return done;
        if (isGone) {
            Result<std::optional<Link>> link = m_stores.links.get(m_integration, push.recordId);
            if (!link)
                return fail(link.error());
            if (*link) {
                (*link)->isOrphaned = true;
                if (const Result<void> done = m_stores.links.update(**link); !done)
                    return done;
            }
        }
        if (const Result<void> done
            = m_stores.links.setState(m_integration, push.recordId, state, words, error.field);
            !done)
            return done;
        return m_stores.events.append({.at = m_stores.clock.nowUtc(),
                                       .type = Event::Type::PushFailed,
                                       .integrationId = m_integration,
                                       .recordId = push.recordId,
                                       .kind = push.kind,
                                       .recordName = facts.record.displayName(),
                                       .person = push.person,
                                       .message = words,
                                       .requestId = error.requestId,
                                       .isFailure = true});
    });
    tell(push, facts, state, words);
    return written;
}

QDateTime Pusher::nextTryAfter(const Error &error, int attempt)
{
    const QDateTime now = m_stores.clock.nowUtc();
    // What fails together, such as the pushes that share a read, is one failure of the PSA.
    const bool isNext = !m_rowGrowsFrom.isValid() || now >= m_rowGrowsFrom;
    if (isNext)
        ++m_failuresInRow;
    const bool looksAtOnce = error.code == ErrorCode::OutcomeUnknown && isNext && m_failuresInRow == 1;
    const auto delay = error.retryAfter.value_or(
        looksAtOnce ? 0ms : retryDelay(std::max(attempt, m_failuresInRow), m_random()));
    const QDateTime next = now.addMSecs(delay.count());
    if (isNext)
        m_rowGrowsFrom = next;
    return next;
}

Result<void> Pusher::settleError(Push push, const PushFacts &facts, const Error &error, bool wasWrite)
{
    switch (error.code) {
    case ErrorCode::DatabaseUnusable:
    case ErrorCode::DatabaseNewer:
    case ErrorCode::DatabaseFull:
        // Nothing that the PSA said, so the push stays as it is and everything is tried again.
        return fail(error);
    case ErrorCode::SignInFailed:
    case ErrorCode::TlsFailed:
    case ErrorCode::SecretMissing:
    case ErrorCode::Cancelled:
        // What could not be read back is as unknown as before; anything else keeps its place.
        if (push.stage != Push::Stage::Unknown)
            push.stage = Push::Stage::Queued;
        // The whole account stops, so that a wrong password does not lock the user out.
        if (error.code != ErrorCode::Cancelled)
            block(error, {});
        break;
    case ErrorCode::Unreachable:
    case ErrorCode::TimedOut:
    case ErrorCode::RateLimited:
    case ErrorCode::ServerFault:
    case ErrorCode::BadAnswer:
    case ErrorCode::OutcomeUnknown: {
        const bool wasRefusedUnread = error.code == ErrorCode::Unreachable || error.code == ErrorCode::RateLimited
            || error.code == ErrorCode::TimedOut;
        const bool isUncertain = push.stage == Push::Stage::Unknown || (wasWrite && !wasRefusedUnread);
        push.stage = isUncertain ? Push::Stage::Unknown : Push::Stage::Waiting;
        push.nextTryAt = nextTryAfter(error, push.attempt);
        if (error.code == ErrorCode::Unreachable || error.code == ErrorCode::RateLimited)
            block(error, push.nextTryAt);
        break;
    }
    case ErrorCode::Usage:
    case ErrorCode::BadInput:
    case ErrorCode::NotFound:
    case ErrorCode::NotAllowed:
    case ErrorCode::Rejected:
    case ErrorCode::Internal:
    case ErrorCode::Count:
        if (push.stage != Push::Stage::Unknown || facts.link.isLinked())
            return refuse(push, facts, Push::Stage::Rejected, error);
        // Whether it was made is still open; as an ordinary refusal the next edit would make it a second time (rule I2).
        push.nextTryAt = nextTryAfter(error, push.attempt);
        break;
    }

    SyncState state = stateOf(push.stage);
    if (push.stage == Push::Stage::Unknown && error.code != ErrorCode::OutcomeUnknown)
        state = SyncState::Retrying;
    const QString words = error.httpStatus != 0 ? QString::number(error.httpStatus) : error.message;
    const Result<void> written = inTransaction(m_stores.database, [&]() -> Result<void> {
        if (const Result<void> done = m_stores.outbox.update(push); !done)
            return done;
        return m_stores.links.setState(m_integration, push.recordId, state, words, error.field);
    });
    tell(push, facts, state, error.message);
    return written;
}

QCoro::Task<Result<RunSummary>> Pusher::drain()
{
    QElapsedTimer timer;
    timer.start();
    const qint64 doneBefore = m_done;
    const Result<void> released = inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<int> count = m_stores.outbox.releaseHeld(m_integration);
        return count ? Result<void>() : fail(count.error());
    });
    if (!released)
        co_return fail(released.error());
    pump();
    while (!m_active.isEmpty())
        co_await m_idle.next();
    if (m_isStopped)
        co_return fail(ErrorCode::Cancelled, tr("Tandem is closing."));

    RunSummary summary {.done = m_done - doneBefore, .seconds = double(timer.elapsed()) / 1000};
    const Result<QList<Push>> left = m_stores.outbox.list(
        m_integration, {Push::Stage::Held, Push::Stage::Rejected, Push::Stage::Conflict, Push::Stage::Waiting,
                        Push::Stage::Unknown, Push::Stage::Queued});
    if (!left)
        co_return fail(left.error());
    if (m_block && isAboutAccount(m_block->code) && !left->isEmpty())
        co_return fail(*m_block);
    for (const Push &push : *left) {
        const Result<Record> record = m_stores.records.get(push.recordId);
        const Result<std::optional<Link>> link = m_stores.links.get(m_integration, push.recordId);
        if (!record || !link)
            co_return fail(record ? link.error() : record.error());
        const bool isHeld = push.stage == Push::Stage::Held;
        (isHeld ? summary.held : summary.failed) += 1;
        const QString message = *link ? (*link)->message : QString();
        summary.lines.append({.recordId = push.recordId,
                              .kind = push.kind,
                              .name = record->displayName(),
                              .state = *link ? (*link)->state : stateOf(push.stage),
                              .message = message,
                              .error = {.code = ErrorCode::Rejected,
                                        .message = message,
                                        .field = *link ? (*link)->errorField : QString()}});
    }
    co_return summary;
}

void Pusher::unblock()
{
    m_block.reset();
    m_retryAt = {};
}

void Pusher::setMayCreate(std::function<bool(RecordId)> mayCreate)
{
    m_mayCreate = std::move(mayCreate);
}

void Pusher::stop()
{
    m_isStopped = true;
    m_timer.stop();
}

bool Pusher::isIdle() const
{
    return m_active.isEmpty();
}

std::optional<Error> Pusher::blockedBy() const
{
    return m_block;
}

QDateTime Pusher::retryAt() const
{
    return m_retryAt;
}

void Pusher::block(const Error &error, QDateTime retryAt)
{
    m_block = error;
    m_retryAt = std::move(retryAt);
    armTimer();
    Q_EMIT statusChanged();
}

void Pusher::armTimer()
{
    if (m_isStopped)
        return;
    QDateTime next = m_retryAt;
    // What is due of a paused integration goes when whoever resumes it says so, and until then nothing has to be looked at.
    if (!m_block && m_mayPush) {
        const Result<QDateTime> due = m_stores.outbox.nextDue(m_integration);
        next = due ? *due : QDateTime();
    }
    if (!next.isValid()) {
        m_timer.stop();
        return;
    }
    const qint64 wait = m_stores.clock.nowUtc().msecsTo(next);
    m_timer.start(std::chrono::milliseconds(std::clamp<qint64>(wait, 1, 60'000)));
}

void Pusher::tell(const Push &push, const PushFacts &facts, SyncState state, const QString &message)
{
    Q_EMIT activity({.id = push.id,
                     .at = m_stores.clock.nowUtc(),
                     .integrationId = m_integration,
                     .recordId = push.recordId,
                     .kind = push.kind,
                     .recordName = facts.record.displayName(),
                     .state = state,
                     .message = message});
}

} // namespace tandem
