// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/heldgroups.h"

#include "store/recordreader.h"
#include "ui/whendone.h"

#include <algorithm>
#include <tuple>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype pageSize = 250;

int nextLane()
{
    static int lane = 8500;
    return ++lane;
}

/** What waits for its organization (rule C4b) is one group, whichever that is. */
bool isOneGroup(const PlanGate &a, const PlanGate &b)
{
    return a.rule == b.rule && a.field == b.field && (a.rule == "C4b"_L1 || a.reason == b.reason);
}

} // namespace

HeldGroups::HeldGroups(RecordReader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_lane(nextLane())
{
}

void HeldGroups::load(qint64 plan)
{
    const int request = ++m_request;
    m_found.clear();
    m_groups.clear();
    if (plan == 0) {
        Q_EMIT loaded();
        return;
    }
    whenDone(m_reader.planIds({.plan = plan, .outcomes = {PlanOutcome::Held}}, m_lane), this,
             [this, request](const Result<QList<qint64>> &ids) {
                 if (request != m_request)
                     return;
                 if (ids)
                     askPage(*ids, 0);
                 else
                     Q_EMIT failed(ids.error());
             });
}

void HeldGroups::askPage(const QList<qint64> &ids, qsizetype start)
{
    if (start >= ids.size()) {
        finish();
        return;
    }
    whenDone(m_reader.planRows(ids.mid(start, pageSize), m_lane), this,
             [this, ids, start, request = m_request](const Result<QList<PlanRow>> &rows) {
                 if (request != m_request)
                     return;
                 if (!rows) {
                     Q_EMIT failed(rows.error());
                     return;
                 }
                 for (const PlanRow &row : *rows)
                     take(row);
                 askPage(ids, start + pageSize);
             });
}

void HeldGroups::take(const PlanRow &row)
{
    for (const PlanGate &gate : row.gates) {
        const QString reason = gate.rule == "C4b"_L1 ? QString() : gate.reason;
        const QString key = QStringList{kindName(row.kind), gate.rule, gate.field, reason}.join(u'\n');
        HeldGroup &group = m_found[key];
        if (group.records.isEmpty()) {
            group.kind = row.kind;
            group.gate = gate;
        }
        group.isVaried = group.isVaried || group.gate.reason != gate.reason;
        group.records += row.recordId;
        if (row.organizationId != 0)
            group.organizations += row.organizationId;
    }
}

void HeldGroups::finish()
{
    m_groups = m_found.values();
    m_found.clear();
    std::ranges::sort(m_groups, [](const HeldGroup &a, const HeldGroup &b) {
        if (a.records.size() != b.records.size())
            return a.records.size() > b.records.size();
        return std::tuple(a.kind, a.gate.rule, a.gate.reason)
            < std::tuple(b.kind, b.gate.rule, b.gate.reason);
    });
    Q_EMIT loaded();
}

const QList<HeldGroup> &HeldGroups::groups() const
{
    return m_groups;
}

const HeldGroup *HeldGroups::find(AssetKind kind, const PlanGate &gate) const
{
    const auto found = std::ranges::find_if(
        m_groups, [&](const HeldGroup &each) { return each.kind == kind && isOneGroup(each.gate, gate); });
    return found == m_groups.end() ? nullptr : &*found;
}

} // namespace tandem
