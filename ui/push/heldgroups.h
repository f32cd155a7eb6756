// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/plan.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

namespace tandem {

class RecordReader;

/** The records of one kind that the same gate holds. */
struct HeldGroup {
    AssetKind kind = AssetKind::Organization;
    PlanGate gate; ///< of the first of them
    bool isVaried = false; ///< the reason names something else for each, such as its organization
    QList<RecordId> records; ///< in the order of pushing
    QSet<RecordId> organizations; ///< that they belong to
};

/** What is held in a plan, by gate; read page by page, so that a long list freezes nothing. GUI thread. */
class HeldGroups final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeldGroups)
public:
    explicit HeldGroups(RecordReader &reader, QObject *parent = nullptr);

    /** Ends in `loaded`; 0 empties it. */
    void load(qint64 plan);
    /** The largest first. */
    [[nodiscard]] const QList<HeldGroup> &groups() const;
    /** nullptr when there is none. */
    [[nodiscard]] const HeldGroup *find(AssetKind kind, const PlanGate &gate) const;

Q_SIGNALS:
    void loaded();
    void failed(const tandem::Error &error);

private:
    void askPage(const QList<qint64> &ids, qsizetype start);
    void take(const PlanRow &row);
    void finish();

    RecordReader &m_reader;
    const int m_lane;
    QHash<QString, HeldGroup> m_found;
    QList<HeldGroup> m_groups;
    int m_request = 0; ///< only the newest counts
};

} // namespace tandem
