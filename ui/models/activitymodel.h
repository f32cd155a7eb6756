// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"

#include <QAbstractTableModel>
#include <QList>

namespace tandem {

/** What runs now and what just happened, newest first; bounded, so that a long pull does not fill the memory.
 */
class ActivityModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityModel)
public:
    enum ColumnName {
        TimeColumn,
        RecordColumn,
        StateColumn,
        MessageColumn,
        ColumnCount,
    };
    enum Role {
        RecordIdRole = Qt::UserRole, ///< 0: the line is about no record
    };
    static constexpr int maxLines = 1000;

    explicit ActivityModel(QObject *parent = nullptr);

    /** A line with a known id is replaced in its place; others come to the top. */
    void add(const Activity &line);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Activity> m_lines; ///< oldest first; row 0 is the last
};

} // namespace tandem
