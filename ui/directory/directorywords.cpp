// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directory/directorywords.h"

#include "ui/integrations/integrationwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::DirectoryWords)
};

} // namespace

QString directoryFigures(const DirectoryStatus &status, const QDateTime &nowUtc)
{
    const Directory &directory = status.directory;
    QStringList parts{directory.server};
    if (!status.organizationName.isEmpty())
        parts.append(Words::tr("%Ln contact(s) of %1", nullptr, shownCount(status.contacts))
                         .arg(status.organizationName));
    if (directory.lastSyncAt.isValid())
        parts.append(Words::tr("last sync %1").arg(shownMoment(directory.lastSyncAt, nowUtc)));
    if (status.nextSyncAt.isValid() && status.nextSyncAt > nowUtc)
        parts.append(Words::tr("next %1").arg(shownMoment(status.nextSyncAt, nowUtc)));
    return parts.join(u" · "_s);
}

QString directorySentence(const DirectoryStatus &status)
{
    if (status.directory.organizationId == 0)
        return Words::tr("The organization it fed was deleted. Choose another one under Edit.");
    if (!status.message.isEmpty())
        return status.message;
    if (status.state == IntegrationState::NotSyncedYet)
        return Words::tr("Choose Sync Now to bring its users in.");
    return {};
}

QString directorySummaryText(const DirectorySummary &summary)
{
    using What = DirectoryLine::What;
    const QLocale locale;
    const auto count = [&](What what) { return locale.toString(summary.count(what)); };
    return Words::tr("%1 created, %2 updated, %3 unchanged, %4 removed there, %5 skipped, %6 failed.")
        .arg(count(What::Created), count(What::Updated), count(What::Unchanged), count(What::Removed),
             count(What::Skipped), count(What::Failed));
}

QString directoryTestText(const DirectoryTest &test)
{
    if (test.users.isEmpty())
        return Words::tr("The directory accepts the sign-in, but the filter finds nobody below the base DN.");
    return Words::tr(
        "The directory accepts the sign-in. These are the first %Ln user(s) that the filter finds:", nullptr,
        int(test.users.size()));
}

QString passwordExpiryText(const DirectoryFacts &facts)
{
    if (facts.passwordNeverExpires)
        return Words::tr("Never");
    if (!facts.passwordExpiresAt.isValid() && !facts.passwordSetAt.isValid()
        && facts.status != AccountStatus::Unknown)
        return Words::tr("Must be changed at the next logon");
    return factMoment(facts.passwordExpiresAt,
                      facts.status == AccountStatus::Unknown ? Words::tr("Not known") : Words::tr("Never"));
}

QString factMoment(const QDateTime &utc, const QString &otherwise)
{
    return utc.isValid() ? QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat) : otherwise;
}

} // namespace tandem
