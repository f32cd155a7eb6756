// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apireader.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

ApiReader::ApiReader(const QString &databasePath)
    : m_path(databasePath)
{
    m_thread.setObjectName(u"API reader"_s);
    m_context.moveToThread(&m_thread);
    m_thread.start();
}

ApiReader::~ApiReader()
{
    // The connection has to be closed in its thread, behind what was asked.
    post([this] {
        m_database.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

void ApiReader::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(&m_context, std::move(work), Qt::QueuedConnection);
}

Result<void> ApiReader::begin()
{
    if (!m_database) {
        Result<std::unique_ptr<Database>> opened = Database::open(m_path, Database::Mode::ReadOnly);
        if (!opened)
            return fail(opened.error());
        m_database = std::move(*opened);
    }
    const Result<int> begun = m_database->execute(u"BEGIN"_s);
    return begun ? Result<void>() : fail(begun.error());
}

Result<void> ApiReader::end()
{
    const Result<int> ended = m_database->execute(u"COMMIT"_s);
    return ended ? Result<void>() : fail(ended.error());
}

} // namespace tandem
