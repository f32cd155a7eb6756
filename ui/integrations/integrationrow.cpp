// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/integrationrow.h"

#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/push/pushallwords.h"
#include "ui/widgets/badgelabel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"

#include <QContextMenuEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QStylePainter>
#include <QToolButton>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

IntegrationRow::IntegrationRow(QWidget *parent)
    : QFrame(parent)
    , m_badge(new BadgeLabel(this))
    , m_name(new QLabel(this))
    , m_stateIcon(new QLabel(this))
    , m_state(new QLabel(this))
    , m_activity(new ElidedLabel(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QToolButton(this))
    , m_figures(new QLabel(this))
    , m_decisions(new QLabel(this))
    , m_sentence(new NoticeLabel(this))
    , m_button(new QPushButton(this))
    , m_menu(new QMenu(this))
{
    setFrameShape(QFrame::StyledPanel);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(u"integrationRow"_s);

    m_badge->setObjectName(u"integrationBadge"_s);
    m_name->setObjectName(u"integrationName"_s);
    m_name->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_stateIcon->setObjectName(u"integrationStateIcon"_s);
    m_state->setObjectName(u"integrationState"_s);
    m_activity->setObjectName(u"integrationActivity"_s);
    m_progress->setObjectName(u"integrationProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the sync"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(96, 12);
    m_stop->setObjectName(u"stopSyncButton"_s);
    m_stop->setIcon(actionIcon(u"close"_s));
    m_stop->setToolTip(tr("Stop this sync. What came in stays."));
    m_stop->setAutoRaise(true);
    m_stop->setFocusPolicy(Qt::StrongFocus);
    m_stop->hide();
    m_decisions->setObjectName(u"decisionsLink"_s);
    m_decisions->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_decisions->setFocusPolicy(Qt::StrongFocus);
    m_decisions->setToolTip(tr("Shows what matches several records, so that you can decide which it is."));
    m_decisions->hide();
    m_figures->setObjectName(u"integrationFigures"_s);
    m_figures->setTextFormat(Qt::PlainText);
    m_figures->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setObjectName(u"integrationSentence"_s);
    m_menu->setObjectName(u"integrationMenu"_s);
    m_menu->setToolTipsVisible(true);
    m_button->setObjectName(u"integrationActionsButton"_s);
    m_button->setText(tr("&Actions"));
    m_button->setAutoDefault(false);
    m_button->setMenu(m_menu);

    addAction(Action::SyncSettings, u"syncSettingsAction"_s, u"settings"_s, tr("&Sync Settings…"));
    addAction(Action::ManageData, u"manageDataAction"_s, u"filter"_s, tr("Manage Da&ta…"));
    addAction(Action::Logs, u"logsAction"_s, u"log"_s, tr("&Logs…"));
    m_startSync =
        addAction(Action::StartSync, u"startManualSyncAction"_s, u"sync"_s, tr("Start &Manual Sync"));
    m_stopSync = addAction(Action::StopSync, u"stopSyncAction"_s, u"close"_s, tr("Stop S&ync"));
    m_pause = addAction(Action::TogglePause, u"pauseSyncAction"_s, u"pause"_s, tr("&Pause Sync"));
    m_pushAll =
        addAction(Action::PushAll, u"pushAllAction"_s, u"export"_s, tr("P&ush All Syncable Assets…"));
    m_menu->addSeparator();
    addAction(Action::FieldMapping, u"fieldMappingAction"_s, u"link"_s, tr("&Field Mapping…"));
    addAction(Action::Calls, u"callsAction"_s, u"info"_s, tr("&Calls…"));
    addAction(Action::EditConnection, u"editConnectionAction"_s, u"edit"_s, tr("&Edit Connection…"));
    m_menu->addSeparator();
    addAction(Action::Disconnect, u"disconnectAction"_s, u"disconnect"_s, tr("&Disconnect…"));

    auto *state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_stateIcon);
    state->addWidget(m_state);
    state->addWidget(m_activity, 1);
    state->addWidget(m_progress);
    state->addWidget(m_stop);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(8);
    figures->addWidget(m_figures);
    figures->addWidget(m_decisions);
    figures->addStretch(1);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 8, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, 64);
    grid->setColumnMinimumWidth(1, 184);
    grid->setColumnStretch(2, 1);
    grid->addWidget(m_badge, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addLayout(state, 0, 2);
    grid->addWidget(m_button, 0, 3);
    grid->addLayout(figures, 1, 1, 1, 3);
    grid->addWidget(m_sentence, 2, 1, 1, 3);

    connect(m_stop, &QToolButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        Q_EMIT chosen(Action::StopSync);
    });
    connect(m_decisions, &QLabel::linkActivated, this, [this] { Q_EMIT chosen(Action::Decisions); });
}

QAction *IntegrationRow::addAction(Action action, const QString &name, const QString &icon,
                                   const QString &text)
{
    QAction *entry = m_menu->addAction(actionIcon(icon), text);
    entry->setObjectName(name);
    connect(entry, &QAction::triggered, this, [this, action] { Q_EMIT chosen(action); });
    return entry;
}

