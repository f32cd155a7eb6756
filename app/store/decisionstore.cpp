// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decisionstore.h"

#include "store/database.h"
#include "store/sqlvalue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString select =
    u"SELECT d.id, d.integration_id, i.name, i.platform, d.kind, d.record_id, d.remote_id, "
    "d.remote_parent_id, d.name, d.detail, d.candidates, d.choice, d.found_at FROM match_decision d "
    "JOIN integration i ON i.id = d.integration_id "_s;

QVariant candidatesToSql(const QList<MatchDecision::Candidate> &candidates)
{
    QJsonArray array;
    for (const MatchDecision::Candidate &candidate : candidates) {
        QJsonObject object{{u"name"_s, candidate.name}};
        if (candidate.recordId != 0)
            object.insert(u"record"_s, candidate.recordId);
        if (!candidate.remote.id.isEmpty())
            object.insert(u"remote"_s, candidate.remote.id);
        if (!candidate.remote.parentId.isEmpty())
            object.insert(u"remote_parent"_s, candidate.remote.parentId);
        if (!candidate.detail.isEmpty())
            object.insert(u"detail"_s, candidate.detail);
        array.append(object);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<MatchDecision::Candidate> candidatesFromSql(const QVariant &value)
{
    QList<MatchDecision::Candidate> candidates;
    for (const QJsonValue &entry : QJsonDocument::fromJson(value.toString().toUtf8()).array()) {
        candidates.append({.recordId = entry["record"_L1].toInteger(),
                           .remote = {.id = entry["remote"_L1].toString(),
                                      .parentId = entry["remote_parent"_L1].toString()},
                           .name = entry["name"_L1].toString(),
                           .detail = entry["detail"_L1].toString()});
    }
    return candidates;
}

MatchDecision decisionFrom(const SqlStatement &row)
{
    return {.id = row.value(0).toLongLong(),
            .integrationId = row.value(1).toLongLong(),
            .integrationName = row.value(2).toString(),
            .platform = platformFromName(row.value(3).toString()).value_or(Platform::ConnectWise),
            .kind = kindFromName(row.value(4).toString()).value_or(AssetKind::Organization),
            .recordId = row.value(5).toLongLong(),
            .remote = {.id = row.value(6).toString(), .parentId = row.value(7).toString()},
            .name = row.value(8).toString(),
            .detail = row.value(9).toString(),
            .candidates = candidatesFromSql(row.value(10)),
            .choice = matchChoiceFromName(row.value(11).toString()).value_or(MatchDecision::Choice::Open),
            .foundAt = momentFromSql(row.value(12))};
}

/** Who the candidates are, whatever they are called and however they are ordered. */
QList<std::pair<RecordId, QString>> identities(const QList<MatchDecision::Candidate> &candidates)
{
    QList<std::pair<RecordId, QString>> all;
    for (const MatchDecision::Candidate &candidate : candidates)
        all.append({candidate.recordId, candidate.remote.id});
    std::sort(all.begin(), all.end());
    return all;
}

/** Only what is shown and kept; a decision's id and names of others are not its own. */
bool isSame(const MatchDecision &a, const MatchDecision &b)
{
    return a.remote == b.remote && a.name == b.name && a.detail == b.detail && a.candidates == b.candidates
        && a.choice == b.choice;
}

tl::unexpected<Error> settled()
{
    return fail(ErrorCode::NotFound,
                QCoreApplication::translate("tandem::DecisionStore",
                                            "This was decided already. There is nothing left to do."));
}

Result<QList<MatchDecision>> read(Database &database, const QString &where, const QVariantList &values)
{
    QList<MatchDecision> decisions;
    const Result<void> done = database.read(
        QString(select + where), values, [&](const SqlStatement &row) { decisions.append(decisionFrom(row)); });
    if (!done)
        return fail(done.error());
    return decisions;
}

Result<std::optional<MatchDecision>> readOne(Database &database, const QString &where,
                                             const QVariantList &values)
{
    const Result<QList<MatchDecision>> decisions = read(database, where, values);
    if (!decisions)
        return fail(decisions.error());
    return decisions->isEmpty() ? std::nullopt : std::optional(decisions->constFirst());
}

} // namespace

DecisionStore::DecisionStore(Database &database)
    : m_database(database)
{
}

Result<bool> DecisionStore::put(const MatchDecision &decision)
{
    const Result<std::optional<MatchDecision>> known = decision.recordId != 0
        ? ofRecord(decision.integrationId, decision.recordId)
        : ofRemote(decision.integrationId, decision.kind, decision.remote.id);
    if (!known)
        return fail(known.error());
    MatchDecision wanted = decision;
    if (*known) {
        const MatchDecision &old = **known;
        const bool isReopened = identities(old.candidates) != identities(wanted.candidates);
        wanted.choice = isReopened ? MatchDecision::Choice::Open : old.choice;
        if (!isReopened)
            wanted.foundAt = old.foundAt;
        if (isSame(old, wanted))
            return false;
        const Result<int> updated = m_database.execute(
            u"UPDATE match_decision SET remote_parent_id = ?, name = ?, detail = ?, candidates = ?, "
            "choice = ?, found_at = ? WHERE id = ?"_s,
            {textToSql(wanted.remote.parentId), plainTextToSql(wanted.name), textToSql(wanted.detail),
             candidatesToSql(wanted.candidates), matchChoiceName(wanted.choice), momentToSql(wanted.foundAt),
             old.id});
        if (!updated)
            return fail(updated.error());
        return true;
    }
    const Result<qint64> inserted = m_database.insert(
        u"INSERT INTO match_decision (integration_id, kind, record_id, remote_id, remote_parent_id, name, "
        "detail, candidates, choice, found_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {wanted.integrationId, kindName(wanted.kind), idToSql(wanted.recordId), textToSql(wanted.remote.id),
         textToSql(wanted.remote.parentId), plainTextToSql(wanted.name), textToSql(wanted.detail),
         candidatesToSql(wanted.candidates), matchChoiceName(wanted.choice), momentToSql(wanted.foundAt)});
    if (!inserted)
        return fail(inserted.error());
    return true;
}

