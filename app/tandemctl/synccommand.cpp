// SPDX-License-Identifier: GPL-3.0-or-later
#include "synccommand.h"

#include "directorycommand.h"
#include "recordcommand.h"
#include "stopsignal.h"

#include "core/clock.h"
#include "store/eventlog.h"
#include "store/recordjson.h"
#include "store/recordqueries.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

ExitCode report(Context &context, const RunSummary &summary)
{
    for (const RunSummary::Line &line : summary.lines) {
        context.output().line({{u"kind"_s, kindName(line.kind)},
                               {u"id"_s, line.recordId},
                               {u"name"_s, line.name},
                               {u"state"_s, syncStateName(line.state)},
                               {u"message"_s, line.message},
                               {u"error"_s, errorToJson(line.error)}},
                              u"%1 %2 %3: %4 %5"_s.arg(kindName(line.kind))
                                  .arg(line.recordId)
                                  .arg(line.name, syncStateTitle(line.state), line.message));
    }
    context.output().line({{u"done"_s, summary.done},
                           {u"failed"_s, summary.failed},
                           {u"held"_s, summary.held},
                           {u"seconds"_s, summary.seconds}},
                          Words::tr("%1 done, %2 failed, %3 held in %4 s")
                              .arg(summary.done)
                              .arg(summary.failed)
                              .arg(summary.held)
                              .arg(summary.seconds, 0, 'f', 2));
    return summary.failed + summary.held > 0 ? ExitCode::SomeFailed : ExitCode::Done;
}

/** The integration of that name, or all of them when no name is given. */
Result<QList<Integration>> chosen(Context &context, const QString &name)
{
    if (!name.isEmpty()) {
        const Result<Integration> integration = context.integration(name);
        if (!integration)
            return fail(integration.error());
        return QList<Integration> {*integration};
    }
    const IntegrationStore store(context.database());
    return store.all();
}

} // namespace

