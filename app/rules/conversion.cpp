// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/conversion.h"

#include "core/contactpoint.h"
#include "core/field.h"
#include "rules/normalform.h"

#include <QJsonArray>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

const QJsonValue blank = QJsonValue::Null;

/** What the field holds here; nothing when there is no such field. */
std::optional<FieldType> typeOf(AssetKind kind, const MappedField &field)
{
    if (field.isCustom())
        return field.customType;
    const FieldDescription *description = findField(kind, field.field);
    return description ? std::optional(description->type) : std::nullopt;
}

class OutwardConverter final
{
public:
    OutwardConverter(const ReferenceBook &book, const SyncSettings &settings)
        : m_book(book)
        , m_settings(settings)
    {
    }

    void convert(const MappedField &field, FieldType type, const QJsonValue &given)
    {
        const bool isFilled = isBlank(given) && !field.filler.isEmpty() && m_settings.isOn(field.fillerSetting);
        const QJsonValue value
            = isFilled ? QJsonValue(contactPointsToJson({{.value = field.filler, .isPrimary = true}})) : given;
        if (isBlank(value)) {
            m_result.values.insert(field.field, field.blankMeans.isEmpty() ? blank : QJsonValue(field.blankMeans));
            return;
        }
        switch (type) {
        case FieldType::Text:
        case FieldType::LongText:
            if (field.list)
                convertNamed(field, value.toString().trimmed());
            else
                m_result.values.insert(field.field, value.toString().trimmed());
            break;
        case FieldType::Date:
        case FieldType::Boolean:
            m_result.values.insert(field.field, value);
            break;
        case FieldType::Reference:
            convertRecord(field, value.toInteger());
            break;
        case FieldType::Option:
            convertOption(field, value.toInteger());
            break;
        case FieldType::Emails:
            convertPoints(field, OptionList::EmailType, m_settings.emailType, value.toArray());
            break;
        case FieldType::Phones:
            convertPoints(field, OptionList::PhoneType, m_settings.phoneType, value.toArray());
            break;
        }
    }

    [[nodiscard]] const RemoteConversion &result() const
    {
        return m_result;
    }

private:
    void convertNamed(const MappedField &field, const QString &name)
    {
        const auto values = m_book.byName.value(*field.list);
        const auto found = values.constFind(name.toCaseFolded());
        if (found == values.constEnd())
            m_result.unresolved.append({.field = field.field, .name = name});
        else
            m_result.values.insert(field.field, found->remoteId);
    }

    void convertRecord(const MappedField &field, RecordId id)
    {
        const ReferenceBook::RecordReference reference = m_book.records.value(id);
        if (reference.remoteId.isEmpty()) {
            m_result.unresolved.append({.field = field.field,
                                        .name = reference.name,
                                        .isOnItsWay = reference.isOnItsWay,
                                        .kind = reference.kind,
                                        .recordId = id});
        } else {
            m_result.values.insert(field.field, reference.remoteId);
        }
    }

    void convertOption(const MappedField &field, OptionId id)
    {
        const ReferenceBook::OptionReference option = m_book.options.value(id);
        const QString value = field.list ? option.remoteId : option.name;
        if (value.isEmpty())
            m_result.unresolved.append({.field = field.field, .name = option.name});
        else
            m_result.values.insert(field.field, value);
    }

    void convertPoints(const MappedField &field, OptionList list, const QString &defaultLabel, const QJsonArray &array)
    {
        if (!field.places.isEmpty()) {
            convertToPlaces(field, defaultLabel, array);
            return;
        }
        const auto labels = m_book.byName.value(list);
        QList<ContactPoint> points;
        bool isSilent = false;
        for (ContactPoint point : contactPointsFromJson(array)) {
            if (point.label.isEmpty())
                point.label = defaultLabel;
            // Rule B3: without a type there is nothing the PSA could keep it as.
            if (point.label.isEmpty()) {
                isSilent = true;
                continue;
            }
            const auto known = labels.constFind(point.label.toCaseFolded());
            if (known == labels.constEnd()) {
                m_result.unresolved.append({.field = field.field, .name = point.label});
                return;
            }
            point.label = known->name;
            if (!field.keepsExtensions)
                writeExtensionBehind(point);
            points.append(point);
        }
        if (field.isRequired)
            keepOnePrimary(points);
        // Nothing that can be said is not the same as blanked, which would erase what the PSA has.
        if (points.isEmpty() && isSilent)
            return;
        const QJsonArray values = contactPointsToJson(points);
        m_result.values.insert(field.field, values.isEmpty() ? blank : QJsonValue(values));
    }

    static void writeExtensionBehind(ContactPoint &point)
    {
        if (!point.extension.isEmpty())
            point.value += " x"_L1 + point.extension;
        point.extension.clear();
    }

