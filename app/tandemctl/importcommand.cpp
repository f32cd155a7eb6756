// SPDX-License-Identifier: GPL-3.0-or-later
#include "importcommand.h"

#include "importcsvcommand.h"
#include "importdirectorycommand.h"
#include "importitgluecommand.h"

#include <QCoreApplication>

#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

QJsonObject runToJson(const ImportRun &run)
{
    return {{u"run"_s, run.id},
            {u"source"_s, recordSourceName(run.source)},
            {u"name"_s, run.name},
            {u"person"_s, run.person},
            {u"state"_s, importStateName(run.state)},
            {u"started"_s, toIsoUtc(run.startedAt)},
            {u"ended"_s, run.endedAt.isValid() ? QJsonValue(toIsoUtc(run.endedAt)) : QJsonValue()},
            {u"created"_s, run.counts.created},
            {u"updated"_s, run.counts.updated},
            {u"skipped"_s, run.counts.skipped},
            {u"failed"_s, run.counts.failed},
            {u"kept"_s, run.kept}};
}

ExitCode listRuns(Context &context, const QStringList &words)
{
    if (const Result<void> understood = refuseExtraWords(words, 0); !understood)
        return context.output().fail(understood.error());
    const Result<QList<ImportRun>> runs = wait(context.engine().importRuns(0));
    if (!runs)
        return context.output().fail(runs.error());
    for (const ImportRun &run : *runs) {
        context.output().line(
            runToJson(run),
            Words::tr("%1  %2  %3  %4: %5 created, %6 updated, %7 skipped, %8 failed")
                .arg(QString::number(run.id), toIsoUtc(run.startedAt), run.name, importStateTitle(run.state),
                     QString::number(run.counts.created), QString::number(run.counts.updated),
                     QString::number(run.counts.skipped), QString::number(run.counts.failed)));
    }
    return ExitCode::Done;
}

ExitCode undoRun(Context &context, const QStringList &words)
{
    bool isNumber = false;
    const qint64 run = words.value(0).toLongLong(&isNumber);
    if (words.size() != 1 || !isNumber)
        return context.output().usage(
            Words::tr("import undo takes the number of an import, as import list shows it."));
    const Result<ImportUndone> undone = wait(context.engine().undoImport(run, context.person()));
    if (!undone)
        return context.output().fail(undone.error());
    for (const ImportKept &kept : undone->lines) {
        context.output().line({{u"kind"_s, kindName(kept.kind)},
                               {u"id"_s, kept.recordId},
                               {u"name"_s, kept.name},
                               {u"message"_s, kept.reason}},
                              u"%1 %2 %3: %4"_s.arg(kindName(kept.kind), QString::number(kept.recordId),
                                                    kept.name, kept.reason));
    }
    context.output().line(
        {{u"removed"_s, undone->removed}, {u"restored"_s, undone->restored}, {u"kept"_s, undone->kept}},
        Words::tr("%1 removed, %2 restored, %3 kept")
            .arg(undone->removed)
            .arg(undone->restored)
            .arg(undone->kept));
    return undone->kept > 0 ? ExitCode::SomeFailed : ExitCode::Done;
}

struct ImportCommand {
    QLatin1StringView name;
    ExitCode (*run)(Context &, const QStringList &);
};

/** A source adds its line here, and has a file of its own. */
constexpr std::array importCommands{
    ImportCommand{"csv"_L1, runImportCsv},
    ImportCommand{"directory"_L1, runImportDirectory},
    ImportCommand{"itglue"_L1, runImportItGlue},
    ImportCommand{"list"_L1, listRuns},
    ImportCommand{"undo"_L1, undoRun},
};

} // namespace

ExitCode runImport(Context &context, const QStringList &words)
{
    QStringList names;
    for (const ImportCommand &command : importCommands) {
        if (words.value(0) == command.name)
            return command.run(context, words.mid(1));
        names.append(command.name);
    }
    return context.output().usage(Words::tr("import knows: %1.").arg(names.join(u", "_s)));
}

} // namespace tandem
