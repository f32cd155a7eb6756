// SPDX-License-Identifier: GPL-3.0-or-later
#include "pushallcommand.h"

#include "core/csvline.h"
#include "store/planstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

PlanCounts sumOf(const PlanCountsByKind &counts)
{
    PlanCounts all;
    for (const PlanCounts &each : counts)
        all.add(each);
    return all;
}

QJsonObject rowToJson(const PlanRow &row)
{
    QJsonArray gates;
    for (const PlanGate &gate : row.gates)
        gates.append(QJsonObject {{u"rule"_s, gate.rule}, {u"reason"_s, gate.reason}, {u"field"_s, gate.field}});
    QJsonObject object {{u"kind"_s, kindName(row.kind)},
                        {u"id"_s, row.recordId},
                        {u"name"_s, row.name},
                        {u"organization"_s, row.organizationName},
                        {u"action"_s, planOutcomeName(row.outcome)},
                        {u"remote_id"_s, row.remote.id},
                        {u"gates"_s, gates}};
    if (row.candidates > 1)
        object.insert(u"candidates"_s, row.candidates);
    if (row.result != PlanResult::Open) {
        object.insert(u"result"_s, planResultName(row.result));
        object.insert(u"message"_s, row.message);
    }
    return object;
}

/** The kinds named in "organization,contact"; all of them when nothing is. */
Result<QList<AssetKind>> kindsIn(const QString &text)
{
    QList<AssetKind> kinds;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        const std::optional<AssetKind> kind = kindFromName(name.trimmed());
        if (!kind) {
            return fail(ErrorCode::Usage,
                        Words::tr("There is no kind \"%1\". There are: organization, location, contact, configuration.")
                            .arg(name.trimmed()));
        }
        kinds.append(*kind);
    }
    return kinds;
}

ExitCode showPlan(Context &context, const Plan &plan)
{
    const PlanStore store(context.database());
    // A line of CSV brings its own end, and a line of output another.
    const auto csv = [](const QStringList &cells) { return QString::fromUtf8(csvLine(cells).trimmed()); };
    if (!context.output().isJson())
        context.output().line({}, csv(planCsvHeader()));
    const Result<void> read = store.each({.plan = plan.id}, [&](const PlanRow &row) {
        context.output().line(rowToJson(row), csv(planCsvCells(row)));
        return true;
    });
    if (!read)
        return context.output().fail(read.error());
    const Result<PlanCountsByKind> counts = store.counts(plan.id);
    if (!counts)
        return context.output().fail(counts.error());
    const PlanCounts all = sumOf(*counts);
    QJsonObject summary;
    for (size_t i = 0; i < size_t(PlanOutcome::Count); ++i)
        summary.insert(planOutcomeName(PlanOutcome(i)), all.of(PlanOutcome(i)));
    QJsonObject found;
    for (auto it = plan.found.constBegin(); it != plan.found.constEnd(); ++it)
        found.insert(kindName(it.key()), it.value());
    summary.insert(u"found"_s, found);
    if (context.output().isJson())
        context.output().line(summary, {});
    const qint64 held = all.of(PlanOutcome::Held) + all.of(PlanOutcome::Decision);
    return held > 0 ? ExitCode::SomeFailed : ExitCode::Done;
}

