// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzinput.h"

#include <QJsonDocument>

#include <cstdio>
#include <cstdlib>

namespace tandem::fuzz {

Input::Input(const uint8_t *data, size_t size)
    : m_choice(size > 0 ? data[0] : 0)
    , m_bytes(size > 1 ? QByteArray(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1) : QByteArray())
{
}

AssetKind Input::kind() const
{
    return allKinds.at(size_t(choice(int(allKinds.size()))));
}

int Input::choice(int count) const
{
    return int(m_choice) % count;
}

const QByteArray &Input::bytes() const
{
    return m_bytes;
}

QJsonObject Input::object() const
{
    return QJsonDocument::fromJson(m_bytes).object();
}

const FieldMap &mapOf(Platform platform)
{
    const FieldMap *map = FieldMap::shipped(platform);
    require(map, "the map ships with the program");
    return *map;
}

void require(bool isSo, const char *promise)
{
    if (isSo)
        return;
    std::fprintf(stderr, "Broken promise: %s\n", promise);
    std::abort();
}

} // namespace tandem::fuzz
