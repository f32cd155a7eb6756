// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/directory.h"

#include <QHash>
#include <QList>

#include <optional>

namespace tandem {

class Database;

/** Directories and what they say of contacts. Writes belong inside a Transaction of the caller. */
class DirectoryStore final {
public:
    explicit DirectoryStore(Database &database);

    [[nodiscard]] Result<QList<Directory>> all() const; ///< by name
    [[nodiscard]] Result<Directory> get(DirectoryId id) const; ///< `NotFound`
    [[nodiscard]] Result<Directory> byName(const QString &name) const; ///< `NotFound`; without regard to case
    /** `BadInput` with the field "name" when it is taken. */
    [[nodiscard]] Result<DirectoryId> insert(const Directory &directory);
    /** Everything but its uid. */
    [[nodiscard]] Result<void> update(const Directory &directory);
    /** Its contacts stay, and what it said of them goes. */
    [[nodiscard]] Result<void> remove(DirectoryId id);

    /** Of one contact; nothing when no directory feeds it. */
    [[nodiscard]] Result<std::optional<DirectoryFacts>> factsOf(RecordId record) const;
    /** All that this directory feeds. */
    [[nodiscard]] Result<QList<DirectoryFacts>> facts(DirectoryId id) const;
    /** How many contacts it feeds, those that were removed there left out. */
    [[nodiscard]] Result<qint64> countOf(DirectoryId id) const;
    /** Replaces what was said of the contact. */
    [[nodiscard]] Result<void> setFacts(const DirectoryFacts &facts);

    /** A contact that a user may be. */
    struct Contact {
        RecordId id = 0;
        FieldValues fields; ///< names, title, emails and phones
        DirectoryId directoryId = 0; ///< which feeds it already; 0: none
        QString externalId; ///< the user it is there
    };
    /** The contacts of the organization itself. */
    [[nodiscard]] Result<QList<Contact>> contactsOf(RecordId organization) const;

private:
    Database &m_database;
};

} // namespace tandem
