// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"

#include <QDialog>

namespace tandem {

class Application;

/** Which field of Tandem goes to which field of the PSA, a tab a kind; to read only. */
class FieldMappingDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldMappingDialog)
public:
    FieldMappingDialog(Application &application, const Integration &integration, QWidget *parent = nullptr);
    ~FieldMappingDialog() override;

private:
    Application &m_application;
};

} // namespace tandem