Result<MatchDecision> DecisionStore::get(qint64 id) const
{
    const Result<std::optional<MatchDecision>> found = readOne(m_database, u"WHERE d.id = ?"_s, {id});
    if (!found)
        return fail(found.error());
    if (!*found)
        return settled();
    return **found;
}

Result<std::optional<MatchDecision>> DecisionStore::ofRecord(IntegrationId integration, RecordId record) const
{
    return readOne(m_database, u"WHERE d.record_id = ? AND d.integration_id = ?"_s, {record, integration});
}

Result<std::optional<MatchDecision>> DecisionStore::ofRemote(IntegrationId integration, AssetKind kind,
                                                             const QString &remoteId) const
{
    return readOne(m_database, u"WHERE d.integration_id = ? AND d.kind = ? AND d.remote_id = ?"_s,
                   {integration, kindName(kind), remoteId});
}

Result<QList<MatchDecision>> DecisionStore::list(IntegrationId integration, bool withMade) const
{
    QString where = integration == 0 ? u"WHERE i.is_disconnected = 0"_s : u"WHERE d.integration_id = ?"_s;
    if (!withMade)
        where += u" AND d.choice = 'open'"_s;
    return read(m_database, QString(where + u" ORDER BY d.id"_s),
                integration == 0 ? QVariantList() : QVariantList{integration});
}

Result<void> DecisionStore::setChoice(qint64 id, MatchDecision::Choice choice)
{
    const Result<int> set = m_database.execute(u"UPDATE match_decision SET choice = ? WHERE id = ?"_s,
                                               {matchChoiceName(choice), id});
    if (!set)
        return fail(set.error());
    if (*set == 0)
        return settled();
    return {};
}

Result<void> DecisionStore::remove(qint64 id)
{
    const Result<int> removed = m_database.execute(u"DELETE FROM match_decision WHERE id = ?"_s, {id});
    if (!removed)
        return fail(removed.error());
    return {};
}

} // namespace tandem
