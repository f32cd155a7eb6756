// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/directory.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace tandem {

/** A domain of its own with Samba as its Active Directory domain controller, on loopback and the ports that
 * AD has. */
class SambaDomain final {
    Q_DISABLE_COPY_MOVE(SambaDomain)
public:
    SambaDomain();
    ~SambaDomain();

    /** Why it cannot be had here, in words; empty when it can. */
    [[nodiscard]] static QString obstacle();

    /** Makes the domain and starts its controller; takes about 20 s. */
    [[nodiscard]] bool start();
    void stop();
    [[nodiscard]] bool addUser(const QString &name, const QString &firstName, const QString &lastName,
                               const QStringList &options = {});
    /** `samba-tool user COMMAND NAME`. */
    [[nodiscard]] bool changeUser(const QString &command, const QString &name,
                                  const QStringList &options = {});
    /** Changes as LDIF, by the administrator; "BASE" stands for the domain. */
    [[nodiscard]] bool change(const QByteArray &ldif);

    [[nodiscard]] QString caFile() const;
    [[nodiscard]] Directory directory(DirectorySecurity security = DirectorySecurity::Ldaps) const;
    static QString password(); ///< the administrator's
    static QString userPassword();
    static QString baseDn();

private:
    [[nodiscard]] QString inFolder(const QString &path) const;

    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace tandem
