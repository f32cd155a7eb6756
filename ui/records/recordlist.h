// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recordtablemodel.h"
#include "ui/models/sidebarmodel.h"

#include <QIcon>
#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace tandem {

class Application;
class BadgeDelegate;
class ElidedLabel;
class EmptyState;
class MessageBar;

/** The table of records with its heading, its filter by state, and its footer; what it shows is chosen from
 * outside. */
class RecordList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordList)
public:
    explicit RecordList(Application &application, QWidget *parent = nullptr);

    /** What is shown already stays as it is. */
    void showEntry(const SidebarEntry &entry);
    [[nodiscard]] const SidebarEntry &entry() const;
    /** Words to search all records for; empty: back to the entry. */
    void setSearch(const QString &words);
    /** What stands there when there is nothing to list; `actions` for that case, the primary one first. */
    struct Emptiness {
        QIcon icon;
        QString title;
        QString text;
        QList<QAction *> actions;
    };
    /** Asked whenever the list turns out empty. */
    void setEmptiness(std::function<Emptiness(const RecordQuery &)> describe);

    [[nodiscard]] RecordTableModel *model() const;
    [[nodiscard]] QTableView *view() const;
    /** 0: none. */
    [[nodiscard]] RecordId currentId() const;
    /** Selects it as soon as it is in the list. */
    void select(RecordId id);
    /** One row down (1) or up (-1); answers the record there, 0 at the end. */
    RecordId step(int rows);
    void copyCell() const;
    void copyRows() const;
    void saveLayout();

Q_SIGNALS:
    /** The person or the program went to a record; 0: none is selected. */
    void currentChanged(tandem::RecordId id);
    /** Enter or a double click: the person wants to edit it. */
    void editWanted(tandem::RecordId id);
    /** The person wants to go through the conflicts that are listed. */
    void conflictsWanted();
    void settled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyQuery();
    void restoreLayout();
    void fitColumns();
    void openColumnMenu(const QPoint &position);
    void setCurrentRow(int row);
    void rememberPlace();
    void restorePlace();
    void takeLoaded();
    void takeCurrent(const QModelIndex &index);
    void showPage();
    void askWaiting();
    void showFooter();

    Application &m_application;
    RecordTableModel *m_model;
    SidebarEntry m_entry;
    QString m_search;
    RecordId m_wantedId = 0; ///< to be selected when it comes
    bool m_isCurrentLeaving = false;
    QPersistentModelIndex m_anchor; ///< the row that stays where it is on the screen while others come and go
    int m_anchorOffset = 0; ///< rows from the top of the view
    bool m_fitsColumns = true; ///< until the person sets a width, the columns share the room there is
    bool m_isFitting = false;
    qint64 m_waiting = 0;
    QTimer m_waitingTimer;
    QString m_layoutKey; ///< of the columns shown now
    std::function<Emptiness(const RecordQuery &)> m_emptiness;

    ElidedLabel *m_title;
    QToolButton *m_conflicts;
    QComboBox *m_state;
    MessageBar *m_message;
    QToolButton *m_retry;
    QStackedWidget *m_pages;
    QTableView *m_view;
    BadgeDelegate *m_badges;
    EmptyState *m_empty;
    QLabel *m_footer;
};

} // namespace tandem
