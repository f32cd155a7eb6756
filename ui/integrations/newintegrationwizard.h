// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"

#include <QWizard>

namespace tandem {

class Application;
class ConnectionPage;
class DirectoryPage;
class NamePage;
class PlatformPage;
class ReviewSettingsPage;

/** Account > Integrations > New Integration: choose a PSA, connect, name, review what syncs; or choose a
 * directory and connect it. Open it with `open()`. */
class NewIntegrationWizard final : public QWizard {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewIntegrationWizard)
public:
    explicit NewIntegrationWizard(Application &application, QWidget *parent = nullptr);
    ~NewIntegrationWizard() override;

    /** Asks before it throws away what was typed. */
    void reject() override;
    [[nodiscard]] int nextId() const override;

private:
    Application &m_application;
    PlatformPage *m_platform;
    ConnectionPage *m_connection;
    NamePage *m_name;
    ReviewSettingsPage *m_review;
    DirectoryPage *m_directory;
    int m_directoryId = -1;
};

} // namespace tandem
