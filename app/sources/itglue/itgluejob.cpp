// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/itglue/itgluejob.h"

#include "core/field.h"
#include "sources/itglue/itglueaddress.h"
#include "sources/itglue/itgluerecord.h"
#include "sync/importpreview.h"
#include "sync/syncengine.h"

#include <QCoreApplication>
#include <QCoro/QCoroTask>
#include <QEventLoop>
#include <QJsonArray>
#include <QLocale>
#include <QLockFile>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::ItGlueJob)
};

constexpr int recordsAtOnce = 200;
constexpr qsizetype shownValues = 100;
constexpr auto listenInterval = 100ms;
/** A list whose rows moved while it was read is read that often. */
constexpr int mostRounds = 2;

constexpr QLatin1StringView addressKey = "address"_L1;
constexpr QLatin1StringView kindsKey = "kinds"_L1;
constexpr QLatin1StringView typesKey = "organization_types"_L1;
constexpr QLatin1StringView kindKey = "kind"_L1;
constexpr QLatin1StringView pageKey = "page"_L1;
constexpr QLatin1StringView afterKey = "after"_L1;
constexpr QLatin1StringView totalKey = "total"_L1;

template<typename T>
Result<T> answerOf(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

tl::unexpected<Error> stopped()
{
    return fail(ErrorCode::Cancelled, Words::tr("Stopped."));
}

/** Where a run is: the last record that was taken. Organizations have levels for pages, since parents go
 * first. */
struct Position {
    AssetKind kind = AssetKind::Organization;
    int page = 0; ///< 0: before the first
    qint64 after = 0; ///< id
    qint64 total = -1; ///< rows of the list when it was begun

    [[nodiscard]] QJsonObject toJson() const
    {
        return {{kindKey, kindName(kind)}, {pageKey, page}, {afterKey, after}, {totalKey, total}};
    }
    [[nodiscard]] static Position fromJson(const QJsonObject &object)
    {
        return {.kind = kindFromName(object.value(kindKey).toString()).value_or(AssetKind::Organization),
                .page = object.value(pageKey).toInt(),
                .after = object.value(afterKey).toInteger(),
                .total = object.value(totalKey).toInteger(-1)};
    }
};

qint64 numberOf(const QJsonObject &row)
{
    return itGlueId(row.value("id"_L1)).toLongLong();
}

bool isAscending(const QList<QJsonObject> &rows)
{
    return std::is_sorted(rows.begin(), rows.end(), [](const QJsonObject &one, const QJsonObject &other) {
        return numberOf(one) < numberOf(other);
    });
}

/** What becomes of the records: they are imported, or only looked at. */
using Taker = std::function<Result<QList<ImportOutcome>>(const QList<ImportedRecord> &)>;

/** One reading of an account: calls with patience, while it listens whether anybody still wants it. */
class Reader final {
    Q_DISABLE_COPY_MOVE(Reader)
public:
    Reader(QUrl address, SecretString key, const ItGlueJobOptions &options)
        : m_options(options)
        , m_client(std::move(address), std::move(key), options.limits)
    {
        QObject::connect(&m_listener, &QTimer::timeout, &m_listener, [this] {
            if (isCancelled())
                m_client.stop();
            else
                tell();
        });
        m_listener.start(listenInterval);
    }

    /** What is told while it waits; the reader adds calls and waits. */
    std::function<ItGlueProgress()> progress = {};

    [[nodiscard]] bool isCancelled() const
    {
        return m_options.isCancelled && m_options.isCancelled();
    }

    void tell() const
    {
        if (!m_options.tell || !progress)
            return;
        const CallFigures figures = m_client.figures();
        ItGlueProgress now = progress();
        now.calls = figures.calls;
        now.heldUntil = figures.heldUntil;
        for (const WindowFigures &window : figures.windows) {
            if (window.freeAt.isValid() && (!now.heldUntil.isValid() || window.freeAt > now.heldUntil))
                now.heldUntil = window.freeAt;
        }
        m_options.tell(now);
    }

    [[nodiscard]] qint64 calls() const
    {
        return m_client.figures().calls;
    }

    Result<ItGluePage> page(const ItGlueQuery &query)
    {
        return patiently<ItGluePage>([&] { return QCoro::waitFor(m_client.page(query)); });
    }

    Result<QJsonObject> record(const QString &resource, const QString &id)
    {
        return patiently<QJsonObject>([&] { return QCoro::waitFor(m_client.record(resource, id)); });
    }

    /** Calls `take(page)` for each page of the list from `first` on. */
    template<typename Take>
    Result<void> pages(const QString &resource, int first, Take take)
    {
        ItGlueQuery query{.resource = resource, .page = first, .size = m_options.limits.pageSize};
        for (;;) {
            const Result<ItGluePage> page = this->page(query);
            if (!page)
                return fail(page.error());
            if (const Result<void> taken = take(*page, query.page); !taken)
                return taken;
            if (page->nextPage == 0)
                return {};
            query.page = page->nextPage;
        }
    }

private:
    /** Reading again does no harm. */
    template<typename T, typename Ask>
    Result<T> patiently(Ask ask)
    {
        int failures = 0;
        int throttled = 0;
        for (;;) {
            if (isCancelled())
                return stopped();
            const Result<T> answer = ask();
            if (answer || !answer.error().isTransient())
                return answer;
            if (isCancelled())
                return stopped();
            // The client itself waits as long as it was asked to.
            if (answer.error().code == ErrorCode::RateLimited
                && ++throttled <= m_options.limits.throttledTries)
                continue;
            if (answer.error().code == ErrorCode::RateLimited || failures >= m_options.limits.pauses.size())
                return answer;
            if (!sleep(m_options.limits.pauses.at(failures++)))
                return stopped();
        }
    }

    /** False when nobody wants to wait any longer. */
    bool sleep(std::chrono::milliseconds duration)
    {
        QEventLoop loop;
        QTimer end;
        QTimer listener;
        end.setSingleShot(true);
        QObject::connect(&end, &QTimer::timeout, &loop, &QEventLoop::quit);
        QObject::connect(&listener, &QTimer::timeout, &loop, [&] {
            if (isCancelled())
                loop.quit();
        });
        end.start(duration);
        listener.start(listenInterval);
        loop.exec();
        return !isCancelled();
    }

    const ItGlueJobOptions &m_options;
    ItGlueClient m_client;
    QTimer m_listener;
};

/** Goes through the account kind by kind. */
class Pass final {
    Q_DISABLE_COPY_MOVE(Pass)
public:
    Pass(ItGlueRequest request, Reader &reader, const ItGlueJobOptions &options, Taker taker,
         const Position &start)
        : m_request(std::move(request))
        , m_reader(reader)
        , m_options(options)
        , m_take(std::move(taker))
        , m_start(start)
    {
        for (const AssetKind kind : m_request.kinds)
            report.kinds.insert(kind, {});
        m_reader.progress = [this] { return ItGlueProgress{.kinds = report.kinds, .kind = m_kind}; };
    }

    Result<void> run()
    {
        if (const Result<void> known = readNames(); !known)
            return known;
        const bool readsOrganizations =
            !m_request.organizationTypes.isEmpty() || isWanted(AssetKind::Organization);
        if (readsOrganizations) {
            if (const Result<void> done = takeOrganizations(); !done)
                return done;
        }
        for (const AssetKind kind : allKinds) {
            if (kind == AssetKind::Organization || !isWanted(kind))
                continue;
            if (const Result<void> done = takeKind(kind); !done)
                return done;
        }
        return {};
    }

    ItGlueReport report;

private:
    [[nodiscard]] bool isWanted(AssetKind kind) const
    {
        return m_request.kinds.contains(kind) && kind >= m_start.kind;
    }

    Result<void> readNames()
    {
        for (const QString &list : itGlueLists()) {
            const auto take = [&](const ItGluePage &page, int) -> Result<void> {
                addNames(m_names, list, page.rows);
                return {};
            };
            const Result<void> read = m_reader.pages(list, 1, take);
            // What speaks the same protocol may lack a list; then rows tell the names.
            if (!read && read.error().code != ErrorCode::NotFound)
                return read;
        }
        return {};
    }

    /** All are read first, because parents go before what belongs to them. */
    Result<void> takeOrganizations()
    {
        m_kind = AssetKind::Organization;
        QHash<qint64, QJsonObject> rows;
        const auto take = [&](const ItGluePage &page, int) -> Result<void> {
            for (const QJsonObject &row : page.rows) {
                if (isOfWantedType(row))
                    rows.insert(numberOf(row), row);
                else
                    m_others.insert(itGlueId(row.value("id"_L1)));
            }
            return {};
        };
        if (const Result<void> read = m_reader.pages(itGlueResource(AssetKind::Organization), 1, take); !read)
            return read;
        if (!isWanted(AssetKind::Organization))
            return {};

        QList<std::pair<int, qint64>> order; // level and id
        for (auto it = rows.cbegin(); it != rows.cend(); ++it)
            order.append({levelOf(it.key(), rows), it.key()});
        std::sort(order.begin(), order.end());
        ItGlueKindProgress &progress = report.kinds[AssetKind::Organization];
        progress.total = order.size();
        report.leftOut += m_others.size();
        const bool isStart = m_start.kind == AssetKind::Organization;
        for (const auto &[level, id] : order) {
            if (isStart && std::pair(level, id) <= std::pair(m_start.page, m_start.after)) {
                ++progress.done;
                continue;
            }
            Result<QJsonObject> row = rows.value(id);
            if (isCutShort(*row))
                row = m_reader.record(itGlueResource(AssetKind::Organization), QString::number(id));
            if (!row)
                return fail(row.error());
            ImportedRecord record = recordFromItGlue(AssetKind::Organization, *row, m_names);
            const qint64 parent = record.externalReferences.value(u"parent"_s).toLongLong();
            // A circle has no first one, so that its first one goes without.
            const bool isLater = parent != 0 && rows.contains(parent) && levelOf(parent, rows) >= level;
            if (isLater)
                record.externalReferences.remove(u"parent"_s);
            if (const Result<void> taken =
                    add(record, *row, {.page = level, .after = id, .total = order.size()});
                !taken)
                return taken;
        }
        return takeGathered();
    }

    /** How many parents are above it, as far as they are brought. */
    static int levelOf(qint64 id, const QHash<qint64, QJsonObject> &rows)
    {
        QSet<qint64> seen;
        int level = 0;
        for (qint64 each = id; !seen.contains(each); ++level) {
            seen.insert(each);
            const QJsonObject attributes = rows.value(each).value("attributes"_L1).toObject();
            const qint64 parent = itGlueId(attributes.value("parent-id"_L1)).toLongLong();
            if (parent == 0 || !rows.contains(parent))
                return level;
            each = parent;
        }
        return 0;
    }

    [[nodiscard]] bool isOfWantedType(const QJsonObject &row) const
    {
        if (m_request.organizationTypes.isEmpty())
            return true;
        const ImportedRecord record = recordFromItGlue(AssetKind::Organization, row, m_names);
        return m_request.organizationTypes.contains(record.names.value(u"organization_type"_s));
    }

    Result<void> takeKind(AssetKind kind)
    {
        m_kind = kind;
        ItGlueKindProgress &progress = report.kinds[kind];
        const bool isStart = m_start.kind == kind && m_start.page > 0;
        const int size = m_options.limits.pageSize;
        Position before = isStart ? m_start : Position{.kind = kind, .page = 1};
        progress.done = qint64(before.page - 1) * size;
        QSet<qint64> seen;
        for (int round = 1;; ++round) {
            qint64 first = before.total;
            qint64 last = -1;
            const auto take = [&](const ItGluePage &page, int number) -> Result<void> {
                last = page.totalCount;
                first = first < 0 ? last : first;
                progress.total = std::max(last, progress.done);
                const bool skips = number == before.page && isAscending(page.rows);
                for (const QJsonObject &row : page.rows) {
                    const qint64 id = numberOf(row);
                    if (seen.contains(id))
                        continue;
                    seen.insert(id);
                    if (skips && id <= before.after) {
                        ++progress.done;
                        continue;
                    }
                    const ImportedRecord record = recordFromItGlue(kind, row, m_names);
                    const Position at{.kind = kind, .page = number, .after = id, .total = first};
                    if (const Result<void> taken = add(record, row, at); !taken)
                        return taken;
                }
                return takeGathered();
            };
            if (const Result<void> read = m_reader.pages(itGlueResource(kind), before.page, take); !read)
                return read;
            // What was removed there meanwhile moved later rows to pages that had been read.
            if (last >= first || round == mostRounds)
                break;
            before = {.kind = kind, .page = 1};
        }
        progress.total = progress.done;
        return {};
    }

    Result<void> add(ImportedRecord record, const QJsonObject &row, const Position &position)
    {
        if (isSyncedByItGlue(row))
            ++report.synced;
        const bool isOther = m_others.contains(record.externalReferences.value(u"organization"_s));
        if (isOther) {
            ++report.leftOut;
            ++report.kinds[record.kind].done;
            return {};
        }
        record.position = position.toJson();
        m_gathered.append(record);
        return m_gathered.size() < recordsAtOnce ? Result<void>() : takeGathered();
    }

    Result<void> takeGathered()
    {
        if (m_reader.isCancelled())
            return stopped();
        if (m_gathered.isEmpty())
            return {};
        const QList<ImportedRecord> records = std::exchange(m_gathered, {});
        const Result<QList<ImportOutcome>> outcomes = m_take(records);
        if (!outcomes)
            return fail(outcomes.error());
        for (qsizetype i = 0; i < outcomes->size(); ++i)
            note(records.at(i), outcomes->at(i));
        m_reader.tell();
        return {};
    }

    void note(const ImportedRecord &record, const ImportOutcome &outcome)
    {
        ItGlueKindProgress &progress = report.kinds[record.kind];
        ++progress.done;
        addTo(progress.counts, outcome.what);
        addTo(report.counts, outcome.what);
        if (outcome.what == ImportOutcome::What::Skipped && outcome.id == 0)
            ++report.leftOut;
        for (const QString &value : outcome.newValues) {
            if (report.newValues.size() < shownValues && !report.newValues.contains(value))
                report.newValues.append(value);
        }
        const bool isFailure = outcome.what == ImportOutcome::What::Failed;
        if (!outcome.kept.isEmpty())
            ++report.kept;
        if (!m_options.line || (!isFailure && outcome.kept.isEmpty()))
            return;
        m_options.line({.kind = record.kind,
                        .externalId = record.externalId,
                        .name = outcome.name,
                        .field = isFailure ? outcome.error.field : outcome.kept.constFirst(),
                        .message = isFailure ? outcome.error.message : keptText(record.kind, outcome.kept),
                        .isFailure = isFailure});
    }

    static QString keptText(AssetKind kind, const QStringList &fields)
    {
        QStringList labels;
        for (const QString &id : fields) {
            const FieldDescription *field = findField(kind, id);
            labels.append(field ? field->labelText() : id);
        }
        return Words::tr("Changed in IT Glue and edited here too, so the edit stays: %1.")
            .arg(QLocale().createSeparatedList(labels));
    }

    const ItGlueRequest m_request;
    Reader &m_reader;
    const ItGlueJobOptions &m_options;
    const Taker m_take;
    const Position m_start;
    ItGlueNames m_names;
    QSet<QString> m_others; ///< organizations of types that are not brought
    std::optional<AssetKind> m_kind;
    QList<ImportedRecord> m_gathered;
};

} // namespace

