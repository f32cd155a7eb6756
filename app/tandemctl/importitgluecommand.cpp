// SPDX-License-Identifier: GPL-3.0-or-later
#include "importitgluecommand.h"

#include "core/workerthread.h"
#include "sources/itglue/itglueaddress.h"
#include "sources/itglue/itgluejob.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

const QString keyMember = u"api_key"_s;

tl::unexpected<Error> bad(const QString &field, const QString &message)
{
    return fail(Error{.code = ErrorCode::BadInput, .message = message, .field = field});
}

Result<QList<AssetKind>> kindsFrom(const QString &text)
{
    QList<AssetKind> kinds;
    const QStringList names = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const std::optional<AssetKind> kind = kindFromName(name.trimmed());
        if (!kind)
            return bad(u"kinds"_s, Words::tr("There is no kind \"%1\".").arg(name));
        kinds.append(*kind);
    }
    if (kinds.isEmpty())
        return bad(u"kinds"_s, Words::tr("Name at least one kind, such as --kinds organization,contact"));
    return kinds;
}

/** The key that was given, else the one that was kept for this address. */
Result<SecretString> keyFor(Context &context, const QString &address)
{
    const GlobalOptions &options = context.options();
    const bool isGiven = options.secretFromStdin || !options.secretEnvironment.isEmpty();
    const Result<Credentials> credentials =
        isGiven ? context.credentials() : wait(context.engine().secret(itGlueSecretKey(address)));
    if (!credentials && !isGiven && credentials.error().code == ErrorCode::SecretMissing) {
        return fail(
            ErrorCode::Usage,
            Words::tr("Give the key with --secret-stdin or --secret-env, as {\"api_key\":\"ITG.…\"}."));
    }
    if (!credentials)
        return fail(credentials.error());
    // A key of a Tandem's own API is printed under a shorter name.
    const SecretString key = credentials->value(keyMember, credentials->value(u"key"_s));
    if (key.isEmpty())
        return bad(keyMember, Words::tr("The credentials lack \"api_key\"."));
    return key;
}

QJsonObject countsToJson(const ImportCounts &counts)
{
    return {{u"created"_s, counts.created},
            {u"updated"_s, counts.updated},
            {u"skipped"_s, counts.skipped},
            {u"failed"_s, counts.failed}};
}

QJsonObject reportToJson(const ItGlueReport &report, bool isDry, double seconds)
{
    QJsonObject summary = countsToJson(report.counts);
    QJsonObject kinds;
    for (auto it = report.kinds.cbegin(); it != report.kinds.cend(); ++it)
        kinds.insert(kindName(it.key()), countsToJson(it->counts));
    summary.insert(u"kinds"_s, kinds);
    summary.insert(u"left_out"_s, report.leftOut);
    summary.insert(u"kept"_s, report.kept);
    summary.insert(u"psa_synced"_s, report.synced);
    summary.insert(u"new_values"_s, QJsonArray::fromStringList(report.newValues));
    summary.insert(u"calls"_s, report.calls);
    summary.insert(u"seconds"_s, seconds);
    if (!isDry) {
        summary.insert(u"run"_s, report.run);
        summary.insert(u"resumed"_s, report.isResumed);
    }
    return summary;
}

/** What is asked for: by the words, or by the run that goes on. */
Result<ItGlueRequest> requestFrom(const Arguments &arguments, const std::optional<ImportRun> &resumed)
{
    ItGlueRequest request = resumed ? ItGlueRequest::fromJson(resumed->request) : ItGlueRequest();
    if (arguments.has(u"url"_s)) {
        const Result<QUrl> address = itGlueAddress(arguments.options.value(u"url"_s));
        if (!address)
            return fail(address.error());
        if (resumed && request.address != address->toString())
            return bad(u"url"_s, Words::tr("The import that goes on reads %1.").arg(request.address));
        request.address = address->toString();
    }
    if (request.address.isEmpty())
        return fail(ErrorCode::Usage, Words::tr("Say where the account is: --url us, eu, au or an address."));
    if (arguments.has(u"kinds"_s)) {
        const Result<QList<AssetKind>> kinds = kindsFrom(arguments.options.value(u"kinds"_s));
        if (!kinds)
            return fail(kinds.error());
        request.kinds = *kinds;
    }
    if (arguments.has(u"types"_s)) {
        const QStringList types = arguments.options.value(u"types"_s).split(u',');
        for (const QString &type : types)
            request.organizationTypes.append(type.trimmed());
    }
    return request;
}

} // namespace

