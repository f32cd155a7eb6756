// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/importservice.h"

#include "core/field.h"
#include "core/logging.h"
#include "rules/importrules.h"
#include "sync/recordsync.h"

#include <QCoreApplication>
#include <QCoro/QCoroFuture>
#include <QCoro/QCoroTimer>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Import)
};

/** What a transaction should take with its commit, so that a save waits less than 10 ms. */
constexpr auto transactionTime = 3ms;
constexpr qsizetype fewestAtOnce = 4;
constexpr qsizetype mostAtOnce = 200;
/** What the write-ahead log may grow to before an import waits for it to be put in its place. */
constexpr qint64 longestLog = 16'000; // pages of 4 KB
/** A window asks for its lists anew each time, which is work when they are long. */
constexpr auto announceInterval = 1s;
constexpr int shownKept = 1000;

/** Of the search index: what that many records add, times the levels that it rises through. */
int pagesToMerge(qint64 records)
{
    return int(8 + records / 2);
}

QString sourceOf(const ImportRun &run)
{
    return run.name.isEmpty() ? recordSourceTitle(run.source)
                              : Words::tr("%1 (%2)").arg(run.name, recordSourceTitle(run.source));
}

tl::unexpected<Error> stopped()
{
    return fail(ErrorCode::Cancelled, Words::tr("Tandem is closing."));
}

FieldValues valuesOf(const QStringList &fields, const FieldValues &values)
{
    FieldValues some;
    for (const QString &field : fields)
        some.insert(field, nullIfBlank(values.value(field)));
    return some;
}

} // namespace

/** While it lives something runs; the first brings the check points of bulk writes, and the last takes them
 * away. */
class ImportService::Busy final {
    Q_DISABLE_COPY_MOVE(Busy)
public:
    explicit Busy(ImportService &service)
        : m_service(service)
    {
        ++m_service.m_busy;
    }
    ~Busy()
    {
        if (--m_service.m_busy > 0)
            return;
        m_service.m_bulk.reset();
        Q_EMIT m_service.idle();
    }
    [[nodiscard]] Result<void> begin()
    {
        if (m_service.m_bulk)
            return {};
        m_service.m_bulk = std::make_unique<BulkWrites>(m_service.m_stores.database);
        m_service.m_checkPoint = QtFuture::makeReadyFuture(Result<qint64>(0));
        return m_service.m_bulk->begin();
    }

private:
    ImportService &m_service;
};

ImportService::ImportService(Stores &stores, ChangeNotifier &notifier)
    : m_stores(stores)
    , m_notifier(notifier)
    , m_records(stores)
    , m_atOnce(fewestAtOnce)
{
}

ImportService::~ImportService() = default;

Result<qint64> ImportService::begin(RecordSource source, const QString &name, const QString &person,
                                    const QJsonObject &request)
{
    qint64 run = 0;
    const Result<void> begun = inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<qint64> id = m_stores.imports.begin(source, name, person, request, m_stores.clock.nowUtc());
        run = id.value_or(0);
        return id ? Result<void>() : fail(id.error());
    });
    return begun ? Result<qint64>(run) : fail(begun.error());
}

Result<ImportRun> ImportService::resume(qint64 run)
{
    const Result<ImportRun> known = m_stores.imports.get(run);
    if (!known)
        return known;
    if (!known->canBeResumed())
        return fail(ErrorCode::NotAllowed, Words::tr("The import %1 cannot go on. Begin a new one.").arg(run));
    const Result<void> opened = inTransaction(m_stores.database, [&]() -> Result<void> {
        return m_stores.imports.setState(run, ImportRun::State::Open, {});
    });
    return opened ? known : fail(opened.error());
}

Result<ImportRun> ImportService::openRun(qint64 run) const
{
    const Result<ImportRun> found = m_stores.imports.get(run);
    if (found && found->state != ImportRun::State::Open)
        return fail(ErrorCode::NotAllowed, Words::tr("The import %1 has ended. Begin a new one.").arg(run));
    return found;
}

