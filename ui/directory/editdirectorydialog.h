// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/directory/directoryservice.h"

#include <QDialog>

class QDialogButtonBox;

namespace tandem {

class Application;
class DirectoryForm;

/** Account > Integrations, Actions > Edit of a directory: saved once it has passed a test. */
class EditDirectoryDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditDirectoryDialog)
public:
    EditDirectoryDialog(Application &application, const DirectoryStatus &status, QWidget *parent = nullptr);

private:
    void save();
    void store();

    Application &m_application;
    DirectoryForm *m_form;
    QDialogButtonBox *m_buttons;
    bool m_goesOn = false; ///< Save was pressed, and waits for the test
};

} // namespace tandem
