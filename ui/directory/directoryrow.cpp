// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directory/directoryrow.h"

#include "ui/directory/directorywords.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

DirectoryRow::DirectoryRow(QWidget *parent)
    : QFrame(parent)
    , m_name(new QLabel(this))
    , m_stateIcon(new QLabel(this))
    , m_state(new QLabel(this))
    , m_activity(new ElidedLabel(this))
    , m_figures(new QLabel(this))
    , m_sentence(new NoticeLabel(this))
    , m_button(new QPushButton(tr("&Actions"), this))
    , m_menu(new QMenu(this))
{
    setObjectName(u"directoryRow"_s);
    setFrameShape(QFrame::StyledPanel);
    auto *icon = new QLabel(this);
    icon->setPixmap(kindIcon(AssetKind::Contact).pixmap(QSize(24, 24), devicePixelRatioF()));
    icon->setToolTip(tr("Directory (LDAP)"));
    m_name->setObjectName(u"directoryName"_s);
    m_name->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_stateIcon->setObjectName(u"directoryStateIcon"_s);
    m_state->setObjectName(u"directoryState"_s);
    m_activity->setObjectName(u"directoryActivity"_s);
    m_figures->setObjectName(u"directoryFigures"_s);
    m_figures->setTextFormat(Qt::PlainText);
    m_figures->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setObjectName(u"directorySentence"_s);
    m_menu->setObjectName(u"directoryMenu"_s);
    m_button->setObjectName(u"directoryActionsButton"_s);
    m_button->setAutoDefault(false);
    m_button->setMenu(m_menu);

    addAction(Action::Edit, u"editDirectoryAction"_s, u"edit"_s, tr("&Edit…"));
    m_syncNow = addAction(Action::SyncNow, u"syncDirectoryAction"_s, u"sync"_s, tr("&Sync Now"));
    m_pause = addAction(Action::TogglePause, u"pauseDirectoryAction"_s, u"pause"_s, tr("&Pause Sync"));
    addAction(Action::Logs, u"directoryLogsAction"_s, u"log"_s, tr("&Logs…"));
    m_menu->addSeparator();
    addAction(Action::Remove, u"removeDirectoryAction"_s, u"disconnect"_s, tr("&Remove…"));

    auto *state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_stateIcon);
    state->addWidget(m_state);
    state->addWidget(m_activity, 1);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 8, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, 64);
    grid->setColumnMinimumWidth(1, 184);
    grid->setColumnStretch(2, 1);
    grid->addWidget(icon, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addLayout(state, 0, 2);
    grid->addWidget(m_button, 0, 3);
    grid->addWidget(m_figures, 1, 1, 1, 3);
    grid->addWidget(m_sentence, 2, 1, 1, 3);
}

QAction *DirectoryRow::addAction(Action action, const QString &name, const QString &icon, const QString &text)
{
    QAction *entry = m_menu->addAction(actionIcon(icon), text);
    entry->setObjectName(name);
    connect(entry, &QAction::triggered, this, [this, action] { Q_EMIT chosen(action); });
    return entry;
}

void DirectoryRow::setStatus(const DirectoryStatus &status)
{
    m_status = status;
    const QString word = integrationStateTitle(status.state);
    const QString figures = directoryFigures(status, QDateTime::currentDateTimeUtc());
    const QString sentence = directorySentence(status);
    const bool isRunning = status.state == IntegrationState::Syncing;
    m_name->setText(status.directory.name);
    m_stateIcon->setPixmap(integrationStateIcon(status.state).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_state->setText(word);
    m_activity->setText(isRunning ? tr("%Ln user(s)", nullptr, shownCount(status.users)) : QString());
    m_figures->setText(figures);
    const bool isTrouble = status.directory.problem.has_value() || status.directory.organizationId == 0;
    m_sentence->say(isTrouble ? NoticeLabel::Kind::Warning : NoticeLabel::Kind::Info, sentence);
    m_syncNow->setEnabled(!isRunning && status.state != IntegrationState::Queued);
    m_pause->setText(status.directory.isPaused ? tr("&Resume Sync") : tr("&Pause Sync"));
    m_pause->setIcon(actionIcon(status.directory.isPaused ? u"play"_s : u"pause"_s));
    m_button->setAccessibleName(tr("Actions of %1").arg(status.directory.name));
    setAccessibleName(
        tr("%1, directory, %2", "name and state of a directory").arg(status.directory.name, word));
    setAccessibleDescription(QStringList{figures, sentence}.join(u' ').simplified());
}

const DirectoryStatus &DirectoryRow::status() const
{
    return m_status;
}

QWidget *DirectoryRow::actionsButton() const
{
    return m_button;
}

} // namespace tandem
