// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "psa/psaclient.h"

#include <QDateTime>
#include <QHash>
#include <QJsonValue>
#include <QList>

#include <functional>
#include <map>

namespace tandem {

/** A record as the simulated PSA holds it. */
struct SimulatedRecord {
    AssetKind kind = AssetKind::Organization;
    int id = 0;
    RemoteValues values;
    int version = 0; ///< 0: being made
    QDateTime changedAt;
    bool isMadeByTandem = false;
    bool isDeleted = false;
    QHash<QString, QList<QJsonValue>> had; ///< every value that a field ever had, by field
    QHash<QString, QList<QJsonValue>> setByPeople; ///< those that people there changed it to
};

/**
 * A PSA of nothing but its data and its habits, with Tandem's field ids for its own: it trims, writes short
 * names in capitals, keeps no line breaks in notes, makes a first site with every company, and refuses what
 * lacks a required field or refers to what it does not have. It deletes nothing that something refers to.
 */
class SimulatedPsa final {
public:
    explicit SimulatedPsa(std::function<QDateTime()> now);

    enum class By { People, Tandem };
    [[nodiscard]] Result<RemoteRecord> create(AssetKind kind, RemoteValues values, By by);
    [[nodiscard]] Result<RemoteRecord> update(AssetKind kind, int id, const RemoteValues &changes, By by);
    /** False when something refers to it. */
    bool remove(int id);
    [[nodiscard]] Result<RemoteRecord> read(AssetKind kind, int id) const;
    /** Those after `afterId` that changed since, of an organization when it is named; by id. */
    [[nodiscard]] QList<RemoteRecord> list(AssetKind kind, int afterId, const QDateTime &changedSince,
                                           int organization, qsizetype limit) const;
    [[nodiscard]] QList<RemoteRecord> similar(AssetKind kind, const RemoteValues &values) const;
    [[nodiscard]] static QList<RemoteOption> options(OptionList list);

    [[nodiscard]] const std::map<int, SimulatedRecord> &records() const;
    /** Deleted ones too. */
    [[nodiscard]] const SimulatedRecord *find(int id) const;
    [[nodiscard]] QList<int> ids(AssetKind kind) const;
    [[nodiscard]] int writes() const; ///< by Tandem, granted or not

    /** How it keeps a value that it is given. */
    [[nodiscard]] static QJsonValue stored(const QString &field, const QJsonValue &value);

private:
    [[nodiscard]] Result<void> check(AssetKind kind, const RemoteValues &values) const;
    [[nodiscard]] bool isReferredTo(int id) const;
    [[nodiscard]] RemoteRecord shown(const SimulatedRecord &record) const;
    void set(SimulatedRecord &record, const RemoteValues &changes, By by) const;

    const std::function<QDateTime()> m_now;
    std::map<int, SimulatedRecord> m_records;
    int m_lastId = 0;
    int m_writes = 0;
};

} // namespace tandem
