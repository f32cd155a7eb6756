// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/merge.h"

#include "core/record.h"
#include "rules/normalform.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** "Three values decide everything" (design.md), for every normal form, policy and direction. */
class TestMerge final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void threeValues_haveOneAnswer_data();
    void threeValues_haveOneAnswer();
    void answer_isCarriedOutAsThePolicySays_data();
    void answer_isCarriedOutAsThePolicySays();
    void B6_oneWay_pushesNothingAndThePsaWins_data();
    void B6_oneWay_pushesNothingAndThePsaWins();
    void D4_fieldThatOnlyComesIn_isNeverPushed();
    void blankLocal_erasesOnlyWhatWasThere_data();
    void blankLocal_erasesOnlyWhatWasThere();
    void absentRemoteValue_isABlankOne();
    void blankRecordReferenceFromThePsa_isNoChange_data();
    void blankRecordReferenceFromThePsa_isNoChange();
    void D4_malformedMacFromThePsa_isNotTaken();
    void valueThatCannotBeExpressed_isNeitherPushedNorBlanked();
    void needsPerson_onlyWhenAskedAndBothChanged();
    void fieldsToPush_areThoseThatTravelAndDiffer();
    void arrivedOf_isWhatTheUpdateChanged();
    void hasArrived_looksOnlyAtWhatWasSent();
    void hasArrived_alsoAsThePsaSpellsIt();
    void I3_randomTriples_settleAndStaySettled_data();
    void I3_randomTriples_settleAndStaySettled();
};

namespace {

/** A value, the same one as the other side might write it, and two other values. */
struct Sample {
    const char *name;
    NormalForm form;
    QJsonValue base;
    QJsonValue baseRewritten;
    QJsonValue one;
    QJsonValue oneRewritten;
    QJsonValue other;
};

QJsonArray points(const QStringList &values)
{
    QJsonArray array;
    for (const QString &value : values)
        array.append(QJsonObject{{u"value"_s, value}, {u"label"_s, u"Work"_s}, {u"primary"_s, false}});
    return array;
}

QList<Sample> samples()
{
    return {{"text", NormalForm::Text, u"Alpha"_s, u" Alpha "_s, u"Beta"_s, u"Beta\n"_s, u"Gamma"_s},
            {"one line", NormalForm::OneLine, u"a b"_s, u"a\r\nb"_s, u"c d"_s, u"c\n\nd "_s, u"e"_s},
            {"long text", NormalForm::LongText, u"a\nb"_s, u"a \r\nb\n"_s, u"c\nd"_s, u"c\rd"_s, u"e"_s},
            {"phone", NormalForm::Phone, u"+49 40 123"_s, u"+4940123"_s, u"555-1234 x12"_s, u"5551234X12"_s,
             u"777"_s},
            {"mac", NormalForm::Mac, u"00:11:22:33:44:55"_s, u"001122334455"_s, u"aa:bb:cc:dd:ee:ff"_s,
             u"AABB.CCDD.EEFF"_s, u"00:11:22:33:44:56"_s},
            {"date", NormalForm::Date, u"2026-01-31"_s, u"2026-01-31T00:00:00Z"_s, u"2026-02-01"_s,
             u"2026-02-01T00:00:00Z"_s, u"2026-02-02"_s},
            {"id", NormalForm::Id, u"17"_s, 17, u"18"_s, 18, u"19"_s},
            {"points", NormalForm::Points, points({u"a@x.example"_s, u"b@x.example"_s}),
             points({u"b@x.example"_s, u" a@x.example"_s}), points({u"c@x.example"_s, u"555 12"_s}),
             points({u"55512"_s, u"c@x.example"_s}), points({u"d@x.example"_s})},
            {"first value", NormalForm::Text, QJsonValue::Null, QString(), u"Beta"_s, u" Beta"_s, u"Gamma"_s},
            {"flag", NormalForm::Flag, false, QJsonValue::Null, true, true, {}}};
}

KindMap mapOf(const QList<MappedField> &fields)
{
    return {.collection = u"things"_s, .fields = fields};
}

MappedField fieldOf(NormalForm form, Direction direction = Direction::Both)
{
    return {.field = u"field"_s, .remote = u"remote"_s, .direction = direction, .normal = form};
}

RemoteValues valuesOf(const QJsonValue &value)
{
    return {{u"field"_s, value}};
}

constexpr std::array allPolicies{ConflictPolicy::PsaWins, ConflictPolicy::TandemWins, ConflictPolicy::Ask};

/** The rows of the table, each also with values written in another way that means the same. */
void addTableRows(
    const std::function<void(const QByteArray &name, const Sample &sample, const QJsonValue &base,
                             const QJsonValue &local, const QJsonValue &remote, FieldAnswer answer)> &add)
{
    for (const Sample &s : samples()) {
        const auto row = [&](const char *what, const QJsonValue &base, const QJsonValue &local,
                             const QJsonValue &remote, FieldAnswer answer) {
            add(QByteArray(s.name) + ": " + what, s, base, local, remote, answer);
        };
        row("same, same", s.base, s.base, s.base, FieldAnswer::Nothing);
        row("same, rewritten", s.base, s.base, s.baseRewritten, FieldAnswer::Nothing);
        row("rewritten, same", s.base, s.baseRewritten, s.base, FieldAnswer::Nothing);
        row("same, changed", s.base, s.base, s.one, FieldAnswer::TakeRemote);
        row("rewritten, changed", s.base, s.baseRewritten, s.one, FieldAnswer::TakeRemote);
        row("changed, same", s.base, s.one, s.base, FieldAnswer::PushLocal);
        row("changed, rewritten", s.base, s.one, s.baseRewritten, FieldAnswer::PushLocal);
        row("changed, changed equal", s.base, s.one, s.one, FieldAnswer::Agree);
        row("changed, changed equal but rewritten", s.base, s.one, s.oneRewritten, FieldAnswer::Agree);
        if (s.form != NormalForm::Flag) {
            row("changed, changed differently", s.base, s.one, s.other, FieldAnswer::Conflict);
            row("changed differently, changed", s.base, s.other, s.oneRewritten, FieldAnswer::Conflict);
        }
    }
}

} // namespace