    /** For a PSA with one member for each label. It knows no order: the first place that is taken is the primary. */
    void convertToPlaces(const MappedField &field, const QString &defaultLabel, const QJsonArray &array)
    {
        QHash<QString, ContactPoint> taken;
        bool isSilent = false;
        for (ContactPoint point : contactPointsFromJson(array)) {
            if (point.label.isEmpty())
                point.label = defaultLabel;
            if (point.label.isEmpty()) {
                isSilent = true; // rule B3, as above
                continue;
            }
            const auto place = std::find_if(field.places.begin(), field.places.end(), [&](const PointPlace &each) {
                return each.label.compare(point.label, Qt::CaseInsensitive) == 0;
            });
            const bool isKnown = place != field.places.end();
            if (!isKnown || taken.contains(place->label)) {
                m_result.unresolved.append({.field = field.field,
                                            .name = isKnown ? place->label : point.label,
                                            .isSurplus = isKnown});
                return;
            }
            point.label = place->label;
            if (place->extension.isEmpty())
                writeExtensionBehind(point);
            taken.insert(place->label, point);
        }
        QList<ContactPoint> points;
        for (const PointPlace &place : field.places) {
            if (!taken.contains(place.label))
                continue;
            ContactPoint point = taken.value(place.label);
            point.isPrimary = points.isEmpty();
            points.append(point);
        }
        if (points.isEmpty() && isSilent)
            return;
        m_result.values.insert(field.field, points.isEmpty() ? blank : QJsonValue(contactPointsToJson(points)));
    }

    const ReferenceBook &m_book;
    const SyncSettings &m_settings;
    RemoteConversion m_result;
};

} // namespace

RemoteConversion toRemote(AssetKind kind, const FieldValues &fields, const KindMap &map, const ReferenceBook &book,
                          const SyncSettings &settings)
{
    OutwardConverter converter(book, settings);
    for (const MappedField &field : map.fields) {
        const std::optional<FieldType> type = typeOf(kind, field);
        if (type && field.goesOut())
            converter.convert(field, *type, fields.value(field.field));
    }
    return converter.result();
}

LocalConversion toLocal(AssetKind kind, const RemoteValues &values, const KindMap &map, const LocalBook &book)
{
    LocalConversion result;
    for (const MappedField &field : map.fields) {
        const std::optional<FieldType> type = typeOf(kind, field);
        const QJsonValue value = values.value(field.field);
        if (!type || !field.comesIn() || value.isUndefined())
            continue;
        if (isBlank(value)) {
            result.values.insert(field.field, blank);
            continue;
        }
        const QString text = value.toString();
        const auto take = [&](qint64 id) {
            if (id != 0)
                result.values.insert(field.field, id);
            else
                result.missing.append(field.field);
        };
        switch (*type) {
        case FieldType::Text:
            if (field.list) {
                const QString name = book.optionNames.value({*field.list, text});
                if (name.isEmpty())
                    result.missing.append(field.field);
                else
                    result.values.insert(field.field, name);
            } else if (field.normal != NormalForm::Mac || !wellFormedMac(text).isEmpty()) {
                // Rule D4: a MAC that is not one is not taken.
                result.values.insert(field.field, text.trimmed());
            }
            break;
        case FieldType::LongText:
        case FieldType::Date:
        case FieldType::Boolean:
        case FieldType::Emails:
        case FieldType::Phones:
            result.values.insert(field.field, value);
            break;
        case FieldType::Reference:
            take(book.records.value({*findField(kind, field.field)->target, text}));
            break;
        case FieldType::Option:
            if (field.list)
                take(book.options.value({*field.list, text}));
            else
                take(book.optionsByName.value({*findField(kind, field.field)->list, text.trimmed().toCaseFolded()}));
            break;
        }
    }
    // Rule D3: a contact is taken over a configuration only if it belongs to the same organization.
    if (kind == AssetKind::Configuration) {
        const RecordId contact = result.values.value("contact"_L1).toInteger();
        const RecordId organization = result.values.value("organization"_L1).toInteger();
        if (contact != 0 && book.organizationOf.value(contact) != organization) {
            result.values.remove("contact"_L1);
            result.missing.append(u"contact"_s);
        }
    }
    return result;
}

RemoteValues settleAlternatives(const RemoteRecord &remote, const RemoteValues &baseline)
{
    RemoteValues values = remote.values;
    for (auto it = remote.alternatives.constBegin(); it != remote.alternatives.constEnd(); ++it) {
        const QString agreed = baseline.value(it.key()).toString();
        if (!agreed.isEmpty() && it.value().contains(agreed))
            values.insert(it.key(), agreed);
    }
    for (const QString &field : remote.untold) {
        // What was never agreed stays untold.
        if (baseline.contains(field))
            values.insert(field, baseline.value(field));
        else
            values.remove(field);
    }
    return values;
}

} // namespace tandem
