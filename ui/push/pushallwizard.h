// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"

#include <QWizard>

namespace tandem {

class Application;
class PushAllPreviewPage;
class PushAllSession;

/** Actions > Push All Syncable Assets (rules F1–F3). While a run goes on it opens at that. Open it with
 * `open()`. */
class PushAllWizard final : public QWizard {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushAllWizard)
public:
    enum PageId { IntroId, ScopeId, PreviewId, ConfirmId, ProgressId, ResultsId };

    /** `status`: as the engine tells it now. */
    PushAllWizard(Application &application, const Integration &integration, const PushAllStatus &status,
                  QWidget *parent = nullptr);
    ~PushAllWizard() override;

    /** For pictures: goes to the preview of everything. */
    void showPreview();
    /** What the page shows has come. */
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    /** A person wants to see this record; the window is still open. */
    void recordActivated(tandem::RecordId id);

private:
    Application &m_application;
    PushAllSession *m_session;
    PushAllPreviewPage *m_preview;
};

} // namespace tandem
