// SPDX-License-Identifier: GPL-3.0-or-later
// Goes through Push All Syncable Assets up to a place, says "there" and stays until it is killed:
// pushallchild PROFILE PLACE. The credentials come as one JSON object on stdin.
#include "faults/sessionsecrets.h"
#include "pushwindow.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <csignal>
#include <cstdio>

#include <sys/prctl.h>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

bool goToPlace(PushWindow &window, const QString &place)
{
    if (!window.open())
        return false;
    if (place == "intro"_L1)
        return true;
    if (place == "scope"_L1)
        return window.goTo(PushAllWizard::ScopeId);
    if (place == "planning"_L1) {
        if (!window.goTo(PushAllWizard::ScopeId))
            return false;
        window.wizard().next();
        return true;
    }
    if (place == "preview"_L1)
        return window.goTo(PushAllWizard::PreviewId) && window.waitUntilPlanned();
    if (place == "confirm"_L1)
        return window.goTo(PushAllWizard::ConfirmId);
    return (place == "progress"_L1 || place == "push"_L1) && window.goTo(PushAllWizard::ProgressId);
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    QLoggingCategory::setFilterRules(u"tandem.*=false"_s);
    QLocale::setDefault(QLocale::c());
    const QStringList words = QCoreApplication::arguments();
    QFile input;
    if (words.size() != 3 || !input.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QJsonObject credentials = QJsonDocument::fromJson(input.readAll()).object();
    PushWindow window({.profileFolder = words.at(1),
                       .secrets = std::make_shared<SessionSecrets>(credentials),
                       .runsScheduler = false});
    if (!window.start() || !goToPlace(window, words.at(2)))
        return 1;
    std::puts("there");
    std::fflush(stdout);
    if (words.at(2) == "push"_L1) {
        const IntegrationId id = window.application().integrations().constFirst().integration.id;
        (void)window.run(id);
    }
    return QCoreApplication::exec();
}
