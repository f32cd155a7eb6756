// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/recordpicker.h"

#include "store/recordreader.h"
#include "ui/whendone.h"
#include "ui/widgets/fieldcombo.h"

#include <QCompleter>

#include <chrono>

namespace tandem {

using namespace std::chrono_literals;

namespace {
constexpr int maxChoices = 100;
} // namespace

RecordPicker::RecordPicker(const FieldDescription &field, RecordReader &reader, QWidget *parent)
    : ChoicePicker(field, parent)
    , m_reader(reader)
{
    // The database has matched already, so everything that came is shown.
    combo()->completer()->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_typing.setSingleShot(true);
    m_typing.setInterval(120ms);
    connect(&m_typing, &QTimer::timeout, this, [this] { ask(typed()); });
    connect(combo(), &QComboBox::activated, &m_typing, &QTimer::stop);
}

void RecordPicker::setReadOnly(bool isReadOnly)
{
    ChoicePicker::setReadOnly(isReadOnly);
    combo()->lineEdit()->setPlaceholderText(isReadOnly ? QString() : tr("Type to search…"));
}

void RecordPicker::setScope(qint64 id)
{
    m_scope = id;
}

QString RecordPicker::problem() const
{
    if (!value().isString())
        return {};
    return tr("There is no record called “%1” here. Choose one of the list.").arg(typed());
}

void RecordPicker::takeFocus()
{
    ask({});
}

void RecordPicker::takeTyping()
{
    m_typing.start();
}

void RecordPicker::ask(const QString &search)
{
    const int request = ++m_request;
    const bool isTyping = !search.isEmpty();
    whenDone(m_reader.recordChoices(*field().target, m_scope, search, maxChoices), this,
             [this, request, isTyping](const Result<QList<Choice>> &found) {
                 if (!found || request != m_request || isOpen())
                     return;
                 offer(*found);
                 if (isTyping && combo()->hasFocus()) {
                     combo()->completer()->setCompletionPrefix(combo()->currentText());
                     combo()->completer()->complete();
                 }
             });
}

} // namespace tandem