void TestMerge::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestMerge::threeValues_haveOneAnswer_data()
{
    QTest::addColumn<NormalForm>("form");
    QTest::addColumn<QJsonValue>("base");
    QTest::addColumn<QJsonValue>("local");
    QTest::addColumn<QJsonValue>("remote");
    QTest::addColumn<FieldAnswer>("answer");
    addTableRows([](const QByteArray &name, const Sample &sample, const QJsonValue &base,
                    const QJsonValue &local, const QJsonValue &remote, FieldAnswer answer) {
        QTest::newRow(name.constData()) << sample.form << base << local << remote << answer;
    });
}

void TestMerge::threeValues_haveOneAnswer()
{
    QFETCH(NormalForm, form);
    QFETCH(QJsonValue, base);
    QFETCH(QJsonValue, local);
    QFETCH(QJsonValue, remote);
    QFETCH(FieldAnswer, answer);
    QCOMPARE(int(answerFor(form, base, local, remote)), int(answer));
}

void TestMerge::answer_isCarriedOutAsThePolicySays_data()
{
    QTest::addColumn<NormalForm>("form");
    QTest::addColumn<QJsonValue>("base");
    QTest::addColumn<QJsonValue>("local");
    QTest::addColumn<QJsonValue>("remote");
    QTest::addColumn<FieldAnswer>("answer");
    QTest::addColumn<ConflictPolicy>("policy");
    for (const ConflictPolicy policy : allPolicies) {
        addTableRows([&](const QByteArray &name, const Sample &sample, const QJsonValue &base,
                         const QJsonValue &local, const QJsonValue &remote, FieldAnswer answer) {
            QTest::addRow("%s, %s", qPrintable(conflictPolicyName(policy)), name.constData())
                << sample.form << base << local << remote << answer << policy;
        });
    }
}

