// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include <QCoreApplication>

namespace tandem {

namespace {

struct PlatformWords {
    const char *name;
    const char *title;
    const char *mark;
};

constexpr std::array words {
    PlatformWords {"connectwise", "ConnectWise", "CW"},     PlatformWords {"autotask", "Autotask", "AT"},
    PlatformWords {"kaseya-bms", "Kaseya BMS", "BMS"},      PlatformWords {"pulseway-psa", "Pulseway PSA", "PW"},
    PlatformWords {"vorex-psa", "Vorex PSA", "VX"},
};
static_assert(words.size() == size_t(Platform::Count));

QString tr(const char *text)
{
    return QCoreApplication::translate("tandem::Platform", text);
}

} // namespace

QString platformName(Platform platform)
{
    return QString::fromLatin1(words.at(size_t(platform)).name);
}

std::optional<Platform> platformFromName(const QString &name)
{
    // "vorex" is what older scripts call it.
    if (name == QLatin1StringView("vorex"))
        return Platform::VorexPsa;
    for (const Platform platform : allPlatforms) {
        if (platformName(platform) == name)
            return platform;
    }
    return std::nullopt;
}

QString platformTitle(Platform platform)
{
    return QString::fromLatin1(words.at(size_t(platform)).title);
}

QString platformMark(Platform platform)
{
    return QString::fromLatin1(words.at(size_t(platform)).mark);
}

QList<CredentialField> credentialFields(Platform platform)
{
    switch (platform) {
    case Platform::ConnectWise:
        return {
            {QStringLiteral("company_id"), tr(QT_TRANSLATE_NOOP("tandem::Platform", "Company ID")),
             tr(QT_TRANSLATE_NOOP("tandem::Platform", "What you type as the company when you sign in to ConnectWise.")),
             false},
            {QStringLiteral("public_key"), tr(QT_TRANSLATE_NOOP("tandem::Platform", "Public key")),
             tr(QT_TRANSLATE_NOOP("tandem::Platform", "From System > Members > API Members > API Keys.")), false},
            {QStringLiteral("private_key"), tr(QT_TRANSLATE_NOOP("tandem::Platform", "Private key")),
             tr(QT_TRANSLATE_NOOP("tandem::Platform", "Shown once, when the API key is made.")), true},
            {QStringLiteral("client_id"), tr(QT_TRANSLATE_NOOP("tandem::Platform", "Client ID")),
             tr(QT_TRANSLATE_NOOP("tandem::Platform", "The id of the integration from the ConnectWise developer site.")),
             false},
        };
    case Platform::Autotask:
        return {
            {QStringLiteral("user_name"), tr(QT_TRANSLATE_NOOP("tandem::Platform", "API user name (key)")), {}, false},
            {QStringLiteral("secret"), tr(QT_TRANSLATE_NOOP("tandem::Platform", "API secret")), {}, true},
            {QStringLiteral("integration_code"),
             tr(QT_TRANSLATE_NOOP("tandem::Platform", "API tracking identifier")), {}, false},
        };
    case Platform::KaseyaBms:
    case Platform::PulsewayPsa:
    case Platform::VorexPsa:
        return {
            {QStringLiteral("server"), tr(QT_TRANSLATE_NOOP("tandem::Platform", "Server")), {}, false},
            {QStringLiteral("tenant"), tr(QT_TRANSLATE_NOOP("tandem::Platform", "Company name")), {}, false},
            {QStringLiteral("user_name"), tr(QT_TRANSLATE_NOOP("tandem::Platform", "User name")), {}, false},
            {QStringLiteral("password"), tr(QT_TRANSLATE_NOOP("tandem::Platform", "Password")), {}, true},
        };
    case Platform::Count:
        break;
    }
    return {};
}

} // namespace tandem
