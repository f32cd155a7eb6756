// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/eventlog.h"
#include "store/integrationstore.h"
#include "store/linkstore.h"
#include "store/outbox.h"
#include "store/recordqueries.h"
#include "store/recordstore.h"
#include "support/practiceprocess.h"
#include "support/testclock.h"
#include "sync/secretstore.h"
#include "sync/syncengine.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

namespace tandem {

/**
 * An engine on a profile of its own, with credentials in memory, a clock that the test moves and no chance in
 * it. Without its scheduler nothing happens but what the test asks for. The helpers wait for the engine's
 * answer and fail the running test when it is an error, unless they answer a Result. For one thread with an
 * event loop.
 */
class EngineFixture final {
    Q_DISABLE_COPY_MOVE(EngineFixture)
public:
    enum class Scheduler { Off, On };

    explicit EngineFixture(Scheduler scheduler = Scheduler::Off);
    ~EngineFixture();

    [[nodiscard]] SyncEngine &engine();
    [[nodiscard]] TestClock &clock();
    [[nodiscard]] QString databasePath() const;
    /** A connection of the test's own, for looking. */
    [[nodiscard]] Database &database();

    /** What the next engine takes for late; see `HttpLimits`. */
    void setPatience(std::chrono::milliseconds patience);
    /** Ends the engine as the end of the program would. */
    void stop();
    /** A new engine on the same profile. */
    void start(Scheduler scheduler = Scheduler::Off);

    /** Waits for an answer of the engine without blocking this thread's events. */
    template<typename T>
    [[nodiscard]] Result<T> wait(const QFuture<Result<T>> &future);

    // What most tests do first.
    [[nodiscard]] static ConnectionDetails detailsFor(const PracticeProcess &practice,
                                                      const QString &name = QStringLiteral("Main"));
    /** Connects to the practice PSA; two-way stays off. */
    IntegrationId add(const PracticeProcess &practice, const QString &name = QStringLiteral("Main"));
    /** Connects, pulls everything, and turns two-way sync on. */
    IntegrationId connectTwoWay(const PracticeProcess &practice,
                                const QString &name = QStringLiteral("Main"));
    void changeSettings(IntegrationId id, const SettingsChange &change);
    void setTwoWay(IntegrationId id, bool isOn);
    void setConflictPolicy(IntegrationId id, ConflictPolicy policy);
    /** Ticks or unticks one value of a list, given by its name, in Sync Settings. */
    void setEnabled(IntegrationId id, OptionList list, const QString &name, bool isOn);
    RunSummary sync(IntegrationId id, bool full = false);
    RunSummary push(IntegrationId id = 0);

    // Records.
    RecordId create(AssetKind kind, const FieldValues &fields, RecordSource source = RecordSource::Manual);
    Saved edit(RecordId id, const FieldValues &changes);
    [[nodiscard]] Result<Saved> trySave(const Edit &edit);
    /** The only record of that kind and name; 0 when there is none or more than one. */
    [[nodiscard]] RecordId find(AssetKind kind, const QString &name);
    [[nodiscard]] qint64 count(AssetKind kind);
    [[nodiscard]] Record record(RecordId id);
    [[nodiscard]] QJsonValue field(RecordId id, const QString &name);
    [[nodiscard]] OptionId option(OptionList list, const QString &name);
    [[nodiscard]] RecordView view(RecordId id);

    // What the record shows for the only integration, or the one named.
    [[nodiscard]] RecordView::Sync badge(RecordId id, IntegrationId integration = 0);
    [[nodiscard]] SyncState state(RecordId id, IntegrationId integration = 0);
    [[nodiscard]] QString sentence(RecordId id, IntegrationId integration = 0);
    [[nodiscard]] Link link(RecordId id, IntegrationId integration = 0);
    [[nodiscard]] std::optional<Push> pushRow(RecordId id, IntegrationId integration = 0);
    /** Rules of the gates that hold it, "C4a" and so on. */
    [[nodiscard]] QStringList gates(RecordId id);
    /** Newest first. */
    [[nodiscard]] QList<Event> history(RecordId id);
    [[nodiscard]] QList<Event> events(IntegrationId id);
    /** Everything that a sync could change, for comparing before and after. */
    [[nodiscard]] QString dump();
    [[nodiscard]] IntegrationStatus status(IntegrationId id);

    /** Waits until the record shows the state. */
    [[nodiscard]] bool waitFor(RecordId id, SyncState state);

private:
    template<typename T>
    T taken(const Result<T> &result);

    QTemporaryDir m_folder;
    std::optional<std::chrono::milliseconds> m_patience;
    std::shared_ptr<TestClock> m_clock;
    std::shared_ptr<SecretStore> m_secrets;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<Database> m_database;
};

template<typename T>
Result<T> EngineFixture::wait(const QFuture<Result<T>> &future)
{
    constexpr int patienceMs = 60'000;
    QFutureWatcher<Result<T>> watcher;
    QEventLoop loop;
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QObject::connect(&deadline, &QTimer::timeout, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished()) {
        deadline.start(patienceMs);
        loop.exec();
    }
    if (!future.isFinished())
        return fail(ErrorCode::TimedOut, QStringLiteral("The engine did not answer."));
    return future.result();
}

/** The words of an error for a test's output; empty when there is none. */
template<typename T>
[[nodiscard]] QByteArray wordsOf(const Result<T> &result)
{
    if (result)
        return {};
    return (errorCodeName(result.error().code) + QStringLiteral(": ") + result.error().message).toUtf8();
}

} // namespace tandem
