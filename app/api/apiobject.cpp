// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiobject.h"

#include "api/apicountry.h"
#include "core/clock.h"
#include "core/contactpoint.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString adapters = u"adapters-resources"_s;

QJsonValue nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue nullIfZero(qint64 id)
{
    return id == 0 ? QJsonValue() : QJsonValue(id);
}

QJsonArray emailsOf(const QJsonValue &value)
{
    QJsonArray emails;
    for (const ContactPoint &point : contactPointsFromJson(value.toArray())) {
        emails.append(QJsonObject{
            {u"value"_s, point.value}, {u"label-name"_s, point.label}, {u"primary"_s, point.isPrimary}});
    }
    return emails;
}

QJsonArray phonesOf(const QJsonValue &value)
{
    QJsonArray phones;
    for (const ContactPoint &point : contactPointsFromJson(value.toArray())) {
        const bool isFax = point.label.contains("fax"_L1, Qt::CaseInsensitive);
        phones.append(QJsonObject{{u"value"_s, plainPhone(point.value)},
                                  {u"formatted-value"_s, point.value},
                                  {u"label-name"_s, point.label},
                                  {u"label-type"_s, isFax ? u"fax"_s : u"phone"_s},
                                  {u"extension"_s, nullIfEmpty(point.extension)},
                                  {u"primary"_s, point.isPrimary}});
    }
    return phones;
}

QJsonValue fieldOf(const FieldDescription &field, const QJsonValue &value)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Date:
        return nullIfBlank(value);
    case FieldType::Boolean:
        return value.toBool();
    case FieldType::Reference:
        // IT Glue tells the parent's id as text, and all others as numbers.
        if (field.name() == "parent"_L1)
            return isBlank(value) ? QJsonValue() : QJsonValue(QString::number(value.toInteger()));
        return nullIfBlank(value);
    case FieldType::Option:
        return nullIfBlank(value);
    case FieldType::Emails:
        return emailsOf(value);
    case FieldType::Phones:
        return phonesOf(value);
    }
    return {};
}

QJsonValue psaIntegrationOf(const QList<RemoteTie> &ties)
{
    if (ties.isEmpty())
        return {};
    bool isStopped = false;
    for (const RemoteTie &tie : ties) {
        if (!tie.isOrphaned && !tie.isStopped)
            return u"enabled"_s;
        isStopped = isStopped || tie.isStopped;
    }
    return isStopped ? u"disabled"_s : u"orphaned"_s;
}

/** "[1,6]", as IT Glue tells it. */
QString ancestorsOf(const QList<RecordId> &ids)
{
    QStringList texts;
    for (const RecordId id : ids)
        texts.append(QString::number(id));
    return u'[' + texts.join(u',') + u']';
}

QJsonValue valueOf(const ApiAttribute &attribute, const Record &record, const RecordSheet &sheet)
{
    const QJsonValue own = attribute.field ? record.fields.value(attribute.field->name()) : QJsonValue();
    switch (attribute.value) {
    case ApiValue::Field:
        return fieldOf(*attribute.field, own);
    case ApiValue::NameOfField:
        return nullIfEmpty(attribute.field->type == FieldType::Reference
                               ? sheet.recordNames.value(own.toInteger())
                               : sheet.optionNames.value(own.toInteger()));
    case ApiValue::RecordName:
        return record.displayName();
    case ApiValue::CreatedAt:
        return toIsoUtc(record.createdAt);
    case ApiValue::UpdatedAt:
        return toIsoUtc(record.updatedAt);
    case ApiValue::PsaIntegration:
        return psaIntegrationOf(sheet.ties.value(record.id));
    case ApiValue::SyncActive:
        return psaIntegrationOf(sheet.ties.value(record.id)).toString() == "enabled"_L1;
    case ApiValue::AncestorIds:
        return ancestorsOf(sheet.ancestors.value(record.id));
    case ApiValue::OrganizationShortName:
        return nullIfEmpty(sheet.shortNames.value(record.fields.value("organization"_L1).toInteger()));
    case ApiValue::IsPrimaryLocation:
        return sheet.primaryLocations.contains(record.id);
    case ApiValue::FormattedField:
        return nullIfBlank(own);
    case ApiValue::Fixed:
        return attribute.fixed;
    case ApiValue::OptionName:
    case ApiValue::OptionParent:
    case ApiValue::OptionParentName:
    case ApiValue::OptionIsSynced:
    case ApiValue::OptionUses:
    case ApiValue::OptionIso:
        break;
    }
    return {};
}

