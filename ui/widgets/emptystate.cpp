// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tandem {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    m_title->setObjectName(QStringLiteral("emptyTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * 1.3);
    heading.setWeight(QFont::DemiBold);
    m_title->setFont(heading);

    m_text->setObjectName(QStringLiteral("emptyText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    m_icon->setAlignment(Qt::AlignCenter);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 24, 32, 24);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(8);
    column->addLayout(m_buttons);
    column->addStretch(3);
}

void EmptyState::show(const QIcon &icon, const QString &title, const QString &text,
                      const QList<QAction *> &actions)
{
    m_icon->setPixmap(icon.pixmap(QSize(48, 48), devicePixelRatioF()));
    m_title->setText(title);
    m_text->setText(text);
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (QWidget *button = item->widget())
            button->deleteLater();
        delete item;
    }
    m_buttons->addStretch();
    for (QAction *action : actions) {
        auto *button = new QPushButton(action->icon(), action->iconText(), this);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setAutoDefault(true);
        button->setDefault(action == actions.constFirst());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch();
}

} // namespace tandem
