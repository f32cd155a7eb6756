// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customfield.h"
#include "core/result.h"

#include <QList>

namespace tandem {

class Database;

/** The custom fields of the profile. Writes belong inside a Transaction of the caller. */
class CustomFieldStore final {
public:
    explicit CustomFieldStore(Database &database);

    [[nodiscard]] Result<QList<CustomField>> all() const;
    /** The field of this kind, label (in any case) and type, made when there is none. */
    [[nodiscard]] Result<CustomField> findOrCreate(AssetKind kind, const QString &label, FieldType type);
    /** Tells `findField` of them: after the database is opened, and after a transaction that made some. */
    [[nodiscard]] Result<void> publish() const;

private:
    Database &m_database;
};

} // namespace tandem
