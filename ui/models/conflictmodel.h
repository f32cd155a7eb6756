// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/conflict.h"

#include <QAbstractTableModel>
#include <QList>

namespace tandem {

/** The fields of one record that one PSA and Tandem both changed. */
struct ConflictCase {
    QList<Conflict> fields; ///< never empty

    [[nodiscard]] RecordId recordId() const;
    [[nodiscard]] IntegrationId integrationId() const;
};

/** Every record with conflicts, oldest first. New answers change only the rows that differ. */
class ConflictModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConflictModel)
public:
    enum ColumnName {
        RecordColumn,
        FieldsColumn,
        ColumnCount,
    };

    explicit ConflictModel(QObject *parent = nullptr);

    void setConflicts(const QList<Conflict> &conflicts);
    /** nullptr when there is no such row. */
    [[nodiscard]] const ConflictCase *at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ConflictCase> m_cases;
};

} // namespace tandem
