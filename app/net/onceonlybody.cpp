// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/onceonlybody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tandem {

OnceOnlyBody::OnceOnlyBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    // Unbuffered, so that what was handed out is exactly what the reader asked for.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

OnceOnlyBody::~OnceOnlyBody() = default;

bool OnceOnlyBody::isSequential() const
{
    return true;
}

bool OnceOnlyBody::atEnd() const
{
    return isDrained();
}

qint64 OnceOnlyBody::bytesAvailable() const
{
    return m_bytes.size() - m_position;
}

qint64 OnceOnlyBody::size() const
{
    return m_bytes.size();
}

bool OnceOnlyBody::reset()
{
    return false;
}

bool OnceOnlyBody::isDrained() const
{
    return m_position == m_bytes.size();
}

qint64 OnceOnlyBody::readData(char *data, qint64 maxSize)
{
    if (isDrained())
        return -1;
    const qsizetype count = std::min<qsizetype>(maxSize, m_bytes.size() - m_position);
    std::memcpy(data, m_bytes.constData() + m_position, size_t(count));
    m_position += count;
    return count;
}

qint64 OnceOnlyBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace tandem
