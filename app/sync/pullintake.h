// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/pulltaker.h"

#include <QElapsedTimer>

#include <span>

namespace tandem {

/**
 * Where a pull's remote records come in: what of them is news is found out for a few at a time, with one
 * question to the database for all of these, and taken over. Everything but the first lines is done inside a
 * Transaction of the caller, and nothing that was looked up is kept for the next one, when a person may have
 * saved. Engine's thread.
 */
class PullIntake final {
    Q_DISABLE_COPY_MOVE(PullIntake)
public:
    /** References of an organization to what came after it. */
    struct Unfinished {
        RemoteKey key;
        RemoteValues missing;
    };

    /** `isFull`: of what did not change, references to what is here by now are still looked for. */
    PullIntake(Stores &stores, ChangeNotifier &notifier, const FieldMap &map, const Integration &integration,
               const QDateTime &startedAt, bool isFull);

    /** Reads the lists and the decisions. */
    [[nodiscard]] Result<void> begin();
    /** Rule D1. */
    [[nodiscard]] bool isSyncing(const RemoteRecord &remote) const;
    /** Takes these over, of which each is of this kind; answers how many were news. */
    [[nodiscard]] Result<qint64> take(AssetKind kind, std::span<const RemoteRecord> records);
    /** Something was left to pushes, so the next pull must look again. */
    [[nodiscard]] bool hasLeftSome() const;
    /** Organizations refer to others that may come later, and to their locations; empty afterwards. */
    [[nodiscard]] QList<Unfinished> takeUnfinished();
    [[nodiscard]] Result<void> finish(const QList<Unfinished> &few);
    /** What is taken from here on was asked for at this moment, not when the pull began. */
    void setAskedAt(const QDateTime &at);
    /** Thin records that may be the same as one here, and so must be read as a whole first; empty afterwards. */
    [[nodiscard]] QList<RemoteKey> takeUnmatched();
    /** These were asked for, and are not there. */
    [[nodiscard]] Result<void> noteGone(AssetKind kind, const QList<RemoteKey> &keys);
    /** Decisions on records of these kinds that are not to be made any more. */
    [[nodiscard]] Result<void> dropSettledDecisions(const QList<AssetKind> &kinds);

private:
    /** A remote record that needs a look. */
    struct News {
        const RemoteRecord *remote = nullptr;
        Link link = {}; ///< `id` 0: it has none
        bool isSyncing = false;
        QList<QPair<AssetKind, QString>> references = {}; ///< not empty: only these may be new
        LocalConversion local = {}; ///< unlinked ones only, as the rest
        PlaceAndName place = {};
        QList<Record> candidates = {};
    };
    using DecisionKey = QPair<AssetKind, QString>;

    [[nodiscard]] Result<QList<News>> newsAmong(AssetKind kind, std::span<const RemoteRecord> records);
    [[nodiscard]] Result<void> leaveToPushes(QList<News> &all);
    [[nodiscard]] Result<void> learn(AssetKind kind, const QList<News> &all);
    [[nodiscard]] bool knows(const MappedField &field, const RemoteRecord &remote) const;
    [[nodiscard]] Result<void> lookUpReferences(const QList<News> &all);
    [[nodiscard]] Result<void> findCandidates(AssetKind kind, QList<News> &all);
    [[nodiscard]] Result<PullTaker::Taken> takeUnlinked(const News &news, QSet<RecordId> &linked);
    [[nodiscard]] Result<void> ask(const News &news, const QList<Record> &candidates);
    [[nodiscard]] Result<void> finishOne(const Unfinished &unfinished);
    [[nodiscard]] Result<void> noteDetails(AssetKind kind, std::span<const RemoteRecord> records);
    void announceNew();

    Stores &m_stores;
    ChangeNotifier &m_notifier;
    const FieldMap &m_map;
    const Integration m_integration;
    QDateTime m_askedAt;
    const bool m_isFull;
    PullTaker m_taker;
    EnabledValues m_enabled;
    LocalBook m_values; ///< what the PSA's list values stand for here
    LocalBook m_book; ///< the same, and what the records at hand refer to
    QHash<DecisionKey, MatchDecision> m_decisions;
    QSet<DecisionKey> m_upheld; ///< decisions that are still to be made
    QSet<DecisionKey> m_asked; ///< of which a person is asked whether they are what a push would make
    QList<Unfinished> m_unfinished;
    QList<RemoteKey> m_unmatched;
    QElapsedTimer m_sinceAnnounced;
    bool m_hasLeftSome = false;
};

} // namespace tandem
