// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/dateeditor.h"

#include "core/record.h"
#include "ui/widgets/fieldcombo.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QCalendarWidget>
#include <QDate>
#include <QLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QWidgetAction>

namespace tandem {

DateEditor::DateEditor(const FieldDescription &field, QWidget *parent)
    : FieldEditor(field, parent)
    , m_edit(new QLineEdit(this))
    , m_calendar(m_edit->addAction(actionIcon(QStringLiteral("calendar")), QLineEdit::TrailingPosition))
{
    m_edit->setObjectName(camelCase(field.name()) + QStringLiteral("Edit"));
    m_edit->setAccessibleName(field.labelText());
    m_calendar->setToolTip(tr("Choose from a calendar (F4)"));
    m_calendar->setShortcut(Qt::Key_F4);
    m_calendar->setShortcutContext(Qt::WidgetShortcut);
    layout()->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_edit, &QLineEdit::editingFinished, this, &DateEditor::showTidied);
    connect(m_calendar, &QAction::triggered, this, &DateEditor::openCalendar);
}

QDate DateEditor::date() const
{
    const QString text = m_edit->text().trimmed();
    const QDate iso = QDate::fromString(text, Qt::ISODate);
    return iso.isValid() ? iso : QLocale().toDate(text, QLocale::ShortFormat);
}

QJsonValue DateEditor::value() const
{
    const QDate chosen = date();
    return chosen.isValid() ? QJsonValue(chosen.toString(Qt::ISODate)) : nullIfBlank(m_edit->text());
}

void DateEditor::setValue(const QJsonValue &value, const QString &)
{
    if (value.toString() != m_edit->text())
        m_edit->setText(value.toString());
}

void DateEditor::setReadOnly(bool isReadOnly)
{
    setPlainReadOnly(m_edit, isReadOnly);
    m_edit->setPlaceholderText(isReadOnly ? QString() : tr("yyyy-mm-dd", "how a date is typed"));
    m_calendar->setVisible(!isReadOnly);
    m_calendar->setEnabled(!isReadOnly);
}

QString DateEditor::problem() const
{
    if (isBlank(m_edit->text()) || date().isValid())
        return {};
    return tr("“%1” is not a date. Write it like 2026-01-31.").arg(m_edit->text().trimmed());
}

void DateEditor::openCalendar()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(menu);
    calendar->setObjectName(QStringLiteral("calendarPopup"));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setSelectedDate(date().isValid() ? date() : QDate::currentDate());
    auto *holder = new QWidgetAction(menu);
    holder->setDefaultWidget(calendar);
    menu->addAction(holder);
    connect(calendar, &QCalendarWidget::activated, this, [this, menu](QDate chosen) {
        m_edit->setText(chosen.toString(Qt::ISODate));
        Q_EMIT edited();
        menu->close();
    });
    connect(calendar, &QCalendarWidget::clicked, calendar, &QCalendarWidget::activated);
    menu->popup(m_edit->mapToGlobal(QPoint(0, m_edit->height())));
    calendar->setFocus();
}

void DateEditor::showTidied()
{
    if (!m_edit->isReadOnly() && date().isValid())
        m_edit->setText(date().toString(Qt::ISODate));
}

} // namespace tandem
