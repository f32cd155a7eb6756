// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/fieldeditor.h"

class QPlainTextEdit;

namespace tandem {

/** Several lines; as high as its text, within limits. */
class LongTextEditor final : public FieldEditor {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LongTextEditor)
public:
    LongTextEditor(const FieldDescription &field, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value, const QString &name) override;
    void setReadOnly(bool isReadOnly) override;

private:
    void fitHeight();

    QPlainTextEdit *m_edit;
    bool m_isFilling = false;
};

} // namespace tandem
