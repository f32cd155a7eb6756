// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/messagebar.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tandem {

/** A long action in a window: how far it is and a way to stop it, then what came of it. Hidden while there is
 * neither. */
class JobBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobBar)
public:
    explicit JobBar(QWidget *parent = nullptr);

    void showRunning(const QString &text);
    /** `share` 0…1; below 0: not known. */
    void setProgress(double share);
    /** `file`, when not empty, gets a button that opens its folder. */
    void showResult(MessageBar::Tone tone, const QString &text, const QString &file = {});
    void clear();
    [[nodiscard]] bool isRunning() const;
    /** The result that is shown; empty when none is. */
    [[nodiscard]] QString resultText() const;

Q_SIGNALS:
    void stopWanted();

private:
    QWidget *m_running;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    MessageBar *m_message;
    QPushButton *m_openFolder;
    QString m_file;
    bool m_isRunning = false;
};

} // namespace tandem
