// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/directory/directorysync.h"

#include "core/logging.h"
#include "sources/directory/adtime.h"
#include "sources/directory/ldapfilter.h"
#include "store/directorystore.h"
#include "store/integrationstore.h"
#include "sync/syncengine.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::DirectorySync)
};

constexpr qsizetype contactsAtOnce = 200;
constexpr qint64 fullSweepSeconds = 24 * 3600;
constexpr int shownUsers = 10;

constexpr std::array lineNames{"created"_L1, "updated"_L1, "unchanged"_L1,
                               "removed"_L1, "skipped"_L1, "failed"_L1};
static_assert(lineNames.size() == size_t(DirectoryLine::What::Count));

template<typename T>
Result<T> wait(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

QByteArray bracketed(const QString &filter)
{
    const QByteArray text = filter.trimmed().toUtf8();
    return text.startsWith('(') ? text : '(' + text + ')';
}

/** A server without an id of its own is known by its name. */
QString serverIdOf(const LdapRoot &root, const Directory &directory)
{
    return root.serverId.isEmpty() ? u"host "_s + directory.server : root.serverId;
}

Result<qint64> maxPasswordAge(LdapClient &client, const LdapRoot &root)
{
    qint64 age = 0;
    if (root.domainDn.isEmpty())
        return age;
    const LdapSearch ofDomain{.base = root.domainDn,
                              .scope = LdapSearch::Scope::Entry,
                              .filter = "(objectClass=*)",
                              .attributes = {"maxPwdAge"},
                              .pageSize = 0};
    const Result<int> read = client.search(ofDomain, [&](const LdapEntry &entry) -> Result<void> {
        age = fromFileTimeInterval(entry.bytes("maxPwdAge"_L1));
        return {};
    });
    // Who may not read it still gets the server's own answer for each user.
    if (!read && (read.error().isTransient() || read.error().code == ErrorCode::Cancelled))
        return fail(read.error());
    return age;
}

QString unusableText(const QStringList &attributes)
{
    return attributes.isEmpty()
        ? QString()
        : Words::tr("Left out, because the values cannot be a contact's: %1.").arg(attributes.join(u", "_s));
}

} // namespace

QString directoryLineName(DirectoryLine::What what)
{
    return lineNames.at(size_t(what));
}

qint64 DirectorySummary::count(DirectoryLine::What what) const
{
    return std::ranges::count(lines, what, &DirectoryLine::what);
}

DirectorySync::DirectorySync(Directory directory, Surroundings surroundings, QString person)
    : m_directory(std::move(directory))
    , m_around(std::move(surroundings))
    , m_person(std::move(person))
{
}

Result<DirectorySummary> DirectorySync::run(const SecretString &password, DirectoryMode mode)
{
    QElapsedTimer timer;
    timer.start();
    m_isDry = mode == DirectoryMode::DryRun;
    LdapClient client(m_directory, m_around.patience, m_around.isCancelled);
    const auto all = [&]() -> Result<void> {
        if (const Result<void> prepared = prepare(); !prepared)
            return prepared;
        if (const Result<void> connected = client.connect(); !connected)
            return connected;
        if (const Result<void> signedIn = client.signIn(password); !signedIn)
            return signedIn;
        return readAll(client, mode);
    };
    const Result<void> done = all();
    m_summary.seconds = double(timer.elapsed()) / 1000;
    if (m_isDry)
        return done ? Result<DirectorySummary>(m_summary) : fail(done.error());

    const bool isCancelled = !done && done.error().code == ErrorCode::Cancelled;
    const Result<void> ended = finishImport(!done);
    m_directory.problem = done ? std::nullopt : std::optional(done.error().code);
    m_directory.problemText = done ? QString() : done.error().message;
    if (!isCancelled) {
        const Result<void> noted = wait(m_around.engine.noteDirectoryRun(m_directory));
        if (done && !noted)
            return fail(noted.error());
    }
    if (!done)
        return fail(done.error());
    return ended ? Result<DirectorySummary>(m_summary) : fail(ended.error());
}

