// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/calllimits.h"
#include "core/platform.h"
#include "practice/practiceplatform.h"
#include "support/practicedoor.h"
#include "support/practiceprocess.h"

#include <QJsonObject>
#include <QStringList>

#include <array>
#include <memory>

namespace tandem {

/** A text field under the names that either side's documentation gives it. */
struct RemoteMember {
    QString field;
    QString member;
};

/** A member that refers to a record of the practice PSA's list `target`, either by its id or by an object
 * with it. */
struct RemoteReference {
    QString field; ///< here; empty: it is no reference of ours
    QString member;
    QString target;
};

/** What the PSA's records of one list look like. */
struct RemoteList {
    QString name; ///< by which the practice PSA's door knows it
    QList<RemoteMember> texts;
    QList<RemoteReference> references;
    QString owner; ///< member with the organization; two of one owner and the same name are the same
    QStringList names; ///< members by which a person tells one from the other
};

/** What somebody does in the PSA. */
struct RemoteChange {
    PracticeDoorChange::Action action = PracticeDoorChange::Action::Update;
    QString list;
    QString id; ///< not with Create
    QJsonObject set = {}; ///< not with Delete
};

/** All that the same deed is called differently on the platforms; the trials know nothing else of them. */
struct PlatformWorld {
    Platform platform = Platform::ConnectWise;
    CallLimits limits; ///< of the practice PSA without what it sets for a minute or an hour
    PracticeSize small; ///< of a world with one client
    QJsonObject settings; ///< `extra` of the sync settings

    // The first client and its first machine, which are changed.
    QString organization;
    QString machine;
    QString blankedField; ///< of the machine; it has a value at first
    bool hasMainLocations = false; ///< an organization's main location is changed by a request of its own
    bool hasThinLists = false; ///< most of a machine is only told when it is asked for by itself
    // What new records have.
    QString machineType;
    QString manufacturer; ///< empty: machines need none
    QStringList models; ///< none of them is known to the PSA
    QStringList emailLabels;
    QStringList phoneLabels; ///< the first is that of the sync settings

    // Of the practice PSA, as its statistics name them.
    QString machineUpdateRoute;
    QString machineReadRoute; ///< of one machine
    QString machinesRoute; ///< of a page of them
    QString contactCreateRoute;
    QString contactFindRoute;
    QString organizationCreateRoute;
    QString locationsRoute; ///< of an organization that was made
    int firstMachineId = 1; ///< in any world; they are numbered from there on
    QString quietMember; ///< of machines: a text that nobody edits here
    QList<RemoteChange> changesThere; ///< in a world of two clients at least

    std::array<RemoteList, size_t(AssetKind::Count)> kinds;
    QList<RemoteList> others; ///< lists beside the four in which nothing may be twice
    QStringList passing; ///< members that depend on the time of writing
    QString deletedMember; ///< true: nobody looks for the record any more; empty: what is deleted is gone

    [[nodiscard]] const RemoteList &list(AssetKind kind) const;
    [[nodiscard]] QList<RemoteList> allLists() const;
    /** Under which the PSA has a text field of ours. */
    [[nodiscard]] QString member(AssetKind kind, const QString &field) const;
    [[nodiscard]] std::unique_ptr<PracticePlatform> makePractice(const PracticeSize &size) const;
};

/** For the platforms that have a practice PSA. */
[[nodiscard]] const PlatformWorld &worldOf(Platform platform);
[[nodiscard]] QList<Platform> worldPlatforms();

/** The id that such a member holds; empty when it refers to nothing. */
[[nodiscard]] QString referredId(const QJsonValue &reference);

} // namespace tandem
