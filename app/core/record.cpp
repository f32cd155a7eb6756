// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record.h"

#include "core/field.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tandem {

namespace {

struct SourceWords {
    const char *name;
    const char *title;
};

constexpr std::array words {
    SourceWords {"manual", QT_TRANSLATE_NOOP("tandem::RecordSource", "Made by hand")},
    SourceWords {"csv", QT_TRANSLATE_NOOP("tandem::RecordSource", "CSV import")},
    SourceWords {"api", QT_TRANSLATE_NOOP("tandem::RecordSource", "Local API")},
    SourceWords {"directory", QT_TRANSLATE_NOOP("tandem::RecordSource", "Directory")},
    SourceWords {"itglue", QT_TRANSLATE_NOOP("tandem::RecordSource", "IT Glue import")},
    SourceWords {"psa", QT_TRANSLATE_NOOP("tandem::RecordSource", "PSA")},
};
static_assert(words.size() == size_t(RecordSource::Count));

} // namespace

QString recordSourceName(RecordSource source)
{
    return QString::fromLatin1(words.at(size_t(source)).name);
}

std::optional<RecordSource> recordSourceFromName(const QString &name)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (name == QLatin1StringView(words[i].name))
            return RecordSource(i);
    }
    return std::nullopt;
}

QString recordSourceTitle(RecordSource source)
{
    return QCoreApplication::translate("tandem::RecordSource", words.at(size_t(source)).title);
}

QString Record::displayName() const
{
    return displayNameOf(kind, fields);
}

QString displayNameOf(AssetKind kind, const FieldValues &fields)
{
    if (kind != AssetKind::Contact)
        return fields.value(QLatin1StringView("name")).toString().trimmed();
    const QString first = fields.value(QLatin1StringView("first_name")).toString().trimmed();
    const QString last = fields.value(QLatin1StringView("last_name")).toString().trimmed();
    return QString(first + QLatin1Char(' ') + last).trimmed();
}

bool isBlank(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return true;
    case QJsonValue::String:
        return value.toString().trimmed().isEmpty();
    case QJsonValue::Array:
        return value.toArray().isEmpty();
    case QJsonValue::Object:
        return value.toObject().isEmpty();
    case QJsonValue::Bool:
    case QJsonValue::Double:
        return false;
    }
    return false;
}

QJsonValue nullIfBlank(const QJsonValue &value)
{
    return isBlank(value) ? QJsonValue(QJsonValue::Null) : value;
}

QStringList changedFields(AssetKind kind, const FieldValues &before, const FieldValues &after)
{
    QStringList changed;
    for (const FieldDescription *field : allFieldsOf(kind)) {
        const QString id = field->name();
        if (nullIfBlank(before.value(id)) != nullIfBlank(after.value(id)))
            changed.append(id);
    }
    return changed;
}

} // namespace tandem
