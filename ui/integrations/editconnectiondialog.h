// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"

#include <QDialog>

class QDialogButtonBox;
class QProgressBar;

namespace tandem {

class Application;
class ConnectionForm;

/** Another address, other keys or another name for an integration; links stay, and blank keys stay as they
 * are. */
class EditConnectionDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditConnectionDialog)
public:
    EditConnectionDialog(Application &application, const Integration &integration, QWidget *parent = nullptr);

private:
    void save();
    void showBusy(bool busy);

    Application &m_application;
    IntegrationId m_id;
    ConnectionForm *m_form;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace tandem
