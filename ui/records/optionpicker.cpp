// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/optionpicker.h"

#include "store/recordreader.h"
#include "ui/whendone.h"
#include "ui/widgets/fieldcombo.h"

#include <QAbstractItemView>
#include <QCompleter>

namespace tandem {

OptionPicker::OptionPicker(const FieldDescription &field, RecordReader &reader, bool canCreate,
                           QWidget *parent)
    : ChoicePicker(field, parent)
    , m_reader(reader)
    , m_canCreate(canCreate)
{
    combo()->completer()->setCompletionMode(QCompleter::PopupCompletion);
    combo()->completer()->setFilterMode(Qt::MatchContains);
}

void OptionPicker::setValue(const QJsonValue &value, const QString &name)
{
    ChoicePicker::setValue(value, name);
    if (!m_wasAsked)
        ask();
}

void OptionPicker::setScope(qint64 id)
{
    if (m_scope == id)
        return;
    m_scope = id;
    ask();
}

QString OptionPicker::problem() const
{
    if (m_canCreate || !value().isString())
        return {};
    return tr("“%1” is not in the list. Choose one of its values.").arg(typed());
}

void OptionPicker::takeFocus()
{
    ask();
}

void OptionPicker::takeTyping()
{
}

void OptionPicker::ask()
{
    m_wasAsked = true;
    const int request = ++m_request;
    whenDone(m_reader.optionChoices(*field().list, m_scope), this,
             [this, request](const Result<QList<Choice>> &found) {
                 const bool isPopup = isOpen() || combo()->completer()->popup()->isVisible();
                 if (found && request == m_request && !isPopup)
                     offer(*found);
             });
}

} // namespace tandem
