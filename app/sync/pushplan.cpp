// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pushplan.h"

#include "rules/matching.h"
#include "sync/recordsync.h"

#include <QCoreApplication>

#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::PushPlan)
};

QString keyOf(AssetKind kind, const RemoteValues &values)
{
    return QString(kindName(kind) + u'\n' + matchKey(kind, values));
}

QList<PlanGate> planGates(const QList<Gate> &gates)
{
    QList<PlanGate> planned;
    for (const Gate &gate : gates)
        planned.append({.rule = gate.rule, .reason = gate.reason, .field = gate.field});
    return planned;
}

} // namespace

void RemoteIndex::add(const RemoteRecord &record)
{
    if (record.isDeleted)
        return;
    const RemoteValues values = matchedValues(record.kind, record.values);
    m_entries.emplace(keyOf(record.kind, values), Entry {record.key, values});
}

void RemoteIndex::clear()
{
    m_entries.clear();
}

QList<RemoteIndex::Entry> RemoteIndex::matchesOf(AssetKind kind, const RemoteValues &values) const
{
    QList<Entry> matches;
    const auto [first, last] = m_entries.equal_range(keyOf(kind, values));
    for (auto it = first; it != last; ++it) {
        if (isSameAsset(kind, values, it->second.values))
            matches.append(it->second);
    }
    return matches;
}

PushPlanner::PushPlanner(const Integration &integration, const FieldMap &map, ReferenceCatalog catalog,
                         QHash<AssetKind, FieldLengths> lengths, RuledOut ruledOut)
    : m_integration(integration)
    , m_map(map)
    , m_catalog(std::move(catalog))
    , m_lengths(std::move(lengths))
    , m_ruledOut(std::move(ruledOut))
{
}

RemoteIndex &PushPlanner::remotes()
{
    return m_remotes;
}

const ReferenceCatalog &PushPlanner::catalog() const
{
    return m_catalog;
}

PlannedRow PushPlanner::plan(const Record &record, const Link &link, int step)
{
    const AssetKind kind = record.kind;
    const ReferenceBook book = m_catalog.bookFor(kind, record.fields, record.id);
    const PushFacts facts = judgedFacts(m_integration, m_map.kind(kind), record, link, book, m_lengths.value(kind));
    const RecordId organization
        = kind == AssetKind::Organization ? record.id : record.fields.value("organization"_L1).toInteger();
    PlannedRow planned {.row = {.recordId = record.id,
                                .kind = kind,
                                .name = record.displayName(),
                                .organizationId = organization,
                                .organizationName = m_catalog.nameOf(organization),
                                .remote = link.remote},
                        .step = step};
    PlanRow &row = planned.row;
    if (facts.needsPerson()) {
        row.outcome = PlanOutcome::Held;
        row.gates = planGates(facts.gates);
    } else if (link.isLinked() && link.isOrphaned) {
        row.outcome = PlanOutcome::Held;
        row.gates = {{.rule = u"D5"_s,
                      .reason = Words::tr("It is no longer in %1.").arg(platformTitle(m_integration.platform)),
                      .field = {}}};
    } else if (link.isLinked()) {
        row.outcome = facts.changed.isEmpty() ? PlanOutcome::Linked : PlanOutcome::Update;
    } else {
        planUnlinked(record, matchedValues(kind, facts.sendable.values), planned);
    }
    m_catalog.noteOnItsWay(record.id, row.outcome == PlanOutcome::Create);
    return planned;
}

void PushPlanner::planUnlinked(const Record &record, const RemoteValues &values, PlannedRow &planned)
{
    const AssetKind kind = record.kind;
    PlanRow &row = planned.row;
    const QSet<QString> ruledOut = m_ruledOut.value(record.id);
    QList<RemoteIndex::Entry> matches = m_remotes.matchesOf(kind, values);
    matches.removeIf([&](const RemoteIndex::Entry &each) {
        const RecordId other = m_catalog.linkedWith(kind, each.key.id);
        return ruledOut.contains(each.key.id) || (other != 0 && other != record.id);
    });
    row.candidates = int(matches.size());
    if (matches.size() > 1) {
        row.outcome = PlanOutcome::Decision;
    } else if (matches.size() == 1) {
        row.outcome = PlanOutcome::Link;
        row.remote = matches.constFirst().key;
        m_catalog.noteLinked(kind, record.id, row.remote.id);
    } else {
        row.outcome = PlanOutcome::Create;
        if (kind == AssetKind::Organization)
            m_created.insert(record.id);
        planned.comesAlong = kind == AssetKind::Location && m_created.contains(row.organizationId)
            && m_catalog.firstLocationOf(row.organizationId) == record.id;
    }
}

} // namespace tandem
