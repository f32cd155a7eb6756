// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event.h"

#include <QAbstractItemModel>
#include <QList>

namespace tandem {

/** A record's history, newest first: each event, and below it what it did to each field (rule E5). */
class HistoryModel final : public QAbstractItemModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryModel)
public:
    enum ColumnName {
        TimeColumn,
        WhatColumn,
        PersonColumn,
        ColumnCount,
    };
    enum Role {
        FieldRole = Qt::UserRole, ///< field id of a change; empty for an event
        BeforeRole, ///< QJsonValue before the change
        BeforeTextRole, ///< the same for people; empty when it was blank
    };

    explicit HistoryModel(QObject *parent = nullptr);

    void setEvents(const QList<Event> &events);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant eventData(const Event &event, int column, int role) const;
    [[nodiscard]] QVariant changeData(int eventRow, int row, int column, int role) const;

    QList<Event> m_events;
    QList<QStringList> m_fields; ///< of each event, in the order of the form
};

} // namespace tandem
