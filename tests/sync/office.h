// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "family.h"

namespace tandem {

/** A practice PSA in a process of its own, and an engine connected to it both ways. */
class Office {
    Q_DISABLE_COPY_MOVE(Office)
public:
    Office(Platform platform, const PracticeSize &size, const QStringList &options,
           EngineFixture::Scheduler scheduler);
    virtual ~Office();

    /** A platform setting of the kinds Value and Search by the name of its choice; "" takes the choice away.
     */
    void choose(const QString &key, const QString &name);
    void setText(const QString &key, const QString &text);
    void setOn(const QString &key, bool isOn);
    [[nodiscard]] SyncSettings settings();
    void store(const SyncSettings &settings);

    /** The record that is linked to this one there; 0: none. */
    [[nodiscard]] RecordId linked(AssetKind kind, const QString &remoteId);
    /** Pushes, waits long enough for whatever is to be tried again, and pushes that. */
    void settle();
    /** Neither side has anything to tell the other: two full syncs write nothing and change nothing. */
    void checkPeace();

    PracticeProcess practice;
    EngineFixture fixture;
    const IntegrationId id;

protected:
    [[nodiscard]] QList<SettingChoice> choicesOf(const PlatformSetting &setting, const QString &search);
};

} // namespace tandem