QJsonObject ItGlueRequest::toJson() const
{
    QJsonArray names;
    for (const AssetKind kind : kinds)
        names.append(kindName(kind));
    return {
        {addressKey, address}, {kindsKey, names}, {typesKey, QJsonArray::fromStringList(organizationTypes)}};
}

ItGlueRequest ItGlueRequest::fromJson(const QJsonObject &object)
{
    ItGlueRequest request{.address = object.value(addressKey).toString(), .kinds = {}};
    const QJsonArray names = object.value(kindsKey).toArray();
    for (const QJsonValue &name : names) {
        if (const std::optional<AssetKind> kind = kindFromName(name.toString()))
            request.kinds.append(*kind);
    }
    request.organizationTypes = object.value(typesKey).toVariant().toStringList();
    return request;
}

QString ItGlueReport::warning() const
{
    if (synced == 0)
        return {};
    return Words::tr(
        "%n records are synced with a PSA by IT Glue's own integration. Importing them is fine, but two "
        "programs that sync the same PSA undo each other's work: turn off the one in IT Glue before you "
        "turn on two-way sync here.",
        nullptr, int(synced));
}

QString itGlueSecretKey(const QString &address)
{
    return u"itglue/"_s + QUrl(address).authority();
}

std::optional<ImportRun> resumableItGlueRun(const QList<ImportRun> &runs)
{
    for (const ImportRun &run : runs) {
        if (run.source == RecordSource::ItGlue)
            return run.canBeResumed() ? std::optional(run) : std::nullopt;
    }
    return std::nullopt;
}

