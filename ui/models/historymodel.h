// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
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
        PutBackColumn, ///< empty; its tool tip tells what a button there does
        ColumnCount,
    };
    enum Role {
        EventIdRole = Qt::UserRole, ///< qint64
        FieldRole, ///< field id of a change; empty for an event
        CanPutBackRole, ///< bool: the change replaced a value, or let one lose, that the record has not now
        PutBackTextRole, ///< that value for people; empty when it was blank
    };

    explicit HistoryModel(QObject *parent = nullptr);

    /** Another record, or none. */
    void clear();
    /** The newest events as they are now. What was shown stays, unless newer ones lie between. */
    void setNewest(const QList<Event> &events);
    /** Events that come after the last. */
    void appendOlder(const QList<Event> &events);
    /** What the record has now. */
    void setCurrent(const FieldValues &fields);
    /** 0 when there is none. */
    [[nodiscard]] qint64 oldestId() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        Event event;
        QStringList fields; ///< that it changed, in the order of the form
    };

    [[nodiscard]] static Line lineOf(const Event &event);
    [[nodiscard]] int rowOf(qint64 eventId) const;
    [[nodiscard]] QVariant eventData(const Event &event, int column, int role) const;
    [[nodiscard]] QVariant changeData(const Line &line, int row, int column, int role) const;

    QList<Line> m_lines;
    FieldValues m_current;
};

} // namespace tandem
