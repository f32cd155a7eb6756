// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"
#include "store/managedata.h"

#include <QDialog>

#include <array>

class QTabWidget;
class QTimer;

namespace tandem {

class Application;
class DecisionsPage;
class JobBar;
class LinkSectionPage;

/**
 * Account > Integrations > Actions > Manage Data (rule G1): what is synced, orphaned and disconnected, and
 * what needs a decision. Follows the engine live. Open it with `open()`.
 */
class ManageDataDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ManageDataDialog)
public:
    ManageDataDialog(Application &application, const Integration &integration, QWidget *parent = nullptr);
    ~ManageDataDialog() override;

    void showSection(LinkSection section);
    /** Needs a decision; goes to one of them when `decision` is not 0. */
    void showDecisions(qint64 decision = 0);

    void reject() override;

Q_SIGNALS:
    /** A person wants to see this record. */
    void recordActivated(tandem::RecordId id);

private:
    void refresh();
    void askGroups(LinkSectionPage *page);
    void showCounts();
    void startSync();
    [[nodiscard]] bool isBusy() const;

    Application &m_application;
    Integration m_integration;
    JobBar *m_bar;
    QTabWidget *m_tabs;
    std::array<LinkSectionPage *, 3> m_sections{};
    DecisionsPage *m_decisions;
    QTimer *m_refresh;
    int m_outstanding = 0; ///< answers that are still to come
    bool m_isStale = false; ///< something changed while they were on their way
};

} // namespace tandem
