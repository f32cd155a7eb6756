// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/longtexteditor.h"

#include "core/record.h"

#include <QAbstractTextDocumentLayout>
#include <QLayout>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

namespace tandem {

namespace {
constexpr int minLines = 3;
constexpr int maxLines = 12;
} // namespace

LongTextEditor::LongTextEditor(const FieldDescription &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_edit(new QPlainTextEdit(this))
{
    m_edit->setObjectName(camelCase(field.name()) + QStringLiteral("Edit"));
    m_edit->setAccessibleName(field.labelText());
    m_edit->setTabChangesFocus(true);
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    layout()->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isFilling)
            Q_EMIT edited();
    });
    connect(m_edit->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &LongTextEditor::fitHeight);
    fitHeight();
}

QJsonValue LongTextEditor::value() const
{
    return nullIfBlank(m_edit->toPlainText());
}

void LongTextEditor::setValue(const QJsonValue &value, const QString &)
{
    const QString text = value.toString();
    if (text == m_edit->toPlainText())
        return;
    const QScopedValueRollback filling(m_isFilling, true);
    m_edit->setPlainText(text);
}

void LongTextEditor::setReadOnly(bool isReadOnly)
{
    m_edit->setReadOnly(isReadOnly);
    m_edit->setFrameShape(isReadOnly ? QFrame::NoFrame : QFrame::StyledPanel);
    QPalette palette;
    if (isReadOnly)
        palette.setBrush(QPalette::Base, Qt::transparent);
    m_edit->setPalette(palette);
    fitHeight();
}

void LongTextEditor::fitHeight()
{
    // A plain text document measures its height in lines.
    const int lines =
        qBound(minLines, int(m_edit->document()->documentLayout()->documentSize().height()), maxLines);
    const int frame = 2 * m_edit->frameWidth() + 2 * int(m_edit->document()->documentMargin());
    m_edit->setFixedHeight(lines * m_edit->fontMetrics().lineSpacing() + frame);
}

} // namespace tandem
