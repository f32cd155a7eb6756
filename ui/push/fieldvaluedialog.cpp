// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/fieldvaluedialog.h"

#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/records/fieldeditor.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastWidth = 440;

/** The field whose value narrows the choices of this one; empty: none does. */
QString scopeOf(const FieldDescription &field)
{
    if (field.list == OptionList::Model)
        return u"manufacturer"_s;
    if (field.list == OptionList::Region)
        return u"country"_s;
    return field.type == FieldType::Reference ? u"organization"_s : QString();
}

} // namespace

QString setFieldText(AssetKind kind, const QString &label, qint64 count)
{
    const int shown = shownCount(count);
    switch (kind) {
    case AssetKind::Organization:
        return FieldValueDialog::tr("Set %1 of %Ln organization(s)", nullptr, shown).arg(label);
    case AssetKind::Location:
        return FieldValueDialog::tr("Set %1 of %Ln location(s)", nullptr, shown).arg(label);
    case AssetKind::Contact:
        return FieldValueDialog::tr("Set %1 of %Ln contact(s)", nullptr, shown).arg(label);
    case AssetKind::Configuration:
        return FieldValueDialog::tr("Set %1 of %Ln configuration(s)", nullptr, shown).arg(label);
    case AssetKind::Count:
        break;
    }
    return {};
}

FieldValueDialog::FieldValueDialog(RecordReader &reader, const FieldQuestion &question, const QString &psa,
                                   QWidget *parent)
    : QDialog(parent)
    , m_editor(makeFieldEditor(*question.field, reader,
                               question.field->list == OptionList::Manufacturer
                                   || question.field->list == OptionList::Model,
                               this))
    , m_problem(new NoticeLabel(this))
{
    const QString label = question.field->labelText();
    setObjectName(u"fieldValueDialog"_s);
    setWindowTitle(tr("Set %1", "a field").arg(label));

    const QString title = question.count == 1 && question.record.id != 0
        ? tr("Set %1 of this record").arg(label)
        : setFieldText(question.kind, label, question.count);
    auto *heading = new QLabel(title, this);
    heading->setObjectName(u"fieldValueHeading"_s);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    auto *note =
        new QLabel(tr("This is an edit like any other: what nothing else holds up then is pushed to %1 as "
                      "soon as it is saved.")
                       .arg(psa),
                   this);
    note->setObjectName(u"fieldValueNote"_s);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    m_problem->setObjectName(u"fieldValueProblem"_s);

    const FieldValues &before = question.record.fields;
    if (const QString scope = scopeOf(*question.field); !scope.isEmpty())
        m_editor->setScope(before.value(scope).toInteger());
    m_editor->setValue(before.value(question.field->name()), question.valueName);
    auto *name = new QLabel(tr("&%1:", "a field").arg(label), this);
    name->setBuddy(m_editor);
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(name, m_editor);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->setObjectName(u"buttonBox"_s);
    m_set = buttons->addButton(tr("&Set"), QDialogButtonBox::AcceptRole);
    m_set->setObjectName(u"setFieldButton"_s);
    m_set->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addWidget(note);
    column->addSpacing(8);
    column->addWidget(buttons);

    connect(m_editor, &FieldEditor::edited, this, &FieldValueDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_editor->setFocus();
    // With room for what may be wrong with the value, so that nothing is clipped when it is said.
    m_problem->say(NoticeLabel::Kind::Error, title);
    setMinimumSize(leastWidth, column->totalHeightForWidth(leastWidth));
    resize(minimumSize());
    check();
}

FieldValueDialog::~FieldValueDialog() = default;

QJsonValue FieldValueDialog::value() const
{
    return m_editor->value();
}

void FieldValueDialog::check()
{
    const QString problem = m_editor->problem();
    m_problem->say(NoticeLabel::Kind::Error, problem);
    m_set->setEnabled(problem.isEmpty() && !m_editor->value().isNull());
}

} // namespace tandem
