// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/matching.h"

#include "core/contactpoint.h"
#include "rules/normalform.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

bool sameText(const FieldValues &local, const FieldValues &remote, QLatin1StringView field)
{
    return local.value(field).toString().trimmed() == remote.value(field).toString().trimmed();
}

/** Two that are both without a name have nothing in common. */
bool sameName(const FieldValues &local, const FieldValues &remote, QLatin1StringView field)
{
    return !isBlank(local.value(field)) && sameText(local, remote, field);
}

bool sameReference(const FieldValues &local, const FieldValues &remote, QLatin1StringView field)
{
    return normalForm(NormalForm::Id, local.value(field)) == normalForm(NormalForm::Id, remote.value(field));
}

/** True when either side does not say. */
bool agreesUnlessBlank(NormalForm form, const FieldValues &local, const FieldValues &remote, QLatin1StringView field)
{
    const QJsonValue one = normalForm(form, local.value(field));
    const QJsonValue other = normalForm(form, remote.value(field));
    return one.isNull() || other.isNull() || one == other;
}

bool sameLocation(const FieldValues &local, const FieldValues &remote)
{
    constexpr std::array texts {"address_1"_L1, "address_2"_L1, "city"_L1};
    constexpr std::array choices {"region"_L1, "country"_L1};
    const auto hasAddress = [&](const FieldValues &values) {
        return std::any_of(texts.begin(), texts.end(), [&](auto field) { return !isBlank(values.value(field)); })
            || std::any_of(choices.begin(), choices.end(), [&](auto field) { return !isBlank(values.value(field)); });
    };
    if (!hasAddress(local) && !hasAddress(remote))
        return sameName(local, remote, "name"_L1);
    return std::all_of(texts.begin(), texts.end(), [&](auto field) { return sameText(local, remote, field); })
        && std::all_of(choices.begin(), choices.end(), [&](auto field) { return sameReference(local, remote, field); });
}

} // namespace

bool isSameAsset(AssetKind kind, const FieldValues &local, const FieldValues &remote)
{
    if (kind != AssetKind::Organization
        && (!sameReference(local, remote, "organization"_L1) || isBlank(local.value("organization"_L1))))
        return false;
    switch (kind) {
    case AssetKind::Organization:
        return sameName(local, remote, "name"_L1);
    case AssetKind::Location:
        return sameLocation(local, remote);
    case AssetKind::Contact:
        return sameText(local, remote, "first_name"_L1) && sameText(local, remote, "last_name"_L1)
            && !displayNameOf(kind, local).isEmpty();
    case AssetKind::Configuration:
        return sameName(local, remote, "name"_L1) && sameReference(local, remote, "configuration_type"_L1)
            && agreesUnlessBlank(NormalForm::Text, local, remote, "serial_number"_L1)
            && agreesUnlessBlank(NormalForm::Mac, local, remote, "mac_address"_L1);
    case AssetKind::Count:
        break;
    }
    return false;
}

bool isNamesake(AssetKind kind, const FieldValues &local, const FieldValues &remote)
{
    const QString name = displayNameOf(kind, local);
    return kind != AssetKind::Organization && !name.isEmpty() && sameReference(local, remote, "organization"_L1)
        && displayNameOf(kind, remote) == name;
}

QString matchKey(AssetKind kind, const FieldValues &values)
{
    QStringList parts;
    if (kind != AssetKind::Organization)
        parts.append(normalForm(NormalForm::Id, values.value("organization"_L1)).toString());
    switch (kind) {
    case AssetKind::Organization:
    case AssetKind::Configuration:
        parts.append(values.value("name"_L1).toString().trimmed());
        break;
    case AssetKind::Location: // of the same address, or both without one
        parts.append(values.value("address_1"_L1).toString().trimmed());
        break;
    case AssetKind::Contact:
        parts.append(values.value("first_name"_L1).toString().trimmed());
        parts.append(values.value("last_name"_L1).toString().trimmed());
        break;
    case AssetKind::Count:
        break;
    }
    return parts.join(u'\n');
}

FieldValues matchedValues(AssetKind kind, const FieldValues &values)
{
    QStringList fields{u"organization"_s, u"name"_s};
    switch (kind) {
    case AssetKind::Location:
        fields += {u"address_1"_s, u"address_2"_s, u"city"_s, u"region"_s, u"country"_s};
        break;
    case AssetKind::Contact:
        fields += {u"first_name"_s, u"last_name"_s};
        break;
    case AssetKind::Configuration:
        fields += {u"configuration_type"_s, u"serial_number"_s, u"mac_address"_s};
        break;
    case AssetKind::Organization:
    case AssetKind::Count:
        break;
    }
    FieldValues matched;
    for (const QString &field : std::as_const(fields)) {
        const QJsonValue value = values.value(field);
        if (!isBlank(value))
            matched.insert(field, value);
    }
    return matched;
}

QList<RecordId> matchesOf(AssetKind kind, const QList<Record> &candidates, const FieldValues &remote)
{
    QList<RecordId> matches;
    for (const Record &candidate : candidates) {
        if (isSameAsset(kind, candidate.fields, remote))
            matches.append(candidate.id);
    }
    return matches;
}

QString tellingDetail(AssetKind kind, const FieldValues &values)
{
    QStringList fields;
    switch (kind) {
    case AssetKind::Organization:
        fields = {u"short_name"_s};
        break;
    case AssetKind::Location:
        fields = {u"address_1"_s, u"address_2"_s, u"city"_s, u"postal_code"_s, u"phone"_s};
        break;
    case AssetKind::Contact:
        fields = {u"title"_s};
        break;
    case AssetKind::Configuration:
        fields = {u"serial_number"_s, u"mac_address"_s, u"asset_tag"_s, u"primary_ip"_s};
        break;
    case AssetKind::Count:
        break;
    }
    QStringList words;
    for (const QString &field : fields)
        words.append(values.value(field).toString().trimmed());
    if (kind == AssetKind::Contact) {
        words.append(primaryContactPoint(values.value("emails"_L1).toArray()));
        words.append(primaryContactPoint(values.value("phones"_L1).toArray()));
    }
    words.removeAll(QString());
    return words.join(u", "_s);
}

} // namespace tandem
