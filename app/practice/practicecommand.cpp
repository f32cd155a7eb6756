// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicecommand.h"

#include "practice/autotask/autotaskplatform.h"
#include "practice/connectwise/connectwiseplatform.h"
#include "practice/itglue/itglueplatform.h"
#include "practice/kaseya/bmsplatform.h"
#include "practice/practiceserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace tandem {

namespace {

enum ExitCode : int { Done = 0, WrongUsage = 1, BadInput = 2 };

// A signal handler may do little more than write: the byte wakes the event loop, which then ends in good
// order.
std::array<int, 2> stopPipe{-1, -1};

void onStopSignal(int)
{
    const char byte = 1;
    // Nothing can be done about a full pipe, and nothing needs to be: the loop is being woken already.
    [[maybe_unused]] const ssize_t written = write(stopPipe[1], &byte, 1);
}

bool watchSignals()
{
    if (pipe2(stopPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return false;
    struct sigaction action = {};
    action.sa_handler = onStopSignal;
    action.sa_flags = SA_RESTART;
    return sigaction(SIGINT, &action, nullptr) == 0 && sigaction(SIGTERM, &action, nullptr) == 0;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::practice)
};

int complain(ExitCode code, const QString &message)
{
    std::fputs(qPrintable(message + u'\n'), stderr);
    return code;
}

/** A practice PSA by the word that the command line has for it. */
struct PlatformMaker {
    const char *name;
    std::unique_ptr<PracticePlatform> (*make)(const PracticeSeeding &seeding);
};

template<typename T>
std::unique_ptr<PracticePlatform> make(const PracticeSeeding &seeding)
{
    return std::make_unique<T>(seeding);
}

template<KaseyaBrand Brand>
std::unique_ptr<PracticePlatform> makeKaseya(const PracticeSeeding &seeding)
{
    return std::make_unique<KaseyaPlatform>(Brand, seeding);
}

// Vorex goes by two names, as it does where an integration is added.
constexpr std::array platforms{
    PlatformMaker{"connectwise", make<ConnectWisePlatform>},
    PlatformMaker{"autotask", make<AutotaskPlatform>},
    PlatformMaker{"kaseya-bms", makeKaseya<KaseyaBrand::Bms>},
    PlatformMaker{"vorex", makeKaseya<KaseyaBrand::Vorex>},
    PlatformMaker{"vorex-psa", makeKaseya<KaseyaBrand::Vorex>},
    PlatformMaker{"pulseway-psa", makeKaseya<KaseyaBrand::Pulseway>},
    // No PSA, but what an import reads.
    PlatformMaker{"itglue", make<ItGluePlatform>},
};

std::unique_ptr<PracticePlatform> makePlatform(const QString &name, const PracticeSeeding &seeding)
{
    for (const PlatformMaker &platform : platforms) {
        if (name == QLatin1StringView(platform.name))
            return platform.make(seeding);
    }
    return nullptr;
}

QString platformNames()
{
    QStringList names;
    for (const PlatformMaker &platform : platforms)
        names.append(QString::fromLatin1(platform.name));
    return names.join(", "_L1);
}

struct Wishes {
    PracticeSeeding seeding = {};
    PracticeServerOptions server = {};
    QString platform = {};
    QString stateFile = {};
    QJsonArray faults = {};
    std::optional<QStringList> quirks = {};
};

Result<QByteArray> readFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadInput, Words::tr("%1 cannot be read: %2").arg(name, file.errorString()));
    return file.readAll();
}

Result<> readTls(PracticeServerOptions &options, const QString &certificateFile, const QString &keyFile)
{
    const Result<QByteArray> certificate = readFile(certificateFile);
    if (!certificate)
        return tl::unexpected(certificate.error());
    const Result<QByteArray> key = readFile(keyFile);
    if (!key)
        return tl::unexpected(key.error());
    options.certificate = QSslCertificate(*certificate);
    options.key = QSslKey(*key, QSsl::Rsa);
    if (options.key.isNull())
        options.key = QSslKey(*key, QSsl::Ec);
    if (options.certificate.isNull() || options.key.isNull())
        return fail(ErrorCode::BadInput, Words::tr("The certificate or its key is not in PEM form."));
    return {};
}

