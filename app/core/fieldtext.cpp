// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fieldtext.h"

#include "core/contactpoint.h"
#include "core/record.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QStringList>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

QString fieldText(const FieldDescription &field, const QJsonValue &value, const QString &name)
{
    if (isBlank(value))
        return {};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
        return value.toString();
    case FieldType::Date: {
        const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
        return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : value.toString();
    }
    case FieldType::Boolean:
        return value.toBool() ? QCoreApplication::translate("tandem::FieldText", "yes")
                              : QCoreApplication::translate("tandem::FieldText", "no");
    case FieldType::Reference:
    case FieldType::Option:
        return name.isEmpty() ? u"#%1"_s.arg(value.toInteger()) : name;
    case FieldType::Emails:
    case FieldType::Phones: {
        QStringList words;
        for (const ContactPoint &point : contactPointsFromJson(value.toArray()))
            words.append(point.label.isEmpty() ? point.value : u"%1 (%2)"_s.arg(point.value, point.label));
        return words.join(u", "_s);
    }
    }
    return {};
}

} // namespace tandem