QCoro::Task<Result<QList<ImportOutcome>>> ImportService::take(qint64 run, QList<ImportedRecord> records)
{
    Busy busy(*this);
    const Result<void> begun = busy.begin();
    if (!begun)
        co_return fail(begun.error());
    QList<ImportOutcome> outcomes;
    outcomes.reserve(records.size());
    ImportRun known;
    std::unique_ptr<ImportPlanner> planner;
    while (outcomes.size() < records.size()) {
        if (m_isStopping)
            co_return stopped();
        const qsizetype start = outcomes.size();
        const qsizetype count = std::min(m_atOnce, records.size() - start);
        bool isQueued = false;
        QElapsedTimer timer;
        timer.start();
        const auto some = [&]() -> Result<void> {
            // It may have ended, and integrations may be others, since the last turn.
            const Result<ImportRun> open = openRun(run);
            const Result<QList<Integration>> integrations = m_stores.integrations.all();
            if (!open || !integrations)
                return fail(open ? integrations.error() : open.error());
            known = *open;
            if (!planner)
                planner = std::make_unique<ImportPlanner>(m_stores, known.source);
            ImportCounts counts;
            for (qsizetype i = start; i < start + count; ++i) {
                const Result<ImportOutcome> outcome = takeOne(known, *integrations, *planner, records.at(i));
                if (!outcome)
                    return fail(outcome.error());
                addTo(counts, outcome->what);
                outcomes.append(*outcome);
            }
            isQueued = known.source == RecordSource::Directory;
            const qint64 written = counts.created + counts.updated;
            if (written > 0) {
                if (const Result<void> merged = m_stores.records.mergeSearch(pagesToMerge(written)); !merged)
                    return merged;
            }
            const QJsonObject position = records.at(start + count - 1).position;
            const Result<void> noted =
                position.isEmpty() ? Result<void>() : m_stores.imports.setPosition(run, position);
            return noted ? m_stores.imports.addCounts(run, counts) : noted;
        };
        // What a power cut undoes is undone with its notes, and the source still has it.
        const Result<void> written = inTransaction(m_stores.database, some, Durability::Later);
        if (!written)
            co_return fail(written.error());
        adapt(count, std::chrono::nanoseconds(timer.nsecsElapsed()));
        for (qsizetype i = start; i < outcomes.size(); ++i) {
            if (outcomes.at(i).what == ImportOutcome::What::Created)
                announceNew();
            else if (outcomes.at(i).what == ImportOutcome::What::Updated)
                m_notifier.recordChanged(outcomes.at(i).id);
        }
        if (isQueued)
            Q_EMIT pushQueued();
        co_await QCoro::sleepFor(0ms);
    }
    const Result<void> kept = co_await keepLogShort(false);
    if (!kept)
        co_return fail(kept.error());
    const QList<ImportOutcome> result = outcomes;
    co_return result;
}

Result<ImportOutcome> ImportService::takeOne(const ImportRun &run, const QList<Integration> &integrations,
                                             ImportPlanner &planner, const ImportedRecord &record)
{
    ImportOutcome outcome{
        .row = record.row, .kind = record.kind, .name = displayNameOf(record.kind, record.values)};
    const Result<ImportStep> step = planner.plan(record);
    if (!step && isOfDatabase(step.error()))
        return fail(step.error());
    if (!step) {
        outcome.error = step.error();
        return outcome;
    }
    outcome.what = step->what;
    outcome.id = step->id;
    outcome.newValues = step->newValues.values();
    outcome.kept = step->kept;
    if (outcome.name.isEmpty())
        outcome.name = displayNameOf(record.kind, step->before);
    if (step->what == ImportOutcome::What::Created || step->what == ImportOutcome::What::Updated) {
        const Result<Saved> saved = write(run, integrations, record, *step);
        if (!saved && isOfDatabase(saved.error()))
            return fail(saved.error());
        if (!step->newValues.isEmpty())
            planner.forget();
        if (!saved) {
            outcome.what = ImportOutcome::What::Failed;
            outcome.error = saved.error();
            return outcome;
        }
        outcome.id = saved->id;
        outcome.changed = saved->changed;
    }
    if (!record.externalId.isEmpty() && outcome.id != 0) {
        const Result<void> tied =
            m_stores.imports.setExternalId(run, record.kind, record.externalId, outcome.id,
                                           record.isWhole ? saidBy(record, step->missed) : QJsonObject());
        if (!tied)
            return fail(tied.error());
    }
    return outcome;
}

