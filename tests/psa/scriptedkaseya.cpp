// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/scriptedkaseya.h"

#include <QUrl>

#include <algorithm>

namespace tandem::tests {

using namespace Qt::Literals::StringLiterals;

QString KaseyaRequest::line() const
{
    return QString::fromLatin1(method) + u' ' + path;
}

QJsonDocument KaseyaRequest::json() const
{
    return QJsonDocument::fromJson(body);
}

QString KaseyaRequest::filter(const QString &name) const
{
    return query.queryItemValue(QString("Filter."_L1 + name), QUrl::FullyDecoded);
}

ScriptedKaseya::ScriptedKaseya(QObject *parent)
    : QObject(parent)
{
    m_server.setHandler([this](QTcpSocket *socket, const RawRequest &request) { answer(socket, request); });
}

ScriptedKaseya::~ScriptedKaseya() = default;

void ScriptedKaseya::queue(const QString &line, int status, const QByteArray &body,
                           const QList<QByteArray> &headerLines)
{
    if (m_exhausted.remove(line))
        m_answers.remove(line);
    m_answers[line].append(rawAnswer(status, body, "application/json", headerLines));
}

void ScriptedKaseya::queueResult(const QString &line, const QByteArray &result, int total)
{
    const QByteArray count = total < 0 ? QByteArray() : ",\"totalRecords\":" + QByteArray::number(total);
    queue(line, 200, R"({"success":true,"error":null,"result":)" + result + count + "}");
}

void ScriptedKaseya::queueError(const QString &line, int status, const QByteArray &message, int code)
{
    queue(line, status,
          R"({"success":false,"error":{"code":)" + QByteArray::number(code) + R"(,"message":")" + message
              + R"(","details":null,"stackStrace":"at Some.Place","subErrors":null},"result":null})");
}

void ScriptedKaseya::refuseSignIn(int status, const QByteArray &body)
{
    m_refusal = rawAnswer(status, body);
}

void ScriptedKaseya::allowSignIn()
{
    m_refusal.clear();
}

void ScriptedKaseya::setTokenMembers(const QByteArray &members)
{
    m_tokenMembers = members;
}

QString ScriptedKaseya::address() const
{
    return m_server.url().toString();
}

const QList<KaseyaRequest> &ScriptedKaseya::requests() const
{
    return m_requests;
}

QList<KaseyaRequest> ScriptedKaseya::requests(const QString &line) const
{
    QList<KaseyaRequest> those;
    std::copy_if(m_requests.begin(), m_requests.end(), std::back_inserter(those),
                 [&](const KaseyaRequest &request) { return request.line() == line; });
    return those;
}

QStringList ScriptedKaseya::lines() const
{
    QStringList lines;
    for (const KaseyaRequest &request : m_requests)
        lines.append(request.line());
    return lines;
}

const QList<KaseyaRequest> &ScriptedKaseya::signIns() const
{
    return m_signIns;
}

void ScriptedKaseya::forget()
{
    m_requests.clear();
    m_signIns.clear();
}

Credentials ScriptedKaseya::credentials()
{
    return {{u"tenant"_s, SecretString(u"Example & Söhne MSP"_s)},
            {u"user_name"_s, SecretString(u"api@example.com"_s)},
            {u"password"_s, SecretString(u"p+ss w&rd=ü"_s)}};
}

QByteArray ScriptedKaseya::tokenFor(const KaseyaRequest &request)
{
    const QByteArray token = "token" + QByteArray::number(++m_tokens);
    if (request.path == "/api/token"_L1)
        return R"({"access_token":")" + token + R"(","token_type":"bearer","expires_in":3600})";
    return R"({"success":true,"error":null,"result":{"accessToken":")" + token + R"(","refreshToken":"renew)"
        + QByteArray::number(m_tokens) + '"' + m_tokenMembers + "}}";
}

void ScriptedKaseya::answer(QTcpSocket *socket, const RawRequest &request)
{
    const QUrl url = QUrl::fromEncoded(request.target);
    const KaseyaRequest seen{.method = request.method,
                             .path = url.path(),
                             .query = QUrlQuery(url),
                             .headers = request.headers,
                             .body = request.body};
    static const QSet<QString> doors{u"/v2/security/authenticate"_s, u"/v2/security/refreshtoken"_s,
                                     u"/api/token"_s};
    if (doors.contains(seen.path)) {
        m_signIns.append(seen);
        socket->write(m_refusal.isEmpty() ? rawAnswer(200, tokenFor(seen)) : m_refusal);
        return;
    }
    m_requests.append(seen);
    QList<QByteArray> &answers = m_answers[seen.line()];
    if (answers.isEmpty()) {
        socket->write(rawAnswer(404, "", "text/plain"));
        return;
    }
    const QByteArray bytes = answers.constFirst();
    if (answers.size() > 1)
        answers.removeFirst();
    else
        m_exhausted.insert(seen.line());
    socket->write(bytes);
}

} // namespace tandem::tests