void TestMerge::answer_isCarriedOutAsThePolicySays()
{
    QFETCH(NormalForm, form);
    QFETCH(QJsonValue, base);
    QFETCH(QJsonValue, local);
    QFETCH(QJsonValue, remote);
    QFETCH(FieldAnswer, answer);
    QFETCH(ConflictPolicy, policy);
    const KindMap map = mapOf({fieldOf(form)});
    const MergeAnswer merged = merge(map, valuesOf(base), valuesOf(local), valuesOf(remote), policy, true);

    const bool isConflict = answer == FieldAnswer::Conflict;
    const bool isPushed =
        answer == FieldAnswer::PushLocal || (isConflict && policy == ConflictPolicy::TandemWins);
    const bool isTaken =
        answer == FieldAnswer::TakeRemote || (isConflict && policy == ConflictPolicy::PsaWins);
    const bool staysOpen = isConflict && policy == ConflictPolicy::Ask;
    QCOMPARE(merged.push, isPushed ? valuesOf(local) : RemoteValues());
    QCOMPARE(merged.take, isTaken ? valuesOf(remote) : RemoteValues());
    const bool baselineMoves = (isConflict && !staysOpen) || isTaken || answer == FieldAnswer::Agree;
    QCOMPARE(merged.baseline.value("field"_L1), baselineMoves ? remote : base);
    QCOMPARE(merged.conflicts.size(), isConflict ? 1 : 0);
    QCOMPARE(merged.needsPerson(), staysOpen);
    if (isConflict) {
        const FieldConflict &conflict = merged.conflicts.constFirst();
        QCOMPARE(conflict.field, u"field"_s);
        QCOMPARE(conflict.base, base);
        QCOMPARE(conflict.local, local);
        QCOMPARE(conflict.remote, remote);
        QVERIFY(conflict.settledBy == policy);
    }
}

void TestMerge::B6_oneWay_pushesNothingAndThePsaWins_data()
{
    threeValues_haveOneAnswer_data();
}

void TestMerge::B6_oneWay_pushesNothingAndThePsaWins()
{
    QFETCH(NormalForm, form);
    QFETCH(QJsonValue, base);
    QFETCH(QJsonValue, local);
    QFETCH(QJsonValue, remote);
    const KindMap map = mapOf({fieldOf(form)});
    const bool remoteChanged = !sameValue(form, base, remote);
    for (const ConflictPolicy policy : allPolicies) {
        const MergeAnswer merged =
            merge(map, valuesOf(base), valuesOf(local), valuesOf(remote), policy, false);
        QCOMPARE(merged.push, RemoteValues());
        QVERIFY(!merged.needsPerson());
        QCOMPARE(merged.take, remoteChanged ? valuesOf(remote) : RemoteValues());
        QCOMPARE(merged.baseline.value("field"_L1), remoteChanged ? remote : base);
    }
}

void TestMerge::D4_fieldThatOnlyComesIn_isNeverPushed()
{
    const KindMap map = mapOf({fieldOf(NormalForm::Phone, Direction::In)});
    for (const ConflictPolicy policy : allPolicies) {
        const MergeAnswer edited =
            merge(map, valuesOf(u"1"_s), valuesOf(u"2"_s), valuesOf(u"1"_s), policy, true);
        QVERIFY(edited.push.isEmpty() && edited.take.isEmpty() && edited.conflicts.isEmpty());
        const MergeAnswer both =
            merge(map, valuesOf(u"1"_s), valuesOf(u"2"_s), valuesOf(u"3"_s), policy, true);
        QVERIFY(both.push.isEmpty() && both.conflicts.isEmpty());
        QCOMPARE(both.take, valuesOf(u"3"_s));
    }
    QCOMPARE(fieldsToPush(map, valuesOf(u"1"_s), valuesOf(u"2"_s)), QStringList());
}

void TestMerge::blankLocal_erasesOnlyWhatWasThere_data()
{
    QTest::addColumn<QJsonValue>("base");
    QTest::addColumn<QJsonValue>("local");
    QTest::addColumn<QJsonValue>("remote");
    QTest::addColumn<bool>("isErased");
    const QJsonValue null = QJsonValue::Null;
    QTest::newRow("blanked by a person") << QJsonValue(u"x"_s) << null << QJsonValue(u"x"_s) << true;
    QTest::newRow("blanked with white space")
        << QJsonValue(u"x"_s) << QJsonValue(u"  "_s) << QJsonValue(u"x"_s) << true;
    QTest::newRow("never filled here, filled there") << null << null << QJsonValue(u"x"_s) << false;
    QTest::newRow("blank base as text, filled there")
        << QJsonValue(QString()) << null << QJsonValue(u"x"_s) << false;
    QTest::newRow("blank everywhere") << null << QJsonValue(QString()) << null << false;
    QTest::newRow("blanked on both sides") << QJsonValue(u"x"_s) << null << null << false;
}

