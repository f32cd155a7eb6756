// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/event.h"

#include <QList>

namespace tandem {

class Database;

/** Which events to read, newest first. */
struct EventQuery {
    IntegrationId integrationId = 0; ///< 0: all
    RecordId recordId = 0; ///< 0: all
    QDateTime since; ///< UTC; invalid: all
    QString search;
    bool failuresOnly = false;
    qint64 beforeId = 0; ///< for the next page; 0: from the newest
    int limit = 500;
};

class EventLog final {
public:
    explicit EventLog(Database &database);
    /** Inside a Transaction of the caller, so that what happened and its line are one. */
    [[nodiscard]] Result<void> append(const Event &event);
    [[nodiscard]] Result<QList<Event>> list(const EventQuery &query) const;

private:
    Database &m_database;
};

} // namespace tandem
