// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secretstring.h"

#include <QDebug>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <optional>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define TANDEM_HEAP_IS_WATCHED_BY_OTHERS
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define TANDEM_HEAP_IS_WATCHED_BY_OTHERS
#endif

namespace {

const char *watchedBytes = nullptr;
qsizetype watchedSize = 0;
bool isFreed = false;
bool isFreedWiped = false;

} // namespace

#if defined(__GLIBC__) && !defined(TANDEM_HEAP_IS_WATCHED_BY_OTHERS)
#define TANDEM_CAN_WATCH_HEAP
extern "C" void __libc_free(void *block);

/** Looks at the watched bytes at the last moment at which they are ours. */
extern "C" void free(void *block) noexcept
{
    const auto *start = static_cast<const char *>(block);
    // The bytes of a QByteArray begin shortly after their block does.
    if (watchedBytes && block && watchedBytes >= start && watchedBytes - start <= 64) {
        isFreed = true;
        isFreedWiped = std::all_of(watchedBytes, watchedBytes + watchedSize, [](char c) { return c == 0; });
        watchedBytes = nullptr;
    }
    __libc_free(block);
}
#endif

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Rule I4: a credential is nowhere but where it is needed. */
class TestSecretString final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void reveal_tellsTheSecret();
    void I4_debugOutput_hidesTheSecret();
    void I4_destroyedSecret_isWiped();
    void I4_replacedSecret_isWiped();
    void I4_copy_sharesNothingWithTheOriginal();
    void I4_movedFromSecret_isEmpty();
};

namespace {

QString plainText()
{
    return u"correct horse battery staple"_s;
}

void watch(const SecretString &secret)
{
    watchedBytes = secret.reveal().constData();
    watchedSize = secret.reveal().size();
    isFreed = false;
    isFreedWiped = false;
}

} // namespace

void TestSecretString::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    watchedBytes = nullptr;
}

void TestSecretString::reveal_tellsTheSecret()
{
    const SecretString secret(u"pässword"_s);
    QCOMPARE(secret.reveal(), QByteArray("p\xc3\xa4ssword"));
    QVERIFY(!secret.isEmpty());
    QVERIFY(SecretString().isEmpty());
    QVERIFY(SecretString(QString()).isEmpty());
}

void TestSecretString::I4_debugOutput_hidesTheSecret()
{
    QString text;
    QDebug(&text) << SecretString(plainText()) << Credentials{{u"private_key"_s, SecretString(plainText())}};
    QVERIFY(text.contains("***"_L1));
    QVERIFY(text.contains("private_key"_L1));
    for (const QString &word : plainText().split(u' '))
        QVERIFY2(!text.contains(word), qPrintable(text));
}

void TestSecretString::I4_destroyedSecret_isWiped()
{
#ifndef TANDEM_CAN_WATCH_HEAP
    QSKIP("The heap cannot be watched in this build.");
#else
    {
        const SecretString secret(plainText());
        watch(secret);
    }
    QVERIFY(isFreed);
    QVERIFY(isFreedWiped);
    {
        const SecretString original(plainText());
        const SecretString copy(original);
        watch(copy);
    }
    QVERIFY(isFreed);
    QVERIFY(isFreedWiped);
#endif
}

void TestSecretString::I4_replacedSecret_isWiped()
{
#ifndef TANDEM_CAN_WATCH_HEAP
    QSKIP("The heap cannot be watched in this build.");
#else
    SecretString secret(plainText());
    watch(secret);
    secret = SecretString(u"another"_s);
    QVERIFY(isFreed);
    QVERIFY(isFreedWiped);
    QCOMPARE(secret.reveal(), QByteArray("another"));
#endif
}

void TestSecretString::I4_copy_sharesNothingWithTheOriginal()
{
    auto original = std::make_optional<SecretString>(plainText());
    const SecretString copy(*original);
    QVERIFY(copy.reveal().constData() != original->reveal().constData());
    original.reset();
    QCOMPARE(copy.reveal(), plainText().toUtf8());
}

void TestSecretString::I4_movedFromSecret_isEmpty()
{
    SecretString original(plainText());
    const SecretString moved(std::move(original));
    QVERIFY(original.isEmpty()); // NOLINT(bugprone-use-after-move)
    QCOMPARE(moved.reveal(), plainText().toUtf8());
}

QTEST_GUILESS_MAIN(TestSecretString)
#include "tst_secretstring.moc"
