// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/eventlog.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QTimer;

namespace tandem {

class EventTypeButton;

/** What of the log is shown (rule G2): words, types of event, kind of record, days, failures only. */
class LogFilterBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogFilterBar)
public:
    explicit LogFilterBar(QWidget *parent = nullptr);

    /** Days as they are now in the person's time zone; integration and page are the caller's. */
    [[nodiscard]] EventQuery query() const;
    [[nodiscard]] bool isFiltering() const;
    void clear();

Q_SIGNALS:
    void changed();

private:
    enum class Period : quint8 {
        All,
        Today,
        Week,
        Month,
        Custom,
    };

    void flush();
    void takePeriod();

    QLineEdit *m_search;
    QTimer *m_typing;
    QCheckBox *m_failuresOnly;
    EventTypeButton *m_types;
    QComboBox *m_kind;
    QComboBox *m_period;
    QWidget *m_dates;
    QDateEdit *m_from;
    QDateEdit *m_to;
};

} // namespace tandem
