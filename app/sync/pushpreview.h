// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "sync/connection.h"
#include "sync/pushplan.h"
#include "sync/recordservice.h"

#include <QCoro/QCoroTask>

#include <memory>

namespace tandem {

/**
 * Makes the preview of Push All Syncable Assets (rule F1): reads the PSA's records, has the planner look at ours in a
 * thread of its own, and writes the plan down a little at a time, so that no save waits. Engine's thread.
 */
class PushPreview final
{
    Q_DISABLE_COPY_MOVE(PushPreview)
public:
    PushPreview(Stores &stores, ConnectionPtr connection, const Integration &integration, PushAllScope scope,
                Progress progress);
    ~PushPreview();

    QCoro::Task<Result<Plan>> run();

private:
    /** What the other thread works with, one task at a time. */
    struct Work;

    QCoro::Task<Result<void>> removeFormer();
    QCoro::Task<Result<void>> readRemote(AssetKind kind);
    QCoro::Task<Result<void>> readPages(AssetKind kind, QString organization);
    QCoro::Task<Result<void>> planKind(AssetKind kind);
    QCoro::Task<Result<void>> write(QList<PlannedRow> rows);
    [[nodiscard]] bool isCancelled() const;
    void tell() const;

    Stores &m_stores;
    const ConnectionPtr m_connection;
    const Integration m_integration;
    const PushAllScope m_scope;
    const Progress m_progress;
    std::shared_ptr<Work> m_work;
    Plan m_plan;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace tandem
