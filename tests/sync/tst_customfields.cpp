// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customfield.h"
#include "office.h"

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

const QJsonValue null = QJsonValue::Null;

/** A field of a tenant, and how its PSA's records hold a value of it. */
struct Sample {
    Platform platform;
    QString remoteId; ///< of the configuration
    QString title; ///< of the field
    QString others; ///< another field of the kind, which must keep its value
    QString remote = {}; ///< how the interface names it
    QJsonValue value = {}; ///< as Tandem has it
    QJsonValue wire = {}; ///< the same there
    QJsonValue otherValue = {};
    QJsonValue otherWire = {};
};

Sample connectWise()
{
    return {Platform::ConnectWise,
            u"1"_s,
            u"Rack Position"_s,
            u"Asset Owner"_s,
            u"32"_s,
            u"U12"_s,
            u"U12"_s,
            u"U20"_s,
            u"U20"_s};
}

Sample autotask()
{
    return {Platform::Autotask,
            u"100002"_s,
            u"Rack Unit"_s,
            u"Asset Owner"_s,
            u"Rack Unit"_s,
            u"12"_s,
            u"12"_s,
            u"20"_s,
            u"20"_s};
}

/** The practice PSA's member and key of custom fields. */
bool isAutotask(const Sample &sample)
{
    return sample.platform == Platform::Autotask;
}

QJsonValue valueThere(Office &office, const Sample &sample, const QString &title)
{
    const QJsonObject record = office.practice.record(u"configuration"_s, sample.remoteId);
    const QString member = isAutotask(sample) ? u"userDefinedFields"_s : u"customFields"_s;
    for (const QJsonValue &entry : record.value(member).toArray()) {
        const QString name = entry[isAutotask(sample) ? "name"_L1 : "caption"_L1].toString();
        if (name == title)
            return entry["value"_L1].isUndefined() ? null : entry["value"_L1];
    }
    return null;
}

void setThere(Office &office, const Sample &sample, const QJsonValue &value)
{
    const QJsonObject entry = isAutotask(sample)
        ? QJsonObject{{u"name"_s, sample.remote}, {u"value"_s, value}}
        : QJsonObject{{u"id"_s, sample.remote.toInt()}, {u"value"_s, value}};
    const QString member = isAutotask(sample) ? u"userDefinedFields"_s : u"customFields"_s;
    office.practice.update(u"configuration"_s, sample.remoteId, {{member, QJsonArray{entry}}});
}

/** As an administrator of the tenant does. */
void switchUserDefinedField(Office &office, const QString &name, bool isOn)
{
    const QString kind = u"UserDefinedFieldDefinition"_s;
    const QJsonArray found = office.practice.recordsWhere(kind, u"name"_s, name);
    QCOMPARE(found.size(), 1);
    office.practice.update(kind, QString::number(found.at(0)["id"_L1].toInteger()), {{u"isActive"_s, isOn}});
}

} // namespace

Q_DECLARE_METATYPE(Sample)

