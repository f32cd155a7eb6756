// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/directory.h"

#include <QSslCertificate>
#include <QString>

namespace tandem {

/** What was being done when it went wrong, since the same code means different things. */
enum class LdapStep : quint8 { Connect, SignIn, Search };

/** What libldap and the server said of a failure. */
struct LdapFailure {
    int code = 0; ///< LDAP_…, of RFC 4511, appendix A, or below 0 of libldap itself
    QString words; ///< the diagnostic message, of the server or of TLS; may be empty
    LdapStep step = LdapStep::Search;
};

/**
 * The failure in plain words, with the way out; the server's own words go into `remoteWords`. Codes of Active
 * Directory for a refused sign-in ("data 52e") are told apart (Microsoft's "Common Active Directory bind
 * errors").
 */
[[nodiscard]] Error ldapError(const LdapFailure &failure, const Directory &directory);

/**
 * Why a server was not trusted that does speak TLS, by its certificate; null: it does not speak it.
 */
[[nodiscard]] Error certificateError(const QSslCertificate &certificate, const Directory &directory);

} // namespace tandem