Result<ItGlueAccount> lookAtItGlue(const QString &address, const SecretString &key,
                                   const ItGlueJobOptions &options)
{
    const Result<QUrl> url = itGlueAddress(address);
    if (!url)
        return fail(url.error());
    Reader reader(*url, key, options);
    ItGlueAccount account;
    for (const AssetKind kind : allKinds) {
        const Result<ItGluePage> page = reader.page({.resource = itGlueResource(kind), .size = 1});
        if (!page)
            return fail(page.error());
        account.counts.insert(kind, page->totalCount);
    }
    const auto take = [&](const ItGluePage &page, int) -> Result<void> {
        ItGlueNames names;
        addNames(names, u"organization_types"_s, page.rows);
        account.organizationTypes += names.lists.value(u"organization_types"_s).values();
        return {};
    };
    if (const Result<void> read = reader.pages(u"organization_types"_s, 1, take); !read)
        return fail(read.error());
    account.organizationTypes.removeDuplicates();
    std::sort(account.organizationTypes.begin(), account.organizationTypes.end(),
              [](const QString &one, const QString &other) { return one.localeAwareCompare(other) < 0; });
    return account;
}

Result<ItGlueReport> previewItGlue(const ItGlueRequest &request, const SecretString &key,
                                   const ItGlueJobOptions &options)
{
    const Result<QUrl> url = itGlueAddress(request.address);
    if (!url)
        return fail(url.error());
    const Result<std::unique_ptr<ImportPreview>> preview =
        ImportPreview::open(options.databasePath, RecordSource::ItGlue);
    if (!preview)
        return fail(preview.error());
    const auto take = [&](const QList<ImportedRecord> &records) -> Result<QList<ImportOutcome>> {
        QList<ImportOutcome> outcomes;
        for (const ImportedRecord &record : records) {
            const Result<ImportOutcome> outcome = (*preview)->look(record);
            if (!outcome)
                return fail(outcome.error());
            outcomes.append(*outcome);
        }
        return outcomes;
    };
    Reader reader(*url, key, options);
    Pass pass(request, reader, options, take, {});
    const Result<void> done = pass.run();
    pass.report.calls = reader.calls();
    return done ? Result<ItGlueReport>(pass.report) : fail(done.error());
}

