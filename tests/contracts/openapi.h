// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QUrlQuery>

#include <optional>

namespace tandem::tests {

/**
 * An OpenAPI description against which requests and answers are held; what is wrong with one is told in sentences. Knows
 * what the descriptions in use have: references, types, enums, maxLength, required, nullable, additionalProperties, and
 * date-time. A member that the schema does not know is wrong: the servers refuse it.
 */
class OpenApi final
{
public:
    /** Nothing when the file is not there or not JSON. */
    [[nodiscard]] static std::optional<OpenApi> load(const QString &file);
    /** The file below `shared/psa/specs` of this or a folder above; empty when there is none. */
    [[nodiscard]] static QString findSpecification(const QString &startFolder, const QString &name);

    /** `headers` by lower-case name. */
    [[nodiscard]] QStringList checkRequest(const QByteArray &method, const QString &path, const QUrlQuery &query,
                                           const QHash<QByteArray, QByteArray> &headers, const QByteArray &body) const;
    /** Answers of 400 and more are not described, and pass. */
    [[nodiscard]] QStringList checkAnswer(const QByteArray &method, const QString &path, int status,
                                          const QByteArray &body) const;

private:
    explicit OpenApi(const QJsonObject &root);

    [[nodiscard]] std::optional<QJsonObject> operation(const QByteArray &method, const QString &path) const;
    [[nodiscard]] QJsonObject resolved(QJsonObject schema) const;
    [[nodiscard]] QJsonObject bodySchema(const QJsonObject &operation) const;
    [[nodiscard]] QJsonObject answerSchema(const QJsonObject &operation, int status) const;
    void checkValue(const QJsonValue &value, const QJsonObject &schema, const QString &where, bool isComplete,
                    QStringList &wrong) const;
    void checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &where, bool isComplete,
                     QStringList &wrong) const;
    void checkPatch(const QJsonArray &patch, const QJsonObject &resource, QStringList &wrong) const;

    QJsonObject m_paths;
    QJsonObject m_schemas;
};

} // namespace tandem::tests
