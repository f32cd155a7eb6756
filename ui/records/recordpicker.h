// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordlist.h"
#include "ui/records/fieldeditor.h"

#include <QTimer>

namespace tandem {

class FieldCombo;

/** Chooses another record by typing part of its name; the database searches, so there may be any number of
 * them. */
class RecordPicker final : public FieldEditor {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordPicker)
public:
    RecordPicker(const FieldDescription &field, RecordReader &reader, QWidget *parent);
    ~RecordPicker() override;

    [[nodiscard]] QJsonValue value() const override;
    [[nodiscard]] QString valueName() const override;
    void setValue(const QJsonValue &value, const QString &name) override;
    void setReadOnly(bool isReadOnly) override;
    /** Only records of this organization are offered. */
    void setScope(qint64 id) override;
    [[nodiscard]] QString problem() const override;

private:
    void ask(const QString &search);
    void fill(const QList<Choice> &choices, bool isTyping);

    RecordReader &m_reader;
    FieldCombo *m_combo;
    QTimer m_typing;
    RecordId m_id = 0; ///< of `m_name`; 0 when the text was typed
    QString m_name;
    qint64 m_scope = 0;
    int m_request = 0;
};

} // namespace tandem
