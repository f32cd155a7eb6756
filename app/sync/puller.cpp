// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/puller.h"

#include "sync/firstsite.h"
#include "sync/customfieldmanager.h"
#include "sync/pullrun.h"
#include "sync/pulltaker.h"

#include <QCoreApplication>

namespace tandem {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Puller)
};

/** What one remote record refers to here, with values that came with it learned. */
Result<LocalBook> bookFor(Stores &stores, const Integration &integration, const KindMap &map, const RemoteRecord &remote)
{
    if (const Result<void> learned = learnOptions(stores, integration, map, {remote}); !learned)
        return fail(learned.error());
    return stores.links.localBook(integration, {remote});
}

} // namespace

Puller::Puller(Stores &stores, ChangeNotifier &notifier)
    : m_stores(stores)
    , m_notifier(notifier)
{
}

QCoro::Task<Result<RemoteLists>> Puller::fetchLists(ConnectionPtr connection)
{
    RemoteLists lists;
    for (const OptionList list : allOptionLists) {
        const Result<QList<RemoteOption>> values = co_await connection->client->options(list);
        if (!values)
            co_return fail(values.error());
        if (!values->isEmpty())
            lists.append({.list = list, .values = *values, .isWhole = connection->client->tellsAll(list)});
    }
    co_return lists;
}

Result<void> Puller::takeList(Stores &stores, IntegrationId id, const RemoteList &list, bool enableNew)
{
    return list.isWhole ? stores.options.takeRemote(id, list.list, list.values, enableNew)
                        : stores.options.addRemote(id, list.values, enableNew);
}

Result<void> Puller::takeLists(IntegrationId id, const RemoteLists &lists, bool enableNew)
{
    for (const RemoteList &list : lists) {
        if (const Result<void> taken = takeList(m_stores, id, list, enableNew); !taken)
            return taken;
    }
    Result<Integration> integration = m_stores.integrations.get(id);
    if (!integration)
        return fail(integration.error());
    integration->listsReadAt = m_stores.clock.nowUtc();
    return m_stores.integrations.update(*integration);
}

QCoro::Task<Result<TenantLengths>> Puller::fetchLengths(ConnectionPtr connection)
{
    TenantLengths lengths;
    for (const AssetKind kind : allKinds) {
        const Result<FieldLengths> theirs = co_await connection->client->fieldLengths(kind);
        if (!theirs)
            co_return fail(theirs.error());
        if (!theirs->isEmpty())
            lengths.insert(kind, *theirs);
    }
    co_return lengths;
}

QCoro::Task<Result<TenantFields>> Puller::fetchCustomFields(ConnectionPtr connection, Integration integration)
{
    TenantFields fields;
    const QSet<AssetKind> kinds = kindsWithCustomFields(integration);
    for (const AssetKind kind : kinds) {
        const Result<QList<TenantField>> theirs = co_await connection->client->customFields(kind);
        if (theirs)
            fields.insert(kind, *theirs);
        else if (theirs.error().code != ErrorCode::NotFound && theirs.error().code != ErrorCode::NotAllowed)
            co_return fail(theirs.error());
    }
    co_return fields;
}

Result<void> Puller::takeLengths(IntegrationId id, const TenantLengths &lengths)
{
    for (auto it = lengths.constBegin(); it != lengths.constEnd(); ++it) {
        if (const Result<void> taken = m_stores.integrations.setFieldLengths(id, it.key(), it.value()); !taken)
            return taken;
    }
    return {};
}

QCoro::Task<Result<void>> Puller::readLists(ConnectionPtr connection, IntegrationId id, bool enableNew)
{
    const Result<RemoteLists> lists = co_await fetchLists(connection);
    if (!lists)
        co_return fail(lists.error());
    const Result<TenantLengths> lengths = co_await fetchLengths(connection);
    if (!lengths)
        co_return fail(lengths.error());
    co_return inTransaction(m_stores.database, [&]() -> Result<void> {
        if (const Result<void> taken = takeLengths(id, *lengths); !taken)
            return taken;
        return takeLists(id, *lists, enableNew);
    });
}

QCoro::Task<Result<RunSummary>> Puller::pull(ConnectionPtr connection, IntegrationId id, bool full,
                                             PullProgress progress, std::function<bool()> isStopped)
{
    PullRun run(m_stores, m_notifier, connection, id, std::move(progress), std::move(isStopped));
    const Result<RunSummary> summary = co_await run.run(full);
    co_return summary;
}

