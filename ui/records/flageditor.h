// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/fieldeditor.h"

class QCheckBox;

namespace tandem {

class FlagEditor final : public FieldEditor {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlagEditor)
public:
    FlagEditor(const FieldDescription &field, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value, const QString &name) override;
    void setReadOnly(bool isReadOnly) override;

private:
    QCheckBox *m_box;
    bool m_wasBlank = true; ///< then an empty box is blank and not "no"
};

} // namespace tandem