Result<void> DirectorySync::prepare()
{
    if (m_directory.organizationId == 0) {
        return fail(
            Error{.code = ErrorCode::BadInput,
                  .message = Words::tr("The organization of this directory was deleted. Choose another one."),
                  .field = u"organization"_s});
    }
    const DirectoryStore store(m_around.database);
    const Result<QList<DirectoryStore::Contact>> contacts = store.contactsOf(m_directory.organizationId);
    const Result<QList<DirectoryFacts>> facts = store.facts(m_directory.id);
    const Result<QList<Integration>> integrations = IntegrationStore(m_around.database).all();
    if (!contacts || !facts || !integrations)
        return fail(!contacts ? contacts.error() : !facts ? facts.error() : integrations.error());
    QList<SyncSettings> psas;
    for (const Integration &integration : *integrations)
        psas.append(integration.settings);
    m_labels = directoryLabels(psas);
    QList<PersonCandidate> candidates;
    for (const DirectoryStore::Contact &contact : *contacts) {
        const bool isOurs = contact.directoryId == m_directory.id;
        candidates.append({.id = contact.id,
                           .fields = contact.fields,
                           .externalId = isOurs ? contact.externalId : QString(),
                           .isElsewhere = contact.directoryId != 0 && !isOurs});
    }
    m_matcher.emplace(candidates);
    for (const DirectoryFacts &each : *facts)
        m_known.insert(each.recordId, each);
    return {};
}

bool DirectorySync::needsFull(const LdapRoot &root, DirectoryMode mode) const
{
    const DirectoryCursor &cursor = m_directory.cursor;
    const bool isSameServer = cursor.serverId == serverIdOf(root, m_directory);
    const bool knowsPlace = cursor.usn > 0 ? cursor.usn <= root.highestUsn : cursor.changedAt.isValid();
    const bool isDue = !m_directory.lastFullSyncAt.isValid()
        || m_directory.lastFullSyncAt.secsTo(m_around.clock.nowUtc()) >= fullSweepSeconds;
    return mode != DirectoryMode::Delta || !isSameServer || !knowsPlace || isDue;
}

QByteArray DirectorySync::filter() const
{
    const QByteArray users = bracketed(m_directory.filter);
    if (m_summary.isFull)
        return users;
    const DirectoryCursor &cursor = m_directory.cursor;
    return bothFilters(users,
                       cursor.usn > 0
                           ? atLeastFilter("uSNChanged", QByteArray::number(cursor.usn + 1))
                           : atLeastFilter("modifyTimestamp", toGeneralizedTime(cursor.changedAt)));
}

Result<void> DirectorySync::readAll(LdapClient &client, DirectoryMode mode)
{
    const Result<LdapRoot> root = client.root();
    if (!root)
        return fail(root.error());
    m_summary.isFull = needsFull(*root, mode);
    const Result<qint64> age = maxPasswordAge(client, *root);
    if (!age)
        return fail(age.error());
    m_maxPasswordAgeMs = *age;
    m_newest = m_summary.isFull ? QDateTime() : m_directory.cursor.changedAt;

    const QDateTime now = m_around.clock.nowUtc();
    qint64 users = 0;
    const LdapSearch ofUsers{.base = m_directory.baseDn, .filter = filter(), .attributes = userAttributes()};
    const Result<int> read = client.search(ofUsers, [&](const LdapEntry &entry) -> Result<void> {
        if (m_around.tell)
            m_around.tell(++users);
        return take(userFrom(entry, m_maxPasswordAgeMs, now));
    });
    if (!read)
        return fail(read.error());
    if (const Result<void> flushed = flush(); !flushed)
        return flushed;
    if (m_summary.isFull) {
        if (const Result<void> marked = markRemoved(); !marked)
            return marked;
    }
    m_directory.cursor = {
        .serverId = serverIdOf(*root, m_directory), .usn = root->highestUsn, .changedAt = m_newest};
    m_directory.lastSyncAt = now;
    if (m_summary.isFull)
        m_directory.lastFullSyncAt = now;
    return {};
}

void DirectorySync::skip(DirectoryLine line, const QString &reason)
{
    line.what = DirectoryLine::What::Skipped;
    line.reason = reason;
    m_summary.lines.append(line);
}

