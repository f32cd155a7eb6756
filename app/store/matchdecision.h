// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/record.h"
#include "rules/remoterecord.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace tandem {

/** Where the exact rules of D2 found several, a person decides. Exactly one of `recordId` and `remote.id` is
 * set. */
struct MatchDecision {
    enum class Choice : quint8 {
        Open, ///< nobody decided yet
        Left, ///< a person left it; it is not asked again
        Create, ///< a person wants the record made in the PSA besides the candidates
        Count
    };
    /** One that matches. Exactly one of `recordId` and `remote.id` is set. */
    struct Candidate {
        RecordId recordId = 0;
        RemoteKey remote = {};
        QString name;
        QString detail; ///< what tells it from the others: serial number, address, email; may be empty

        bool operator==(const Candidate &) const = default;
    };

    qint64 id = 0;
    IntegrationId integrationId = 0;
    QString integrationName; ///< only when read
    Platform platform = Platform::ConnectWise; ///< only when read
    AssetKind kind = AssetKind::Organization;
    RecordId recordId = 0; ///< this record has several matches in the PSA
    RemoteKey remote; ///< this remote record has several matches here
    QString name;
    QString detail; ///< its organization and what tells it apart; may be empty
    QList<Candidate> candidates;
    Choice choice = Choice::Open;
    QDateTime foundAt; ///< UTC
};

/** The word in the database: "open", "left", "create". */
[[nodiscard]] QString matchChoiceName(MatchDecision::Choice choice);
[[nodiscard]] std::optional<MatchDecision::Choice> matchChoiceFromName(const QString &name);

} // namespace tandem
