// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QDockWidget>

class QSettings;
class QTreeView;

namespace tandem {

class SyncEngine;

/** What runs now, what waits and what failed, newest first; each line leads to its record. */
class ActivityDock final : public QDockWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityDock)
public:
    explicit ActivityDock(const SyncEngine &engine, QWidget *parent = nullptr);

    void restoreColumns(const QSettings &settings);
    void saveColumns(QSettings &settings) const;

Q_SIGNALS:
    void recordWanted(tandem::RecordId id);

private:
    QTreeView *m_view;
};

} // namespace tandem
