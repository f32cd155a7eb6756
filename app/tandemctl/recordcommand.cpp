// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordcommand.h"

#include "fieldargument.h"
#include "synccommand.h"

#include "core/clock.h"
#include "core/field.h"
#include "store/eventlog.h"
#include "store/recordjson.h"
#include "store/recordqueries.h"
#include "store/recordstore.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

QString toText(const RecordView &view)
{
    QStringList badges;
    for (const RecordView::Sync &each : view.sync)
        badges.append(u"%1: %2"_s.arg(each.badge.integrationName, syncStateTitle(each.badge.state)));
    return u"%1 %2  %3  [%4]"_s.arg(kindName(view.record.kind))
        .arg(view.record.id)
        .arg(view.record.displayName(), badges.join(u", "_s));
}

ExitCode list(Context &context, const QStringList &words)
{
    const Result<Arguments> arguments
        = parseArguments(words, {QCommandLineOption(u"where"_s, {}, u"field=value"_s), QCommandLineOption(u"state"_s, {}, u"state"_s),
                                 QCommandLineOption(u"limit"_s, {}, u"n"_s), QCommandLineOption(u"after"_s, {}, u"id"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    const auto kind = kindFromName(arguments->words.value(0));
    if (!kind || arguments->words.size() != 1)
        return context.output().usage(Words::tr("record list KIND [--where field=value]… [--state STATE] [--limit N] [--after ID]"));
    RecordQuery query {.kind = *kind};
    for (const QString &condition : arguments->options.value(u"where"_s).split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype equals = condition.indexOf(u'=');
        if (equals <= 0)
            return context.output().usage(Words::tr("\"%1\" is not field=value.").arg(condition));
        query.where.append({condition.left(equals), condition.mid(equals + 1)});
    }
    if (arguments->has(u"state"_s)) {
        query.state = syncStateFromName(arguments->options.value(u"state"_s));
        if (!query.state)
            return context.output().usage(Words::tr("There is no state \"%1\".").arg(arguments->options.value(u"state"_s)));
    }
    Result<QList<RecordId>> ids = recordIds(context.database(), query);
    if (!ids)
        return context.output().fail(ids.error());
    bool isLimit = true;
    bool isAfter = true;
    const qint64 limit = arguments->options.value(u"limit"_s, u"0"_s).toLongLong(&isLimit);
    const qint64 after = arguments->options.value(u"after"_s, u"0"_s).toLongLong(&isAfter);
    if (!isLimit || !isAfter)
        return context.output().usage(Words::tr("--limit and --after take numbers."));
    // By id, so that the last id of a page is where the next one begins.
    std::sort(ids->begin(), ids->end());
    qint64 printed = 0;
    for (const RecordId id : std::as_const(*ids)) {
        if (id <= after)
            continue;
        if (limit > 0 && printed == limit)
            break;
        if (const ExitCode code = printRecord(context, id); code != ExitCode::Done)
            return code;
        ++printed;
    }
    return ExitCode::Done;
}

ExitCode create(Context &context, const QStringList &words)
{
    const auto kind = kindFromName(words.value(0));
    if (!kind)
        return context.output().usage(Words::tr("record create KIND field=value…"));
    const Result<FieldValues> values = readFields(context, *kind, words.mid(1), {});
    if (!values)
        return context.output().fail(values.error());
    const Result<Saved> saved = wait(context.engine().save(
        {.kind = *kind, .changes = *values, .source = RecordSource::Manual, .person = context.person()}));
    if (!saved)
        return context.output().fail(saved.error());
    return printRecord(context, saved->id);
}

ExitCode set(Context &context, const QStringList &words)
{
    if (words.size() < 3)
        return context.output().usage(Words::tr("record set KIND ID field=value…"));
    const Result<Record> record = recordOf(context, words.value(0), words.value(1));
    if (!record)
        return context.output().fail(record.error());
    const Result<FieldValues> values = readFields(context, record->kind, words.mid(2), record->fields);
    if (!values)
        return context.output().fail(values.error());
    const Result<Saved> saved = wait(context.engine().save(
        {.kind = record->kind, .id = record->id, .changes = *values, .person = context.person()}));
    if (!saved)
        return context.output().fail(saved.error());
    return printRecord(context, record->id);
}

ExitCode remove(Context &context, const Record &record)
{
    const Result<void> removed = wait(context.engine().removeRecord(record.id));
    if (!removed)
        return context.output().fail(removed.error());
    context.output().line({{u"kind"_s, kindName(record.kind)}, {u"id"_s, record.id}, {u"deleted"_s, true}},
                          Words::tr("Deleted here. The PSA keeps its own."));
    return ExitCode::Done;
}

ExitCode history(Context &context, const Record &record)
{
    EventLog log(context.database());
    const Result<QList<Event>> events = log.list({.recordId = record.id, .limit = 10000});
    if (!events)
        return context.output().fail(events.error());
    for (const Event &event : *events)
        context.output().line(eventToJson(event), eventToText(event));
    return ExitCode::Done;
}

/** Does something to the record for each integration that knows it. */
template<typename Action>
ExitCode forEachLink(Context &context, const Record &record, bool linkedOnly, Action action)
{
    const Result<RecordView> view = recordView(context.database(), record.id);
    if (!view)
        return context.output().fail(view.error());
    int count = 0;
    for (const RecordView::Sync &each : view->sync) {
        if (linkedOnly && !each.link.isLinked())
            continue;
        ++count;
        if (const Result<void> done = action(each.badge.integrationId); !done)
            return context.output().fail(done.error());
    }
    if (count == 0) {
        return context.output().fail(
            {.code = ErrorCode::NotFound, .message = Words::tr("The record is not in any PSA yet.")});
    }
    return printRecord(context, record.id);
}

} // namespace

ExitCode printRecord(Context &context, RecordId id)
{
    const Result<RecordView> view = recordView(context.database(), id);
    if (!view)
        return context.output().fail(view.error());
    context.output().line(recordToJson(*view), toText(*view));
    return ExitCode::Done;
}

Result<Record> recordOf(Context &context, const QString &kindWord, const QString &idWord)
{
    const auto kind = kindFromName(kindWord);
    bool isNumber = false;
    const RecordId id = idWord.toLongLong(&isNumber);
    if (!kind || !isNumber)
        return fail(ErrorCode::Usage, Words::tr("Name a record as KIND ID, such as: configuration 17"));
    const RecordStore records(context.database());
    const Result<Record> record = records.get(id);
    if (record && record->kind != *kind)
        return fail(ErrorCode::NotFound, Words::tr("There is no %1 %2.").arg(kindWord, idWord));
    return record;
}

ExitCode runRecord(Context &context, const QStringList &words)
{
    const QString verb = words.value(0);
    if (verb == "list"_L1)
        return list(context, words.mid(1));
    if (verb == "create"_L1)
        return create(context, words.mid(1));
    if (verb == "set"_L1)
        return set(context, words.mid(1));
    const QStringList known {u"get"_s,     u"delete"_s, u"history"_s,    u"sync"_s,
                             u"disable"_s, u"enable"_s, u"disconnect"_s, u"reconnect"_s, u"discard"_s};
    if (!known.contains(verb))
        return context.output().usage(Words::tr("record list|get|create|set|delete|history|sync|disable|enable|disconnect|reconnect|discard"));
    if (const Result<void> understood = refuseExtraWords(words, 3); !understood)
        return context.output().fail(understood.error());
    const Result<Record> record = recordOf(context, words.value(1), words.value(2));
    if (!record)
        return context.output().fail(record.error());
    const RecordId id = record->id;
    SyncEngine &engine = context.engine();
    if (verb == "get"_L1)
        return printRecord(context, id);
    if (verb == "delete"_L1)
        return remove(context, *record);
    if (verb == "history"_L1)
        return history(context, *record);
    if (verb == "sync"_L1)
        return forEachLink(context, *record, true, [&](IntegrationId each) { return wait(engine.syncRecord(id, each)); });
    if (verb == "disconnect"_L1 || verb == "reconnect"_L1) {
        const bool ends = verb == "disconnect"_L1;
        return forEachLink(context, *record, true, [&](IntegrationId each) -> Result<void> {
            const LinkSelection selection {.integrationId = each,
                                           .section = ends ? LinkSection::Synced : LinkSection::Disconnected,
                                           .ids = {id}};
            const Result<qint64> count = wait(engine.changeLinks(
                selection, ends ? LinkAction::Disconnect : LinkAction::Reconnect, context.person()));
            return count ? Result<void>() : fail(count.error());
        });
    }
    if (verb == "discard"_L1) {
        return forEachLink(context, *record, true, [&](IntegrationId each) -> Result<void> {
            const Result<Saved> saved = wait(engine.discardEdit(id, each, context.person()));
            return saved ? Result<void>() : fail(saved.error());
        });
    }
    const bool isEnabled = verb == "enable"_L1;
    return forEachLink(context, *record, false,
                       [&](IntegrationId each) { return wait(engine.setRecordSync(id, each, isEnabled)); });
}

ExitCode runWhy(Context &context, const QStringList &words)
{
    if (const Result<void> understood = refuseExtraWords(words, 2); !understood)
        return context.output().fail(understood.error());
    const Result<Record> record = recordOf(context, words.value(0), words.value(1));
    if (!record)
        return context.output().fail(record.error());
    const Result<QList<WhyNot>> answers = wait(context.engine().why(record->id));
    if (!answers)
        return context.output().fail(answers.error());
    for (const WhyNot &answer : *answers) {
        QJsonArray gates;
        QStringList lines;
        for (const Gate &gate : answer.gates) {
            QJsonArray remedies;
            lines.append(u"%1: %2"_s.arg(gate.rule, gate.reason));
            for (const Remedy &remedy : gate.remedies) {
                remedies.append(QJsonObject {{u"text"_s, remedy.text},
                                             {u"command"_s, QJsonArray::fromStringList(remedy.command)}});
                lines.append(u"    %1"_s.arg(remedy.text));
            }
            gates.append(QJsonObject {{u"rule"_s, gate.rule},
                                      {u"reason"_s, gate.reason},
                                      {u"field"_s, gate.field.isEmpty() ? QJsonValue() : QJsonValue(gate.field)},
                                      {u"remedies"_s, remedies}});
        }
        if (lines.isEmpty())
            lines.append(Words::tr("Nothing holds it."));
        context.output().line({{u"kind"_s, kindName(record->kind)},
                               {u"id"_s, record->id},
                               {u"integration"_s, answer.integrationName},
                               {u"gates"_s, gates}},
                              u"%1\n%2"_s.arg(answer.integrationName, lines.join(u'\n')));
    }
    return ExitCode::Done;
}

} // namespace tandem
