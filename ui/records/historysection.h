// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordreader.h"

#include <QWidget>

class QPushButton;
class QTreeView;

namespace tandem {

class Application;
class HistoryModel;

/** What happened to a record, newest first; what a line replaced or let lose can be put back (rule E5). */
class HistorySection final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistorySection)
public:
    explicit HistorySection(Application &application, QWidget *parent = nullptr);

    /** Another record, or the same as it is now. */
    void setRecord(const RecordView &view);

Q_SIGNALS:
    /** A value was put back; a sentence for the person. */
    void said(const QString &sentence);
    void failed(const QString &sentence);

private:
    void askOlder();
    void putBack(const QModelIndex &index);
    void openMenu(const QPoint &position);
    void fitHeight();

    Application &m_application;
    RecordId m_id = 0;
    HistoryModel *m_model;
    QTreeView *m_view;
    QPushButton *m_all;
};

} // namespace tandem
