// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/authorities.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QSslCertificateExtension>
#include <QVariantMap>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Authorities)
};

/** More than any company has, and little enough to be read at every start. */
constexpr qsizetype longestText = 256 * 1024;

tl::unexpected<Error> refused(const QString &message)
{
    return fail(Error{.code = ErrorCode::BadInput, .message = message, .field = u"authorities"_s});
}

/** What its basic constraints say (RFC 5280, 4.2.1.9). */
bool isAuthority(const QSslCertificate &certificate)
{
    const QList<QSslCertificateExtension> extensions = certificate.extensions();
    return std::any_of(extensions.begin(), extensions.end(), [](const QSslCertificateExtension &each) {
        return each.name() == "basicConstraints"_L1 && each.value().toMap().value(u"ca"_s).toBool();
    });
}

QString nameOf(const QSslCertificate &certificate)
{
    const QString name = certificate.subjectDisplayName();
    return name.isEmpty() ? QString::fromLatin1(certificate.serialNumber()) : name;
}

} // namespace

Result<QList<QSslCertificate>> authoritiesFrom(const QByteArray &pem)
{
    if (pem.trimmed().isEmpty())
        return QList<QSslCertificate>();
    if (pem.size() > longestText)
        return refused(Words::tr("The file is too large to be a certificate. Choose the PEM file of your company's authority."));
    if (pem.contains("PRIVATE KEY-----")) {
        return refused(Words::tr("The file contains a private key, which must not be given away. Choose the file that "
                                 "holds the authority's certificate alone."));
    }
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (certificates.isEmpty())
        return refused(Words::tr("There is no certificate in it. Choose the authority's certificate as a PEM file."));
    for (const QSslCertificate &certificate : certificates) {
        if (!isAuthority(certificate)) {
            return refused(Words::tr("\"%1\" is the certificate of a server, not of an authority. Choose that of the "
                                     "authority that signed it.")
                               .arg(nameOf(certificate)));
        }
        if (certificate.expiryDate() < QDateTime::currentDateTimeUtc()) {
            return refused(Words::tr("The certificate of \"%1\" was valid until %2. Ask for the present one.")
                               .arg(nameOf(certificate), QLocale().toString(certificate.expiryDate().date(), QLocale::ShortFormat)));
        }
    }
    return certificates;
}

QString authoritiesText(const QList<QSslCertificate> &authorities)
{
    QStringList lines;
    for (const QSslCertificate &certificate : authorities) {
        lines.append(Words::tr("%1, valid until %2")
                         .arg(nameOf(certificate), QLocale().toString(certificate.expiryDate().date(), QLocale::ShortFormat)));
    }
    return lines.join(u'\n');
}

} // namespace tandem
