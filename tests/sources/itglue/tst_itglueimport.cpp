// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workerthread.h"
#include "sources/itglue/itgluejob.h"
#include "store/importstore.h"
#include "support/enginefixture.h"

#include <QRegularExpression>

#include <atomic>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 60'000;

PracticeSize some()
{
    return {.organizations = 9, .locations = 14, .contacts = 40, .configurations = 60};
}

} // namespace

/** Imports from a practice IT Glue in a process of its own (rule H5). */
class ItGlueImportTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_glue = std::make_unique<PracticeProcess>(u"itglue"_s, some());
        m_fixture = std::make_unique<EngineFixture>();
        m_lines.clear();
    }
    void cleanup()
    {
        m_fixture.reset();
        m_glue.reset();
    }

    void H5_everythingComes_andASecondRunChangesNothing();
    void H5_parentsAndReferences_areThose();
    void H5_whatChangedThere_isUpdated_andEditsHereStay();
    void H5_recordsThatAreHere_areFoundByName_andNotBlanked();
    void H5_recordsOfOneName_staySeveral();
    void H5_organizationTypes_leaveOthersOut();
    void H5_aKindAlone_comesWithoutWhatItRefersTo();
    void H5_undo_takesAllBack_andTheNextRunBringsItAgain();
    void H5_stopped_goesOn_andEqualsOneThatWasNot();
    void H5_anError_leavesItOpen_andItGoesOn();
    void H5_rowsThatMoveMeanwhile_areNotMissed();
    void H5_aDryRun_writesNothing_andTellsWhatTheRunDoes();
    void H5_aWrongKey_beginsNothing();
    void C3_nothingIsPushedByItself();
    void whatItGlueSyncsItself_isTold();

private:
    enum class Mode : quint8 { Import, Preview };

    Result<ItGlueReport> run(const ItGlueRequest &request, const std::optional<ImportRun> &resume = {},
                             Mode mode = Mode::Import,
                             const std::function<bool(const ItGlueProgress &)> &stopAt = {})
    {
        const auto isStopped = std::make_shared<std::atomic<bool>>(false);
        const SecretString key(m_key.isEmpty() ? m_glue->credentials().value("api_key"_L1).toString()
                                               : m_key);
        ItGlueJobOptions options{.person = u"Ann"_s,
                                 .databasePath = m_fixture->databasePath(),
                                 .limits = m_limits,
                                 .line = [this](const ItGlueLine &line) { m_lines.append(line); },
                                 .tell =
                                     [=](const ItGlueProgress &progress) {
                                         if (stopAt && stopAt(progress))
                                             *isStopped = true;
                                     },
                                 .isCancelled = [=] { return isStopped->load(); }};
        SyncEngine *const engine = &m_fixture->engine();
        const QFuture<Result<ItGlueReport>> future = inWorkerThread(Priority::Foreground, [=] {
            return mode == Mode::Preview ? previewItGlue(request, key, options)
                                         : importItGlue(request, key, *engine, resume, options);
        });
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
            qFatal("The import does not end.");
        return future.result();
    }
    Result<ItGlueReport> runAll()
    {
        return run({.address = m_glue->url()});
    }
    [[nodiscard]] std::optional<ImportRun> resumable()
    {
        const Result<QList<ImportRun>> runs = m_fixture->wait(m_fixture->engine().importRuns(0));
        return runs ? resumableItGlueRun(*runs) : std::nullopt;
    }
    [[nodiscard]] RecordId idOf(AssetKind kind, const QString &externalId)
    {
        return ImportStore(m_fixture->database())
            .byExternalId(RecordSource::ItGlue, kind, externalId)
            .value_or(0);
    }
    /** Everything that was imported, by IT Glue's ids, so that two profiles can be compared. */
    [[nodiscard]] QStringList imported(EngineFixture &fixture)
    {
        QStringList all;
        const Result<void> read = fixture.database().read(
            u"SELECT e.kind, e.external_id, r.name, coalesce(o.external_id, ''), coalesce(c.serial_number, "
            u"''), "
            "coalesce(cl.external_id, ''), coalesce(t.emails, ''), coalesce(t.phones, '') "
            "FROM external_id e JOIN record r ON r.id = e.record_id "
            "LEFT JOIN configuration c ON c.record_id = r.id LEFT JOIN contact t ON t.record_id = r.id "
            "LEFT JOIN external_id o ON o.record_id = r.organization_id AND o.kind = 'organization' "
            "LEFT JOIN external_id cl ON cl.record_id = coalesce(c.location_id, t.location_id) AND cl.kind = "
            "'location' "
            "ORDER BY e.kind, e.external_id"_s,
            {}, [&](const SqlStatement &row) {
                QStringList cells;
                for (int i = 0; i < 8; ++i)
                    cells.append(row.value(i).toString());
                all.append(cells.join(u'|'));
            });
        if (!read)
            qFatal("The database cannot be read.");
        return all;
    }
    /** How many the practice account has that come: archived configurations do not. */
    [[nodiscard]] qint64 expected(const QString &kind)
    {
        const QJsonArray rows = m_glue->records(kind);
        return std::count_if(rows.begin(), rows.end(),
                             [](const QJsonValue &row) { return !row["archived"_L1].toBool(); });
    }

    std::unique_ptr<PracticeProcess> m_glue;
    std::unique_ptr<EngineFixture> m_fixture;
    QList<ItGlueLine> m_lines;
    ItGlueLimits m_limits{.pauses = {10ms}};
    QString m_key;
};

