// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/**
 * Rule I4: credentials that are known here go through a whole run – right ones, wrong ones, refusals, logs, exports, a
 * worker that is looked at from outside – and are then searched in everything that was written, printed and passed along.
 */
class PlantedSecretsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void I4_noSecretIsFoundAnywhere_data();
    void I4_noSecretIsFoundAnywhere();
    void I4_aRunningWorkerShowsNone();

private:
    /** In every form that text takes on its way. */
    static QList<QByteArray> formsOf(const QByteArray &secret);
    static void search(const QByteArray &where, const QByteArray &bytes, const QList<QByteArray> &secrets);
    static void searchFiles(const QString &folder, const QList<QByteArray> &secrets);
    static QList<QByteArray> secretsOf(const QJsonObject &credentials);
};

QList<QByteArray> PlantedSecretsTest::formsOf(const QByteArray &secret)
{
    const QString text = QString::fromUtf8(secret);
    QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    return {secret, secret.toBase64(QByteArray::OmitTrailingEquals), secret.toHex(), QUrl::toPercentEncoding(text), wide};
}

/** What is secret among them; who and where is not. */
QList<QByteArray> PlantedSecretsTest::secretsOf(const QJsonObject &credentials)
{
    QList<QByteArray> secrets;
    for (const char *key : {"private_key", "secret", "password"}) {
        const QByteArray value = credentials.value(QLatin1StringView(key)).toString().toUtf8();
        if (!value.isEmpty())
            secrets.append(value);
    }
    return secrets;
}

void PlantedSecretsTest::search(const QByteArray &where, const QByteArray &bytes, const QList<QByteArray> &secrets)
{
    for (const QByteArray &secret : secrets) {
        const QList<QByteArray> forms = formsOf(secret);
        for (qsizetype i = 0; i < forms.size(); ++i)
            QVERIFY2(!bytes.contains(forms.at(i)),
                     QByteArray(where + " holds a secret, in form " + QByteArray::number(i)).constData());
    }
}

void PlantedSecretsTest::searchFiles(const QString &folder, const QList<QByteArray> &secrets)
{
    int files = 0;
    QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        search(file.fileName().toUtf8(), file.readAll(), secrets);
        ++files;
    }
    QVERIFY2(files > 2, "nothing was searched");
}

void PlantedSecretsTest::I4_noSecretIsFoundAnywhere_data()
{
    QTest::addColumn<Platform>("platform");
    for (const Platform platform : {Platform::ConnectWise, Platform::Autotask, Platform::KaseyaBms})
        QTest::newRow(qPrintable(platformName(platform))) << platform;
}

void PlantedSecretsTest::I4_noSecretIsFoundAnywhere()
{
    QFETCH(Platform, platform);
    PracticeProcess practice({}, {}, platform);
    CommandLine command;
    command.setEnvironment(u"QT_LOGGING_RULES"_s, u"tandem.*=true\nqt.network.*=true"_s);
    QList<QByteArray> secrets = secretsOf(practice.credentials());
    QVERIFY(!secrets.isEmpty());
    QByteArray printed;
    const auto ran = [&](const QStringList &words, const QByteArray &input = {}) {
        const Ran each = command.json(words, input);
        printed += each.out + each.err;
        return each;
    };

    // Wrong keys are secrets as well: mistyped ones tell most of the right ones.
    QJsonObject wrong = practice.credentials();
    for (const char *key : {"private_key", "secret", "password"}) {
        if (wrong.contains(QLatin1StringView(key)))
            wrong.insert(QLatin1StringView(key), u"wr0ng-marked-secret"_s);
    }
    secrets.append("wr0ng-marked-secret");
    const QStringList add {u"integration"_s, u"add"_s,          platformName(platform), u"--name"_s,
                           u"Main"_s,        u"--url"_s, practice.url(),         u"--secret-stdin"_s};
    QVERIFY(ran(add, QJsonDocument(wrong).toJson()).code != 0);
    const Ran added = ran(add, credentialsOf(practice));
    QVERIFY2(added.code == 0, added.all().constData());
    (void)ran({u"sync"_s});
    (void)ran({u"integration"_s, u"settings"_s, u"Main"_s, u"two_way=true"_s});
    practice.setFaults({QJsonObject {{u"route"_s, u"*"_s}, {u"probability"_s, 0.3}, {u"fault"_s, u"status"_s}, {u"value"_s, 500}},
                        QJsonObject {{u"route"_s, u"*"_s}, {u"probability"_s, 0.3}, {u"fault"_s, u"html"_s}}});
    (void)ran({u"sync"_s, u"Main"_s, u"--full"_s});
    practice.clearFaults();
    practice.setFault(u"*"_s, u"expired_token"_s, {}, 2);
    (void)ran({u"sync"_s, u"Main"_s, u"--full"_s});
    practice.clearFaults();
    const Ran key = command.json({u"api"_s, u"key"_s, u"create"_s, u"Backup"_s});
    const QByteArray made = key.last().value("key"_L1).toString().toUtf8();
    QVERIFY2(made.size() > 20, key.all().constData());
    secrets.append(made);
    (void)ran({u"api"_s, u"key"_s, u"list"_s});
    (void)ran({u"integration"_s, u"list"_s});
    (void)ran({u"integration"_s, u"show"_s, u"Main"_s});
    (void)ran({u"integration"_s, u"test"_s, u"Main"_s});
    (void)ran({u"doctor"_s});
    (void)ran({u"status"_s});
    const Ran exported = ran({u"log"_s, u"--export"_s, QString(command.profile() + u"/log.csv"_s)});
    QVERIFY2(exported.code == 0, exported.all().constData());

    QVERIFY(printed.size() > 1000);
    search("what was printed", printed, secrets);
    searchFiles(command.profile(), secrets);
}

void PlantedSecretsTest::I4_aRunningWorkerShowsNone()
{
#ifndef Q_OS_LINUX
    QSKIP("what a process shows of itself is looked up in /proc");
#endif
    PracticeProcess practice;
    CommandLine command;
    command.connectTwoWay(practice);
    const auto worker = command.start({u"worker"_s});
    const QString process = u"/proc/%1/"_s.arg(worker->processId());
    const auto shown = [&process](const QString &name) {
        QFile file(process + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY_WITH_TIMEOUT(shown(u"limits"_s).contains("Max core file size        0                    0"), 20'000);
    const QList<QByteArray> secrets = secretsOf(practice.credentials());
    QVERIFY(shown(u"cmdline"_s).contains("worker"));
    search("its command line", shown(u"cmdline"_s), secrets);
    search("its environment", shown(u"environ"_s), secrets);
    worker->terminate();
    QVERIFY(worker->waitForFinished(20'000));
}

QTEST_GUILESS_MAIN(PlantedSecretsTest)
#include "tst_plantedsecrets.moc"
