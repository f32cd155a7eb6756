// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/openapi.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

namespace tandem::tests {

using namespace Qt::Literals::StringLiterals;

namespace {

/** How well a path fits a template: the number of its fixed parts, or -1. */
int fit(const QString &pathTemplate, const QString &path)
{
    const QStringList expected = pathTemplate.split(u'/');
    const QStringList actual = path.split(u'/');
    if (expected.size() != actual.size())
        return -1;
    int fixed = 0;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        if (expected.at(i) == actual.at(i))
            ++fixed;
        else if (!expected.at(i).startsWith(u'{') || actual.at(i).isEmpty())
            return -1;
    }
    return fixed;
}

QJsonObject firstContent(const QJsonObject &holder)
{
    const QJsonObject content = holder.value("content"_L1).toObject();
    return content.isEmpty() ? QJsonObject() : content.begin()->toObject().value("schema"_L1).toObject();
}

bool isInteger(const QJsonValue &value)
{
    return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
}

} // namespace

OpenApi::OpenApi(const QJsonObject &root)
    : m_paths(root.value("paths"_L1).toObject())
    , m_schemas(root.value("components"_L1).toObject().value("schemas"_L1).toObject())
{
}

std::optional<OpenApi> OpenApi::load(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject root = QJsonDocument::fromJson(source.readAll()).object();
    return root.isEmpty() ? std::nullopt : std::optional(OpenApi(root));
}

QString OpenApi::findSpecification(const QString &startFolder, const QString &name)
{
    QDir folder(QDir(startFolder).canonicalPath());
    do {
        const QString file = folder.filePath("shared/psa/specs/"_L1 + name);
        if (QFile::exists(file))
            return file;
    } while (folder.cdUp());
    return {};
}

std::optional<QJsonObject> OpenApi::operation(const QByteArray &method, const QString &path) const
{
    const QString word = QString::fromLatin1(method.toLower());
    int best = -1;
    QJsonObject found;
    for (auto it = m_paths.constBegin(); it != m_paths.constEnd(); ++it) {
        // Templates of one path may differ in the names of their parameters, and have other methods each.
        const bool hasMethod = it->toObject().contains(word);
        const int score = hasMethod ? fit(it.key(), path) : -1;
        if (score > best) {
            best = score;
            found = it->toObject();
        }
    }
    const QJsonValue operation = found.value(word);
    return operation.isObject() ? std::optional(operation.toObject()) : std::nullopt;
}

QJsonObject OpenApi::resolved(QJsonObject schema) const
{
    while (schema.contains("$ref"_L1))
        schema = m_schemas.value(schema.value("$ref"_L1).toString().section(u'/', -1)).toObject();
    return schema;
}

QJsonObject OpenApi::bodySchema(const QJsonObject &operation) const
{
    return firstContent(operation.value("requestBody"_L1).toObject());
}

QJsonObject OpenApi::answerSchema(const QJsonObject &operation, int status) const
{
    const QJsonObject answers = operation.value("responses"_L1).toObject();
    return firstContent(answers.value(QString::number(status)).toObject());
}

QStringList OpenApi::checkRequest(const QByteArray &method, const QString &path, const QUrlQuery &query,
                                  const QHash<QByteArray, QByteArray> &headers, const QByteArray &body) const
{
    const std::optional<QJsonObject> described = operation(method, path);
    if (!described)
        return {u"there is no %1 %2"_s.arg(QString::fromLatin1(method), path)};
    QStringList wrong;
    QHash<QString, QString> queryTypes;
    for (const QJsonValue &value : described->value("parameters"_L1).toArray()) {
        const QJsonObject parameter = value.toObject();
        const QString name = parameter.value("name"_L1).toString();
        const QString place = parameter.value("in"_L1).toString();
        const bool isRequired = parameter.value("required"_L1).toBool();
        if (place == "query"_L1) {
            queryTypes.insert(name, parameter.value("schema"_L1).toObject().value("type"_L1).toString());
            if (isRequired && !query.hasQueryItem(name))
                wrong.append(u"the parameter %1 is missing"_s.arg(name));
        } else if (place == "header"_L1 && isRequired && headers.value(name.toLatin1().toLower()).isEmpty()) {
            wrong.append(u"the header %1 is missing"_s.arg(name));
        }
    }
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        static const QRegularExpression digits(u"^\\d+$"_s);
        if (!queryTypes.contains(name))
            wrong.append(u"there is no parameter %1"_s.arg(name));
        else if (queryTypes.value(name) == "integer"_L1 && !digits.match(value).hasMatch())
            wrong.append(u"the parameter %1 is no number"_s.arg(name));
    }
    const QJsonObject schema = bodySchema(*described);
    if (schema.isEmpty()) {
        if (!body.isEmpty())
            wrong.append(u"there is a body where none belongs"_s);
        return wrong;
    }
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isNull())
        return wrong << u"the body is no JSON"_s;
    const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    checkValue(value, schema, u"body"_s, true, wrong);
    // A PATCH of this kind is a list of operations; where it is an object, or of other lines, its schema says everything.
    const QJsonObject line = resolved(schema.value("items"_L1).toObject()).value("properties"_L1).toObject();
    if (method == "PATCH" && document.isArray() && (line.isEmpty() || line.contains("op"_L1))) {
        QJsonObject resource = resolved(answerSchema(*described, 200));
        const QJsonObject members = resource.value("properties"_L1).toObject();
        if (members.contains("success"_L1) && members.contains("result"_L1)) // in an envelope
            resource = resolved(members.value("result"_L1).toObject());
        checkPatch(document.array(), resource, wrong);
    }
    return wrong;
}

