// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "support/practicedoor.h"

#include <QProcess>
#include <QStringList>

namespace tandem {

/** How many records a practice PSA starts with. */
struct PracticeSize {
    int organizations = 2;
    int locations = 2;
    int contacts = 2;
    int configurations = 2;
};

/** A practice PSA in a process of its own (`tandemctl practice`), with its control door. */
class PracticeProcess final : public PracticeDoor {
    Q_DISABLE_COPY_MOVE(PracticeProcess)
public:
    explicit PracticeProcess(const PracticeSize &size = {}, const QStringList &options = {},
                             Platform platform = Platform::ConnectWise);
    /** What is no PSA but has a practice server, by the word that `tandemctl practice` has for it ("itglue"). */
    PracticeProcess(const QString &word, const PracticeSize &size, const QStringList &options = {});
    ~PracticeProcess() override;

    /** Starts it again after `stop`, on the same port; give `--state FILE` to find its records again. */
    void start();
    void stop();

    /** `Count` for what is no PSA. */
    [[nodiscard]] Platform platform() const;
    [[nodiscard]] QString url() const;
    /** The `credentials` of its first line, as `--secret-stdin` takes them. */
    [[nodiscard]] QJsonObject credentials() const;
    /** Its first line. */
    [[nodiscard]] QJsonObject announcement() const;

private:
    void prepare();

    const Platform m_platform;
    const QStringList m_arguments;
    QProcess m_process;
    QJsonObject m_announcement;
};

} // namespace tandem
