// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchedit.h"

#include "ui/widgets/icons.h"

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

SearchEdit::SearchEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    addAction(actionIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_timer.setSingleShot(true);
    m_timer.setInterval(250ms);
    connect(this, &QLineEdit::textChanged, &m_timer, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, &SearchEdit::flush);
    connect(&m_timer, &QTimer::timeout, this, &SearchEdit::flush);
}

QString SearchEdit::words() const
{
    return text().simplified();
}

bool SearchEdit::isWaiting() const
{
    return m_timer.isActive();
}

void SearchEdit::reset()
{
    clear();
    m_timer.stop();
}

void SearchEdit::flush()
{
    m_timer.stop();
    Q_EMIT searched(words());
}

} // namespace tandem
