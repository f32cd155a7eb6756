// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/icons.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace tandem {

namespace {

/** The state whose colours and icon the tone borrows, so that red means the same everywhere. */
SyncState stateOf(MessageBar::Tone tone)
{
    switch (tone) {
    case MessageBar::Tone::Information:
        return SyncState::Pending;
    case MessageBar::Tone::Warning:
        return SyncState::Held;
    case MessageBar::Tone::Error:
        return SyncState::Error;
    }
    return SyncState::Error;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
{
    m_text->setObjectName(QStringLiteral("messageBarText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(QStringLiteral("messageBarClose"));
    m_close->setIcon(actionIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 4, 4);
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void MessageBar::showText(Tone tone, const QString &text)
{
    m_tone = tone;
    const QIcon icon =
        tone == Tone::Information ? actionIcon(QStringLiteral("info")) : stateIcon(stateOf(tone));
    m_icon->setPixmap(icon.pixmap(QSize(16, 16), devicePixelRatioF()));
    m_icon->setContentsMargins(0, 4, 0, 0);
    m_text->setText(text);
    setAccessibleName(text);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const StateColours colours = stateColours(stateOf(m_tone), palette());
    painter.setPen(colours.outline);
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace tandem
