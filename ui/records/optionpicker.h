// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordlist.h"
#include "ui/records/fieldeditor.h"

namespace tandem {

class FieldCombo;

/** Chooses a value of a list by typing part of it. Where a person may make new values, any text is accepted.
 */
class OptionPicker final : public FieldEditor {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionPicker)
public:
    OptionPicker(const FieldDescription &field, RecordReader &reader, bool canCreate, QWidget *parent);
    ~OptionPicker() override;

    /** An id, or the name of a value that is to be made. */
    [[nodiscard]] QJsonValue value() const override;
    [[nodiscard]] QString valueName() const override;
    void setValue(const QJsonValue &value, const QString &name) override;
    void setReadOnly(bool isReadOnly) override;
    /** The manufacturer of models, the country of regions. */
    void setScope(qint64 id) override;
    [[nodiscard]] QString problem() const override;

private:
    void ask();
    void fill(const QList<Choice> &choices);

    RecordReader &m_reader;
    const bool m_canCreate;
    FieldCombo *m_combo;
    OptionId m_id = 0; ///< of `m_name`; 0 when the text was typed
    QString m_name;
    qint64 m_scope = 0;
    int m_request = 0;
    bool m_wasAsked = false;
};

} // namespace tandem
