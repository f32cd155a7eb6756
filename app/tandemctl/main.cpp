// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicommand.h"
#include "context.h"
#include "decidecommand.h"
#include "doctorcommand.h"
#include "importcommand.h"
#include "integrationcommand.h"
#include "pushallcommand.h"
#include "recordcommand.h"
#include "synccommand.h"

#include "core/coredumps.h"
#include "core/translation.h"
#include "practice/practicecommand.h"
#include "store/profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <functional>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

struct Command {
    QLatin1StringView name;
    ExitCode (*run)(Context &, const QStringList &);
    bool runsScheduler = false;
};

constexpr std::array commands {
    Command {"integration"_L1, runIntegration}, Command {"record"_L1, runRecord}, Command {"why"_L1, runWhy},
    Command {"sync"_L1, runSync},               Command {"push"_L1, runPush},     Command {"log"_L1, runLog},
    Command {"conflicts"_L1, runConflicts},     Command {"decide"_L1, runDecide},
    Command {"reapply"_L1, runReapply},         Command {"status"_L1, runStatus},
    Command {"push-all"_L1, runPushAll},        Command {"import"_L1, runImport},
    Command {"api"_L1, runApi},                 Command {"worker"_L1, runWorker, true},
};

QString usageText()
{
    return u"tandemctl [--data DIR | --database URL] [--json] COMMAND …\n"
           "\n"
           "practice PLATFORM [--port N] [--seed N] [--organizations N] [--contacts N] [--configurations N]\n"
           "         [--locations N] [--latency MS] [--state FILE] [--faults FILE] [--tls CERT KEY] [--empty]\n"
           "integration add PLATFORM --name NAME --url URL [--set key=value]… (--secret-stdin | --secret-env VAR)\n"
           "                [--ca-file FILE]\n"
           "integration add directory --name NAME --url ldaps://SERVER | ldap://SERVER --set base_dn=… --set organization=…\n"
           "         [--set filter=…] [--set ca_file=…] [--set bind=kerberos] (--secret-stdin | --secret-env VAR)\n"
           "integration list | show NAME | settings NAME [key=value…] | types NAME | test NAME\n"
           "integration fields NAME [--kind KIND] | NAME offered --kind KIND | NAME remove FIELD\n"
           "integration fields NAME add --kind KIND --remote FIELD [--label LABEL] [--direction both|in|out]\n"
           "integration pause NAME | resume NAME | disconnect NAME\n"
           "record list KIND [--where field=value]… [--state STATE] [--limit N] [--after ID]\n"
           "record get KIND ID | create KIND field=value… | set KIND ID field=value… | delete KIND ID\n"
           "record history KIND ID | sync KIND ID | disable KIND ID | enable KIND ID\n"
           "record disconnect KIND ID | reconnect KIND ID | discard KIND ID\n"
           "why KIND ID\n"
           "sync [NAME] [--full]\n"
           "push [NAME]\n"
           "push-all NAME [--kinds KIND,…] (--dry-run | --confirm NAME [--again] | --resume)\n"
           "import csv FILE --kind KIND [--map FILE] [--dry-run]\n"
           "import directory NAME [--dry-run] [--full]\n"
           "import itglue --url us|eu|au|URL (--secret-stdin|--secret-env VAR) [--kinds …] [--types …] [--dry-run]\n"
           "import itglue --resume\n"
           "import list | undo RUN\n"
           "conflicts [NAME]\n"
           "decide KIND ID psa|tandem|both | FIELD=psa|tandem|both… [--integration NAME]\n"
           "decide match NUMBER link N | create | leave\n"
           "reapply KIND ID FIELD [--event NUMBER]\n"
           "log [NAME] [--since TIME] [--record KIND/ID] [--export FILE]\n"
           "status\n"
           "worker\n"
           "api serve [--port N]\n"
           "api key create NAME [--role ROLE] | key list | key revoke NAME\n"
           "doctor [--repair]\n"
           "\n"
           "KIND: organization, configuration, contact or location.\n"
           "ROLE: administrator, manager, editor, creator or lite.\n"
           "PLATFORM: connectwise, autotask, kaseya-bms, vorex, pulseway-psa.\n"
           "Exit codes: 0 done, 1 wrong usage, 2 bad input, 3 some records failed or are held,\n"
           "4 sign-in refused, 5 the PSA cannot be reached, 6 the database cannot be used.\n"_s;
}

