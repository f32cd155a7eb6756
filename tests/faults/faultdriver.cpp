// SPDX-License-Identifier: GPL-3.0-or-later
// Does a deed in a process of its own and is killed at the point it is told: faultdriver PLATFORM DATABASE
// DEED [POINT N]. The credentials come as one JSON object on stdin.
#include "faults/accessprobe.h"
#include "faults/deed.h"
#include "faults/sessionsecrets.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <csignal>
#include <cstdio>

#include <sys/prctl.h>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

int complain(const QString &message)
{
    std::fputs(qPrintable(message + u'\n'), stderr);
    return 2;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    QLoggingCategory::setFilterRules(u"tandem.*=false"_s);
    const QStringList words = QCoreApplication::arguments();
    const std::optional<Platform> platform = platformFromName(words.value(1));
    const QString database = words.value(2);
    const std::optional<Deed> deed = deedFromName(words.value(3));
    const std::optional<Point> point = pointFromName(words.value(4));
    QFile input;
    if (!platform || !deed || (words.size() > 4 && !point) || !input.open(stdin, QIODevice::ReadOnly))
        return complain(u"faultdriver PLATFORM DATABASE DEED [access|commit|committed N]"_s);
    const PlatformWorld &world = worldOf(*platform);
    const auto secrets = std::make_shared<SessionSecrets>(QJsonDocument::fromJson(input.readAll()).object());
    const Result<QList<Edit>> edits = missingEdits(*deed, world, database);
    if (!edits)
        return complain(edits.error().message);

    std::optional<AccessProbe> probe;
    if (point)
        probe.emplace(*point, Strike::Kill, words.value(5).toInt());
    SyncEngine engine(
        {.databasePath = database, .secrets = secrets, .runsScheduler = false, .limits = world.limits});
    auto started = engine.start();
    started.waitForFinished();
    if (!started.result())
        return complain(started.result().error().message);
    const Result<void> done = perform(*deed, engine, *edits);
    return done ? 0 : complain(done.error().message);
}
