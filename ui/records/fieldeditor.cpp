// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/fieldeditor.h"

#include "ui/records/contactpointseditor.h"
#include "ui/records/dateeditor.h"
#include "ui/records/flageditor.h"
#include "ui/records/longtexteditor.h"
#include "ui/records/optionpicker.h"
#include "ui/records/recordpicker.h"
#include "ui/records/texteditor.h"

#include <QBoxLayout>

namespace tandem {

FieldEditor::FieldEditor(const FieldDescription &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
{
    setObjectName(camelCase(field.name()) + QStringLiteral("Editor"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
}

const FieldDescription &FieldEditor::field() const
{
    return m_field;
}

QString FieldEditor::valueName() const
{
    return {};
}

void FieldEditor::setScope(qint64)
{
}

void FieldEditor::setSuggestions(const QStringList &)
{
}

QString FieldEditor::problem() const
{
    return {};
}

FieldEditor *makeFieldEditor(const FieldDescription &field, RecordReader &reader, bool canCreateOptions,
                             QWidget *parent)
{
    switch (field.type) {
    case FieldType::Text:
        return new TextEditor(field, parent);
    case FieldType::LongText:
        return new LongTextEditor(field, parent);
    case FieldType::Date:
        return new DateEditor(field, parent);
    case FieldType::Boolean:
        return new FlagEditor(field, parent);
    case FieldType::Reference:
        return new RecordPicker(field, reader, parent);
    case FieldType::Option:
        return new OptionPicker(field, reader, canCreateOptions, parent);
    case FieldType::Emails:
    case FieldType::Phones:
        return new ContactPointsEditor(field, reader, parent);
    }
    return nullptr;
}

QString camelCase(const QString &id)
{
    QString name;
    bool isStart = false;
    for (const QChar letter : id) {
        if (letter == QLatin1Char('_')) {
            isStart = true;
            continue;
        }
        name += isStart ? letter.toUpper() : letter;
        isStart = false;
    }
    return name;
}

} // namespace tandem
