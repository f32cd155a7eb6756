// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"

#include <QObject>
#include <QProcess>
#include <QString>

class QSettings;

namespace tandem {

/**
 * A practice PSA to try Tandem with: a simulated ConnectWise, run as a child process for as long as the
 * window is open. It comes back at the same address with the same records, so that an integration with it
 * goes on working.
 */
class PracticePsa final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PracticePsa)
public:
    PracticePsa(QSettings &settings, const QString &profileFolder, QObject *parent = nullptr);
    ~PracticePsa() override;

    /** Ends in `ready` or `failed`; when it runs already, in `ready` at once. */
    void start();
    /** Whether it has been used in this profile, so that it has to run again. */
    [[nodiscard]] bool isRemembered() const;
    void forget();

Q_SIGNALS:
    void ready(const tandem::ConnectionDetails &details);
    void failed(const QString &sentence);

private:
    void readAddress();
    void takeEnd();

    QSettings &m_settings;
    QString m_stateFile;
    QProcess m_process;
    ConnectionDetails m_details;
    bool m_isReady = false;
};

} // namespace tandem
