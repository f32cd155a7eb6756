// SPDX-License-Identifier: GPL-3.0-or-later
#include "decidecommand.h"

#include "recordcommand.h"

#include "core/clock.h"
#include "store/conflictstore.h"
#include "store/decisionstore.h"
#include "store/eventlog.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(toIsoUtc(moment)) : QJsonValue();
}

QJsonObject toJson(const Conflict &conflict)
{
    return {{u"conflict"_s, u"field"_s},
            {u"kind"_s, kindName(conflict.kind)},
            {u"id"_s, conflict.recordId},
            {u"name"_s, conflict.recordName},
            {u"integration"_s, conflict.integrationName},
            {u"field"_s, conflict.field},
            {u"base"_s, orNull(conflict.baseText)},
            {u"psa"_s, orNull(conflict.remoteText)},
            {u"psa_by"_s, orNull(conflict.remoteBy)},
            {u"psa_at"_s, orNull(conflict.remoteAt)},
            {u"tandem"_s, orNull(conflict.localText)},
            {u"tandem_by"_s, orNull(conflict.localBy)},
            {u"tandem_at"_s, orNull(conflict.localAt)}};
}

QJsonObject toJson(const MatchDecision &decision)
{
    QJsonArray candidates;
    for (qsizetype i = 0; i < decision.candidates.size(); ++i) {
        const MatchDecision::Candidate &each = decision.candidates.at(i);
        candidates.append(QJsonObject {{u"number"_s, i + 1},
                                       {u"id"_s, each.recordId == 0 ? QJsonValue() : QJsonValue(each.recordId)},
                                       {u"remote_id"_s, orNull(each.remote.id)},
                                       {u"name"_s, each.name},
                                       {u"detail"_s, orNull(each.detail)}});
    }
    return {{u"conflict"_s, u"match"_s},
            {u"number"_s, decision.id},
            {u"kind"_s, kindName(decision.kind)},
            {u"id"_s, decision.recordId == 0 ? QJsonValue() : QJsonValue(decision.recordId)},
            {u"remote_id"_s, orNull(decision.remote.id)},
            {u"name"_s, decision.name},
            {u"detail"_s, orNull(decision.detail)},
            {u"integration"_s, decision.integrationName},
            {u"candidates"_s, candidates}};
}

QString toText(const Conflict &conflict)
{
    return Words::tr("%1 %2 %3, %4: \"%5\" in %6, \"%7\" in Tandem")
        .arg(kindName(conflict.kind))
        .arg(conflict.recordId)
        .arg(conflict.recordName, conflict.field, conflict.remoteText, conflict.integrationName, conflict.localText);
}

QString toText(const MatchDecision &decision)
{
    QStringList lines {Words::tr("match %1: %2 \"%3\" of %4 matches several")
                           .arg(decision.id)
                           .arg(kindName(decision.kind), decision.name, decision.integrationName)};
    for (qsizetype i = 0; i < decision.candidates.size(); ++i) {
        const MatchDecision::Candidate &each = decision.candidates.at(i);
        lines.append(u"    %1  %2  %3  %4"_s.arg(i + 1).arg(
            each.recordId == 0 ? u"#%1"_s.arg(each.remote.id) : QString::number(each.recordId), each.name, each.detail));
    }
    return lines.join(u'\n');
}

ExitCode decideMatch(Context &context, const QStringList &words)
{
    const QString usage = Words::tr("decide match NUMBER link N | create | leave");
    bool isNumber = false;
    const qint64 id = words.value(0).toLongLong(&isNumber);
    MatchChoice choice;
    if (words.value(1) == "link"_L1 && words.size() == 3) {
        choice.action = MatchChoice::Action::Link;
        choice.candidate = words.at(2).toInt() - 1;
    } else if (words.value(1) == "create"_L1 && words.size() == 2) {
        choice.action = MatchChoice::Action::Create;
    } else if (words.value(1) != "leave"_L1 || words.size() != 2) {
        return context.output().usage(usage);
    }
    if (!isNumber)
        return context.output().usage(usage);
    const Result<void> done = wait(context.engine().decideMatch(id, choice, context.person()));
    if (!done)
        return context.output().fail(done.error());
    context.output().line({{u"conflict"_s, u"match"_s}, {u"number"_s, id}, {u"settled"_s, true}}, Words::tr("Settled."));
    return ExitCode::Done;
}

std::optional<ConflictChoice> choiceFrom(const QString &word)
{
    if (word == "psa"_L1)
        return ConflictChoice::Psa;
    if (word == "tandem"_L1)
        return ConflictChoice::Tandem;
    if (word == "both"_L1)
        return ConflictChoice::Both;
    return std::nullopt;
}