void TestMerge::blankLocal_erasesOnlyWhatWasThere()
{
    QFETCH(QJsonValue, base);
    QFETCH(QJsonValue, local);
    QFETCH(QJsonValue, remote);
    QFETCH(bool, isErased);
    const KindMap map = mapOf({fieldOf(NormalForm::Text)});
    for (const ConflictPolicy policy : allPolicies) {
        const MergeAnswer merged =
            merge(map, valuesOf(base), valuesOf(local), valuesOf(remote), policy, true);
        QCOMPARE(merged.push.contains("field"_L1), isErased);
        if (isErased)
            QVERIFY(isBlank(merged.push.value("field"_L1)));
        QVERIFY(merged.conflicts.isEmpty());
    }
    // A base that holds nothing of the field at all is a blank one.
    const MergeAnswer first =
        merge(map, {}, valuesOf(QJsonValue::Null), valuesOf(u"x"_s), ConflictPolicy::TandemWins, true);
    QVERIFY(first.push.isEmpty());
    QCOMPARE(first.take, valuesOf(u"x"_s));
}

void TestMerge::absentRemoteValue_isABlankOne()
{
    const KindMap map = mapOf({fieldOf(NormalForm::Text)});
    const RemoteValues base = valuesOf(u"x"_s);
    const MergeAnswer merged = merge(map, base, base, {}, ConflictPolicy::PsaWins, true);
    QCOMPARE(merged.take, valuesOf(QJsonValue::Null));
    QVERIFY(merged.push.isEmpty());
    // What was blanked there does not come back from here.
    QVERIFY(merge(map, merged.baseline, merged.take, {}, ConflictPolicy::PsaWins, true).push.isEmpty());
}

void TestMerge::blankRecordReferenceFromThePsa_isNoChange_data()
{
    QTest::addColumn<bool>("hasList");
    QTest::addColumn<QJsonValue>("remote");
    QTest::addColumn<bool>("isTaken");
    for (const QJsonValue &blank :
         {QJsonValue(QJsonValue::Null), QJsonValue(QJsonValue::Undefined), QJsonValue(QString())}) {
        const int type = int(blank.type());
        QTest::addRow("record reference, %d", type) << false << blank << false;
        QTest::addRow("list value, %d", type) << true << blank << true;
    }
    QTest::newRow("another record") << false << QJsonValue(u"18"_s) << true;
}

void TestMerge::blankRecordReferenceFromThePsa_isNoChange()
{
    QFETCH(bool, hasList);
    QFETCH(QJsonValue, remote);
    QFETCH(bool, isTaken);
    MappedField field = fieldOf(NormalForm::Id);
    field.shape = WireShape::Reference;
    if (hasList)
        field.list = OptionList::Manufacturer;
    const KindMap map = mapOf({field});
    const RemoteValues base = valuesOf(u"17"_s);
    for (const bool twoWay : {true, false}) {
        const MergeAnswer merged = merge(map, base, base, valuesOf(remote), ConflictPolicy::PsaWins, twoWay);
        QCOMPARE(merged.take.contains("field"_L1), isTaken);
        QVERIFY(merged.push.isEmpty());
        if (!isTaken)
            QCOMPARE(merged.baseline, base);
    }
    // An edit here goes out all the same, without a conflict that nobody made.
    if (!isTaken) {
        const MergeAnswer edited =
            merge(map, base, valuesOf(u"20"_s), valuesOf(remote), ConflictPolicy::Ask, true);
        QCOMPARE(edited.push, valuesOf(u"20"_s));
        QVERIFY(edited.conflicts.isEmpty());
    }
}

void TestMerge::D4_malformedMacFromThePsa_isNotTaken()
{
    const KindMap map = mapOf({fieldOf(NormalForm::Mac)});
    const RemoteValues base = valuesOf(u"00:11:22:33:44:55"_s);
    const RemoteValues joined = valuesOf(u"00:11:22:33:44:55, 00:11:22:33:44:56"_s);
    for (const bool twoWay : {true, false}) {
        const MergeAnswer merged = merge(map, base, base, joined, ConflictPolicy::PsaWins, twoWay);
        QCOMPARE(merged.take, RemoteValues());
        QCOMPARE(merged.push, RemoteValues());
        QCOMPARE(merged.baseline, base);
    }
    const MergeAnswer first =
        merge(map, {}, valuesOf(QJsonValue::Null), joined, ConflictPolicy::PsaWins, true);
    QCOMPARE(first.take, RemoteValues());
    // One that was blanked there is blank here.
    const MergeAnswer blanked =
        merge(map, base, base, valuesOf(QJsonValue::Null), ConflictPolicy::PsaWins, true);
    QCOMPARE(blanked.take, valuesOf(QJsonValue::Null));
}

