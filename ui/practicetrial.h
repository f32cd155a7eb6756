// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"

#include <QObject>

namespace tandem {

class Application;
class PracticePsa;

/** "Try With a Practice PSA": runs one, connects to it, turns two-way sync on and brings its records in. */
class PracticeTrial final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PracticeTrial)
public:
    explicit PracticeTrial(Application &application, QObject *parent = nullptr);
    ~PracticeTrial() override;

    void start();
    /** Runs the practice PSA again when this profile is connected to it. */
    void resume();

Q_SIGNALS:
    /** Whether the way from `start` to a connection is under way. */
    void busyChanged(bool isBusy);
    void said(const QString &sentence);
    /** `detail` may be empty. */
    void failed(const QString &sentence, const QString &detail);
    /** It is connected already; a sync is all there is to do. */
    void syncWanted();

private:
    void connectTo(const ConnectionDetails &details);
    void turnOn(IntegrationId id);
    void setBusy(bool isBusy);

    Application &m_application;
    PracticePsa *m_practice;
    bool m_isBusy = false;
};

} // namespace tandem