QStringList OpenApi::checkAnswer(const QByteArray &method, const QString &path, int status,
                                 const QByteArray &body) const
{
    const std::optional<QJsonObject> described = operation(method, path);
    if (status >= 400)
        return {};
    if (!described)
        return {u"there is no %1 %2"_s.arg(QString::fromLatin1(method), path)};
    if (!described->value("responses"_L1).toObject().contains(QString::number(status)))
        return {u"the status %1 is not described"_s.arg(status)};
    const QJsonObject schema = answerSchema(*described, status);
    if (schema.isEmpty())
        return body.isEmpty() ? QStringList() : QStringList {u"there is a body where none belongs"_s};
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isNull())
        return {u"the body is no JSON"_s};
    QStringList wrong;
    const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    checkValue(value, schema, u"answer"_s, false, wrong);
    return wrong;
}

/** `isComplete`: what the schema requires must be there. Only the outermost object of a request is complete. */
void OpenApi::checkValue(const QJsonValue &value, const QJsonObject &unresolved, const QString &where, bool isComplete,
                         QStringList &wrong) const
{
    const QJsonObject schema = resolved(unresolved);
    const QString type = schema.value("type"_L1).toString();
    // An object of which nothing is said is how the description writes "anything".
    const bool isAnything = type.isEmpty()
        || (type == "object"_L1 && !schema.contains("properties"_L1)
            && !schema.value("additionalProperties"_L1).isObject());
    if (isAnything)
        return;
    if (value.isNull()) {
        if (!schema.value("nullable"_L1).toBool())
            wrong.append(u"%1 is null"_s.arg(where));
        return;
    }
    if (type == "object"_L1) {
        if (value.isObject())
            checkObject(value.toObject(), schema, where, isComplete, wrong);
        else
            wrong.append(u"%1 is no object"_s.arg(where));
    } else if (type == "array"_L1) {
        if (!value.isArray()) {
            wrong.append(u"%1 is no array"_s.arg(where));
            return;
        }
        qsizetype index = 0;
        for (const QJsonValue &item : value.toArray())
            checkValue(item, schema.value("items"_L1).toObject(), u"%1[%2]"_s.arg(where).arg(index++), false, wrong);
    } else if (type == "string"_L1) {
        const QJsonArray words = schema.value("enum"_L1).toArray();
        const int maxLength = schema.value("maxLength"_L1).toInt();
        if (!value.isString())
            wrong.append(u"%1 is no string"_s.arg(where));
        else if (!words.isEmpty() && !words.contains(value))
            wrong.append(u"%1 is “%2”, which is none of its words"_s.arg(where, value.toString()));
        else if (maxLength > 0 && value.toString().size() > maxLength)
            wrong.append(u"%1 is longer than %2"_s.arg(where).arg(maxLength));
        static const QRegularExpression moment(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,7})?Z$"_s);
        if (schema.value("format"_L1) == "date-time"_L1
            && (!moment.match(value.toString()).hasMatch()
                || !QDateTime::fromString(value.toString(), Qt::ISODate).isValid()))
            wrong.append(u"%1 is no moment: %2"_s.arg(where, value.toString()));
    } else if (type == "integer"_L1 && !isInteger(value)) {
        wrong.append(u"%1 is no integer"_s.arg(where));
    } else if (type == "number"_L1 && !value.isDouble()) {
        wrong.append(u"%1 is no number"_s.arg(where));
    } else if (type == "boolean"_L1 && !value.isBool()) {
        wrong.append(u"%1 is no boolean"_s.arg(where));
    }
}

void OpenApi::checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &where, bool isComplete,
                          QStringList &wrong) const
{
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    const QJsonValue additional = schema.value("additionalProperties"_L1);
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString member = where + u'.' + it.key();
        if (properties.contains(it.key()))
            checkValue(*it, properties.value(it.key()).toObject(), member, false, wrong);
        else if (additional.isObject())
            checkValue(*it, additional.toObject(), member, false, wrong);
        else if (!properties.isEmpty())
            wrong.append(u"there is no member %1"_s.arg(member));
    }
    if (!isComplete)
        return;
    for (const QJsonValue &name : schema.value("required"_L1).toArray()) {
        if (!object.contains(name.toString()))
            wrong.append(u"%1.%2 is missing"_s.arg(where, name.toString()));
    }
}

/** JSON Patch as ConnectWise does it: a path is a member of the resource, and its value has that member's type. */
void OpenApi::checkPatch(const QJsonArray &patch, const QJsonObject &resource, QStringList &wrong) const
{
    if (patch.isEmpty())
        wrong.append(u"the patch changes nothing"_s);
    const QJsonObject properties = resource.value("properties"_L1).toObject();
    for (const QJsonValue &value : patch) {
        const QJsonObject operation = value.toObject();
        // RFC 6902 starts it with a slash; not every server does.
        QString path = operation.value("path"_L1).toString();
        if (path.startsWith(u'/'))
            path.remove(0, 1);
        const bool isRemoval = operation.value("op"_L1) == "remove"_L1;
        if (!properties.contains(path))
            wrong.append(u"there is no member at the path “%1”"_s.arg(path));
        else if (!isRemoval)
            checkValue(operation.value("value"_L1), properties.value(path).toObject(), path, false, wrong);
        if (isRemoval == operation.contains("value"_L1))
            wrong.append(u"the operation on %1 has a value where none belongs, or none where one does"_s.arg(path));
    }
}

} // namespace tandem::tests
