// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apikeyservice.h"

#include "sync/recordservice.h"
#include "sync/recordsync.h"

#include <QCoreApplication>

#include <sodium.h>

#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t randomBytes = 32;
constexpr qsizetype longestName = 100;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::ApiKeyService)
};

tl::unexpected<Error> badName(const QString &message)
{
    return fail(Error{.code = ErrorCode::BadInput, .message = message, .field = u"name"_s});
}

} // namespace

QString apiKeyHash(const QByteArray &key)
{
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char *>(key.constData()),
                       size_t(key.size()), nullptr, 0);
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size())).toHex());
}

ApiKeyService::ApiKeyService(Stores &stores)
    : m_stores(stores)
{
}

Result<NewApiKey> ApiKeyService::create(const QString &name, Role role, const QString &person)
{
    const QString trimmed = name.simplified();
    if (trimmed.isEmpty())
        return badName(Words::tr("An API key needs a name, such as that of the script that uses it."));
    if (trimmed.size() > longestName)
        return badName(
            Words::tr("The name of an API key can have %n character(s) at most.", nullptr, int(longestName)));
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal,
                    Words::tr("This computer gives no random numbers, so no key can be made."));
    QByteArray random(qsizetype(randomBytes), '\0');
    randombytes_buf(random.data(), size_t(random.size()));
    QByteArray key =
        "TDM."_ba + random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    sodium_memzero(random.data(), size_t(random.size()));
    NewApiKey made{.key = SecretString(QString::fromLatin1(key))};
    const Result<void> stored = inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<std::optional<ApiKey>> same = m_stores.apiKeys.byName(trimmed);
        if (!same)
            return fail(same.error());
        if (*same)
            return badName(
                Words::tr("There is an API key called \"%1\" already. Choose another name, or revoke that "
                          "one first.")
                    .arg(trimmed));
        const ApiKey row{
            .name = trimmed, .role = role, .createdAt = m_stores.clock.nowUtc(), .createdBy = person};
        const Result<qint64> id = m_stores.apiKeys.insert(row, apiKeyHash(key));
        if (!id)
            return fail(id.error());
        made.id = *id;
        return {};
    });
    sodium_memzero(key.data(), size_t(key.size()));
    if (!stored)
        return fail(stored.error());
    return made;
}

Result<void> ApiKeyService::revoke(qint64 id)
{
    return inTransaction(m_stores.database,
                         [&] { return m_stores.apiKeys.revoke(id, m_stores.clock.nowUtc()); });
}

Result<void> ApiKeyService::noteUse(qint64 id)
{
    // A power cut may take it back: it only tells a person which keys are still needed.
    return inTransaction(
        m_stores.database, [&] { return m_stores.apiKeys.noteUse(id, m_stores.clock.nowUtc()); },
        Durability::Later);
}

} // namespace tandem
