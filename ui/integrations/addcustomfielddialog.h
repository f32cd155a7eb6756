// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "rules/custommapping.h"
#include "store/integration.h"

#include <QDialog>
#include <QList>

class QComboBox;
class QDialogButtonBox;
class QLineEdit;
class QProgressBar;

namespace tandem {

class Application;
class NoticeLabel;

/**
 * Asks which custom field of the tenant is to be mapped, what it is called here and which way it travels.
 * What the tenant has is asked when the dialog opens. It closes when the field is mapped.
 */
class AddCustomFieldDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddCustomFieldDialog)
public:
    AddCustomFieldDialog(Application &application, const Integration &integration, AssetKind kind,
                         QWidget *parent = nullptr);

private:
    void ask();
    void offer(const QList<TenantField> &fields);
    void takeChoice();
    void add();
    void showBusy(bool busy);

    Application &m_application;
    const Integration m_integration;
    const AssetKind m_kind;
    QList<TenantField> m_fields; ///< those that can be mapped
    QComboBox *m_remote;
    QLineEdit *m_label;
    QComboBox *m_direction;
    QProgressBar *m_progress;
    NoticeLabel *m_notice;
    QDialogButtonBox *m_buttons;
};

} // namespace tandem
