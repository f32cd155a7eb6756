// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage.h"

#include "core/logging.h"
#include "store/damagedfile.h"
#include "store/database.h"
#include "store/eventlog.h"
#include "store/rowsalvage.h"
#include "store/salvagerepair.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tandem::Salvage)
};

const QStringList companions{u"-wal"_s, u"-shm"_s};
const QString cursors = u"integration_cursor"_s;

/** Being made, and finished but not yet in its place. */
QString unfinishedPath(const QString &path)
{
    return path + u".salvaging"_s;
}

QString finishedPath(const QString &path)
{
    return path + u".salvaged"_s;
}

QString freeName(const QString &wanted)
{
    QString name = wanted;
    for (int n = 2; QFileInfo::exists(name); ++n)
        name = u"%1-%2"_s.arg(wanted).arg(n);
    return name;
}

QString setAsideName(const QString &path, const QDateTime &now)
{
    return freeName(u"%1.damaged-%2"_s.arg(path, now.toUTC().toString(u"yyyyMMdd-HHmmss"_s)));
}

Result<void> move(const QString &from, const QString &to)
{
    QFile file(from);
    if (file.rename(to))
        return {};
    return fail(ErrorCode::DatabaseUnusable,
                Text::tr("%1 could not be renamed to %2: %3")
                    .arg(QDir::toNativeSeparators(from), QDir::toNativeSeparators(to), file.errorString()));
}

void removeUnfinished(const QString &path)
{
    const QFileInfo file(unfinishedPath(path));
    for (const QString &name : file.dir().entryList({file.fileName() + u'*'}, QDir::Files | QDir::Hidden))
        QFile::remove(file.dir().filePath(name));
}

/** What the new file holds must have reached the disk before it takes the place of the old one. */
Result<void> flush(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite) && ::fsync(file.handle()) == 0)
        return {};
    return fail(
        ErrorCode::DatabaseUnusable,
        Text::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
}

/** Nobody needs the file before it is finished, so it is written without care for a crash. */
Result<void> setCareless(Database &database)
{
    for (const QString &pragma :
         {u"foreign_keys = OFF"_s, u"journal_mode = MEMORY"_s, u"synchronous = OFF"_s}) {
        if (const Result<QVariant> set = database.value(u"PRAGMA "_s + pragma); !set)
            return fail(set.error());
    }
    return {};
}

Result<void> checkResult(Database &database)
{
    const Result<QVariant> broken = database.value(u"SELECT count(*) FROM pragma_foreign_key_check"_s);
    if (!broken)
        return fail(broken.error());
    if (broken->toInt() > 0)
        return fail(ErrorCode::Internal,
                    Text::tr("The salvaged database is not sound. Nothing was changed."));
    return database.check();
}

Result<void> log(Database &database, const SalvageReport &report, const QDateTime &now)
{
    return EventLog(database).append(
        {.at = now,
         .type = Event::Type::Changed,
         .message =
             Text::tr("The damaged database was salvaged; %n row(s) are lost.", nullptr, int(report.lost())),
         .isFailure = report.lost() > 0});
}

Result<SalvageReport> build(const QString &path, const QDateTime &now)
{
    DamagedFile source(path);
    if (const Result<void> opened = source.open(); !opened)
        return fail(opened.error());
    const Result<QList<Migration>> migrations = shippedMigrations();
    if (!migrations)
        return fail(migrations.error());
    if (source.schemaVersion() > Database::schemaVersion()) {
        return fail(ErrorCode::DatabaseNewer,
                    Text::tr("The database %1 was made by a newer Tandem. Update Tandem, then salvage it.")
                        .arg(QDir::toNativeSeparators(path)));
    }
    const int version = source.schemaVersion() > 0 ? source.schemaVersion() : Database::schemaVersion();
    const QString unfinished = unfinishedPath(path);
    const auto mode = Database::Mode::ReadWrite;

    // Rows are brought over as they are, into the schema they come from; then it is brought up to date as
    // ever.
    Result<std::unique_ptr<Database>> database = Database::open(unfinished, mode, migrations->first(version));
    if (!database)
        return fail(database.error());
    Result<QList<TableLayout>> tables = tableLayouts(**database);
    if (!tables)
        return fail(tables.error());
    tables->removeIf([](const TableLayout &table) { return table.name == cursors; });
    RowSalvage rows(source, **database, *tables);
    Result<void> done = setCareless(**database);
    if (done)
        done = rows.copy();
    if (!done)
        return fail(done.error());
    database->reset();

    database = Database::open(unfinished, mode);
    if (!database)
        return fail(database.error());
    SalvageReport report;
    done = setCareless(**database);
    if (done) {
        Transaction transaction(**database);
        done = transaction.begun();
        if (done)
            done = SalvageRepair(**database, rows, now).repair(report);
        if (done)
            done = log(**database, report, now);
        if (done)
            done = transaction.commit();
    }
    if (done)
        done = checkResult(**database);
    if (!done)
        return fail(done.error());
    return report;
}

} // namespace

qint64 SalvageReport::lost() const
{
    qint64 all = 0;
    for (const Table &table : tables)
        all += table.lost;
    return all;
}

bool canBeSalvaged(const QString &path)
{
    return isOfTandem(path);
}

Result<SalvageReport> salvage(const QString &path, const QDateTime &now)
{
    if (!isOfTandem(path)) {
        return fail(ErrorCode::DatabaseUnusable,
                    Text::tr("%1 is not a database of Tandem, so there is nothing in it to salvage. Move it "
                             "away or choose "
                             "another file.")
                        .arg(QDir::toNativeSeparators(path)));
    }
    removeUnfinished(path);
    Result<SalvageReport> report = build(path, now);
    if (!report) {
        removeUnfinished(path);
        return report;
    }
    report->setAside = setAsideName(path, now);
    QFile::remove(finishedPath(path));
    Result<void> done = flush(unfinishedPath(path));
    if (done)
        done = move(unfinishedPath(path), finishedPath(path));
    if (done)
        done = move(path, report->setAside);
    for (const QString &companion : companions) {
        if (done && QFileInfo::exists(path + companion))
            done = move(path + companion, report->setAside + companion);
    }
    if (done)
        done = finishSalvage(path);
    removeUnfinished(path);
    if (!done)
        return fail(done.error());
    qCInfo(lcStore) << "salvaged" << path << "set aside as" << report->setAside;
    return report;
}

Result<void> finishSalvage(const QString &path)
{
    if (QFileInfo::exists(path) || !QFileInfo::exists(finishedPath(path)))
        return {};
    // SQLite would take the log of the damaged file for that of the new one.
    for (const QString &companion : companions) {
        if (!QFileInfo::exists(path + companion))
            continue;
        const QString aside = freeName(path + u".damaged"_s + companion);
        if (Result<void> moved = move(path + companion, aside); !moved)
            return moved;
    }
    return move(finishedPath(path), path);
}

} // namespace tandem