Result<Saved> ImportService::write(const ImportRun &run, const QList<Integration> &integrations,
                                   const ImportedRecord &record, ImportStep step)
{
    // List values that were made for a row which is refused then must not stay.
    const bool makesValues = !step.newValues.isEmpty();
    if (makesValues) {
        if (const Result<int> marked = m_stores.database.execute(u"SAVEPOINT imported_row"_s); !marked)
            return fail(marked.error());
    }
    const auto written = [&]() -> Result<Saved> {
        for (const FieldDescription &field : fieldsOf(record.kind)) {
            const auto name = step.newValues.constFind(field.name());
            if (name == step.newValues.constEnd())
                continue;
            const OptionId parent =
                *field.list == OptionList::Model ? step.changes.value("manufacturer"_L1).toInteger() : 0;
            const Result<OptionId> made = m_stores.options.findOrCreate(*field.list, *name, parent);
            if (!made)
                return fail(made.error());
            step.changes.insert(field.name(), *made);
        }
        const Result<Saved> saved =
            m_records.write({.kind = record.kind,
                             .id = step.id,
                             .changes = step.changes,
                             .source = run.source,
                             .person = run.person,
                             .remark = Words::tr("Imported from %1.").arg(sourceOf(run))},
                            integrations, makesValues ? RecordService::Checked::No : RecordService::Checked::Yes);
        if (!saved)
            return saved;
        Result<void> noted;
        if (step.id == 0)
            noted = m_stores.imports.noteCreated(run.id, saved->id, record.kind, saved->at);
        else if (!saved->changed.isEmpty())
            noted = m_stores.imports.noteUpdated(run.id, saved->id, record.kind,
                                                 valuesOf(saved->changed, step.before),
                                                 valuesOf(saved->changed, step.changes), saved->at);
        return noted ? saved : fail(noted.error());
    }();
    if (makesValues) {
        if (!written) {
            const Result<int> back = m_stores.database.execute(u"ROLLBACK TO imported_row"_s);
            if (!back)
                return fail(back.error());
        }
        if (const Result<int> released = m_stores.database.execute(u"RELEASE imported_row"_s); !released)
            return fail(released.error());
    }
    return written;
}

QCoro::Task<Result<ImportRun>> ImportService::finish(qint64 run, bool isCancelled)
{
    Busy busy(*this);
    const Result<void> begun = busy.begin();
    if (!begun)
        co_return fail(begun.error());
    Result<ImportRun> ended = fail(ErrorCode::Internal, QString());
    const Result<void> written = inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<ImportRun> open = openRun(run);
        if (!open)
            return fail(open.error());
        const ImportRun::State state = isCancelled ? ImportRun::State::Cancelled : ImportRun::State::Finished;
        if (const Result<void> set = m_stores.imports.setState(run, state, m_stores.clock.nowUtc()); !set)
            return set;
        ended = m_stores.imports.get(run);
        if (!ended)
            return fail(ended.error());
        const QLocale locale;
        const QString counts =
            Words::tr("%1 created, %2 updated, %3 skipped, %4 failed.")
                .arg(locale.toString(ended->counts.created), locale.toString(ended->counts.updated),
                     locale.toString(ended->counts.skipped), locale.toString(ended->counts.failed));
        const QString what = isCancelled
            ? Words::tr("Import from %1 stopped: %2").arg(sourceOf(*ended), counts)
            : Words::tr("Imported from %1: %2").arg(sourceOf(*ended), counts);
        return log(ended->person, what);
    });
    if (!written)
        co_return fail(written.error());
    m_notifier.setChanged();
    const Result<void> kept = co_await keepLogShort(true);
    if (!kept)
        qCInfo(lcSync) << "The write-ahead log stays long after an import:" << kept.error().message;
    const ImportRun result = *ended;
    co_return result;
}

