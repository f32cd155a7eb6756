// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/recordpicker.h"

#include "core/record.h"
#include "store/recordreader.h"
#include "ui/whendone.h"
#include "ui/widgets/fieldcombo.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLayout>
#include <QLineEdit>

#include <chrono>

namespace tandem {

using namespace std::chrono_literals;

namespace {
constexpr int maxChoices = 100;
} // namespace

RecordPicker::RecordPicker(const FieldDescription &field, RecordReader &reader, QWidget *parent)
    : FieldEditor(field, parent)
    , m_reader(reader)
    , m_combo(new FieldCombo(this))
{
    m_combo->setObjectName(camelCase(field.name()) + QStringLiteral("Combo"));
    m_combo->setAccessibleName(field.labelText());
    m_combo->lineEdit()->setAccessibleName(field.labelText());
    // The database has matched already, so everything that came is shown.
    m_combo->completer()->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    layout()->addWidget(m_combo);
    setFocusProxy(m_combo);

    m_typing.setSingleShot(true);
    m_typing.setInterval(120ms);
    connect(&m_typing, &QTimer::timeout, this, [this] { ask(m_combo->currentText().trimmed()); });
    connect(m_combo->lineEdit(), &QLineEdit::textEdited, this, [this] {
        m_id = 0;
        m_typing.start();
        Q_EMIT edited();
    });
    connect(m_combo, &FieldCombo::entered, this, [this] { ask({}); });
    connect(m_combo, &QComboBox::activated, this, [this](int row) {
        m_id = m_combo->itemData(row).toLongLong();
        m_name = m_combo->itemText(row);
        m_typing.stop();
        Q_EMIT edited();
    });
}

RecordPicker::~RecordPicker()
{
    // A combo box that loses the focus with its life may still choose what was typed.
    m_combo->lineEdit()->disconnect(this);
    m_combo->disconnect(this);
}

QJsonValue RecordPicker::value() const
{
    const QString text = m_combo->currentText().trimmed();
    if (text.isEmpty())
        return QJsonValue::Null;
    if (m_id != 0 && text == m_name)
        return m_id;
    const int row = m_combo->findText(text, Qt::MatchFixedString);
    return row >= 0 ? QJsonValue(m_combo->itemData(row).toLongLong()) : QJsonValue(text);
}

QString RecordPicker::valueName() const
{
    return m_combo->currentText().trimmed();
}

void RecordPicker::setValue(const QJsonValue &value, const QString &name)
{
    m_id = value.isDouble() ? value.toInteger() : 0;
    m_name = value.isString() ? value.toString() : isBlank(value) ? QString() : name.trimmed();
    if (m_combo->currentText() != m_name)
        m_combo->setEditText(m_name);
    if (!m_combo->hasFocus())
        m_combo->lineEdit()->setCursorPosition(0);
}

void RecordPicker::setReadOnly(bool isReadOnly)
{
    m_combo->setReadOnly(isReadOnly);
    m_combo->lineEdit()->setPlaceholderText(isReadOnly ? QString() : tr("Type to search…"));
}

void RecordPicker::setScope(qint64 id)
{
    m_scope = id;
}

QString RecordPicker::problem() const
{
    if (!value().isString())
        return {};
    return tr("There is no record called “%1” here. Choose one of the list.")
        .arg(m_combo->currentText().trimmed());
}

void RecordPicker::ask(const QString &search)
{
    const int request = ++m_request;
    const bool isTyping = !search.isEmpty();
    whenDone(m_reader.recordChoices(*field().target, m_scope, search, maxChoices), this,
             [this, request, isTyping](const Result<QList<Choice>> &found) {
                 if (found && request == m_request)
                     fill(*found, isTyping);
             });
}

void RecordPicker::fill(const QList<Choice> &choices, bool isTyping)
{
    if (m_combo->view()->isVisible())
        return;
    const QString text = m_combo->currentText();
    const int cursor = m_combo->lineEdit()->cursorPosition();
    {
        const QSignalBlocker blocker(m_combo);
        m_combo->clear();
        for (const Choice &choice : choices) {
            m_combo->addItem(choice.text, choice.id);
            if (!choice.detail.isEmpty())
                m_combo->setItemData(m_combo->count() - 1, choice.detail.toHtmlEscaped(), Qt::ToolTipRole);
        }
        m_combo->setCurrentIndex(m_combo->findText(text, Qt::MatchFixedString));
        m_combo->setEditText(text);
        m_combo->lineEdit()->setCursorPosition(cursor);
    }
    if (isTyping && m_combo->hasFocus()) {
        m_combo->completer()->setCompletionPrefix(text);
        m_combo->completer()->complete();
    }
}

} // namespace tandem
