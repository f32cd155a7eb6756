// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"

#include <QJsonArray>
#include <QLoggingCategory>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 15'000;

void failTest(const Error &error)
{
    const QString text = errorCodeName(error.code) + u": "_s + error.message + u' ' + error.remoteWords;
    QTest::qFail(qPrintable(text), __FILE__, __LINE__);
}

} // namespace

template<typename T>
T EngineFixture::taken(const Result<T> &result)
{
    if (!result) {
        failTest(result.error());
        return T();
    }
    if constexpr (!std::is_void_v<T>)
        return *result;
}

EngineFixture::EngineFixture(Scheduler scheduler)
    : m_clock(std::make_shared<TestClock>())
    , m_secrets(std::make_shared<MemorySecretStore>())
{
    // What the engine tells of its ordinary work would drown what a test tells.
    QLoggingCategory::setFilterRules(u"tandem.*.info=false"_s);
    start(scheduler);
}

EngineFixture::~EngineFixture() = default;

SyncEngine &EngineFixture::engine()
{
    return *m_engine;
}

TestClock &EngineFixture::clock()
{
    return *m_clock;
}

QString EngineFixture::databasePath() const
{
    return m_folder.filePath(u"tandem.db"_s);
}

Database &EngineFixture::database()
{
    return *m_database;
}

void EngineFixture::setPatience(std::chrono::milliseconds patience)
{
    m_patience = patience;
}

void EngineFixture::stop()
{
    m_engine.reset();
}

void EngineFixture::start(Scheduler scheduler)
{
    m_engine.reset();
    m_engine = std::make_unique<SyncEngine>(EngineOptions{.databasePath = databasePath(),
                                                          .secrets = m_secrets,
                                                          .clock = m_clock,
                                                          .runsScheduler = scheduler == Scheduler::On,
                                                          .random = [] { return 0.5; },
                                                          .patience = m_patience});
    taken(wait(m_engine->start()));
    if (m_database)
        return;
    Result<std::unique_ptr<Database>> opened = Database::open(databasePath(), Database::Mode::ReadOnly);
    if (!opened) {
        failTest(opened.error());
        return;
    }
    m_database = std::move(*opened);
}

ConnectionDetails EngineFixture::detailsFor(const PracticeProcess &practice, const QString &name)
{
    ConnectionDetails details{.platform = practice.platform(), .name = name, .url = practice.url()};
    const QJsonObject credentials = practice.credentials();
    for (auto it = credentials.constBegin(); it != credentials.constEnd(); ++it)
        details.credentials.insert(it.key(), SecretString(it.value().toString()));
    return details;
}

IntegrationId EngineFixture::add(const PracticeProcess &practice, const QString &name)
{
    return taken(wait(m_engine->addIntegration(detailsFor(practice, name))));
}

IntegrationId EngineFixture::connectTwoWay(const PracticeProcess &practice, const QString &name)
{
    const IntegrationId id = add(practice, name);
    sync(id);
    setTwoWay(id, true);
    return id;
}

void EngineFixture::changeSettings(IntegrationId id, const SettingsChange &change)
{
    taken(wait(m_engine->applySettings(id, change)));
}

void EngineFixture::setTwoWay(IntegrationId id, bool isOn)
{
    SyncSettings settings = taken(IntegrationStore(*m_database).get(id)).settings;
    settings.twoWay = isOn;
    changeSettings(id, {.settings = settings});
}

void EngineFixture::setConflictPolicy(IntegrationId id, ConflictPolicy policy)
{
    SyncSettings settings = taken(IntegrationStore(*m_database).get(id)).settings;
    settings.conflict = policy;
    changeSettings(id, {.settings = settings});
}

void EngineFixture::setEnabled(IntegrationId id, OptionList list, const QString &name, bool isOn)
{
    SettingsChange change{.settings = taken(IntegrationStore(*m_database).get(id)).settings};
    QSet<QString> &ticked = change.enabled[list];
    bool isKnown = false;
    const QList<StoredOption> options = taken(OptionStore(*m_database).remote(id, list));
    for (const StoredOption &option : options) {
        const bool isMeant = option.name == name;
        isKnown = isKnown || isMeant;
        if (isMeant ? isOn : option.isSyncing)
            ticked.insert(option.remoteId);
    }
    if (!isKnown)
        failTest({.code = ErrorCode::NotFound, .message = name});
    changeSettings(id, change);
}

RunSummary EngineFixture::sync(IntegrationId id, bool full)
{
    return taken(wait(m_engine->sync(id, full)));
}

