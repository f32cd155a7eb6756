// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"
#include "support/practiceprocess.h"

#include "store/importstore.h"
#include "store/recordstore.h"
#include "sync/importpreview.h"

#include <QtTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;
using What = ImportOutcome::What;

namespace {

const QString northgate = u"Northgate Dental"_s;
const QString laptopName = u"NORTHG-LT001"_s;

/** An import of few records from its beginning to its end. */
struct Import {
    EngineFixture &fixture;
    RecordSource source = RecordSource::Csv;
    qint64 run = 0;
    QList<ImportOutcome> outcomes = {};

    Import &take(const QList<ImportedRecord> &records)
    {
        fixture.clock().advance(std::chrono::milliseconds(10));
        const auto begun = fixture.wait(fixture.engine().beginImport(source, u"clients.csv"_s, u"Ann"_s));
        if (!begun)
            qFatal("%s", wordsOf(begun).constData());
        run = *begun;
        const auto taken = fixture.wait(fixture.engine().importRecords(run, records));
        if (!taken)
            qFatal("%s", wordsOf(taken).constData());
        outcomes = *taken;
        const auto ended = fixture.wait(fixture.engine().finishImport(run, false));
        if (!ended)
            qFatal("%s", wordsOf(ended).constData());
        fixture.clock().advance(std::chrono::milliseconds(10));
        return *this;
    }

    ImportUndone undo()
    {
        const auto undone = fixture.wait(fixture.engine().undoImport(run, u"Ann"_s));
        if (!undone)
            qFatal("%s", wordsOf(undone).constData());
        fixture.clock().advance(std::chrono::milliseconds(10));
        return *undone;
    }

    [[nodiscard]] ImportRun state() const
    {
        const auto found = ImportStore(fixture.database()).get(run);
        return found.value_or(ImportRun());
    }
};

ImportedRecord organization(const QString &name, const FieldValues &more = {})
{
    FieldValues values{{u"name"_s, name}};
    for (auto it = more.constBegin(); it != more.constEnd(); ++it)
        values.insert(it.key(), it.value());
    return {.row = 1, .kind = AssetKind::Organization, .values = values};
}

ImportedRecord configuration(const QString &name, const FieldValues &more = {})
{
    FieldValues values{{u"name"_s, name}};
    for (auto it = more.constBegin(); it != more.constEnd(); ++it)
        values.insert(it.key(), it.value());
    return {.row = 1,
            .kind = AssetKind::Configuration,
            .values = values,
            .names = {{u"organization"_s, northgate}, {u"configuration_type"_s, u"Laptop"_s}}};
}

} // namespace

