// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace tandem {

/** How many records a practice PSA starts with. */
struct PracticeSize {
    int organizations = 2;
    int locations = 2;
    int contacts = 2;
    int configurations = 2;
};

/**
 * A practice ConnectWise in a process of its own (`tandemctl practice connectwise`), and its control door,
 * asked over plain HTTP that blocks: what it answers is there when the call returns. A failure fails the
 * running test.
 */
class PracticeProcess final {
    Q_DISABLE_COPY_MOVE(PracticeProcess)
public:
    explicit PracticeProcess(const PracticeSize &size = {}, const QStringList &options = {});
    ~PracticeProcess();

    /** Starts it again after `stop`, on the same port; give `--state FILE` to find its records again. */
    void start();
    void stop();

    [[nodiscard]] QString url() const;
    /** The `credentials` of its first line, as `--secret-stdin` takes them. */
    [[nodiscard]] QJsonObject credentials() const;
    /** Its first line. */
    [[nodiscard]] QJsonObject announcement() const;

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

    [[nodiscard]] QJsonObject stats();
    void resetStats();
    [[nodiscard]] int writes();
    [[nodiscard]] int creates();
    /** Calls of one route, such as "POST /company/contacts"; a trailing '*' stands for anything. */
    [[nodiscard]] int calls(const QString &route);

private:
    QJsonDocument ask(const QByteArray &method, const QString &path, const QByteArray &body = {});

    const QStringList m_arguments;
    QProcess m_process;
    QJsonObject m_announcement;
    quint16 m_port = 0;
};

} // namespace tandem