void ItGlueImportTest::H5_everythingComes_andASecondRunChangesNothing()
{
    const Result<ItGlueReport> first = runAll();
    QVERIFY2(first, wordsOf(first).constData());
    QVERIFY2(m_lines.isEmpty(), qPrintable(m_lines.isEmpty() ? QString() : m_lines.constFirst().message));
    qint64 all = 0;
    for (const AssetKind kind : allKinds) {
        const qint64 count = expected(kindName(kind));
        QCOMPARE(m_fixture->count(kind), count);
        QCOMPARE(first->kinds.value(kind).counts.created, count);
        all += count;
    }
    QCOMPARE(first->counts.created, all);
    QCOMPARE(first->counts.failed, 0);
    QVERIFY(first->leftOut > 0);
    QCOMPARE(m_glue->writes(), 0);
    const QStringList before = imported(*m_fixture);

    const Result<ItGlueReport> second = runAll();
    QVERIFY2(second, wordsOf(second).constData());
    QCOMPARE(second->counts.created, 0);
    QCOMPARE(second->counts.updated, 0);
    QCOMPARE(second->counts.failed, 0);
    QCOMPARE(second->kept, 0);
    QCOMPARE(imported(*m_fixture), before);
}

void ItGlueImportTest::H5_parentsAndReferences_areThose()
{
    QVERIFY(runAll());
    int parents = 0;
    const QJsonArray organizations = m_glue->records(u"organization"_s);
    for (const QJsonValue &row : organizations) {
        const RecordId id = idOf(AssetKind::Organization, QString::number(row["id"_L1].toInteger()));
        const QString parent = row["parent-id"_L1].toString();
        if (!parent.isEmpty()) {
            ++parents;
            QCOMPARE(m_fixture->field(id, u"parent"_s).toInteger(), idOf(AssetKind::Organization, parent));
        }
        // Lists cut them at 250 characters.
        QCOMPARE(m_fixture->field(id, u"quick_notes"_s).toString(),
                 row["quick-notes"_L1].toString().trimmed());
    }
    QVERIFY(parents >= 3);
    const QJsonArray configurations = m_glue->records(u"configuration"_s);
    for (const QJsonValue &row : configurations) {
        const RecordId id = idOf(AssetKind::Configuration, QString::number(row["id"_L1].toInteger()));
        if (id == 0)
            continue;
        const auto target = [&](AssetKind kind, QLatin1StringView attribute) {
            return idOf(kind, QString::number(row[attribute].toInteger()));
        };
        QCOMPARE(m_fixture->field(id, u"organization"_s).toInteger(),
                 target(AssetKind::Organization, "organization-id"_L1));
        QCOMPARE(m_fixture->field(id, u"location"_s).toInteger(),
                 target(AssetKind::Location, "location-id"_L1));
        QCOMPARE(m_fixture->field(id, u"contact"_s).toInteger(), target(AssetKind::Contact, "contact-id"_L1));
        QVERIFY(m_fixture->field(id, u"model"_s).toInteger() > 0);
    }
}

