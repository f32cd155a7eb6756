// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/directory.h"

#include <QWizardPage>

class QCheckBox;

namespace tandem {

class Application;
class DirectoryForm;

/** The one step of a new directory: finishing it tests the connection, stores it, and brings the users in. */
class DirectoryPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DirectoryPage)
public:
    explicit DirectoryPage(Application &application, QWidget *parent = nullptr);

    [[nodiscard]] bool hasInput() const;
    void initializePage() override;
    void cleanupPage() override;
    [[nodiscard]] bool isComplete() const override;
    bool validatePage() override;

Q_SIGNALS:
    /** It is stored, and its first sync was asked for if the person wanted it. */
    void done();

private:
    void store();

    Application &m_application;
    DirectoryForm *m_form;
    QCheckBox *m_startSync;
    bool m_goesOn = false; ///< Finish was pressed, and waits for the test
    bool m_isStoring = false;
    bool m_isDone = false;
};

} // namespace tandem