Result<void> DirectorySync::take(const DirectoryUser &user)
{
    if (user.changedAt.isValid() && (!m_newest.isValid() || user.changedAt > m_newest))
        m_newest = user.changedAt;
    DirectoryLine line{.name = user.name(),
                       .account = user.account,
                       .email = user.person.email,
                       .externalId = user.person.externalId,
                       .status = user.status,
                       .reason = unusableText(user.unusable)};
    if (user.isMachine)
        return {};
    if (user.person.externalId.isEmpty()) {
        skip(line,
             Words::tr(
                 "It has neither an objectGUID nor an entryUUID to be known by. May the account read them?"));
        return {};
    }
    m_seen.insert(user.person.externalId);
    if (user.person.firstName.isEmpty()) {
        skip(line, Words::tr("It has no name that a contact could have."));
        return {};
    }

    using How = PersonMatch::How;
    const PersonMatch match = m_matcher->match(user.person);
    line.match = match.how;
    const RecordId record = match.records.size() == 1 ? match.records.constFirst() : 0;
    switch (match.how) {
    case How::Several:
        line.candidates = match.records;
        skip(line,
             Words::tr("%n contacts have its address or name, so it is not known which one is meant. Give "
                       "one of them "
                       "its email address.",
                       nullptr, int(match.records.size())));
        return {};
    case How::Elsewhere:
        skip(line, Words::tr("Another directory feeds this contact."));
        return {};
    case How::None:
        if (user.status == AccountStatus::Disabled && !m_directory.createsDisabled) {
            skip(line, Words::tr("The account is disabled, so no contact is made for it."));
            return {};
        }
        break;
    case How::Known:
    case How::Email:
    case How::Name:
        m_matcher->take(record, user.person.externalId);
        break;
    }

    const PersonCandidate *contact = record == 0 ? nullptr : m_matcher->find(record);
    FieldValues values = enrichedValues(user.person, m_labels, contact ? contact->fields : FieldValues(),
                                        m_known.value(record).given);
    line.recordId = record;
    line.changed = values.keys();
    if (record != 0 && values.isEmpty()) {
        line.what = DirectoryLine::What::Unchanged;
        m_summary.lines.append(line);
        keepFacts(user, record);
        return {};
    }
    if (record == 0)
        values.insert("organization"_L1, m_directory.organizationId);
    m_pending.append({.user = user,
                      .record = {.kind = AssetKind::Contact,
                                 .values = values,
                                 .externalId = user.person.externalId,
                                 .id = record,
                                 .onMatch = record == 0 ? OnMatch::Create : OnMatch::Update,
                                 .replacesPoints = true},
                      .line = line});
    return m_pending.size() >= contactsAtOnce ? flush() : Result<void>();
}

Result<void> DirectorySync::flush()
{
    QList<Pending> pending = std::exchange(m_pending, {});
    if (m_isDry) {
        for (Pending &each : pending) {
            each.line.what =
                each.line.recordId == 0 ? DirectoryLine::What::Created : DirectoryLine::What::Updated;
            m_summary.lines.append(each.line);
        }
        return {};
    }
    if (!pending.isEmpty() && m_summary.runId == 0) {
        const Result<qint64> run =
            wait(m_around.engine.beginImport(RecordSource::Directory, m_directory.name, m_person));
        if (!run)
            return fail(run.error());
        m_summary.runId = *run;
    }
    // What a PSA alone may change is left to it, field by field, and the rest is written.
    while (!pending.isEmpty()) {
        if (const Result<void> written = write(pending); !written)
            return written;
    }
    return flushFacts();
}

/** Leaves in `pending` what is to be tried again with less. */
Result<void> DirectorySync::write(QList<Pending> &pending)
{
    QList<ImportedRecord> records;
    for (const Pending &each : std::as_const(pending))
        records.append(each.record);
    const Result<QList<ImportOutcome>> outcomes =
        wait(m_around.engine.importRecords(m_summary.runId, records));
    if (!outcomes)
        return fail(outcomes.error());
    QList<Pending> again;
    for (qsizetype i = 0; i < pending.size(); ++i) {
        Pending &each = pending[i];
        const ImportOutcome &outcome = outcomes->at(i);
        const QString locked = outcome.error.field;
        if (outcome.what == ImportOutcome::What::Failed && outcome.error.code == ErrorCode::NotAllowed
            && each.record.values.contains(locked)) {
            each.record.values.remove(locked);
            each.line.reason = outcome.error.message;
            if (!each.record.values.isEmpty()) {
                again.append(each);
                continue;
            }
            each.line.what = DirectoryLine::What::Unchanged;
            each.line.changed.clear();
        } else {
            switch (outcome.what) {
            case ImportOutcome::What::Created:
                each.line.what = DirectoryLine::What::Created;
                break;
            case ImportOutcome::What::Updated:
                each.line.what = DirectoryLine::What::Updated;
                each.line.changed = outcome.changed;
                break;
            case ImportOutcome::What::Skipped:
                each.line.what = DirectoryLine::What::Unchanged;
                each.line.changed.clear();
                break;
            case ImportOutcome::What::Failed:
                each.line.what = DirectoryLine::What::Failed;
                each.line.reason = outcome.error.message;
                break;
            }
            each.line.recordId = outcome.id;
        }
        m_summary.lines.append(each.line);
        if (each.line.what != DirectoryLine::What::Failed && each.line.recordId != 0) {
            m_matcher->take(each.line.recordId, each.user.person.externalId);
            keepFacts(each.user, each.line.recordId);
        }
    }
    pending = again;
    return {};
}

