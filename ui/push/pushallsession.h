// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"

#include <QObject>

namespace tandem {

class Application;

/** What the pages of Push All Syncable Assets have in common: whose it is, how it stands, and what was
 * chosen. GUI thread. */
class PushAllSession final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushAllSession)
public:
    PushAllSession(Application &application, const Integration &integration, const PushAllStatus &status,
                   QObject *parent = nullptr);

    [[nodiscard]] Application &application() const;
    [[nodiscard]] const Integration &integration() const;
    /** "ConnectWise". */
    [[nodiscard]] QString psa() const;
    [[nodiscard]] const PushAllStatus &status() const;
    /** A run goes on, or is paused. */
    [[nodiscard]] bool isRunning() const;
    /** The last run that was confirmed; its `id` is 0 when there was none (rule F3). */
    [[nodiscard]] const Plan &lastRun() const;
    [[nodiscard]] const PlanCountsByKind &lastRunCounts() const;
    /** Asks how it stands. */
    void refresh();

    [[nodiscard]] const PushAllScope &scope() const;
    void setScope(const PushAllScope &scope);
    /** The preview that is to be confirmed; its `id` is 0 while there is none. */
    [[nodiscard]] const Plan &preview() const;
    [[nodiscard]] const PlanCountsByKind &previewCounts() const;
    void setPreview(const Plan &plan, const PlanCountsByKind &counts);
    /** A person has said so (rule F3). */
    [[nodiscard]] bool hasSeenLastRun() const;
    void setHasSeenLastRun(bool hasSeen);

Q_SIGNALS:
    /** The run stands differently. */
    void changed();

private:
    void take(const PushAllStatus &status);

    Application &m_application;
    const Integration m_integration;
    PushAllStatus m_status;
    PushAllScope m_scope;
    Plan m_preview;
    PlanCountsByKind m_previewCounts;
    bool m_hasSeenLastRun = false;
};

} // namespace tandem
