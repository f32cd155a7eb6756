// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <array>
#include <span>

namespace tandem {

/** A small, fast generator: the same seed gives the same numbers everywhere and for ever (SplitMix64). */
class SampleRandom final {
public:
    explicit SampleRandom(quint64 seed);
    [[nodiscard]] quint64 next();
    /** 0 … limit-1 */
    [[nodiscard]] int below(int limit);
    [[nodiscard]] bool chance(int percent);

private:
    quint64 m_state;
};

struct SampleAddress {
    QString line1;
    QString line2; ///< often empty
    QString city;
    QString region; ///< "OH", of the United States
    QString regionName;
    QString postalCode;
};

struct SampleOrganization {
    QString name;
    QString identifier; ///< short, upper case, unique in its world
    QString hostPrefix; ///< how its devices' names begin: "HARBORD"
    QString domain;
    QString phone;
    QString accountNumber;
    SampleAddress address;
};

struct SampleLocation {
    QString name;
    QString phone;
    SampleAddress address;
};

struct SamplePerson {
    QString firstName;
    QString lastName;
    QString title;
    QString email; ///< in the organization's domain
    QString phone;
    QString extension; ///< often empty
    QString mobile; ///< often empty
};

enum class SampleDeviceKind : quint8 {
    Workstation,
    Laptop,
    Server,
    VirtualMachine,
    Switch,
    Firewall,
    AccessPoint,
    Printer,
    Storage,
    Ups,
    Count
};

struct SampleDevice {
    SampleDeviceKind kind = SampleDeviceKind::Workstation;
    QString name;
    QString manufacturer;
    QString model;
    QString serialNumber;
    QString assetTag; ///< often empty
    QString macAddress;
    QString ipAddress;
    QString gateway;
    QString osName; ///< empty for what has none
    QString osVersion;
    QString cpu;
    QString memory;
    QString disks;
    QString lastLogin;
    QString notes;
    QDateTime purchased;
    QDateTime installed;
    QDateTime warrantyEnd;
};

/**
 * The made-up clients of a made-up service provider, the same for the same seed; every practice PSA is filled
 * from it. Nothing is stored: record N is worked out from the seed and N. All moments lie before 2026, but
 * for warranties.
 */
class SampleWorld final {
public:
    explicit SampleWorld(quint32 seed);

    [[nodiscard]] SampleOrganization organization(int index) const;
    /** `index` counts within the organization; 0 is its main location, with its address. */
    [[nodiscard]] SampleLocation location(const SampleOrganization &organization, int organizationIndex,
                                          int index) const;
    [[nodiscard]] SamplePerson person(const SampleOrganization &organization, int index) const;
    /** `index` is the device's number in the whole world. */
    [[nodiscard]] SampleDevice device(const SampleOrganization &organization, int index) const;
    /** Which of `organizations` the record belongs to; the first ones have more than the last. */
    [[nodiscard]] int ownerOf(int index, int organizations) const;
    /** A moment between 2022 and 2025 at which record N was entered or changed. */
    [[nodiscard]] QDateTime moment(int index, int salt) const;
    [[nodiscard]] SampleRandom random(int index, int salt) const;

    /** Every manufacturer a device may have. */
    [[nodiscard]] static std::span<const char *const> manufacturers();

private:
    [[nodiscard]] SampleAddress address(SampleRandom &random) const;

    quint64 m_seed;
};

} // namespace tandem
