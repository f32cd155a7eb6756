// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/vault.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <sodium.h>

#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Vault)
};

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

QByteArray randomBytes(size_t count)
{
    QByteArray random(qsizetype(count), Qt::Uninitialized);
    randombytes_buf(random.data(), count);
    return random;
}

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly)
        && file.write(content) == content.size() && file.commit();
    if (!isWritten) {
        return fail(ErrorCode::SecretMissing,
                    Words::tr("The credentials could not be kept in %1: %2").arg(path, file.errorString()));
    }
    return {};
}

SecretString secretOf(const QByteArray &raw)
{
    return SecretString(QString::fromLatin1(raw.toBase64()));
}

} // namespace

Vault::Vault(QString path, SecretString passphrase)
    : m_path(std::move(path))
    , m_passphrase(std::move(passphrase))
{
}

Result<Credentials> Vault::read(const QString &key) const
{
    const Result<Entries> entries = load();
    if (!entries)
        return fail(entries.error());
    if (!entries->contains(key))
        return fail(ErrorCode::SecretMissing,
                    Words::tr("No credentials are stored for this integration. Enter them under Edit Connection."));
    return entries->value(key);
}

Result<void> Vault::write(const QString &key, const Credentials &credentials)
{
    Result<Entries> entries = load();
    if (!entries)
        return fail(entries.error());
    entries->insert(key, credentials);
    return store(*entries);
}

Result<void> Vault::remove(const QString &key)
{
    if (!exists())
        return {};
    Result<Entries> entries = load();
    if (!entries)
        return fail(entries.error());
    if (entries->remove(key) == 0)
        return {};
    return store(*entries);
}

bool Vault::exists() const
{
    return QFile::exists(m_path);
}

QString Vault::path() const
{
    return m_path;
}

Result<Vault::Entries> Vault::load() const
{
    if (!exists())
        return Entries();
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::SecretMissing, Words::tr("%1 cannot be read: %2").arg(m_path, file.errorString()));
    const QJsonObject sealed = QJsonDocument::fromJson(file.readAll()).object();
    const QByteArray salt = QByteArray::fromBase64(sealed.value("salt"_L1).toString().toLatin1());
    const QByteArray nonce = QByteArray::fromBase64(sealed.value("nonce"_L1).toString().toLatin1());
    const QByteArray box = QByteArray::fromBase64(sealed.value("box"_L1).toString().toLatin1());
    if (salt.size() != crypto_pwhash_SALTBYTES || nonce.size() != crypto_secretbox_NONCEBYTES
        || box.size() < qsizetype(crypto_secretbox_MACBYTES))
        return fail(ErrorCode::SecretMissing, Words::tr("%1 is damaged. Enter the credentials again.").arg(m_path));
    const Result<SecretString> key = keyFor(salt);
    if (!key)
        return fail(key.error());
    QByteArray plain(box.size() - qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    const QByteArray rawKey = QByteArray::fromBase64(key->reveal());
    if (crypto_secretbox_open_easy(bytes(plain), bytes(box), size_t(box.size()), bytes(nonce), bytes(rawKey)) != 0) {
        return fail(ErrorCode::SecretMissing,
                    Words::tr("The vault %1 does not open with this passphrase or key.").arg(m_path));
    }
    const QJsonObject content = QJsonDocument::fromJson(plain).object();
    sodium_memzero(plain.data(), size_t(plain.size()));
    Entries entries;
    for (auto it = content.constBegin(); it != content.constEnd(); ++it) {
        const QJsonObject object = it.value().toObject();
        Credentials credentials;
        for (auto field = object.constBegin(); field != object.constEnd(); ++field)
            credentials.insert(field.key(), SecretString(field.value().toString()));
        entries.insert(it.key(), credentials);
    }
    return entries;
}

Result<void> Vault::store(const Entries &entries) const
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, Words::tr("The encryption library could not be started."));
    QJsonObject content;
    for (auto it = entries.constBegin(); it != entries.constEnd(); ++it) {
        QJsonObject object;
        for (auto field = it.value().constBegin(); field != it.value().constEnd(); ++field)
            object.insert(field.key(), QString::fromUtf8(field.value().reveal()));
        content.insert(it.key(), object);
    }
    const QByteArray salt = randomBytes(crypto_pwhash_SALTBYTES);
    const QByteArray nonce = randomBytes(crypto_secretbox_NONCEBYTES);
    const Result<SecretString> key = keyFor(salt);
    if (!key)
        return fail(key.error());
    QByteArray plain = QJsonDocument(content).toJson(QJsonDocument::Compact);
    QByteArray box(plain.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    const QByteArray rawKey = QByteArray::fromBase64(key->reveal());
    crypto_secretbox_easy(bytes(box), bytes(std::as_const(plain)), size_t(plain.size()), bytes(nonce), bytes(rawKey));
    sodium_memzero(plain.data(), size_t(plain.size()));
    const QJsonObject sealed {{u"format"_s, u"tandem-vault-1"_s},
                              {u"salt"_s, QString::fromLatin1(salt.toBase64())},
                              {u"nonce"_s, QString::fromLatin1(nonce.toBase64())},
                              {u"box"_s, QString::fromLatin1(box.toBase64())}};
    return writeFile(m_path, QJsonDocument(sealed).toJson());
}

Result<SecretString> Vault::keyFor(const QByteArray &salt) const
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, Words::tr("The encryption library could not be started."));
    if (m_passphrase.isEmpty())
        return keyFromFile();
    QByteArray key(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    const QByteArray &passphrase = m_passphrase.reveal();
    const int failed = crypto_pwhash(bytes(key), crypto_secretbox_KEYBYTES, passphrase.constData(),
                                     size_t(passphrase.size()), bytes(salt), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                     crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0)
        return fail(ErrorCode::Internal, Words::tr("There is not enough memory to open the vault."));
    const SecretString secret = secretOf(key);
    sodium_memzero(key.data(), size_t(key.size()));
    return secret;
}

Result<SecretString> Vault::keyFromFile() const
{
    const QString path = m_path + u".key"_s;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray key = file.readAll();
        if (key.size() == crypto_secretbox_KEYBYTES)
            return secretOf(key);
        return fail(ErrorCode::SecretMissing, Words::tr("%1 is damaged. Enter the credentials again.").arg(path));
    }
    if (exists()) {
        return fail(ErrorCode::SecretMissing,
                    Words::tr("The vault %1 needs its passphrase; give it in TANDEM_VAULT_PASSPHRASE.").arg(m_path));
    }
    const QByteArray key = randomBytes(crypto_secretbox_KEYBYTES);
    if (const Result<void> written = writeFile(path, key); !written)
        return fail(written.error());
    return secretOf(key);
}

} // namespace tandem
