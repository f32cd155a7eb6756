// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/connectwise/connectwisewire.h"

#include "core/clock.h"
#include "core/field.h"
#include "psa/connectwise/connectwisepoints.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace tandem::connectwise {

using namespace Qt::Literals::StringLiterals;

namespace {

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(tandem::ConnectWiseWire)
};

bool isBlankValue(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().trimmed().isEmpty())
        || (value.isArray() && value.toArray().isEmpty());
}

/** The id of a reference or a row as our text; empty when it has none. */
QString idOf(const QJsonObject &object)
{
    const qint64 id = object.value("id"_L1).toInteger();
    return id > 0 ? QString::number(id) : QString();
}

QString nameOf(const QJsonObject &object)
{
    for (const auto member : {"name"_L1, "description"_L1, "identifier"_L1}) {
        const QString name = object.value(member).toString().trimmed();
        if (!name.isEmpty())
            return name;
    }
    return {};
}

QJsonValue nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue plainValue(const MappedField &field, const QJsonValue &member)
{
    switch (field.shape) {
    case WireShape::Text:
    case WireShape::Number: {
        const QString text = member.isString() ? member.toString() : member.toVariant().toString();
        return nullIfEmpty(text.trimmed());
    }
    case WireShape::Date:
        return nullIfEmpty(member.toString().left(10));
    case WireShape::Flag:
        return member.toBool();
    case WireShape::Reference:
    case WireShape::Special:
        break;
    }
    return QJsonValue::Null;
}

bool isPoints(const MappedField &field)
{
    return field.remote == "communicationItems"_L1;
}

/** A value as the wire has it; nothing may be blank here. */
Result<QJsonValue> wireValue(const MappedField &field, const QJsonValue &value)
{
    switch (field.shape) {
    case WireShape::Text:
        return value.toString();
    case WireShape::Date:
        return QString(value.toString().left(10) + "T00:00:00Z"_L1);
    case WireShape::Flag:
        return value.toBool();
    case WireShape::Number: {
        bool isNumber = false;
        const double number = value.toString().toDouble(&isNumber);
        if (!isNumber) {
            return fail(Error {.code = ErrorCode::BadInput,
                               .message = Words::tr("“%1” is no number.").arg(value.toString()),
                               .field = field.field});
        }
        return number;
    }
    case WireShape::Reference:
    case WireShape::Special: {
        const Result<QJsonObject> reference = referenceTo(value.toString(), field.field);
        if (!reference)
            return fail(reference.error());
        return *reference;
    }
    }
    return QJsonValue::Null;
}

QJsonObject operation(const QString &op, const QString &path, const QJsonValue &value = QJsonValue::Undefined)
{
    QJsonObject object {{u"op"_s, op}, {u"path"_s, path}};
    if (!value.isUndefined())
        object.insert(u"value"_s, value);
    return object;
}

/** The entry of a custom field among those of a record; empty when the tenant does not have it. */
QJsonObject customFieldIn(const QJsonArray &entries, const MappedField &field)
{
    const QString id = field.remote.section(u'.', 1);
    for (const QJsonValue &entry : entries) {
        if (idOf(entry.toObject()) == id)
            return entry.toObject();
    }
    return {};
}

/** What of the custom fields is sent along. A password is read masked, and the mask must not be written back. */
QJsonArray unchangedCustomFields(const QJsonObject &wire)
{
    QJsonArray fields;
    for (const QJsonValue &field : wire.value("customFields"_L1).toArray()) {
        if (field.toObject().value("type"_L1) != "Password"_L1)
            fields.append(field);
    }
    return fields;
}

/** The same with the changes among them; a field that the tenant does not have is left out, not refused for all others. */
Result<QJsonArray> customFieldsWith(const QJsonObject &wire, const RemoteValues &changes, const KindMap &map)
{
    QJsonArray fields = unchangedCustomFields(wire);
    for (const MappedField &field : map.fields) {
        if (!field.isCustom() || !field.goesOut() || !changes.contains(field.field))
            continue;
        const QJsonObject entry = customFieldIn(fields, field);
        const qsizetype place = entry.isEmpty() ? -1 : qsizetype(fields.toVariantList().indexOf(entry.toVariantMap()));
        if (place < 0)
            continue;
        const QJsonValue value = changes.value(field.field);
        const Result<QJsonValue> wireForm
            = isBlankValue(value) ? Result<QJsonValue>(QJsonValue::Null) : wireValue(field, value);
        if (!wireForm)
            return fail(wireForm.error());
        QJsonObject changed = entry;
        changed.insert(u"value"_s, *wireForm);
        fields.replace(place, changed);
    }
    return fields;
}

} // namespace

