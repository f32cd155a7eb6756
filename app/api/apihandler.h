// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiquota.h"
#include "api/apireader.h"
#include "api/apirequest.h"
#include "api/apiwrites.h"
#include "core/clock.h"
#include "store/apikeystore.h"
#include "sync/syncengine.h"

#include <QCoro/QCoroTask>

#include <atomic>
#include <memory>

namespace tandem {

/**
 * Answers requests: reads with the reader's connection, writes through the engine, one after the other within
 * a request. One thread with an event loop; it must outlive its tasks.
 */
class ApiHandler final {
    Q_DISABLE_COPY_MOVE(ApiHandler)
public:
    /** `engine` must outlive it. */
    ApiHandler(SyncEngine &engine, const QString &databasePath, std::shared_ptr<Clock> clock);
    ~ApiHandler();

    /** Always answers, whatever the request is. */
    [[nodiscard]] QCoro::Task<ApiAnswer> answer(ApiRequest request);
    /** Requests that change several records end behind the one under way. */
    void stop();

private:
    /** Who asks. */
    struct Caller {
        ApiKey key;
        QString person; ///< for the history
    };

    /** The key of the request, if it is a good one that may call now. */
    [[nodiscard]] QCoro::Task<ApiResult<Caller>> admit(ApiRequest request);
    [[nodiscard]] QCoro::Task<ApiResult<ApiAnswer>> read(ApiRequest request, ApiTarget target);
    [[nodiscard]] QCoro::Task<ApiResult<ApiAnswer>> write(ApiRequest request, ApiTarget target,
                                                          Caller caller);
    [[nodiscard]] QCoro::Task<ApiResult<ApiAnswer>> remove(ApiRequest request, ApiTarget target);
    /** Answers the id. */
    [[nodiscard]] QCoro::Task<ApiResult<qint64>> saveRecord(ApiWrite write, const ApiResource *resource,
                                                            QString person);
    [[nodiscard]] QCoro::Task<ApiResult<qint64>> saveValue(ApiWrite write, const ApiResource *resource);
    void noteUse(const ApiKey &key);

    SyncEngine &m_engine;
    const std::shared_ptr<Clock> m_clock;
    ApiReader m_reader;
    ApiQuota m_quota;
    QHash<qint64, QDateTime> m_noted; ///< when the use of each key was last written
    bool m_isStopping = false;
};

} // namespace tandem