/** "psa" for all of a record's fields, or "serial_number=tandem" for one. */
Result<QHash<QString, ConflictChoice>> choicesFor(const QList<Conflict> &conflicts, const QStringList &words)
{
    QHash<QString, ConflictChoice> choices;
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(u'=');
        const auto choice = choiceFrom(word.mid(equals + 1));
        if (!choice)
            return fail(ErrorCode::Usage, Words::tr("Choose psa, tandem or both, not \"%1\".").arg(word.mid(equals + 1)));
        for (const Conflict &conflict : conflicts) {
            if (equals < 0 || conflict.field == word.left(equals))
                choices.insert(conflict.field, *choice);
        }
        if (equals >= 0 && !choices.contains(word.left(equals))) {
            return fail(ErrorCode::NotFound,
                        Words::tr("\"%1\" was not changed on both sides.").arg(word.left(equals)));
        }
    }
    return choices;
}

} // namespace

ExitCode runConflicts(Context &context, const QStringList &words)
{
    if (const Result<void> understood = refuseExtraWords(words, 1); !understood)
        return context.output().fail(understood.error());
    IntegrationId id = 0;
    if (!words.isEmpty()) {
        const Result<Integration> integration = context.integration(words.constFirst());
        if (!integration)
            return context.output().fail(integration.error());
        id = integration->id;
    }
    const Result<QList<Conflict>> conflicts = ConflictStore(context.database()).list(id);
    const Result<QList<MatchDecision>> decisions = DecisionStore(context.database()).list(id, false);
    if (!conflicts || !decisions)
        return context.output().fail(conflicts ? decisions.error() : conflicts.error());
    for (const Conflict &each : *conflicts)
        context.output().line(toJson(each), toText(each));
    for (const MatchDecision &each : *decisions)
        context.output().line(toJson(each), toText(each));
    return ExitCode::Done;
}

ExitCode runDecide(Context &context, const QStringList &words)
{
    if (words.value(0) == "match"_L1)
        return decideMatch(context, words.mid(1));
    const Result<Arguments> arguments
        = parseArguments(words, {QCommandLineOption(u"integration"_s, {}, u"name"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    if (arguments->words.size() < 3) {
        return context.output().usage(
            Words::tr("decide KIND ID psa|tandem|both | FIELD=psa|tandem|both… [--integration NAME]"));
    }
    const Result<Record> record = recordOf(context, arguments->words.at(0), arguments->words.at(1));
    if (!record)
        return context.output().fail(record.error());
    IntegrationId only = 0;
    if (arguments->has(u"integration"_s)) {
        const Result<Integration> integration = context.integration(arguments->options.value(u"integration"_s));
        if (!integration)
            return context.output().fail(integration.error());
        only = integration->id;
    }
    const Result<QList<Conflict>> all = ConflictStore(context.database()).list(only);
    if (!all)
        return context.output().fail(all.error());
    QHash<IntegrationId, QList<Conflict>> perIntegration;
    for (const Conflict &conflict : *all) {
        if (conflict.recordId == record->id)
            perIntegration[conflict.integrationId].append(conflict);
    }
    if (perIntegration.isEmpty()) {
        return context.output().fail(
            {.code = ErrorCode::NotFound, .message = Words::tr("Nothing of this record waits for a decision.")});
    }
    for (auto it = perIntegration.cbegin(); it != perIntegration.cend(); ++it) {
        const Result<QHash<QString, ConflictChoice>> choices = choicesFor(it.value(), arguments->words.mid(2));
        if (!choices)
            return context.output().fail(choices.error());
        const Result<void> done = wait(context.engine().decideConflict(record->id, it.key(), *choices, context.person()));
        if (!done)
            return context.output().fail(done.error());
    }
    return printRecord(context, record->id);
}

ExitCode runReapply(Context &context, const QStringList &words)
{
    const Result<Arguments> arguments = parseArguments(words, {QCommandLineOption(u"event"_s, {}, u"number"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    if (arguments->words.size() != 3)
        return context.output().usage(Words::tr("reapply KIND ID FIELD [--event NUMBER]"));
    const Result<Record> record = recordOf(context, arguments->words.at(0), arguments->words.at(1));
    if (!record)
        return context.output().fail(record.error());
    const QString field = arguments->words.at(2);
    qint64 event = arguments->options.value(u"event"_s).toLongLong();
    if (!arguments->has(u"event"_s)) {
        // What lost a conflict last.
        const Result<QList<Event>> events = EventLog(context.database()).list({.recordId = record->id, .limit = 10000});
        if (!events)
            return context.output().fail(events.error());
        for (const Event &each : *events) {
            if (each.fields.value(field).toObject().contains("lost"_L1)) {
                event = each.id;
                break;
            }
        }
        if (event == 0) {
            return context.output().fail({.code = ErrorCode::NotFound,
                                          .message = Words::tr("No value of \"%1\" lost a conflict. Name a line of the "
                                                               "history with --event.")
                                                         .arg(field)});
        }
    }
    const Result<Saved> saved = wait(context.engine().reapply(event, field, context.person()));
    if (!saved)
        return context.output().fail(saved.error());
    return printRecord(context, record->id);
}

} // namespace tandem
