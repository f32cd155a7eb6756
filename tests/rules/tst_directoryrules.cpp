// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/directoryrules.h"

#include <QJsonArray>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;
using How = PersonMatch::How;

namespace {

QJsonObject point(const QString &value, const QString &label, bool isPrimary)
{
    return {{u"value"_s, value}, {u"label"_s, label}, {u"primary"_s, isPrimary}};
}

PersonCandidate candidate(RecordId id, const QString &first, const QString &last,
                          const QStringList &emails = {}, const QString &externalId = {})
{
    QJsonArray points;
    for (const QString &email : emails)
        points.append(QJsonObject{{u"value"_s, email}});
    return {.id = id,
            .fields = {{u"first_name"_s, first}, {u"last_name"_s, last}, {u"emails"_s, points}},
            .externalId = externalId};
}

const DirectoryLabels labels{.email = u"Work"_s, .phone = u"Direct"_s};

} // namespace

class TestDirectoryRules final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void H4_match_isKnownIdThenEmailThenName_data();
    void H4_match_isKnownIdThenEmailThenName();
    void H4_match_neverTakesAnotherUsersContact();
    void H4_match_ofAnotherDirectory_isLeftAlone();
    void H4_enriching_neverBlanksOrReplacesWhatWasTyped_data();
    void H4_enriching_neverBlanksOrReplacesWhatWasTyped();
    void H4_email_isAddedOrTakesItsFormerPlace_data();
    void H4_email_isAddedOrTakesItsFormerPlace();
    void H4_phones_areComparedByDigits();
    void B2_labels_areThePsasOrOurs();
};

void TestDirectoryRules::H4_match_isKnownIdThenEmailThenName_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<How>("how");
    QTest::addColumn<QList<RecordId>>("records");
    QTest::newRow("known, whatever else it says")
        << u"g1"_s << u"two@x.example"_s << u"Bob"_s << u"Two"_s << How::Known << QList<RecordId>{1};
    QTest::newRow("email, without regard to case")
        << u"new"_s << u"TWO@x.example"_s << u"Somebody"_s << u"Else"_s << How::Email << QList<RecordId>{2};
    QTest::newRow("email goes before name")
        << u"new"_s << u"two@x.example"_s << u"Cleo"_s << u"Three"_s << How::Email << QList<RecordId>{2};
    QTest::newRow("name") << u"new"_s << u"other@x.example"_s << u"Cleo"_s << u"Three"_s << How::Name
                          << QList<RecordId>{3};
    QTest::newRow("name is exact") << u"new"_s << QString() << u"cleo"_s << u"Three"_s << How::None
                                   << QList<RecordId>();
    QTest::newRow("first name alone is no name")
        << u"new"_s << QString() << u"Cleo"_s << QString() << How::None << QList<RecordId>();
    QTest::newRow("shared address, told by name")
        << u"new"_s << u"info@x.example"_s << u"Dan"_s << u"Four"_s << How::Email << QList<RecordId>{4};
    QTest::newRow("shared address, not told") << u"new"_s << u"info@x.example"_s << u"Somebody"_s << u"Else"_s
                                              << How::Several << QList<RecordId>{4, 5};
    QTest::newRow("namesakes") << u"new"_s << QString() << u"Eve"_s << u"Six"_s << How::Several
                               << QList<RecordId>{6, 7};
    QTest::newRow("hostile") << u"new"_s << u"*)(uid=*"_s << u"*)(uid=*"_s << u"*"_s << How::None
                             << QList<RecordId>();
    QTest::newRow("nobody") << u"new"_s << u"x@y.example"_s << u"No"_s << u"Body"_s << How::None
                            << QList<RecordId>();
}

void TestDirectoryRules::H4_match_isKnownIdThenEmailThenName()
{
    const PersonMatcher matcher(
        {candidate(1, u"Ann"_s, u"One"_s, {u"one@x.example"_s}, u"g1"_s),
         candidate(2, u"Bob"_s, u"Two"_s, {u"private@y.example"_s, u"two@x.example"_s}),
         candidate(3, u"Cleo"_s, u"Three"_s), candidate(4, u"Dan"_s, u"Four"_s, {u"info@x.example"_s}),
         candidate(5, u"Dora"_s, u"Five"_s, {u"info@x.example"_s}), candidate(6, u"Eve"_s, u"Six"_s),
         candidate(7, u"Eve"_s, u"Six"_s)});
    QFETCH(QString, id);
    QFETCH(QString, email);
    QFETCH(QString, first);
    QFETCH(QString, last);
    const PersonMatch match =
        matcher.match({.externalId = id, .firstName = first, .lastName = last, .email = email});
    QTEST(match.how, "how");
    QTEST(match.records, "records");
}

void TestDirectoryRules::H4_match_neverTakesAnotherUsersContact()
{
    PersonMatcher matcher({candidate(1, u"Ann"_s, u"Smith"_s, {u"ann@x.example"_s})});
    const DirectoryPerson one{
        .externalId = u"g1"_s, .firstName = u"Ann"_s, .lastName = u"Smith"_s, .email = u"ann@x.example"_s};
    const DirectoryPerson other{
        .externalId = u"g2"_s, .firstName = u"Ann"_s, .lastName = u"Smith"_s, .email = u"ann@x.example"_s};
    QCOMPARE(matcher.match(one).how, How::Email);
    matcher.take(1, one.externalId);
    QCOMPARE(matcher.match(one).how, How::Known);
    QCOMPARE(matcher.match(other).how, How::None);
}

void TestDirectoryRules::H4_match_ofAnotherDirectory_isLeftAlone()
{
    PersonCandidate theirs = candidate(1, u"Ann"_s, u"Smith"_s);
    theirs.isElsewhere = true;
    const PersonMatcher matcher({theirs});
    QCOMPARE(matcher.match({.externalId = u"g"_s, .firstName = u"Ann"_s, .lastName = u"Smith"_s}).how,
             How::Elsewhere);
}

