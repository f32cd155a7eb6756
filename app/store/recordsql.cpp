// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordsql.h"

#include "core/contactpoint.h"
#include "core/record.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

KindSql makeKindSql(AssetKind kind)
{
    QStringList columns;
    QString insert = u"INSERT INTO %1 (record_id"_s.arg(kindName(kind));
    QString marks = u"?"_s;
    for (const FieldDescription &field : fieldsOf(kind)) {
        columns.append(u"k."_s + field.column());
        insert += u", "_s + field.column();
        marks += u", ?"_s;
    }
    return {.table = kindName(kind),
            .columns = columns.join(u", "_s),
            .insert = insert + u") VALUES ("_s + marks + u')'};
}

tl::unexpected<Error> wrongShape(const FieldDescription &field)
{
    return fail({.code = ErrorCode::BadInput,
                 .message = QCoreApplication::translate("tandem::RecordStore",
                                                        "The value of \"%1\" is not of the right kind.")
                                .arg(field.labelText()),
                 .field = field.name()});
}

} // namespace

const KindSql &kindSql(AssetKind kind)
{
    static const std::array all{makeKindSql(allKinds[0]), makeKindSql(allKinds[1]), makeKindSql(allKinds[2]),
                                makeKindSql(allKinds[3])};
    static_assert(all.size() == size_t(AssetKind::Count));
    return all.at(size_t(kind));
}

Result<QVariant> fieldToSql(const FieldDescription &field, const QJsonValue &value)
{
    if (isBlank(value))
        return QVariant();
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
        if (!value.isString())
            return wrongShape(field);
        return value.toString();
    case FieldType::Date:
        if (!QDate::fromString(value.toString(), Qt::ISODate).isValid())
            return wrongShape(field);
        return value.toString();
    case FieldType::Boolean:
        if (!value.isBool())
            return wrongShape(field);
        return int(value.toBool());
    case FieldType::Reference:
    case FieldType::Option:
        if (value.toInteger() <= 0)
            return wrongShape(field);
        return value.toInteger();
    case FieldType::Emails:
    case FieldType::Phones: {
        if (!value.isArray())
            return wrongShape(field);
        const QJsonArray points = contactPointsToJson(contactPointsFromJson(value.toArray()));
        if (points.isEmpty())
            return QVariant();
        return QString::fromUtf8(QJsonDocument(points).toJson(QJsonDocument::Compact));
    }
    }
    return wrongShape(field);
}

QJsonValue fieldFromSql(const FieldDescription &field, const QVariant &value)
{
    if (value.isNull())
        return QJsonValue::Null;
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Date:
        return value.toString();
    case FieldType::Boolean:
        return value.toBool();
    case FieldType::Reference:
    case FieldType::Option:
        return value.toLongLong();
    case FieldType::Emails:
    case FieldType::Phones:
        return QJsonDocument::fromJson(value.toString().toUtf8()).array();
    }
    return QJsonValue::Null;
}

} // namespace tandem
