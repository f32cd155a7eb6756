// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/changenotifier.h"

#include <chrono>
#include <utility>

namespace tandem {

using namespace std::chrono_literals;

ChangeNotifier::ChangeNotifier(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(50ms);
    connect(&m_timer, &QTimer::timeout, this, &ChangeNotifier::flush);
}

void ChangeNotifier::recordChanged(RecordId id)
{
    m_ids.insert(id);
    arm();
}

void ChangeNotifier::setChanged()
{
    m_isSetChanged = true;
    arm();
}

void ChangeNotifier::flush()
{
    const bool hadNews = !m_ids.isEmpty() || m_isSetChanged;
    const QSet<RecordId> ids = std::exchange(m_ids, {});
    if (!ids.isEmpty())
        Q_EMIT recordsChanged(QList<RecordId>(ids.begin(), ids.end()));
    if (std::exchange(m_isSetChanged, false))
        Q_EMIT recordSetChanged();
    if (hadNews)
        m_timer.start();
}

void ChangeNotifier::arm()
{
    if (!m_timer.isActive())
        flush();
}

} // namespace tandem
