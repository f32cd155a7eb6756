// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordcsv.h"

#include "core/csvline.h"
#include "core/field.h"
#include "store/database.h"
#include "store/recordqueries.h"
#include "store/recordstore.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::RecordCsv)
};

constexpr qsizetype recordsAtOnce = 500;

QString boolText(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

/** Names of what some records refer to. */
Result<QHash<qint64, QString>> namesOf(Database &database, const QString &table, const QList<qint64> &ids)
{
    QHash<qint64, QString> names;
    const Result<void> read = database.read(
        u"SELECT id, name FROM %1 WHERE id IN (SELECT value FROM json_each(?))"_s.arg(table), {idsToSql(ids)},
        [&](const SqlStatement &row) { names.insert(row.value(0).toLongLong(), row.value(1).toString()); });
    if (!read)
        return fail(read.error());
    return names;
}

/** Lines of records of one kind, with all their fields. */
Result<QByteArray> linesOfKind(Database &database, AssetKind kind, const QList<RecordId> &ids)
{
    const Result<QList<Record>> records = RecordStore(database).getMany(kind, ids);
    if (!records)
        return fail(records.error());
    QList<qint64> references;
    QList<qint64> options;
    for (const Record &record : *records) {
        for (const FieldDescription &field : fieldsOf(kind)) {
            const qint64 id = record.fields.value(field.name()).toInteger();
            if (id != 0 && field.type == FieldType::Reference)
                references.append(id);
            else if (id != 0 && field.type == FieldType::Option)
                options.append(id);
        }
    }
    const Result<QHash<qint64, QString>> recordNames = namesOf(database, u"record"_s, references);
    const Result<QHash<qint64, QString>> optionNames = namesOf(database, u"option_value"_s, options);
    if (!recordNames || !optionNames)
        return fail(recordNames ? optionNames.error() : recordNames.error());
    QByteArray lines;
    for (const Record &record : *records) {
        QStringList cells;
        for (const FieldDescription &field : fieldsOf(kind)) {
            const QJsonValue value = record.fields.value(field.name());
            switch (field.type) {
            case FieldType::Text:
            case FieldType::LongText:
            case FieldType::Date:
                cells.append(value.toString());
                break;
            case FieldType::Boolean:
                cells.append(value.isBool() ? boolText(value.toBool()) : QString());
                break;
            case FieldType::Reference:
                cells.append(recordNames->value(value.toInteger()));
                break;
            case FieldType::Option:
                cells.append(optionNames->value(value.toInteger()));
                break;
            case FieldType::Emails:
            case FieldType::Phones:
                cells.append(value.isArray() ? QString::fromUtf8(
                                 QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact))
                                             : QString());
                break;
            }
        }
        lines += csvLine(cells);
    }
    return lines;
}

/** Lines of records of any kind, with what all of them have. */
Result<QByteArray> linesOfAll(Database &database, const QList<RecordId> &ids)
{
    const Result<QList<RecordRow>> rows = recordRows(database, ids);
    if (!rows)
        return fail(rows.error());
    QByteArray lines;
    for (const RecordRow &row : *rows)
        lines += csvLine({kindTitle(row.kind), row.name, row.organizationName,
                          row.updatedAt.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s)});
    return lines;
}

QStringList headerOf(std::optional<AssetKind> kind)
{
    if (!kind)
        return {Words::tr("Kind"), Words::tr("Name"), Words::tr("Organization"), Words::tr("Changed (UTC)")};
    QStringList labels;
    for (const FieldDescription &field : fieldsOf(*kind))
        labels.append(field.labelText());
    return labels;
}

} // namespace

Result<qint64> exportRecords(const QString &databasePath, const RecordQuery &query, const QString &path,
                             const Progress &progress)
{
    const Result<std::unique_ptr<Database>> database = Database::open(databasePath, Database::Mode::ReadOnly);
    if (!database)
        return fail(database.error());
    const auto isCancelled = [&] { return progress.isCancelled && progress.isCancelled(); };
    const Result<QList<RecordId>> ids = recordIds(**database, query, 0, isCancelled);
    if (!ids)
        return fail(ids.error());
    QSaveFile file(path);
    const auto problem = [&] {
        return fail(ErrorCode::BadInput, Words::tr("%1 cannot be written: %2").arg(path, file.errorString()));
    };
    const auto write = [&](const QByteArray &bytes) { return file.write(bytes) == bytes.size(); };
    if (!file.open(QIODevice::WriteOnly) || !write(csvByteOrderMark + csvLine(headerOf(query.kind))))
        return problem();
    for (qsizetype start = 0; start < ids->size(); start += recordsAtOnce) {
        if (isCancelled())
            return fail(ErrorCode::Cancelled, Words::tr("Stopped."));
        const QList<RecordId> some = ids->mid(start, recordsAtOnce);
        const Result<QByteArray> lines =
            query.kind ? linesOfKind(**database, *query.kind, some) : linesOfAll(**database, some);
        if (!lines)
            return fail(lines.error());
        if (!write(*lines))
            return problem();
        if (progress.tell)
            progress.tell(start + some.size(), ids->size());
    }
    if (!file.commit())
        return problem();
    return ids->size();
}

} // namespace tandem
