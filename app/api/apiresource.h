// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/field.h"

#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace tandem {

/** Where an attribute's value comes from. */
enum class ApiValue : quint8 {
    Field, ///< a field of the record; ids for references and options
    NameOfField, ///< the name of what a field refers to
    RecordName,
    CreatedAt,
    UpdatedAt,
    PsaIntegration, ///< "enabled", "disabled", "orphaned" or null
    SyncActive,
    AncestorIds,
    OrganizationShortName,
    IsPrimaryLocation,
    FormattedField, ///< a phone number as it was typed
    Fixed, ///< IT Glue keeps it and Tandem does not: always the same
    OptionName,
    OptionParent,
    OptionParentName,
    OptionIsSynced,
    OptionUses,
    OptionIso,
};

/** One attribute of a resource. Names are spelt with underscores here; answers spell them with dashes. */
struct ApiAttribute {
    QString name;
    ApiValue value = ApiValue::Fixed;
    const FieldDescription *field = nullptr; ///< for Field, NameOfField and FormattedField
    QJsonValue fixed = {};

    [[nodiscard]] bool isWritable() const;
};

/** One resource of the API: a kind of record, or a list that fields choose from. */
struct ApiResource {
    QString name; ///< "organization_types", as in the path
    std::optional<AssetKind> kind = {};
    std::optional<OptionList> list = {};
    QString parent = {}; ///< resource under whose "relationships" it is found too; or empty
    QString parentField = {}; ///< field or, of a list, "parent" that says to which it belongs
    bool mayCreate = false;
    bool mayUpdate = false;
    bool mayBulkUpdate = false;
    bool mayBulkDelete = false;
    QList<ApiAttribute> attributes = {};

    /** "organization-types": the `type` of its objects. */
    [[nodiscard]] QString type() const;
    /** By its name with underscores; nullptr when there is none. */
    [[nodiscard]] const ApiAttribute *find(const QString &attribute) const;
    /** The attribute that shows this field; nullptr when there is none. */
    [[nodiscard]] const ApiAttribute *ofField(const QString &field) const;
};

/** The one table of what the API has. It lives as long as the program. */
[[nodiscard]] std::span<const ApiResource> apiResources();
/** By name with dashes or underscores; nullptr when there is none. */
[[nodiscard]] const ApiResource *findResource(const QString &name);

[[nodiscard]] QString withUnderscores(const QString &name);
[[nodiscard]] QString withDashes(const QString &name);

} // namespace tandem
