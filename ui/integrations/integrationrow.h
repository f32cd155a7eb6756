// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"

#include <QFrame>

class QAction;
class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace tandem {

class BadgeLabel;
class ElidedLabel;
class NoticeLabel;

/** One integration in Account > Integrations: its state in icon and words, its figures, and its Actions menu.
 */
class IntegrationRow final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IntegrationRow)
public:
    enum class Action : quint8 {
        SyncSettings,
        ManageData,
        Decisions, ///< Manage Data, at what needs a decision
        Logs,
        Calls, ///< what is used of the PSA's budget
        StartSync,
        StopSync,
        TogglePause,
        PushAll,
        FieldMapping,
        EditConnection,
        Disconnect,
        Count
    };
    Q_ENUM(Action)

    explicit IntegrationRow(QWidget *parent = nullptr);

    void setStatus(const IntegrationStatus &status);
    [[nodiscard]] const IntegrationStatus &status() const;
    /** A run of Push All Syncable Assets goes on or is paused, so that its window opens whatever the settings are. */
    void setPushAllRuns(bool runs);
    /** For the tab order. */
    [[nodiscard]] QWidget *actionsButton() const;
    [[nodiscard]] QWidget *stopButton() const;
    [[nodiscard]] QWidget *decisionsLink() const;

Q_SIGNALS:
    void chosen(tandem::IntegrationRow::Action action);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void focusNextPrevRow(int step);
    void showPushAll();
    QAction *addAction(Action action, const QString &name, const QString &icon, const QString &text);

    IntegrationStatus m_status;
    BadgeLabel *m_badge;
    QLabel *m_name;
    QLabel *m_stateIcon;
    QLabel *m_state;
    ElidedLabel *m_activity;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QLabel *m_figures;
    QLabel *m_decisions;
    NoticeLabel *m_sentence;
    QPushButton *m_button;
    QMenu *m_menu;
    QAction *m_startSync = nullptr;
    QAction *m_stopSync = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_pushAll = nullptr;
    bool m_pushAllRuns = false;
};

} // namespace tandem
