// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/merge.h"

#include "core/record.h"
#include "rules/normalform.h"

namespace tandem {

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
    for (const MappedField &field : map.fields) {
        const QJsonValue baseValue = base.value(field.field);
        QJsonValue remoteValue = remote.value(field.field);
        const bool isRecordReference = field.shape == WireShape::Reference && !field.list;
        if (isRecordReference && isBlank(remoteValue))
            remoteValue = baseValue;
        // A value that could not be expressed there, and one that only comes in, says nothing about the local side.
        const bool speaksOut = twoWay && field.direction == Direction::Both && local.contains(field.field);
        const QJsonValue localValue = speaksOut ? local.value(field.field) : baseValue;
        switch (answerFor(field.normal, baseValue, localValue, remoteValue)) {
        case FieldAnswer::Nothing:
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
            answer.conflicts.append({field.field, baseValue, localValue, remoteValue, policy});
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

QStringList fieldsToPush(const KindMap &map, const RemoteValues &baseline, const RemoteValues &local)
{
    QStringList fields;
    for (const MappedField &field : map.fields) {
        if (field.direction != Direction::Both || !local.contains(field.field))
            continue;
        if (!sameValue(field.normal, baseline.value(field.field), local.value(field.field)))
            fields.append(field.field);
    }
    return fields;
}

bool hasArrived(const KindMap &map, const RemoteValues &sent, const RemoteValues &remote)
{
    for (const MappedField &field : map.fields) {
        if (sent.contains(field.field) && !sameValue(field.normal, sent.value(field.field), remote.value(field.field)))
            return false;
    }
    return true;
}

} // namespace tandem
