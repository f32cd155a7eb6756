// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/itglue/itgluerecord.h"

#include "core/contactpoint.h"
#include "core/field.h"
#include "rules/importrules.h"
#include "sources/itglue/itgluepage.h"

#include <QDate>
#include <QJsonArray>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype cutAt = 250;

/** The list behind a field, as a path; empty for lists that rows tell by name alone. */
QString listOf(const FieldDescription &field)
{
    switch (field.list.value_or(OptionList::Count)) {
    case OptionList::OrganizationType:
        return u"organization_types"_s;
    case OptionList::OrganizationStatus:
        return u"organization_statuses"_s;
    case OptionList::ConfigurationType:
        return u"configuration_types"_s;
    case OptionList::ConfigurationStatus:
        return u"configuration_statuses"_s;
    case OptionList::ContactType:
        return u"contact_types"_s;
    case OptionList::Manufacturer:
        return u"manufacturers"_s;
    case OptionList::Model:
        return u"models"_s;
    case OptionList::EmailType:
    case OptionList::PhoneType:
    case OptionList::Country:
    case OptionList::Region:
    case OptionList::Member:
    case OptionList::Classification:
    case OptionList::Count:
        break;
    }
    return {};
}

QString withDashes(QString name)
{
    return name.replace(u'_', u'-');
}

QString digitsOf(const QString &number)
{
    QString digits;
    for (const QChar c : number) {
        if (c.isDigit())
            digits.append(c);
    }
    return digits;
}

/** The number as people write it, where that is the same number; IT Glue strips the separators from the
 * other. */
QString phoneFrom(const QString &value, const QString &formatted)
{
    const bool isSame = !formatted.isEmpty() && digitsOf(formatted) == digitsOf(value);
    return (isSame ? formatted : value).trimmed();
}

QString lineFrom(const QJsonValue &value)
{
    const QString text = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
    QString line = text.trimmed();
    line.replace("\r\n"_L1, " "_L1).replace(u'\n', u' ').replace(u'\r', u' ');
    return line;
}

QString textFrom(const QJsonValue &value)
{
    QString text = value.toString();
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return text.trimmed();
}

/** The day of a date or of a moment; what is neither is told as it is, and refused with its field. */
QString dayFrom(const QJsonValue &value)
{
    const QString text = value.toString().trimmed();
    const QString day = text.left(10);
    return QDate::fromString(day, Qt::ISODate).isValid() ? day : text;
}

QJsonArray pointsFrom(FieldType type, const QJsonArray &array)
{
    QList<ContactPoint> points;
    for (const QJsonValue &each : array) {
        const QJsonObject point = each.toObject();
        const auto text = [&](QLatin1StringView name) {
            const QString dashed = QString(name);
            const QJsonValue value = point.contains(dashed)
                ? point.value(dashed)
                : point.value(QString(dashed).replace(u'-', u'_'));
            return lineFrom(value);
        };
        const QString value = text("value"_L1);
        QString label = text("label-name"_L1);
        if (label.isEmpty() && text("label-type"_L1) == "fax"_L1)
            label = u"Fax"_s;
        points.append(
            {.value = type == FieldType::Phones ? phoneFrom(value, text("formatted-value"_L1)) : value,
             .label = label,
             .extension = type == FieldType::Phones ? text("extension"_L1) : QString(),
             .isPrimary = point.value("primary"_L1).toBool()});
    }
    // In the spelling that a record made of them has, so that both can be compared.
    return withImportedPoints(type, {}, contactPointsToJson(points));
}

/** The attributes of one row on their way into a record. */
class RowReader final {
    Q_DISABLE_COPY_MOVE(RowReader)
public:
    RowReader(AssetKind kind, const QJsonObject &row, const ItGlueNames &names)
        : m_names(names)
        , m_attributes(row.value("attributes"_L1).toObject())
    {
        m_record = {.row = 0,
                    .kind = kind,
                    .values = {},
                    .externalId = itGlueId(row.value("id"_L1)),
                    .isWhole = true,
                    .mayMissReferences = true};
    }

    ImportedRecord read()
    {
        for (const FieldDescription &field : fieldsOf(m_record.kind))
            take(field);
        if (m_record.kind == AssetKind::Contact)
            giveFirstName();
        if (m_record.kind == AssetKind::Configuration)
            takePlatform();
        m_record.createsNew =
            !(m_record.kind == AssetKind::Configuration && m_attributes.value("archived"_L1).toBool());
        return m_record;
    }

private:
    /** Undefined where the row does not tell it. */
    [[nodiscard]] QJsonValue attribute(const QString &name) const
    {
        return m_attributes.contains(name) ? m_attributes.value(name)
                                           : m_attributes.value(QString(name).replace(u'-', u'_'));
    }

    void say(const FieldDescription &field, const QJsonValue &value)
    {
        m_record.values.insert(field.name(), nullIfBlank(value));
    }

