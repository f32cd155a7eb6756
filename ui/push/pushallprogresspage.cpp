// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/pushallprogresspage.h"

#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/jobbar.h"
#include "ui/integrations/noticelabel.h"
#include "ui/push/pushallsession.h"
#include "ui/push/pushallwords.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebox.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

PushAllProgressPage::PushAllProgressPage(PushAllSession &session, QWidget *parent)
    : QWizardPage(parent)
    , m_session(session)
    , m_state(new NoticeLabel(this))
    , m_pace(new QLabel(this))
    , m_message(new NoticeLabel(this))
    , m_bar(new JobBar(this))
    , m_pause(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_note(new QLabel(this))
{
    setObjectName(u"pushAllProgressPage"_s);
    setTitle(tr("Pushing"));
    setSubTitle(tr("%1 gets the records in this order, never faster than it permits.").arg(m_session.psa()));
    setButtonText(QWizard::NextButton, tr("&Results"));
    setButtonText(QWizard::CancelButton, tr("Close"));

    m_state->setObjectName(u"runState"_s);
    m_pace->setObjectName(u"runPace"_s);
    m_pace->setTextFormat(Qt::PlainText);
    m_pace->setWordWrap(true);
    m_message->setObjectName(u"runMessage"_s);
    m_bar->setObjectName(u"runBar"_s);
    m_pause->setObjectName(u"pauseRunButton"_s);
    m_pause->setAutoDefault(false);
    m_cancel->setObjectName(u"cancelRunButton"_s);
    m_cancel->setText(tr("&Cancel the Push…"));
    m_cancel->setIcon(actionIcon(u"close"_s));
    m_cancel->setAutoDefault(false);
    m_note->setObjectName(u"runNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setText(
        tr("You can close this window, and Tandem too: nothing is lost. The push goes on while Tandem runs, "
           "also after a restart; Actions > Push All Syncable Assets… brings you back to this page."));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(m_state);
    column->addLayout(makeLines());
    column->addWidget(m_pace);
    column->addWidget(m_message);
    column->addWidget(m_bar);
    column->addLayout(buttons);
    column->addStretch(1);
    column->addWidget(m_note);

    connect(m_pause, &QPushButton::clicked, this, &PushAllProgressPage::togglePause);
    connect(m_cancel, &QPushButton::clicked, this, &PushAllProgressPage::cancelAfterAsking);
    connect(&m_session, &PushAllSession::changed, this, &PushAllProgressPage::showStatus);
    connect(&m_session.application(), &Application::integrationsChanged, this,
            &PushAllProgressPage::showStatus);
    // Calls that wait change nothing that anybody would tell of.
    m_refresh.setInterval(1s);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (isVisible() && m_session.isRunning())
            m_session.application().refreshIntegrations();
    });
    m_refresh.start();
}

QGridLayout *PushAllProgressPage::makeLines()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    const std::array titles{tr("Done"), tr("Failed"), tr("Held"), tr("To go")};
    for (int column = 0; column < int(titles.size()); ++column) {
        auto *title = new QLabel(titles.at(size_t(column)), this);
        title->setAlignment(Qt::AlignRight);
        title->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(title, 0, 3 + column);
    }
    int row = 1;
    for (const AssetKind kind : allKinds) {
        Line &line = m_lines.at(size_t(kind));
        const QString name = kindName(kind);
        line.icon = new QLabel(this);
        line.icon->setPixmap(kindIcon(kind).pixmap(QSize(16, 16), devicePixelRatioF()));
        line.title = new QLabel(kindTitlePlural(kind), this);
        line.bar = new QProgressBar(this);
        line.bar->setObjectName(name + "RunBar"_L1);
        line.bar->setAccessibleName(tr("Progress of %1").arg(kindTitlePlural(kind)));
        line.bar->setTextVisible(false);
        line.bar->setRange(0, 1000);
        line.bar->setFixedHeight(12);
        grid->addWidget(line.icon, row, 0);
        grid->addWidget(line.title, row, 1);
        grid->addWidget(line.bar, row, 2);
        int column = 3;
        for (const auto &[label, suffix] :
             {std::pair{&line.done, "Done"_L1}, std::pair{&line.failed, "Failed"_L1},
              std::pair{&line.held, "Held"_L1}, std::pair{&line.left, "Left"_L1}}) {
            *label = new QLabel(this);
            (*label)->setObjectName(QString(name + suffix));
            (*label)->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            (*label)->setMinimumWidth(56);
            grid->addWidget(*label, row, column++);
        }
        line.time = new QLabel(this);
        line.time->setObjectName(name + "TimeLeft"_L1);
        line.time->setTextFormat(Qt::PlainText);
        line.time->setMinimumWidth(160);
        grid->addWidget(line.time, row, column);
        ++row;
    }
    return grid;
}

