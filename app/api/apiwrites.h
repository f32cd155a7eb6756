// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiroute.h"
#include "api/apivalues.h"

#include <QJsonArray>

namespace tandem {

class Database;

/** One record or list value that is to be written. */
struct ApiWrite {
    qint64 id = 0; ///< 0: a new one
    ApiChanges changes;
    QString pointer; ///< of its object in the body
    bool wasPrimaryLocation = false;
    RecordId organization = 0; ///< of a location, as it will be
};

/** What a request asks to be written, with all that can be known before the first write. */
struct ApiWritePlan {
    QList<ApiWrite> writes;
    bool answersList = false;
    QStringList ignored; ///< attributes that Tandem does not keep
};

/** Records that a request asks to be deleted. */
struct ApiDeletion {
    QList<RecordId> ids;
    QJsonArray objects; ///< as they are before
};

/**
 * Reads the body of a POST or PATCH against the database. Whatever is wrong with any of its objects refuses
 * all of them, except what only the engine can say at the write itself.
 */
[[nodiscard]] ApiResult<ApiWritePlan> planWrites(Database &database, const ApiRequest &request,
                                                 const ApiTarget &target);
[[nodiscard]] ApiResult<ApiDeletion> planDeletion(Database &database, const ApiRequest &request,
                                                  const ApiTarget &target);

/** What the engine said about one write, with the pointer to the attribute it is about. */
[[nodiscard]] ApiFault faultOfWrite(const Error &error, const ApiResource &resource, const ApiWrite &write);

} // namespace tandem
