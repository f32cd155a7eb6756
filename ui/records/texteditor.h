// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/fieldeditor.h"

class QLineEdit;

namespace tandem {

class TextEditor final : public FieldEditor {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextEditor)
public:
    TextEditor(const FieldDescription &field, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value, const QString &name) override;
    void setReadOnly(bool isReadOnly) override;
    void setSuggestions(const QStringList &values) override;

private:
    QLineEdit *m_edit;
};

} // namespace tandem