void PushAllProgressPage::initializePage()
{
    m_bar->clear();
    showStatus();
    m_session.refresh();
}

void PushAllProgressPage::showStatus()
{
    const PushAllStatus &status = m_session.status();
    const QLocale locale;
    for (const AssetKind kind : allKinds) {
        const Line &line = m_lines.at(size_t(kind));
        const PlanCounts counts = status.counts.value(kind);
        const qint64 total = counts.total();
        const qint64 left = leftOf(counts);
        for (QWidget *each : std::initializer_list<QWidget *>{line.icon, line.title, line.bar, line.done,
                                                              line.failed, line.held, line.left, line.time})
            each->setVisible(total > 0);
        line.bar->setValue(total == 0 ? 0 : int(1000 * (total - left) / total));
        line.done->setText(locale.toString(doneOf(counts)));
        line.failed->setText(locale.toString(counts.of(PlanResult::Failed)));
        line.held->setText(locale.toString(heldOf(counts)));
        line.left->setText(locale.toString(left));
        const auto seconds = status.secondsLeft.constFind(kind);
        line.time->setText(seconds != status.secondsLeft.constEnd() && left > 0 ? timeLeftText(*seconds)
                                                                                : QString());
    }
    const bool isPaused = status.plan.state == Plan::State::Paused;
    const bool isRunning = m_session.isRunning();
    const bool isWell =
        status.plan.state == Plan::State::Finished && sumOf(status.counts).of(PlanResult::Failed) == 0;
    m_state->say(isWell                       ? NoticeLabel::Kind::Good
                     : isRunning && !isPaused ? NoticeLabel::Kind::Info
                                              : NoticeLabel::Kind::Warning,
                 runSentence(status, m_session.integration().name));
    m_pace->setText(isRunning && !isPaused ? paceText(status) : QString());
    m_message->say(NoticeLabel::Kind::Warning, isRunning && !isPaused ? obstacle() : QString());
    m_pause->setText(isPaused ? tr("&Resume") : tr("&Pause"));
    m_pause->setIcon(actionIcon(isPaused ? u"play"_s : u"pause"_s));
    m_pause->setEnabled(isRunning && !m_isBusy);
    m_cancel->setEnabled(isRunning && !m_isBusy);
    m_note->setVisible(isRunning);
}

/** Why nothing moves just now, and until when where that is known; empty when all is well. */
QString PushAllProgressPage::obstacle() const
{
    const auto status = m_session.application().integration(m_session.integration().id);
    const QString waits = status ? whyCallsWait(*status, QDateTime::currentDateTimeUtc()) : QString();
    return waits.isEmpty() ? m_session.status().message : waits;
}

void PushAllProgressPage::togglePause()
{
    const bool isPaused = m_session.status().plan.state == Plan::State::Paused;
    carryOut(m_session.application().engine().setPushAllPaused(m_session.integration().id, !isPaused));
}

void PushAllProgressPage::cancelAfterAsking()
{
    const qint64 left = leftOf(sumOf(m_session.status().counts));
    MessageBox::show(
        this,
        {.icon = QMessageBox::Warning,
         .title = tr("Cancel the Push"),
         .text = tr("Cancel the push to %1?").arg(m_session.integration().name),
         .detail = tr("%Ln record(s) that are still to go stay as they are. What was made or linked there "
                      "stays, and keeps syncing. To go on later, start again with a new preview.",
                      nullptr, shownCount(left)),
         .acceptText = tr("Cancel the Push")},
        [this](bool isAccepted) {
            if (isAccepted)
                carryOut(m_session.application().engine().cancelPushAll(m_session.integration().id));
        });
}

void PushAllProgressPage::carryOut(const QFuture<Result<void>> &future)
{
    m_isBusy = true;
    m_bar->clear();
    showStatus();
    whenDone(future, this, [this](const Result<void> &result) {
        m_isBusy = false;
        if (!result)
            m_bar->showResult(MessageBar::Tone::Error, errorText(result.error()));
        showStatus();
        m_session.refresh();
    });
}

} // namespace tandem
