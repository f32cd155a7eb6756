// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/choicepicker.h"

#include "core/record.h"
#include "ui/widgets/fieldcombo.h"

#include <QAbstractItemView>
#include <QLayout>
#include <QLineEdit>

namespace tandem {

ChoicePicker::ChoicePicker(const FieldDescription &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_combo(new FieldCombo(this))
{
    m_combo->setObjectName(camelCase(field.name()) + QStringLiteral("Combo"));
    m_combo->setAccessibleName(field.labelText());
    m_combo->lineEdit()->setAccessibleName(field.labelText());
    layout()->addWidget(m_combo);
    setFocusProxy(m_combo);
    connect(m_combo->lineEdit(), &QLineEdit::textEdited, this, [this] {
        m_id = 0;
        takeTyping();
        Q_EMIT edited();
    });
    connect(m_combo, &FieldCombo::entered, this, [this] { takeFocus(); });
    connect(m_combo, &QComboBox::activated, this, [this](int row) {
        m_id = m_combo->itemData(row).toLongLong();
        m_name = m_combo->itemText(row);
        Q_EMIT edited();
    });
}

ChoicePicker::~ChoicePicker()
{
    // A combo box that loses the focus with its life may still choose what was typed.
    m_combo->lineEdit()->disconnect(this);
    m_combo->disconnect(this);
}

QJsonValue ChoicePicker::value() const
{
    const QString text = typed();
    if (text.isEmpty())
        return QJsonValue::Null;
    if (m_id != 0 && text == m_name)
        return m_id;
    const int row = m_combo->findText(text, Qt::MatchFixedString);
    return row >= 0 ? QJsonValue(m_combo->itemData(row).toLongLong()) : QJsonValue(text);
}

QString ChoicePicker::valueName() const
{
    return typed();
}

void ChoicePicker::setValue(const QJsonValue &value, const QString &name)
{
    m_id = value.isDouble() ? value.toInteger() : 0;
    m_name = value.isString() ? value.toString() : isBlank(value) ? QString() : name.trimmed();
    if (m_combo->currentText() != m_name)
        m_combo->setEditText(m_name);
    if (!m_combo->hasFocus())
        m_combo->lineEdit()->setCursorPosition(0);
}

void ChoicePicker::setReadOnly(bool isReadOnly)
{
    m_combo->setReadOnly(isReadOnly);
}

FieldCombo *ChoicePicker::combo() const
{
    return m_combo;
}

QString ChoicePicker::typed() const
{
    return m_combo->currentText().trimmed();
}

bool ChoicePicker::isOpen() const
{
    return m_combo->view()->isVisible();
}

void ChoicePicker::offer(const QList<Choice> &choices)
{
    const QString text = m_combo->currentText();
    const int cursor = m_combo->lineEdit()->cursorPosition();
    const QSignalBlocker blocker(m_combo);
    m_combo->clear();
    for (const Choice &choice : choices) {
        m_combo->addItem(choice.text, choice.id);
        if (!choice.detail.isEmpty())
            m_combo->setItemData(m_combo->count() - 1, choice.detail.toHtmlEscaped(), Qt::ToolTipRole);
    }
    m_combo->setCurrentIndex(m_combo->findText(text, Qt::MatchFixedString));
    m_combo->setEditText(text);
    m_combo->lineEdit()->setCursorPosition(cursor);
}

} // namespace tandem
