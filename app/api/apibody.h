// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apifault.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace tandem {

/** One object of a body's `data`. Names of attributes and relationships are spelt with underscores. */
struct ApiItem {
    QString type; ///< with underscores; empty: not said
    qint64 id = 0; ///< of the object or of its attribute "id"; 0: not said
    QJsonObject attributes;
    QJsonObject relationships;
    QString pointer; ///< "/data" or "/data/3"
};

/** What a client sent. */
struct ApiBody {
    bool isList = false; ///< `data` was an array
    QList<ApiItem> items;
    QList<std::pair<QString, QString>>
        filters; ///< "filter[name]" and the like beside `data`, as some clients send them
};

/** Most objects in one body. */
inline constexpr qsizetype mostItems = 1000;

/**
 * Takes a body apart, whatever it holds: 400 for what is not JSON (or nested too deeply to be), 422 for JSON
 * that is no document of this API. Pure: any thread, any bytes.
 */
[[nodiscard]] ApiResult<ApiBody> parseBody(QByteArrayView bytes);

} // namespace tandem
