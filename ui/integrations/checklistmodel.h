// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"

#include <QAbstractListModel>
#include <QList>
#include <QSet>
#include <QString>

namespace tandem {

/** The values of one of the PSA's lists with their ticks: active ones first, by name, as a check list wants
 * them. */
class CheckListModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckListModel)
public:
    enum Role {
        RemoteIdRole = Qt::UserRole,
        ActiveRole, ///< bool
    };

    explicit CheckListModel(QObject *parent = nullptr);

    /** Replaces the values; `ticked` are remote ids, and those that the list lacks are dropped. */
    void setValues(const QList<StoredOption> &values, const QSet<QString> &ticked);
    [[nodiscard]] QSet<QString> ticked() const;
    /** Row of a value, or -1. */
    [[nodiscard]] int rowOf(const QString &remoteId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void tickedChanged();

private:
    QList<StoredOption> m_values;
    QSet<QString> m_ticked;
};

} // namespace tandem
