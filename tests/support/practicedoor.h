// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace tandem {

/**
 * The control door of a practice PSA on this computer, asked over plain HTTP that blocks: what it answers is
 * there when the call returns. A failure fails the running test.
 */
class PracticeDoor {
    Q_DISABLE_COPY_MOVE(PracticeDoor)
public:
    explicit PracticeDoor(quint16 port = 0);
    virtual ~PracticeDoor();

    /** All records of a kind ("organization", "location", "contact", "configuration"), as the PSA holds them.
     */
    [[nodiscard]] QJsonArray records(const QString &kind);
    /** Those whose `member` has this value. */
    [[nodiscard]] QJsonArray recordsWhere(const QString &kind, const QString &member,
                                          const QJsonValue &value);
    /** Empty when there is none. */
    [[nodiscard]] QJsonObject record(const QString &kind, const QString &id);

    /** Changes behind everyone's back; each answers the record. */
    QJsonObject create(const QString &kind, const QJsonObject &set);
    QJsonObject update(const QString &kind, const QString &id, const QJsonObject &set);
    void remove(const QString &kind, const QString &id);

    void setFaults(const QJsonArray &rules);
    void setFault(const QString &route, const QString &fault, const QJsonValue &value = {}, int count = 1);
    void clearFaults();
    /** How often the first rule has fired. */
    [[nodiscard]] int firedFaults();

    /** Habits that some servers of the PSA have, by name; replaces those that it has. */
    void setQuirks(const QStringList &quirks);

    [[nodiscard]] QJsonObject stats();
    void resetStats();
    [[nodiscard]] int writes();
    [[nodiscard]] int creates();
    /** Calls of one route, such as "POST /company/contacts"; a trailing '*' stands for anything. */
    [[nodiscard]] int calls(const QString &route);

protected:
    [[nodiscard]] quint16 port() const;
    void setPort(quint16 port);

private:
    QJsonDocument ask(const QByteArray &method, const QString &path, const QByteArray &body = {});

    quint16 m_port;
};

} // namespace tandem
