// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contactpoint.h"

#include <QJsonObject>

#include <algorithm>

namespace tandem {

QList<ContactPoint> contactPointsFromJson(const QJsonArray &array)
{
    QList<ContactPoint> points;
    for (const QJsonValue &item : array) {
        const QJsonObject object = item.toObject();
        const QString value = object.value(QLatin1StringView("value")).toString().trimmed();
        if (value.isEmpty())
            continue;
        points.append({.value = value,
                       .label = object.value(QLatin1StringView("label")).toString().trimmed(),
                       .extension = object.value(QLatin1StringView("extension")).toString().trimmed(),
                       .isPrimary = object.value(QLatin1StringView("primary")).toBool()});
    }
    return points;
}

QJsonArray contactPointsToJson(const QList<ContactPoint> &points)
{
    QJsonArray array;
    for (const ContactPoint &point : points) {
        QJsonObject object {{QStringLiteral("value"), point.value},
                            {QStringLiteral("label"), point.label},
                            {QStringLiteral("primary"), point.isPrimary}};
        if (!point.extension.isEmpty())
            object.insert(QStringLiteral("extension"), point.extension);
        array.append(object);
    }
    return array;
}

void keepOnePrimary(QList<ContactPoint> &points)
{
    const auto primary = std::find_if(points.begin(), points.end(), [](const ContactPoint &each) { return each.isPrimary; });
    const qsizetype kept = primary == points.end() ? 0 : primary - points.begin();
    for (qsizetype i = 0; i < points.size(); ++i)
        points[i].isPrimary = i == kept;
}

QString primaryContactPoint(const QJsonArray &array)
{
    const QList<ContactPoint> points = contactPointsFromJson(array);
    for (const ContactPoint &point : points) {
        if (point.isPrimary)
            return point.value;
    }
    return points.isEmpty() ? QString() : points.constFirst().value;
}

} // namespace tandem
