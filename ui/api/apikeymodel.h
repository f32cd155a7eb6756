// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/apikeystore.h"

#include <QAbstractTableModel>

namespace tandem {

/** Keys of the local API, a row each; revoked ones are dimmed. */
class ApiKeyModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiKeyModel)
public:
    enum Column { NameColumn, RoleColumn, CreatedColumn, LastUsedColumn, StateColumn, ColumnCount };

    explicit ApiKeyModel(QObject *parent = nullptr);

    /** The same keys again only bring their cells up to date, so that what is chosen stays chosen. */
    void setKeys(const QList<ApiKey> &keys);
    /** One without an id when there is no such row. */
    [[nodiscard]] ApiKey keyAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString cell(const ApiKey &key, int column);
    [[nodiscard]] static QString toolTip(const ApiKey &key, int column);

    QList<ApiKey> m_keys;
};

} // namespace tandem