RemoteRecord recordFrom(AssetKind kind, const QJsonObject &object, const KindMap &map, const QString &parentId)
{
    RemoteRecord record {.kind = kind, .key = {.id = idOf(object)}, .wire = object};
    const QJsonObject info = object.value("_info"_L1).toObject();
    record.version = info.value("lastUpdated"_L1).toString();
    record.changedBy = info.value("updatedBy"_L1).toString();
    record.changedAt = fromIsoUtc(record.version);
    record.isDeleted = object.value("deletedFlag"_L1).toBool();
    for (const MappedField &field : map.fields) {
        const QJsonValue member = object.value(field.remote);
        if (field.isCustom()) {
            const QJsonObject entry = customFieldIn(object.value("customFields"_L1).toArray(), field);
            if (entry.isEmpty())
                record.untold.append(field.field);
            else
                record.values.insert(field.field, plainValue(field, entry.value("value"_L1)));
        } else if (isPoints(field)) {
            const bool isEmails = field.list == OptionList::EmailType;
            const QJsonArray points = isEmails ? emailsIn(member.toArray()) : phonesIn(member.toArray());
            record.values.insert(field.field, points.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(points));
        } else if (field.shape == WireShape::Special) {
            QStringList ids;
            for (const QJsonValue &reference : member.toArray()) {
                const QString id = idOf(reference.toObject());
                if (id.isEmpty())
                    continue;
                if (ids.isEmpty())
                    record.names.insert(field.field, nameOf(reference.toObject()));
                ids.append(id);
            }
            record.values.insert(field.field, nullIfEmpty(ids.value(0)));
            record.alternatives.insert(field.field, ids);
        } else if (field.shape == WireShape::Reference) {
            const QString id = idOf(member.toObject());
            record.values.insert(field.field, nullIfEmpty(id));
            if (!id.isEmpty())
                record.names.insert(field.field, nameOf(member.toObject()));
        } else {
            record.values.insert(field.field, plainValue(field, member));
        }
    }
    if (kind == AssetKind::Location) {
        record.key.parentId = record.values.value("organization"_L1).toString(parentId);
        record.values.insert(u"organization"_s, nullIfEmpty(record.key.parentId));
    }
    return record;
}

std::optional<RemoteOption> optionFrom(OptionList list, const QJsonObject &row)
{
    RemoteOption option {.list = list,
                         .remoteId = idOf(row),
                         .name = nameOf(row),
                         .isActive = !row.value("inactiveFlag"_L1).toBool(),
                         .isDefault = row.value("defaultFlag"_L1).toBool()};
    if (option.remoteId.isEmpty() || option.name.isEmpty())
        return std::nullopt;
    if (list == OptionList::EmailType && !row.value("emailFlag"_L1).toBool())
        return std::nullopt;
    if (list == OptionList::PhoneType && !row.value("phoneFlag"_L1).toBool() && !row.value("faxFlag"_L1).toBool())
        return std::nullopt;
    if (list == OptionList::Region)
        option.parentRemoteId = idOf(row.value("country"_L1).toObject());
    return option;
}

std::optional<TenantField> tenantFieldFrom(const QJsonObject &entry)
{
    TenantField field {.remote = idOf(entry), .title = entry.value("caption"_L1).toString().trimmed()};
    if (field.remote.isEmpty() || field.title.isEmpty())
        return std::nullopt;
    const QString type = entry.value("type"_L1).toString();
    static const QHash<QString, TenantFieldType> types {
        {u"Text"_s, TenantFieldType::Text},         {u"TextArea"_s, TenantFieldType::LongText},
        {u"Hyperlink"_s, TenantFieldType::Text},    {u"IPAddress"_s, TenantFieldType::Text},
        {u"Number"_s, TenantFieldType::Number},     {u"Currency"_s, TenantFieldType::Number},
        {u"Percent"_s, TenantFieldType::Number},    {u"Date"_s, TenantFieldType::Date},
        {u"Checkbox"_s, TenantFieldType::Flag}};
    field.type = types.value(type, TenantFieldType::Other);
    // What its list offers is told nowhere with the records.
    const QString entryMethod = entry.value("entryMethod"_L1).toString();
    if (field.type == TenantFieldType::Text && (entryMethod == "List"_L1 || entryMethod == "Option"_L1))
        field.type = TenantFieldType::Choice;
    return field;
}