QCoro::Task<Result<ImportUndone>> ImportService::undo(qint64 run, QString person, Progress progress)
{
    Busy busy(*this);
    const Result<void> begun = busy.begin();
    if (!begun)
        co_return fail(begun.error());
    const Result<qint64> total = m_stores.imports.changeCount(run);
    if (!total)
        co_return fail(total.error());
    const auto start = [&]() -> Result<void> {
        const Result<ImportRun> known = m_stores.imports.get(run);
        if (!known)
            return fail(known.error());
        if (known->state == ImportRun::State::Undone)
            return fail(ErrorCode::NotAllowed, Words::tr("The import %1 was undone already.").arg(run));
        return m_stores.imports.setState(run, ImportRun::State::Undoing, {});
    };
    const Result<void> started = inTransaction(m_stores.database, start);
    if (!started)
        co_return fail(started.error());
    ImportUndone undone;
    qint64 done = 0;
    qint64 before = 0;
    bool isLast = false;
    while (!isLast) {
        if (m_isStopping)
            co_return stopped();
        if (progress.isCancelled && progress.isCancelled())
            co_return fail(ErrorCode::Cancelled,
                           Words::tr("Stopped. The rest of the import can be undone later."));
        qsizetype count = 0;
        QElapsedTimer timer;
        timer.start();
        const auto some = [&]() -> Result<void> {
            const Result<ImportRun> known = m_stores.imports.get(run);
            const Result<QList<Integration>> integrations = m_stores.integrations.all();
            if (!known || !integrations)
                return fail(known ? integrations.error() : known.error());
            const Result<QList<ImportChange>> changes = m_stores.imports.toUndo(run, before, int(m_atOnce));
            if (!changes)
                return fail(changes.error());
            for (const ImportChange &change : *changes) {
                if (const Result<void> one = undoOne(*known, *integrations, change, person, undone); !one)
                    return one;
                before = change.id;
            }
            count = changes->size();
            const Result<int> forgotten = changes->isEmpty()
                ? m_stores.imports.forgetExternalIds(run, int(mostAtOnce))
                : Result<int>(0);
            if (!forgotten)
                return fail(forgotten.error());
            isLast = changes->isEmpty() && *forgotten == 0;
            if (count > 0) {
                if (const Result<void> merged = m_stores.records.mergeSearch(pagesToMerge(count)); !merged)
                    return merged;
            }
            if (!isLast)
                return {};
            if (const Result<void> set =
                    m_stores.imports.setState(run, ImportRun::State::Undone, m_stores.clock.nowUtc());
                !set)
                return set;
            const QLocale locale;
            return log(person,
                       Words::tr("Import from %1 undone: %2 removed, %3 restored, %4 kept.")
                           .arg(sourceOf(*known), locale.toString(undone.removed),
                                locale.toString(undone.restored), locale.toString(undone.kept)));
        };
        const Result<void> written = inTransaction(m_stores.database, some);
        if (!written)
            co_return fail(written.error());
        if (count > 0)
            adapt(count, std::chrono::nanoseconds(timer.nsecsElapsed()));
        done += count;
        if (progress.tell)
            progress.tell(done, *total);
        const Result<void> kept = co_await keepLogShort(isLast);
        if (!kept)
            co_return fail(kept.error());
        co_await QCoro::sleepFor(0ms);
    }
    m_notifier.setChanged();
    const Result<QList<ImportKept>> lines = m_stores.imports.kept(run, shownKept);
    if (!lines)
        co_return fail(lines.error());
    undone.lines = *lines;
    const ImportUndone result = undone;
    co_return result;
}

Result<void> ImportService::undoOne(const ImportRun &run, const QList<Integration> &integrations,
                                    const ImportChange &change, const QString &person, ImportUndone &undone)
{
    const Result<QList<ImportChange>> ofRun = m_stores.imports.ofRecord(run.id, change.recordId);
    if (!ofRun)
        return fail(ofRun.error());
    const bool isOwn = !ofRun->isEmpty() && ofRun->constFirst().isCreated;
    // What the import changed of a record that it had made goes with the record.
    if (isOwn && !change.isCreated)
        return m_stores.imports.noteUndone(change.id, {});
    const Result<QString> reason =
        change.isCreated ? removeCreated(change, *ofRun) : restoreUpdated(run, integrations, change, person);
    if (!reason)
        return fail(reason.error());
    if (!reason->isEmpty())
        ++undone.kept;
    else if (change.isCreated)
        ++undone.removed;
    else
        ++undone.restored;
    m_notifier.recordChanged(change.recordId);
    return m_stores.imports.noteUndone(change.id, *reason);
}

