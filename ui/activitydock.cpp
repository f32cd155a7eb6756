// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activitydock.h"

#include "sync/syncengine.h"
#include "ui/models/activitymodel.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QHeaderView>
#include <QSettings>
#include <QTreeView>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr QLatin1StringView columnsKey{"window/activityColumns"};
} // namespace

ActivityDock::ActivityDock(const SyncEngine &engine, QWidget *parent)
    : QDockWidget(tr("Activity"), parent)
    , m_view(new QTreeView(this))
{
    setObjectName(u"activityDock"_s);
    setAllowedAreas(Qt::BottomDockWidgetArea | Qt::TopDockWidgetArea);
    setWidget(m_view);

    auto *model = new ActivityModel(this);
    m_view->setObjectName(u"activityView"_s);
    m_view->setAccessibleName(tr("Activity"));
    m_view->setModel(model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->resizeSection(ActivityModel::TimeColumn, 80);
    m_view->header()->resizeSection(ActivityModel::RecordColumn, 200);
    m_view->header()->resizeSection(ActivityModel::StateColumn, 120);

    QAction *show = toggleViewAction();
    show->setObjectName(u"showActivityAction"_s);
    show->setText(tr("&Activity"));
    show->setIcon(actionIcon(u"activity"_s));
    show->setShortcut(Qt::CTRL | Qt::Key_J);

    connect(&engine, &SyncEngine::activity, model, &ActivityModel::add);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const RecordId id = index.data(ActivityModel::RecordIdRole).toLongLong())
            Q_EMIT recordWanted(id);
    });
}

void ActivityDock::restoreColumns(const QSettings &settings)
{
    m_view->header()->restoreState(settings.value(columnsKey).toByteArray());
}

void ActivityDock::saveColumns(QSettings &settings) const
{
    settings.setValue(columnsKey, m_view->header()->saveState());
}

} // namespace tandem
