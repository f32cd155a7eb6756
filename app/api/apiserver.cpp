// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiserver.h"

#include "api/apihttp.h"

#include <QThread>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

ApiServer::ApiServer(SyncEngine &engine, ApiServerOptions options, QObject *parent)
    : QObject(parent)
    , m_port(options.port)
    , m_thread(std::make_unique<QThread>())
    , m_http(new ApiHttp(engine, options.databasePath, std::move(options.clock)))
{
    m_thread->setObjectName(u"local API"_s);
    m_http->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_http, &QObject::deleteLater);
    m_thread->start();
}

ApiServer::~ApiServer()
{
    QFuture<Result<void>> stopped = stop();
    stopped.waitForFinished();
    m_thread->quit();
    m_thread->wait();
}

QFuture<Result<QString>> ApiServer::start()
{
    const auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    ApiHttp *const http = m_http;
    QMetaObject::invokeMethod(
        http,
        [http, promise, port = m_port] {
            const Result<quint16> given = http->listen(port);
            promise->addResult(given ? Result<QString>(u"http://127.0.0.1:%1"_s.arg(*given))
                                     : fail(given.error()));
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

QFuture<Result<void>> ApiServer::stop()
{
    if (m_stopping)
        return m_stopping->future();
    m_stopping = std::make_shared<QPromise<Result<void>>>();
    m_stopping->start();
    connect(
        m_http, &ApiHttp::stopped, m_http,
        [promise = m_stopping] {
            promise->addResult(Result<void>());
            promise->finish();
        },
        Qt::SingleShotConnection);
    QMetaObject::invokeMethod(m_http, &ApiHttp::stop, Qt::QueuedConnection);
    return m_stopping->future();
}

} // namespace tandem