void ItGlueImportTest::H5_whatChangedThere_isUpdated_andEditsHereStay()
{
    QVERIFY(runAll());
    const QJsonArray rows = m_glue->records(u"configuration"_s);
    const auto external = [&](int index) { return QString::number(rows.at(index)["id"_L1].toInteger()); };
    const RecordId both = idOf(AssetKind::Configuration, external(0));
    const RecordId here = idOf(AssetKind::Configuration, external(1));
    const RecordId there = idOf(AssetKind::Configuration, external(2));
    const QString name = m_fixture->record(there).displayName();
    m_fixture->edit(both, {{u"notes"_s, u"ours"_s}});
    m_fixture->edit(here, {{u"notes"_s, u"ours"_s}});
    m_glue->update(u"configuration"_s, external(0), {{u"notes"_s, u"theirs"_s}, {u"asset-tag"_s, u"NEW"_s}});
    m_glue->update(u"configuration"_s, external(2),
                   {{u"notes"_s, u"theirs"_s}, {u"asset-tag"_s, QJsonValue()}});

    const Result<ItGlueReport> second = runAll();
    QVERIFY2(second, wordsOf(second).constData());
    QCOMPARE(second->counts.created, 0);
    QCOMPARE(second->counts.updated, 2);
    QCOMPARE(second->kept, 1);
    QCOMPARE(m_fixture->field(both, u"notes"_s), QJsonValue(u"ours"_s));
    QCOMPARE(m_fixture->field(both, u"asset_tag"_s), QJsonValue(u"NEW"_s));
    QCOMPARE(m_fixture->field(here, u"notes"_s), QJsonValue(u"ours"_s));
    QCOMPARE(m_fixture->field(there, u"notes"_s), QJsonValue(u"theirs"_s));
    QVERIFY(isBlank(m_fixture->field(there, u"asset_tag"_s)));
    QCOMPARE(m_lines.size(), 1);
    QVERIFY(!m_lines.constFirst().isFailure);
    QVERIFY(m_lines.constFirst().message.contains(u"Notes"_s));

    // A renamed record is the same one; what was told once is not told again.
    m_lines.clear();
    m_glue->update(u"configuration"_s, external(2), {{u"name"_s, u"RENAMED"_s}});
    const Result<ItGlueReport> third = runAll();
    QVERIFY(third);
    QCOMPARE(third->counts.updated, 1);
    QVERIFY(m_lines.isEmpty());
    QCOMPARE(m_fixture->record(there).displayName(), u"RENAMED"_s);
    QVERIFY(name != u"RENAMED"_s);
}

void ItGlueImportTest::H5_recordsThatAreHere_areFoundByName_andNotBlanked()
{
    const QJsonObject first = m_glue->records(u"organization"_s).at(1).toObject();
    const QString external = QString::number(first.value("id"_L1).toInteger());
    QVERIFY(first.value("alert"_L1).isNull());
    const RecordId mine = m_fixture->create(
        AssetKind::Organization,
        {{u"name"_s, first.value("name"_L1)}, {u"alert"_s, u"Dog on site"_s}, {u"short_name"_s, u"OLD"_s}});
    const Result<ItGlueReport> report = runAll();
    QVERIFY(report);
    QCOMPARE(idOf(AssetKind::Organization, external), mine);
    QCOMPARE(m_fixture->count(AssetKind::Organization), some().organizations);
    QCOMPARE(m_fixture->field(mine, u"alert"_s), QJsonValue(u"Dog on site"_s));
    QCOMPARE(m_fixture->field(mine, u"short_name"_s), first.value("short-name"_L1));
}

void ItGlueImportTest::H5_recordsOfOneName_staySeveral()
{
    QJsonObject twin = m_glue->records(u"contact"_s).at(0).toObject();
    const RecordId mine = idOf(AssetKind::Contact, QString::number(twin.value("id"_L1).toInteger()));
    QCOMPARE(mine, 0);
    twin.remove("id"_L1);
    m_glue->create(u"contact"_s, twin);
    for (int round = 0; round < 2; ++round) {
        QVERIFY(runAll());
        QCOMPARE(m_fixture->count(AssetKind::Contact), some().contacts + 1);
    }
}

void ItGlueImportTest::H5_organizationTypes_leaveOthersOut()
{
    const Result<ItGlueReport> report = run({.address = m_glue->url(), .organizationTypes = {u"Vendor"_s}});
    QVERIFY2(report, wordsOf(report).constData());
    const QJsonArray types = m_glue->records(u"organization_types"_s);
    qint64 vendor = 0;
    for (const QJsonValue &type : types)
        vendor = type["name"_L1].toString() == "Vendor"_L1 ? type["id"_L1].toInteger() : vendor;
    QSet<qint64> vendors;
    const QJsonArray organizations = m_glue->records(u"organization"_s);
    for (const QJsonValue &row : organizations) {
        if (row["organization-type-id"_L1].toInteger() == vendor)
            vendors.insert(row["id"_L1].toInteger());
    }
    QVERIFY(!vendors.isEmpty());
    QCOMPARE(m_fixture->count(AssetKind::Organization), vendors.size());
    const QJsonArray contacts = m_glue->records(u"contact"_s);
    const auto ofVendors = std::count_if(contacts.begin(), contacts.end(), [&](const QJsonValue &row) {
        return vendors.contains(row["organization-id"_L1].toInteger());
    });
    QCOMPARE(m_fixture->count(AssetKind::Contact), ofVendors);
    QVERIFY2(m_lines.isEmpty(), qPrintable(m_lines.isEmpty() ? QString() : m_lines.constFirst().message));
    QCOMPARE(report->counts.failed, 0);
}