Result<QJsonObject> createBody(AssetKind kind, const RemoteValues &values, const KindMap &map)
{
    QJsonObject body;
    QJsonArray customFields;
    for (const MappedField &field : map.fields) {
        const QJsonValue value = values.value(field.field);
        // The company of a new site is in the path, and a new company has no site yet that could be its main one.
        const bool isImplied = (kind == AssetKind::Location && field.field == "organization"_L1)
            || (kind == AssetKind::Organization && field.field == "primary_location"_L1);
        if (!field.goesOut() || isImplied || isPoints(field) || isBlankValue(value))
            continue;
        const Result<QJsonValue> wire = wireValue(field, value);
        if (!wire)
            return fail(wire.error());
        if (field.isCustom())
            customFields.append(QJsonObject {{u"id"_s, field.remote.section(u'.', 1).toLongLong()}, {u"value"_s, *wire}});
        else
            body.insert(field.remote, field.shape == WireShape::Special ? QJsonValue(QJsonArray {*wire}) : *wire);
    }
    if (!customFields.isEmpty())
        body.insert(u"customFields"_s, customFields);
    if (kind == AssetKind::Organization) {
        // The server insists on a first site and makes it itself; "Main" is what its own form proposes.
        const QString site = values.value("site_name"_L1).toString().trimmed();
        body.insert(u"site"_s, QJsonObject {{u"name"_s, site.isEmpty() ? u"Main"_s : site}});
    }
    return body;
}

Result<QJsonArray> patchFor(const RemoteRecord &current, const RemoteValues &changes, const KindMap &map)
{
    QJsonArray patch;
    for (const MappedField &field : map.fields) {
        if (!changes.contains(field.field) || !field.goesOut() || field.shape == WireShape::Special || field.isCustom())
            continue;
        const QJsonValue value = changes.value(field.field);
        if (isBlankValue(value)) {
            if (current.wire.isEmpty() || !isBlankValue(current.wire.value(field.remote)))
                patch.append(operation(u"remove"_s, field.remote));
            continue;
        }
        const Result<QJsonValue> wire = wireValue(field, value);
        if (!wire)
            return fail(wire.error());
        patch.append(operation(u"replace"_s, field.remote, *wire));
    }
    const Result<QJsonArray> customFields = customFieldsWith(current.wire, changes, map);
    if (!customFields)
        return fail(customFields.error());
    const bool hasChanged = *customFields != unchangedCustomFields(current.wire);
    if (hasChanged || (!patch.isEmpty() && !customFields->isEmpty()))
        patch.append(operation(u"replace"_s, u"customFields"_s, *customFields));
    return patch;
}

Result<QJsonObject> referenceTo(const QString &remoteId, const QString &field)
{
    bool isNumber = false;
    const qint64 id = remoteId.toLongLong(&isNumber);
    if (!isNumber || id <= 0) {
        return fail(Error {.code = ErrorCode::BadInput,
                           .message = Words::tr("“%1” is not an id that ConnectWise could have given.").arg(remoteId),
                           .field = field});
    }
    return QJsonObject {{u"id"_s, id}};
}

QString comparison(const QString &member, const QString &text)
{
    // A bracket starts a set of characters, unless it is a set of its own.
    QString literal = text;
    literal.replace(u'[', "[[]"_L1);
    if (!literal.contains(u'"'))
        return member + "=\""_L1 + literal + u'"';
    if (!literal.contains(u'\''))
        return member + "='"_L1 + literal + u'\'';
    return member + " like \""_L1 + literal.replace(u'"', u'%') + u'"';
}

QString nextPageId(const QByteArray &linkHeader)
{
    static const QRegularExpression link(u"<([^>]*)>([^,<]*)"_s);
    static const QRegularExpression pageId(u"[?&]pageId=(\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
    QRegularExpressionMatchIterator links = link.globalMatch(QString::fromLatin1(linkHeader));
    while (links.hasNext()) {
        const QRegularExpressionMatch match = links.next();
        const QString relation = match.captured(2);
        const QRegularExpressionMatch id = pageId.match(match.captured(1));
        if (id.hasMatch() && (relation.contains("next"_L1) || !relation.contains("rel"_L1)))
            return id.captured(1);
    }
    return {};
}

} // namespace tandem::connectwise
