// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/result.h"
#include "practice/practicehttp.h"

#include <QJsonObject>
#include <QStringList>

namespace tandem {

/** How many records a practice PSA starts with; the numbers are totals. */
struct PracticeSeeding {
    quint32 seed = 1;
    int organizations = 12;
    int contacts = 160;
    int configurations = 240;
    int locations = 24;
    bool empty = false; ///< the lists of types, statuses and so on, but no records
};

/** Where a request leads: the template that statistics and fault rules name, and what the platform needs to
 * answer. */
struct PracticeRoute {
    QString path; ///< "/company/contacts/{id}"; "(unknown)" for what leads nowhere
    bool isWrite = false; ///< asks for a change, whatever its method
    int endpoint = -1; ///< the platform's own number
    QList<int> ids = {}; ///< the numbers in the path, in their order
};

/** A refusal that a fault rule asks for, in the platform's own words. */
struct PracticeFailure {
    enum class Kind { Status, Validation, ExpiredToken };
    Kind kind = Kind::Status;
    int status = 503; ///< Status only
    std::optional<int> retryAfter = {}; ///< Status only: seconds
};

/** A change that the control door makes behind the clients' backs. */
struct PracticeDoorChange {
    enum class Action { Create, Update, Delete };
    Action action = Action::Create;
    int id = 0;
    bool forGood = false; ///< Delete: also where the platform would keep the record and mark it
    QJsonObject set; ///< the platform's own fields
};

/**
 * One PSA's habits: its routes, records, rules and words. PracticeServer does the rest (listening, faults,
 * latency, statistics, the control door). Everything is called in the server's thread and answered at once; a
 * change that `answer` reports as done stays done even when a fault keeps the answer from the client.
 */
class PracticePlatform {
    Q_DISABLE_COPY_MOVE(PracticePlatform)
public:
    PracticePlatform() = default;
    virtual ~PracticePlatform();

    /** The word on the command line and in the first line of output. */
    [[nodiscard]] virtual QString name() const = 0;
    /** What a client needs to sign in; each value a string. `url` is the server's own address. */
    [[nodiscard]] virtual QJsonObject credentials(const QString &url) const = 0;

    [[nodiscard]] virtual PracticeRoute route(const PracticeRequest &request) const = 0;
    [[nodiscard]] virtual PracticeResponse answer(const PracticeRequest &request,
                                                  const PracticeRoute &route) = 0;
    /** A request that came to `route` was answered, or its connection is gone. */
    virtual void ended(const PracticeRequest &request, const QDateTime &now);
    [[nodiscard]] virtual PracticeResponse failure(const PracticeFailure &failure,
                                                   const PracticeRequest &request,
                                                   const PracticeRoute &route) const = 0;

    /** `kind` is a Tandem word or the PSA's own name of the collection; nothing when it is neither. */
    [[nodiscard]] virtual std::optional<AssetKind> doorKind(const QString &kind) const = 0;
    [[nodiscard]] virtual PracticeResponse doorRead(AssetKind kind, const PracticeRequest &request) const = 0;
    [[nodiscard]] virtual PracticeResponse doorChange(AssetKind kind, const PracticeDoorChange &change,
                                                      const PracticeRequest &request) = 0;

    /** The same for a list beside the four kinds, such as products; nothing when there is none of that name.
     * Without a `change` it is read. */
    [[nodiscard]] virtual std::optional<PracticeResponse>
    doorOther(const QString &name, const PracticeDoorChange *change, const PracticeRequest &request);

    /** Habits that some of the PSA's servers have and others do not; unknown names are refused. */
    [[nodiscard]] virtual QStringList knownQuirks() const = 0;
    [[nodiscard]] virtual QStringList quirks() const = 0;
    [[nodiscard]] virtual Result<> setQuirks(const QStringList &quirks) = 0;

    /** Takes the records of the file when it exists (else those it was seeded with), and keeps them there
     * from now on. */
    [[nodiscard]] virtual Result<> openState(const QString &file) = 0;
    [[nodiscard]] virtual Result<> saveState() = 0;
};

} // namespace tandem
