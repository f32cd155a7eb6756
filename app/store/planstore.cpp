// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/planstore.h"

#include "core/csvline.h"
#include "store/database.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::PlanStore)
};

constexpr int rowsOfAPage = 500;

const QString planColumns =
    u"id, integration_id, state, kinds, organizations, planned_at, confirmed_at, ended_at, person, "
    "found"_s;
const QString rowColumns =
    u"p.id, p.record_id, p.kind, p.name, p.organization_id, p.organization_name, p.outcome, "
    "p.remote_id, p.remote_parent_id, p.gates, p.candidates, p.result, p.message, p.retry_at"_s;

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray arrayFrom(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).array();
}

QString kindsToSql(const QList<AssetKind> &kinds)
{
    QJsonArray names;
    for (const AssetKind kind : kinds)
        names.append(kindName(kind));
    return compact(names);
}

QVariant foundToSql(const QHash<AssetKind, qint64> &found)
{
    QJsonObject counts;
    for (auto it = found.constBegin(); it != found.constEnd(); ++it)
        counts.insert(kindName(it.key()), it.value());
    return objectToSql(counts);
}

Plan planFrom(const SqlStatement &row)
{
    Plan plan{.id = row.value(0).toLongLong(),
              .integrationId = row.value(1).toLongLong(),
              // What cannot be read is nothing that sends.
              .state = planStateFromName(row.value(2).toString()).value_or(Plan::State::Cancelled),
              .plannedAt = momentFromSql(row.value(5)),
              .confirmedAt = momentFromSql(row.value(6)),
              .endedAt = momentFromSql(row.value(7)),
              .person = row.value(8).toString()};
    for (const QJsonValue &name : arrayFrom(row.value(3))) {
        if (const std::optional<AssetKind> kind = kindFromName(name.toString()))
            plan.kinds.append(*kind);
    }
    for (const QJsonValue &id : arrayFrom(row.value(4)))
        plan.organizations.append(id.toInteger());
    const QJsonObject found = objectFromSql(row.value(9));
    for (auto it = found.constBegin(); it != found.constEnd(); ++it) {
        if (const std::optional<AssetKind> kind = kindFromName(it.key()))
            plan.found.insert(*kind, it.value().toInteger());
    }
    return plan;
}

QVariant gatesToSql(const QList<PlanGate> &gates)
{
    if (gates.isEmpty())
        return {};
    QJsonArray array;
    for (const PlanGate &gate : gates) {
        array.append(
            QJsonObject{{u"rule"_s, gate.rule}, {u"reason"_s, gate.reason}, {u"field"_s, gate.field}});
    }
    return compact(array);
}

PlanRow rowFrom(const SqlStatement &row)
{
    PlanRow planned{.id = row.value(0).toLongLong(),
                    .recordId = row.value(1).toLongLong(),
                    .kind = kindFromName(row.value(2).toString()).value_or(AssetKind::Organization),
                    .name = row.value(3).toString(),
                    .organizationId = row.value(4).toLongLong(),
                    .organizationName = row.value(5).toString(),
                    .outcome = planOutcomeFromName(row.value(6).toString()).value_or(PlanOutcome::Held),
                    .remote = {.id = row.value(7).toString(), .parentId = row.value(8).toString()},
                    .candidates = row.value(10).toInt(),
                    .result = planResultFromName(row.value(11).toString()).value_or(PlanResult::Changed),
                    .message = row.value(12).toString(),
                    .retryAt = momentFromSql(row.value(13))};
    for (const QJsonValue &gate : arrayFrom(row.value(9))) {
        planned.gates.append({.rule = gate["rule"_L1].toString(),
                              .reason = gate["reason"_L1].toString(),
                              .field = gate["field"_L1].toString()});
    }
    return planned;
}

/** Conditions of a query, without its plan. */
struct Condition {
    QString sql;
    QVariantList values;
};

