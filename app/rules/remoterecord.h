// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/optionlist.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace tandem {

/**
 * Values of a remote record by Tandem field id. Text is a string, a date "yyyy-MM-dd", a flag a bool; references to
 * records and to list values are the PSA's id as a string (or the value's name where the map says by name); emails and
 * phones are arrays as in `FieldValues`, their labels the PSA's names. Blank is null or absent. Values of the map's
 * further gates are there too, by the name of their list.
 */
using RemoteValues = QJsonObject;

/** How a remote record is addressed. */
struct RemoteKey {
    QString id;
    QString parentId = {}; ///< id of the remote organization; needed where a kind is only reachable below it

    bool operator==(const RemoteKey &) const = default;
};

/** A record as the PSA has it. */
struct RemoteRecord {
    AssetKind kind = AssetKind::Organization;
    RemoteKey key;
    QString version;     ///< the PSA's token of the last change; equal tokens mean "not changed"; empty: it has none
    RemoteValues values; ///< mapped fields only
    /** For a field of which the PSA keeps several (company types): all of them; each counts as the value. */
    QHash<QString, QStringList> alternatives;
    /** Fields on whose value the PSA is silent (masked, or not kept there); what was agreed still holds for them. */
    QStringList untold = {};
    /** Names that came with references, by field id, to fill lists the API member may not read. */
    QHash<QString, QString> names;
    QString changedBy;   ///< as the PSA names the person; may be empty
    QDateTime changedAt; ///< UTC; may be invalid
    bool isDeleted = false;
    /**
     * A row of a list that holds a part of the record only; `untold` says what it lacks. Its `version` is one of the row,
     * not of the record, and it is read as a whole before it is matched or written.
     */
    bool isThin = false;
    QList<RemoteRecord> children; ///< what a create made besides, such as the first site of a company
    QJsonObject wire;    ///< the PSA's object as read; only its client reads it
};

/** One value of a list as the PSA has it. */
struct RemoteOption {
    OptionList list = OptionList::OrganizationType;
    QString remoteId;
    QString name;
    bool isActive = true;
    bool isDefault = false;
    QString parentRemoteId = {}; ///< Region: its country

    bool operator==(const RemoteOption &) const = default;
};

} // namespace tandem
