// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/record.h"
#include "rules/remoterecord.h"
#include "store/integration.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace tandem {

/** What Push All Syncable Assets would do with a record (rule F1). */
enum class PlanOutcome : quint8 {
    Create, ///< it is made in the PSA
    Link, ///< an exact match is there (rule D2), which it is tied to
    Update, ///< it is there already, and what differs here is sent (rule B5)
    Linked, ///< it is there already, and nothing differs
    Held, ///< at least one gate holds it (rule C4)
    Decision, ///< several records there match, so a person chooses
    Count
};
[[nodiscard]] QString
planOutcomeName(PlanOutcome outcome); ///< "create", "link", "update", "linked", "held", "decision"
[[nodiscard]] std::optional<PlanOutcome> planOutcomeFromName(const QString &name);
[[nodiscard]] QString planOutcomeTitle(PlanOutcome outcome); ///< translated

/** What became of a record of a plan so far. */
enum class PlanResult : quint8 {
    Open, ///< nothing yet
    Underway, ///< it waits in the outbox, or is on its way
    Created,
    Linked, ///< tied to a match, also to one that somebody made since the preview
    Updated,
    Untouched, ///< it was there already
    Held, ///< a gate holds it
    Undecided, ///< several match: it is listed under Manage Data > Needs a decision
    Failed, ///< the PSA refused it
    Changed, ///< it is not what the preview showed any more, so nothing was sent
    Count
};
[[nodiscard]] QString planResultName(PlanResult result); ///< "open", "underway", "created", …
[[nodiscard]] std::optional<PlanResult> planResultFromName(const QString &name);
[[nodiscard]] QString planResultTitle(PlanResult result); ///< translated

/** A gate that holds a record of a plan; its remedies are those of `SyncEngine::why`. */
struct PlanGate {
    QString rule; ///< "C4a" … "C4g"
    QString reason; ///< translated sentence
    QString field;

    bool operator==(const PlanGate &) const = default;
};

/** A record of a plan. */
struct PlanRow {
    qint64 id = 0; ///< of the row; rows of a plan are numbered in the order of pushing (rule F2)
    RecordId recordId = 0;
    AssetKind kind = AssetKind::Organization;
    QString name;
    RecordId organizationId = 0; ///< that it belongs to; an organization's own id
    QString organizationName;
    PlanOutcome outcome = PlanOutcome::Create;
    RemoteKey remote; ///< of the match, or of the record it is linked with
    QList<PlanGate> gates; ///< all of them, for Held
    int candidates = 0; ///< how many match, for Decision
    PlanResult result = PlanResult::Open;
    QString message; ///< why it failed, is held or was left out; or what changed since the preview
    QDateTime retryAt; ///< UTC; when what is under way is tried again; invalid: it is not put off
};

/** One run of Push All Syncable Assets, from its preview to its end. */
struct Plan {
    enum class State : quint8 {
        Draft, ///< a preview; nothing was written
        Running,
        Paused,
        Cancelled, ///< what had not left stays as it was
        Finished, ///< nothing is open or under way
        Count
    };
    qint64 id = 0;
    IntegrationId integrationId = 0;
    State state = State::Draft;
    QList<AssetKind> kinds;
    QList<RecordId> organizations; ///< empty: all
    QDateTime plannedAt; ///< UTC; when the PSA was read
    QDateTime confirmedAt; ///< UTC; invalid: not yet
    QDateTime endedAt; ///< UTC; invalid: not yet
    QString person; ///< who confirmed it
    QHash<AssetKind, qint64> found; ///< how many records the PSA had of each kind

    [[nodiscard]] bool isConfirmed() const;
};
[[nodiscard]] QString planStateName(Plan::State state);
[[nodiscard]] std::optional<Plan::State> planStateFromName(const QString &name);

/** How many records of one kind a plan has, by what would happen and by what became of them. */
struct PlanCounts {
    std::array<qint64, size_t(PlanOutcome::Count)> outcomes{};
    std::array<qint64, size_t(PlanResult::Count)> results{};

    [[nodiscard]] qint64 of(PlanOutcome outcome) const;
    [[nodiscard]] qint64 of(PlanResult result) const;
    [[nodiscard]] qint64 total() const;
    void add(const PlanCounts &other);
};
using PlanCountsByKind = QHash<AssetKind, PlanCounts>;

/** Which rows of a plan a table shows, and in what order. */
struct PlanQuery {
    enum class Order : quint8 {
        Push, ///< in which they are pushed
        Name,
        Organization, ///< by the organization's name, then in the order of pushing: for groups
        Outcome,
        Result,
    };
    qint64 plan = 0;
    std::optional<AssetKind> kind;
    QList<PlanOutcome> outcomes; ///< empty: all
    QList<PlanResult> results; ///< empty: all
    std::optional<RecordId> organizationId;
    QString search; ///< a part of the record's or the organization's name, in any case
    Order order = Order::Push;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    bool operator==(const PlanQuery &) const = default;
};

/** The rows of one organization. */
struct PlanGroup {
    RecordId organizationId = 0;
    QString organizationName;
    PlanCounts counts;
};

} // namespace tandem
