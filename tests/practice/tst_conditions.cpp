// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/connectwise/cwconditions.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tandem;
using namespace tandem::practicecw;

namespace {

using Kind = ConditionPath::Kind;

// A record of the test's own: the number in `field` says which value is meant.
std::optional<ConditionPath> pathOf(const QString &name)
{
    const auto path = [](Kind kind, int field, const char *choices = nullptr) {
        return ConditionPath{ConditionPath::Place::Record, ConditionPath::Part::Self, kind, field, choices};
    };
    if (name == "name"_L1)
        return path(Kind::Text, 0);
    if (name == "company/id"_L1)
        return path(Kind::Integer, 1);
    if (name == "closedFlag"_L1)
        return path(Kind::Boolean, 2);
    if (name == "lastUpdated"_L1)
        return path(Kind::Moment, 3);
    if (name == "cost"_L1)
        return path(Kind::Number, 4);
    if (name == "notes"_L1)
        return path(Kind::Text, 5);
    if (name == "kind"_L1)
        return path(Kind::Text, 6, "Email|Phone|Fax");
    return std::nullopt;
}

FieldValue valueOf(const ConditionPath &path)
{
    switch (path.field) {
    case 0:
        return QByteArray("Acme [West] \"HQ\"");
    case 1:
        return qint64(5);
    case 2:
        return false;
    case 3:
        return qint64(1472061866); // 2016-08-24T18:04:26Z
    case 4:
        return 12.5;
    case 6:
        return QByteArray("Email");
    default:
        return {}; // notes: null
    }
}

QDateTime today()
{
    return QDateTime(QDate(2016, 8, 24), QTime(20, 0), Qt::UTC);
}

} // namespace

class TestConditions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void aCondition_holdsOrNot_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *text, bool holds) {
            QTest::newRow(text) << QString::fromLatin1(text) << holds;
        };
        row("", true);
        row("company/id=5", true);
        row("company/id = 6", false);
        row("company/id != 5", false);
        row("company/id=\"5\"", true);
        row("company/id < 6 and company/id > 4", true);
        row("company/id <= 5 AND company/id >= 5", true);
        row("company/id in (1,2,5)", true);
        row("company/id in (1)", false);
        row("company/id not in (1,2)", true);
        row("company/id not in (5)", false);
        row("closedFlag=false", true);
        row("closedFlag=True", false);
        row("closedFlag = FALSE or company/id=9", true);
        row("name like \"acme%\"", true);
        row("name like 'ACME*'", true);
        row("name like 'West%'", false);
        row("name not like \"%east%\"", true);
        row("name contains 'west'", true);
        row("name contains \"[[]West]\"", true);
        row("name like \"%[[]West]%\"", true);
        row("name not contains 'west'", false);
        row("name = \"Acme [West] \\\"HQ\\\"\"", true);
        row("name = \"acme [west] \"\"hq\"\"\"", true);
        row("name = 'Acme [West] \"HQ\"'", true);
        row("name = ''", false);
        row("name in (\"a\", 'Acme [West] \"HQ\"')", true);
        row("lastUpdated > [2016-08-20T18:04:26Z]", true);
        row("lastUpdated>[2016-08-24T18:04:26Z]", false);
        row("lastUpdated>=[2016-08-24T18:04:26Z]", true);
        row("lastUpdated < [2016-08-25]", true);
        row("lastUpdated > [2016-08-24T19:04:26+02:00]", true);
        row("lastUpdated >= [today]", true);
        row("cost > 12", true);
        row("cost = 12.5", true);
        row("cost < -3", false);
        row("notes = null", true);
        row("notes != null", false);
        row("name != null", true);
        row("notes = 'x'", false);
        row("notes != 'x'", false); // as in SQL, nothing is known about a null
        row("notes not like '%x%'", false);
        row("kind = \"email\"", true);
        row("not company/id=5", false);
        row("not (company/id=6 or closedFlag=true)", true);
        row("(company/id=6 or company/id=5) and closedFlag=false", true);
        row("company/id=6 or company/id=5 and closedFlag=true", false); // `and` binds first
    }
    void aCondition_holdsOrNot()
    {
        QFETCH(QString, text);
        QFETCH(bool, holds);
        const auto condition = parseCondition(text, pathOf, today());
        QVERIFY2(condition.has_value(), condition ? "" : qPrintable(condition.error()));
        QCOMPARE(isSatisfied(*condition, valueOf), holds);
    }

    void aWrongCondition_isRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *text, const char *message) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(message);
        };
        row("resources/name='x'", "resources/name is not a recognized name.");
        row("company/id=5 and nope=1", "nope is not a recognized name.");
        row("kind='Pigeon'", "Enum value supplied was invalid");
        row("company/id=abc", "The value 'abc' cannot be compared with this field.");
        row("lastUpdated > '2016-08-20'", "The value '2016-08-20' cannot be compared with this field.");
        row("lastUpdated > [yesterday]", "The value 'yesterday' cannot be compared with this field.");
        row("name = \"open", "A string in the condition is not closed.");
        row("name ~ 'x'", "The condition has an unexpected character '~' at position 6.");
        row("name is 'x'", "'is' is not a recognized operator.");
        row("company/id in 5", "'in' needs a list in parentheses.");
        row("company/id in (5", "The list after 'in' is not closed.");
        row("(company/id=5", "The condition lacks a closing parenthesis.");
        row("company/id=5 company/id=6", "The condition cannot be read after '5'.");
        row("=5", "The condition needs a field name before '='.");
        row("name not = 'x'", "'not' needs contains, like or in after it.");
    }
    void aWrongCondition_isRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const auto condition = parseCondition(text, pathOf, today());
        QVERIFY(!condition.has_value());
        QCOMPARE(condition.error(), message);
    }

    void deepNesting_isRefusedInsteadOfExhaustingTheStack()
    {
        const QString text = QString(100000, u'(') + u"company/id=5"_s;
        QVERIFY(!parseCondition(text, pathOf, today()).has_value());
    }
};

QTEST_GUILESS_MAIN(TestConditions)
#include "tst_conditions.moc"
