// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/optionlist.h"
#include "store/integration.h"

#include <QDialog>

class QDialogButtonBox;

namespace tandem {

class Application;
class SyncSettingsEditor;

/** Account > Integrations > Sync Settings: two tabs, one Save. Open it with `open()`. */
class SyncSettingsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncSettingsDialog)
public:
    SyncSettingsDialog(Application &application, const Integration &integration, QWidget *parent = nullptr);
    ~SyncSettingsDialog() override;

    /** For the remedy "Enable this type in Sync Settings": ticks the value and goes to it. */
    void highlight(OptionList list, const QString &remoteId);
    /** Opens on the second tab; `field` such as "email_type" gets the focus. */
    void showTwoWayTab(const QString &field = QStringLiteral("two_way"));
    /** Goes to a setting by its key, such as "contacts", on whichever tab it is. */
    void showField(const QString &field);

    void reject() override;

private:
    Application &m_application;
    SyncSettingsEditor *m_editor;
    QDialogButtonBox *m_buttons;
};

} // namespace tandem
