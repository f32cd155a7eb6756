// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/record.h"
#include "rules/conversion.h"
#include "rules/fieldmap.h"
#include "rules/syncsettings.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tandem {

/** Something a person can do about a gate: a button in the window, a command for a script (rule C5). */
struct Remedy {
    enum class Kind : quint8 {
        EditField,     ///< go to `field` of record `recordId` and fill or change it
        EnableValue,   ///< tick `list`/`remoteId` in Sync Settings
        OpenRecord,    ///< look at `recordId`, which holds this one up
        EnableTwoWay,
        EnableKind,    ///< switch on contacts or locations sync
        ResumeSync,
        EnableSync,    ///< for this record
        ChooseType,    ///< choose `field` in Sync Settings: the email or phone type, or what only this PSA asks for
        Reconnect,       ///< `recordId` 0: the integration; else that record
    };
    Kind kind = Kind::EditField;
    QString text;        ///< translated, for a button
    QString field;
    RecordId recordId = 0;
    std::optional<OptionList> list;
    QString remoteId;
    QStringList command; ///< words after `tandemctl`; empty when the command line cannot do it
};

/** A rule that keeps a record from being pushed. */
struct Gate {
    QString rule;   ///< "C4a" … "C4g"
    QString reason; ///< translated sentence
    QString field;  ///< field at fault, or empty
    QList<Remedy> remedies;
    bool opensByItself = false; ///< it waits for another push and needs nobody
};

/** Everything the gates look at; values only. */
struct GateFacts {
    Platform platform = Platform::ConnectWise;
    QString integrationName;
    Record record;
    bool isLinked = false;      ///< an update; false: it would be created
    bool isDisabled = false;    ///< sync of this record was stopped
    bool isPaused = false;      ///< of the integration
    bool isDisconnected = false;      ///< of the integration
    bool isRecordDisconnected = false; ///< a person disconnected this record under Manage Data
    SyncSettings settings;
    ReferenceBook book;
    RemoteConversion sendable;
    /** Only for an update: the fields that would be sent; others are not held against it. Empty for a create. */
    QStringList changed;
    FieldLengths lengths = {}; ///< the tenant's own limits, which go before those of the map
};

/** All gates that hold the record, in the order of the rules; empty: it may go. */
[[nodiscard]] QList<Gate> gatesOf(const GateFacts &facts, const KindMap &map);
/** Rule D1: each gate of the map has a value that is set to sync. Of several alternatives one is enough. */
[[nodiscard]] bool isSetToSync(const KindMap &map, const RemoteRecord &remote, const EnabledValues &enabled);
/** One sentence for the badge: the first gate, and how many more there are. */
[[nodiscard]] QString heldMessage(const QList<Gate> &gates);

} // namespace tandem