    void take(const FieldDescription &field)
    {
        switch (field.type) {
        case FieldType::Option:
            takeOption(field);
            return;
        case FieldType::Reference:
            takeReference(field);
            return;
        case FieldType::Emails:
        case FieldType::Phones:
            if (const QJsonValue points = attribute(u"contact-"_s + field.name()); !points.isUndefined())
                say(field, pointsFrom(field.type, points.toArray()));
            return;
        case FieldType::Text:
        case FieldType::LongText:
        case FieldType::Date:
        case FieldType::Boolean:
            break;
        }
        // An operating system is one of a list there.
        const QString name =
            field.name() == "operating_system"_L1 ? u"operating-system-name"_s : withDashes(field.name());
        const QJsonValue value = attribute(name);
        if (value.isUndefined())
            return;
        if (field.type == FieldType::Boolean)
            say(field, value.isNull() ? QJsonValue() : QJsonValue(value.toBool()));
        else if (field.type == FieldType::Date)
            say(field, dayFrom(value));
        else if (field.type == FieldType::LongText)
            say(field, textFrom(value));
        else if (field.name() == "phone"_L1 || field.name() == "fax"_L1)
            say(field, phoneFrom(lineFrom(value), lineFrom(attribute(u"formatted-"_s + name))));
        else
            say(field, lineFrom(value));
    }

    void takeOption(const FieldDescription &field)
    {
        const QString name = withDashes(field.name());
        const QJsonValue told = attribute(name + u"-name"_s);
        const QJsonValue id = attribute(name + u"-id"_s);
        if (told.isUndefined() && id.isUndefined())
            return;
        QString text = lineFrom(told);
        if (text.isEmpty())
            text = m_names.lists.value(listOf(field)).value(itGlueId(id));
        m_record.names.insert(field.name(), text);
    }

    void takeReference(const FieldDescription &field)
    {
        // Locations come after organizations, and IT Glue tells it of them.
        if (field.name() == "primary_location"_L1)
            return;
        const QString name = withDashes(field.name());
        const QJsonValue value = attribute(name + u"-id"_s);
        if (value.isUndefined())
            return;
        const QString id = itGlueId(value);
        if (id.isEmpty())
            say(field, QJsonValue::Null);
        else
            m_record.externalReferences.insert(field.name(), id);
        const QString organization = lineFrom(attribute(u"organization-name"_s));
        // Where organizations are not brought, those that are here by that name will do.
        if (field.name() == "organization"_L1 && !organization.isEmpty())
            m_record.names.insert(field.name(), organization);
    }

    /** IT Glue asks for no name at all, and Tandem for a first one. */
    void giveFirstName()
    {
        QJsonObject &values = m_record.values;
        if (!isBlank(values.value("first_name"_L1)) || isBlank(values.value("last_name"_L1)))
            return;
        values.insert(u"first_name"_s, values.value("last_name"_L1));
        values.insert(u"last_name"_s, QJsonValue::Null);
    }

    void takePlatform()
    {
        const QString platform = m_names.platforms.value(itGlueId(attribute(u"operating-system-id"_s)));
        if (!platform.isEmpty())
            m_record.values.insert(u"platform"_s, platform);
    }

    const ItGlueNames &m_names;
    const QJsonObject m_attributes;
    ImportedRecord m_record;
};

QJsonValue attributeOf(const QJsonObject &row, const QString &name)
{
    const QJsonObject attributes = row.value("attributes"_L1).toObject();
    return attributes.contains(name) ? attributes.value(name)
                                     : attributes.value(QString(name).replace(u'-', u'_'));
}

} // namespace

QString itGlueResource(AssetKind kind)
{
    return kindName(kind) + u's';
}

QStringList itGlueLists()
{
    return {u"organization_types"_s,
            u"organization_statuses"_s,
            u"configuration_types"_s,
            u"configuration_statuses"_s,
            u"contact_types"_s,
            u"manufacturers"_s,
            u"models"_s,
            u"operating_systems"_s};
}

void addNames(ItGlueNames &names, const QString &list, const QList<QJsonObject> &rows)
{
    QHash<QString, QString> &known = names.lists[list];
    for (const QJsonObject &row : rows) {
        const QString id = itGlueId(row.value("id"_L1));
        known.insert(id, lineFrom(attributeOf(row, u"name"_s)));
        const QString platform = lineFrom(attributeOf(row, u"platform-name"_s));
        if (list == "operating_systems"_L1 && !platform.isEmpty())
            names.platforms.insert(id, platform);
    }
}

ImportedRecord recordFromItGlue(AssetKind kind, const QJsonObject &row, const ItGlueNames &names)
{
    return RowReader(kind, row, names).read();
}

bool isSyncedByItGlue(const QJsonObject &row)
{
    return attributeOf(row, u"psa-integration"_s).toString() == "enabled"_L1;
}

bool isArchivedInItGlue(const QJsonObject &row)
{
    return attributeOf(row, u"archived"_s).toBool();
}

bool isCutShort(const QJsonObject &row)
{
    return attributeOf(row, u"quick-notes"_s).toString().size() >= cutAt;
}

} // namespace tandem
