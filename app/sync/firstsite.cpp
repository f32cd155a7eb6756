// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/firstsite.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<Result<RemoteRecord>> withFirstSite(ConnectionPtr connection, PushFacts facts, RemoteRecord company)
{
    if (facts.record.kind != AssetKind::Organization || facts.book.firstLocationId == 0 || !company.children.isEmpty())
        co_return company;
    const PageRequest request {.organizationId = company.key.id, .priority = Priority::Foreground};
    const Result<RemotePage> sites = co_await connection->client->page(AssetKind::Location, request);
    if (!sites && sites.error().code != ErrorCode::NotFound)
        co_return fail(sites.error());
    // It has the name that was sent along, or, where the PSA names it itself, it is the main one.
    const QString main = company.values.value(u"primary_location"_s).toString();
    for (const RemoteRecord &site : sites.value_or(RemotePage()).records) {
        const bool isFirst = displayNameOf(site.kind, site.values) == facts.book.firstLocationName.trimmed()
            || (!main.isEmpty() && site.key.id == main);
        if (company.children.isEmpty() && isFirst)
            company.children.append(site);
    }
    co_return company;
}

Result<void> linkFirstSite(Stores &stores, ChangeNotifier &notifier, const PushFacts &facts, const RemoteRecord &company)
{
    if (facts.record.kind != AssetKind::Organization || facts.book.firstLocationId == 0 || company.children.isEmpty())
        return {};
    const RecordId location = facts.book.firstLocationId;
    const Result<std::optional<Link>> existing = stores.links.get(facts.integration.id, location);
    if (!existing)
        return fail(existing.error());
    Link link = existing->value_or(Link {.integrationId = facts.integration.id, .recordId = location, .kind = AssetKind::Location});
    if (link.isLinked())
        return {};
    const RemoteRecord &site = company.children.constFirst();
    const Result<std::optional<Link>> other = stores.links.byRemote(facts.integration.id, site.kind, site.key.id);
    if (!other)
        return fail(other.error());
    if (*other)
        return {};
    link.remote = site.key;
    link.baseline = site.values;
    link.version = site.version;
    link.syncedAt = stores.clock.nowUtc();
    notifier.recordChanged(location);
    if (link.id != 0)
        return stores.links.update(link);
    const Result<qint64> id = stores.links.insert(link);
    return id ? Result<void>() : fail(id.error());
}

} // namespace tandem
