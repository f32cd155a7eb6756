// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secretstring.h"

#include <QDebug>

#include <utility>

namespace tandem {

SecretString::SecretString(const QString &text)
    : m_bytes(text.toUtf8())
{
}

SecretString::SecretString(const SecretString &other)
    : m_bytes(other.m_bytes.constData(), other.m_bytes.size())
{
}

SecretString::SecretString(SecretString &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{
}

SecretString &SecretString::operator=(SecretString other) noexcept
{
    m_bytes.swap(other.m_bytes);
    return *this;
}

SecretString::~SecretString()
{
    // Volatile, so that the compiler keeps writes to memory that is about to be freed.
    if (!m_bytes.isEmpty() && m_bytes.isDetached()) {
        volatile char *bytes = m_bytes.data();
        for (qsizetype i = 0; i < m_bytes.size(); ++i)
            bytes[i] = 0;
    }
}

bool SecretString::isEmpty() const
{
    return m_bytes.isEmpty();
}

const QByteArray &SecretString::reveal() const
{
    return m_bytes;
}

QDebug operator<<(QDebug debug, const SecretString &)
{
    return debug << "***";
}

} // namespace tandem