/** Takes the options that every command knows out of the words, wherever they stand. */
Result<GlobalOptions> takeGlobalOptions(QStringList &words)
{
    GlobalOptions options {.profileFolder = defaultProfileFolder()};
    QStringList rest;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString word = words.at(i);
        const auto value = [&]() -> Result<QString> {
            if (i + 1 >= words.size())
                return fail(ErrorCode::Usage, Words::tr("%1 needs a value.").arg(word));
            return words.at(++i);
        };
        if (word == "--json"_L1) {
            options.isJson = true;
        } else if (word == "--secret-stdin"_L1) {
            options.secretFromStdin = true;
        } else if (word == "--data"_L1 || word == "--database"_L1 || word == "--secret-env"_L1) {
            const Result<QString> text = value();
            if (!text)
                return fail(text.error());
            if (word == "--data"_L1)
                options.profileFolder = QDir(*text).absolutePath();
            else if (word == "--database"_L1)
                options.databasePath = *text;
            else
                options.secretEnvironment = *text;
        } else {
            rest.append(word);
        }
    }
    words = rest;
    if (options.databasePath.isEmpty()) {
        options.databasePath = databasePath(options.profileFolder);
    } else {
        if (options.databasePath.startsWith("sqlite:"_L1))
            options.databasePath.remove(0, options.databasePath.startsWith("sqlite://"_L1) ? 9 : 7);
        if (options.databasePath.contains("://"_L1)) {
            return fail(ErrorCode::Usage,
                        Words::tr("Only SQLite databases can be used in this version: give a file name."));
        }
        options.profileFolder = QFileInfo(options.databasePath).absolutePath();
    }
    return options;
}

int run(QStringList words)
{
    // A practice server has nothing to do with a profile, and its words are its own.
    const qsizetype practice = words.indexOf(u"practice"_s);
    if (practice >= 0 && practice == words.indexOf(QRegularExpression(u"^[a-z].*"_s)))
        return runPractice(words.mid(practice + 1));

    const bool wantsJson = words.contains(u"--json"_s);
    const Result<GlobalOptions> options = takeGlobalOptions(words);
    if (!options)
        return int(Output(wantsJson).fail(options.error()));
    const Output output(options->isJson);
    if (words.isEmpty() || words.constFirst() == "--help"_L1 || words.constFirst() == "help"_L1) {
        output.note(usageText());
        return int(words.isEmpty() ? ExitCode::WrongUsage : ExitCode::Done);
    }
    if (words.constFirst() == "--version"_L1) {
        output.line({{u"version"_s, QCoreApplication::applicationVersion()}}, QCoreApplication::applicationVersion());
        return int(ExitCode::Done);
    }
    const QString name = words.takeFirst();
    if (name == "doctor"_L1)
        return int(runDoctor(*options, words));
    for (const Command &command : commands) {
        if (command.name != name)
            continue;
        const bool servesApi = command.run == runApi && words.value(0) == "serve"_L1;
        Context context(*options, command.runsScheduler || servesApi);
        if (const Result<void> opened = context.open(); !opened)
            return int(output.fail(opened.error()));
        return int(command.run(context, words));
    }
    return int(output.usage(Words::tr("There is no command \"%1\". See: tandemctl --help").arg(name)));
}

} // namespace

int main(int argc, char *argv[])
{
    forbidCoreDumps();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tandem"_s);
    QCoreApplication::setOrganizationName(u"tandem"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TANDEM_VERSION));
    installTranslations(QLocale());
    return run(QCoreApplication::arguments().mid(1));
}