ExitCode runImportItGlue(Context &context, const QStringList &words)
{
    const Output &output = context.output();
    const Result<Arguments> arguments = parseArguments(
        words,
        {QCommandLineOption(u"url"_s, {}, u"url"_s), QCommandLineOption(u"kinds"_s, {}, u"kinds"_s),
         QCommandLineOption(u"types"_s, {}, u"types"_s), QCommandLineOption(u"dry-run"_s),
         QCommandLineOption(u"resume"_s), QCommandLineOption(u"remember"_s),
         QCommandLineOption(u"forget"_s)});
    if (!arguments)
        return output.fail(arguments.error());
    const bool isDry = arguments->has(u"dry-run"_s);
    const bool goesOn = arguments->has(u"resume"_s);
    const bool chooses = arguments->has(u"kinds"_s) || arguments->has(u"types"_s);
    if (!arguments->words.isEmpty() || (goesOn && (isDry || chooses))) {
        return output.usage(
            Words::tr("import itglue --url us|eu|au|URL (--secret-stdin|--secret-env VAR) "
                      "[--kinds …] [--types …] [--dry-run] [--remember], or import itglue --resume"));
    }
    std::optional<ImportRun> resumed;
    if (goesOn) {
        const Result<QList<ImportRun>> runs = wait(context.engine().importRuns(0));
        if (!runs)
            return output.fail(runs.error());
        resumed = resumableItGlueRun(*runs);
        if (!resumed) {
            return output.fail({.code = ErrorCode::NotFound,
                                .message = Words::tr("No import from IT Glue was stopped or interrupted.")});
        }
    }
    const Result<ItGlueRequest> request = requestFrom(*arguments, resumed);
    if (!request)
        return output.fail(request.error());
    const QString secretKey = itGlueSecretKey(request->address);
    if (arguments->has(u"forget"_s)) {
        const Result<void> forgotten = wait(context.engine().storeSecret(secretKey, {}));
        return forgotten ? ExitCode::Done : output.fail(forgotten.error());
    }
    const Result<SecretString> key = keyFor(context, request->address);
    if (!key)
        return output.fail(key.error());

    QElapsedTimer timer;
    timer.start();
    const ItGlueJobOptions options{.person = context.person(),
                                   .databasePath = context.options().databasePath,
                                   .line = [&output](const ItGlueLine &line) {
                                       const QString who = line.name.isEmpty() ? line.externalId : line.name;
                                       output.line(
                                           {{u"result"_s, line.isFailure ? u"failed"_s : u"kept"_s},
                                            {u"kind"_s, kindName(line.kind)},
                                            {u"external_id"_s, line.externalId},
                                            {u"name"_s, line.name},
                                            {u"field"_s, line.field},
                                            {u"message"_s, line.message}},
                                           u"%1 %2: %3"_s.arg(kindTitle(line.kind), who, line.message));
                                   }};
    SyncEngine &engine = context.engine();
    QFuture<Result<ItGlueReport>> job = inWorkerThread(Priority::Foreground, [=, &engine] {
        return isDry ? previewItGlue(*request, *key, options)
                     : importItGlue(*request, *key, engine, resumed, options);
    });
    job.waitForFinished();
    const Result<ItGlueReport> report = job.result();
    if (!report)
        return output.fail(report.error());
    if (arguments->has(u"remember"_s)) {
        const Credentials credentials{{keyMember, *key}};
        if (const Result<void> kept = wait(engine.storeSecret(secretKey, credentials)); !kept)
            return output.fail(kept.error());
    }
    const double seconds = double(timer.elapsed()) / 1000;
    const ImportCounts &counts = report->counts;
    const QString counted = Words::tr("%1 created, %2 updated, %3 skipped, %4 failed in %5 s")
                                .arg(QString::number(counts.created), QString::number(counts.updated),
                                     QString::number(counts.skipped), QString::number(counts.failed),
                                     QString::number(seconds, 'f', 2));
    if (const QString warning = report->warning(); !warning.isEmpty())
        output.note(warning);
    output.line(reportToJson(*report, isDry, seconds),
                isDry ? Words::tr("Would be: %1").arg(counted)
                      : Words::tr("Import %1: %2").arg(QString::number(report->run), counted));
    return counts.failed > 0 ? ExitCode::SomeFailed : ExitCode::Done;
}

} // namespace tandem
