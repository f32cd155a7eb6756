// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldscommand.h"

#include "core/field.h"

#include <QCommandLineOption>
#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

Error wrong(const QString &field, const QString &message)
{
    return {.code = ErrorCode::BadInput, .message = message, .field = field};
}

Result<AssetKind> readKind(const QString &word)
{
    const std::optional<AssetKind> kind = kindFromName(word);
    return kind ? Result<AssetKind>(*kind)
                : fail(wrong(u"kind"_s, Words::tr("There is no kind \"%1\".").arg(word)));
}

void print(const Output &output, AssetKind kind, const MappedField &field, bool isGone)
{
    const FieldDescription *description = findField(kind, field.field);
    const QString label = description ? description->labelText() : field.field;
    output.line({{u"kind"_s, kindName(kind)},
                 {u"field"_s, field.field},
                 {u"label"_s, label},
                 {u"direction"_s, directionName(field.direction)},
                 {u"remote"_s, field.remote},
                 {u"remote_title"_s, field.remoteTitle()},
                 {u"normal"_s, normalFormName(field.normal)},
                 {u"required"_s, field.isRequired},
                 {u"max_length"_s, field.maxLength > 0 ? QJsonValue(field.maxLength) : QJsonValue()},
                 {u"choices"_s, QJsonArray::fromStringList(field.choices)},
                 {u"custom"_s, field.isCustom()},
                 {u"gone"_s, isGone}},
                u"%1.%2  %3  %4"_s.arg(kindName(kind), field.field, directionName(field.direction),
                                       field.remoteTitle()));
}

ExitCode list(Context &context, const Integration &integration, std::optional<AssetKind> only)
{
    const FieldMap *const map = integration.fieldMap();
    for (const AssetKind kind : allKinds) {
        if (!map || (only && *only != kind))
            continue;
        for (const MappedField &field : map->kind(kind).fields)
            print(context.output(), kind, field, false);
        for (const CustomMapping &each : integration.customFields) {
            if (each.kind == kind && each.isGone)
                print(context.output(), kind, each.mappedField(integration.platform), true);
        }
    }
    return ExitCode::Done;
}

ExitCode offer(Context &context, const Integration &integration, AssetKind kind)
{
    const Result<QList<TenantField>> fields = wait(context.engine().customFields(integration.id, kind));
    if (!fields)
        return context.output().fail(fields.error());
    for (const TenantField &field : *fields) {
        const bool isMapped = std::any_of(integration.customFields.begin(), integration.customFields.end(),
                                          [&](const CustomMapping &each) {
                                              return each.kind == kind && each.tenant.remote == field.remote;
                                          });
        context.output().line(
            {{u"kind"_s, kindName(kind)},
             {u"remote"_s, field.remote},
             {u"title"_s, field.title},
             {u"type"_s, tenantFieldTypeName(field.type)},
             {u"choices"_s, QJsonArray::fromStringList(field.choices)},
             {u"read_only"_s, field.isReadOnly},
             {u"mapped"_s, isMapped}},
            u"%1  %2  %3"_s.arg(field.remote, field.title, tenantFieldTypeTitle(field.type)));
    }
    return ExitCode::Done;
}

ExitCode add(Context &context, const Integration &integration, const Arguments &arguments)
{
    const Result<AssetKind> kind = readKind(arguments.options.value(u"kind"_s));
    if (!kind)
        return context.output().fail(kind.error());
    const QString word = arguments.options.value(u"direction"_s, u"both"_s);
    const std::optional<Direction> direction = directionFromName(word);
    if (!direction)
        return context.output().fail(wrong(u"direction"_s, Words::tr("The direction is both, in or out.")));
    const CustomFieldRequest request{.kind = *kind,
                                     .remote = arguments.options.value(u"remote"_s),
                                     .label = arguments.options.value(u"label"_s),
                                     .direction = *direction,
                                     .person = context.person()};
    const Result<CustomMapping> added = wait(context.engine().addCustomField(integration.id, request));
    if (!added)
        return context.output().fail(added.error());
    print(context.output(), *kind, added->mappedField(integration.platform), false);
    return ExitCode::Done;
}

/** By its id, or by its label where only one custom field of the integration has it. */
ExitCode remove(Context &context, const Integration &integration, const QString &name)
{
    QStringList found;
    for (const CustomMapping &each : integration.customFields) {
        const FieldDescription *field = findField(each.kind, each.field);
        if (each.field == name || (field && field->labelText().compare(name, Qt::CaseInsensitive) == 0))
            found.append(each.field);
    }
    if (found.size() > 1) {
        return context.output().fail(
            wrong(u"field"_s,
                  Words::tr("Several custom fields are called \"%1\": %2").arg(name, found.join(u", "_s))));
    }
    const QString field = found.value(0, name);
    const Result<void> removed =
        wait(context.engine().removeCustomField(integration.id, field, context.person()));
    if (!removed)
        return context.output().fail(removed.error());
    context.output().line({{u"field"_s, field}, {u"ok"_s, true}},
                          Words::tr("It travels no longer. Its values stay in Tandem and in the PSA."));
    return ExitCode::Done;
}

} // namespace

ExitCode runFields(Context &context, const Integration &integration, const QStringList &words)
{
    const Result<Arguments> arguments = parseArguments(
        words,
        {QCommandLineOption(u"kind"_s, {}, u"kind"_s), QCommandLineOption(u"remote"_s, {}, u"name"_s),
         QCommandLineOption(u"label"_s, {}, u"label"_s),
         QCommandLineOption(u"direction"_s, {}, u"direction"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    const QString verb = arguments->words.value(0);
    const auto hasWords = [&](qsizetype count) { return arguments->words.size() == count; };
    if (verb == "add"_L1 && hasWords(1) && arguments->has(u"kind"_s) && arguments->has(u"remote"_s))
        return add(context, integration, *arguments);
    if (verb == "remove"_L1 && hasWords(2))
        return remove(context, integration, arguments->words.at(1));
    const bool isList = hasWords(0) || (verb == "offered"_L1 && hasWords(1) && arguments->has(u"kind"_s));
    if (!isList) {
        return context.output().usage(Words::tr(
            "integration fields NAME [--kind KIND] | offered --kind KIND | add --kind KIND --remote FIELD "
            "[--label LABEL] [--direction both|in|out] | remove FIELD"));
    }
    std::optional<AssetKind> only;
    if (arguments->has(u"kind"_s)) {
        const Result<AssetKind> kind = readKind(arguments->options.value(u"kind"_s));
        if (!kind)
            return context.output().fail(kind.error());
        only = *kind;
    }
    return verb.isEmpty() ? list(context, integration, only) : offer(context, integration, *only);
}

} // namespace tandem