void ItGlueImportTest::H5_aKindAlone_comesWithoutWhatItRefersTo()
{
    QVERIFY(run({.address = m_glue->url(), .kinds = {AssetKind::Organization, AssetKind::Contact}}));
    QCOMPARE(m_fixture->count(AssetKind::Contact), some().contacts);
    QCOMPARE(m_fixture->count(AssetKind::Location), 0);
    // Once the locations are here the contacts have them.
    const Result<ItGlueReport> all = runAll();
    QVERIFY(all);
    QVERIFY(all->kinds.value(AssetKind::Contact).counts.updated > 0);
    QCOMPARE(all->kept, 0);
    const Result<ItGlueReport> again = runAll();
    QVERIFY(again);
    QCOMPARE(again->counts.updated, 0);
}

void ItGlueImportTest::H5_undo_takesAllBack_andTheNextRunBringsItAgain()
{
    const Result<ItGlueReport> first = runAll();
    QVERIFY(first);
    const QString external = QString::number(m_glue->records(u"configuration"_s).at(0)["id"_L1].toInteger());
    m_glue->update(u"configuration"_s, external, {{u"notes"_s, u"theirs"_s}});
    const Result<ItGlueReport> second = runAll();
    QVERIFY(second);
    QCOMPARE(second->counts.updated, 1);
    const RecordId id = idOf(AssetKind::Configuration, external);
    QVERIFY(m_fixture->wait(m_fixture->engine().undoImport(second->run, u"Ann"_s)));
    QVERIFY(m_fixture->field(id, u"notes"_s) != QJsonValue(u"theirs"_s));
    // What was taken back comes with the next import.
    const Result<ItGlueReport> third = runAll();
    QVERIFY(third);
    QCOMPARE(third->counts.updated, 1);
    QCOMPARE(m_fixture->field(id, u"notes"_s), QJsonValue(u"theirs"_s));
    QVERIFY(m_fixture->wait(m_fixture->engine().undoImport(third->run, u"Ann"_s)));

    const Result<ImportUndone> undone = m_fixture->wait(m_fixture->engine().undoImport(first->run, u"Ann"_s));
    QVERIFY2(undone, wordsOf(undone).constData());
    // The one that two imports have changed since stays, with what it belongs and refers to.
    QVERIFY(undone->kept <= 4 + 1);
    QCOMPARE(m_fixture->count(AssetKind::Configuration), 1);
    QVERIFY(m_fixture->count(AssetKind::Contact) <= 1);
}

void ItGlueImportTest::H5_stopped_goesOn_andEqualsOneThatWasNot()
{
    QVERIFY(runAll());
    const QStringList whole = imported(*m_fixture);
    m_fixture = std::make_unique<EngineFixture>();

    m_limits.pageSize = 7;
    const auto stopAt = [](AssetKind kind, qint64 done) {
        return [=](const ItGlueProgress &progress) { return progress.kinds.value(kind).done >= done; };
    };
    Result<ItGlueReport> report =
        run({.address = m_glue->url()}, {}, Mode::Import, stopAt(AssetKind::Contact, 14));
    QVERIFY2(report, wordsOf(report).constData());
    QVERIFY(report->isCancelled);
    QVERIFY(m_fixture->count(AssetKind::Contact) < some().contacts);
    const qint64 first = report->run;
    report = run({}, resumable(), Mode::Import, stopAt(AssetKind::Configuration, 21));
    QVERIFY2(report, wordsOf(report).constData());
    QVERIFY(report->isCancelled);
    QVERIFY(report->isResumed);
    report = run({}, resumable());
    QVERIFY2(report, wordsOf(report).constData());
    QCOMPARE(report->run, first);
    QVERIFY(!resumable());
    QCOMPARE(imported(*m_fixture), whole);
    QCOMPARE(report->counts.created, whole.size());
    QCOMPARE(report->counts.updated, 0);
    const Result<ImportUndone> undone = m_fixture->wait(m_fixture->engine().undoImport(first, u"Ann"_s));
    QVERIFY(undone);
    QCOMPARE(undone->removed, whole.size());
}

