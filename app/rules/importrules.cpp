// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/importrules.h"

#include "core/contactpoint.h"

#include <algorithm>

namespace tandem {

namespace {

/** Emails are the same whatever their case, phones whatever stands between their digits. */
QString comparable(FieldType type, const ContactPoint &point)
{
    if (type == FieldType::Emails)
        return point.value.trimmed().toCaseFolded();
    QString digits;
    for (const QChar each : point.value) {
        if (each.isDigit() || each == u'+')
            digits.append(each);
    }
    return digits + u'x' + point.extension.trimmed();
}

} // namespace

bool pushesByItself(RecordSource source, AssetKind kind, const SyncSettings &settings)
{
    switch (source) {
    case RecordSource::Manual:
    case RecordSource::Api:
        return true;
    case RecordSource::Directory:
        return kind == AssetKind::Contact && settings.pushDirectoryContacts;
    case RecordSource::Csv:
    case RecordSource::ItGlue:
    case RecordSource::Psa:
    case RecordSource::Count:
        break;
    }
    return false;
}

QJsonArray withImportedPoints(FieldType type, const QJsonArray &existing, const QJsonArray &imported)
{
    QList<ContactPoint> points = contactPointsFromJson(existing);
    const QList<ContactPoint> news = contactPointsFromJson(imported);
    for (const ContactPoint &point : news) {
        const QString key = comparable(type, point);
        const auto known = std::find_if(points.begin(), points.end(), [&](const ContactPoint &each) {
            return comparable(type, each) == key;
        });
        const bool isPrimary = point.isPrimary || points.isEmpty();
        if (isPrimary) {
            for (ContactPoint &each : points)
                each.isPrimary = false;
        }
        if (known == points.end()) {
            ContactPoint added = point;
            added.isPrimary = isPrimary;
            points.append(added);
        } else {
            known->isPrimary = known->isPrimary || isPrimary;
            if (known->label.isEmpty())
                known->label = point.label;
        }
    }
    return contactPointsToJson(points);
}

UndoAnswer undoAnswer(const FieldValues &before, const FieldValues &after, const FieldValues &now)
{
    UndoAnswer answer;
    for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
        if (nullIfBlank(now.value(it.key())) == nullIfBlank(after.value(it.key())))
            answer.restore.insert(it.key(), it.value());
        else
            answer.kept.append(it.key());
    }
    return answer;
}

} // namespace tandem
