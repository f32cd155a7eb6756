// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/callfigures.h"

#include <QAbstractTableModel>

namespace tandem {

/** What an account's calls have used of its budgets: a line for the account, then one for each endpoint. */
class CallFiguresModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallFiguresModel)
public:
    enum Column {
        NameColumn,
        UsedColumn, ///< of each budget: "214 of 1,000 a minute"
        PaceColumn, ///< how far apart calls leave now
        UnderWayColumn, ///< of the permits in force
        WaitingColumn,
        CallsColumn, ///< since Tandem connected
        ColumnCount
    };

    explicit CallFiguresModel(QObject *parent = nullptr);

    /** The same endpoints again only bring their figures up to date. */
    void setFigures(const CallFigures &figures);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        QString name; ///< empty: the whole account
        QList<WindowFigures> windows;
        qint64 calls = 0;
        int inFlight = 0;
        int waiting = 0;
        int permitsInForce = 1;
        int permitsAllowed = 1;
    };
    [[nodiscard]] QString text(const Line &line, Column column) const;
    [[nodiscard]] QString toolTip(const Line &line, Column column) const;

    QList<Line> m_lines;
};

} // namespace tandem
