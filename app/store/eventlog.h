// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/event.h"

#include <QList>

#include <functional>
#include <optional>

namespace tandem {

class Database;

/** Which events to read, newest first. */
struct EventQuery {
    IntegrationId integrationId = 0; ///< 0: all
    RecordId recordId = 0; ///< 0: all
    QDateTime since; ///< UTC; invalid: all
    QDateTime until; ///< UTC, exclusive; invalid: all
    QList<Event::Type> types; ///< empty: all
    std::optional<AssetKind> kind;
    QString search;
    bool failuresOnly = false;
    qint64 beforeId = 0; ///< for the next page; 0: from the newest
    int limit = 500;
};

/** How a log is written to a file. */
enum class EventFormat : quint8 {
    Csv, ///< with a header, UTF-8 with BOM for spreadsheets; cells that a spreadsheet would run are made
         ///< harmless
    Json, ///< a line of JSON for each event
};

class EventLog final {
public:
    explicit EventLog(Database &database);
    /** Inside a Transaction of the caller, so that what happened and its line are one. */
    [[nodiscard]] Result<void> append(const Event &event);
    /** `isOvertaken` is asked at every row; when it says yes the answer is the error `Cancelled`. */
    [[nodiscard]] Result<QList<Event>> list(const EventQuery &query,
                                            const std::function<bool()> &isOvertaken = {}) const;
    /** `NotFound` when it is gone. */
    [[nodiscard]] Result<Event> get(qint64 id) const;
    /** Writes all that match, page by page; `isOvertaken` ends it as `Cancelled` and leaves no file. Answers
     * how many. */
    [[nodiscard]] Result<qint64> exportTo(const QString &path, EventFormat format, EventQuery query,
                                          const std::function<bool()> &isOvertaken = {}) const;
    /** For how many days lines are kept, 0: for ever. 365 unless it was set. */
    [[nodiscard]] Result<int> keptDays() const;
    [[nodiscard]] Result<void> setKeptDays(int days);
    /** Removes at most `limit` lines that are older than is kept; answers how many. Inside a Transaction of
     * the caller. */
    [[nodiscard]] Result<int> prune(const QDateTime &now, int limit);

private:
    Database &m_database;
};

} // namespace tandem
