// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"

#include <QWizard>

namespace tandem {

class Application;
class ConnectionPage;
class NamePage;
class PlatformPage;
class ReviewSettingsPage;

/** Account > Integrations > New Integration: choose a PSA, connect, name, review what syncs. Open it with
 * `open()`. */
class NewIntegrationWizard final : public QWizard {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewIntegrationWizard)
public:
    explicit NewIntegrationWizard(Application &application, QWidget *parent = nullptr);
    ~NewIntegrationWizard() override;

    /** Asks before it throws away what was typed. */
    void reject() override;

private:
    Application &m_application;
    PlatformPage *m_platform;
    ConnectionPage *m_connection;
    NamePage *m_name;
    ReviewSettingsPage *m_review;
};

} // namespace tandem
