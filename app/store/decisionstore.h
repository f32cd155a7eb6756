// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/matchdecision.h"

#include <QList>

#include <optional>

namespace tandem {

class Database;

/** What is listed under Manage Data > Needs a decision. Writes belong inside a Transaction of the caller. */
class DecisionStore final {
public:
    explicit DecisionStore(Database &database);

    /**
     * Notes it, or brings the one about the same record up to date. The choice of one that is there stays,
     * unless other candidates match now: then it is open again. Nothing is written when nothing differs.
     * Answers whether it was written.
     */
    [[nodiscard]] Result<bool> put(const MatchDecision &decision);
    /** `NotFound` when it is settled. */
    [[nodiscard]] Result<MatchDecision> get(qint64 id) const;
    [[nodiscard]] Result<std::optional<MatchDecision>> ofRecord(IntegrationId integration,
                                                                RecordId record) const;
    [[nodiscard]] Result<std::optional<MatchDecision>> ofRemote(IntegrationId integration, AssetKind kind,
                                                                const QString &remoteId) const;
    /** The open ones, oldest first; `integration` 0: of all that are not disconnected. `withMade`: also
     * those that a person has made. */
    [[nodiscard]] Result<QList<MatchDecision>> list(IntegrationId integration, bool withMade) const;
    [[nodiscard]] Result<void> setChoice(qint64 id, MatchDecision::Choice choice);
    [[nodiscard]] Result<void> remove(qint64 id);

private:
    Database &m_database;
};

} // namespace tandem
