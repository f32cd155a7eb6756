// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "office.h"

namespace tandem {

/**
 * With an account manager, a business type and the types of emails and phones chosen. Its first client is
 * "Northgate Dental" with the remote id 1001, the contact Robert Alvarez and the laptop NORTHG-LT001; its
 * second one "Maple Pediatrics".
 */
class KaseyaOffice final : public Office {
    Q_DISABLE_COPY_MOVE(KaseyaOffice)
public:
    explicit KaseyaOffice(Platform platform = Platform::KaseyaBms, const PracticeSize &size = {},
                          const QStringList &options = {},
                          EngineFixture::Scheduler scheduler = EngineFixture::Scheduler::Off);
    ~KaseyaOffice() override;

    void setEmailType(const QString &name);
    [[nodiscard]] RecordId client();
    /** A record of the kind that lacks nothing, below `client`; an organization has no location yet. Saved,
     * not pushed. */
    RecordId make(AssetKind kind);
    /** A new organization with one of each; saved, not pushed. */
    Family makeFamily();

    /** By which a record of the kind is made, and changed. */
    [[nodiscard]] static QString postRoute(AssetKind kind);
    [[nodiscard]] static QString changeRoute(AssetKind kind);
};

} // namespace tandem
