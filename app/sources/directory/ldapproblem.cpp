// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/ldapproblem.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

#include <ldap.h>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::LdapProblem)
};

QString addressOf(const Directory &directory)
{
    return u"%1:%2"_s.arg(directory.server).arg(directory.usedPort());
}

/** Why Active Directory refused the sign-in: the hexadecimal Windows error behind "data". */
QString refusalOf(const QString &words)
{
    static const QRegularExpression data(u"\\bdata ([0-9a-f]+)\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    bool isNumber = false;
    const uint code = data.match(words).captured(1).toUInt(&isNumber, 16);
    if (!isNumber)
        return {};
    switch (code) {
    case 0x525:
        return Words::tr(
            "The directory knows no such user. Write the name as user@domain, DOMAIN\\user or as a DN.");
    case 0x52e:
        return Words::tr("The user name or the password is wrong.");
    case 0x52f:
        return Words::tr(
            "A restriction of this account forbids the sign-in, such as a blank password. Ask who looks "
            "after the directory.");
    case 0x530:
        return Words::tr("This account may not sign in at this hour.");
    case 0x531:
        return Words::tr("This account may not sign in from this computer.");
    case 0x532:
        return Words::tr(
            "The password of this account has expired. Set a new one in the directory, and enter it here.");
    case 0x533:
        return Words::tr("This account is disabled. Enable it in the directory, or use another one.");
    case 0x701:
        return Words::tr("This account has expired. Extend it in the directory, or use another one.");
    case 0x773:
        return Words::tr("This account has to change its password first. Sign in to Windows with it once.");
    case 0x775:
        return Words::tr(
            "This account is locked after too many wrong passwords. Unlock it in the directory, or wait.");
    default:
        return {};
    }
}

Error signInRefused(const LdapFailure &failure, const Directory &directory)
{
    Error error{.code = ErrorCode::SignInFailed, .message = refusalOf(failure.words)};
    if (!error.message.isEmpty())
        return error;
    if (directory.bind == DirectoryBind::Kerberos) {
        error.message = Words::tr(
            "The sign-in with Kerberos failed. Is there a ticket (klist), is it for this domain, and "
            "is the server given by its full name?");
    } else {
        error.message = Words::tr("%1 refused the sign-in: the user name or the password is wrong.")
                            .arg(directory.server);
    }
    return error;
}

/** Whether a certificate made for `pattern` is one for this server: the same name, or its first part is a
 * star. */
bool isFor(const QString &pattern, const QString &server)
{
    if (pattern.startsWith("*."_L1))
        return server.section(u'.', 1).compare(QStringView(pattern).mid(2), Qt::CaseInsensitive) == 0;
    return pattern.compare(server, Qt::CaseInsensitive) == 0;
}

Error notConnected(const Directory &directory)
{
    return {
        .code = ErrorCode::Unreachable,
        .message =
            Words::tr(
                "%1 cannot be reached. Is the server's name right, is it on, and does a firewall let LDAP "
                "through?")
                .arg(addressOf(directory))};
}

Error errorFor(const LdapFailure &failure, const Directory &directory)
{
    switch (failure.code) {
    case LDAP_INVALID_CREDENTIALS:
    case LDAP_INAPPROPRIATE_AUTH:
        return signInRefused(failure, directory);
    case LDAP_AUTH_UNKNOWN:
    case LDAP_AUTH_METHOD_NOT_SUPPORTED:
    case LDAP_LOCAL_ERROR:
    case LDAP_OTHER:
        if (failure.step == LdapStep::SignIn && directory.bind == DirectoryBind::Kerberos)
            return signInRefused(failure, directory);
        break;
    case LDAP_STRONG_AUTH_REQUIRED:
    case LDAP_CONFIDENTIALITY_REQUIRED:
        return {.code = ErrorCode::SignInFailed,
                .message = Words::tr("%1 wants a better protected connection. Choose LDAPS or StartTLS.")
                               .arg(directory.server)};
    case LDAP_INSUFFICIENT_ACCESS:
        return {
            .code = ErrorCode::NotAllowed,
            .message =
                Words::tr("The account may sign in, but not read the users there. Have it given the right to "
                          "read \"%1\".")
                    .arg(directory.baseDn)};
    case LDAP_OPERATIONS_ERROR:
        // What Active Directory answers to a search without a sign-in.
        if (failure.step == LdapStep::Search) {
            return {
                .code = ErrorCode::NotAllowed,
                .message =
                    Words::tr("%1 lets nobody search without a sign-in. Enter a user name and a password.")
                        .arg(directory.server)};
        }
        break;
    case LDAP_NO_SUCH_OBJECT:
    case LDAP_INVALID_DN_SYNTAX:
    case LDAP_NAMING_VIOLATION:
    case LDAP_REFERRAL:
        if (failure.step == LdapStep::SignIn) {
            return {.code = ErrorCode::SignInFailed,
                    .message = Words::tr("The user name is not one that %1 understands. Write it as a DN.")
                                   .arg(directory.server)};
        }
        return {.code = ErrorCode::BadInput,
                .message = Words::tr("The base DN \"%1\" does not exist on %2. Read it from the server.")
                               .arg(directory.baseDn, directory.server),
                .field = u"base_dn"_s};
    case LDAP_FILTER_ERROR:
    case LDAP_INAPPROPRIATE_MATCHING:
        return {
            .code = ErrorCode::BadInput,
            .message =
                Words::tr("The user filter \"%1\" is not written as LDAP wants it. Are all brackets closed?")
                    .arg(directory.filter),
            .field = u"filter"_s};
    case LDAP_SIZELIMIT_EXCEEDED:
        return {
            .code = ErrorCode::Rejected,
            .message =
                Words::tr(
                    "%1 gives out fewer users than there are. Have its size limit raised for this account, "
                    "or narrow the base DN or the filter.")
                    .arg(directory.server)};
    case LDAP_TIMELIMIT_EXCEEDED:
        return {
            .code = ErrorCode::Rejected,
            .message =
                Words::tr("%1 gave up the search because it took too long. Narrow the base DN or the filter.")
                    .arg(directory.server)};
    case LDAP_ADMINLIMIT_EXCEEDED:
        return {.code = ErrorCode::Rejected,
                .message = Words::tr("%1 ended the search at a limit of its administrator's. Narrow the base "
                                     "DN or the filter.")
                               .arg(directory.server)};
    case LDAP_BUSY:
    case LDAP_UNAVAILABLE:
        return {.code = ErrorCode::ServerFault,
                .message =
                    Words::tr("%1 is too busy just now. It is tried again later.").arg(directory.server)};
    case LDAP_UNWILLING_TO_PERFORM:
        return {.code = ErrorCode::Rejected,
                .message = Words::tr("%1 does not do what was asked.").arg(directory.server)};
    case LDAP_UNAVAILABLE_CRITICAL_EXTENSION:
        return {.code = ErrorCode::Rejected,
                .message = Words::tr("%1 cannot give out users page by page, which Tandem needs.")
                               .arg(directory.server)};
    case LDAP_PROTOCOL_ERROR:
        if (failure.step == LdapStep::Connect) {
            return {.code = ErrorCode::TlsFailed,
                    .message = Words::tr("%1 does not offer StartTLS. Choose LDAPS.").arg(directory.server)};
        }
        break;
    case LDAP_TIMEOUT:
        return {
            .code = ErrorCode::TimedOut,
            .message =
                Words::tr("%1 did not answer in time. It is tried again later.").arg(addressOf(directory))};
    case LDAP_SERVER_DOWN:
    case LDAP_CONNECT_ERROR:
        if (failure.step == LdapStep::Connect)
            return notConnected(directory);
        return {.code = ErrorCode::Unreachable,
                .message =
                    Words::tr("%1 ended the connection. It is tried again later.").arg(addressOf(directory))};
    case LDAP_DECODING_ERROR:
        return {.code = ErrorCode::BadAnswer,
                .message = Words::tr("%1 does not speak LDAP. Are the name and the port right?")
                               .arg(addressOf(directory))};
    default:
        break;
    }
    return {.code = ErrorCode::Rejected,
            .message = Words::tr("%1 answered: %2.")
                           .arg(directory.server, QString::fromUtf8(ldap_err2string(failure.code)))};
}

} // namespace

