// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/flageditor.h"

#include "core/record.h"

#include <QCheckBox>
#include <QLayout>

namespace tandem {

FlagEditor::FlagEditor(const FieldDescription &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_box(new QCheckBox(this))
{
    m_box->setObjectName(camelCase(field.name()) + QStringLiteral("Check"));
    m_box->setAccessibleName(field.labelText());
    layout()->addWidget(m_box);
    layout()->setAlignment(m_box, Qt::AlignLeft);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
}

QJsonValue FlagEditor::value() const
{
    if (!m_box->isChecked() && m_wasBlank)
        return QJsonValue::Null;
    return m_box->isChecked();
}

void FlagEditor::setValue(const QJsonValue &value, const QString &)
{
    m_wasBlank = isBlank(value);
    m_box->setChecked(value.toBool());
}

void FlagEditor::setReadOnly(bool isReadOnly)
{
    m_box->setEnabled(!isReadOnly);
}

} // namespace tandem
