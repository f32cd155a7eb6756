// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/noticelabel.h"

#include "ui/widgets/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

QIcon iconOf(NoticeLabel::Kind kind)
{
    switch (kind) {
    case NoticeLabel::Kind::Info:
        return actionIcon(u"info"_s);
    case NoticeLabel::Kind::Good:
        return stateIcon(SyncState::Synced);
    case NoticeLabel::Kind::Warning:
        return actionIcon(u"warning"_s);
    case NoticeLabel::Kind::Error:
        return stateIcon(SyncState::Error);
    }
    return {};
}

} // namespace

NoticeLabel::NoticeLabel(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_icon->setAlignment(Qt::AlignTop);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void NoticeLabel::say(Kind kind, const QString &text)
{
    const bool isNews = text != m_text->text();
    m_kind = kind;
    m_text->setText(text);
    setAccessibleName(text);
    drawIcon();
    setVisible(!text.isEmpty());
    if (isNews && !text.isEmpty()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void NoticeLabel::clear()
{
    say(Kind::Info, {});
}

QString NoticeLabel::text() const
{
    return m_text->text();
}

NoticeLabel::Kind NoticeLabel::kind() const
{
    return m_kind;
}

void NoticeLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        drawIcon();
}

void NoticeLabel::drawIcon()
{
    m_icon->setPixmap(iconOf(m_kind).pixmap(QSize(16, 16), devicePixelRatioF()));
}

} // namespace tandem
