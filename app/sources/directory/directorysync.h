// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/secretstring.h"
#include "rules/directoryrules.h"
#include "sources/directory/directoryuser.h"
#include "sources/directory/ldapclient.h"
#include "store/directory.h"
#include "sync/importedrecord.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <optional>

namespace tandem {

class Database;
class SyncEngine;

enum class DirectoryMode : quint8 {
    Delta, ///< what changed, and all of it once a day
    Full, ///< all of it, which also finds who was removed
    DryRun, ///< all of it, and nothing is written
};

/** What a sync did with one user, or would do. */
struct DirectoryLine {
    enum class What : quint8 {
        Created,
        Updated,
        Unchanged, ///< the contact has all of it; what the directory says of the account may be new
        Removed, ///< no longer in the directory
        Skipped, ///< no contact, or none can be told; `reason` says why
        Failed,
        Count
    };
    What what = What::Skipped;
    RecordId recordId = 0; ///< 0: none, or not yet
    QString name;
    QString account;
    QString email;
    QString externalId;
    AccountStatus status = AccountStatus::Unknown;
    PersonMatch::How match = PersonMatch::How::None;
    QList<RecordId> candidates; ///< of Several
    QStringList changed; ///< field ids
    QString reason; ///< why it was skipped or failed, or what of it could not be taken
};

[[nodiscard]] QString directoryLineName(DirectoryLine::What what); ///< "created", … for --json

struct DirectorySummary {
    bool isFull = false;
    qint64 runId = 0; ///< of the import, for its undo; 0: nothing was written
    QList<DirectoryLine> lines; ///< in the server's order
    double seconds = 0;

    [[nodiscard]] qint64 count(DirectoryLine::What what) const;
};

/**
 * One sync of one directory from its beginning to its end: reads users page by page, finds their contacts,
 * and gives what is new to the engine a few hundred at a time. It blocks, so it is for a worker thread.
 */
class DirectorySync final {
    Q_DISABLE_COPY_MOVE(DirectorySync)
public:
    struct Surroundings {
        SyncEngine &engine;
        Database &database; ///< for reading, of the calling thread
        const Clock &clock;
        LdapPatience patience;
        std::function<bool()> isCancelled;
        std::function<void(qint64 users)> tell;
    };
    DirectorySync(Directory directory, Surroundings surroundings, QString person);

    /** Ends without an error also where single users failed. The run is noted with the directory, unless it
     * is dry. */
    [[nodiscard]] Result<DirectorySummary> run(const SecretString &password, DirectoryMode mode);

private:
    /** A user whose contact is about to be written. */
    struct Pending {
        DirectoryUser user;
        ImportedRecord record;
        DirectoryLine line;
    };

    [[nodiscard]] Result<void> readAll(LdapClient &client, DirectoryMode mode);
    [[nodiscard]] bool needsFull(const LdapRoot &root, DirectoryMode mode) const;
    [[nodiscard]] QByteArray filter() const;
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> take(const DirectoryUser &user);
    void skip(DirectoryLine line, const QString &reason);
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<void> write(QList<Pending> &pending);
    void keepFacts(const DirectoryUser &user, RecordId record);
    [[nodiscard]] Result<void> flushFacts();
    [[nodiscard]] Result<void> markRemoved();
    [[nodiscard]] Result<void> finishImport(bool isCancelled);

    Directory m_directory;
    Surroundings m_around;
    const QString m_person;
    bool m_isDry = false;
    DirectoryLabels m_labels;
    std::optional<PersonMatcher> m_matcher;
    QHash<RecordId, DirectoryFacts> m_known;
    QSet<QString> m_seen; ///< external ids
    qint64 m_maxPasswordAgeMs = 0;
    QDateTime m_newest; ///< modifyTimestamp
    QList<Pending> m_pending;
    QList<DirectoryFacts> m_facts;
    DirectorySummary m_summary;
};

/** What the connection form's test shows. */
struct DirectoryTest {
    LdapRoot root;
    QList<DirectoryUser> users; ///< the first ten that the filter finds
};

/** Signs in and finds ten users; blocks. */
[[nodiscard]] Result<DirectoryTest> testDirectory(const Directory &directory, const SecretString &password,
                                                  const QDateTime &now, LdapPatience patience,
                                                  const std::function<bool()> &isCancelled);
/** What the server says of itself, signed in where there is a password; blocks. */
[[nodiscard]] Result<LdapRoot> readDirectoryRoot(const Directory &directory, const SecretString &password,
                                                 LdapPatience patience,
                                                 const std::function<bool()> &isCancelled);

} // namespace tandem
