// SPDX-License-Identifier: GPL-3.0-or-later
// What the store does with a million records. Each line: figure, goal, their ratio (below 1 is better than
// the goal).
#include "core/clock.h"
#include "figure.h"
#include "store/database.h"
#include "store/eventlog.h"
#include "store/integrationstore.h"
#include "store/linkstore.h"
#include "store/outbox.h"
#include "store/recordqueries.h"
#include "store/recordstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <ctime>
#include <functional>
#include <memory>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int recordsOfATransaction = 500;
bool countsProcessorTime = false;

double milliseconds(const std::function<void()> &work)
{
    const std::clock_t begin = std::clock();
    QElapsedTimer timer;
    timer.start();
    work();
    return countsProcessorTime ? double(std::clock() - begin) * 1000 / CLOCKS_PER_SEC
                               : double(timer.nsecsElapsed()) / 1e6;
}

/** The middle one of five, the caches being warm as they are in a window that has been open for a while. */
double median(const std::function<void()> &work)
{
    QList<double> times;
    for (int i = 0; i < 5; ++i)
        times.append(milliseconds(work));
    return percentile(times, 0.5);
}

void printRate(const char *what, int count, const std::function<void()> &work, double goal)
{
    printFigure(what, count / milliseconds(work) * 1000, goal, "records/s", true);
}

class Estate final {
public:
    explicit Estate(Database &database)
        : m_database(database)
        , m_records(database)
        , m_links(database)
    {
        Transaction transaction(database);
        orDie(transaction.begun());
        Integration integration;
        integration.name = u"Main"_s;
        integration.settings.twoWay = true;
        m_integration = orDie(IntegrationStore(database).insert(integration));
        OptionStore options(database);
        for (const QString &name : {u"Server"_s, u"Workstation"_s, u"Printer"_s, u"Switch"_s})
            m_types.append(orDie(options.findOrCreate(OptionList::ConfigurationType, name)));
        for (int i = 0; i < 1000; ++i) {
            const FieldValues fields{{u"name"_s, u"Client %1 GmbH"_s.arg(i)},
                                     {u"short_name"_s, u"CLIENT%1"_s.arg(i)}};
            m_organizations.append(
                orDie(m_records.insert(AssetKind::Organization, fields, RecordSource::Psa, m_now)));
        }
        orDie(transaction.commit());
    }

    void addConfigurations(int count)
    {
        for (int done = 0; done < count;) {
            Transaction transaction(m_database);
            orDie(transaction.begun());
            for (int i = 0; i < recordsOfATransaction && done < count; ++i, ++done)
                addConfiguration();
            orDie(transaction.commit());
        }
    }

    [[nodiscard]] IntegrationId integration() const
    {
        return m_integration;
    }
    [[nodiscard]] RecordId organization() const
    {
        return m_organizations.at(500);
    }

private:
    void addConfiguration()
    {
        const int n = m_count++;
        // Names in no order, as a pull brings them.
        const int scattered = int((qint64(n) * 7919) % 1000003);
        const QString name = u"%1-PC%2"_s.arg(places.at(n % places.size())).arg(scattered);
        const QString serial = u"5CG%1"_s.arg(scattered, 7, 10, QLatin1Char('0'));
        const QString ip = u"10.%1.%2.%3"_s.arg(n / 65536 % 256).arg(n / 256 % 256).arg(n % 256);
        const FieldValues fields{{u"name"_s, name},
                                 {u"organization"_s, m_organizations.at(n % m_organizations.size())},
                                 {u"configuration_type"_s, m_types.at(n % m_types.size())},
                                 {u"serial_number"_s, serial},
                                 {u"primary_ip"_s, ip}};
        const RecordId id =
            orDie(m_records.insert(AssetKind::Configuration, fields, RecordSource::Psa, m_now));
        Link link;
        link.integrationId = m_integration;
        link.recordId = id;
        link.kind = AssetKind::Configuration;
        link.remote.id = QString::number(n + 1);
        link.baseline = {{u"name"_s, name},
                         {u"serial_number"_s, serial},
                         {u"primary_ip"_s, ip},
                         {u"organization"_s, u"7"_s}};
        link.version = u"2026-01-01T00:00:00Z"_s;
        link.state = n % 1000 == 0 ? SyncState::Error : SyncState::Synced;
        link.syncedAt = m_now;
        orDie(m_links.insert(link));
    }

    static inline const QStringList places{u"ACME"_s, u"BERLIN"_s, u"OSLO"_s, u"HQ"_s, u"LAB"_s};
    Database &m_database;
    RecordStore m_records;
    LinkStore m_links;
    IntegrationId m_integration = 0;
    QList<RecordId> m_organizations;
    QList<OptionId> m_types;
    const QDateTime m_now = SystemClock().nowUtc();
    int m_count = 0;
};

