// SPDX-License-Identifier: GPL-3.0-or-later
#include "tlsfiles.h"

#include <QDebug>
#include <QFile>
#include <QProcess>
#include <QStringList>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

bool runProgram(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    constexpr int patienceMs = 120'000;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool isDone = process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
    if (!isDone)
        qInfo().noquote() << program << arguments << process.errorString() << process.readAll();
    return isDone;
}

bool makeTlsFiles(const QString &folder)
{
    const auto in = [&](const char *name) { return QString(folder + u'/' + QString::fromLatin1(name)); };
    QFile names(in("names"));
    if (!names.open(QIODevice::WriteOnly) || names.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n") < 0)
        return false;
    names.close();
    const QStringList key{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                          u"-nodes"_s};
    return runProgram(u"openssl"_s,
                      QStringList{u"req"_s, u"-x509"_s, u"-days"_s, u"30"_s, u"-subj"_s, u"/CN=Test CA"_s,
                                  u"-keyout"_s, in("ca.key"), u"-out"_s, in("ca.pem")}
                          + key)
        && runProgram(u"openssl"_s,
                      QStringList{u"req"_s, u"-subj"_s, u"/CN=localhost"_s, u"-keyout"_s, in("server.key"),
                                  u"-out"_s, in("server.csr")}
                          + key)
        && runProgram(u"openssl"_s,
                      {u"x509"_s, u"-req"_s, u"-days"_s, u"30"_s, u"-in"_s, in("server.csr"), u"-CA"_s,
                       in("ca.pem"), u"-CAkey"_s, in("ca.key"), u"-CAcreateserial"_s, u"-extfile"_s,
                       in("names"), u"-out"_s, in("server.pem")});
}

} // namespace tandem
