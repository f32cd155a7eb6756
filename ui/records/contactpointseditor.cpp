// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/contactpointseditor.h"

#include "core/record.h"
#include "store/recordreader.h"
#include "ui/whendone.h"
#include "ui/widgets/fieldcombo.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

#include <algorithm>

namespace tandem {

ContactPointsEditor::ContactPointsEditor(const FieldDescription &field, RecordReader &reader, QWidget *parent)
    : FieldEditor(field, parent)
    , m_reader(reader)
    , m_anchor(new QWidget(this))
    , m_list(new QVBoxLayout)
    , m_primaries(new QButtonGroup(this))
    , m_add(new QPushButton(actionIcon(QStringLiteral("add")), {}, this))
{
    const QString name = camelCase(field.name());
    m_add->setObjectName(name + QStringLiteral("AddButton"));
    m_add->setText(isForPhones() ? tr("Add Phone") : tr("Add Email"));
    m_add->setAutoDefault(false);
    m_anchor->setFocusPolicy(Qt::TabFocus);
    m_anchor->hide();
    m_list->setSpacing(4);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addLayout(m_list);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({.value = {}, .label = m_labels.value(0), .extension = {}, .isPrimary = m_rows.isEmpty()})
            .value->setFocus();
        Q_EMIT edited();
    });
    askLabels();
}

bool ContactPointsEditor::isForPhones() const
{
    return field().type == FieldType::Phones;
}

QJsonValue ContactPointsEditor::value() const
{
    QList<ContactPoint> points;
    for (const Row &row : m_rows) {
        points.append({.value = row.value->text().trimmed(),
                       .label = row.label->currentText().trimmed(),
                       .extension = row.extension ? row.extension->text().trimmed() : QString(),
                       .isPrimary = row.primary->isChecked()});
    }
    points.removeIf([](const ContactPoint &point) { return point.value.isEmpty(); });
    return nullIfBlank(contactPointsToJson(points));
}

void ContactPointsEditor::setValue(const QJsonValue &value, const QString &)
{
    // A row that is being typed has no value yet, and must not vanish because the record is read again.
    const bool isTyping = isAncestorOf(QApplication::focusWidget());
    if (nullIfBlank(value) == this->value() && isTyping)
        return;
    clearRows();
    for (const ContactPoint &point : contactPointsFromJson(value.toArray()))
        addRow(point);
    setFocusProxy(m_rows.isEmpty() ? static_cast<QWidget *>(m_add) : m_rows.constFirst().value);
}

void ContactPointsEditor::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_add->setVisible(!isReadOnly);
    for (Row &row : m_rows)
        apply(row);
}

void ContactPointsEditor::apply(Row &row) const
{
    setPlainReadOnly(row.value, m_isReadOnly);
    row.label->setReadOnly(m_isReadOnly);
    if (row.extension)
        setPlainReadOnly(row.extension, m_isReadOnly);
    row.primary->setEnabled(!m_isReadOnly);
    row.remove->setVisible(!m_isReadOnly);
}

