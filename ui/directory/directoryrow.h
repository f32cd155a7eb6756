// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/directory/directoryservice.h"

#include <QFrame>

class QAction;
class QLabel;
class QMenu;
class QPushButton;

namespace tandem {

class ElidedLabel;
class NoticeLabel;

/** One directory in Account > Integrations: its state in icon and words, its figures, and its Actions menu.
 */
class DirectoryRow final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DirectoryRow)
public:
    enum class Action : quint8 { SyncNow, TogglePause, Logs, Edit, Remove };
    Q_ENUM(Action)

    explicit DirectoryRow(QWidget *parent = nullptr);

    void setStatus(const DirectoryStatus &status);
    [[nodiscard]] const DirectoryStatus &status() const;
    [[nodiscard]] QWidget *actionsButton() const; ///< for the tab order

Q_SIGNALS:
    void chosen(tandem::DirectoryRow::Action action);

private:
    QAction *addAction(Action action, const QString &name, const QString &icon, const QString &text);

    DirectoryStatus m_status;
    QLabel *m_name;
    QLabel *m_stateIcon;
    QLabel *m_state;
    ElidedLabel *m_activity;
    QLabel *m_figures;
    NoticeLabel *m_sentence;
    QPushButton *m_button;
    QMenu *m_menu;
    QAction *m_syncNow = nullptr;
    QAction *m_pause = nullptr;
};

} // namespace tandem