QCoro::Task<Result<void>> Puller::pullRecord(ConnectionPtr connection, Integration integration, Link link)
{
    const AssetKind kind = link.kind;
    const RemoteKey key = link.remote;
    const QDateTime askedAt = m_stores.clock.nowUtc();
    const Result<RemoteRecord> remote = co_await connection->client->read(kind, key);
    if (!remote && remote.error().code != ErrorCode::NotFound)
        co_return fail(remote.error());
    const Result<void> taken = inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<std::optional<Link>> stored = m_stores.links.get(integration.id, link.recordId);
        if (!stored)
            return fail(stored.error());
        if (!*stored)
            return {};
        const Result<std::optional<Push>> push = m_stores.outbox.get(integration.id, link.recordId);
        if (!push)
            return fail(push.error());
        // A push takes what the PSA has when it ends, and knows its own writes from those of others.
        const bool isUnsettled = *push
            && ((*push)->stage == Push::Stage::InFlight || (*push)->stage == Push::Stage::Unknown);
        if (integration.settings.twoWay && (isUnsettled || (*stored)->syncedAt > askedAt))
            return {};
        PullTaker taker(m_stores, m_notifier, *connection->map, integration);
        if (!remote) {
            const Result<PullTaker::Taken> orphaned = taker.orphan(**stored);
            return orphaned ? Result<void>() : fail(orphaned.error());
        }
        const Result<LocalBook> book = bookFor(m_stores, integration, connection->map->kind(kind), *remote);
        if (!book)
            return fail(book.error());
        const Result<PullTaker::Taken> merged = taker.takeOver(*remote, **stored, *book);
        if (!merged)
            return fail(merged.error());
        const bool isListedThinly = connection->map->kind(kind).detailShare > 0;
        return isListedThinly ? m_stores.details.noteRead((*stored)->id, integration.id, kind, m_stores.clock.nowUtc())
                              : Result<void>();
    });
    m_notifier.recordChanged(link.recordId);
    co_return taken;
}

QCoro::Task<Result<void>> Puller::settleMatch(ConnectionPtr connection, Integration integration, MatchDecision decision,
                                              RecordId record)
{
    const AssetKind kind = decision.kind;
    const RemoteKey key = decision.remote;
    const Result<RemoteRecord> remote = co_await connection->client->read(kind, key);
    if (!remote && remote.error().code != ErrorCode::NotFound)
        co_return fail(remote.error());
    // It may be what a push without an answer made; then the site that it made with it is its own too (rule I2).
    std::optional<PushFacts> made;
    RemoteRecord company;
    const Result<std::optional<Push>> push = m_stores.outbox.get(integration.id, record);
    if (!push)
        co_return fail(push.error());
    if (remote && *push && (*push)->sentCreate) {
        const Result<PushFacts> facts = pushFacts(m_stores, integration, record);
        if (!facts)
            co_return fail(facts.error());
        const Result<RemoteRecord> whole = co_await withFirstSite(connection, *facts, *remote);
        if (!whole)
            co_return fail(whole.error());
        company = *whole;
        // Only by the name that was sent: another's main site is not ours.
        const bool isOurs = !company.children.isEmpty()
            && displayNameOf(AssetKind::Location, company.children.constFirst().values) == facts->book.firstLocationName.trimmed();
        if (isOurs)
            made = *facts;
    }
    std::optional<Error> overtaken;
    const Result<void> settled = inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<std::optional<Link>> theirs = m_stores.links.byRemote(integration.id, kind, key.id);
        if (!theirs)
            return fail(theirs.error());
        const Result<std::optional<Link>> ours = m_stores.links.get(integration.id, record);
        if (!ours)
            return fail(ours.error());
        if (!remote) {
            overtaken = remote.error();
        } else if (*theirs || (*ours && (*ours)->isLinked())) {
            overtaken = Error {.code = ErrorCode::NotAllowed,
                               .message = Words::tr("This was settled meanwhile: the record is linked already.")};
        } else {
            const KindMap &map = connection->map->kind(kind);
            const Result<LocalBook> book = bookFor(m_stores, integration, map, *remote);
            if (!book)
                return fail(book.error());
            PullTaker taker(m_stores, m_notifier, *connection->map, integration);
            const Result<PullTaker::Taken> taken = record != 0
                ? taker.linkTo(*remote, record, *book)
                : taker.create(*remote, toLocal(kind, remote->values, map, *book));
            if (!taken)
                return fail(taken.error());
            if (made) {
                if (const Result<void> linked = linkFirstSite(m_stores, m_notifier, *made, company); !linked)
                    return linked;
            }
            m_notifier.setChanged();
        }
        if (decision.recordId != 0) {
            // The others that were asked about come in now.
            if (const Result<void> all = m_stores.integrations.pullAllNext(integration.id); !all)
                return all;
        }
        return m_stores.decisions.remove(decision.id);
    });
    if (!settled)
        co_return settled;
    if (overtaken)
        co_return fail(*overtaken);
    co_return Result<void>();
}

} // namespace tandem
