// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "office.h"

namespace tandem {

/**
 * With the Default Account Manager and the default phone chosen. Its first client is "Maple Pediatrics" with
 * the remote id 1001.
 */
class AutotaskOffice final : public Office {
    Q_DISABLE_COPY_MOVE(AutotaskOffice)
public:
    explicit AutotaskOffice(const PracticeSize &size = {}, const QStringList &options = {},
                            EngineFixture::Scheduler scheduler = EngineFixture::Scheduler::Off);
    ~AutotaskOffice() override;

    /** Of the billing codes for products, the first. */
    [[nodiscard]] QString billingCode();

    [[nodiscard]] RecordId client();
    /** A record of the kind that lacks nothing, below `client`; saved, not pushed. */
    RecordId make(AssetKind kind);
    /** A new organization with one of each; saved, not pushed. */
    Family makeFamily();

    [[nodiscard]] static QString postRoute(AssetKind kind);
    [[nodiscard]] static QString patchRoute(AssetKind kind);

private:
    /** Type, manufacturer and model. */
    [[nodiscard]] FieldValues server();
};

} // namespace tandem
