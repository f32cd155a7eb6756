// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apivalues.h"

#include "api/apiobject.h"
#include "core/contactpoint.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Api)
};

std::optional<QString> asText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble() || value.isBool())
        return value.toVariant().toString();
    return std::nullopt;
}

std::optional<bool> asBoolean(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    const QString text = asText(value).value_or(QString()).toLower();
    if (text == "true"_L1 || text == "1"_L1)
        return true;
    if (text == "false"_L1 || text == "0"_L1)
        return false;
    return std::nullopt;
}

/** A whole number above zero. */
std::optional<qint64> asId(const QJsonValue &value)
{
    const qint64 id = value.isString() ? value.toString().trimmed().toLongLong() : value.toInteger();
    return id > 0 ? std::optional(id) : std::nullopt;
}

/** Takes the attributes of one object. */
class AttributeReader final {
public:
    AttributeReader(const ApiResource &resource, const ApiItem &item, const FieldValues &before)
        : m_resource(resource)
        , m_item(item)
        , m_before(before)
    {
    }

    ApiResult<ApiChanges> read()
    {
        for (auto it = m_item.attributes.constBegin(); it != m_item.attributes.constEnd(); ++it) {
            const ApiAttribute *attribute = m_resource.find(it.key());
            if (!attribute || attribute->value == ApiValue::Fixed) {
                const bool isSaid = !isBlank(it.value()) && !(attribute && it.value() == attribute->fixed);
                if (isSaid)
                    m_changes.ignored.append(withDashes(it.key()));
                continue;
            }
            if (!attribute->isWritable())
                continue;
            if (const ApiResult<void> taken = take(*attribute, it.value()); !taken)
                return refuse(taken.error());
        }
        return m_changes;
    }

private:
    ApiResult<void> take(const ApiAttribute &attribute, const QJsonValue &value)
    {
        switch (attribute.value) {
        case ApiValue::Field:
            return takeField(attribute, value);
        case ApiValue::IsPrimaryLocation:
            m_changes.isPrimaryLocation = asBoolean(value);
            if (!m_changes.isPrimaryLocation && !value.isNull())
                return wrong(attribute, Words::tr("must be true or false"));
            return {};
        case ApiValue::OptionName:
            m_changes.name = asText(value).value_or(QString()).trimmed();
            return {};
        case ApiValue::OptionParent:
            m_changes.parent = isBlank(value) ? std::optional<OptionId>(0) : asId(value);
            if (!m_changes.parent)
                return wrong(attribute, Words::tr("must be an id"));
            return {};
        case ApiValue::NameOfField:
        case ApiValue::RecordName:
        case ApiValue::CreatedAt:
        case ApiValue::UpdatedAt:
        case ApiValue::PsaIntegration:
        case ApiValue::SyncActive:
        case ApiValue::AncestorIds:
        case ApiValue::OrganizationShortName:
        case ApiValue::FormattedField:
        case ApiValue::Fixed:
        case ApiValue::OptionParentName:
        case ApiValue::OptionIsSynced:
        case ApiValue::OptionUses:
        case ApiValue::OptionIso:
            break;
        }
        return {};
    }

    ApiResult<void> takeField(const ApiAttribute &attribute, const QJsonValue &value)
    {
        const FieldDescription &field = *attribute.field;
        const ApiResult<QJsonValue> taken =
            isBlank(value) ? ApiResult<QJsonValue>(QJsonValue::Null) : valueOf(attribute, value);
        if (!taken)
            return refuse(taken.error());
        // A flag that was never set answers false too, and what comes back as it was is no change.
        if (field.type == FieldType::Boolean && !taken->toBool() && isBlank(m_before.value(field.name())))
            return {};
        m_changes.fields.insert(field.name(), *taken);
        return {};
    }