Result<Wishes> readWishes(const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto option = [&parser](const char *name, const char *description, const char *value) {
        const QCommandLineOption made(QString::fromLatin1(name), Words::tr(description), QString::fromLatin1(value));
        parser.addOption(made);
        return made;
    };
    const auto port =
        option("port", QT_TRANSLATE_NOOP("tandem::practice", "Port to listen on; 0 for any."), "N");
    const auto seed =
        option("seed", QT_TRANSLATE_NOOP("tandem::practice", "Seed of the records and faults."), "N");
    const auto organizations =
        option("organizations", QT_TRANSLATE_NOOP("tandem::practice", "How many."), "N");
    const auto contacts = option("contacts", QT_TRANSLATE_NOOP("tandem::practice", "How many in all."), "N");
    const auto configurations =
        option("configurations", QT_TRANSLATE_NOOP("tandem::practice", "How many in all."), "N");
    const auto locations =
        option("locations", QT_TRANSLATE_NOOP("tandem::practice", "How many in all."), "N");
    const auto latency =
        option("latency", QT_TRANSLATE_NOOP("tandem::practice", "Milliseconds before every answer."), "MS");
    const auto state =
        option("state", QT_TRANSLATE_NOOP("tandem::practice", "Keep the records in this file."), "FILE");
    const auto faults =
        option("faults", QT_TRANSLATE_NOOP("tandem::practice", "Fault rules, a JSON array."), "FILE");
    const auto quirks = option(
        "quirks",
        QT_TRANSLATE_NOOP("tandem::practice", "Habits to have, separated by commas; none for none."), "LIST");
    const auto tls =
        option("tls", QT_TRANSLATE_NOOP("tandem::practice", "HTTPS: certificate, then key."), "CERT KEY");
    const QCommandLineOption empty(u"empty"_s, Words::tr("Only the lists of types and statuses, no records."));
    parser.addOption(empty);

    // --tls takes two values, which the parser does not know: the key is left over as a positional argument.
    if (!parser.parse(QStringList{u"practice"_s} + arguments))
        return fail(ErrorCode::Usage, parser.errorText());
    QStringList words = parser.positionalArguments();
    Wishes wishes;
    if (parser.isSet(tls)) {
        const qsizetype at = arguments.indexOf(u"--tls"_s);
        const QString keyFile = at >= 0 ? arguments.value(at + 2) : QString();
        if (keyFile.isEmpty() || !words.removeOne(keyFile))
            return fail(ErrorCode::Usage, Words::tr("--tls needs a certificate and a key: --tls CERT KEY"));
        const Result<> read = readTls(wishes.server, parser.value(tls), keyFile);
        if (!read)
            return tl::unexpected(read.error());
    }
    if (words.size() != 1)
        return fail(ErrorCode::Usage, Words::tr("Name one platform, such as: practice connectwise"));
    wishes.platform = words.first();

    QString wrong;
    const auto number = [&](const QCommandLineOption &item, int fallback, int highest) {
        if (!parser.isSet(item))
            return fallback;
        bool ok = false;
        const int value = parser.value(item).toInt(&ok);
        if (!ok || value < 0 || value > highest)
            wrong = Words::tr("--%1 needs a number from 0 to %2.").arg(item.names().constFirst()).arg(highest);
        return value;
    };
    constexpr int many = 10'000'000;
    PracticeSeeding &seeding = wishes.seeding;
    seeding.seed = quint32(number(seed, 1, std::numeric_limits<int>::max()));
    seeding.organizations = number(organizations, seeding.organizations, many);
    seeding.contacts = number(contacts, seeding.contacts, many);
    seeding.configurations = number(configurations, seeding.configurations, many);
    seeding.locations = number(locations, seeding.locations, many);
    seeding.empty = parser.isSet(empty);
    wishes.server.port = quint16(number(port, 0, 65535));
    wishes.server.seed = seeding.seed;
    wishes.server.latency = std::chrono::milliseconds(number(latency, 0, 600'000));
    wishes.stateFile = parser.value(state);
    if (!wrong.isEmpty())
        return fail(ErrorCode::Usage, wrong);
    if (parser.isSet(quirks)) {
        wishes.quirks = parser.value(quirks).split(u',', Qt::SkipEmptyParts);
        wishes.quirks->removeAll(u"none"_s);
    }
    if (parser.isSet(faults)) {
        const Result<QByteArray> text = readFile(parser.value(faults));
        if (!text)
            return tl::unexpected(text.error());
        const QJsonDocument rules = QJsonDocument::fromJson(*text);
        if (!rules.isArray())
            return fail(ErrorCode::BadInput, Words::tr("The file of fault rules must hold a JSON array."));
        wishes.faults = rules.array();
    }
    return wishes;
}

} // namespace

int runPractice(const QStringList &arguments)
{
    const Result<Wishes> wishes = readWishes(arguments);
    if (!wishes)
        return complain(wishes.error().code == ErrorCode::Usage ? WrongUsage : BadInput,
                        wishes.error().message);
    std::unique_ptr<PracticePlatform> made = makePlatform(wishes->platform, wishes->seeding);
    if (!made)
        return complain(WrongUsage,
                        Words::tr("There is no practice PSA \"%1\". There are: %2").arg(wishes->platform, platformNames()));

    const SystemClock clock;
    PracticeServer server(std::move(made), wishes->server, clock);
    PracticePlatform &platform = server.platform();
    Result<> step = wishes->quirks ? platform.setQuirks(*wishes->quirks) : Result<>();
    if (step && !wishes->stateFile.isEmpty())
        step = platform.openState(wishes->stateFile);
    if (step)
        step = server.faults().set(wishes->faults);
    if (step)
        step = server.listen();
    if (!step)
        return complain(BadInput, step.error().message);
    if (!watchSignals())
        return complain(BadInput, Words::tr("The signals that end the server cannot be watched."));
    QSocketNotifier stop(stopPipe[0], QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, qApp, [] { QCoreApplication::quit(); });

    const QByteArray line = QJsonDocument(server.announcement()).toJson(QJsonDocument::Compact) + '\n';
    std::fputs(line.constData(), stdout);
    if (std::fflush(stdout) != 0)
        return complain(BadInput, Words::tr("Standard output cannot be written."));
    const int code = QCoreApplication::exec();
    const Result<> saved = platform.saveState();
    return saved ? code : complain(BadInput, saved.error().message);
}

} // namespace tandem
