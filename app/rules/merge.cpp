// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/merge.h"

#include "core/record.h"
#include "rules/normalform.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** A blank record reference may be one the API member cannot see; a MAC that is not one is not taken (rule D4). */
bool saysNothing(const MappedField &field, const QJsonValue &remote)
{
    if (isBlank(remote))
        return field.shape == WireShape::Reference && !field.list;
    return field.normal == NormalForm::Mac && wellFormedMac(remote.toString()).isEmpty();
}

QJsonValue remoteValueOf(const MappedField &field, const QJsonValue &base, const RemoteValues &remote)
{
    const QJsonValue value = remote.value(field.field);
    if (!field.comesIn() || saysNothing(field, value))
        return base;
    // Absent is blank, and an object to which "undefined" is put would say nothing about the field.
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

/** The entries of a list; which one is the primary depends on the others. */
QList<QJsonObject> entriesOf(NormalForm form, const QJsonValue &list)
{
    QList<QJsonObject> entries;
    const QJsonArray array = normalForm(form, list).toArray();
    for (const QJsonValue &each : array) {
        QJsonObject entry = each.toObject();
        entry.remove("primary"_L1);
        entries.append(entry);
    }
    return entries;
}

/** Whether a list has nothing but entries of these two. */
bool isBetween(NormalForm form, const QJsonValue &base, const QJsonValue &sent, const QJsonValue &list)
{
    if (!sent.isArray() && !base.isArray())
        return false;
    const QList<QJsonObject> known = entriesOf(form, base) + entriesOf(form, sent);
    const QList<QJsonObject> entries = entriesOf(form, list);
    return std::all_of(entries.begin(), entries.end(), [&](const QJsonObject &each) { return known.contains(each); });
}

} // namespace

FieldAnswer answerFor(NormalForm form, const QJsonValue &base, const QJsonValue &local, const QJsonValue &remote)
{
    const bool localChanged = !sameValue(form, base, local);
    const bool remoteChanged = !sameValue(form, base, remote);
    if (!localChanged)
        return remoteChanged ? FieldAnswer::TakeRemote : FieldAnswer::Nothing;
    if (!remoteChanged)
        return FieldAnswer::PushLocal;
    return sameValue(form, local, remote) ? FieldAnswer::Agree : FieldAnswer::Conflict;
}

bool MergeAnswer::needsPerson() const
{
    for (const FieldConflict &conflict : conflicts) {
        if (conflict.settledBy == ConflictPolicy::Ask)
            return true;
    }
    return false;
}

MergeAnswer merge(const KindMap &map, const RemoteValues &base, const RemoteValues &local, const RemoteValues &remote,
                  ConflictPolicy policy, bool twoWay)
{
    MergeAnswer answer {.baseline = base};
    // There is no field for these here, so nothing can differ: what the PSA says is what is agreed.
    for (const FurtherGate &gate : map.gates) {
        if (remote.contains(gate.key()))
            answer.baseline.insert(gate.key(), remote.value(gate.key()));
    }
    for (const MappedField &field : map.fields) {
        const QJsonValue baseValue = base.value(field.field);
        const QJsonValue remoteValue = remoteValueOf(field, baseValue, remote);
        // A value that could not be expressed there, and one that only comes in, says nothing about the local side.
        const bool speaksOut = twoWay && field.goesOut() && local.contains(field.field);
        const QJsonValue localValue = speaksOut ? local.value(field.field) : baseValue;
        switch (answerFor(field.normal, baseValue, localValue, remoteValue)) {
        case FieldAnswer::Nothing:
            // That it was looked at is noted even of a blank, so that it is known from one that was never read.
            if (field.isCustom() && field.comesIn() && remote.contains(field.field) && !base.contains(field.field))
                answer.baseline.insert(field.field, remoteValue);
            break;
        case FieldAnswer::TakeRemote:
            answer.take.insert(field.field, remoteValue);
            answer.baseline.insert(field.field, remoteValue);
            break;
        case FieldAnswer::PushLocal:
            answer.push.insert(field.field, localValue);
            break;
        case FieldAnswer::Agree:
            answer.baseline.insert(field.field, remoteValue);
            break;
        case FieldAnswer::Conflict:
            answer.conflicts.append({field.field, baseValue, localValue, remoteValue, policy, !base.contains(field.field)});
            switch (policy) {
            case ConflictPolicy::PsaWins:
                answer.take.insert(field.field, remoteValue);
                answer.baseline.insert(field.field, remoteValue);
                break;
            case ConflictPolicy::TandemWins:
                answer.push.insert(field.field, localValue);
                answer.baseline.insert(field.field, remoteValue);
                break;
            case ConflictPolicy::Ask:
                break;
            }
            break;
        }
    }
    return answer;
}

bool lacksCustomFields(const KindMap &map, const RemoteValues &baseline)
{
    return std::any_of(map.fields.begin(), map.fields.end(), [&](const MappedField &field) {
        return field.isCustom() && field.comesIn() && !baseline.contains(field.field);
    });
}

QStringList fieldsToPush(const KindMap &map, const RemoteValues &baseline, const RemoteValues &local)
{
    QStringList fields;
    for (const MappedField &field : map.fields) {
        if (!field.goesOut() || !local.contains(field.field))
            continue;
        if (!sameValue(field.normal, baseline.value(field.field), local.value(field.field)))
            fields.append(field.field);
    }
    return fields;
}

namespace {

/** What was sent, or what the PSA made of it; a value that is as it was before has not arrived, however alike. */
bool isArrival(NormalForm form, const QJsonValue &base, const QJsonValue &sent, const QJsonValue &remote)
{
    return sameValue(form, sent, remote) || (isSpellingOf(form, sent, remote) && !sameValue(form, base, remote));
}

} // namespace

bool hasArrived(const KindMap &map, const RemoteValues &base, const RemoteValues &sent, const RemoteValues &remote)
{
    for (const MappedField &field : map.fields) {
        const QString &id = field.field;
        if (sent.contains(id) && !isArrival(field.normal, base.value(id), sent.value(id), remote.value(id)))
            return false;
    }
    return true;
}

RemoteValues arrivedOf(const KindMap &map, const RemoteValues &base, const RemoteValues &sent, const RemoteValues &remote)
{
    RemoteValues arrived;
    for (const MappedField &field : map.fields) {
        const QString &id = field.field;
        if (!sent.contains(id) || sameValue(field.normal, base.value(id), remote.value(id)))
            continue;
        const bool isWhole = isArrival(field.normal, base.value(id), sent.value(id), remote.value(id));
        if (isWhole || isBetween(field.normal, base.value(id), sent.value(id), remote.value(id)))
            arrived.insert(id, nullIfBlank(remote.value(id)));
    }
    return arrived;
}

} // namespace tandem
