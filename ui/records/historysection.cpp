// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/historysection.h"

#include "core/field.h"
#include "ui/application.h"
#include "ui/models/historymodel.h"
#include "ui/whendone.h"
#include "ui/widgets/buttondelegate.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** As many as a record is read with; with fewer there are no older ones. */
constexpr qsizetype newestEvents = 50;
constexpr int olderEvents = 500;
constexpr int shownRows = 14;

} // namespace

HistorySection::HistorySection(Application &application, QWidget *parent)
    : QWidget(parent)
    , m_application(application)
    , m_model(new HistoryModel(this))
    , m_view(new QTreeView(this))
    , m_all(new QPushButton(tr("Show all…"), this))
{
    setObjectName(u"historySection"_s);
    m_view->setObjectName(u"historyView"_s);
    m_view->setAccessibleName(tr("History"));
    m_view->setModel(m_model);
    m_view->setUniformRowHeights(true);
    m_view->setMouseTracking(true);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setTabKeyNavigation(false);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setTreePosition(HistoryModel::WhatColumn);
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(24);
    header->setSectionResizeMode(HistoryModel::TimeColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(HistoryModel::WhatColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(HistoryModel::PersonColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(HistoryModel::PutBackColumn, QHeaderView::Fixed);
    header->resizeSection(HistoryModel::PutBackColumn, 26);
    auto *button = new ButtonDelegate(actionIcon(u"revert"_s), HistoryModel::CanPutBackRole, this);
    m_view->setItemDelegateForColumn(HistoryModel::PutBackColumn, button);
    m_all->setObjectName(u"showAllHistoryButton"_s);
    m_all->setAutoDefault(false);
    m_all->setToolTip(tr("Read what happened before"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_view);
    column->addWidget(m_all, 0, Qt::AlignLeft);

    connect(button, &ButtonDelegate::clicked, this, &HistorySection::putBack);
    connect(m_view, &QWidget::customContextMenuRequested, this, &HistorySection::openMenu);
    connect(m_view, &QTreeView::expanded, this, &HistorySection::fitHeight);
    connect(m_view, &QTreeView::collapsed, this, &HistorySection::fitHeight);
    connect(m_all, &QPushButton::clicked, this, &HistorySection::askOlder);
}

void HistorySection::setRecord(const RecordView &view)
{
    const qint64 oldest = m_model->oldestId();
    if (view.record.id != m_id)
        m_model->clear();
    const bool isFirst = m_model->oldestId() == 0;
    m_id = view.record.id;
    m_model->setNewest(view.history);
    m_model->setCurrent(view.record.fields);
    // Starting anew, or after more events than are read at once, there may be older ones again.
    if (isFirst || m_model->oldestId() != oldest)
        m_all->setVisible(view.history.size() >= newestEvents);
    fitHeight();
}

void HistorySection::askOlder()
{
    m_all->setEnabled(false);
    EventQuery query;
    query.recordId = m_id;
    query.beforeId = m_model->oldestId();
    query.limit = olderEvents;
    whenDone(m_application.reader().events(query), this, [this, query](const Result<QList<Event>> &found) {
        m_all->setEnabled(true);
        if (query.recordId != m_id || query.beforeId != m_model->oldestId())
            return;
        if (!found) {
            Q_EMIT failed(found.error().message);
            return;
        }
        m_model->appendOlder(*found);
        m_all->setVisible(found->size() == olderEvents);
        fitHeight();
    });
}

void HistorySection::putBack(const QModelIndex &index)
{
    const QString field = index.data(HistoryModel::FieldRole).toString();
    const qint64 event = index.data(HistoryModel::EventIdRole).toLongLong();
    whenDone(m_application.engine().reapply(event, field, m_application.person()), this,
             [this](const Result<Saved> &saved) {
                 if (!saved)
                     Q_EMIT failed(saved.error().message);
                 else if (saved->changed.isEmpty())
                     Q_EMIT said(tr("The record has this value already."));
                 else
                     Q_EMIT said(tr("The value was put back and saved."));
             });
}

void HistorySection::openMenu(const QPoint &position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.data(HistoryModel::CanPutBackRole).toBool())
        return;
    const QString text = index.data(HistoryModel::PutBackTextRole).toString().simplified();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *action =
        menu->addAction(actionIcon(u"revert"_s),
                        text.isEmpty() ? tr("Put back the blank value")
                                       : tr("Put back “%1”").arg(text.left(60).replace(u'&', "&&"_L1)));
    action->setObjectName(u"putBackAction"_s);
    connect(action, &QAction::triggered, this,
            [this, chosen = QPersistentModelIndex(index)] { putBack(chosen); });
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

/** As high as its lines, up to a point, so that the page scrolls and not a box within it. */
void HistorySection::fitHeight()
{
    int rows = 0;
    for (int row = 0; row < m_model->rowCount() && rows < shownRows; ++row) {
        const QModelIndex event = m_model->index(row, 0);
        rows += 1 + (m_view->isExpanded(event) ? m_model->rowCount(event) : 0);
    }
    const int hint = m_view->sizeHintForRow(0);
    const int rowHeight = hint > 0 ? hint : fontMetrics().height() + 4;
    m_view->setFixedHeight(qMin(rows, shownRows) * rowHeight + m_view->header()->sizeHint().height()
                           + 2 * m_view->frameWidth() + 2);
}

} // namespace tandem