Condition conditionOf(const PlanQuery &query)
{
    Condition condition{.sql = u" WHERE p.plan_id = ?"_s, .values = {query.plan}};
    const auto add = [&](const QString &sql, const QVariant &value) {
        condition.sql += sql;
        condition.values.append(value);
    };
    if (query.kind)
        add(u" AND p.kind = ?"_s, kindName(*query.kind));
    if (query.organizationId)
        add(u" AND p.organization_id = ?"_s, *query.organizationId);
    if (!query.outcomes.isEmpty()) {
        QStringList names;
        for (const PlanOutcome outcome : query.outcomes)
            names.append(planOutcomeName(outcome));
        add(u" AND p.outcome IN (SELECT value FROM json_each(?))"_s, textsToSql(names));
    }
    if (!query.results.isEmpty()) {
        QStringList names;
        for (const PlanResult result : query.results)
            names.append(planResultName(result));
        add(u" AND p.result IN (SELECT value FROM json_each(?))"_s, textsToSql(names));
    }
    if (!query.search.trimmed().isEmpty())
        add(u" AND instr(p.search, ?) > 0"_s, query.search.trimmed().toCaseFolded());
    return condition;
}

QString orderOf(const PlanQuery &query)
{
    const QString direction = query.sortOrder == Qt::AscendingOrder ? u" ASC"_s : u" DESC"_s;
    switch (query.order) {
    case PlanQuery::Order::Push:
        return QString(u" ORDER BY p.id"_s + direction);
    case PlanQuery::Order::Name:
        return QString(u" ORDER BY p.search"_s + direction + u", p.id"_s);
    case PlanQuery::Order::Organization:
        return QString(u" ORDER BY p.organization_name COLLATE NOCASE"_s + direction
                       + u", p.organization_id, p.id"_s);
    case PlanQuery::Order::Outcome:
        return QString(u" ORDER BY p.outcome"_s + direction + u", p.id"_s);
    case PlanQuery::Order::Result:
        return QString(u" ORDER BY p.result"_s + direction + u", p.id"_s);
    }
    return {};
}

void count(PlanCounts &counts, const QString &outcome, const QString &result, qint64 number)
{
    if (const std::optional<PlanOutcome> known = planOutcomeFromName(outcome))
        counts.outcomes.at(size_t(*known)) += number;
    if (const std::optional<PlanResult> known = planResultFromName(result))
        counts.results.at(size_t(*known)) += number;
}

tl::unexpected<Error> overtaken()
{
    return fail(ErrorCode::Cancelled, Text::tr("A newer question took its place."));
}

} // namespace

PlanStore::PlanStore(Database &database)
    : m_database(database)
{
}

Result<qint64> PlanStore::insert(const Plan &plan)
{
    return m_database.insert(u"INSERT INTO push_plan (integration_id, state, kinds, organizations, found, "
                             u"planned_at, confirmed_at, ended_at, "
                             "person) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                             {plan.integrationId, planStateName(plan.state), kindsToSql(plan.kinds),
                              plan.organizations.isEmpty() ? QVariant() : idsToSql(plan.organizations),
                              foundToSql(plan.found), momentToSql(plan.plannedAt),
                              momentToSql(plan.confirmedAt), momentToSql(plan.endedAt),
                              textToSql(plan.person)});
}

Result<void> PlanStore::append(qint64 plan, const QList<PlannedRow> &rows)
{
    for (const PlannedRow &each : rows) {
        const PlanRow &row = each.row;
        const QString search = QString(row.name + u' ' + row.organizationName).toCaseFolded();
        const Result<int> inserted = m_database.execute(
            u"INSERT INTO push_plan_row (plan_id, record_id, kind, name, organization_id, organization_name, "
            u"search, step, "
            "comes_along, outcome, remote_id, remote_parent_id, gates, candidates, result, message) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {plan, row.recordId, kindName(row.kind), plainTextToSql(row.name), idToSql(row.organizationId),
             textToSql(row.organizationName), plainTextToSql(search), each.step, int(each.comesAlong),
             planOutcomeName(row.outcome), textToSql(row.remote.id), textToSql(row.remote.parentId),
             gatesToSql(row.gates), row.candidates, planResultName(row.result), textToSql(row.message)});
        if (!inserted)
            return fail(inserted.error());
    }
    return {};
}

