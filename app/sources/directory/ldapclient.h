// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secretstring.h"
#include "sources/directory/ldapentry.h"
#include "sources/directory/ldapproblem.h"
#include "store/directory.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

struct ldap;

namespace tandem {

/** How long a server may take. */
struct LdapPatience {
    std::chrono::milliseconds connect{10'000}; ///< for each of: the connection, TLS, the sign-in
    std::chrono::milliseconds answer{30'000}; ///< without a word, during a search
};

/** What a server says of itself (RFC 4512, 5.1, and [MS-ADTS] 3.1.1.3.2). */
struct LdapRoot {
    bool isActiveDirectory = false;
    QStringList baseDns; ///< the domain's first
    QString domainDn; ///< defaultNamingContext, of AD
    QString serverId; ///< dsServiceName and invocationId; empty: the server counts no changes
    qint64 highestUsn = 0;
};

/** What is searched for. */
struct LdapSearch {
    enum class Scope : quint8 { Entry, Tree };
    QString base;
    Scope scope = Scope::Tree;
    QByteArray filter;
    QList<QByteArray> attributes;
    int pageSize = 500; ///< 0: all at once; of AD at most 1,000
    int limit = 0; ///< ends after so many entries; 0: none
};

/**
 * A connection to one LDAP server over OpenLDAP's libldap. Its calls block, at most as long as the patience
 * says, so it is for one worker thread. A password leaves only once TLS is in place and the server's
 * certificate has been accepted. Referrals are not followed. `isCancelled` is asked from another thread too.
 */
class LdapClient final {
    Q_DISABLE_COPY_MOVE(LdapClient)
public:
    explicit LdapClient(Directory directory, LdapPatience patience = {},
                        std::function<bool()> isCancelled = {});
    ~LdapClient();

    /** Connects and, but for Kerberos, begins TLS. Enough to read the root. */
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> signIn(const SecretString &password);
    [[nodiscard]] Result<LdapRoot> root();
    /** Calls `take` for each entry, in the server's order; its error ends the search and is answered. How
     * many came. */
    [[nodiscard]] Result<int> search(const LdapSearch &search,
                                     const std::function<Result<void>(const LdapEntry &)> &take);

private:
    struct Unbind {
        void operator()(ldap *handle) const;
    };
    class Message;
    class Socket;

    enum class Trust : quint8 { Verified, Unverified };
    [[nodiscard]] Result<void> open(Trust trust);
    [[nodiscard]] Result<void> setOptions(Trust trust);
    [[nodiscard]] QSslCertificate peerCertificate() const;
    [[nodiscard]] Result<void> startTls();
    /** A call of libldap that blocks, such as the handshake of TLS: ended when its time is over. */
    [[nodiscard]] Result<void> call(LdapStep step, const std::function<int()> &work);
    [[nodiscard]] Result<void> signInSimply(const SecretString &password);
    [[nodiscard]] Result<void> signInByTicket();
    /** Waits for the next message of an operation, a little at a time, so that a cancelled one ends soon. */
    [[nodiscard]] Result<void> next(int operation, std::chrono::milliseconds patience, LdapStep step,
                                    Message &message);
    [[nodiscard]] LdapEntry entryFrom(const Message &message) const;
    [[nodiscard]] tl::unexpected<Error> failed(int code, LdapStep step, const QString &words = {}) const;
    [[nodiscard]] QString diagnostic() const;

    const Directory m_directory;
    const LdapPatience m_patience;
    const std::function<bool()> m_isCancelled;
    std::unique_ptr<Socket> m_socket; ///< outlives the connection
    std::unique_ptr<ldap, Unbind> m_ldap;
};

} // namespace tandem