Error certificateError(const QSslCertificate &certificate, const Directory &directory)
{
    Error error{.code = ErrorCode::TlsFailed};
    QStringList names = certificate.subjectAlternativeNames().values();
    names += certificate.subjectInfo(QSslCertificate::CommonName);
    names.removeDuplicates();
    const bool isForServer =
        std::ranges::any_of(names, [&](const QString &name) { return isFor(name, directory.server); });
    if (certificate.isNull()) {
        error.message =
            Words::tr("%1 answers, but does not speak TLS there. Are the port and the encryption right?")
                .arg(addressOf(directory));
    } else if (certificate.expiryDate() < QDateTime::currentDateTimeUtc()) {
        error.message =
            Words::tr("The certificate of %1 has expired. Have it renewed.").arg(directory.server);
    } else if (!isForServer) {
        error.message =
            Words::tr(
                "The certificate of %1 is not trusted, because it was made for another name: %2. Give the "
                "server by that name.")
                .arg(directory.server, names.join(u", "_s));
    } else {
        error.message =
            Words::tr("The certificate of %1 is not trusted. Choose the file with the certificate of the "
                      "authority that issued it, or have the system trust that.")
                .arg(directory.server);
    }
    return error;
}

Error ldapError(const LdapFailure &failure, const Directory &directory)
{
    Error error = errorFor(failure, directory);
    error.remoteWords = failure.words.trimmed();
    return error;
}

} // namespace tandem