Result<void> PlanStore::update(const Plan &plan)
{
    const Result<int> updated = m_database.execute(
        u"UPDATE push_plan SET state = ?, found = ?, planned_at = ?, confirmed_at = ?, ended_at = ?, person = ? WHERE id = ?"_s,
        {planStateName(plan.state), foundToSql(plan.found), momentToSql(plan.plannedAt),
         momentToSql(plan.confirmedAt), momentToSql(plan.endedAt), textToSql(plan.person), plan.id});
    return updated ? Result<void>() : fail(updated.error());
}

Result<void> PlanStore::confirm(const Plan &plan)
{
    if (const Result<void> updated = update(plan); !updated)
        return updated;
    const Result<int> noted = m_database.execute(
        u"UPDATE push_plan SET last_event = (SELECT ifnull(max(id), 0) FROM event) WHERE id = ?"_s,
        {plan.id});
    return noted ? Result<void>() : fail(noted.error());
}

Result<bool> PlanStore::removeSome(qint64 plan, int limit)
{
    const Result<int> removed = m_database.execute(
        u"DELETE FROM push_plan_row WHERE id IN (SELECT id FROM push_plan_row WHERE plan_id = ? LIMIT ?)"_s,
        {plan, limit});
    if (!removed)
        return fail(removed.error());
    if (*removed == limit)
        return false;
    const Result<int> gone = m_database.execute(u"DELETE FROM push_plan WHERE id = ?"_s, {plan});
    return gone ? Result<bool>(true) : fail(gone.error());
}

Result<std::optional<Plan>> PlanStore::get(qint64 id) const
{
    std::optional<Plan> plan;
    const Result<void> read = m_database.read(u"SELECT "_s + planColumns + u" FROM push_plan WHERE id = ?"_s,
                                              {id}, [&](const SqlStatement &row) { plan = planFrom(row); });
    return read ? Result<std::optional<Plan>>(plan) : fail(read.error());
}

Result<QList<Plan>> PlanStore::ofIntegration(IntegrationId integration) const
{
    QList<Plan> plans;
    const Result<void> read = m_database.read(
        u"SELECT "_s + planColumns + u" FROM push_plan WHERE integration_id = ? ORDER BY id DESC"_s,
        {integration}, [&](const SqlStatement &row) { plans.append(planFrom(row)); });
    return read ? Result<QList<Plan>>(plans) : fail(read.error());
}

Result<QList<qint64>> PlanStore::ids(const PlanQuery &query, const std::function<bool()> &isOvertaken) const
{
    const Condition condition = conditionOf(query);
    Result<SqlStatement> rows = m_database.run(
        u"SELECT p.id FROM push_plan_row p"_s + condition.sql + orderOf(query), condition.values);
    if (!rows)
        return fail(rows.error());
    QList<qint64> ids;
    while (rows->next()) {
        if (isOvertaken && isOvertaken())
            return overtaken();
        ids.append(rows->value(0).toLongLong());
    }
    if (const Result<void> read = m_database.checkRead(*rows); !read)
        return fail(read.error());
    return ids;
}

Result<QList<PlanRow>> PlanStore::rows(const QList<qint64> &ids) const
{
    QHash<qint64, PlanRow> found;
    const Result<void> read = m_database.read(
        u"SELECT "_s + rowColumns + u" FROM push_plan_row p WHERE p.id IN (SELECT value FROM json_each(?))"_s,
        {idsToSql(ids)},
        [&](const SqlStatement &row) { found.insert(row.value(0).toLongLong(), rowFrom(row)); });
    if (!read)
        return fail(read.error());
    QList<PlanRow> rows;
    for (const qint64 id : ids) {
        if (found.contains(id))
            rows.append(found.value(id));
    }
    return rows;
}

Result<PlanCountsByKind> PlanStore::counts(qint64 plan) const
{
    PlanCountsByKind counts;
    const Result<void> read = m_database.read(
        u"SELECT kind, outcome, result, count(*) FROM push_plan_row WHERE plan_id = ? GROUP BY 1, 2, 3"_s,
        {plan}, [&](const SqlStatement &row) {
            if (const std::optional<AssetKind> kind = kindFromName(row.value(0).toString()))
                count(counts[*kind], row.value(1).toString(), row.value(2).toString(),
                      row.value(3).toLongLong());
        });
    return read ? Result<PlanCountsByKind>(counts) : fail(read.error());
}