QJsonValue valueOf(const ApiAttribute &attribute, const Option &option, const OptionSheet &sheet)
{
    switch (attribute.value) {
    case ApiValue::OptionName:
        return option.name;
    case ApiValue::OptionParent:
        return nullIfZero(option.parentId);
    case ApiValue::OptionParentName:
        return nullIfEmpty(sheet.parentNames.value(option.parentId));
    case ApiValue::OptionIsSynced:
        return sheet.synced.contains(option.id);
    case ApiValue::OptionUses:
        return sheet.uses.value(option.id);
    case ApiValue::OptionIso:
        return option.list == OptionList::Country ? nullIfEmpty(isoOfCountry(option.name)) : QJsonValue();
    case ApiValue::Fixed:
        return attribute.fixed;
    case ApiValue::Field:
    case ApiValue::NameOfField:
    case ApiValue::RecordName:
    case ApiValue::CreatedAt:
    case ApiValue::UpdatedAt:
    case ApiValue::PsaIntegration:
    case ApiValue::SyncActive:
    case ApiValue::AncestorIds:
    case ApiValue::OrganizationShortName:
    case ApiValue::IsPrimaryLocation:
    case ApiValue::FormattedField:
        break;
    }
    return {};
}

template<typename Row, typename Sheet>
QJsonObject objectOf(const ApiResource &resource, const Row &row, const Sheet &sheet)
{
    QJsonObject attributes;
    for (const ApiAttribute &attribute : resource.attributes)
        attributes.insert(withDashes(attribute.name), valueOf(attribute, row, sheet));
    return {{u"id"_s, QString::number(row.id)}, {u"type"_s, resource.type()}, {u"attributes"_s, attributes}};
}

} // namespace

QString plainPhone(const QString &number)
{
    QString plain;
    for (const QChar c : number) {
        if (c.isDigit() || (c == u'+' && plain.isEmpty()))
            plain += c;
    }
    return plain;
}

QJsonObject recordObject(const ApiResource &resource, const Record &record, const RecordSheet &sheet,
                         bool withAdapters)
{
    QJsonObject object = objectOf(resource, record, sheet);
    if (!withAdapters)
        return object;
    QJsonArray data;
    for (const RemoteTie &tie : sheet.ties.value(record.id))
        data.append(QJsonObject{{u"id"_s, QString::number(tie.linkId)}, {u"type"_s, adapters}});
    object.insert(u"relationships"_s, QJsonObject{{adapters, QJsonObject{{u"data"_s, data}}}});
    return object;
}

QJsonArray adapterObjects(const RecordSheet &sheet)
{
    QJsonArray objects;
    for (const Record &record : sheet.records) {
        for (const RemoteTie &tie : sheet.ties.value(record.id)) {
            const QJsonObject attributes{{u"remote-id"_s, tie.remoteId},
                                         {u"platform"_s, platformName(tie.platform)},
                                         {u"integration-name"_s, tie.integrationName}};
            objects.append(QJsonObject{{u"id"_s, QString::number(tie.linkId)},
                                       {u"type"_s, adapters},
                                       {u"attributes"_s, attributes}});
        }
    }
    return objects;
}

QJsonObject optionObject(const ApiResource &resource, const Option &option, const OptionSheet &sheet)
{
    return objectOf(resource, option, sheet);
}

} // namespace tandem
