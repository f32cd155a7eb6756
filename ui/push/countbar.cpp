// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/countbar.h"

#include "ui/widgets/flowlayout.h"

#include <QButtonGroup>
#include <QLocale>
#include <QToolButton>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

CountBar::CountBar(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_flow(new FlowLayout(4, this))
{
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool isChosen) {
        if (isChosen)
            Q_EMIT chosenChanged(id);
    });
}

void CountBar::add(int id, const QString &name, const QIcon &icon, const QString &title)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name + "CountButton"_L1);
    button->setIcon(icon);
    button->setToolButtonStyle(icon.isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_flow->addWidget(button);
    m_group->addButton(button, id);
    m_entries.insert(id, {.button = button, .title = title});
    if (m_entries.size() == 1) {
        const QSignalBlocker quiet(m_group);
        button->setChecked(true);
    }
    setCount(id, 0);
}

void CountBar::setCount(int id, qint64 count)
{
    Entry &entry = m_entries[id];
    entry.count = count;
    entry.button->setText(
        tr("%1 %2", "a group and how many it has").arg(entry.title, QLocale().toString(count)));
    entry.button->setAccessibleName(entry.button->text());
}

qint64 CountBar::count(int id) const
{
    return m_entries.value(id).count;
}

int CountBar::chosen() const
{
    return m_group->checkedId();
}

void CountBar::choose(int id)
{
    if (QAbstractButton *button = m_group->button(id))
        button->setChecked(true);
}

} // namespace tandem
