// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/eventlog.h"

#include <QAbstractTableModel>
#include <QList>

namespace tandem {

class RecordReader;

/** The log of an integration, newest first (rule G2); older lines are read as a view scrolls to the end. */
class EventTableModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventTableModel)
public:
    enum Column {
        TimeColumn,
        EventColumn,
        RecordColumn,
        PersonColumn,
        MessageColumn,
        RequestColumn,
        ColumnCount
    };

    explicit EventTableModel(RecordReader &reader, QObject *parent = nullptr);

    /** Starts over with another filter; `beforeId` is ours. */
    void setQuery(const EventQuery &query);
    /** Reads the newest lines again with the same filter. */
    void reload();
    [[nodiscard]] const Event &event(int row) const;
    /** All columns of a line, parted by tabs. */
    [[nodiscard]] QString rowText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /** Lines have arrived, perhaps none. */
    void loaded();
    void loadFailed(const tandem::Error &error);

private:
    void take(const QList<Event> &events, bool fromNewest);

    RecordReader &m_reader;
    EventQuery m_query;
    QList<Event> m_events;
    int m_request = 0; ///< only the answer to the newest request counts
    bool m_isReading = false;
    bool m_isComplete = false;
};

} // namespace tandem
