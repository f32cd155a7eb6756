// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;

namespace tandem {

/** What stands where a list would be when there is nothing to list: it says why, and offers what to do about
 * it. */
class EmptyState final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /** The first action is the primary one. The actions stay their owner's. */
    void show(const QIcon &icon, const QString &title, const QString &text, const QList<QAction *> &actions);

private:
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace tandem