ExitCode runSync(Context &context, const QStringList &words)
{
    const Result<Arguments> arguments = parseArguments(words, {QCommandLineOption(u"full"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    if (const Result<void> understood = refuseExtraWords(arguments->words, 1); !understood)
        return context.output().fail(understood.error());
    const Result<QList<Integration>> integrations = chosen(context, arguments->words.value(0));
    if (!integrations)
        return context.output().fail(integrations.error());
    RunSummary total;
    for (const Integration &integration : *integrations) {
        const Result<RunSummary> summary = wait(context.engine().sync(integration.id, arguments->has(u"full"_s)));
        if (!summary)
            return context.output().fail(summary.error());
        total.add(*summary);
    }
    return report(context, total);
}

ExitCode runPush(Context &context, const QStringList &words)
{
    const Result<Arguments> arguments = parseArguments(words, {});
    if (!arguments)
        return context.output().fail(arguments.error());
    if (const Result<void> understood = refuseExtraWords(arguments->words, 1); !understood)
        return context.output().fail(understood.error());
    IntegrationId id = 0;
    if (!arguments->words.isEmpty()) {
        const Result<Integration> integration = context.integration(arguments->words.constFirst());
        if (!integration)
            return context.output().fail(integration.error());
        id = integration->id;
    }
    const Result<RunSummary> summary = wait(context.engine().push(id));
    if (!summary)
        return context.output().fail(summary.error());
    return report(context, *summary);
}

QString eventToText(const Event &event)
{
    return u"%1  %2  %3  %4"_s.arg(toIsoUtc(event.at), eventTypeTitle(event.type), event.recordName, event.message);
}

ExitCode runLog(Context &context, const QStringList &words)
{
    const Result<Arguments> arguments
        = parseArguments(words, {QCommandLineOption(u"since"_s, {}, u"time"_s), QCommandLineOption(u"record"_s, {}, u"kind/id"_s),
                                 QCommandLineOption(u"export"_s, {}, u"file"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    if (const Result<void> understood = refuseExtraWords(arguments->words, 1); !understood)
        return context.output().fail(understood.error());
    EventQuery query {.limit = 100'000};
    if (!arguments->words.isEmpty()) {
        const Result<Integration> integration = context.integration(arguments->words.constFirst());
        if (!integration)
            return context.output().fail(integration.error());
        query.integrationId = integration->id;
    }
    if (arguments->has(u"since"_s)) {
        query.since = fromIsoUtc(arguments->options.value(u"since"_s));
        if (!query.since.isValid())
            return context.output().usage(Words::tr("--since takes a time such as 2026-01-31T08:00:00Z."));
    }
    if (arguments->has(u"record"_s)) {
        const QString word = arguments->options.value(u"record"_s);
        const Result<Record> record = recordOf(context, word.section(u'/', 0, 0), word.section(u'/', 1));
        if (!record)
            return context.output().fail(record.error());
        query.recordId = record->id;
    }
    const EventLog log(context.database());
    if (!arguments->has(u"export"_s)) {
        const Result<QList<Event>> events = log.list(query);
        if (!events)
            return context.output().fail(events.error());
        for (const Event &event : *events)
            context.output().line(eventToJson(event), eventToText(event));
        return ExitCode::Done;
    }
    const QString path = arguments->options.value(u"export"_s);
    const bool isCsv = path.endsWith(".csv"_L1, Qt::CaseInsensitive);
    const Result<qint64> count = log.exportTo(path, isCsv ? EventFormat::Csv : EventFormat::Json, query);
    if (!count)
        return context.output().fail(count.error());
    context.output().line({{u"file"_s, path}, {u"events"_s, *count}},
                          Words::tr("%n event(s) written.", nullptr, int(*count)));
    return ExitCode::Done;
}

ExitCode runStatus(Context &context, const QStringList &words)
{
    if (const Result<void> understood = refuseExtraWords(words, 0); !understood)
        return context.output().fail(understood.error());
    const Result<QList<IntegrationStatus>> all = wait(context.engine().integrations());
    if (!all)
        return context.output().fail(all.error());
    const auto moment = [](const QDateTime &at) { return at.isValid() ? QJsonValue(toIsoUtc(at)) : QJsonValue(); };
    QJsonArray integrations;
    QStringList lines;
    for (const IntegrationStatus &status : *all) {
        integrations.append(QJsonObject {{u"name"_s, status.integration.name},
                                         {u"platform"_s, platformName(status.integration.platform)},
                                         {u"state"_s, integrationStateName(status.state)},
                                         {u"message"_s, status.message},
                                         {u"last_sync"_s, moment(status.integration.lastSyncAt)},
                                         {u"next_sync"_s, moment(status.nextSyncAt)},
                                         {u"pending"_s, status.waiting},
                                         {u"held"_s, status.held},
                                         {u"errors"_s, status.errors}});
        lines.append(u"%1: %2"_s.arg(status.integration.name, integrationStateTitle(status.state)));
    }
    // A record counts once for each integration it concerns.
    QHash<AssetKind, QHash<SyncState, qint64>> perState;
    for (const IntegrationStatus &status : *all) {
        const Result<QHash<AssetKind, QHash<SyncState, qint64>>> counts
            = countsByState(context.database(), status.integration.id);
        if (!counts)
            return context.output().fail(counts.error());
        for (const AssetKind kind : allKinds) {
            for (const SyncState state : allSyncStates)
                perState[kind][state] += counts->value(kind).value(state);
        }
    }
    QJsonObject records;
    for (const AssetKind kind : allKinds) {
        const Result<QList<RecordId>> ids = recordIds(context.database(), {.kind = kind});
        if (!ids)
            return context.output().fail(ids.error());
        QJsonObject object {{u"total"_s, ids->size()}};
        QStringList parts;
        const QHash<SyncState, qint64> states = perState.value(kind);
        for (const SyncState state : allSyncStates) {
            object.insert(syncStateName(state), states.value(state));
            if (states.value(state) > 0)
                parts.append(u"%1 %2"_s.arg(QString::number(states.value(state)), syncStateTitle(state)));
        }
        records.insert(kindName(kind), object);
        lines.append(u"%1: %2 (%3)"_s.arg(kindTitlePlural(kind), QString::number(ids->size()), parts.join(u", "_s)));
    }
    context.output().line({{u"integrations"_s, integrations}, {u"records"_s, records}}, lines.join(u'\n'));
    return ExitCode::Done;
}

ExitCode runWorker(Context &context, const QStringList &words)
{
    if (const Result<void> understood = refuseExtraWords(words, 0); !understood)
        return context.output().fail(understood.error());
    StopSignal stop;
    if (const Result<void> watched = stop.watch(); !watched)
        return context.output().fail(watched.error());
    const std::unique_ptr<DirectoryService> directories = directoryService(context, true);
    context.output().note(Words::tr("Working. Stop with SIGTERM."));
    stop.wait();
    return ExitCode::Done;
}

} // namespace tandem
