// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

void install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace

void installTranslations(const QLocale &locale)
{
    const QString ours = u":/tandem/translations"_s;
    // The last one installed is asked first.
    install(QLocale(QLocale::English), u"tandem"_s, ours);
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, u"tandem"_s, ours);
}

} // namespace tandem