Result<QString> ImportService::removeCreated(const ImportChange &change, const QList<ImportChange> &ofRun)
{
    const Result<Record> record = m_stores.records.get(change.recordId);
    if (!record && record.error().code == ErrorCode::NotFound)
        return QString(); // somebody deleted it
    if (!record)
        return fail(record.error());
    // Rule I1: an edit that was made since stays.
    if (record->updatedAt != ofRun.constLast().at)
        return Words::tr("It was changed since the import.");
    const Result<bool> isNeeded = isReferredTo(m_stores.database, change.recordId);
    if (!isNeeded)
        return fail(isNeeded.error());
    if (*isNeeded)
        return Words::tr("Other records belong to it or refer to it.");
    const Result<void> erased = m_records.erase(change.recordId);
    if (erased)
        return QString();
    if (isOfDatabase(erased.error()))
        return fail(erased.error());
    return erased.error().message;
}

Result<QString> ImportService::restoreUpdated(const ImportRun &run, const QList<Integration> &integrations,
                                              const ImportChange &change, const QString &person)
{
    const Result<Record> record = m_stores.records.get(change.recordId);
    if (!record && record.error().code == ErrorCode::NotFound)
        return Words::tr("The record was deleted.");
    if (!record)
        return fail(record.error());
    const UndoAnswer answer = undoAnswer(change.before, change.after, record->fields);
    if (const Result<void> forgotten = m_stores.imports.forgetSaid(run.source, change.recordId); !forgotten)
        return fail(forgotten.error());
    if (!answer.restore.isEmpty()) {
        const Result<Saved> saved =
            m_records.write({.kind = change.kind,
                             .id = change.recordId,
                             .changes = answer.restore,
                             .source = run.source,
                             .person = person,
                             .remark = Words::tr("Import from %1 undone.").arg(sourceOf(run))},
                            integrations);
        if (!saved && isOfDatabase(saved.error()))
            return fail(saved.error());
        if (!saved)
            return saved.error().message;
    }
    if (answer.kept.isEmpty())
        return QString();
    QStringList labels;
    for (const QString &field : answer.kept) {
        const FieldDescription *description = findField(change.kind, field);
        labels.append(description ? description->labelText() : field);
    }
    return Words::tr("Changed since the import, and left: %1.").arg(QLocale().createSeparatedList(labels));
}

Result<QList<ImportRun>> ImportService::runs(int limit) const
{
    return m_stores.imports.list(limit);
}

Result<void> ImportService::log(const QString &person, const QString &message)
{
    return m_stores.events.append(
        {.at = m_stores.clock.nowUtc(), .type = Event::Type::Changed, .person = person, .message = message});
}

QCoro::Task<Result<void>> ImportService::keepLogShort(bool isEnd)
{
    if (!m_checkPoint.isFinished() && !isEnd)
        co_return Result<void>();
    const QFuture<Result<qint64>> running = m_checkPoint;
    const Result<qint64> before = co_await running;
    if (!before)
        co_return fail(before.error());
    if (!m_bulk)
        co_return Result<void>();
    m_checkPoint = m_bulk->checkPoint(isEnd);
    if (*before < longestLog && !isEnd)
        co_return Result<void>();
    const QFuture<Result<qint64>> next = m_checkPoint;
    const Result<qint64> now = co_await next;
    if (!now)
        co_return fail(now.error());
    co_return Result<void>();
}

/** As many as would have been written in the time; a machine that was busy for a moment changes little. */
void ImportService::adapt(qsizetype count, std::chrono::nanoseconds took)
{
    using Seconds = std::chrono::duration<double>;
    const double share = Seconds(transactionTime) / Seconds(std::max<std::chrono::nanoseconds>(took, 1us));
    const auto wouldBe = qsizetype(double(count) * share);
    const qsizetype near = std::clamp(wouldBe, m_atOnce / 2, m_atOnce * 2);
    m_atOnce = std::clamp(near, fewestAtOnce, mostAtOnce);
}

/** Tells that records were added, at once and then every second. */
void ImportService::announceNew()
{
    if (m_sinceAnnounced.isValid()
        && !m_sinceAnnounced.hasExpired(std::chrono::milliseconds(announceInterval).count()))
        return;
    m_sinceAnnounced.start();
    m_notifier.setChanged();
}

void ImportService::stop()
{
    m_isStopping = true;
}

bool ImportService::isBusy() const
{
    return m_busy > 0;
}

} // namespace tandem
