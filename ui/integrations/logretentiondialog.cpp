// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/logretentiondialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastWidth = 400;
constexpr int daysAtFirst = 365;
constexpr int mostDays = 3650;

} // namespace

LogRetentionDialog::LogRetentionDialog(int days, QWidget *parent)
    : QDialog(parent)
    , m_before(days)
    , m_days(new QSpinBox(this))
    , m_forEver(new QCheckBox(tr("Keep lines for &ever"), this))
    , m_explanation(new QLabel(this))
{
    setObjectName(u"logRetentionDialog"_s);
    setWindowTitle(tr("Keep the Log"));
    m_days->setObjectName(u"logDaysSpin"_s);
    m_days->setRange(1, qMax(mostDays, days));
    m_days->setValue(days > 0 ? days : daysAtFirst);
    m_days->setEnabled(days > 0);
    auto *label = new QLabel(tr("&Keep lines for"), this);
    label->setBuddy(m_days);
    m_forEver->setObjectName(u"logForEverCheck"_s);
    m_forEver->setChecked(days == 0);
    m_explanation->setObjectName(u"logRetentionExplanation"_s);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->setObjectName(u"buttonBox"_s);
    buttons->button(QDialogButtonBox::Save)->setObjectName(u"saveRetentionButton"_s);
    buttons->button(QDialogButtonBox::Save)->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancelRetentionButton"_s);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_days);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_forEver);
    column->addWidget(m_explanation);
    column->addStretch(1);
    column->addWidget(buttons);

    connect(m_forEver, &QCheckBox::toggled, m_days, &QWidget::setDisabled);
    connect(m_forEver, &QCheckBox::toggled, this, &LogRetentionDialog::explain);
    connect(m_days, &QSpinBox::valueChanged, this, &LogRetentionDialog::explain);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(leastWidth);
    explain();
    m_days->selectAll();
}

LogRetentionDialog::~LogRetentionDialog() = default;

int LogRetentionDialog::days() const
{
    return m_forEver->isChecked() ? 0 : m_days->value();
}

void LogRetentionDialog::explain()
{
    m_days->setSuffix(tr(" day(s)", "after a number in a field", m_days->value()));
    QString text =
        tr("This holds for all integrations and for the history of the records, which is made of the same "
           "lines. Older lines are removed once a day.");
    const int now = days();
    if (now > 0 && (m_before == 0 || now < m_before))
        text += u' '
            + tr("Lines older than %n day(s) will be gone for good; export them before if you need them.",
                 nullptr, now);
    else if (now == 0)
        text = tr("No line is ever removed. The log grows with every sync and every edit.");
    m_explanation->setText(text);
    setMinimumHeight(layout()->totalHeightForWidth(qMax(width(), leastWidth)));
}

} // namespace tandem
