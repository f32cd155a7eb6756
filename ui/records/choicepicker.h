// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordlist.h"
#include "ui/records/fieldeditor.h"

namespace tandem {

class FieldCombo;

/**
 * Chooses from a list by typing part of a name. What was typed and is no choice (yet) is a value too: the
 * text, as `FieldEditor` says. Where the choices come from is told by who derives from it.
 */
class ChoicePicker : public FieldEditor {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoicePicker)
public:
    ~ChoicePicker() override;

    [[nodiscard]] QJsonValue value() const override;
    [[nodiscard]] QString valueName() const override;
    void setValue(const QJsonValue &value, const QString &name) override;
    void setReadOnly(bool isReadOnly) override;

protected:
    ChoicePicker(const FieldDescription &field, QWidget *parent);

    /** The field got the focus, so that its choices should be fresh. */
    virtual void takeFocus() = 0;
    /** The person typed; what was chosen before no longer counts. */
    virtual void takeTyping() = 0;

    [[nodiscard]] FieldCombo *combo() const;
    /** Typed text without blanks around it. */
    [[nodiscard]] QString typed() const;
    /** A list is open to choose from, and must not change under the person's hand. */
    [[nodiscard]] bool isOpen() const;
    /** Offers these; what is typed or chosen stays as it is. */
    void offer(const QList<Choice> &choices);

private:
    FieldCombo *m_combo;
    qint64 m_id = 0; ///< of `m_name`; 0 when the text was typed
    QString m_name;
};

} // namespace tandem