void measure(Database &database, Estate &estate)
{
    RecordQuery all;
    all.kind = AssetKind::Configuration;
    QList<RecordId> ids;
    const auto time = [&](const char *what, double goal, const RecordQuery &query) {
        const double figure = median([&] { ids = orDie(recordIds(database, query)); });
        printFigure(qPrintable(u"%1 (%2 ids)"_s.arg(QLatin1StringView(what)).arg(ids.size())), figure, goal,
                    "ms", false);
    };
    time("ids by name", 250, all);
    const QList<RecordId> byName = ids;
    RecordQuery query = all;
    query.sortOrder = Qt::DescendingOrder;
    time("ids by name, descending", 250, query);
    query = RecordQuery();
    time("ids by name, all kinds", 500, query);
    query = all;
    query.sortField = u"organization"_s;
    time("ids by organization and name", 500, query);
    query.sortField = u"state"_s;
    time("ids by state", 500, query);
    query.sortField = u"serial_number"_s;
    time("ids by serial number (sorted)", 2500, query);
    query = all;
    query.state = SyncState::Synced;
    time("ids in a frequent state", 500, query);
    query.state = SyncState::Error;
    time("ids in a rare state", 50, query);
    query = all;
    query.organizationId = estate.organization();
    time("ids of one organization", 10, query);
    query = all;
    query.search = u"acme pc123"_s;
    time("search \"acme pc123\"", 250, query);
    query.search = u"10.7.3.9"_s;
    time("search \"10.7.3.9\"", 50, query);
    query.search = u"a"_s;
    time("search \"a\"", 500, query);

    const auto page = [&](const char *what, qsizetype from) {
        const QList<RecordId> wanted = byName.sliced(std::min(from, byName.size() - 1))
                                           .first(std::min<qsizetype>(200, byName.size() - from));
        printFigure(what, median([&] { orDie(recordRows(database, wanted)); }), 16, "ms");
    };
    page("page of 200 rows, first", 0);
    page("page of 200 rows, middle", byName.size() / 2);
    page("page of 200 rows, last", byName.size() - 200);
    printFigure("form of one record",
                median([&] { orDie(recordView(database, byName.at(byName.size() / 3))); }), 16, "ms");
    printFigure("counts of the sidebar", median([&] { orDie(recordCounts(database)); }), 500, "ms");
    printFigure("counts by state", median([&] { orDie(countsByState(database, estate.integration())); }), 250,
                "ms");
    printFigure("find by name", median([&] {
                    orDie(RecordStore(database).findByName(AssetKind::Configuration, 0, u"ACME-PC0"_s));
                }),
                1, "ms");
}

void measureSave(Database &database, Estate &estate)
{
    const QDateTime now = SystemClock().nowUtc();
    RecordQuery query;
    query.kind = AssetKind::Configuration;
    const QList<RecordId> ids = orDie(recordIds(database, query, 200));
    QList<double> times;
    for (const RecordId id : ids) {
        times.append(milliseconds([&] {
            Transaction transaction(database);
            orDie(transaction.begun());
            orDie(RecordStore(database).update(id, AssetKind::Configuration,
                                               {{u"asset_tag"_s, u"tag %1"_s.arg(id)}}, now));
            orDie(Outbox(database).enqueue(estate.integration(), id, AssetKind::Configuration, u"bench"_s,
                                           now));
            orDie(LinkStore(database).setState(estate.integration(), id, SyncState::Pending));
            Event event;
            event.at = now;
            event.recordId = id;
            event.kind = AssetKind::Configuration;
            orDie(EventLog(database).append(event));
            orDie(transaction.commit());
        }));
    }
    printFigure("save with its push, median of 200", percentile(times, 0.5), 2, "ms");
    printFigure("save with its push, slowest of 200", percentile(times, 1), 50, "ms");
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int wanted = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    countsProcessorTime = argc > 2 && QByteArray(argv[2]) == "processor";
    const int first = std::min(wanted, 100'000);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bench.sqlite"_s);
    std::unique_ptr<Database> database = orDie(Database::open(path, Database::Mode::ReadWrite));
    {
        Estate estate(*database);
        printRate(
            "insert with links, first 100,000", first, [&] { estate.addConfigurations(first); }, 20'000);
        if (wanted > first)
            printRate(
                "insert with links, the rest", wanted - first,
                [&] { estate.addConfigurations(wanted - first); }, 10'000);
        measure(*database, estate);
        measureSave(*database, estate);
    }
    database.reset();
    printFigure("size of the file, for each record", double(QFileInfo(path).size()) / wanted, 1500, "bytes");
    printFigure("opening",
                milliseconds([&] { database = orDie(Database::open(path, Database::Mode::ReadWrite)); }), 100,
                "ms");
    printFigure("checking everything", milliseconds([&] { orDie(database->check()); }), 20'000, "ms");
    return 0;
}
