// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coredumps.h"
#include "core/translation.h"
#include "store/profile.h"
#include "ui/application.h"
#include "ui/mainwindow.h"
#include "ui/screenshots.h"
#include "ui/startproblem.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QTextStream>

#include <cstdio>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace tandem;

namespace {

constexpr int databaseExitCode = 6; // as of tandemctl

void tell(const QString &sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
}

} // namespace

int main(int argc, char *argv[])
{
    forbidCoreDumps();
    const QApplication program(argc, argv);
    QApplication::setApplicationName(u"tandem"_s);
    QApplication::setApplicationDisplayName(u"Tandem"_s);
    QApplication::setApplicationVersion(u"" TANDEM_VERSION ""_s);
    QApplication::setDesktopFileName(u"org.tandem_sync.Tandem"_s);
    QApplication::setWindowIcon(applicationIcon());

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Two-way sync between an MSP's documentation and its PSA"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(u"data"_s, u"Keep the database and settings in this folder."_s, u"DIR"_s,
                                  defaultProfileFolder());
    const QCommandLineOption language(u"language"_s, u"Use this language, such as de."_s, u"LANGUAGE"_s);
    const QCommandLineOption pictures(u"screenshots"_s, u"Draw every screen into this folder and quit."_s,
                                      u"DIR"_s);
    parser.addOptions({data, language, pictures});
    parser.process(program);

    if (parser.isSet(language))
        QLocale::setDefault(QLocale(parser.value(language)));
    installTranslations(QLocale());

    const bool takesPictures = parser.isSet(pictures);
    Application application({.profileFolder = parser.value(data), .runsScheduler = !takesPictures});
    const QString colours = application.settings().value(u"window/colours"_s).toString();
    applyColourScheme(colourSchemeFromName(colours).value_or(ColourScheme::System));

    StartProblem problem(application);
    QObject::connect(&problem, &StartProblem::quitWanted, &program, [] { QCoreApplication::exit(databaseExitCode); });
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<Screenshots> screenshots;
    QObject::connect(&application, &Application::startFailed, &application, [&](const Error &error) {
        tell(error.message);
        if (takesPictures)
            QCoreApplication::exit(databaseExitCode);
        else
            problem.show(error);
    });
    QObject::connect(&application, &Application::started, &application, [&] {
        if (!takesPictures) {
            window = std::make_unique<MainWindow>(application);
            window->show();
            return;
        }
        screenshots = std::make_unique<Screenshots>(application, parser.value(pictures));
        QObject::connect(screenshots.get(), &Screenshots::finished, &application, [](const QString &failure) {
            if (!failure.isEmpty())
                tell(failure);
            QCoreApplication::exit(failure.isEmpty() ? 0 : 1);
        });
        screenshots->start();
    });
    application.start();
    const int code = QApplication::exec();
    // Windows use the engine and the reader until they are gone.
    screenshots.reset();
    window.reset();
    return code;
}
