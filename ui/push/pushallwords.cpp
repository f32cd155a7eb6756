// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/pushallwords.h"

#include "ui/integrations/integrationwords.h"
#include "ui/widgets/icons.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The translation context of this file. */
struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::PushAllWords)
};

QString sameText(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return Words::tr("Same name");
    case AssetKind::Location:
        return Words::tr("Same organization and address");
    case AssetKind::Contact:
        return Words::tr("Same organization, first and last name");
    case AssetKind::Configuration:
        return Words::tr("Same organization, type, name, serial number and MAC address");
    case AssetKind::Count:
        break;
    }
    return {};
}

} // namespace

QString recordsText(AssetKind kind, qint64 count)
{
    const int shown = shownCount(count);
    switch (kind) {
    case AssetKind::Organization:
        return Words::tr("%Ln organization(s)", nullptr, shown);
    case AssetKind::Location:
        return Words::tr("%Ln location(s)", nullptr, shown);
    case AssetKind::Contact:
        return Words::tr("%Ln contact(s)", nullptr, shown);
    case AssetKind::Configuration:
        return Words::tr("%Ln configuration(s)", nullptr, shown);
    case AssetKind::Count:
        break;
    }
    return {};
}

QString plannedText(const PlanRow &row, Platform platform)
{
    switch (row.outcome) {
    case PlanOutcome::Create:
        return Words::tr("Create");
    case PlanOutcome::Link:
        return Words::tr("Link to %1 #%2", "a PSA and an id there")
            .arg(platformTitle(platform), row.remote.id);
    case PlanOutcome::Update:
        return Words::tr("Update %1 #%2", "a PSA and an id there")
            .arg(platformTitle(platform), row.remote.id);
    case PlanOutcome::Linked:
        return Words::tr("Nothing to do");
    case PlanOutcome::Held:
        return Words::tr("Held");
    case PlanOutcome::Decision:
        return Words::tr("Needs a decision");
    case PlanOutcome::Count:
        break;
    }
    return {};
}

QString plannedReason(const PlanRow &row)
{
    switch (row.outcome) {
    case PlanOutcome::Create:
        break;
    case PlanOutcome::Link:
        return sameText(row.kind);
    case PlanOutcome::Update:
        return Words::tr("It is there already, and some fields differ");
    case PlanOutcome::Linked:
        return Words::tr("It is there already, and nothing differs");
    case PlanOutcome::Held: {
        if (row.gates.isEmpty())
            return row.message;
        const int others = int(row.gates.size()) - 1;
        const QString &reason = row.gates.constFirst().reason;
        return others == 0 ? reason : Words::tr("%1 (and %n more reason(s))", nullptr, others).arg(reason);
    }
    case PlanOutcome::Decision:
        return Words::tr("%n record(s) there match", nullptr, row.candidates);
    case PlanOutcome::Count:
        break;
    }
    return {};
}

QString resultReason(const PlanRow &row, const QDateTime &nowUtc)
{
    if (!row.retryAt.isValid())
        return row.message;
    const QString again = Words::tr("Tried again at %1.").arg(shownMoment(row.retryAt, nowUtc));
    return row.message.isEmpty() ? again : Words::tr("%1 %2", "two sentences").arg(row.message, again);
}

QIcon outcomeIcon(PlanOutcome outcome)
{
    switch (outcome) {
    case PlanOutcome::Create:
        return actionIcon(u"add"_s);
    case PlanOutcome::Link:
        return actionIcon(u"link"_s);
    case PlanOutcome::Update:
        return actionIcon(u"edit"_s);
    case PlanOutcome::Linked:
        return stateIcon(SyncState::Synced);
    case PlanOutcome::Held:
        return stateIcon(SyncState::Held);
    case PlanOutcome::Decision:
        return stateIcon(SyncState::Conflict);
    case PlanOutcome::Count:
        break;
    }
    return {};
}

QIcon resultIcon(PlanResult result)
{
    switch (result) {
    case PlanResult::Open:
        return stateIcon(SyncState::Pending);
    case PlanResult::Underway:
        return stateIcon(SyncState::Pushing);
    case PlanResult::Created:
    case PlanResult::Linked:
    case PlanResult::Updated:
    case PlanResult::Untouched:
        return stateIcon(SyncState::Synced);
    case PlanResult::Held:
        return stateIcon(SyncState::Held);
    case PlanResult::Undecided:
    case PlanResult::Changed:
        return stateIcon(SyncState::Conflict);
    case PlanResult::Failed:
        return stateIcon(SyncState::Error);
    case PlanResult::Count:
        break;
    }
    return {};
}

