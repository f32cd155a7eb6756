// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "rules/fieldmap.h"

#include <QAbstractTableModel>

namespace tandem {

[[nodiscard]] QString directionText(Direction direction, const QString &psa);
/** What counts as the same value, in words. */
[[nodiscard]] QString normalFormText(NormalForm form);

/** The map of one kind as a table to read: a row a field that travels. */
class FieldMapModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldMapModel)
public:
    enum Column {
        FieldColumn,
        DirectionColumn,
        RemoteColumn,
        NormalFormColumn,
        RequiredColumn,
        LengthColumn,
        ColumnCount
    };

    FieldMapModel(const FieldMap &map, AssetKind kind, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    KindMap m_map;
    AssetKind m_kind;
    QString m_psa;
};

} // namespace tandem
