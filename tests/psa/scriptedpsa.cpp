// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/scriptedpsa.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

namespace tandem::tests {

using namespace Qt::Literals::StringLiterals;

QString ApiRequest::line() const
{
    return QString::fromLatin1(method) + u' ' + path;
}

QString ApiRequest::parameter(const QString &name) const
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

ScriptedPsa::ScriptedPsa(QObject *parent)
    : QObject(parent)
{
    setCompanyInfo(200,
                   R"({"CompanyName":"Example MSP","Codebase":"v2025_1/","VersionCode":"v2025.1",)"
                   R"("VersionNumber":"v2025.1.12345","CompanyID":"example","IsCloud":true})");
    m_server.setHandler([this](QTcpSocket *socket, const RawRequest &request) { answer(socket, request); });
}

ScriptedPsa::~ScriptedPsa() = default;

void ScriptedPsa::queue(const QString &line, int status, const QByteArray &body, const QList<QByteArray> &headerLines)
{
    queueRaw(line, rawAnswer(status, body, "application/json", headerLines));
}

void ScriptedPsa::queueRaw(const QString &line, const QByteArray &answer)
{
    if (m_exhausted.remove(line))
        m_answers.remove(line);
    m_answers[line].append(answer);
}

void ScriptedPsa::setCompanyInfo(int status, const QByteArray &body)
{
    m_companyInfo = rawAnswer(status, body);
}

QString ScriptedPsa::address() const
{
    return m_server.url().toString();
}

const QList<ApiRequest> &ScriptedPsa::requests() const
{
    return m_requests;
}

QStringList ScriptedPsa::lines() const
{
    QStringList lines;
    for (const ApiRequest &request : m_requests)
        lines.append(request.line());
    return lines;
}

int ScriptedPsa::companyInfoCalls() const
{
    return m_companyInfoCalls;
}

void ScriptedPsa::forget()
{
    m_requests.clear();
    m_companyInfoCalls = 0;
}

Credentials ScriptedPsa::credentials()
{
    return {{u"company_id"_s, SecretString(u"example"_s)},
            {u"public_key"_s, SecretString(u"public"_s)},
            {u"private_key"_s, SecretString(u"private"_s)},
            {u"client_id"_s, SecretString(u"11111111-2222-3333-4444-555555555555"_s)}};
}

void ScriptedPsa::answer(QTcpSocket *socket, const RawRequest &request)
{
    const QUrl url = QUrl::fromEncoded(request.target);
    if (url.path().startsWith("/login/companyinfo/"_L1)) {
        ++m_companyInfoCalls;
        socket->write(m_companyInfo);
        return;
    }
    const QString api = u"/apis/3.0"_s;
    const qsizetype at = url.path().indexOf(api);
    ApiRequest seen {.method = request.method,
                     .path = at < 0 ? url.path() : url.path().sliced(at + api.size()),
                     .query = QUrlQuery(url),
                     .codebase = at < 0 ? QString() : url.path().first(at).remove(u'/'),
                     .headers = request.headers,
                     .body = QJsonDocument::fromJson(request.body)};
    m_requests.append(seen);
    QList<QByteArray> &answers = m_answers[seen.line()];
    if (answers.isEmpty()) {
        socket->write(rawAnswer(404, R"({"code":"ConnectWiseApi","message":"The endpoint does not exist."})"));
        return;
    }
    const QByteArray bytes = answers.constFirst();
    if (answers.size() > 1)
        answers.removeFirst();
    else
        m_exhausted.insert(seen.line());
    if (bytes.isEmpty())
        socket->disconnectFromHost();
    else
        socket->write(bytes);
}

QByteArray fixture(const QString &folder, const QString &name)
{
    QFile file(folder + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The fixture %s cannot be read.", qPrintable(file.fileName()));
    return file.readAll();
}

QJsonObject object(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("This is not a JSON object: %s", json.constData());
    return document.object();
}

QJsonArray array(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        qFatal("This is not a JSON array: %s", json.constData());
    return document.array();
}

} // namespace tandem::tests
