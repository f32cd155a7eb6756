// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "rules/fieldmap.h"
#include "store/integration.h"

#include <QAbstractTableModel>
#include <QList>

#include <optional>

namespace tandem {

[[nodiscard]] QString directionText(Direction direction, const QString &psa);
/** What counts as the same value, in words. */
[[nodiscard]] QString normalFormText(NormalForm form);

/**
 * The map of one kind as a table to read: a row a field that travels, the integration's custom fields after
 * those of the platform, and last the custom fields that the tenant has no longer.
 */
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

    FieldMapModel(const Integration &integration, AssetKind kind, QObject *parent = nullptr);

    void setIntegration(const Integration &integration);
    /** The custom field of a row; nothing for one of the platform's fields. */
    [[nodiscard]] std::optional<CustomMapping> customField(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void fill(const Integration &integration);
    [[nodiscard]] bool isGone(int row) const;

    const AssetKind m_kind;
    QString m_psa;
    QList<MappedField> m_fields;
    QList<CustomMapping> m_custom; ///< of this kind
};

} // namespace tandem
