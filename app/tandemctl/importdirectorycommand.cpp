// SPDX-License-Identifier: GPL-3.0-or-later
#include "importdirectorycommand.h"

#include "directorycommand.h"
#include "store/directorystore.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

QString matchName(PersonMatch::How how)
{
    switch (how) {
    case PersonMatch::How::Known:
        return u"known"_s;
    case PersonMatch::How::Email:
        return u"email"_s;
    case PersonMatch::How::Name:
        return u"name"_s;
    case PersonMatch::How::Several:
        return u"several"_s;
    case PersonMatch::How::Elsewhere:
        return u"elsewhere"_s;
    case PersonMatch::How::None:
        break;
    }
    return u"none"_s;
}

QJsonObject lineToJson(const DirectoryLine &line)
{
    QJsonArray candidates;
    for (const RecordId id : line.candidates)
        candidates.append(id);
    return {{u"action"_s, directoryLineName(line.what)},
            {u"kind"_s, kindName(AssetKind::Contact)},
            {u"id"_s, line.recordId == 0 ? QJsonValue() : QJsonValue(line.recordId)},
            {u"name"_s, line.name},
            {u"account"_s, line.account},
            {u"email"_s, line.email},
            {u"external_id"_s, line.externalId},
            {u"status"_s, accountStatusName(line.status)},
            {u"match"_s, matchName(line.match)},
            {u"candidates"_s, candidates},
            {u"fields"_s, QJsonArray::fromStringList(line.changed)},
            {u"message"_s, line.reason}};
}

} // namespace

ExitCode runImportDirectory(Context &context, const QStringList &words)
{
    const Result<Arguments> arguments =
        parseArguments(words, {QCommandLineOption(u"dry-run"_s), QCommandLineOption(u"full"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    if (arguments->words.size() != 1)
        return context.output().usage(
            Words::tr("import directory takes the name of a directory: import directory NAME "
                      "[--dry-run] [--full]"));
    const Result<Directory> directory =
        DirectoryStore(context.database()).byName(arguments->words.constFirst());
    if (!directory)
        return context.output().fail(directory.error());
    const DirectoryMode mode = arguments->has(u"dry-run"_s) ? DirectoryMode::DryRun
        : arguments->has(u"full"_s)                         ? DirectoryMode::Full
                                                            : DirectoryMode::Delta;
    const std::unique_ptr<DirectoryService> service = directoryService(context);
    const Result<DirectorySummary> summary = wait(service->sync(directory->id, mode, context.person()));
    if (!summary)
        return context.output().fail(summary.error());
    for (const DirectoryLine &line : summary->lines) {
        context.output().line(
            lineToJson(line),
            u"%1  %2  %3  %4"_s.arg(directoryLineName(line.what), line.name, line.email, line.reason));
    }
    using What = DirectoryLine::What;
    constexpr std::array all{What::Created, What::Updated, What::Unchanged,
                             What::Removed, What::Skipped, What::Failed};
    QJsonObject end;
    for (const What what : all)
        end.insert(directoryLineName(what), summary->count(what));
    end.insert(u"full"_s, summary->isFull);
    end.insert(u"run"_s, summary->runId == 0 ? QJsonValue() : QJsonValue(summary->runId));
    end.insert(u"seconds"_s, summary->seconds);
    context.output().line(
        end,
        Words::tr("%1 created, %2 updated, %3 unchanged, %4 removed there, %5 skipped, %6 failed in %7 s")
            .arg(summary->count(What::Created))
            .arg(summary->count(What::Updated))
            .arg(summary->count(What::Unchanged))
            .arg(summary->count(What::Removed))
            .arg(summary->count(What::Skipped))
            .arg(summary->count(What::Failed))
            .arg(summary->seconds, 0, 'f', 2));
    return summary->count(What::Failed) > 0 ? ExitCode::SomeFailed : ExitCode::Done;
}

} // namespace tandem