Result<ItGlueReport> importItGlue(const ItGlueRequest &request, const SecretString &key, SyncEngine &engine,
                                  const std::optional<ImportRun> &resume, const ItGlueJobOptions &options)
{
    const ItGlueRequest wanted = resume ? ItGlueRequest::fromJson(resume->request) : request;
    const Result<QUrl> url = itGlueAddress(wanted.address);
    if (!url)
        return fail(url.error());
    QLockFile lock(options.databasePath + u".itglue.lock"_s);
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0)) {
        return fail(
            ErrorCode::NotAllowed,
            Words::tr("Another Tandem on this profile imports from IT Glue just now. Wait for its end."));
    }
    Reader reader(*url, key, options);
    // A key that is refused must not leave a run behind.
    const Result<ItGluePage> first =
        reader.page({.resource = itGlueResource(AssetKind::Organization), .size = 1});
    if (!first)
        return fail(first.error());
    Result<qint64> run = resume
        ? Result<qint64>(resume->id)
        : answerOf(engine.beginImport(RecordSource::ItGlue, url->host(), options.person, wanted.toJson()));
    Position start;
    if (resume) {
        const Result<ImportRun> resumed = answerOf(engine.resumeImport(resume->id));
        if (!resumed)
            return fail(resumed.error());
        start = Position::fromJson(resumed->position);
    }
    if (!run)
        return fail(run.error());
    const auto take = [&](const QList<ImportedRecord> &records) {
        return answerOf(engine.importRecords(*run, records));
    };
    Pass pass(wanted, reader, options, take, start);
    const Result<void> done = pass.run();
    pass.report.isCancelled = reader.isCancelled();
    // Whatever else ended it, the run stays open and goes on later.
    if (!done && !pass.report.isCancelled)
        return fail(done.error());
    const Result<ImportRun> ended = answerOf(engine.finishImport(*run, pass.report.isCancelled));
    if (!ended)
        return fail(ended.error());
    pass.report.run = *run;
    pass.report.isResumed = resume.has_value();
    pass.report.counts = ended->counts;
    pass.report.calls = reader.calls();
    return pass.report;
}

} // namespace tandem
