// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/office.h"
#include "sync/syncengine.h"

#include <QHash>

#include <memory>
#include <optional>

namespace tandem {

/**
 * An almost full PSA, and what a second profile is filled with to be pushed there: ten clients with all that
 * belongs to them, of which three are exactly in the PSA, and two that a gate holds. The PSA has clients
 * besides that the profile does not know.
 */
class PushMove final {
    Q_DISABLE_COPY_MOVE(PushMove)
public:
    explicit PushMove(Platform platform, const QStringList &practiceOptions = {});
    ~PushMove();

    [[nodiscard]] PracticeProcess &practice();
    [[nodiscard]] Platform platform() const;
    /** Makes the records of the second profile, connects it as "New" and enables two-way sync; 0 when that
     * failed. */
    [[nodiscard]] IntegrationId fill(SyncEngine &engine);

    // What is expected of a push of everything, by kind.
    [[nodiscard]] int created(AssetKind kind) const;
    [[nodiscard]] int linked(AssetKind kind) const;
    [[nodiscard]] int held(AssetKind kind) const;
    /** How many the PSA had from the start. */
    [[nodiscard]] qsizetype before(AssetKind kind) const;
    /** Records of the second profile, and the ids of their exact matches there. */
    [[nodiscard]] const QHash<RecordId, QString> &matches() const;
    /** One of the organizations that are held. */
    [[nodiscard]] RecordId bare() const;

    /** Everything that the PSA has but what it numbers and dates itself, in an order of its own. */
    [[nodiscard]] QStringList everythingThere();

private:
    using RecordMap = QHash<RecordId, RecordId>;

    [[nodiscard]] bool copyClient(SyncEngine &engine, RecordId client, int number);
    [[nodiscard]] RecordId copy(SyncEngine &engine, const Record &record, const RecordMap &copies,
                                const QString &name);
    [[nodiscard]] std::optional<OptionId> optionLike(SyncEngine &engine, OptionId option);
    [[nodiscard]] RecordId addBare(SyncEngine &engine, int number);
    [[nodiscard]] QList<Record> belowClient(AssetKind kind, RecordId client);

    std::unique_ptr<Office> m_office;
    QHash<AssetKind, qsizetype> m_before;
    QHash<AssetKind, int> m_created;
    QHash<AssetKind, int> m_linked;
    QHash<AssetKind, int> m_held;
    QHash<RecordId, QString> m_matches;
    QHash<OptionId, OptionId> m_options;
    RecordId m_bare = 0;
};

} // namespace tandem
