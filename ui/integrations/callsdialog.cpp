// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/callsdialog.h"

#include "ui/application.h"
#include "ui/integrations/callfiguresmodel.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/widgets/rowtable.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

CallsDialog::CallsDialog(Application &application, const Integration &integration, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_id(integration.id)
    , m_notice(new NoticeLabel(this))
    , m_budget(new QLabel(this))
    , m_used(new QProgressBar(this))
    , m_model(new CallFiguresModel(this))
    , m_table(new RowTable(this))
    , m_totals(new QLabel(this))
    , m_refresh(new QTimer(this))
{
    setObjectName(u"callsDialog"_s);
    setWindowTitle(tr("Calls – %1").arg(integration.name));

    auto *intro =
        new QLabel(tr("%1 allows only so many calls. Tandem stays within them by itself, and what people "
                      "do goes before what runs in the background.")
                       .arg(platformTitle(integration.platform)),
                   this);
    intro->setObjectName(u"introLabel"_s);
    intro->setWordWrap(true);
    m_notice->setObjectName(u"callsNotice"_s);
    m_budget->setObjectName(u"budgetLabel"_s);
    m_budget->setTextFormat(Qt::PlainText);
    m_used->setObjectName(u"budgetBar"_s);
    m_used->setAccessibleName(tr("Calls used of the budget"));
    m_used->setTextVisible(false);
    m_used->setFixedHeight(12);
    m_totals->setObjectName(u"totalsLabel"_s);
    m_totals->setTextFormat(Qt::PlainText);
    makeTable();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(u"buttonBox"_s);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(intro);
    column->addWidget(m_notice);
    column->addWidget(m_budget);
    column->addWidget(m_used);
    column->addWidget(m_table, 1);
    column->addWidget(m_totals);
    column->addWidget(buttons);

    m_refresh->setInterval(1s);
    connect(m_refresh, &QTimer::timeout, &m_application, &Application::refreshIntegrations);
    connect(&m_application, &Application::integrationsChanged, this, &CallsDialog::showFigures);
    m_refresh->start();

    resize(720, 400);
    restoreGeometry(m_application.settings().value("callsDialog/geometry"_L1).toByteArray());
    showFigures();
    m_application.refreshIntegrations();
}

CallsDialog::~CallsDialog()
{
    m_application.settings().setValue("callsDialog/geometry"_L1, saveGeometry());
}

void CallsDialog::makeTable()
{
    m_table->setObjectName(u"callsTable"_s);
    m_table->setAccessibleName(tr("Calls by endpoint"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(CallFiguresModel::NameColumn, QHeaderView::Stretch);
}

void CallsDialog::showFigures()
{
    const std::optional<IntegrationStatus> status = m_application.integration(m_id);
    if (!status) {
        reject();
        return;
    }
    const CallFigures &figures = status->calls;
    m_model->setFigures(figures);
    m_notice->say(NoticeLabel::Kind::Warning, callsTrouble(*status, QDateTime::currentDateTimeUtc()));
    const bool isLimited = figures.callLimit > 0;
    m_budget->setText(
        isLimited
            ? tr("Fullest budget: %1")
                  .arg(callsText(figures.callsInWindow, figures.callLimit, figures.windowSeconds))
            : tr("%1 does not limit the number of calls.").arg(platformTitle(status->integration.platform)));
    m_used->setVisible(isLimited);
    m_used->setRange(0, qMax(1, figures.callLimit));
    m_used->setValue(qMin(figures.callsInWindow, figures.callLimit));
    QStringList totals{tr("%Ln call(s) since Tandem connected", nullptr, shownCount(figures.calls)),
                       tr("%Ln refused as too many", nullptr, shownCount(figures.throttled)),
                       tr("%1 of people and %2 of the background waiting", "calls")
                           .arg(QLocale().toString(figures.waitingForeground),
                                QLocale().toString(figures.waitingBackground))};
    m_totals->setText(totals.join(u" · "));
}

} // namespace tandem