void DirectorySync::keepFacts(const DirectoryUser &user, RecordId record)
{
    const DirectoryFacts facts = user.factsFor(record, m_directory.id, m_around.clock.nowUtc());
    const auto known = m_known.constFind(record);
    if (m_isDry || (known != m_known.constEnd() && known->saysSameAs(facts)))
        return;
    m_facts.append(facts);
}

Result<void> DirectorySync::flushFacts()
{
    while (!m_facts.isEmpty()) {
        const QList<DirectoryFacts> some = m_facts.first(qMin(contactsAtOnce, m_facts.size()));
        m_facts = m_facts.sliced(some.size());
        if (const Result<void> set = wait(m_around.engine.setDirectoryFacts(some)); !set)
            return set;
    }
    return {};
}

Result<void> DirectorySync::markRemoved()
{
    // Nobody at all is more likely a filter or a right that is wrong than a company without people.
    if (m_seen.isEmpty() && !m_known.isEmpty()) {
        return fail(Error{
            .code = ErrorCode::Rejected,
            .message = Words::tr("%1 showed no users at all, although there were some. Are the base DN, the "
                                 "filter and the rights of the account still right?")
                           .arg(m_directory.server),
            .field = u"filter"_s});
    }
    for (const DirectoryFacts &known : std::as_const(m_known)) {
        if (m_seen.contains(known.externalId) || known.status == AccountStatus::Removed)
            continue;
        DirectoryFacts facts = known;
        facts.status = AccountStatus::Removed;
        m_summary.lines.append({.what = DirectoryLine::What::Removed,
                                .recordId = known.recordId,
                                .name = displayNameOf(AssetKind::Contact, known.given),
                                .account = known.account,
                                .email = known.given.value("email"_L1).toString(),
                                .externalId = known.externalId,
                                .status = AccountStatus::Removed,
                                .match = PersonMatch::How::Known});
        if (!m_isDry)
            m_facts.append(facts);
    }
    return flushFacts();
}

Result<void> DirectorySync::finishImport(bool isCancelled)
{
    if (m_summary.runId == 0)
        return {};
    const Result<ImportRun> ended = wait(m_around.engine.finishImport(m_summary.runId, isCancelled));
    return ended ? Result<void>() : fail(ended.error());
}

Result<DirectoryTest> testDirectory(const Directory &directory, const SecretString &password,
                                    const QDateTime &now, LdapPatience patience,
                                    const std::function<bool()> &isCancelled)
{
    LdapClient client(directory, patience, isCancelled);
    if (const Result<void> connected = client.connect(); !connected)
        return fail(connected.error());
    if (const Result<void> signedIn = client.signIn(password); !signedIn)
        return fail(signedIn.error());
    const Result<LdapRoot> root = client.root();
    if (!root)
        return fail(root.error());
    const Result<qint64> age = maxPasswordAge(client, *root);
    if (!age)
        return fail(age.error());
    DirectoryTest test{.root = *root};
    const LdapSearch first{.base = directory.baseDn,
                           .filter = bracketed(directory.filter),
                           .attributes = userAttributes(),
                           .limit = shownUsers};
    const Result<int> found = client.search(first, [&](const LdapEntry &entry) -> Result<void> {
        test.users.append(userFrom(entry, *age, now));
        return {};
    });
    return found ? Result<DirectoryTest>(test) : fail(found.error());
}

Result<LdapRoot> readDirectoryRoot(const Directory &directory, const SecretString &password,
                                   LdapPatience patience, const std::function<bool()> &isCancelled)
{
    LdapClient client(directory, patience, isCancelled);
    if (const Result<void> connected = client.connect(); !connected)
        return fail(connected.error());
    const bool signsIn =
        directory.bind == DirectoryBind::Simple && !directory.userName.isEmpty() && !password.isEmpty();
    if (signsIn) {
        if (const Result<void> signedIn = client.signIn(password); !signedIn)
            return fail(signedIn.error());
    }
    return client.root();
}

} // namespace tandem
