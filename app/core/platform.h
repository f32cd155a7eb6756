// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace tandem {

/** The PSAs Tandem knows (rule A2). */
enum class Platform : quint8 {
    ConnectWise,
    Autotask,
    KaseyaBms,
    PulsewayPsa,
    VorexPsa,
    Count
};

inline constexpr std::array allPlatforms {Platform::ConnectWise, Platform::Autotask, Platform::KaseyaBms,
                                          Platform::PulsewayPsa, Platform::VorexPsa};
static_assert(allPlatforms.size() == size_t(Platform::Count));

/** One thing a connection form asks for. */
struct CredentialField {
    QString key;   ///< key of the JSON object that `--secret-stdin` reads, such as "company_id"
    QString label; ///< translated
    QString help;  ///< translated, one sentence: where to find it
    bool isSecret; ///< shown as dots, and only ever kept in the keychain
};

/** "connectwise", "autotask", "kaseya-bms", "pulseway-psa", "vorex-psa". */
[[nodiscard]] QString platformName(Platform platform);
[[nodiscard]] std::optional<Platform> platformFromName(const QString &name);
/** The PSA's own name, never translated: "ConnectWise". */
[[nodiscard]] QString platformTitle(Platform platform);
/** The badge's mark: CW, AT, BMS, PW, VX. */
[[nodiscard]] QString platformMark(Platform platform);
[[nodiscard]] QList<CredentialField> credentialFields(Platform platform);
/** The address that fits every tenant, which a person need not type; empty: each tenant has one of its own. */
[[nodiscard]] QString commonAddress(Platform platform);

} // namespace tandem
