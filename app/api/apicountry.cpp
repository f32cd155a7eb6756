// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apicountry.h"

#include <QHash>
#include <QLocale>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

QHash<QString, QString> codesByName()
{
    QHash<QString, QString> codes;
    for (int each = QLocale::AnyTerritory + 1; each <= QLocale::LastTerritory; ++each) {
        const auto territory = QLocale::Territory(each);
        const QString code = QLocale::territoryToCode(territory);
        if (code.size() == 2)
            codes.insert(QLocale::territoryToString(territory).toCaseFolded(), code);
    }
    // What the PSAs call them.
    codes.insert(u"united states of america"_s, u"US"_s);
    codes.insert(u"usa"_s, u"US"_s);
    codes.insert(u"great britain"_s, u"GB"_s);
    codes.insert(u"czech republic"_s, u"CZ"_s);
    return codes;
}

const QHash<QString, QString> &codes()
{
    static const QHash<QString, QString> known = codesByName();
    return known;
}

} // namespace

QString isoOfCountry(const QString &name)
{
    return codes().value(name.trimmed().toCaseFolded());
}

QStringList countriesOfIso(const QString &iso)
{
    return codes().keys(iso.trimmed().toUpper());
}

} // namespace tandem
