// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/scriptedautotask.h"

#include <QJsonDocument>
#include <QUrl>

namespace tandem::tests {

using namespace Qt::Literals::StringLiterals;

QString AutotaskRequest::line() const
{
    return QString::fromLatin1(method) + u' ' + path;
}

QJsonArray AutotaskRequest::filter() const
{
    return body.value("filter"_L1).toArray();
}

ScriptedAutotask::ScriptedAutotask(QObject *parent)
    : QObject(parent)
{
    setZone(200, zone());
    m_server.setHandler([this](QTcpSocket *socket, const RawRequest &request) { answer(socket, request); });
}

ScriptedAutotask::~ScriptedAutotask() = default;

void ScriptedAutotask::queue(const QString &line, int status, const QByteArray &body,
                             const QList<QByteArray> &headerLines)
{
    queueRaw(line, rawAnswer(status, body, "application/json", headerLines));
}

void ScriptedAutotask::queueRaw(const QString &line, const QByteArray &answer)
{
    if (m_exhausted.remove(line))
        m_answers.remove(line);
    m_answers[line].append(answer);
}

void ScriptedAutotask::queueRows(const QString &entity, const QList<QByteArray> &rows,
                                 const QString &nextPageUrl)
{
    const QByteArray next = nextPageUrl.isEmpty() ? QByteArray("null") : '"' + nextPageUrl.toUtf8() + '"';
    queue(u"POST /%1/query"_s.arg(entity), 200,
          "{\"items\":[" + rows.join(',') + "],\"pageDetails\":{\"count\":" + QByteArray::number(rows.size())
              + ",\"requestCount\":500,\"prevPageUrl\":null,\"nextPageUrl\":" + next + "}}");
}

void ScriptedAutotask::setFields(const QString &entity, const QByteArray &fields)
{
    const QString line = u"GET /%1/entityInformation/fields"_s.arg(entity);
    m_answers.remove(line);
    queue(line, 200, "{\"fields\":" + fields + "}");
}

void ScriptedAutotask::setZone(int status, const QByteArray &body)
{
    m_zone = rawAnswer(status, body);
}

QByteArray ScriptedAutotask::zone() const
{
    const QByteArray here = address().toUtf8();
    return R"({"zoneName":"Test Zone","url":")" + here + R"(/ATServicesRest/","webUrl":")" + here
        + R"(/","ci":1234})";
}

QString ScriptedAutotask::nextLink(const QString &entity, const QString &token) const
{
    return u"%1/atservicesrest/v1.0/%2/query/next?paging=%3"_s.arg(address(), entity, token);
}

QString ScriptedAutotask::address() const
{
    return m_server.url().toString();
}

const QList<AutotaskRequest> &ScriptedAutotask::requests() const
{
    return m_requests;
}

QStringList ScriptedAutotask::lines() const
{
    QStringList lines;
    for (const AutotaskRequest &request : m_requests)
        lines.append(request.line());
    return lines;
}

QList<AutotaskRequest> ScriptedAutotask::requests(const QString &line) const
{
    QList<AutotaskRequest> those;
    std::copy_if(m_requests.begin(), m_requests.end(), std::back_inserter(those),
                 [&](const AutotaskRequest &request) { return request.line() == line; });
    return those;
}

const QList<RawRequest> &ScriptedAutotask::zoneRequests() const
{
    return m_zoneRequests;
}

void ScriptedAutotask::forget()
{
    m_requests.clear();
    m_zoneRequests.clear();
}

Credentials ScriptedAutotask::credentials()
{
    return {{u"user_name"_s, SecretString(u"key+1@example.com"_s)},
            {u"secret"_s, SecretString(u"s3cret#ü"_s)},
            {u"integration_code"_s, SecretString(u"TRACKING"_s)}};
}

void ScriptedAutotask::answer(QTcpSocket *socket, const RawRequest &request)
{
    const QUrl url = QUrl::fromEncoded(request.target);
    const QString api = u"/ATServicesRest/V1.0"_s;
    const bool isApi = url.path().startsWith(api, Qt::CaseInsensitive);
    const QString path = isApi ? url.path().sliced(api.size()) : url.path();
    if (path.compare("/zoneInformation"_L1, Qt::CaseInsensitive) == 0) {
        m_zoneRequests.append(request);
        socket->write(m_zone);
        return;
    }
    const AutotaskRequest seen{.method = request.method,
                               .path = path,
                               .query = url.query(QUrl::FullyEncoded),
                               .headers = request.headers,
                               .body = QJsonDocument::fromJson(request.body).object()};
    m_requests.append(seen);
    QList<QByteArray> &answers = m_answers[seen.line()];
    if (answers.isEmpty()) {
        socket->write(rawAnswer(404,
                                "<!DOCTYPE html><html><head><title>404 - File or directory not found."
                                "</title></head><body>Server Error</body></html>",
                                "text/html"));
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

} // namespace tandem::tests