PlanCounts sumOf(const PlanCountsByKind &counts)
{
    PlanCounts sum;
    for (const PlanCounts &each : counts)
        sum.add(each);
    return sum;
}

qint64 toDo(const PlanCounts &counts)
{
    return counts.of(PlanOutcome::Create) + counts.of(PlanOutcome::Link) + counts.of(PlanOutcome::Update);
}

qint64 doneOf(const PlanCounts &counts)
{
    return counts.of(PlanResult::Created) + counts.of(PlanResult::Linked) + counts.of(PlanResult::Updated)
        + counts.of(PlanResult::Untouched);
}

qint64 leftOf(const PlanCounts &counts)
{
    return counts.of(PlanResult::Open) + counts.of(PlanResult::Underway);
}

qint64 heldOf(const PlanCounts &counts)
{
    return counts.of(PlanResult::Held) + counts.of(PlanResult::Undecided) + counts.of(PlanResult::Changed);
}

QString resultsText(const PlanCounts &counts)
{
    const auto count = [&counts](PlanResult result) { return shownCount(counts.of(result)); };
    QStringList parts;
    const auto add = [&parts](qint64 figure, const QString &text) {
        if (figure > 0)
            parts += text;
    };
    add(count(PlanResult::Created), Words::tr("%Ln created", nullptr, count(PlanResult::Created)));
    add(count(PlanResult::Linked), Words::tr("%Ln linked", nullptr, count(PlanResult::Linked)));
    add(count(PlanResult::Updated), Words::tr("%Ln updated", nullptr, count(PlanResult::Updated)));
    add(count(PlanResult::Untouched), Words::tr("%Ln there already", nullptr, count(PlanResult::Untouched)));
    add(count(PlanResult::Failed), Words::tr("%Ln failed", nullptr, count(PlanResult::Failed)));
    add(heldOf(counts), Words::tr("%Ln held", nullptr, shownCount(heldOf(counts))));
    add(leftOf(counts), Words::tr("%Ln not sent", nullptr, shownCount(leftOf(counts))));
    return parts.isEmpty() ? Words::tr("nothing happened") : parts.join(u", "_s);
}

QString timeLeftText(qint64 seconds)
{
    if (seconds < 60)
        return Words::tr("less than a minute left");
    const qint64 minutes = (seconds + 30) / 60;
    if (minutes < 90)
        return Words::tr("about %n minute(s) left", nullptr, shownCount(minutes));
    return Words::tr("about %n hour(s) left", nullptr, shownCount((minutes + 30) / 60));
}

QString paceText(const PushAllStatus &status)
{
    const auto rounded = [](double figure) { return int(std::lround(figure)); };
    QStringList parts;
    if (status.recordsPerMinute > 0)
        parts += Words::tr("%Ln record(s) a minute", nullptr, qMax(1, rounded(status.recordsPerMinute)));
    if (status.permittedCallsPerMinute > 0)
        parts += Words::tr("%Ln call(s) a minute, of %1 permitted", nullptr, rounded(status.callsPerMinute))
                     .arg(QLocale().toString(rounded(status.permittedCallsPerMinute)));
    else if (status.callsPerMinute > 0)
        parts += Words::tr("%Ln call(s) a minute", nullptr, rounded(status.callsPerMinute));
    qint64 left = 0;
    for (const qint64 seconds : status.secondsLeft)
        left += seconds;
    if (left > 0)
        parts += timeLeftText(left);
    return parts.join(u" · ");
}

QString runSentence(const PushAllStatus &status, const QString &name)
{
    switch (status.plan.state) {
    case Plan::State::Draft:
        break;
    case Plan::State::Running:
        return Words::tr("Pushing to %1.").arg(name);
    case Plan::State::Paused:
        return Words::tr("Paused. Nothing new leaves until you choose Resume.");
    case Plan::State::Cancelled:
        return Words::tr("Cancelled. What had not left stays as it was.");
    case Plan::State::Finished:
        return Words::tr("Finished: %1.").arg(resultsText(sumOf(status.counts)));
    case Plan::State::Count:
        break;
    }
    return {};
}

QString pushAllObstacle(const Integration &integration)
{
    if (integration.isDisconnected)
        return Words::tr("%1 is disconnected. Connect it first, with Edit Connection.").arg(integration.name);
    if (integration.isPaused)
        return Words::tr("%1 is paused. Choose Resume Sync first.").arg(integration.name);
    if (!integration.settings.twoWay)
        return Words::tr("Two-way sync with %1 is off. Enable it first, in Sync Settings.")
            .arg(integration.name);
    return {};
}

} // namespace tandem
