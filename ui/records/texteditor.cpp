// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/texteditor.h"

#include "core/record.h"
#include "ui/widgets/fieldcombo.h"

#include <QCompleter>
#include <QLayout>
#include <QLineEdit>

namespace tandem {

TextEditor::TextEditor(const FieldDescription &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_edit(new QLineEdit(this))
{
    m_edit->setObjectName(camelCase(field.name()) + QStringLiteral("Edit"));
    m_edit->setAccessibleName(field.labelText());
    layout()->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

QJsonValue TextEditor::value() const
{
    return nullIfBlank(m_edit->text());
}

void TextEditor::setValue(const QJsonValue &value, const QString &)
{
    const QString text = value.toString();
    if (text == m_edit->text())
        return;
    m_edit->setText(text);
    if (!m_edit->hasFocus())
        m_edit->setCursorPosition(0);
}

void TextEditor::setReadOnly(bool isReadOnly)
{
    setPlainReadOnly(m_edit, isReadOnly);
}

void TextEditor::setSuggestions(const QStringList &values)
{
    auto *completer = values.isEmpty() ? nullptr : new QCompleter(values, m_edit);
    if (completer) {
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        // A choice from the list is an edit like any other.
        connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this] { Q_EMIT edited(); });
    }
    m_edit->setCompleter(completer);
}

} // namespace tandem
