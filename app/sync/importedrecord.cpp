// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/importedrecord.h"

#include <QStringList>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView valuesKey = "values"_L1;
constexpr QLatin1StringView namesKey = "names"_L1;
constexpr QLatin1StringView referencesKey = "references"_L1;

QJsonObject textsToJson(const QHash<QString, QString> &texts, const QStringList &but)
{
    QJsonObject object;
    for (auto it = texts.constBegin(); it != texts.constEnd(); ++it) {
        if (!but.contains(it.key()))
            object.insert(it.key(), it.value());
    }
    return object;
}

QHash<QString, QString> textsFromJson(const QJsonObject &object)
{
    QHash<QString, QString> texts;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        texts.insert(it.key(), it.value().toString());
    return texts;
}

void removeSaid(QHash<QString, QString> &texts, const QJsonObject &said)
{
    for (auto it = said.constBegin(); it != said.constEnd(); ++it) {
        if (texts.contains(it.key()) && texts.value(it.key()) == it.value().toString())
            texts.remove(it.key());
    }
}

} // namespace

QJsonObject saidBy(const ImportedRecord &record, const QStringList &but)
{
    QJsonObject values = record.values;
    for (const QString &field : but)
        values.remove(field);
    return {{valuesKey, values},
            {namesKey, textsToJson(record.names, but)},
            {referencesKey, textsToJson(record.externalReferences, but)}};
}

ImportedRecord recordFromSaid(AssetKind kind, const QJsonObject &said)
{
    return {.kind = kind,
            .values = said.value(valuesKey).toObject(),
            .names = textsFromJson(said.value(namesKey).toObject()),
            .externalReferences = textsFromJson(said.value(referencesKey).toObject())};
}

ImportedRecord changedSince(ImportedRecord record, const QJsonObject &said)
{
    const QJsonObject values = said.value(valuesKey).toObject();
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        const auto now = record.values.constFind(it.key());
        if (now != record.values.constEnd() && now.value() == it.value())
            record.values.remove(it.key());
    }
    const QString manufacturer = record.names.value(u"manufacturer"_s);
    const QString model = record.names.value(u"model"_s);
    removeSaid(record.names, said.value(namesKey).toObject());
    // A model is one of its manufacturer, so both are said or neither.
    if (record.names.contains(u"manufacturer"_s) != record.names.contains(u"model"_s)) {
        record.names.insert(u"manufacturer"_s, manufacturer);
        record.names.insert(u"model"_s, model);
    }
    removeSaid(record.externalReferences, said.value(referencesKey).toObject());
    return record;
}

QString importOutcomeName(ImportOutcome::What what)
{
    switch (what) {
    case ImportOutcome::What::Created:
        return QStringLiteral("created");
    case ImportOutcome::What::Updated:
        return QStringLiteral("updated");
    case ImportOutcome::What::Skipped:
        return QStringLiteral("skipped");
    case ImportOutcome::What::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

void addTo(ImportCounts &counts, ImportOutcome::What what)
{
    switch (what) {
    case ImportOutcome::What::Created:
        ++counts.created;
        return;
    case ImportOutcome::What::Updated:
        ++counts.updated;
        return;
    case ImportOutcome::What::Skipped:
        ++counts.skipped;
        return;
    case ImportOutcome::What::Failed:
        ++counts.failed;
        return;
    }
}

} // namespace tandem
