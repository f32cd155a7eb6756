// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/elidedlabel.h"

#include <QTimer>

namespace tandem {

class Application;

/** The line of the status bar: what was just said, what runs, what waits, when the next sync is, and the
 * calls. */
class StatusText final : public ElidedLabel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusText)
public:
    explicit StatusText(Application &application, QWidget *parent = nullptr);

    /** Shows a sentence for a moment, before everything else. */
    void say(const QString &sentence);
    /** How many records wait: the figure of the sidebar. */
    void setWaiting(qint64 records);

private:
    void showState();

    Application &m_application;
    QTimer m_saidTimer;
    QString m_said;
    qint64 m_waiting = 0;
};

} // namespace tandem