/** Custom fields that an integration maps, against a practice PSA in a process of its own. */
class CustomFieldsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void anEdit_reachesThePsaOnce_data()
    {
        platforms();
    }

    void anEdit_reachesThePsaOnce()
    {
        QFETCH(Sample, sample);
        Office office(sample.platform, {}, {}, EngineFixture::Scheduler::Off);
        EngineFixture &fixture = office.fixture;
        setThere(office, sample, sample.otherWire);
        const QString field = map(office, sample);
        fixture.sync(office.id);
        const RecordId record = office.linked(AssetKind::Configuration, sample.remoteId);
        QCOMPARE(fixture.field(record, field), sample.otherValue);
        QVERIFY(fixture.badge(record).pendingFields.isEmpty());

        const QJsonValue others = valueThere(office, sample, sample.others);
        office.practice.resetStats();
        QVERIFY(fixture.edit(record, {{field, sample.value}}).isQueued);
        QCOMPARE(fixture.badge(record).pendingFields, QStringList{field});
        fixture.push(office.id);
        QVERIFY2(fixture.state(record) == SyncState::Synced, qPrintable(fixture.sentence(record)));
        QCOMPARE(valueThere(office, sample, sample.title), sample.wire);
        QCOMPARE(valueThere(office, sample, sample.others), others);
        QCOMPARE(office.practice.writes(), 1);
        const QJsonObject change = fixture.history(record).constFirst().fields.value(field).toObject();
        QCOMPARE(change.value("before"_L1), sample.otherValue);
        QCOMPARE(change.value("after"_L1), sample.value);

        fixture.edit(record, {{field, null}});
        fixture.push(office.id);
        QCOMPARE(valueThere(office, sample, sample.title), null);
        office.checkPeace();
    }

    void aChangeThere_comesIn_data()
    {
        platforms();
    }

    void aChangeThere_comesIn()
    {
        QFETCH(Sample, sample);
        Office office(sample.platform, {}, {}, EngineFixture::Scheduler::Off);
        const QString field = map(office, sample);
        office.fixture.sync(office.id);
        const RecordId record = office.linked(AssetKind::Configuration, sample.remoteId);
        office.fixture.clock().advance(std::chrono::hours(1));
        setThere(office, sample, sample.wire);
        office.fixture.sync(office.id);
        QCOMPARE(office.fixture.field(record, field), sample.value);
        office.checkPeace();
    }

    void aChangeOnBothSides_isSettledByPolicy_data()
    {
        platforms();
    }

    void aChangeOnBothSides_isSettledByPolicy()
    {
        QFETCH(Sample, sample);
        Office office(sample.platform, {}, {}, EngineFixture::Scheduler::Off);
        EngineFixture &fixture = office.fixture;
        fixture.setConflictPolicy(office.id, ConflictPolicy::TandemWins);
        const QString field = map(office, sample);
        fixture.sync(office.id);
        const RecordId record = office.linked(AssetKind::Configuration, sample.remoteId);
        fixture.clock().advance(std::chrono::hours(1));
        setThere(office, sample, sample.otherWire);
        fixture.edit(record, {{field, sample.value}});
        fixture.push(office.id);
        QCOMPARE(fixture.field(record, field), sample.value);
        QCOMPARE(valueThere(office, sample, sample.title), sample.wire);
        office.checkPeace();
    }

    void removed_theValueStays_andTheSameLabelTakesItUp_data()
    {
        platforms();
    }

    void removed_theValueStays_andTheSameLabelTakesItUp()
    {
        QFETCH(Sample, sample);
        Office office(sample.platform, {}, {}, EngineFixture::Scheduler::Off);
        EngineFixture &fixture = office.fixture;
        setThere(office, sample, sample.wire);
        const QString field = map(office, sample);
        fixture.sync(office.id);
        const RecordId record = office.linked(AssetKind::Configuration, sample.remoteId);
        QVERIFY(fixture.wait(fixture.engine().removeCustomField(office.id, field, u"Ann"_s)));
        QVERIFY(!fixture.link(record).baseline.contains(field));
        fixture.sync(office.id, true);
        QCOMPARE(fixture.field(record, field), sample.value);

        // What is edited now is Tandem's alone, and nothing travels until it is mapped and edited again (rule
        // B5).
        QVERIFY(!fixture.edit(record, {{field, sample.otherValue}}).isQueued);
        setThere(office, sample, null);
        QCOMPARE(map(office, sample), field);
        fixture.sync(office.id);
        QCOMPARE(fixture.field(record, field), sample.otherValue);
        QCOMPARE(valueThere(office, sample, sample.title), null);
        QCOMPARE(fixture.state(record), SyncState::NotYetPushed);
        fixture.edit(record, {{field, sample.otherValue}});
        fixture.push(office.id);
        QCOMPARE(valueThere(office, sample, sample.title), sample.otherWire);
    }

    void directions_data()
    {
        QTest::addColumn<Direction>("direction");
        QTest::newRow("only in") << Direction::In;
        QTest::newRow("only out") << Direction::Out;
    }

    void directions()
    {
        QFETCH(Direction, direction);
        const Sample sample = connectWise();
        Office office(sample.platform, {}, {}, EngineFixture::Scheduler::Off);
        EngineFixture &fixture = office.fixture;
        setThere(office, sample, sample.otherWire);
        const QString field = map(office, sample, direction);
        fixture.sync(office.id);
        const RecordId record = office.linked(AssetKind::Configuration, sample.remoteId);
        const Edit edit{.kind = AssetKind::Configuration, .id = record, .changes = {{field, sample.value}}};
        if (direction == Direction::In) {
            QCOMPARE(fixture.field(record, field), sample.otherValue);
            QCOMPARE(fixture.trySave(edit).error().code, ErrorCode::NotAllowed);
            return;
        }
        QVERIFY(isBlank(fixture.field(record, field)));
        QVERIFY(fixture.trySave(edit)->isQueued);
        fixture.push(office.id);
        QCOMPARE(valueThere(office, sample, sample.title), sample.wire);
        office.checkPeace();
    }

    void aValueThatThePsaRefuses_isToldInItsWords()
    {
        Office office(Platform::ConnectWise, {}, {}, EngineFixture::Scheduler::Off);
        EngineFixture &fixture = office.fixture;
        const auto mapped = fixture.wait(fixture.engine().addCustomField(
            office.id, {.kind = AssetKind::Organization, .remote = u"Service Plan"_s}));
        QVERIFY2(mapped, wordsOf(mapped).constData());
        fixture.sync(office.id);
        const RecordId record = office.linked(AssetKind::Organization, u"2"_s);
        QVERIFY(record != 0);
        fixture.edit(record, {{mapped->field, u"Platinum"_s}});
        const RunSummary summary = fixture.wait(fixture.engine().push(office.id)).value_or(RunSummary());
        QCOMPARE(summary.failed, 1);
        QCOMPARE(fixture.state(record), SyncState::Error);
        QVERIFY2(fixture.sentence(record).contains(u"'Platinum' is not valid"_s),
                 qPrintable(fixture.sentence(record)));
        QCOMPARE(fixture.link(record).errorField, mapped->field);
        fixture.edit(record, {{mapped->field, u"Prepaid"_s}});
        fixture.push(office.id);
        QCOMPARE(fixture.state(record), SyncState::Synced);
    }

    void aFieldThatTheTenantSwitchesOff_travelsNoMore_andNothingElseStops()
    {
        const Sample sample = autotask();
        Office office(sample.platform, {}, {}, EngineFixture::Scheduler::Off);
        EngineFixture &fixture = office.fixture;
        setThere(office, sample, sample.wire);
        const QString field = map(office, sample);
        fixture.sync(office.id);
        const RecordId record = office.linked(AssetKind::Configuration, sample.remoteId);
        QCOMPARE(fixture.field(record, field), sample.value);
        switchUserDefinedField(office, sample.title, false);
        fixture.sync(office.id);
        QVERIFY(fixture.status(office.id).integration.customFields.constFirst().isGone);
        QCOMPARE(fixture.field(record, field), sample.value);
        fixture.edit(record, {{field, sample.otherValue}, {u"serial_number"_s, u"SN-7"_s}});
        fixture.push(office.id);
        QCOMPARE(fixture.state(record), SyncState::Synced);
        QCOMPARE(
            office.practice.record(u"configuration"_s, sample.remoteId).value("serialNumber"_L1).toString(),
            u"SN-7"_s);

        switchUserDefinedField(office, sample.title, true);
        fixture.setConflictPolicy(office.id, ConflictPolicy::PsaWins);
        fixture.sync(office.id);
        QVERIFY(!fixture.status(office.id).integration.customFields.constFirst().isGone);
        QCOMPARE(fixture.field(record, field), sample.value);
        office.checkPeace();
    }

    void whatCannotBeMapped_isRefused_data()
    {
        QTest::addColumn<QString>("remote");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("field");
        QTest::newRow("unknown") << u"Colour"_s << u"Colour"_s << u"remote"_s;
        QTest::newRow("mapped already") << u"32"_s << u"Other"_s << u"remote"_s;
        QTest::newRow("label of a field") << u"31"_s << u"Serial number"_s << u"label"_s;
        QTest::newRow("label taken") << u"31"_s << u"rack position"_s << u"label"_s;
    }

    void whatCannotBeMapped_isRefused()
    {
        QFETCH(QString, remote);
        QFETCH(QString, label);
        const Sample sample = connectWise();
        Office office(sample.platform, {}, {}, EngineFixture::Scheduler::Off);
        map(office, sample);
        const auto refused = office.fixture.wait(office.fixture.engine().addCustomField(
            office.id, {.kind = AssetKind::Configuration, .remote = remote, .label = label}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QTEST(refused.error().field, "field");
    }

private:
    static void platforms()
    {
        QTest::addColumn<Sample>("sample");
        QTest::newRow("ConnectWise") << connectWise();
        QTest::newRow("Autotask") << autotask();
    }

    /** Maps the sample's field; answers its id here. */
    static QString map(Office &office, const Sample &sample, Direction direction = Direction::Both)
    {
        const CustomFieldRequest request{
            .kind = AssetKind::Configuration, .remote = sample.title, .direction = direction};
        const auto mapped = office.fixture.wait(office.fixture.engine().addCustomField(office.id, request));
        if (!mapped)
            QTest::qFail(wordsOf(mapped).constData(), __FILE__, __LINE__);
        return mapped ? mapped->field : QString();
    }
};

QTEST_GUILESS_MAIN(CustomFieldsTest)
#include "tst_customfields.moc"