void TestMerge::valueThatCannotBeExpressed_isNeitherPushedNorBlanked()
{
    const KindMap map = mapOf({fieldOf(NormalForm::Id)});
    const MergeAnswer merged =
        merge(map, valuesOf(u"17"_s), {}, valuesOf(u"17"_s), ConflictPolicy::TandemWins, true);
    QVERIFY(merged.push.isEmpty() && merged.take.isEmpty() && merged.conflicts.isEmpty());
    QCOMPARE(fieldsToPush(map, valuesOf(u"17"_s), {}), QStringList());
}

void TestMerge::needsPerson_onlyWhenAskedAndBothChanged()
{
    MergeAnswer answer;
    QVERIFY(!answer.needsPerson());
    answer.conflicts.append({.field = u"a"_s, .settledBy = ConflictPolicy::TandemWins});
    QVERIFY(!answer.needsPerson());
    answer.conflicts.append({.field = u"b"_s, .settledBy = ConflictPolicy::Ask});
    QVERIFY(answer.needsPerson());
}

void TestMerge::fieldsToPush_areThoseThatTravelAndDiffer()
{
    const KindMap map = mapOf({{.field = u"name"_s, .remote = u"name"_s},
                               {.field = u"notes"_s, .remote = u"notes"_s, .normal = NormalForm::OneLine},
                               {.field = u"phone"_s, .remote = u"phone"_s, .direction = Direction::In},
                               {.field = u"city"_s, .remote = u"city"_s}});
    const RemoteValues baseline{
        {u"name"_s, u"A"_s}, {u"notes"_s, u"a b"_s}, {u"phone"_s, u"1"_s}, {u"city"_s, u"C"_s}};
    const RemoteValues local{{u"name"_s, u"B"_s},
                             {u"notes"_s, u"a\nb"_s},
                             {u"phone"_s, u"2"_s},
                             {u"city"_s, QJsonValue::Null},
                             {u"unmapped"_s, 1}};
    QCOMPARE(fieldsToPush(map, baseline, local), (QStringList{u"name"_s, u"city"_s}));
    QCOMPARE(fieldsToPush(map, baseline, baseline), QStringList());
    QCOMPARE(fieldsToPush(map, {}, {{u"city"_s, QJsonValue::Null}}), QStringList());
}

void TestMerge::arrivedOf_isWhatTheUpdateChanged()
{
    const auto entry = [](const QString &value, bool isPrimary) {
        return QJsonObject{{u"value"_s, value}, {u"label"_s, u"Work"_s}, {u"primary"_s, isPrimary}};
    };
    const KindMap map = mapOf({{.field = u"name"_s, .remote = u"name"_s},
                               {.field = u"notes"_s, .remote = u"notes"_s},
                               {.field = u"emails"_s, .remote = u"emails"_s, .normal = NormalForm::Points}});
    const QJsonArray had{entry(u"a@x.example"_s, true)};
    const QJsonArray wanted{entry(u"b@x.example"_s, true), entry(u"c@x.example"_s, false)};
    const RemoteValues base{{u"name"_s, u"old"_s}, {u"notes"_s, u"old"_s}, {u"emails"_s, had}};
    const RemoteValues sent{{u"name"_s, u"new"_s}, {u"emails"_s, wanted}};

    // Half of the list, and one of it the primary only because another is not there yet.
    const QJsonArray half{entry(u"a@x.example"_s, false), entry(u"c@x.example"_s, true)};
    QCOMPARE(arrivedOf(map, base, sent, {{u"name"_s, u"new"_s}, {u"notes"_s, u"x"_s}, {u"emails"_s, half}}),
             (RemoteValues{{u"name"_s, u"new"_s}, {u"emails"_s, half}}));
    // Nothing, and what others made of it.
    const QJsonArray theirs{entry(u"a@x.example"_s, true), entry(u"d@x.example"_s, false)};
    QCOMPARE(arrivedOf(map, base, sent, base), RemoteValues());
    QCOMPARE(arrivedOf(map, base, sent, {{u"name"_s, u"theirs"_s}, {u"emails"_s, theirs}}), RemoteValues());
}

