// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/optionpicker.h"

#include "core/record.h"
#include "store/recordreader.h"
#include "ui/whendone.h"
#include "ui/widgets/fieldcombo.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLayout>
#include <QLineEdit>

namespace tandem {

OptionPicker::OptionPicker(const FieldDescription &field, RecordReader &reader, bool canCreate,
                           QWidget *parent)
    : FieldEditor(field, parent)
    , m_reader(reader)
    , m_canCreate(canCreate)
    , m_combo(new FieldCombo(this))
{
    m_combo->setObjectName(camelCase(field.name()) + QStringLiteral("Combo"));
    m_combo->setAccessibleName(field.labelText());
    m_combo->lineEdit()->setAccessibleName(field.labelText());
    m_combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_combo->completer()->setFilterMode(Qt::MatchContains);
    layout()->addWidget(m_combo);
    setFocusProxy(m_combo);
    connect(m_combo->lineEdit(), &QLineEdit::textEdited, this, [this] {
        m_id = 0;
        Q_EMIT edited();
    });
    connect(m_combo, &FieldCombo::entered, this, &OptionPicker::ask);
    connect(m_combo, &QComboBox::activated, this, [this](int row) {
        m_id = m_combo->itemData(row).toLongLong();
        m_name = m_combo->itemText(row);
        Q_EMIT edited();
    });
}

OptionPicker::~OptionPicker()
{
    // A combo box that loses the focus with its life may still choose what was typed.
    m_combo->lineEdit()->disconnect(this);
    m_combo->disconnect(this);
}

QJsonValue OptionPicker::value() const
{
    const QString text = m_combo->currentText().trimmed();
    if (text.isEmpty())
        return QJsonValue::Null;
    if (m_id != 0 && text == m_name)
        return m_id;
    const int row = m_combo->findText(text, Qt::MatchFixedString);
    return row >= 0 ? QJsonValue(m_combo->itemData(row).toLongLong()) : QJsonValue(text);
}

QString OptionPicker::valueName() const
{
    return m_combo->currentText().trimmed();
}

void OptionPicker::setValue(const QJsonValue &value, const QString &name)
{
    m_id = value.isDouble() ? value.toInteger() : 0;
    m_name = value.isString() ? value.toString() : isBlank(value) ? QString() : name;
    if (m_combo->currentText() != m_name)
        m_combo->setEditText(m_name);
    if (!m_combo->hasFocus())
        m_combo->lineEdit()->setCursorPosition(0);
    if (!m_wasAsked)
        ask();
}

void OptionPicker::setReadOnly(bool isReadOnly)
{
    m_combo->setReadOnly(isReadOnly);
}

void OptionPicker::setScope(qint64 id)
{
    if (m_scope == id)
        return;
    m_scope = id;
    ask();
}

QString OptionPicker::problem() const
{
    if (m_canCreate || !value().isString())
        return {};
    return tr("“%1” is not in the list. Choose one of its values.").arg(m_combo->currentText().trimmed());
}

void OptionPicker::ask()
{
    m_wasAsked = true;
    const int request = ++m_request;
    whenDone(m_reader.optionChoices(*field().list, m_scope), this,
             [this, request](const Result<QList<Choice>> &found) {
                 if (found && request == m_request)
                     fill(*found);
             });
}

void OptionPicker::fill(const QList<Choice> &choices)
{
    if (m_combo->view()->isVisible() || m_combo->completer()->popup()->isVisible())
        return;
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
