// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmspatch.h"

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicebms {

namespace {

/** The document's own name of the member at a path such as "/AccountName"; empty when there is none. */
QString nameAt(const QJsonObject &document, const QString &path)
{
    const QString wanted = path.startsWith(u'/') ? path.sliced(1) : path;
    for (const QString &name : document.keys()) {
        if (name.compare(wanted, Qt::CaseInsensitive) == 0)
            return name;
    }
    return {};
}

tl::unexpected<Problem> noTarget(const QString &path)
{
    return invalid(u"The target location specified by path segment '%1' was not found."_s.arg(
        path.startsWith(u'/') ? path.sliced(1) : path));
}

} // namespace

QJsonValue member(const QJsonObject &object, const QString &name)
{
    const auto exact = object.constFind(name);
    if (exact != object.constEnd())
        return *exact;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return *it;
    }
    return QJsonValue::Undefined;
}

Answer<QJsonObject> patched(const QJsonObject &document, const QJsonArray &operations)
{
    QJsonObject result = document;
    for (const QJsonValue &item : operations) {
        const QJsonObject operation = item.toObject();
        const QString word = member(operation, u"op"_s).toString().toLower();
        const QString path = member(operation, u"path"_s).toString();
        const QString name = nameAt(result, path);
        const QJsonValue given = member(operation, u"value"_s);
        const QJsonValue value = given.isUndefined() ? QJsonValue() : given;
        if (name.isEmpty())
            return noTarget(path);
        if (word == "add"_L1 || word == "replace"_L1) {
            result.insert(name, value);
        } else if (word == "remove"_L1) {
            result.insert(name, QJsonValue());
        } else if (word == "test"_L1) {
            if (result.value(name) != value)
                return invalid(u"The current value at path '%1' is not equal to the test value."_s.arg(name));
        } else if (word == "copy"_L1 || word == "move"_L1) {
            const QString from = member(operation, u"from"_s).toString();
            const QString source = nameAt(result, from);
            if (source.isEmpty())
                return noTarget(from);
            const QJsonValue moved = result.value(source);
            if (word == "move"_L1)
                result.insert(source, QJsonValue());
            result.insert(name, moved);
        } else {
            return invalid(u"Invalid JsonPatch operation '%1'."_s.arg(word));
        }
    }
    return result;
}

} // namespace tandem::practicebms
