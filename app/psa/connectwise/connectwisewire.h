// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "rules/custommapping.h"
#include "rules/fieldmap.h"
#include "rules/remoterecord.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

/**
 * Between ConnectWise's JSON (model 2025.1) and our values, as pure functions driven by the field map. Nulls are left
 * out of its answers, an empty string is as blank as a missing member, references are objects with an id, and dates are
 * moments at midnight UTC.
 */
namespace tandem::connectwise {

/** A record as read; `parentId` is the company of a site whose own `company` may be missing. */
[[nodiscard]] RemoteRecord recordFrom(AssetKind kind, const QJsonObject &object, const KindMap &map,
                                      const QString &parentId = {});

/** One row of a setup table, or nothing when it has no id or name, or does not belong to the list. */
[[nodiscard]] std::optional<RemoteOption> optionFrom(OptionList list, const QJsonObject &row);

/** One entry of a record's `customFields`, which tell what the tenant has; nothing when it has no id or caption. */
[[nodiscard]] std::optional<TenantField> tenantFieldFrom(const QJsonObject &entry);

/**
 * The body of a create without communications: the mapped fields, the types (which the API takes only now), and for a
 * company its first site, named by the extra value "site_name".
 */
[[nodiscard]] Result<QJsonObject> createBody(AssetKind kind, const RemoteValues &values, const KindMap &map);

/**
 * The JSON Patch for the plain fields among the changes; empty when there is nothing to send. A reference is replaced as
 * a whole object, because a change below one is answered 200 and not done. A blank removes the member, unless the
 * record as read lacks it already. `customFields` come along with their changes when the record has some: a patch without
 * them may be refused.
 */
[[nodiscard]] Result<QJsonArray> patchFor(const RemoteRecord &current, const RemoteValues &changes, const KindMap &map);

/** An object that refers to a record or value by its id. */
[[nodiscard]] Result<QJsonObject> referenceTo(const QString &remoteId, const QString &field);

/**
 * `text` as a string of the conditions language, with its own quotes; a text with both kinds of quotes has them
 * replaced by the wildcard of `like`. Use with `comparison`.
 */
[[nodiscard]] QString comparison(const QString &member, const QString &text);

/** `pageId` of the next page in a Link header; empty: there is none. The address itself is not to be followed. */
[[nodiscard]] QString nextPageId(const QByteArray &linkHeader);

} // namespace tandem::connectwise
