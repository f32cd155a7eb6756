// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/trial.h"

#include "faults/patience.h"
#include "faults/sessionsecrets.h"
#include "faults/worldtext.h"
#include "store/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

/** Memory where the system offers it as a folder: thousands of profiles are written. */
QString workFolder()
{
    const QFileInfo memory(u"/dev/shm"_s);
    return (memory.isWritable() ? memory.filePath() : QDir::tempPath()) + u"/tandem-faults-XXXXXX"_s;
}

PracticeSize sizeFor(Deed deed, const PlatformWorld &world)
{
    switch (deed) {
    case Deed::Pull:
    case Deed::PullChanges:
        return {.organizations = 3, .locations = 5, .contacts = 8, .configurations = 12};
    case Deed::Create:
    case Deed::Update:
    case Deed::UpdateInSteps:
    case Deed::UpdateInFlight:
    case Deed::Bulk:
    case Deed::LargeBulk:
        break;
    }
    return world.small;
}

/** Waits so long for its end, also when that has been noticed before. */
bool hasEnded(QProcess &process, int ms)
{
    return process.state() == QProcess::NotRunning || process.waitForFinished(ms);
}

QString wordsOf(const Error &error)
{
    return errorCodeName(error.code) + u": "_s + error.message;
}

} // namespace

Trial::Trial(Platform platform, Deed deed)
    : m_world(worldOf(platform))
    , m_deed(deed)
    , m_folder(workFolder())
    , m_practice(m_world, sizeFor(deed, m_world))
    , m_secrets(std::make_shared<SessionSecrets>(m_practice.credentials()))
    , m_clock(std::make_shared<TestClock>())
    , m_template(m_folder.filePath(u"template.sqlite"_s))
    , m_path(m_folder.filePath(u"tandem.sqlite"_s))
{
}

Trial::~Trial() = default;

QStringList Trial::learn()
{
    {
        SyncEngine engine({.databasePath = m_template,
                           .secrets = m_secrets,
                           .runsScheduler = false,
                           .limits = m_world.limits});
        const Result<void> started = answerOf(engine.start());
        const ConnectionDetails details{.platform = m_world.platform,
                                        .name = u"Main"_s,
                                        .url = m_practice.url(),
                                        .credentials = m_secrets->credentials()};
        const Result<void> prepared =
            started ? prepareProfile(m_deed, m_world, engine, m_template, details) : started;
        if (!prepared)
            return {wordsOf(prepared.error())};
    }
    begin();
    const Result<QList<Edit>> edits = missingEdits(m_deed, m_world, m_path);
    if (!edits)
        return {wordsOf(edits.error())};
    auto engine = makeEngine();
    if (const Result<void> done = perform(m_deed, *engine, *edits); !done)
        return {wordsOf(done.error())};
    QStringList wrong = settle(*engine);
    engine.reset();
    Result<std::unique_ptr<Database>> database = Database::open(m_path, Database::Mode::ReadOnly);
    if (!database)
        return {wordsOf(database.error())};
    m_here = worldHere(**database);
    m_there = worldThere(m_world, m_practice);
    return wrong + look();
}

bool Trial::hasStruck() const
{
    return m_hasStruck;
}

QString Trial::place() const
{
    return m_place;
}

QStringList Trial::failAccess(int n, Strike strike, After after)
{
    begin();
    const Result<QList<Edit>> edits = missingEdits(m_deed, m_world, m_path);
    if (!edits)
        return {wordsOf(edits.error())};
    std::unique_ptr<SyncEngine> engine;
    Result<void> done;
    {
        const AccessProbe probe(Point::Access, strike, n);
        engine = std::make_unique<SyncEngine>(engineOptions());
        const Result<void> started = answerOf(engine->start());
        if (started)
            done = perform(m_deed, *engine, *edits);
        if (!started || after == After::Restart)
            engine.reset();
        m_place = AccessProbe::struck();
        m_hasStruck = !m_place.isEmpty();
    }
    return isAnswer(done) ? settleAndCompare(std::move(engine)) : QStringList{noAnswer};
}

QStringList Trial::failRequest(int n, const QString &fault, After after)
{
    begin();
    const Result<QList<Edit>> edits = missingEdits(m_deed, m_world, m_path);
    if (!edits)
        return {wordsOf(edits.error())};
    QJsonArray rules{QJsonObject{{u"route"_s, u"*"_s}, {u"nth"_s, n}, {u"fault"_s, fault}}};
    for (const QJsonValue &rule : rulesFor(m_deed, m_world))
        rules.append(rule);
    m_practice.setFaults(rules);
    auto engine = makeEngine();
    const Result<void> done = perform(m_deed, *engine, *edits);
    m_hasStruck = m_practice.firedFaults() > 0;
    m_practice.clearFaults();
    m_place = fault;
    if (after == After::Restart)
        engine.reset();
    return isAnswer(done) ? settleAndCompare(std::move(engine)) : QStringList{noAnswer};
}

QStringList Trial::killAt(Point point, int n)
{
    begin();
    const auto driver = startDriver({pointName(point), QString::number(n)});
    if (!hasEnded(*driver, patienceMs))
        return {u"the driver does not end"_s};
    m_hasStruck = driver->exitStatus() == QProcess::CrashExit;
    m_place = u"killed at "_s + pointName(point);
    if (!m_hasStruck && driver->exitCode() != 0)
        return {u"the driver failed: "_s + QString::fromUtf8(driver->readAllStandardError())};
    m_practice.clearFaults();
    return settleAndCompare({});
}

