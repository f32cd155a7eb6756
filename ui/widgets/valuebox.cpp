// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/valuebox.h"

#include "ui/widgets/badge.h"

#include <QEvent>
#include <QMouseEvent>

#include <cmath>
#include <utility>

namespace tandem {

ValueBox::ValueBox(int mostLines, QWidget *parent)
    : QTextEdit(parent)
    , m_mostLines(mostLines)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setPlaceholderText(tr("(blank)"));
    document()->setDocumentMargin(4);
}

void ValueBox::setValue(const QString &text, const QList<TextRun> &emphasised)
{
    m_emphasised = emphasised;
    setPlainText(text);
    emphasise();
    updateGeometry();
}

void ValueBox::emphasise()
{
    const StateColours colours = stateColours(SyncState::Conflict, palette());
    QTextCharFormat format;
    format.setFontWeight(QFont::Bold);
    format.setFontUnderline(true);
    format.setForeground(colours.ink);
    format.setBackground(colours.fill);
    for (const TextRun &run : std::as_const(m_emphasised)) {
        QTextCursor cursor(document());
        cursor.setPosition(int(run.start));
        cursor.setPosition(int(run.start + run.length), QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
    }
}

QSize ValueBox::sizeHint() const
{
    const int margin = int(2 * document()->documentMargin());
    const int line = fontMetrics().lineSpacing();
    const int wanted = int(std::ceil(document()->size().height()));
    return {line * 12, qBound(line + margin, wanted, m_mostLines * line + margin) + 2 * frameWidth()};
}

QSize ValueBox::minimumSizeHint() const
{
    return sizeHint();
}

void ValueBox::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    // Another width breaks the lines elsewhere.
    if (const int height = sizeHint().height(); std::exchange(m_height, height) != height)
        updateGeometry();
}

void ValueBox::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection())
        Q_EMIT clicked();
}

void ValueBox::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        emphasise();
}

} // namespace tandem