void TestMerge::hasArrived_looksOnlyAtWhatWasSent()
{
    const KindMap map = mapOf({{.field = u"name"_s, .remote = u"name"_s},
                               {.field = u"notes"_s, .remote = u"notes"_s, .normal = NormalForm::OneLine}});
    const RemoteValues sent{{u"notes"_s, u"a\nb"_s}};
    QVERIFY(hasArrived(map, {}, sent, {{u"name"_s, u"anything"_s}, {u"notes"_s, u"a b"_s}}));
    QVERIFY(!hasArrived(map, {}, sent, {{u"name"_s, u"anything"_s}, {u"notes"_s, u"a"_s}}));
    QVERIFY(!hasArrived(map, {}, sent, {}));
    QVERIFY(hasArrived(map, {}, {{u"notes"_s, QJsonValue::Null}}, {}));
    QVERIFY(!hasArrived(map, {}, {{u"notes"_s, QJsonValue::Null}}, sent));
    QVERIFY(!hasArrived(map, {}, {{u"name"_s, u"A"_s}, {u"notes"_s, u"a b"_s}}, {{u"name"_s, u"A"_s}}));
    QVERIFY(hasArrived(map, {}, {}, {}));
}

void TestMerge::hasArrived_alsoAsThePsaSpellsIt()
{
    const KindMap map = mapOf({{.field = u"name"_s, .remote = u"name"_s}});
    const auto named = [](const QString &name) { return RemoteValues{{u"name"_s, name}}; };
    QVERIFY(hasArrived(map, named(u"Old"_s), named(u"acme 2"_s), named(u"ACME 2"_s)));
    QVERIFY(hasArrived(map, named(u"Old"_s), named(u"acme  2"_s), named(u"Acme 2"_s)));
    QVERIFY(!hasArrived(map, named(u"Old"_s), named(u"acme"_s), named(u"acme 2"_s)));
    // Only the case was to change, and it has not.
    QVERIFY(!hasArrived(map, named(u"Acme"_s), named(u"ACME"_s), named(u"Acme"_s)));
    QCOMPARE(arrivedOf(map, named(u"Old"_s), named(u"acme"_s), named(u"ACME"_s)), named(u"ACME"_s));
    QCOMPARE(arrivedOf(map, named(u"Acme"_s), named(u"ACME"_s), named(u"Acme"_s)), RemoteValues());
}

void TestMerge::I3_randomTriples_settleAndStaySettled_data()
{
    QTest::addColumn<ConflictPolicy>("policy");
    QTest::addColumn<bool>("twoWay");
    for (const ConflictPolicy policy : allPolicies) {
        for (const bool twoWay : {true, false})
            QTest::addRow("%s, %s", qPrintable(conflictPolicyName(policy)), twoWay ? "two-way" : "one-way")
                << policy << twoWay;
    }
}

