// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/practicedoor.h"

#include <QTcpSocket>
#include <QTest>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;

void failTest(const QString &message)
{
    QTest::qFail(qPrintable(message), __FILE__, __LINE__);
}

} // namespace

PracticeDoor::PracticeDoor(quint16 port)
    : m_port(port)
{
}

PracticeDoor::~PracticeDoor() = default;

quint16 PracticeDoor::port() const
{
    return m_port;
}

void PracticeDoor::setPort(quint16 port)
{
    m_port = port;
}

QJsonArray PracticeDoor::records(const QString &kind)
{
    return ask("GET", u"records/"_s + kind).array();
}

QJsonArray PracticeDoor::recordsWhere(const QString &kind, const QString &member, const QJsonValue &value)
{
    QJsonArray found;
    for (const QJsonValue &each : records(kind)) {
        if (each.toObject().value(member) == value)
            found.append(each);
    }
    return found;
}

QJsonObject PracticeDoor::record(const QString &kind, const QString &id)
{
    return recordsWhere(kind, u"id"_s, id.toInt()).first().toObject();
}

QJsonObject PracticeDoor::create(const QString &kind, const QJsonObject &set)
{
    const QJsonObject change{{u"action"_s, u"create"_s}, {u"set"_s, set}};
    const QJsonObject made = ask("POST", u"records/"_s + kind, QJsonDocument(change).toJson()).object();
    if (!made.contains("id"_L1))
        failTest(u"The practice PSA made no record: "_s + QString::fromUtf8(QJsonDocument(made).toJson()));
    return made;
}

QJsonObject PracticeDoor::update(const QString &kind, const QString &id, const QJsonObject &set)
{
    const QJsonObject change{{u"action"_s, u"update"_s}, {u"id"_s, id}, {u"set"_s, set}};
    const QJsonObject changed = ask("POST", u"records/"_s + kind, QJsonDocument(change).toJson()).object();
    if (!changed.contains("id"_L1))
        failTest(u"The practice PSA changed nothing: "_s
                 + QString::fromUtf8(QJsonDocument(changed).toJson()));
    return changed;
}

void PracticeDoor::remove(const QString &kind, const QString &id)
{
    const QJsonObject change{{u"action"_s, u"delete"_s}, {u"id"_s, id}};
    ask("POST", u"records/"_s + kind, QJsonDocument(change).toJson());
}

void PracticeDoor::setFaults(const QJsonArray &rules)
{
    const QJsonDocument now = ask("POST", u"faults"_s, QJsonDocument(rules).toJson());
    if (now.array().size() != rules.size())
        failTest(u"The fault rules were not taken: "_s + QString::fromUtf8(now.toJson()));
}

void PracticeDoor::setFault(const QString &route, const QString &fault, const QJsonValue &value, int count)
{
    QJsonObject rule{{u"route"_s, route}, {u"fault"_s, fault}};
    if (!value.isNull())
        rule.insert(u"value"_s, value);
    if (count > 0)
        rule.insert(u"count"_s, count);
    setFaults({rule});
}

void PracticeDoor::clearFaults()
{
    setFaults({});
}

int PracticeDoor::firedFaults()
{
    return ask("GET", u"faults"_s).array().first().toObject().value("fired"_L1).toInt();
}

void PracticeDoor::setQuirks(const QStringList &quirks)
{
    const QJsonDocument now = ask("POST", u"quirks"_s, QJsonDocument(QJsonArray::fromStringList(quirks)).toJson());
    if (now.array().size() != quirks.size())
        failTest(u"The quirks were not taken: "_s + QString::fromUtf8(now.toJson()));
}

QJsonObject PracticeDoor::stats()
{
    return ask("GET", u"stats"_s).object();
}

void PracticeDoor::resetStats()
{
    ask("POST", u"reset-stats"_s);
}

int PracticeDoor::writes()
{
    return stats().value("writes"_L1).toInt();
}

int PracticeDoor::creates()
{
    return stats().value("creates"_L1).toInt();
}

int PracticeDoor::calls(const QString &route)
{
    int count = 0;
    for (const QJsonValue &value : stats().value("requests"_L1).toArray()) {
        const QJsonObject each = value.toObject();
        const QString name = each.value("method"_L1).toString() + u' ' + each.value("route"_L1).toString();
        const bool isMeant = route.endsWith(u'*') ? name.startsWith(route.chopped(1)) : name == route;
        if (isMeant)
            count += each.value("count"_L1).toInt();
    }
    return count;
}

QJsonDocument PracticeDoor::ask(const QByteArray &method, const QString &path, const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    if (!socket.waitForConnected(patienceMs)) {
        failTest(u"The practice PSA's door is shut: "_s + socket.errorString());
        return {};
    }
    socket.write(method + " /practice/" + path.toLatin1()
                 + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                 + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    qsizetype bodyStart = -1;
    qint64 length = -1;
    while (length < 0 || answer.size() < bodyStart + length) {
        if (!socket.waitForReadyRead(patienceMs)) {
            failTest(u"The practice PSA's door did not answer: "_s + socket.errorString());
            return {};
        }
        answer += socket.readAll();
        const qsizetype end = answer.indexOf("\r\n\r\n");
        if (length >= 0 || end < 0)
            continue;
        bodyStart = end + 4;
        const QByteArrayList lines = answer.first(end).split('\n');
        for (const QByteArray &line : lines) {
            if (line.toLower().startsWith("content-length:"))
                length = line.mid(int(qstrlen("content-length:"))).trimmed().toLongLong();
        }
        if (length < 0) {
            failTest(u"The practice PSA's door answered without a length."_s);
            return {};
        }
    }
    return QJsonDocument::fromJson(answer.sliced(bodyStart));
}

} // namespace tandem