void IntegrationRow::setStatus(const IntegrationStatus &status)
{
    m_status = status;
    const Integration &integration = status.integration;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString stateWord = stateText(status, now);
    const QString figures = figuresLine(status, now);
    QStringList sentences{stateSentence(status), status.warning};
    sentences.removeAll(QString());
    const QString sentence = sentences.join(u'\n');

    m_badge->setBadges({SyncBadge{.integrationId = integration.id,
                                  .integrationName = integration.name,
                                  .platform = integration.platform,
                                  .state = recordStateLike(status.state)}});
    m_badge->setToolTip(platformTitle(integration.platform));
    m_badge->setAccessibleName(platformTitle(integration.platform));
    m_name->setText(integration.name);
    m_stateIcon->setPixmap(integrationStateIcon(status.state).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_state->setText(stateWord);
    m_activity->setText(status.activity);
    const bool runs = status.state == IntegrationState::Syncing;
    m_progress->setVisible(runs);
    m_progress->setRange(0, status.progress < 0 ? 0 : 1000);
    m_progress->setValue(qRound(qBound(0.0, status.progress, 1.0) * 1000));
    m_stop->setVisible(runs);
    if (!runs)
        m_stop->setEnabled(true);
    m_figures->setText(figures);
    const QString decisions = tr("%Ln need(s) a decision", nullptr,
                                 shownCount(status.decisions));
    m_decisions->setText(u"<a href=\"decisions\">%1</a>"_s.arg(decisions.toHtmlEscaped()));
    m_decisions->setAccessibleName(decisions);
    m_decisions->setVisible(status.decisions > 0);
    const bool isTrouble = status.state == IntegrationState::Offline
        || status.state == IntegrationState::SignInFailed || status.state == IntegrationState::Error;
    m_sentence->say(isTrouble || !status.warning.isEmpty() ? NoticeLabel::Kind::Warning : NoticeLabel::Kind::Info, sentence);

    m_startSync->setEnabled(status.state != IntegrationState::Queued);
    m_startSync->setVisible(!runs);
    m_stopSync->setVisible(runs);
    m_stop->setAccessibleName(tr("Stop the sync of %1").arg(integration.name));
    m_pause->setText(integration.isPaused ? tr("&Resume Sync") : tr("&Pause Sync"));
    m_pause->setIcon(actionIcon(integration.isPaused ? u"play"_s : u"pause"_s));
    showPushAll();
    m_button->setAccessibleName(tr("Actions of %1").arg(integration.name));
    setAccessibleName(tr("%1, %2, %3", "name, platform and state of an integration")
                          .arg(integration.name, platformTitle(integration.platform), stateWord));
    setAccessibleDescription(
        QStringList{status.activity, figures, status.decisions > 0 ? decisions : QString(), sentence}
            .join(u' ')
            .simplified());
}

const IntegrationStatus &IntegrationRow::status() const
{
    return m_status;
}

void IntegrationRow::setPushAllRuns(bool runs)
{
    m_pushAllRuns = runs;
    showPushAll();
}

/** The reason is part of the text, so that it is there without a pointer too. */
void IntegrationRow::showPushAll()
{
    const Integration &integration = m_status.integration;
    const QString obstacle = m_pushAllRuns ? QString() : pushAllObstacle(integration);
    m_pushAll->setEnabled(obstacle.isEmpty());
    m_pushAll->setToolTip(obstacle.isEmpty() ? tr("Fills a new or first PSA from your documentation")
                                             : obstacle.toHtmlEscaped());
    if (m_pushAllRuns)
        m_pushAll->setText(tr("P&ush All Syncable Assets… (under way)"));
    else if (obstacle.isEmpty())
        m_pushAll->setText(tr("P&ush All Syncable Assets…"));
    else if (integration.isDisconnected)
        m_pushAll->setText(tr("P&ush All Syncable Assets… (disconnected)"));
    else if (integration.isPaused)
        m_pushAll->setText(tr("P&ush All Syncable Assets… (paused)"));
    else
        m_pushAll->setText(tr("P&ush All Syncable Assets… (two-way sync is off)"));
}

QWidget *IntegrationRow::actionsButton() const
{
    return m_button;
}

QWidget *IntegrationRow::stopButton() const
{
    return m_stop;
}

QWidget *IntegrationRow::decisionsLink() const
{
    return m_decisions;
}

void IntegrationRow::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    m_menu->popup(byKey ? m_button->mapToGlobal(m_button->rect().bottomLeft()) : event->globalPos());
}

void IntegrationRow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        m_menu->popup(m_button->mapToGlobal(m_button->rect().bottomLeft()));
        break;
    case Qt::Key_Down:
        focusNextPrevRow(1);
        break;
    case Qt::Key_Up:
        focusNextPrevRow(-1);
        break;
    default:
        QFrame::keyPressEvent(event);
    }
}

void IntegrationRow::focusNextPrevRow(int step)
{
    const auto rows = parentWidget()->findChildren<IntegrationRow *>(Qt::FindDirectChildrenOnly);
    IntegrationRow *next = nullptr;
    for (IntegrationRow *row : rows) {
        const bool isBeyond = step > 0 ? row->y() > y() : row->y() < y();
        const bool isNearer = !next || (step > 0 ? row->y() < next->y() : row->y() > next->y());
        if (isBeyond && isNearer)
            next = row;
    }
    if (next)
        next->setFocus(Qt::OtherFocusReason);
}

void IntegrationRow::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    update();
}

void IntegrationRow::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    update();
}

void IntegrationRow::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!hasFocus())
        return;
    QStylePainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.rect = rect().adjusted(2, 2, -2, -2);
    option.backgroundColor = palette().color(QPalette::Window);
    painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
}

} // namespace tandem
