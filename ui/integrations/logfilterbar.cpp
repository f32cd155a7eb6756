// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/logfilterbar.h"

#include "ui/integrations/eventtypebutton.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** A label and its field, which stay together when the line is broken. */
QWidget *labelled(const QString &text, QWidget *field, QWidget *parent)
{
    auto *pair = new QWidget(parent);
    auto *label = new QLabel(text, pair);
    label->setBuddy(field);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins({});
    row->setSpacing(6);
    row->addWidget(label);
    row->addWidget(field);
    return pair;
}

} // namespace

LogFilterBar::LogFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_typing(new QTimer(this))
    , m_failuresOnly(new QCheckBox(tr("&Failures only"), this))
    , m_types(new EventTypeButton(this))
    , m_kind(new QComboBox(this))
    , m_period(new QComboBox(this))
    , m_dates(new QWidget(this))
    , m_from(new QDateEdit(m_dates))
    , m_to(new QDateEdit(m_dates))
{
    setObjectName(u"logFilterBar"_s);
    m_search->setObjectName(u"logSearchEdit"_s);
    m_search->setPlaceholderText(tr("Search records, messages and request ids…"));
    m_search->setClearButtonEnabled(true);
    auto *searchLabel = new QLabel(tr("&Search:"), this);
    searchLabel->setBuddy(m_search);
    m_failuresOnly->setObjectName(u"failuresOnlyCheck"_s);
    m_types->setObjectName(u"eventTypeButton"_s);

    m_kind->setObjectName(u"logKindCombo"_s);
    m_kind->addItem(tr("All kinds"));
    for (const AssetKind kind :
         {AssetKind::Organization, AssetKind::Configuration, AssetKind::Contact, AssetKind::Location})
        m_kind->addItem(kindIcon(kind), kindTitlePlural(kind), int(kind));
    m_period->setObjectName(u"logPeriodCombo"_s);
    m_period->addItem(tr("All the time"), int(Period::All));
    m_period->addItem(tr("Today"), int(Period::Today));
    m_period->addItem(tr("7 days"), int(Period::Week));
    m_period->addItem(tr("30 days"), int(Period::Month));
    m_period->addItem(tr("Choose days…"), int(Period::Custom));

    const QDate today = QDate::currentDate();
    m_from->setObjectName(u"logFromEdit"_s);
    m_from->setAccessibleName(tr("First day"));
    m_from->setDate(today.addDays(-6));
    m_to->setObjectName(u"logToEdit"_s);
    m_to->setAccessibleName(tr("Last day"));
    m_to->setDate(today);
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        connect(edit, &QDateEdit::dateChanged, this, &LogFilterBar::changed);
    }
    auto *dates = new QHBoxLayout(m_dates);
    dates->setContentsMargins({});
    dates->setSpacing(6);
    dates->addWidget(m_from);
    dates->addWidget(new QLabel(tr("to", "between the first and the last day"), m_dates));
    dates->addWidget(m_to);
    m_dates->setObjectName(u"logDates"_s);
    m_dates->hide();

    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(searchLabel);
    first->addWidget(m_search, 1);
    first->addWidget(m_failuresOnly);
    auto *choices = new QWidget(this);
    auto *second = new FlowLayout(16, choices);
    second->setContentsMargins(0, 0, 0, 0);
    second->addWidget(labelled(tr("E&vents:"), m_types, choices));
    second->addWidget(labelled(tr("&Kind:"), m_kind, choices));
    second->addWidget(labelled(tr("&When:"), m_period, choices));
    m_dates->setParent(choices);
    second->addWidget(m_dates);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addLayout(first);
    column->addWidget(choices);

    m_typing->setSingleShot(true);
    m_typing->setInterval(300ms);
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &LogFilterBar::flush);
    connect(m_typing, &QTimer::timeout, this, &LogFilterBar::flush);
    connect(m_failuresOnly, &QCheckBox::toggled, this, &LogFilterBar::changed);
    connect(m_types, &EventTypeButton::typesChanged, this, &LogFilterBar::changed);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LogFilterBar::changed);
    connect(m_period, &QComboBox::currentIndexChanged, this, &LogFilterBar::takePeriod);
    setFocusProxy(m_search);
}

void LogFilterBar::flush()
{
    m_typing->stop();
    Q_EMIT changed();
}

void LogFilterBar::takePeriod()
{
    m_dates->setVisible(Period(m_period->currentData().toInt()) == Period::Custom);
    Q_EMIT changed();
}

EventQuery LogFilterBar::query() const
{
    EventQuery query;
    query.search = m_search->text().trimmed();
    query.failuresOnly = m_failuresOnly->isChecked();
    query.types = m_types->types();
    if (m_kind->currentIndex() > 0)
        query.kind = AssetKind(m_kind->currentData().toInt());
    const QDate today = QDate::currentDate();
    switch (Period(m_period->currentData().toInt())) {
    case Period::All:
        break;
    case Period::Today:
        query.since = today.startOfDay().toUTC();
        break;
    case Period::Week:
        query.since = today.addDays(-6).startOfDay().toUTC();
        break;
    case Period::Month:
        query.since = today.addDays(-29).startOfDay().toUTC();
        break;
    case Period::Custom:
        query.since = qMin(m_from->date(), m_to->date()).startOfDay().toUTC();
        query.until = qMax(m_from->date(), m_to->date()).addDays(1).startOfDay().toUTC();
        break;
    }
    return query;
}

bool LogFilterBar::isFiltering() const
{
    const EventQuery now = query();
    return !now.search.isEmpty() || now.failuresOnly || !now.types.isEmpty() || now.kind
        || now.since.isValid();
}

void LogFilterBar::clear()
{
    {
        const QSignalBlocker blocker(this);
        m_search->clear();
        m_failuresOnly->setChecked(false);
        m_types->setTypes({});
        m_kind->setCurrentIndex(0);
        m_period->setCurrentIndex(0);
    }
    flush();
}

} // namespace tandem
