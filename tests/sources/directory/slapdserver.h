// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/directory.h"

#include <QByteArray>
#include <QHash>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace tandem {

/**
 * OpenLDAP's slapd in a process of its own, on free ports of loopback, with TLS from an authority of its own.
 * It knows the attributes of Active Directory, and can say of itself that it is one.
 */
class SlapdServer final {
    Q_DISABLE_COPY_MOVE(SlapdServer)
public:
    enum class Kind { OpenLdap, LikeActiveDirectory };

    explicit SlapdServer(Kind kind = Kind::OpenLdap);
    ~SlapdServer();

    /** Whether slapd and openssl are installed. */
    [[nodiscard]] static bool isInstalled();

    /** Users and the like as LDIF, before it is started for the first time. */
    [[nodiscard]] bool load(const QByteArray &ldif);
    [[nodiscard]] bool start();
    void stop();
    /** Stands still, with its connections open, until it goes on. */
    void freeze();
    void thaw();
    /** Changes as LDIF, also of what is the server's own to write. */
    [[nodiscard]] bool change(const QByteArray &ldif);
    /** What it says of itself as an Active Directory; it starts anew for that. */
    [[nodiscard]] bool setHighestUsn(qint64 usn);
    [[nodiscard]] bool setService(const QByteArray &dn);

    [[nodiscard]] int port() const; ///< plain and StartTLS
    [[nodiscard]] int tlsPort() const;
    [[nodiscard]] QString caFile() const;
    /** A connection to it that works, with the filter of its kind. */
    [[nodiscard]] Directory directory(DirectorySecurity security = DirectorySecurity::Ldaps) const;

    static QString baseDn();
    static QString password();
    /** A user with these further lines. */
    static QByteArray user(const QByteArray &id, const QByteArray &firstName, const QByteArray &lastName,
                           const QByteArray &lines);

private:
    [[nodiscard]] bool writeConfiguration() const;

    const Kind m_kind;
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
    int m_tlsPort = 0;
    qint64 m_usn = 100;
    QByteArray m_service = "cn=NTDS,dc=example,dc=com";
};

} // namespace tandem
