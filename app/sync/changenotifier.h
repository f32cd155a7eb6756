// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace tandem {

/** Gathers what changed and tells it at most every 50 ms, so that a window is never flooded. Engine's thread. */
class ChangeNotifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangeNotifier)
public:
    explicit ChangeNotifier(QObject *parent = nullptr);

    /** The record or its badge is different. The first after a quiet time is told at once. */
    void recordChanged(RecordId id);
    /** Records were added or removed. */
    void setChanged();
    /** Tells now what is gathered. */
    void flush();

Q_SIGNALS:
    void recordsChanged(const QList<tandem::RecordId> &ids);
    void recordSetChanged();

private:
    void arm();

    QSet<RecordId> m_ids;
    bool m_isSetChanged = false;
    QTimer m_timer;
};

} // namespace tandem