    ApiResult<QJsonValue> valueOf(const ApiAttribute &attribute, const QJsonValue &value)
    {
        switch (attribute.field->type) {
        case FieldType::Text:
        case FieldType::LongText:
            if (const std::optional<QString> text = asText(value))
                return QJsonValue(withoutReturns(*text));
            return wrong(attribute, Words::tr("must be text"));
        case FieldType::Date:
            return dateOf(attribute, value);
        case FieldType::Boolean:
            if (const std::optional<bool> flag = asBoolean(value))
                return QJsonValue(*flag);
            return wrong(attribute, Words::tr("must be true or false"));
        case FieldType::Reference:
        case FieldType::Option:
            if (const std::optional<qint64> id = asId(value))
                return QJsonValue(*id);
            return wrong(attribute, Words::tr("must be an id"));
        case FieldType::Emails:
        case FieldType::Phones:
            return pointsOf(attribute, value);
        }
        return wrong(attribute, Words::tr("must be text"));
    }

    static QString withoutReturns(QString text)
    {
        return text.replace("\r\n"_L1, "\n"_L1);
    }

    ApiResult<QJsonValue> dateOf(const ApiAttribute &attribute, const QJsonValue &value)
    {
        const QString text = value.toString().trimmed();
        const bool hasTime = text.size() > 10 && (text.at(10) == u'T' || text.at(10) == u' ');
        const QString day = hasTime ? text.left(10) : text;
        if (day.size() != 10 || !QDate::fromString(day, Qt::ISODate).isValid())
            return wrong(attribute, Words::tr("must be a date such as 2026-01-31"));
        return QJsonValue(day);
    }

    ApiResult<QJsonValue> pointsOf(const ApiAttribute &attribute, const QJsonValue &value)
    {
        if (!value.isArray())
            return wrong(attribute, Words::tr("must be an array"));
        const bool isPhones = attribute.field->type == FieldType::Phones;
        const QList<ContactPoint> known =
            contactPointsFromJson(m_before.value(attribute.field->name()).toArray());
        QJsonArray points;
        for (const QJsonValue &each : value.toArray()) {
            QJsonObject object;
            const QJsonObject given = each.toObject();
            for (auto it = given.constBegin(); it != given.constEnd(); ++it)
                object.insert(withUnderscores(it.key()), it.value());
            const QString number = asText(object.value("value"_L1)).value_or(QString()).trimmed();
            if (!each.isObject() || number.isEmpty())
                return wrong(attribute, Words::tr("has an entry without a value"));
            QString label = asText(object.value("label_name"_L1)).value_or(QString()).trimmed();
            if (isPhones && label.isEmpty() && object.value("label_type"_L1).toString() == "fax"_L1)
                label = u"Fax"_s;
            QJsonObject point{{u"value"_s, isPhones ? asTyped(number, known) : number},
                              {u"label"_s, label},
                              {u"primary"_s, asBoolean(object.value("primary"_L1)).value_or(false)}};
            const QString extension = asText(object.value("extension"_L1)).value_or(QString()).trimmed();
            if (isPhones && !extension.isEmpty())
                point.insert(u"extension"_s, extension);
            points.append(point);
        }
        // In the one spelling that lists of numbers and addresses have here.
        return QJsonValue(contactPointsToJson(contactPointsFromJson(points)));
    }

    static QString asTyped(const QString &number, const QList<ContactPoint> &known)
    {
        for (const ContactPoint &point : known) {
            if (number == plainPhone(point.value))
                return point.value;
        }
        return number;
    }

    [[nodiscard]] tl::unexpected<ApiFault> wrong(const ApiAttribute &attribute, const QString &detail) const
    {
        return refuse({.status = 422,
                       .detail = detail,
                       .pointer = m_item.pointer + u"/attributes/"_s + withDashes(attribute.name)});
    }

    const ApiResource &m_resource;
    const ApiItem &m_item;
    const FieldValues &m_before;
    ApiChanges m_changes;
};

} // namespace

ApiResult<ApiChanges> readAttributes(const ApiResource &resource, const ApiItem &item,
                                     const FieldValues &before)
{
    return AttributeReader(resource, item, before).read();
}

} // namespace tandem
