// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fieldcheck.h"

#include "core/record.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Check {
    Q_DECLARE_TR_FUNCTIONS(tandem::FieldCheck)
};

QString wrongShape(const FieldDescription &field, const QString &expected)
{
    return Check::tr("%1 must be %2.").arg(field.labelText(), expected);
}

QString problemWithPoints(const FieldDescription &field, const QJsonValue &value)
{
    if (!value.isArray())
        return wrongShape(field, Check::tr("a list of entries with a value and a label"));
    int primaries = 0;
    for (const QJsonValue &item : value.toArray()) {
        const QJsonObject entry = item.toObject();
        const QString text = entry.value("value"_L1).toString().trimmed();
        if (!item.isObject() || text.isEmpty())
            return Check::tr("An entry of %1 has no value.").arg(field.labelText());
        static const QRegularExpression email(u"^[^\\s@]+@[^\\s@]+$"_s);
        if (field.type == FieldType::Emails && !email.match(text).hasMatch())
            return Check::tr("\"%1\" is not an email address.").arg(text);
        primaries += entry.value("primary"_L1).toBool() ? 1 : 0;
    }
    if (primaries > 1)
        return Check::tr("Only one entry of %1 can be the primary one.").arg(field.labelText());
    return {};
}

} // namespace

QString problemWith(const FieldDescription &field, const QJsonValue &value)
{
    if (isBlank(value))
        return field.isRequired ? Check::tr("%1 must not be blank.").arg(field.labelText()) : QString();
    switch (field.type) {
    case FieldType::Text:
        if (!value.isString())
            return wrongShape(field, Check::tr("text"));
        if (value.toString().contains(u'\n') || value.toString().contains(u'\r'))
            return wrongShape(field, Check::tr("a single line"));
        return {};
    case FieldType::LongText:
        return value.isString() ? QString() : wrongShape(field, Check::tr("text"));
    case FieldType::Date:
        return QDate::fromString(value.toString(), Qt::ISODate).isValid() && value.toString().size() == 10
            ? QString()
            : wrongShape(field, Check::tr("a date such as 2026-01-31"));
    case FieldType::Boolean:
        return value.isBool() ? QString() : wrongShape(field, Check::tr("true or false"));
    case FieldType::Reference:
    case FieldType::Option:
        return value.isDouble() && value.toInteger() > 0 ? QString() : wrongShape(field, Check::tr("an id"));
    case FieldType::Emails:
    case FieldType::Phones:
        return problemWithPoints(field, value);
    }
    return {};
}

} // namespace tandem