void ItGlueImportTest::H5_anError_leavesItOpen_andItGoesOn()
{
    m_glue->setFaults(
        {QJsonObject{{u"route"_s, u"GET /contacts"_s}, {u"fault"_s, u"status"_s}, {u"value"_s, 500}}});
    const Result<ItGlueReport> broken = runAll();
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::ServerFault);
    QCOMPARE(m_fixture->count(AssetKind::Contact), 0);
    QVERIFY(m_fixture->count(AssetKind::Location) > 0);
    QVERIFY(resumable());
    m_glue->clearFaults();
    const Result<ItGlueReport> report = run({}, resumable());
    QVERIFY2(report, wordsOf(report).constData());
    QCOMPARE(m_fixture->count(AssetKind::Contact), some().contacts);
    QCOMPARE(report->counts.skipped, report->leftOut);
}

void ItGlueImportTest::H5_rowsThatMoveMeanwhile_areNotMissed()
{
    m_limits.pageSize = 7;
    bool isRemoved = false;
    const QJsonArray contacts = m_glue->records(u"contact"_s);
    const quint64 first = quint64(contacts.at(0)["id"_L1].toInteger());
    // A row of a page that was read goes, and all later rows move up by one.
    const Result<ItGlueReport> report =
        run({.address = m_glue->url(), .kinds = {AssetKind::Organization, AssetKind::Contact}}, {},
            Mode::Import, [&](const ItGlueProgress &progress) {
                if (!isRemoved && progress.kinds.value(AssetKind::Contact).done >= 14) {
                    isRemoved = true;
                    QMetaObject::invokeMethod(
                        this, [&] { m_glue->remove(u"contact"_s, QString::number(first)); },
                        Qt::BlockingQueuedConnection);
                }
                return false;
            });
    QVERIFY2(report, wordsOf(report).constData());
    QVERIFY(isRemoved);
    for (int i = 1; i < contacts.size(); ++i)
        QVERIFY(idOf(AssetKind::Contact, QString::number(contacts.at(i)["id"_L1].toInteger())) != 0);
}

void ItGlueImportTest::H5_aDryRun_writesNothing_andTellsWhatTheRunDoes()
{
    const QString before = m_fixture->dump();
    const Result<ItGlueReport> preview = run({.address = m_glue->url()}, {}, Mode::Preview);
    QVERIFY2(preview, wordsOf(preview).constData());
    QCOMPARE(m_fixture->dump(), before);
    QVERIFY2(m_lines.isEmpty(), qPrintable(m_lines.isEmpty() ? QString() : m_lines.constFirst().message));
    const Result<ItGlueReport> report = runAll();
    QVERIFY(report);
    QCOMPARE(preview->counts.created, report->counts.created);
    QCOMPARE(preview->counts.failed, 0);
    QCOMPARE(preview->leftOut, report->leftOut);
    const Result<ItGlueReport> again = run({.address = m_glue->url()}, {}, Mode::Preview);
    QVERIFY(again);
    QCOMPARE(again->counts.created + again->counts.updated, 0);
}

void ItGlueImportTest::H5_aWrongKey_beginsNothing()
{
    m_key = u"ITG.wrong"_s;
    const Result<ItGlueReport> report = runAll();
    m_key.clear();
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::SignInFailed);
    const Result<QList<ImportRun>> runs = m_fixture->wait(m_fixture->engine().importRuns(0));
    QVERIFY(runs && runs->isEmpty());
}

void ItGlueImportTest::C3_nothingIsPushedByItself()
{
    PracticeProcess psa;
    const IntegrationId id = m_fixture->connectTwoWay(psa);
    psa.resetStats();
    QVERIFY(runAll());
    m_fixture->sync(id);
    m_fixture->push(id);
    QCOMPARE(psa.writes(), 0);
    const RecordId record =
        idOf(AssetKind::Organization,
             QString::number(m_glue->records(u"organization"_s).at(2)["id"_L1].toInteger()));
    QCOMPARE(m_fixture->state(record), SyncState::NotYetPushed);
    QVERIFY(m_fixture->sentence(record).contains(u"not yet pushed"_s));
}

void ItGlueImportTest::whatItGlueSyncsItself_isTold()
{
    const Result<ItGlueReport> report = runAll();
    QVERIFY(report);
    QVERIFY(report->synced > 0);
    QVERIFY(report->warning().contains(QString::number(report->synced)));
    QVERIFY(ItGlueReport().warning().isEmpty());
}

QTEST_GUILESS_MAIN(ItGlueImportTest)
#include "tst_itglueimport.moc"
