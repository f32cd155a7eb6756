// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tandem {

/** One numbered step of the schema: `resources/sql/NNN_name.sql`. It leads from version NNN - 1 to NNN. */
struct Migration {
    int version = 0;
    QStringList statements;
};

/** The steps that ship with Tandem, in order, without a gap; `Internal` when the resources are wrong. */
[[nodiscard]] Result<QList<Migration>> shippedMigrations();

/** Single statements without comments before them; a trigger, with its inner statements, is one. */
[[nodiscard]] QStringList splitStatements(const QString &sql);

} // namespace tandem
