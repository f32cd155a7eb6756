// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "family.h"

namespace tandem {

/**
 * A practice Autotask in a process of its own, and an engine connected to it both ways, with the Default
 * Account Manager and the default phone chosen. Its first client is "Maple Pediatrics" with the remote id
 * 1001.
 */
class AutotaskOffice final {
    Q_DISABLE_COPY_MOVE(AutotaskOffice)
public:
    explicit AutotaskOffice(const PracticeSize &size = {}, const QStringList &options = {},
                            EngineFixture::Scheduler scheduler = EngineFixture::Scheduler::Off);
    ~AutotaskOffice();

    /** A platform setting of the kinds Value and Search by the name of its choice; "" takes the choice away.
     */
    void choose(const QString &key, const QString &name);
    void setText(const QString &key, const QString &text);
    /** Of the billing codes for products, the first. */
    [[nodiscard]] QString billingCode();

    [[nodiscard]] RecordId client();
    /** A record of the kind that lacks nothing, below `client`; saved, not pushed. */
    RecordId make(AssetKind kind);
    /** A new organization with one of each; saved, not pushed. */
    Family makeFamily();
    /** Pushes, waits long enough for whatever is to be tried again, and pushes that. */
    void settle();
    /** Neither side has anything to tell the other: two full syncs write nothing and change nothing. */
    void checkPeace();

    [[nodiscard]] static QString postRoute(AssetKind kind);
    [[nodiscard]] static QString patchRoute(AssetKind kind);

    PracticeProcess practice;
    EngineFixture fixture;
    const IntegrationId id;

private:
    /** Type, manufacturer and model. */
    [[nodiscard]] FieldValues server();
    [[nodiscard]] SyncSettings settings();
    void store(const SyncSettings &settings);
    [[nodiscard]] QList<SettingChoice> choicesOf(const PlatformSetting &setting, const QString &search);
};

} // namespace tandem
