// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/choicepicker.h"

namespace tandem {

/** Chooses a value of a list. Where a person may make new values, any text is accepted. */
class OptionPicker final : public ChoicePicker {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionPicker)
public:
    OptionPicker(const FieldDescription &field, RecordReader &reader, bool canCreate, QWidget *parent);

    void setValue(const QJsonValue &value, const QString &name) override;
    /** The manufacturer of models, the country of regions. */
    void setScope(qint64 id) override;
    [[nodiscard]] QString problem() const override;

protected:
    void takeFocus() override;
    void takeTyping() override;

private:
    void ask();

    RecordReader &m_reader;
    const bool m_canCreate;
    qint64 m_scope = 0;
    int m_request = 0;
    bool m_wasAsked = false;
};

} // namespace tandem
