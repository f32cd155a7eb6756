// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

void failTest(const QByteArray &message)
{
    QTest::qFail(message.constData(), __FILE__, __LINE__);
}

} // namespace

QList<QJsonObject> Ran::lines() const
{
    QList<QJsonObject> objects;
    const QByteArrayList texts = out.split('\n');
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (texts.at(i).isEmpty() && i == texts.size() - 1)
            break;
        const QJsonDocument document = QJsonDocument::fromJson(texts.at(i));
        if (!document.isObject())
            failTest("not one JSON object on a line: " + texts.at(i));
        objects.append(document.object());
    }
    return objects;
}

QJsonObject Ran::last() const
{
    const QList<QJsonObject> objects = lines();
    return objects.isEmpty() ? QJsonObject() : objects.constLast();
}

QJsonObject Ran::error() const
{
    return last().value("error"_L1).toObject();
}

QByteArray Ran::all() const
{
    return "exit " + QByteArray::number(code) + "\n" + out + err;
}

CommandLine::CommandLine()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    m_environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    m_environment.remove(u"TANDEM_VAULT_PASSPHRASE"_s);
    m_environment.remove(u"QT_LOGGING_RULES"_s);
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"runtime"_s));
    m_environment.insert(u"HOME"_s, m_folder.path());
    m_environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"data"_s));
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.insert(u"USER"_s, u"ann"_s);
}

QString CommandLine::profile() const
{
    return m_folder.filePath(u"profile"_s);
}

void CommandLine::setEnvironment(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

Ran CommandLine::run(const QStringList &words, const QByteArray &input)
{
    return bare(QStringList{u"--data"_s, profile()} + words, input);
}

Ran CommandLine::json(const QStringList &words, const QByteArray &input)
{
    return bare(QStringList{u"--data"_s, profile(), u"--json"_s} + words, input);
}

Ran CommandLine::bare(const QStringList &words, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(TANDEMCTL), words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs)) {
        failTest("tandemctl did not end: " + words.join(u' ').toUtf8());
        process.kill();
        process.waitForFinished(patienceMs);
    }
    Ran ran{.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
    if (process.exitStatus() == QProcess::CrashExit)
        failTest("tandemctl crashed: " + words.join(u' ').toUtf8() + '\n' + ran.err);
    return ran;
}

std::unique_ptr<QProcess> CommandLine::start(const QStringList &words)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(QStringLiteral(TANDEMCTL), QStringList{u"--data"_s, profile(), u"--json"_s} + words);
    if (!process->waitForStarted(patienceMs))
        failTest("tandemctl did not start");
    return process;
}

void CommandLine::connectTwoWay(const PracticeProcess &practice, const QString &name)
{
    const Ran added = json({u"integration"_s, u"add"_s, platformName(practice.platform()), u"--name"_s, name, u"--url"_s,
                            practice.url(), u"--secret-stdin"_s},
                           credentialsOf(practice));
    const Ran synced = json({u"sync"_s, name});
    const Ran set = json({u"integration"_s, u"settings"_s, name, u"two_way=true"_s});
    for (const Ran &each : {added, synced, set}) {
        if (each.code != 0)
            failTest(each.all());
    }
}

QString CommandLine::find(const QString &kind, const QString &name)
{
    const QList<QJsonObject> found =
        json({u"record"_s, u"list"_s, kind, u"--where"_s, u"name="_s + name}).lines();
    if (found.size() != 1) {
        failTest("not exactly one is called " + name.toUtf8());
        return {};
    }
    return QString::number(found.constFirst().value("id"_L1).toInteger());
}

QJsonObject CommandLine::record(const QString &kind, const QString &id)
{
    return json({u"record"_s, u"get"_s, kind, id}).last();
}

QString CommandLine::state(const QString &kind, const QString &id)
{
    return record(kind, id).value("sync"_L1).toArray().first().toObject().value("state"_L1).toString();
}

QByteArray credentialsOf(const PracticeProcess &practice)
{
    return QJsonDocument(practice.credentials()).toJson(QJsonDocument::Compact);
}

} // namespace tandem