void TestMerge::I3_randomTriples_settleAndStaySettled()
{
    QFETCH(ConflictPolicy, policy);
    QFETCH(bool, twoWay);

    KindMap map;
    QHash<QString, QList<QJsonValue>> pools;
    const QList<QJsonValue> blanks{QJsonValue::Null, QJsonValue::Undefined, QString(), u" "_s, QJsonArray()};
    for (const Sample &sample : samples()) {
        for (const Direction direction : {Direction::Both, Direction::In}) {
            for (const WireShape shape : {WireShape::Text, WireShape::Reference}) {
                const QString name =
                    u"%1/%2/%3"_s.arg(QLatin1StringView(sample.name)).arg(int(direction)).arg(int(shape));
                map.fields.append({.field = name,
                                   .remote = name,
                                   .shape = shape,
                                   .direction = direction,
                                   .normal = sample.form});
                pools.insert(name,
                             blanks
                                 + QList<QJsonValue>{sample.base, sample.baseRewritten, sample.one,
                                                     sample.oneRewritten, sample.other});
                if (sample.form == NormalForm::Flag)
                    pools.insert(name, {QJsonValue::Null, false, true});
                if (sample.form == NormalForm::Mac)
                    pools[name].append(u"00:11:22:33:44:55,00:11:22:33:44:56"_s);
            }
        }
    }

    QRandomGenerator random(20260131);
    // Times the number of fields, so many more triples.
    const int rounds = qEnvironmentVariableIsSet("TANDEM_TEST_LONG") ? 20'000 : 1'000;
    for (int round = 0; round < rounds; ++round) {
        RemoteValues base;
        RemoteValues local;
        RemoteValues remote;
        for (const MappedField &field : std::as_const(map.fields)) {
            const QList<QJsonValue> &pool = pools[field.field];
            const auto any = [&] { return pool.at(random.bounded(int(pool.size()))); };
            base.insert(field.field, any());
            remote.insert(field.field, random.bounded(3) == 0 ? base.value(field.field) : any());
            // What only comes in, and one value in ten, says nothing about this side.
            if (field.direction == Direction::Both && random.bounded(10) != 0)
                local.insert(field.field, random.bounded(3) == 0 ? base.value(field.field) : any());
        }

        const MergeAnswer answer = merge(map, base, local, remote, policy, twoWay);
        RemoteValues localAfter = local;
        RemoteValues remoteAfter = remote;
        RemoteValues baseAfter = answer.baseline;
        for (auto it = answer.take.constBegin(); it != answer.take.constEnd(); ++it) {
            if (local.contains(it.key()))
                localAfter.insert(it.key(), it.value());
        }
        for (auto it = answer.push.constBegin(); it != answer.push.constEnd(); ++it) {
            remoteAfter.insert(it.key(), it.value());
            baseAfter.insert(it.key(), it.value());
        }
        QSet<QString> open;
        QSet<QString> inConflict;
        for (const FieldConflict &conflict : answer.conflicts) {
            inConflict.insert(conflict.field);
            if (conflict.settledBy == ConflictPolicy::Ask)
                open.insert(conflict.field);
        }
        QCOMPARE(answer.needsPerson(), !open.isEmpty());

        for (const MappedField &field : std::as_const(map.fields)) {
            const QString &id = field.field;
            const auto same = [&](const RemoteValues &one, const RemoteValues &other) {
                return sameValue(field.normal, one.value(id), other.value(id));
            };
            const QByteArray where = u"round %1, %2"_s.arg(round).arg(id).toUtf8();
            const bool travelsOut = twoWay && field.direction == Direction::Both && local.contains(id);
            const bool localChanged = travelsOut && !same(base, local);
            const bool remoteIsNoChange = (field.shape == WireShape::Reference && isBlank(remote.value(id)))
                || (field.normal == NormalForm::Mac && !isBlank(remote.value(id))
                    && wellFormedMac(remote.value(id).toString()).isEmpty());
            QVERIFY2(!(answer.push.contains(id) && answer.take.contains(id)), where.constData());
            QVERIFY2(!answer.push.contains(id) || localChanged, where.constData());
            QVERIFY2(!answer.take.contains(id) || !same(base, remote), where.constData());
            // An edit is pushed, already there, or told about as a conflict.
            QVERIFY2(!localChanged || answer.push.contains(id) || same(local, remote)
                         || inConflict.contains(id),
                     where.constData());
            // A blank goes out only where a person made it.
            if (answer.push.contains(id) && isBlank(answer.push.value(id)))
                QVERIFY2(!isBlank(base.value(id)), where.constData());
            if (open.contains(id)) {
                QVERIFY2(!answer.push.contains(id) && !answer.take.contains(id), where.constData());
                QCOMPARE(answer.baseline.value(id), base.value(id));
            } else if (travelsOut && (!remoteIsNoChange || answer.push.contains(id))) {
                QVERIFY2(same(localAfter, remoteAfter), where.constData());
                QVERIFY2(same(baseAfter, remoteAfter), where.constData());
            }
        }

        const MergeAnswer again = merge(map, baseAfter, localAfter, remoteAfter, policy, twoWay);
        QCOMPARE(again.push, RemoteValues());
        QCOMPARE(again.take, RemoteValues());
        QCOMPARE(again.conflicts.size(), open.size());
        QStringList left = twoWay ? fieldsToPush(map, baseAfter, localAfter) : QStringList();
        left.removeIf([&](const QString &id) { return open.contains(id); });
        QCOMPARE(left, QStringList());
        QVERIFY(hasArrived(map, {}, answer.push, remoteAfter));
    }
}

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
