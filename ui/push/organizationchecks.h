// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordlist.h"

#include <QAbstractListModel>
#include <QList>
#include <QSet>
#include <QString>

namespace tandem {

/** The organizations with their ticks, those of them whose name has the words that are searched for. */
class OrganizationChecks final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrganizationChecks)
public:
    explicit OrganizationChecks(QObject *parent = nullptr);

    /** Replaces the list; those of `ticked` that it lacks are dropped. Nothing: all are ticked. */
    void setOrganizations(const QList<RecordCounts::OrganizationCount> &organizations,
                          const std::optional<QSet<RecordId>> &ticked);
    void setSearch(const QString &words);
    /** Those that are shown. */
    void tickShown(bool isTicked);

    [[nodiscard]] qsizetype count() const; ///< of all
    [[nodiscard]] const QSet<RecordId> &ticked() const;
    [[nodiscard]] bool areAllTicked() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void tickedChanged();

private:
    void find();

    QList<RecordCounts::OrganizationCount> m_organizations;
    QList<int> m_shown; ///< places in `m_organizations`
    QSet<RecordId> m_ticked;
    QString m_search;
};

} // namespace tandem