/** What sources bring in, and its way back (rules B5, C3, D2, H2–H5, I1). */
class ImportingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void aNewRecord_isMadeWithWhatItRefersToByName()
    {
        EngineFixture fixture;
        fixture.create(AssetKind::Organization, {{u"name"_s, northgate}});
        Import import{fixture};
        ImportedRecord record = configuration(u"LT-1"_s, {{u"serial_number"_s, u"S1"_s}});
        record.names.insert(u"manufacturer"_s, u"Dell"_s);
        record.names.insert(u"model"_s, u"R740"_s);
        import.take({record});
        QCOMPARE(import.outcomes.size(), 1);
        QVERIFY2(import.outcomes.constFirst().what == What::Created,
                 qPrintable(import.outcomes.constFirst().error.message));
        QCOMPARE(import.outcomes.constFirst().newValues.size(), 3);
        const RecordId id = import.outcomes.constFirst().id;
        const Record made = fixture.record(id);
        QCOMPARE(made.source, RecordSource::Csv);
        QCOMPARE(made.fields.value("organization"_L1).toInteger(),
                 fixture.find(AssetKind::Organization, northgate));
        QCOMPARE(made.fields.value("model"_L1).toInteger(), fixture.option(OptionList::Model, u"R740"_s));
        QCOMPARE(fixture.history(id).constFirst().message, u"Imported from clients.csv (CSV import)."_s);
        QCOMPARE(import.state().counts, (ImportCounts{.created = 1}));
        QCOMPARE(import.state().state, ImportRun::State::Finished);
    }

    void aBadRow_isItsOwnErrorAndLeavesNothing()
    {
        EngineFixture fixture;
        fixture.create(AssetKind::Organization, {{u"name"_s, northgate}});
        ImportedRecord stray = configuration(u"LT-2"_s);
        stray.names.insert(u"organization"_s, u"Nobody"_s);
        ImportedRecord broken = configuration(u"LT-3"_s, {{u"installed_at"_s, u"yesterday"_s}});
        broken.names.insert(u"manufacturer"_s, u"Nowhere Inc"_s);
        Import import{fixture};
        import.take({stray, broken, configuration(u"LT-4"_s)});
        QCOMPARE(import.outcomes.at(0).what, What::Failed);
        QCOMPARE(import.outcomes.at(0).error.field, u"organization"_s);
        QCOMPARE(import.outcomes.at(1).what, What::Failed);
        QCOMPARE(import.outcomes.at(1).error.field, u"installed_at"_s);
        QCOMPARE(import.outcomes.at(2).what, What::Created);
        QCOMPARE(fixture.count(AssetKind::Configuration), 1);
        QCOMPARE(*OptionStore(fixture.database()).find(OptionList::Manufacturer, u"Nowhere Inc"_s), 0);
        QCOMPARE(import.state().counts, (ImportCounts{.created = 1, .failed = 2}));
    }

    void D2_whatIsHereAlready_isUpdatedSkippedOrMadeAgain_data()
    {
        QTest::addColumn<int>("onMatch");
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("count");
        QTest::newRow("update") << int(OnMatch::Update) << int(What::Updated) << 1;
        QTest::newRow("skip") << int(OnMatch::Skip) << int(What::Skipped) << 1;
        QTest::newRow("create") << int(OnMatch::Create) << int(What::Created) << 2;
    }

    void D2_whatIsHereAlready_isUpdatedSkippedOrMadeAgain()
    {
        QFETCH(int, onMatch);
        QFETCH(int, what);
        QFETCH(int, count);
        EngineFixture fixture;
        const RecordId acme =
            fixture.create(AssetKind::Organization, {{u"name"_s, u"Acme"_s}, {u"alert"_s, u"old"_s}});
        ImportedRecord record = organization(u"Acme"_s, {{u"alert"_s, u"new"_s}});
        record.onMatch = OnMatch(onMatch);
        Import import{fixture};
        import.take({record});
        QCOMPARE(int(import.outcomes.constFirst().what), what);
        QCOMPARE(fixture.count(AssetKind::Organization), count);
        QCOMPARE(fixture.field(acme, u"alert"_s).toString(),
                 what == int(What::Updated) ? u"new"_s : u"old"_s);
    }

    void D2_severalAreTheSame_noneIsTouched()
    {
        EngineFixture fixture;
        fixture.create(AssetKind::Organization, {{u"name"_s, u"Acme"_s}});
        fixture.create(AssetKind::Organization, {{u"name"_s, u"Acme"_s}});
        Import import{fixture};
        import.take({organization(u"Acme"_s, {{ u"alert"_s, u"new"_s }})});
        QCOMPARE(import.outcomes.constFirst().what, What::Failed);
        QCOMPARE(fixture.count(AssetKind::Organization), 2);
    }

    void anExternalId_findsTheRecordWhateverItIsCalledNow()
    {
        EngineFixture fixture;
        ImportedRecord record = organization(u"Acme"_s);
        record.externalId = u"17"_s;
        Import first{fixture, RecordSource::ItGlue};
        first.take({record});
        record.values.insert(u"name"_s, u"Acme GmbH"_s);
        Import second{fixture, RecordSource::ItGlue};
        second.take({record});
        QCOMPARE(second.outcomes.constFirst().what, What::Updated);
        QCOMPARE(second.outcomes.constFirst().id, first.outcomes.constFirst().id);
        // What another source calls so is another.
        Import other{fixture, RecordSource::Csv};
        record.values.insert(u"name"_s, u"Other"_s);
        other.take({record});
        QCOMPARE(other.outcomes.constFirst().what, What::Created);
    }

    void B5_C3_whatAnImportChangesOfASyncingRecord_isNotPushedAndShowsIt()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, laptopName);
        const QString remoteId = fixture.link(laptop).remote.id;
        practice.resetStats();

        Import import{fixture};
        import.take({{.kind = AssetKind::Configuration,
                      .values =
                          {{ u"notes"_s,
                             u"from the file"_s }},
                      .id = laptop},
                     organization(u"Brand new"_s)});
        QCOMPARE(import.outcomes.constFirst().what, What::Updated);
        const RecordId brandNew = import.outcomes.at(1).id;
        QVERIFY(!fixture.pushRow(laptop));
        for (const RecordId each : {laptop, brandNew}) {
            QCOMPARE(fixture.state(each), SyncState::NotYetPushed);
            QCOMPARE(fixture.sentence(each),
                     u"Record not yet pushed to ConnectWise. To trigger a push, try updating the record"_s);
        }
        fixture.sync(id);
        fixture.sync(id, true);
        fixture.push(id);
        QCOMPARE(practice.writes(), 0);
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"from the file"_s);
        QCOMPARE(fixture.state(laptop), SyncState::NotYetPushed);

        // Editing and saving it pushes it.
        fixture.edit(laptop, {{u"asset_tag"_s, u"T-1"_s}});
        fixture.push(id);
        QCOMPARE(practice.record(u"configuration"_s, remoteId).value("notes"_L1).toString(),
                 u"from the file"_s);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
    }

    void C3_whenThePsaChangesTheSameField_theImportedValueIsKeptInTheHistory()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, laptopName);
        Import import{fixture};
        import.take(
            {{.kind = AssetKind::Configuration,
              .values =
                  {{ u"notes"_s,
                     u"from the file"_s }},
              .id = laptop }});
        practice.update(u"configuration"_s, fixture.link(laptop).remote.id,
                        {{u"notes"_s, u"from the PSA"_s}});
        practice.resetStats();
        fixture.sync(id);
        QCOMPARE(fixture.field(laptop, u"notes"_s).toString(), u"from the PSA"_s);
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        const QJsonObject entry = fixture.history(laptop).constFirst().fields.value("notes"_L1).toObject();
        QCOMPARE(entry.value("lost"_L1).toString(), u"from the file"_s);
        QCOMPARE(practice.writes(), 0);
    }

    void undo_takesEverythingBack()
    {
        PracticeProcess practice;
        EngineFixture fixture;
        const IntegrationId id = fixture.connectTwoWay(practice);
        const RecordId laptop = fixture.find(AssetKind::Configuration, laptopName);
        const QJsonValue before = fixture.field(laptop, u"notes"_s);
        const qint64 organizations = fixture.count(AssetKind::Organization);
        ImportedRecord first = organization(u"Acme"_s);
        first.externalId = u"1"_s;
        ImportedRecord below = configuration(u"LT-1"_s);
        below.names.insert(u"organization"_s, u"Acme"_s);
        Import import{fixture};
        import.take({first,
                     organization(u"Acme"_s,
                                  {{ u"alert"_s,
                                     u"twice in the file"_s }}),
                     below,
                     {.kind = AssetKind::Configuration,
                      .values =
                          {{ u"notes"_s,
                             u"one"_s }},
                      .id = laptop},
                     {.kind = AssetKind::Configuration,
                      .values =
                          {{ u"notes"_s,
                             u"two"_s }},
                      .id = laptop }});
        QCOMPARE(import.state().counts, (ImportCounts{.created = 2, .updated = 3}));
        const ImportUndone undone = import.undo();
        QCOMPARE(undone.removed, 2);
        QCOMPARE(undone.restored, 2);
        QCOMPARE(undone.kept, 0);
        QCOMPARE(fixture.count(AssetKind::Organization), organizations);
        QCOMPARE(nullIfBlank(fixture.field(laptop, u"notes"_s)), nullIfBlank(before));
        QCOMPARE(fixture.state(laptop), SyncState::Synced);
        QCOMPARE(import.state().state, ImportRun::State::Undone);
        const auto again = fixture.wait(fixture.engine().undoImport(import.run, u"Ann"_s));
        QCOMPARE(again.error().code, ErrorCode::NotAllowed);
        practice.resetStats();
        fixture.sync(id);
        fixture.push(id);
        QCOMPARE(practice.writes(), 0);
    }

    void I1_undo_leavesWhatWasEditedSince()
    {
        EngineFixture fixture;
        const RecordId known =
            fixture.create(AssetKind::Organization, {{u"name"_s, u"Known"_s}, {u"alert"_s, u"old"_s}});
        Import import{fixture};
        import.take({organization(u"Edited"_s), organization(u"Needed"_s), organization(u"Plain"_s),
                     organization(u"Known"_s,
                                  {{u"alert"_s, u"new"_s},
                                   { u"short_name"_s,
                                     u"KNOWN"_s }})});
        const RecordId edited = fixture.find(AssetKind::Organization, u"Edited"_s);
        const RecordId needed = fixture.find(AssetKind::Organization, u"Needed"_s);
        fixture.edit(edited, {{u"alert"_s, u"by hand"_s}});
        fixture.create(AssetKind::Contact, {{u"first_name"_s, u"Jo"_s}, {u"organization"_s, needed}});
        fixture.edit(known, {{u"alert"_s, u"by hand"_s}});
        const ImportUndone undone = import.undo();
        QCOMPARE(undone.removed, 1);
        QCOMPARE(undone.kept, 3);
        QCOMPARE(undone.lines.size(), 3);
        QCOMPARE(fixture.field(edited, u"alert"_s).toString(), u"by hand"_s);
        QCOMPARE(fixture.field(known, u"alert"_s).toString(), u"by hand"_s);
        QVERIFY(isBlank(fixture.field(known, u"short_name"_s)));
        QCOMPARE(fixture.find(AssetKind::Organization, u"Needed"_s), needed);
        QCOMPARE(import.state().kept, 3);
    }

    void anImportThatWasInterrupted_isUndoneAllTheSame()
    {
        EngineFixture fixture;
        const auto run =
            fixture.wait(fixture.engine().beginImport(RecordSource::Csv, u"clients.csv"_s, u"Ann"_s));
        QVERIFY(run);
        QVERIFY(fixture.wait(fixture.engine().importRecords(*run, {organization(u"Acme"_s)})));
        fixture.stop();
        fixture.start();
        const auto runs = fixture.wait(fixture.engine().importRuns(0));
        QVERIFY(runs);
        QCOMPARE(runs->constFirst().state, ImportRun::State::Open);
        QVERIFY(runs->constFirst().canBeUndone());
        QVERIFY(fixture.wait(fixture.engine().undoImport(*run, u"Ann"_s)));
        QCOMPARE(fixture.count(AssetKind::Organization), 0);
    }

    void emailsAndPhones_areAdded()
    {
        EngineFixture fixture;
        const RecordId acme = fixture.create(AssetKind::Organization, {{u"name"_s, u"Acme"_s}});
        const QJsonObject known{
            {u"value"_s, u"Jo@acme.example"_s}, {u"label"_s, u"Work"_s}, {u"primary"_s, true}};
        const RecordId jo = fixture.create(
            AssetKind::Contact,
            {{u"first_name"_s, u"Jo"_s}, {u"organization"_s, acme}, {u"emails"_s, QJsonArray{known}}});
        const QJsonArray both{QJsonObject{{u"value"_s, u"jo@acme.example"_s}},
                              QJsonObject{{u"value"_s, u"jo@home.example"_s}, {u"label"_s, u"Home"_s}}};
        Import import{fixture};
        import.take(
            {{.kind = AssetKind::Contact,
              .values = {
                  {u"first_name"_s, u"Jo"_s},
                  {u"organization"_s, acme},
                  { u"emails"_s,
                    both }
              } }});
        QCOMPARE(import.outcomes.constFirst().what, What::Updated);
        const QJsonArray emails = fixture.field(jo, u"emails"_s).toArray();
        QCOMPARE(emails.size(), 2);
        QCOMPARE(emails.at(0).toObject().value("value"_L1).toString(), u"Jo@acme.example"_s);
        QVERIFY(emails.at(0).toObject().value("primary"_L1).toBool());
    }

    void aPreview_tellsWhatTheImportDoes()
    {
        EngineFixture fixture;
        fixture.create(AssetKind::Organization, {{u"name"_s, u"Known"_s}});
        ImportedRecord child = organization(u"Child"_s);
        child.names.insert(u"parent"_s, u"New"_s);
        ImportedRecord lost = organization(u"Lost"_s);
        lost.names.insert(u"parent"_s, u"Nobody"_s);
        const QList<ImportedRecord> records{organization(u"New"_s), child, lost,
                                            organization(u"Known"_s, {{u"alert"_s, u"new"_s}}),
                                            organization(u"Known"_s)};
        const auto preview = ImportPreview::open(fixture.databasePath(), RecordSource::Csv);
        QVERIFY2(preview, wordsOf(preview).constData());
        QList<What> expected;
        for (const ImportedRecord &record : records) {
            const auto outcome = (*preview)->look(record);
            QVERIFY2(outcome, wordsOf(outcome).constData());
            expected.append(outcome->what);
        }
        QCOMPARE(expected,
                 (QList<What>{What::Created, What::Created, What::Failed, What::Updated, What::Skipped}));
        QCOMPARE(fixture.count(AssetKind::Organization), 1);
        Import import{fixture};
        import.take(records);
        for (qsizetype i = 0; i < expected.size(); ++i)
            QCOMPARE(import.outcomes.at(i).what, expected.at(i));
    }
};

QTEST_GUILESS_MAIN(ImportingTest)
#include "tst_importing.moc"
