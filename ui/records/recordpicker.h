// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/choicepicker.h"

#include <QTimer>

namespace tandem {

/** Chooses another record; the database searches, so there may be any number of them. */
class RecordPicker final : public ChoicePicker {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordPicker)
public:
    RecordPicker(const FieldDescription &field, RecordReader &reader, QWidget *parent);

    void setReadOnly(bool isReadOnly) override;
    /** Only records of this organization are offered. */
    void setScope(qint64 id) override;
    [[nodiscard]] QString problem() const override;

protected:
    void takeFocus() override;
    void takeTyping() override;

private:
    void ask(const QString &search);

    RecordReader &m_reader;
    QTimer m_typing;
    qint64 m_scope = 0;
    int m_request = 0;
};

} // namespace tandem
