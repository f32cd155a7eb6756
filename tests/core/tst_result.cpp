// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestResult final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyCode_hasItsOwnWord();
    void onlyWhatPassesByItself_isTransient();
    void failure_keepsWhatItWasGiven();
};

void TestResult::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestResult::everyCode_hasItsOwnWord()
{
    QSet<QString> words;
    for (int i = 0; i < int(ErrorCode::Count); ++i)
        words.insert(errorCodeName(ErrorCode(i)));
    QCOMPARE(words.size(), qsizetype(ErrorCode::Count));
    QVERIFY(!words.contains(QString()));
    QCOMPARE(errorCodeName(ErrorCode::BadInput), u"bad_input"_s);
    QCOMPARE(errorCodeName(ErrorCode::SignInFailed), u"sign_in_failed"_s);
    QCOMPARE(errorCodeName(ErrorCode::OutcomeUnknown), u"outcome_unknown"_s);
    QCOMPARE(errorCodeName(ErrorCode::Internal), u"internal"_s);
}

void TestResult::onlyWhatPassesByItself_isTransient()
{
    const QSet<ErrorCode> passing{ErrorCode::Unreachable, ErrorCode::TimedOut,  ErrorCode::RateLimited,
                                  ErrorCode::ServerFault, ErrorCode::BadAnswer, ErrorCode::OutcomeUnknown};
    for (int i = 0; i < int(ErrorCode::Count); ++i) {
        const auto code = ErrorCode(i);
        QVERIFY2((Error{.code = code}).isTransient() == passing.contains(code),
                 qPrintable(errorCodeName(code)));
    }
}

void TestResult::failure_keepsWhatItWasGiven()
{
    const Result<int> short_ = fail(ErrorCode::NotFound, u"There is none."_s);
    QVERIFY(!short_);
    QCOMPARE(int(short_.error().code), int(ErrorCode::NotFound));
    QCOMPARE(short_.error().message, u"There is none."_s);
    const Result<> whole = fail(Error{.code = ErrorCode::Rejected, .field = u"name"_s, .httpStatus = 400});
    QVERIFY(!whole);
    QCOMPARE(whole.error().field, u"name"_s);
    QCOMPARE(whole.error().httpStatus, 400);
}

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