Result<QList<PlanGroup>> PlanStore::groups(const PlanQuery &query) const
{
    const Condition condition = conditionOf(query);
    QList<PlanGroup> groups;
    const Result<void> read = m_database.read(
        u"SELECT p.organization_id, p.organization_name, p.outcome, p.result, count(*) FROM push_plan_row p"_s
            + condition.sql + u" GROUP BY 1, 3, 4 ORDER BY p.organization_name COLLATE NOCASE, 1"_s,
        condition.values, [&](const SqlStatement &row) {
            const RecordId organization = row.value(0).toLongLong();
            if (groups.isEmpty() || groups.constLast().organizationId != organization)
                groups.append({.organizationId = organization,
                               .organizationName = row.value(1).toString(),
                               .counts = {}});
            count(groups.last().counts, row.value(2).toString(), row.value(3).toString(),
                  row.value(4).toLongLong());
        });
    return read ? Result<QList<PlanGroup>>(groups) : fail(read.error());
}

Result<void> PlanStore::each(const PlanQuery &query, const std::function<bool(const PlanRow &)> &take,
                             const std::function<bool()> &isOvertaken) const
{
    const Result<QList<qint64>> all = ids(query, isOvertaken);
    if (!all)
        return fail(all.error());
    for (qsizetype start = 0; start < all->size(); start += rowsOfAPage) {
        if (isOvertaken && isOvertaken())
            return overtaken();
        const Result<QList<PlanRow>> page = rows(all->mid(start, rowsOfAPage));
        if (!page)
            return fail(page.error());
        for (const PlanRow &row : *page) {
            if (!take(row))
                return {};
        }
    }
    return {};
}

