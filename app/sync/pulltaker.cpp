// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pulltaker.h"

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The values of these fields; blank ones are left out. */
RemoteValues valuesOf(const QStringList &fields, const RemoteValues &values)
{
    RemoteValues some;
    for (const QString &field : fields) {
        if (!isBlank(values.value(field)))
            some.insert(field, values.value(field));
    }
    return some;
}

} // namespace

PullTaker::PullTaker(Stores &stores, ChangeNotifier &notifier, const FieldMap &map, const Integration &integration)
    : m_stores(stores)
    , m_notifier(notifier)
    , m_map(map)
    , m_integration(integration)
{
}

bool PullTaker::isSyncing(const RemoteRecord &remote, const EnabledValues &enabled) const
{
    return isSetToSync(m_map.kind(remote.kind), remote, enabled);
}

Result<PullTaker::Taken> PullTaker::takeOver(const RemoteRecord &remote, const Link &link, const LocalBook &book)
{
    const Result<Taken> taken = merge(m_integration, remote, link, book);
    if (!taken || taken->changed.isEmpty())
        return taken;
    const Result<void> passed = passOn(remote.kind, link.recordId, taken->changed);
    return passed ? taken : fail(passed.error());
}

Result<void> PullTaker::passOn(AssetKind kind, RecordId record, const QStringList &changed)
{
    const Result<QList<Link>> links = m_stores.links.ofRecord(record);
    if (!links)
        return fail(links.error());
    for (const Link &link : *links) {
        const bool isAgreed = link.isLinked() && !link.isOrphaned && link.state != SyncState::Disconnected
            && link.state != SyncState::NotYetPushed;
        if (link.integrationId == m_integration.id || !isAgreed)
            continue;
        const Result<Integration> other = m_stores.integrations.get(link.integrationId);
        if (!other)
            return fail(other.error());
        const FieldMap *map = other->fieldMap();
        const bool travels = map && std::any_of(changed.begin(), changed.end(), [&](const QString &field) {
            const MappedField *mapped = map->kind(kind).find(field);
            return mapped && mapped->goesOut();
        });
        if (!travels || !other->settings.twoWay || other->isDisconnected)
            continue;
        const Result<void> queued =
            m_stores.outbox.enqueue(other->id, record, kind, m_integration.name, m_stores.clock.nowUtc());
        if (!queued)
            return queued;
        const SyncState state = link.isDisabled ? SyncState::Disabled : SyncState::Pending;
        if (const Result<void> shown = m_stores.links.setState(other->id, record, state); !shown)
            return shown;
    }
    return {};
}

Result<PullTaker::Taken> PullTaker::linkTo(const RemoteRecord &remote, RecordId record, const LocalBook &book)
{
    const Result<std::optional<Link>> existing = m_stores.links.get(m_integration.id, record);
    if (!existing)
        return fail(existing.error());
    Link link
        = existing->value_or(Link {.integrationId = m_integration.id, .recordId = record, .kind = remote.kind});
    link.remote = remote.key;
    if (link.id == 0) {
        const Result<qint64> id = m_stores.links.insert(link);
        if (!id)
            return fail(id.error());
        link.id = *id;
    }
    // Whatever the policy for later conflicts is.
    Integration psaWins = m_integration;
    psaWins.settings.conflict = ConflictPolicy::PsaWins;
    return merge(psaWins, remote, link, book);
}

Result<PullTaker::Taken> PullTaker::merge(const Integration &integration, const RemoteRecord &remote, const Link &link,
                                          const LocalBook &book)
{
    const KindMap &map = m_map.kind(remote.kind);
    Taken taken;
    LocalBook known = book;
    if (remote.kind == AssetKind::Organization) {
        const QPair<AssetKind, QString> parent {AssetKind::Organization, remote.values.value("parent"_L1).toString()};
        const Result<bool> isCircle = m_stores.records.isBelow(known.records.value(parent), link.recordId);
        if (!isCircle)
            return fail(isCircle.error());
        taken.isCircle = *isCircle;
        if (taken.isCircle)
            known.records.remove(parent);
        taken.missing = valuesOf(toLocal(remote.kind, remote.values, map, known).missing, remote.values);
    }
    const Result<Absorbed> absorbed = absorb(m_stores, integration, map, link, remote, known);
    if (!absorbed)
        return fail(absorbed.error());
    taken.hasChanged = absorbed->hasChanged;
    taken.changed = absorbed->changed;
    if (taken.hasChanged)
        m_notifier.recordChanged(link.recordId);
    return taken;
}

Result<PullTaker::Taken> PullTaker::create(const RemoteRecord &remote, const LocalConversion &local)
{
    const QDateTime now = m_stores.clock.nowUtc();
    const Result<RecordId> id = m_stores.records.insert(remote.kind, local.values, RecordSource::Psa, now);
    if (!id)
        return fail(id.error());
    Link link {.integrationId = m_integration.id,
               .recordId = *id,
               .kind = remote.kind,
               .remote = remote.key,
               .baseline = remote.values,
               .version = remote.isThin ? QString() : remote.version,
               .state = SyncState::Synced,
               .syncedAt = now};
    for (const QString &missing : local.missing)
        link.baseline.remove(missing);
    // What only goes out is not taken, so nothing is agreed on it.
    for (const MappedField &field : m_map.kind(remote.kind).fields) {
        if (!field.comesIn())
            link.baseline.remove(field.field);
    }
    const Result<qint64> linkId = m_stores.links.insert(link);
    if (!linkId)
        return fail(linkId.error());
    return Taken {.hasChanged = true, .missing = valuesOf(local.missing, remote.values)};
}

Result<PullTaker::Taken> PullTaker::orphan(Link link)
{
    if (link.isOrphaned)
        return Taken {};
    link.isOrphaned = true;
    link.state = SyncState::Orphaned;
    if (const Result<void> done = m_stores.links.update(link); !done)
        return fail(done.error());
    m_notifier.recordChanged(link.recordId);
    return Taken {.hasChanged = true};
}

} // namespace tandem