ContactPointsEditor::Row &ContactPointsEditor::addRow(const ContactPoint &point)
{
    const QString name = camelCase(field().name()) + QString::number(m_serial++);
    Row row;
    row.widget = new QWidget(this);
    row.value = new QLineEdit(point.value, row.widget);
    row.value->setObjectName(name + QStringLiteral("ValueEdit"));
    row.value->setAccessibleName(isForPhones() ? tr("Phone number") : tr("Email address"));
    row.value->setPlaceholderText(isForPhones() ? tr("Number") : tr("name@example.com"));
    row.value->setCursorPosition(0);
    row.value->setMinimumWidth(96);

    row.label = new FieldCombo(row.widget);
    row.label->setObjectName(name + QStringLiteral("LabelCombo"));
    row.label->setAccessibleName(tr("Label"));
    row.label->setMinimumContentsLength(5);
    fillLabels(row.label);
    row.label->setEditText(point.label);
    row.label->lineEdit()->setPlaceholderText(tr("Label"));
    row.label->lineEdit()->setCursorPosition(0);

    row.primary = new QRadioButton(row.widget);
    row.primary->setObjectName(name + QStringLiteral("PrimaryRadio"));
    row.primary->setAccessibleName(tr("Primary"));
    row.primary->setToolTip(isForPhones() ? tr("The primary phone number") : tr("The primary email address"));
    m_primaries->addButton(row.primary);
    row.primary->setChecked(point.isPrimary);

    row.remove = new QToolButton(row.widget);
    row.remove->setObjectName(name + QStringLiteral("RemoveButton"));
    row.remove->setIcon(actionIcon(QStringLiteral("close")));
    row.remove->setAutoRaise(true);
    row.remove->setToolTip(isForPhones() ? tr("Remove this phone number") : tr("Remove this email address"));
    row.remove->setAccessibleName(row.remove->toolTip());
    row.remove->setFocusPolicy(Qt::TabFocus);

    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(row.value, 2);
    if (isForPhones()) {
        row.extension = new QLineEdit(point.extension, row.widget);
        row.extension->setObjectName(name + QStringLiteral("ExtensionEdit"));
        row.extension->setAccessibleName(tr("Extension"));
        row.extension->setPlaceholderText(tr("Ext.", "extension of a phone number"));
        row.extension->setFixedWidth(row.extension->fontMetrics().averageCharWidth() * 7 + 12);
        line->addWidget(row.extension);
        connect(row.extension, &QLineEdit::textEdited, this, &FieldEditor::edited);
    }
    line->addWidget(row.label, 1);
    line->addWidget(row.primary);
    line->addWidget(row.remove);
    m_list->addWidget(row.widget);

    connect(row.value, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(row.label->lineEdit(), &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(row.label, &QComboBox::activated, this, &FieldEditor::edited);
    connect(row.primary, &QRadioButton::clicked, this, &FieldEditor::edited);
    connect(row.remove, &QToolButton::clicked, this, [this, widget = row.widget] { removeRow(widget); });
    apply(row);
    row.widget->show();
    // New widgets come last in the window's order; these belong after the row before them, and before "Add".
    QWidget *previous = m_rows.isEmpty() ? m_anchor : m_rows.constLast().remove;
    for (QWidget *part : {static_cast<QWidget *>(row.value), static_cast<QWidget *>(row.extension),
                          static_cast<QWidget *>(row.label), static_cast<QWidget *>(row.primary),
                          static_cast<QWidget *>(row.remove)}) {
        if (!part)
            continue;
        QWidget::setTabOrder(previous, part);
        previous = part;
    }
    m_rows.append(row);
    return m_rows.last();
}

void ContactPointsEditor::removeRow(QWidget *widget)
{
    const auto found =
        std::ranges::find_if(m_rows, [widget](const Row &row) { return row.widget == widget; });
    if (found == m_rows.end())
        return;
    const bool wasPrimary = found->primary->isChecked();
    const qsizetype at = found - m_rows.begin();
    m_primaries->removeButton(found->primary);
    m_rows.erase(found);
    if (wasPrimary && !m_rows.isEmpty())
        m_rows.first().primary->setChecked(true);
    QWidget *next =
        m_rows.isEmpty() ? static_cast<QWidget *>(m_add) : m_rows.at(qMin(at, m_rows.size() - 1)).value;
    setFocusProxy(m_rows.isEmpty() ? static_cast<QWidget *>(m_add) : m_rows.constFirst().value);
    next->setFocus();
    widget->hide();
    widget->deleteLater();
    Q_EMIT edited();
}

void ContactPointsEditor::clearRows()
{
    setFocusProxy(m_add);
    for (const Row &row : std::as_const(m_rows)) {
        m_primaries->removeButton(row.primary);
        row.widget->hide();
        row.widget->deleteLater();
    }
    m_rows.clear();
}

void ContactPointsEditor::askLabels()
{
    whenDone(m_reader.optionChoices(*field().list, 0), this, [this](const Result<QList<Choice>> &found) {
        if (!found)
            return;
        m_labels.clear();
        for (const Choice &choice : *found)
            m_labels.append(choice.text);
        for (const Row &row : std::as_const(m_rows))
            fillLabels(row.label);
    });
}

void ContactPointsEditor::fillLabels(FieldCombo *combo) const
{
    const QString text = combo->currentText();
    const QSignalBlocker blocker(combo);
    combo->clear();
    combo->addItems(m_labels);
    combo->setEditText(text);
    combo->lineEdit()->setCursorPosition(0);
}

} // namespace tandem
