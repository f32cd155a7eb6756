// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/schedule.h"
#include "faults/simulatedclient.h"
#include "faults/simulatedpsa.h"
#include "faults/simulatedtime.h"
#include "store/database.h"
#include "store/link.h"
#include "sync/enginecore.h"

#include <QHash>
#include <QMap>

#include <memory>
#include <utility>

namespace tandem {

class SessionSecrets;

/**
 * The real engine over a real database, with time, network and PSA simulated: it does what a schedule says, then
 * everything is quiet for a while, and the promises are checked (rules I1, I2, I3). Deterministic: the same
 * schedule and seed do the same, step for step.
 */
class Simulation final {
    Q_DISABLE_COPY_MOVE(Simulation)
public:
    explicit Simulation(SimulatedTime &time);
    ~Simulation();

    /** Makes the profile that every run begins with; what went wrong. */
    [[nodiscard]] QStringList prepare();
    /** What is wrong in the end, a line each. `seed` decides what the schedule leaves open. */
    [[nodiscard]] QStringList run(quint32 seed, const QList<Step> &steps, bool isTold = false);

    struct Figures {
        qint64 runs = 0;
        qint64 requests = 0;
        qint64 accesses = 0;
        qint64 edits = 0;
        qint64 creates = 0; ///< by Tandem in the PSA
    };
    [[nodiscard]] Figures figures() const;

private:
    void live(const QList<Step> &steps);

    // The engine's life.
    [[nodiscard]] EngineOptions options();
    void startEngine();
    void kill();
    void restart();
    template<typename T>
    void follow(QCoro::Task<Result<T>> task);
    template<typename T>
    void waitFor(QCoro::Task<Result<T>> task);

    // What happens.
    void take(const Step &step);
    void rest(qint64 ms);
    void saveHere(const Step &step);
    void createHere(const Step &step);
    void save(const Edit &edit);
    void changeThere(const Step &step);
    void createThere(const Step &step);
    void twinThere(const Step &step);
    void tick(const Step &step);
    void changePolicy(ConflictPolicy policy);
    void decide(int choice);
    void retryAllNow();

    // What there is.
    void lookAfresh();
    [[nodiscard]] QList<RecordId> recordsHere(AssetKind kind);
    [[nodiscard]] RecordId pickHere(int number);
    [[nodiscard]] Record recordHere(RecordId id);
    [[nodiscard]] Link linkOf(RecordId id);
    [[nodiscard]] FieldValues fieldsFor(AssetKind kind, RecordId organization, const QString &token);
    [[nodiscard]] QJsonValue thereOf(AssetKind kind, const QString &field, const QJsonValue &here);
    [[nodiscard]] RemoteValues valuesThere(const Record &record);
    [[nodiscard]] bool isLinkedHere(const QString &remoteId);
    [[nodiscard]] OptionId option(OptionList list, int number);

    // The end.
    void beQuiet();
    void syncAndPush(bool isFull);
    void tidyUp();
    [[nodiscard]] bool waitsForPerson();
    [[nodiscard]] QStringList unrestInNextSync(bool isFull);
    void checkRecords();
    void checkEdits();
    void checkTwins();
    [[nodiscard]] QString worldHere();
    void wrong(const QString &what);
    void tell(const QString &what);

    SimulatedTime &m_time;
    const std::shared_ptr<SimulatedClock> m_clock;
    const std::shared_ptr<SessionSecrets> m_secrets;
    /** One connection for all runs and for looking, since to prepare the engine's statements takes longer than a run. */
    std::shared_ptr<Database> m_database;
    std::unique_ptr<SimulatedPsa> m_firstPsa; ///< as every run begins
    std::unique_ptr<SimulatedPsa> m_psa;
    std::unique_ptr<SimulatedNetwork> m_network;
    std::unique_ptr<EngineCore> m_core;

    quint32 m_seed = 0;
    int m_number = 0; ///< makes values and names differ
    bool m_isTold = false;
    int m_underWay = 0; ///< tasks of the engine
    QStringList m_wrong;
    /** What was saved last, by record and field. */
    QMap<std::pair<RecordId, QString>, QJsonValue> m_saved;
    QHash<RecordId, Record> m_recordsThen; ///< what was looked up after the last write
    QHash<RecordId, Link> m_linksThen;
    qint64 m_changesThen = -1;
    Figures m_figures;

    // The disk.
    enum class Disk { Good, Bad, Gone };
    void setDisk(Disk disk, qint64 from = 0, qint64 count = 0);
    [[nodiscard]] Result<void> access();
    Disk m_disk = Disk::Good;
    qint64 m_badFrom = 0;
    qint64 m_badTo = 0;
    qint64 m_accesses = 0;
    bool m_isLooking = false;
};

} // namespace tandem
