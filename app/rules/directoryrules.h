// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "rules/syncsettings.h"

#include <QHash>
#include <QList>
#include <QString>

namespace tandem {

/** What of a directory's user becomes a contact (rule H4); blank is what the directory does not say. */
struct DirectoryPerson {
    QString externalId; ///< objectGUID or entryUUID
    QString firstName;
    QString lastName;
    QString title;
    QString email;
    QString phone;
    QString mobile;
};

/** Under which types a directory's addresses and numbers are kept. */
struct DirectoryLabels {
    QString email;
    QString phone;

    bool operator==(const DirectoryLabels &) const = default;
};

/**
 * Email Type and Phone Type of the PSA that takes contacts from a directory, else of the first that has
 * chosen one, else "AD Email" and "AD Phone" (rules B2, H4).
 */
[[nodiscard]] DirectoryLabels directoryLabels(const QList<SyncSettings> &psas);

/** A contact of the organization that a user may be. */
struct PersonCandidate {
    RecordId id = 0;
    FieldValues fields;
    QString externalId; ///< the user of this directory that it is already
    bool isElsewhere = false; ///< another directory feeds it
};

/** Which contact a user is. */
struct PersonMatch {
    enum class How : quint8 {
        Known, ///< by its id in the directory
        Email,
        Name, ///< first and last name
        None,
        Several, ///< `records` are those; a person has to say which
        Elsewhere, ///< it is one that another directory feeds
    };
    How how = How::None;
    QList<RecordId> records; ///< exactly one where it was found
};

/**
 * Finds the contact of each user of one directory, exact and never fuzzy: the one that is known to be it,
 * else the one with its email address, else the one with its first and last name. Of several with the address
 * the one that has the name too.
 */
class PersonMatcher final {
public:
    explicit PersonMatcher(const QList<PersonCandidate> &candidates);

    [[nodiscard]] PersonMatch match(const DirectoryPerson &person) const;
    /** The contact is this user and no other from now on. */
    void take(RecordId record, const QString &externalId);
    [[nodiscard]] const PersonCandidate *find(RecordId record) const;

private:
    /** Those that are nobody's yet. */
    [[nodiscard]] QList<RecordId> free(const QList<RecordId> &records) const;

    QHash<RecordId, PersonCandidate> m_candidates;
    QHash<QString, RecordId> m_known;
    QHash<QString, QList<RecordId>> m_byEmail;
    QHash<QString, QList<RecordId>> m_byName;
};

/** What the directory says, as it is remembered beside the contact for the next time. */
[[nodiscard]] FieldValues givenBy(const DirectoryPerson &person);

/**
 * The fields of a contact that change because of what the directory says, with their new values. Nothing is
 * blanked, and nothing that a person typed is replaced: a text is written where there is none, or where what
 * is there came from the directory (`given`, of the last time). An address or a number is added, or takes the
 * place of the directory's former one.
 */
[[nodiscard]] FieldValues enrichedValues(const DirectoryPerson &person, const DirectoryLabels &labels,
                                         const FieldValues &contact, const FieldValues &given);

} // namespace tandem
