// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldargument.h"

#include "core/field.h"
#include "store/recordstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

tl::unexpected<Error> bad(const QString &field, const QString &message)
{
    return fail(Error {.code = ErrorCode::BadInput, .message = message, .field = field});
}

Result<QJsonValue> readReference(Context &context, const FieldDescription &field, const QString &text,
                                 RecordId organization)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (isNumber)
        return QJsonValue(id);
    const RecordStore records(context.database());
    const RecordId within = *field.target == AssetKind::Organization ? 0 : organization;
    const Result<QList<RecordId>> found = records.findByName(*field.target, within, text);
    if (!found)
        return fail(found.error());
    if (found->size() == 1)
        return QJsonValue(found->constFirst());
    if (found->isEmpty())
        return bad(field.name(), Words::tr("There is no %1 called \"%2\".").arg(kindName(*field.target), text));
    return bad(field.name(), Words::tr("%n records are called \"%1\"; give the id.", nullptr, int(found->size())).arg(text));
}

Result<QJsonValue> readOption(Context &context, const FieldDescription &field, const QString &text, OptionId parent)
{
    const OptionStore options(context.database());
    const Result<OptionId> found = options.find(*field.list, text, parent);
    if (!found)
        return fail(found.error());
    if (*found != 0)
        return QJsonValue(*found);
    const Result<QList<Option>> all = options.all(*field.list);
    if (!all)
        return fail(all.error());
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    for (const Option &option : *all) {
        if (isNumber && option.id == id)
            return QJsonValue(id);
    }
    const bool growsFreely = *field.list == OptionList::Manufacturer || *field.list == OptionList::Model;
    if (!growsFreely && !all->isEmpty()) {
        QStringList names;
        for (const Option &option : *all)
            names.append(option.name);
        return bad(field.name(), Words::tr("%1 has no value \"%2\". It has: %3")
                                     .arg(field.labelText(), text, names.mid(0, 30).join(u", "_s)));
    }
    const Result<OptionId> made = wait(context.engine().ensureOption(*field.list, text, parent));
    if (!made)
        return fail(made.error());
    return QJsonValue(*made);
}

Result<QJsonValue> readValue(Context &context, const FieldDescription &field, const QString &text,
                             const FieldValues &known)
{
    if (text.isEmpty())
        return QJsonValue(QJsonValue::Null);
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Date:
        return QJsonValue(text);
    case FieldType::Boolean:
        if (text == "true"_L1 || text == "1"_L1 || text == "yes"_L1)
            return QJsonValue(true);
        if (text == "false"_L1 || text == "0"_L1 || text == "no"_L1)
            return QJsonValue(false);
        return bad(field.name(), Words::tr("%1 must be true or false.").arg(field.labelText()));
    case FieldType::Reference:
        return readReference(context, field, text, known.value("organization"_L1).toInteger());
    case FieldType::Option: {
        const bool isModel = *field.list == OptionList::Model;
        return readOption(context, field, text, isModel ? known.value("manufacturer"_L1).toInteger() : 0);
    }
    case FieldType::Emails:
    case FieldType::Phones: {
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        if (!document.isArray()) {
            return bad(field.name(),
                       Words::tr("%1 must be a JSON list such as [{\"value\":\"a@b.example\",\"label\":\"Work\","
                                 "\"primary\":true}].")
                           .arg(field.labelText()));
        }
        return QJsonValue(document.array());
    }
    }
    return QJsonValue(text);
}

} // namespace

Result<FieldValues> readFields(Context &context, AssetKind kind, const QStringList &words, const FieldValues &before)
{
    FieldValues values;
    FieldValues known = before;
    QHash<QString, QString> texts;
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals <= 0)
            return fail(ErrorCode::Usage, Words::tr("\"%1\" is not field=value.").arg(word));
        const QString id = word.left(equals);
        if (!findField(kind, id))
            return bad(id, Words::tr("A %1 has no field \"%2\".").arg(kindName(kind), id));
        texts.insert(id, word.mid(equals + 1));
    }
    // In the order of the form, so that an organization is known before its locations are looked up by name.
    for (const FieldDescription *described : allFieldsOf(kind)) {
        const FieldDescription &field = *described;
        const auto text = texts.constFind(field.name());
        if (text == texts.constEnd())
            continue;
        const Result<QJsonValue> value = readValue(context, field, *text, known);
        if (!value)
            return fail(value.error());
        values.insert(field.name(), *value);
        known.insert(field.name(), *value);
    }
    return values;
}

} // namespace tandem
