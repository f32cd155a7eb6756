// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldcombo.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QWheelEvent>

namespace tandem {

void setPlainReadOnly(QLineEdit *edit, bool isReadOnly)
{
    edit->setReadOnly(isReadOnly);
    edit->setFrame(!isReadOnly);
    QPalette palette;
    if (isReadOnly)
        palette.setBrush(QPalette::Base, Qt::transparent);
    edit->setPalette(palette);
}

FieldCombo::FieldCombo(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    setMaxVisibleItems(16);
    setFocusPolicy(Qt::StrongFocus);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
}

void FieldCombo::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    setPlainReadOnly(lineEdit(), isReadOnly);
    // A combo box frames its own edit.
    lineEdit()->setFrame(false);
    update();
}

void FieldCombo::showPopup()
{
    if (!m_isReadOnly)
        QComboBox::showPopup();
}

void FieldCombo::paintEvent(QPaintEvent *event)
{
    if (!m_isReadOnly)
        QComboBox::paintEvent(event);
}

void FieldCombo::wheelEvent(QWheelEvent *event)
{
    if (m_isReadOnly || !hasFocus())
        event->ignore();
    else
        QComboBox::wheelEvent(event);
}

void FieldCombo::keyPressEvent(QKeyEvent *event)
{
    const bool changes = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (m_isReadOnly && changes)
        event->ignore();
    else
        QComboBox::keyPressEvent(event);
}

void FieldCombo::focusInEvent(QFocusEvent *event)
{
    QComboBox::focusInEvent(event);
    Q_EMIT entered();
}

} // namespace tandem
