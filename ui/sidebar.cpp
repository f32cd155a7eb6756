// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar.h"

#include "ui/application.h"
#include "ui/whendone.h"
#include "ui/widgets/sidebardelegate.h"

#include <QScrollBar>
#include <QSettings>

#include <chrono>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1StringView expandedKey{"window/expanded"};
constexpr auto delay = 100ms;
constexpr qint64 leastPauseMs = 500;
/** Of the reader's time, the counts take at most a part in this many while things keep changing. */
constexpr qint64 pausePerAnswer = 4;

} // namespace

Sidebar::Sidebar(Application &application, QWidget *parent)
    : QTreeView(parent)
    , m_application(application)
    , m_model(new SidebarModel(this))
{
    setObjectName(u"sidebar"_s);
    setAccessibleName(tr("Organizations and views"));
    setModel(m_model);
    setItemDelegate(new SidebarDelegate(SidebarModel::CountRole, SidebarModel::HeadingRole, this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(14);
    setIconSize(QSize(16, 16));
    setMinimumWidth(150);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &Sidebar::choose);
    // A click on the line one is at leads back from a search.
    connect(this, &QTreeView::clicked, this, &Sidebar::choose);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Sidebar::ask);
}

Sidebar::~Sidebar()
{
    selectionModel()->disconnect(this);
}

void Sidebar::ask()
{
    if (m_isAsking) {
        m_isStale = true;
        return;
    }
    m_timer.stop();
    m_isAsking = true;
    QElapsedTimer took;
    took.start();
    whenDone(m_application.reader().counts(), this, [this, took](const Result<RecordCounts> &counts) {
        m_isAsking = false;
        m_pauseMs = qMax(leastPauseMs, pausePerAnswer * took.elapsed());
        m_sinceAnswer.start();
        if (counts)
            take(*counts);
        else
            Q_EMIT failed(counts.error().message);
        if (std::exchange(m_isStale, false))
            askSoon();
        Q_EMIT settled();
    });
}

void Sidebar::askSoon()
{
    if (m_isAsking)
        m_isStale = true;
    else if (!m_timer.isActive())
        m_timer.start(qMax(
            std::chrono::milliseconds(delay),
            std::chrono::milliseconds(m_sinceAnswer.isValid() ? m_pauseMs - m_sinceAnswer.elapsed() : 0)));
}

void Sidebar::choose(const QModelIndex &index)
{
    const SidebarEntry *entry = m_model->entry(index);
    if (entry && !m_isTaking)
        Q_EMIT chosen(*entry);
}

void Sidebar::take(const RecordCounts &counts)
{
    // A rebuild of the tree forgets what is open and where one is.
    const QString current =
        m_wantedKey.isEmpty() ? currentIndex().data(SidebarModel::KeyRole).toString() : m_wantedKey;
    const QStringList expanded = m_hasCounted
        ? expandedKeys()
        : m_application.settings().value(expandedKey, QStringList{u"kind/organization"_s}).toStringList();
    const int scrolled = verticalScrollBar()->value();
    const bool isFirst = !std::exchange(m_hasCounted, true);
    const bool isWanted = !std::exchange(m_wantedKey, {}).isEmpty();
    m_isTaking = true;
    m_model->setCounts(counts);
    for (const QString &key : expanded)
        expand(m_model->indexOf(key));
    const QModelIndex index = m_model->indexOf(current);
    const bool isGone = !index.isValid();
    setCurrentIndex(isGone ? m_model->indexOf(u"all"_s) : index);
    if (isFirst || isWanted || isGone)
        scrollTo(currentIndex());
    else
        verticalScrollBar()->setValue(scrolled);
    m_isTaking = false;
    if (isWanted || isGone)
        choose(currentIndex());
    Q_EMIT counted(counts);
}

void Sidebar::goTo(const QString &key)
{
    QModelIndex index = m_model->indexOf(key);
    if (!index.isValid() && !m_hasCounted) {
        m_wantedKey = key;
        return;
    }
    if (!index.isValid())
        index = m_model->indexOf(u"all"_s);
    if (index == currentIndex())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

bool Sidebar::isThere() const
{
    return m_wantedKey.isEmpty();
}

bool Sidebar::isBusy() const
{
    return m_isAsking || m_timer.isActive();
}

QStringList Sidebar::expandedKeys() const
{
    QStringList expanded;
    QModelIndexList open{QModelIndex()};
    while (!open.isEmpty()) {
        const QModelIndex parent = open.takeLast();
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            if (isExpanded(index)) {
                expanded.append(index.data(SidebarModel::KeyRole).toString());
                open.append(index);
            }
        }
    }
    return expanded;
}

void Sidebar::save(QSettings &settings) const
{
    // Before the tree has come, what was open last time still holds.
    if (m_hasCounted)
        settings.setValue(expandedKey, expandedKeys());
}

} // namespace tandem