RunSummary EngineFixture::push(IntegrationId id)
{
    return taken(wait(m_engine->push(id)));
}

RecordId EngineFixture::create(AssetKind kind, const FieldValues &fields, RecordSource source)
{
    return taken(trySave({.kind = kind, .changes = fields, .source = source, .person = u"Ann"_s})).id;
}

Saved EngineFixture::edit(RecordId id, const FieldValues &changes)
{
    return taken(trySave({.kind = record(id).kind, .id = id, .changes = changes, .person = u"Ann"_s}));
}

Result<Saved> EngineFixture::trySave(const Edit &edit)
{
    return wait(m_engine->save(edit));
}

RecordId EngineFixture::find(AssetKind kind, const QString &name)
{
    const QList<RecordId> ids = taken(RecordStore(*m_database).findByName(kind, 0, name));
    return ids.size() == 1 ? ids.constFirst() : 0;
}

qint64 EngineFixture::count(AssetKind kind)
{
    return taken(recordIds(*m_database, {.kind = kind})).size();
}

Record EngineFixture::record(RecordId id)
{
    return taken(RecordStore(*m_database).get(id));
}

QJsonValue EngineFixture::field(RecordId id, const QString &name)
{
    return record(id).fields.value(name);
}

OptionId EngineFixture::option(OptionList list, const QString &name)
{
    const OptionId id = taken(OptionStore(*m_database).find(list, name));
    if (id == 0)
        failTest({.code = ErrorCode::NotFound, .message = name});
    return id;
}

RecordView EngineFixture::view(RecordId id)
{
    return taken(recordView(*m_database, id, m_clock->nowUtc()));
}

RecordView::Sync EngineFixture::badge(RecordId id, IntegrationId integration)
{
    const QList<RecordView::Sync> badges = view(id).sync;
    for (const RecordView::Sync &each : badges) {
        if (integration == 0 || each.badge.integrationId == integration)
            return each;
    }
    return {};
}

SyncState EngineFixture::state(RecordId id, IntegrationId integration)
{
    return badge(id, integration).badge.state;
}

QString EngineFixture::sentence(RecordId id, IntegrationId integration)
{
    return badge(id, integration).message;
}

Link EngineFixture::link(RecordId id, IntegrationId integration)
{
    return badge(id, integration).link;
}

std::optional<Push> EngineFixture::pushRow(RecordId id, IntegrationId integration)
{
    return taken(Outbox(*m_database).get(integration != 0 ? integration : badge(id).badge.integrationId, id));
}

QStringList EngineFixture::gates(RecordId id)
{
    QStringList rules;
    const QList<WhyNot> answers = taken(wait(m_engine->why(id)));
    for (const WhyNot &answer : answers) {
        for (const Gate &gate : answer.gates)
            rules.append(gate.rule);
    }
    return rules;
}

QList<Event> EngineFixture::history(RecordId id)
{
    return taken(EventLog(*m_database).list({.recordId = id}));
}

QList<Event> EngineFixture::events(IntegrationId id)
{
    return taken(EventLog(*m_database).list({.integrationId = id}));
}

QString EngineFixture::dump()
{
    QStringList lines;
    const QList<RecordId> ids = taken(recordIds(*m_database, {}));
    for (const RecordId id : ids) {
        const RecordView each = view(id);
        lines.append(QString::number(id) + u' '
                     + QString::fromUtf8(QJsonDocument(each.record.fields).toJson(QJsonDocument::Compact))
                     + u' ' + each.record.updatedAt.toString(Qt::ISODateWithMs));
        for (const RecordView::Sync &sync : each.sync) {
            // The sentence of what is synced names the minute of the last sync, which may move.
            const QString message = sync.badge.state == SyncState::Synced ? QString() : sync.message;
            lines.append(u"  %1 %2 %3 %4"_s.arg(
                sync.link.remote.id, syncStateName(sync.badge.state), message,
                QString::fromUtf8(QJsonDocument(sync.link.baseline).toJson(QJsonDocument::Compact))));
        }
        lines.append(QString::number(history(id).size()));
    }
    return lines.join(u'\n');
}

IntegrationStatus EngineFixture::status(IntegrationId id)
{
    const QList<IntegrationStatus> all = taken(wait(m_engine->integrations()));
    for (const IntegrationStatus &each : all) {
        if (each.integration.id == id)
            return each;
    }
    return {};
}

bool EngineFixture::waitFor(RecordId id, SyncState wanted)
{
    return QTest::qWaitFor([&] { return state(id) == wanted; }, patienceMs);
}

} // namespace tandem