void TestDirectoryRules::H4_enriching_neverBlanksOrReplacesWhatWasTyped_data()
{
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("written");
    QTest::newRow("blank is filled") << QString() << QString() << u"Boss"_s << u"Boss"_s;
    QTest::newRow("typed stays") << u"Chief"_s << QString() << u"Boss"_s << QString();
    QTest::newRow("the directory's own is followed") << u"Boss"_s << u"Boss"_s << u"CEO"_s << u"CEO"_s;
    QTest::newRow("typed over the directory's stays") << u"Chief"_s << u"Boss"_s << u"CEO"_s << QString();
    QTest::newRow("nothing is blanked") << u"Boss"_s << u"Boss"_s << QString() << QString();
    QTest::newRow("the same") << u"Boss"_s << u"Boss"_s << u"Boss"_s << QString();
    QTest::newRow("what a person blanked is filled again")
        << QString() << u"Boss"_s << u"Boss"_s << u"Boss"_s;
}

void TestDirectoryRules::H4_enriching_neverBlanksOrReplacesWhatWasTyped()
{
    QFETCH(QString, there);
    QFETCH(QString, before);
    QFETCH(QString, now);
    const FieldValues values = enrichedValues({.title = now}, labels, {{u"title"_s, nullIfBlank(there)}},
                                              {{u"title"_s, nullIfBlank(before)}});
    QTEST(values.value(u"title"_s).toString(), "written");
    QVERIFY(!values.contains(u"emails"_s));
    QVERIFY(!values.contains(u"first_name"_s));
}

void TestDirectoryRules::H4_email_isAddedOrTakesItsFormerPlace_data()
{
    QTest::addColumn<QJsonArray>("there");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QJsonArray>("written");
    const QJsonObject own = point(u"own@y.example"_s, u"Home"_s, true);
    QTest::newRow("the first is primary") << QJsonArray() << QString() << u"a@x.example"_s
                                          << QJsonArray{point(u"a@x.example"_s, u"Work"_s, true)};
    QTest::newRow("beside a person's") << QJsonArray{own} << QString() << u"a@x.example"_s
                                       << QJsonArray{own, point(u"a@x.example"_s, u"Work"_s, false)};
    QTest::newRow("there already") << QJsonArray{point(u"A@x.example"_s, u"Home"_s, true)} << QString()
                                   << u"a@x.example"_s << QJsonArray();
    QTest::newRow("in the place of the former, with its type")
        << QJsonArray{own, point(u"a@x.example"_s, u"Billing"_s, false)} << u"a@x.example"_s
        << u"b@x.example"_s << QJsonArray{own, point(u"b@x.example"_s, u"Billing"_s, false)};
    QTest::newRow("the former was removed by a person")
        << QJsonArray{own} << u"a@x.example"_s << u"b@x.example"_s
        << QJsonArray{own, point(u"b@x.example"_s, u"Work"_s, false)};
    QTest::newRow("none any more") << QJsonArray{point(u"a@x.example"_s, u"Work"_s, true)} << u"a@x.example"_s
                                   << QString() << QJsonArray();
}

void TestDirectoryRules::H4_email_isAddedOrTakesItsFormerPlace()
{
    QFETCH(QJsonArray, there);
    QFETCH(QString, before);
    QFETCH(QString, now);
    QFETCH(QJsonArray, written);
    const FieldValues values =
        enrichedValues({.email = now}, labels, {{u"emails"_s, there}}, {{u"email"_s, nullIfBlank(before)}});
    const QJsonArray emails = values.value(u"emails"_s).toArray();
    QCOMPARE(emails.size(), written.size());
    for (qsizetype i = 0; i < emails.size(); ++i) {
        for (const QString &key : {u"value"_s, u"label"_s})
            QCOMPARE(emails.at(i)[key], written.at(i)[key]);
        QCOMPARE(emails.at(i)["primary"_L1].toBool(), written.at(i)["primary"_L1].toBool());
    }
}

void TestDirectoryRules::H4_phones_areComparedByDigits()
{
    const FieldValues contact{{u"phones"_s, QJsonArray{point(u"+49 (30) 123-45"_s, u"Desk"_s, true)}}};
    const DirectoryPerson same{.phone = u"+493012345"_s};
    QVERIFY(enrichedValues(same, labels, contact, {}).isEmpty());
    const DirectoryPerson two{.phone = u"+49 30 12345"_s, .mobile = u"+49 170 1"_s};
    const QJsonArray phones = enrichedValues(two, labels, contact, {}).value(u"phones"_s).toArray();
    QCOMPARE(phones.size(), 2);
    QCOMPARE(phones.at(1)["value"_L1].toString(), u"+49 170 1"_s);
    QCOMPARE(phones.at(1)["label"_L1].toString(), u"Direct"_s);
}

void TestDirectoryRules::B2_labels_areThePsasOrOurs()
{
    QCOMPARE(directoryLabels({}), (DirectoryLabels{.email = u"AD Email"_s, .phone = u"AD Phone"_s}));
    SyncSettings first;
    first.emailType = u"Home"_s;
    SyncSettings taking;
    taking.twoWay = true;
    taking.pushDirectoryContacts = true;
    taking.emailType = u"Work"_s;
    taking.phoneType = u"Direct"_s;
    QCOMPARE(directoryLabels({first}), (DirectoryLabels{.email = u"Home"_s, .phone = u"AD Phone"_s}));
    QCOMPARE(directoryLabels({SyncSettings(), first, taking}), labels);
}

QTEST_GUILESS_MAIN(TestDirectoryRules)
#include "tst_directoryrules.moc"