Result<qint64> PlanStore::exportTo(const QString &path, const PlanQuery &query,
                                   const std::function<bool()> &isOvertaken) const
{
    QSaveFile file(path);
    const auto notWritten = [&]() {
        return fail(
            ErrorCode::BadInput,
            Text::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    };
    const auto write = [&](const QByteArray &line) { return file.write(line) == line.size(); };
    // A spreadsheet takes it for UTF-8 only with the mark at its start.
    if (!file.open(QIODevice::WriteOnly) || !write("\xEF\xBB\xBF" + csvLine(planCsvHeader())))
        return notWritten();
    qint64 count = 0;
    bool isWritten = true;
    const auto take = [&](const PlanRow &row) {
        isWritten = write(csvLine(planCsvCells(row)));
        ++count;
        return isWritten;
    };
    if (const Result<void> read = each(query, take, isOvertaken); !read)
        return fail(read.error());
    if (!isWritten || !file.commit())
        return notWritten();
    return count;
}

Result<QList<PlannedRow>> PlanStore::open(qint64 plan, int limit) const
{
    QList<PlannedRow> rows;
    const Result<void> read = m_database.read(
        u"SELECT "_s + rowColumns
            + u", p.step, p.comes_along, p.is_ours, p.is_retry FROM push_plan_row p WHERE p.plan_id = ? AND "
              "p.result = 'open' ORDER BY p.id LIMIT ?"_s,
        {plan, limit}, [&](const SqlStatement &row) {
            rows.append(
                {.row = rowFrom(row), .step = row.value(14).toInt(), .comesAlong = row.value(15).toBool(),
                             .wasUnderway = row.value(16).toBool(),
                             .isRetry = row.value(17).toBool()});
        });
    return read ? Result<QList<PlannedRow>>(rows) : fail(read.error());
}

Result<QList<UnderwayRow>> PlanStore::underway(const Plan &plan) const
{
    QList<UnderwayRow> rows;
    const Result<void> read = m_database.read(
        u"SELECT p.id, p.record_id, p.kind, p.outcome, p.remote_id, p.step, p.comes_along, p.is_ours, "
        "r.id, o.id, o.stage, o.next_try_at, l.remote_id, l.state, l.message, "
        "EXISTS (SELECT 1 FROM event e WHERE e.record_id = p.record_id AND e.integration_id = ? "
        "AND e.type = 'linked' AND e.id > (SELECT last_event FROM push_plan WHERE id = ?)), p.message "
        "FROM push_plan_row p LEFT JOIN record r ON r.id = p.record_id "
        "LEFT JOIN outbox o ON o.record_id = p.record_id AND o.integration_id = ? "
        "LEFT JOIN link l ON l.record_id = p.record_id AND l.integration_id = ? "
        "WHERE p.plan_id = ? AND p.result = 'underway' ORDER BY p.id"_s,
        {plan.integrationId, plan.id, plan.integrationId, plan.integrationId, plan.id},
        [&](const SqlStatement &row) {
            rows.append({.id = row.value(0).toLongLong(),
                         .recordId = row.value(1).toLongLong(),
                         .kind = kindFromName(row.value(2).toString()).value_or(AssetKind::Organization),
                         .outcome = planOutcomeFromName(row.value(3).toString()).value_or(PlanOutcome::Held),
                         .plannedRemoteId = row.value(4).toString(),
                         .step = row.value(5).toInt(),
                         .comesAlong = row.value(6).toBool(),
                         .isOurs = row.value(7).toBool(),
                         .hasRecord = !row.value(8).isNull(),
                         .pushId = row.value(9).toLongLong(),
                         .stage = pushStageFromName(row.value(10).toString()).value_or(Push::Stage::Rejected),
                         .nextTryAt = momentFromSql(row.value(11)),
                         .remoteId = row.value(12).toString(),
                         .state = syncStateFromName(row.value(13).toString()).value_or(SyncState::NotSyncing),
                         .message = row.value(14).toString(),
                         .note = row.value(16).toString(),
                         .wasAdopted = row.value(15).toBool()});
        });
    return read ? Result<QList<UnderwayRow>>(rows) : fail(read.error());
}

Result<void> PlanStore::setResult(qint64 row, PlanResult result, const QString &message)
{
    const Result<int> set = m_database.execute(
        u"UPDATE push_plan_row SET result = ?, message = ?, retry_at = NULL WHERE id = ?"_s,
        {planResultName(result), textToSql(message), row});
    return set ? Result<void>() : fail(set.error());
}

Result<void> PlanStore::setUnderway(qint64 row, bool isOurs, const QString &note)
{
    const Result<int> set = m_database.execute(
        u"UPDATE push_plan_row SET result = 'underway', is_ours = ?, message = ?, retry_at = NULL WHERE id = ?"_s,
        {int(isOurs), textToSql(note), row});
    return set ? Result<void>() : fail(set.error());
}

Result<void> PlanStore::setRetryAt(qint64 row, const QDateTime &moment)
{
    const Result<int> set
        = m_database.execute(u"UPDATE push_plan_row SET retry_at = ? WHERE id = ? AND retry_at IS NOT ?"_s,
                             {momentToSql(moment), row, momentToSql(moment)});
    return set ? Result<void>() : fail(set.error());
}

Result<int> PlanStore::reopen(qint64 plan, const QList<PlanResult> &results)
{
    QStringList names;
    for (const PlanResult result : results)
        names.append(planResultName(result));
    return m_database.execute(
        u"UPDATE push_plan_row SET result = 'open', is_retry = 1, message = NULL, retry_at = NULL WHERE plan_id = ? "
        "AND result IN (SELECT value FROM json_each(?))"_s,
        {plan, textsToSql(names)});
}

QStringList planCsvHeader()
{
    return {Text::tr("Kind"),         Text::tr("Record"), Text::tr("Name"),
            Text::tr("Organization"), Text::tr("Action"), Text::tr("PSA ID"),
            Text::tr("Reasons"),      Text::tr("Result"), Text::tr("Message")};
}

QStringList planCsvCells(const PlanRow &row)
{
    QStringList reasons;
    for (const PlanGate &gate : row.gates)
        reasons.append(QString(gate.rule + u": "_s + gate.reason));
    return {kindTitle(row.kind),  QString::number(row.recordId), row.name,
            row.organizationName, planOutcomeTitle(row.outcome), row.remote.id,
            reasons.join(u'\n'),  planResultTitle(row.result),   row.message};
}

} // namespace tandem
