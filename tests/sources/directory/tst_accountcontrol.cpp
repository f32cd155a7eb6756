// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/accountcontrol.h"
#include "sources/directory/adtime.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);

} // namespace

class TestAccountControl final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void flags_areToldApart_data();
    void flags_areToldApart();
    void status_isDisabledBeforeExpired();
    void expiry_asksTheServerFirst();
    void expiry_isNever_forWhomItDoesNotApply();
};

void TestAccountControl::flags_areToldApart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<AccountControl>("control");
    QTest::newRow("user") << QByteArray("512") << true << AccountControl{};
    QTest::newRow("disabled") << QByteArray("514") << true << AccountControl{.isDisabled = true};
    QTest::newRow("password for ever")
        << QByteArray("66048") << true << AccountControl{.passwordNeverExpires = true};
    QTest::newRow("smart card") << QByteArray("262656") << true << AccountControl{.needsSmartcard = true};
    QTest::newRow("computer") << QByteArray("4096") << true << AccountControl{.isMachine = true};
    QTest::newRow("trust") << QByteArray("2048") << true << AccountControl{.isMachine = true};
    QTest::newRow("highest bit is a sign") << QByteArray("-2147483136") << true << AccountControl{};
    QTest::newRow("no number") << QByteArray("0x200") << false << AccountControl{};
    QTest::newRow("empty") << QByteArray() << false << AccountControl{};
}

void TestAccountControl::flags_areToldApart()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isKnown);
    QFETCH(AccountControl, control);
    const std::optional<AccountControl> read = accountControlFrom(text);
    QCOMPARE(read.has_value(), isKnown);
    QCOMPARE(read.value_or(AccountControl()), control);
}

void TestAccountControl::status_isDisabledBeforeExpired()
{
    const QDateTime past = now.addDays(-1);
    QCOMPARE(accountStatus(std::nullopt, past, now), AccountStatus::Unknown);
    QCOMPARE(accountStatus(AccountControl{}, {}, now), AccountStatus::Enabled);
    QCOMPARE(accountStatus(AccountControl{}, now.addDays(1), now), AccountStatus::Enabled);
    QCOMPARE(accountStatus(AccountControl{}, past, now), AccountStatus::Expired);
    QCOMPARE(accountStatus(AccountControl{.isDisabled = true}, past, now), AccountStatus::Disabled);
}

void TestAccountControl::expiry_asksTheServerFirst()
{
    const QDateTime told = now.addDays(7);
    const qint64 month = qint64(30) * 24 * 3600 * 1000;
    const PasswordAge both{.computed = QByteArray::number(toFileTime(told)), .setAt = now, .maxAgeMs = month};
    QCOMPARE(passwordExpiry(AccountControl{}, both), told);
    QCOMPARE(passwordExpiry(AccountControl{}, {.computed = {}, .setAt = now, .maxAgeMs = month}),
             now.addDays(30));
    // A password that must be set anew has no age.
    QVERIFY(!passwordExpiry(AccountControl{}, {.computed = {}, .setAt = {}, .maxAgeMs = month}).isValid());
    QVERIFY(!passwordExpiry(AccountControl{}, {.computed = {}, .setAt = now, .maxAgeMs = 0}).isValid());
}

void TestAccountControl::expiry_isNever_forWhomItDoesNotApply()
{
    const PasswordAge age{.computed = {}, .setAt = now, .maxAgeMs = 1000};
    QVERIFY(!passwordExpiry(AccountControl{.passwordNeverExpires = true}, age).isValid());
    QVERIFY(!passwordExpiry(AccountControl{.needsSmartcard = true}, age).isValid());
    const PasswordAge never{.computed = "9223372036854775807", .setAt = now, .maxAgeMs = 1000};
    QVERIFY(!passwordExpiry(AccountControl{}, never).isValid());
}

QTEST_GUILESS_MAIN(TestAccountControl)
#include "tst_accountcontrol.moc"
