// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/settingpicker.h"

#include "ui/integrations/integrationwords.h"
#include "ui/widgets/fieldcombo.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

SettingPicker::SettingPicker(const PlatformSetting &setting, QWidget *parent)
    : QWidget(parent)
    , m_isAsked(setting.kind == PlatformSetting::Kind::Search)
    , m_combo(new FieldCombo(this))
{
    m_combo->setObjectName(widgetName(setting.key, u"Combo"_s));
    m_combo->setAccessibleName(setting.label);
    m_combo->lineEdit()->setAccessibleName(setting.label);
    m_combo->lineEdit()->setPlaceholderText(m_isAsked ? tr("Type to search…") : tr("not chosen"));
    // What was asked for is matched by the PSA already.
    m_combo->completer()->setCompletionMode(m_isAsked ? QCompleter::UnfilteredPopupCompletion
                                                      : QCompleter::PopupCompletion);
    m_combo->completer()->setFilterMode(Qt::MatchContains);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_combo);
    setFocusProxy(m_combo);

    m_typing.setSingleShot(true);
    m_typing.setInterval(300ms);
    connect(&m_typing, &QTimer::timeout, this, [this] { ask(typed()); });
    connect(m_combo, &FieldCombo::entered, this, [this] {
        if (m_combo->count() == 0)
            ask({});
    });
    connect(m_combo->lineEdit(), &QLineEdit::textEdited, this, [this] {
        if (m_isAsked)
            m_typing.start();
        Q_EMIT edited();
    });
    connect(m_combo, &QComboBox::activated, this, [this](int index) {
        m_typing.stop();
        m_choice = {.id = m_combo->itemData(index).toString(), .name = m_combo->itemText(index)};
        Q_EMIT edited();
    });
}

SettingPicker::~SettingPicker()
{
    // A combo box that loses the focus with its life may still choose what was typed.
    m_combo->lineEdit()->disconnect(this);
    m_combo->disconnect(this);
}

QString SettingPicker::typed() const
{
    return m_combo->currentText().trimmed();
}

SettingChoice SettingPicker::choice() const
{
    const QString text = typed();
    if (text.isEmpty())
        return {};
    if (!m_choice.id.isEmpty() && text == m_choice.name)
        return m_choice;
    const int index = m_combo->findText(text, Qt::MatchFixedString);
    return index < 0
        ? SettingChoice()
        : SettingChoice{.id = m_combo->itemData(index).toString(), .name = m_combo->itemText(index)};
}

void SettingPicker::setChoice(const SettingChoice &choice)
{
    m_choice = choice;
    // A script may have stored the id alone.
    if (m_choice.name.isEmpty())
        m_choice.name = m_choice.id;
    m_combo->setEditText(m_choice.name);
    m_combo->lineEdit()->setCursorPosition(0);
}

QString SettingPicker::problem() const
{
    if (typed().isEmpty() || !choice().id.isEmpty())
        return {};
    return tr("“%1” is not in the list. Choose one of its values.").arg(typed());
}

void SettingPicker::offer(const QList<SettingChoice> &choices)
{
    // A list that is open must not change under the person's hand.
    if (m_combo->view()->isVisible())
        return;
    const QString text = m_combo->currentText();
    const int cursor = m_combo->lineEdit()->cursorPosition();
    {
        const QSignalBlocker blocker(m_combo);
        m_combo->clear();
        for (const SettingChoice &each : choices)
            m_combo->addItem(each.name, each.id);
        m_combo->setCurrentIndex(m_combo->findText(text, Qt::MatchFixedString));
        m_combo->setEditText(text);
        m_combo->lineEdit()->setCursorPosition(cursor);
    }
    if (m_isAsked && m_combo->hasFocus() && !text.isEmpty() && choice().id.isEmpty()) {
        m_combo->completer()->setCompletionPrefix(text);
        m_combo->completer()->complete();
    }
}

void SettingPicker::ask(const QString &search)
{
    if (m_isAsked)
        Q_EMIT wanted(search);
}

} // namespace tandem