ExitCode report(Context &context, const PushAllStatus &status, double seconds)
{
    const PlanStore store(context.database());
    const PlanQuery unfinished {.plan = status.plan.id,
                                .results = {PlanResult::Open, PlanResult::Underway, PlanResult::Held, PlanResult::Undecided,
                                            PlanResult::Failed, PlanResult::Changed}};
    const Result<void> read = store.each(unfinished, [&](const PlanRow &row) {
        context.output().line(rowToJson(row), u"%1 %2 %3: %4 %5"_s.arg(kindName(row.kind))
                                                  .arg(row.recordId)
                                                  .arg(row.name, planResultTitle(row.result), row.message));
        return true;
    });
    if (!read)
        return context.output().fail(read.error());
    const PlanCounts all = sumOf(status.counts);
    const qint64 done = all.of(PlanResult::Created) + all.of(PlanResult::Linked) + all.of(PlanResult::Updated)
        + all.of(PlanResult::Untouched);
    const qint64 held = all.of(PlanResult::Held);
    const qint64 failed = all.total() - done - held;
    if (!status.message.isEmpty())
        context.output().note(status.message);
    if (status.plan.state == Plan::State::Running)
        context.output().note(Words::tr("Some are tried again later: run it again with --resume."));
    context.output().line(
        {{u"done"_s, done}, {u"failed"_s, failed}, {u"held"_s, held}, {u"seconds"_s, seconds}},
        Words::tr("%1 done, %2 failed, %3 held in %4 s").arg(done).arg(failed).arg(held).arg(seconds, 0, 'f', 2));
    return failed + held > 0 ? ExitCode::SomeFailed : ExitCode::Done;
}

Result<PushAllStatus> resume(Context &context, IntegrationId id)
{
    const Result<PushAllStatus> before = wait(context.engine().pushAllStatus(id));
    if (!before)
        return before;
    if (before->plan.id == 0 || before->plan.state == Plan::State::Cancelled) {
        return fail(ErrorCode::BadInput,
                    Words::tr("There is nothing to resume. Start with --dry-run, then --confirm NAME."));
    }
    if (before->plan.state == Plan::State::Paused) {
        if (const Result<void> resumed = wait(context.engine().setPushAllPaused(id, false)); !resumed)
            return fail(resumed.error());
    }
    return wait(context.engine().runPushAll(id));
}

} // namespace

ExitCode runPushAll(Context &context, const QStringList &words)
{
    const Result<Arguments> arguments
        = parseArguments(words, {QCommandLineOption(u"kinds"_s, {}, u"kinds"_s), QCommandLineOption(u"dry-run"_s),
                                 QCommandLineOption(u"confirm"_s, {}, u"name"_s), QCommandLineOption(u"again"_s),
                                 QCommandLineOption(u"resume"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    if (const Result<void> understood = refuseExtraWords(arguments->words, 1); !understood)
        return context.output().fail(understood.error());
    const int wishes = int(arguments->has(u"dry-run"_s)) + int(arguments->has(u"confirm"_s)) + int(arguments->has(u"resume"_s));
    if (arguments->words.isEmpty() || wishes != 1) {
        return context.output().usage(Words::tr("push-all takes an integration's name and one of --dry-run, --confirm NAME "
                                                "and --resume."));
    }
    const Result<Integration> integration = context.integration(arguments->words.constFirst());
    if (!integration)
        return context.output().fail(integration.error());
    const Result<QList<AssetKind>> kinds = kindsIn(arguments->options.value(u"kinds"_s));
    if (!kinds)
        return context.output().fail(kinds.error());
    QElapsedTimer timer;
    timer.start();
    Result<PushAllStatus> status = PushAllStatus();
    if (arguments->has(u"resume"_s)) {
        status = resume(context, integration->id);
    } else {
        const QString typedName = arguments->options.value(u"confirm"_s);
        if (arguments->has(u"confirm"_s) && typedName.trimmed() != integration->name) {
            return context.output().fail(
                {.code = ErrorCode::BadInput,
                 .message = Words::tr("Give the name of the integration, \"%1\", to --confirm.").arg(integration->name),
                 .field = u"name"_s});
        }
        const Result<Plan> plan = wait(context.engine().planPushAll(integration->id, {.kinds = *kinds, .organizations = {}}));
        if (!plan)
            return context.output().fail(plan.error());
        if (arguments->has(u"dry-run"_s))
            return showPlan(context, *plan);
        const Result<void> confirmed = wait(context.engine().confirmPushAll(integration->id, plan->id, typedName,
                                                                            arguments->has(u"again"_s), context.person()));
        if (!confirmed)
            return context.output().fail(confirmed.error());
        status = wait(context.engine().runPushAll(integration->id));
    }
    if (!status)
        return context.output().fail(status.error());
    return report(context, *status, double(timer.elapsed()) / 1000);
}

} // namespace tandem
