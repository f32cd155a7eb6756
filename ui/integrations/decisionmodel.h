// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/matchdecision.h"

#include <QAbstractTableModel>

namespace tandem {

/** What needs a decision, oldest first (rule D2). */
class DecisionModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionModel)
public:
    enum Column { NameColumn, DetailColumn, FoundColumn, ColumnCount };

    explicit DecisionModel(QObject *parent = nullptr);

    /** What stays keeps its line, so that the selection does. */
    void setDecisions(const QList<MatchDecision> &decisions);
    [[nodiscard]] const MatchDecision &decision(int row) const;
    /** -1 when it is not there. */
    [[nodiscard]] int rowOf(qint64 decision) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<MatchDecision> m_decisions;
};

} // namespace tandem