QStringList Trial::killInRequest(int n, bool isApplied)
{
    begin();
    QJsonArray rules{QJsonObject{{u"route"_s, u"*"_s},
                                 {u"nth"_s, n},
                                 {u"fault"_s, u"hang"_s},
                                 {u"value"_s, QJsonObject{{u"applied"_s, isApplied}}}}};
    for (const QJsonValue &rule : rulesFor(m_deed, m_world))
        rules.append(rule);
    m_practice.setFaults(rules);
    const auto driver = startDriver({});
    m_hasStruck = false;
    while (!m_hasStruck && !hasEnded(*driver, 1))
        m_hasStruck = m_practice.firedFaults() > 0;
    m_hasStruck = m_hasStruck || m_practice.firedFaults() > 0;
    driver->kill();
    driver->waitForFinished(patienceMs);
    m_practice.clearFaults();
    m_place = isApplied ? u"killed before the answer"_s : u"killed before it was applied"_s;
    return settleAndCompare({});
}

QStringList Trial::killAgainAndAgain(int rounds, const std::function<int()> &nextDelay)
{
    begin();
    m_kills = 0;
    m_place = u"killed at random"_s;
    for (int round = 0; round < rounds; ++round) {
        const int before = m_practice.calls(u"*"_s);
        const auto driver = startDriver({});
        // Some are killed while they start, most once they speak to the PSA.
        const int delay = nextDelay();
        const bool isEarly = round % 8 == 7;
        while (!isEarly && m_practice.calls(u"*"_s) == before && !hasEnded(*driver, 2)) { }
        const bool isDone = hasEnded(*driver, delay);
        if (isDone && driver->exitStatus() == QProcess::NormalExit) {
            if (driver->exitCode() != 0)
                return {u"the driver failed: "_s + QString::fromUtf8(driver->readAllStandardError())};
            break;
        }
        driver->kill();
        driver->waitForFinished(patienceMs);
        ++m_kills;
    }
    m_hasStruck = m_kills > 0;
    const QStringList wrong = settleAndCompare({});
    m_creates = m_practice.creates();
    return wrong;
}

int Trial::kills() const
{
    return m_kills;
}

int Trial::creates() const
{
    return m_creates;
}

void Trial::begin()
{
    m_practice.startAnew();
    preparePractice(m_deed, m_world, m_practice);
    m_practice.setFaults(rulesFor(m_deed, m_world));
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s})
        QFile::remove(m_path + end);
    if (!QFile::copy(m_template, m_path))
        QTest::qFail("The profile cannot be copied.", __FILE__, __LINE__);
}

EngineOptions Trial::engineOptions() const
{
    return {.databasePath = m_path,
            .secrets = m_secrets,
            .clock = m_clock,
            .runsScheduler = false,
            .random = [] { return 0.5; },
            .limits = m_world.limits};
}

std::unique_ptr<SyncEngine> Trial::makeEngine()
{
    auto engine = std::make_unique<SyncEngine>(engineOptions());
    if (const Result<void> started = answerOf(engine->start()); !started)
        QTest::qFail(qPrintable(wordsOf(started.error())), __FILE__, __LINE__);
    return engine;
}

std::unique_ptr<QProcess> Trial::startDriver(const QStringList &words)
{
    auto driver = std::make_unique<QProcess>();
    driver->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    driver->start(QStringLiteral(TANDEM_FAULTDRIVER),
                  QStringList{platformName(m_world.platform), m_path, deedName(m_deed)} + words);
    driver->write(QJsonDocument(m_practice.credentials()).toJson());
    driver->closeWriteChannel();
    if (!driver->waitForStarted(patienceMs))
        QTest::qFail(qPrintable(driver->errorString()), __FILE__, __LINE__);
    return driver;
}

QStringList Trial::settleAndCompare(std::unique_ptr<SyncEngine> engine)
{
    // A person looks what is missing and saves it again; only what was not answered may be missing.
    const Result<QList<Edit>> edits = missingEdits(m_deed, m_world, m_path);
    if (!edits)
        return {wordsOf(edits.error())};
    if (!engine)
        engine = makeEngine();
    if (const Result<void> done = perform(m_deed, *engine, *edits); !done)
        return {u"the second try failed: "_s + wordsOf(done.error())};
    QStringList wrong = settle(*engine);
    engine.reset();
    return wrong + look();
}

QStringList Trial::settle(SyncEngine &engine)
{
    m_clock->advance(std::chrono::hours(2));
    const auto run = [&engine](bool isFull) -> Result<void> {
        const Result<RunSummary> pushed = answerOf(engine.push(theIntegration));
        if (!pushed)
            return fail(pushed.error());
        const Result<RunSummary> synced = answerOf(engine.sync(theIntegration, isFull));
        if (!synced)
            return fail(synced.error());
        const Result<RunSummary> again = answerOf(engine.push(theIntegration));
        return again ? Result<void>() : fail(again.error());
    };
    if (const Result<void> done = run(true); !done)
        return {u"it does not settle: "_s + wordsOf(done.error())};
    const int writes = m_practice.writes();
    for (const bool isFull : {false, true}) {
        if (const Result<void> done = run(isFull); !done)
            return {u"it does not rest: "_s + wordsOf(done.error())};
    }
    const int more = m_practice.writes() - writes;
    return more == 0 ? QStringList()
                     : QStringList{u"%1 writes in two syncs after the last change"_s.arg(more)};
}

QStringList Trial::look()
{
    Result<std::unique_ptr<Database>> database = Database::open(m_path, Database::Mode::ReadOnly);
    if (!database)
        return {wordsOf(database.error())};
    return disagreements(m_world, **database, m_practice) + differences(m_here, worldHere(**database))
        + differences(m_there, worldThere(m_world, m_practice));
}

} // namespace tandem
