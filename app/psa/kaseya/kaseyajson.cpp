// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/kaseya/kaseyajson.h"

#include <QVariant>

#include <algorithm>

namespace tandem::kaseya {

namespace {

/** The name as the object spells it; empty when it has no such member. */
QString spelledIn(const QJsonObject &object, const QString &name)
{
    if (object.contains(name))
        return name;
    const QStringList keys = object.keys();
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const QString &key) {
        return key.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == keys.end() ? QString() : *found;
}

} // namespace

QJsonValue member(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    if (!value.isUndefined())
        return value;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return it.value();
    }
    return QJsonValue::Undefined;
}

void setMember(QJsonObject &object, const QString &name, const QJsonValue &value)
{
    const QString spelled = spelledIn(object, name);
    object.insert(spelled.isEmpty() ? name : spelled, value);
}

QJsonObject pascalCased(const QJsonObject &object)
{
    QJsonObject result;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        QString name = it.key();
        name.replace(0, 1, name.left(1).toUpper());
        result.insert(name, it.value());
    }
    return result;
}

QString textOf(const QJsonValue &value)
{
    return (value.isString() ? value.toString() : value.toVariant().toString()).trimmed();
}

QString idOf(const QJsonValue &value)
{
    const qint64 id = value.isString() ? value.toString().trimmed().toLongLong() : value.toInteger();
    return id > 0 ? QString::number(id) : QString();
}

} // namespace tandem::kaseya
