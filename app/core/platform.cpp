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

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Platform)
};

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
            {QStringLiteral("company_id"), Words::tr("Company ID"),
             Words::tr("What you type as the company when you sign in to ConnectWise."),
             false},
            {QStringLiteral("public_key"), Words::tr("Public key"),
             Words::tr("From System > Members > API Members > API Keys."), false},
            {QStringLiteral("private_key"), Words::tr("Private key"),
             Words::tr("Shown once, when the API key is made."), true},
            {QStringLiteral("client_id"), Words::tr("Client ID"),
             Words::tr("The id of the integration from the ConnectWise developer site."),
             false},
        };
    case Platform::Autotask:
        return {
            {QStringLiteral("user_name"), Words::tr("API user name (key)"),
             Words::tr("From the page of a user with the security level API User: Admin > Resources/Users (HR)."), false},
            {QStringLiteral("secret"), Words::tr("API secret"),
             Words::tr("Shown once, when the API user's key is made."), true},
            {QStringLiteral("integration_code"), Words::tr("API tracking identifier"),
             Words::tr("From the same page, below the key."), false},
        };
    case Platform::KaseyaBms:
    case Platform::PulsewayPsa:
    case Platform::VorexPsa:
        return {
            {QStringLiteral("tenant"), Words::tr("Company name"),
             Words::tr("Exactly as under My Settings, with its blanks."), false},
            {QStringLiteral("user_name"), Words::tr("User name"),
             Words::tr("Of a user of the type API Employee, whose security role has API access."), false},
            {QStringLiteral("password"), Words::tr("Password"),
             Words::tr("Of the same user. A user who needs a code besides (MFA) cannot be used."), true},
        };
    case Platform::Count:
        break;
    }
    return {};
}

QString commonAddress(Platform platform)
{
    switch (platform) {
    case Platform::Autotask:
        return QStringLiteral("webservices.autotask.net");
    case Platform::PulsewayPsa:
        return QStringLiteral("psa.pulseway.com");
    case Platform::VorexPsa:
        return QStringLiteral("api.vorexlogin.com");
    case Platform::ConnectWise:
    case Platform::KaseyaBms: // North America, Europe and Asia have servers of their own
    case Platform::Count:
        break;
    }
    return {};
}

} // namespace tandem
