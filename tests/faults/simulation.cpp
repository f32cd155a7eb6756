// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/simulation.h"

#include "core/field.h"
#include "core/syncstate.h"
#include "faults/sessionsecrets.h"
#include "store/conflictstore.h"
#include "store/decisionstore.h"
#include "store/eventlog.h"
#include "store/integrationstore.h"
#include "store/linkstore.h"
#include "store/outbox.h"
#include "store/recordsql.h"
#include "store/recordstore.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <cstdio>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr IntegrationId theIntegration = 1;
constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
/** When runs begin, so that each has the same time whatever went before it. */
constexpr qint64 startOfRuns = 24 * hour;
constexpr qint64 patience = 20 * minute;
/** Rounds in which what the schedule left behind must come to an end. */
constexpr int mostRounds = 4;
/** Many more than what is under way, and what is tried again, asks of the database while nobody does anything. */
constexpr qint64 accessesOfRest = 10'000;

/** Fields that people change, of either side; references last. */
QStringList fieldsToChange(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return {u"name"_s, u"short_name"_s, u"organization_type"_s, u"organization_status"_s, u"quick_notes"_s};
    case AssetKind::Location:
        return {u"name"_s, u"address_1"_s, u"city"_s, u"postal_code"_s};
    case AssetKind::Contact:
        return {u"last_name"_s, u"title"_s, u"emails"_s, u"last_name"_s, u"location"_s};
    case AssetKind::Configuration:
        return {u"name"_s,          u"notes"_s,     u"serial_number"_s, u"asset_tag"_s, u"configuration_type"_s,
                u"configuration_status"_s, u"warranty_expires_at"_s, u"notes"_s,         u"contact"_s,   u"location"_s};
    case AssetKind::Count:
        break;
    }
    return {};
}

std::optional<OptionList> listOf(const QString &field)
{
    if (field == "organization_type"_L1)
        return OptionList::OrganizationType;
    if (field == "organization_status"_L1)
        return OptionList::OrganizationStatus;
    if (field == "configuration_type"_L1)
        return OptionList::ConfigurationType;
    if (field == "configuration_status"_L1)
        return OptionList::ConfigurationStatus;
    return std::nullopt;
}

std::optional<AssetKind> targetOf(const QString &field)
{
    if (field == "contact"_L1)
        return AssetKind::Contact;
    if (field == "location"_L1 || field == "primary_location"_L1)
        return AssetKind::Location;
    if (field == "organization"_L1 || field == "parent"_L1)
        return AssetKind::Organization;
    return std::nullopt;
}

/** What stays of a record however it is renamed; sites are all called alike, so their organization counts. */
QString tokenOf(AssetKind kind, const QJsonObject &values, const QString &organization)
{
    const QString name
        = kind == AssetKind::Contact ? values.value("first_name"_L1).toString() : values.value("name"_L1).toString();
    const QString token = kindName(kind) + u' ' + name.section(u' ', 0, 0);
    return kind == AssetKind::Location ? QString(token + u" of "_s + organization) : token;
}

QString compact(const QJsonValue &value)
{
    QString text = QString::fromUtf8(QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact));
    return text.mid(1, text.size() - 2);
}

QJsonArray emailsOf(const QString &value)
{
    return {QJsonObject {{u"value"_s, value}, {u"label"_s, u"Work"_s}, {u"primary"_s, true}}};
}

void fill(SimulatedPsa &psa)
{
    for (int i = 1; i <= 2; ++i) {
        const Result<RemoteRecord> company = psa.create(AssetKind::Organization,
                                                        {{u"name"_s, u"O%1 first"_s.arg(i)},
                                                         {u"short_name"_s, u"ORG%1"_s.arg(i)},
                                                         {u"organization_type"_s, u"1"_s},
                                                         {u"organization_status"_s, u"1"_s},
                                                         {u"site_name"_s, u"S%1 first"_s.arg(i)}},
                                                        SimulatedPsa::By::People);
        const QString owner = company->key.id;
        const QString site = company->children.constFirst().key.id;
        const Result<RemoteRecord> contact = psa.create(AssetKind::Contact,
                                                        {{u"first_name"_s, u"P%1"_s.arg(i)},
                                                         {u"last_name"_s, u"first"_s},
                                                         {u"organization"_s, owner},
                                                         {u"location"_s, site}},
                                                        SimulatedPsa::By::People);
        const Result<RemoteRecord> machine = psa.create(AssetKind::Configuration,
                                                        {{u"name"_s, u"M%1 first"_s.arg(i)},
                                                         {u"organization"_s, owner},
                                                         {u"configuration_type"_s, u"1"_s},
                                                         {u"configuration_status"_s, u"1"_s},
                                                         {u"contact"_s, contact->key.id},
                                                         {u"serial_number"_s, u"SN%1"_s.arg(i)}},
                                                        SimulatedPsa::By::People);
        Q_UNUSED(machine)
    }
}

template<typename T>
QCoro::Task<void> finish(QCoro::Task<Result<T>> task, int *underWay, std::shared_ptr<bool> isDone)
{
    const Result<T> result = co_await task;
    Q_UNUSED(result)
    --*underWay;
    *isDone = true;
}

} // namespace

Simulation::Simulation(SimulatedTime &time)
    : m_time(time)
    , m_clock(std::make_shared<SimulatedClock>(time))
    , m_secrets(std::make_shared<SessionSecrets>(QJsonObject {{u"private_key"_s, u"x"_s}}))
{
    QLoggingCategory::setFilterRules(u"tandem.*=false"_s);
    Database::setAccessProbe([this](const QString &) { return access(); });
}

Simulation::~Simulation()
{
    m_core.reset();
    Database::setAccessProbe({});
}

QStringList Simulation::prepare()
{
    m_time.begin(0);
    m_firstPsa = std::make_unique<SimulatedPsa>([this] { return m_clock->nowUtc(); });
    fill(*m_firstPsa);
    m_psa = std::make_unique<SimulatedPsa>(*m_firstPsa);
    m_network = std::make_unique<SimulatedNetwork>(0);
    Result<std::unique_ptr<Database>> database = Database::openInMemory();
    if (!database)
        return {database.error().message};
    m_database = std::move(*database);
    startEngine();
    if (!m_core)
        return m_wrong;
    const ConnectionDetails details {.name = u"Main"_s, .url = u"sim:"_s, .credentials = m_secrets->credentials()};
    waitFor(m_core->addIntegration(details));
    waitFor(m_core->sync(theIntegration, true));
    const Result<void> set = m_core->applySettings(
        theIntegration, {.settings = {.twoWay = true, .emailType = u"Work"_s}});
    if (!set)
        return {set.error().message};
    waitFor(m_core->sync(theIntegration, true));
    m_core.reset();
    m_time.pass(0);
    return m_wrong;
}

QStringList Simulation::run(quint32 seed, const QList<Step> &steps, bool isTold)
{
    m_seed = seed;
    m_isTold = isTold;
    m_wrong.clear();
    m_isLooking = true;
    const Result<void> begun = m_database->beginTrial();
    m_isLooking = false;
    if (!begun)
        return {begun.error().message};
    live(steps);
    m_core.reset();
    m_time.pass(0);
    ++m_figures.runs;
    m_figures.requests += m_network->requests();
    m_figures.creates += m_psa->writes();
    m_isLooking = true;
    const Result<void> ended = m_database->endTrial();
    m_isLooking = false;
    if (!ended)
        wrong(ended.error().message);
    return m_wrong;
}

void Simulation::live(const QList<Step> &steps)
{
    m_number = 0;
    m_saved.clear();
    m_changesThen = -1;
    m_underWay = 0;
    setDisk(Disk::Good);
    m_time.begin(startOfRuns);
    m_psa = std::make_unique<SimulatedPsa>(*m_firstPsa);
    m_network = std::make_unique<SimulatedNetwork>(m_seed);
    startEngine();
    for (const Step &step : steps) {
        if (!m_core)
            return;
        if (m_isTold)
            tell(u"%1 ms: "_s.arg(m_time.nowMs() - startOfRuns) + stepText(step));
        take(step);
    }
    if (!m_core)
        return;
    beQuiet();
    const QString worldThen = m_isTold ? worldHere() : QString();
    checkRecords();
    checkEdits();
    checkTwins();
    if (m_isTold && !m_wrong.isEmpty())
        tell(worldThen);
}

Simulation::Figures Simulation::figures() const
{
    Figures figures = m_figures;
    figures.accesses = m_accesses;
    return figures;
}

// ---- the engine's life ----------------------------------------------------------------------------------------------

EngineOptions Simulation::options()
{
    return {.secrets = m_secrets,
            .clock = m_clock,
            .clients =
                [this](Platform, const QString &, const Credentials &, HttpClient *) {
                    std::unique_ptr<PsaClient> client = std::make_unique<SimulatedClient>(*m_network, *m_psa);
                    return Result<std::unique_ptr<PsaClient>>(std::move(client));
                },
            .runsScheduler = false,
            .random = [] { return 0.5; }};
}

void Simulation::startEngine()
{
    m_core = std::make_unique<EngineCore>(options(), m_database);
    const Result<void> started = m_core->start();
    if (!started) {
        wrong(u"the engine does not start: "_s + started.error().message);
        m_core.reset();
    }
}

void Simulation::kill()
{
    // From this moment on it can change nothing: not the disk, not the PSA.
    setDisk(Disk::Gone);
    m_network->cut();
    // Whatever still runs in this process finds neither.
    m_time.pass(100);
    m_core.reset();
    m_time.pass(0);
    setDisk(Disk::Good);
    m_network->connect();
    m_underWay = 0;
    startEngine();
}

void Simulation::restart()
{
    bool isStopped = false;
    QObject::connect(m_core.get(), &EngineCore::stopped, m_core.get(), [&isStopped] { isStopped = true; });
    m_core->stop();
    for (int i = 0; i < 50 && !isStopped; ++i)
        m_time.pass(100);
    // What still waits for an answer is told that none will come, as by the door to a real PSA.
    m_network->cut();
    m_core->abandon();
    m_time.pass(2000);
    m_core.reset();
    m_time.pass(0);
    m_network->connect();
    m_underWay = 0;
    startEngine();
}

template<typename T>
void Simulation::follow(QCoro::Task<Result<T>> task)
{
    ++m_underWay;
    finish<T>(std::move(task), &m_underWay, std::make_shared<bool>());
}

template<typename T>
void Simulation::waitFor(QCoro::Task<Result<T>> task)
{
    const auto isDone = std::make_shared<bool>();
    ++m_underWay;
    finish<T>(std::move(task), &m_underWay, isDone);
    for (qint64 waited = 0; !*isDone && waited < patience; waited += 10)
        m_time.pass(10);
    if (!*isDone)
        wrong(u"the engine does not answer"_s);
}

void Simulation::setDisk(Disk disk, qint64 from, qint64 count)
{
    m_disk = disk;
    m_badFrom = m_accesses + from;
    m_badTo = m_badFrom + count;
}

Result<void> Simulation::access()
{
    if (m_isLooking)
        return {};
    ++m_accesses;
    const bool isBad = m_disk == Disk::Gone
        || (m_disk == Disk::Bad && m_accesses >= m_badFrom && m_accesses < m_badTo);
    return isBad ? fail(ErrorCode::DatabaseFull, u"The disk is full."_s) : Result<void>();
}

// ---- what happens ---------------------------------------------------------------------------------------------------

void Simulation::take(const Step &step)
{
    const RecordId record = pickHere(step.a);
    switch (step.kind) {
    case Step::Kind::SaveHere:
        saveHere(step);
        break;
    case Step::Kind::CreateHere:
        createHere(step);
        break;
    case Step::Kind::RemoveHere:
        if (m_core->removeRecord(record)) {
            for (auto it = m_saved.begin(); it != m_saved.end();)
                it = it.key().first == record ? m_saved.erase(it) : std::next(it);
        }
        break;
    case Step::Kind::ChangeThere:
        changeThere(step);
        break;
    case Step::Kind::CreateThere:
        createThere(step);
        break;
    case Step::Kind::RemoveThere: {
        const QList<int> ids = m_psa->ids(allKinds.at(size_t(step.b) % allKinds.size()));
        if (!ids.isEmpty())
            (void)m_psa->remove(ids.at(step.a % ids.size()));
        break;
    }
    case Step::Kind::TwinThere:
        twinThere(step);
        break;
    case Step::Kind::Push:
        follow(m_core->push(theIntegration));
        break;
    case Step::Kind::Sync:
    case Step::Kind::SyncFull:
        follow(m_core->sync(theIntegration, step.kind == Step::Kind::SyncFull));
        break;
    case Step::Kind::SyncOne:
        follow(m_core->syncRecord(record, theIntegration));
        break;
    case Step::Kind::Pass:
        m_time.pass(1 + (step.a * step.b) % 200);
        break;
    case Step::Kind::PassLong:
        rest(minute * (1 + step.a % 90));
        break;
    case Step::Kind::Fault:
    {
        // Writes are few, and what becomes of them matters most.
        const bool isWrite = step.c % 2 == 0;
        m_network->arm(isWrite ? SimulatedNetwork::Which::Writes : SimulatedNetwork::Which::All,
                       step.a % (isWrite ? 3 : 12), Fate(1 + step.b % (int(Fate::Count) - 1)));
        break;
    }
    case Step::Kind::DiskFull:
        setDisk(Disk::Bad, step.a % 60, step.c % 4 == 0 ? 10'000 : 1 + step.b % 20);
        break;
    case Step::Kind::Kill:
        kill();
        break;
    case Step::Kind::Restart:
        setDisk(Disk::Good);
        restart();
        break;
    case Step::Kind::Pause:
    case Step::Kind::Resume:
        (void)m_core->setPaused(theIntegration, step.kind == Step::Kind::Pause);
        break;
    case Step::Kind::Policy:
        changePolicy(ConflictPolicy(step.a % 3));
        break;
    case Step::Kind::Tick:
        tick(step);
        break;
    case Step::Kind::Disable:
    case Step::Kind::Enable:
        (void)m_core->setRecordSync(record, theIntegration, step.kind == Step::Kind::Enable);
        break;
    case Step::Kind::Decide:
        decide(step.a);
        break;
    case Step::Kind::RetryNow:
        (void)m_core->retryNow(record, theIntegration);
        break;
    case Step::Kind::Count:
        break;
    }
    // What the event loop does at once happens before the next step, as it would for a person.
    if (m_core)
        m_time.pass(0);
}

/** Time passes, and the engine does not keep itself busy. */
void Simulation::rest(qint64 ms)
{
    const qint64 before = m_accesses;
    m_time.pass(ms);
    if (m_accesses - before > accessesOfRest)
        wrong(u"the engine asks the database %1 times in %2 minutes of rest"_s.arg(m_accesses - before).arg(ms / minute));
}

void Simulation::saveHere(const Step &step)
{
    const Record record = recordHere(pickHere(step.a));
    const QStringList fields = fieldsToChange(record.kind);
    FieldValues changes;
    for (int i = 0; i <= step.c % 2; ++i) {
        const QString field = fields.at((step.b + i * step.c) % fields.size());
        const int number = ++m_number;
        // Sometimes both sides come to the same, and sometimes a value is blanked.
        const bool isSame = step.c % 7 == 0;
        const QString word = isSame ? u"same%1"_s.arg(step.c % 2) : u"here%1"_s.arg(number);
        QJsonValue value = word;
        if (const auto list = listOf(field)) {
            value = option(*list, step.c);
        } else if (const auto target = targetOf(field)) {
            QList<RecordId> free;
            const QList<RecordId> all = recordsHere(*target);
            for (const RecordId id : all) {
                if (recordHere(id).fields.value("organization"_L1) == record.fields.value("organization"_L1))
                    free.append(id);
            }
            value = free.isEmpty() ? QJsonValue() : QJsonValue(free.at(step.c % free.size()));
        } else if (field == "emails"_L1) {
            value = emailsOf(word + u"@a.example"_s);
        } else if (field == "warranty_expires_at"_L1) {
            value = u"20%1-04-05"_s.arg(30 + number % 60);
        } else if (field == "name"_L1) {
            value = QString(record.fields.value(field).toString().section(u' ', 0, 0) + u' ' + word);
        } else if (step.c % 11 == 0 && field != "short_name"_L1) {
            value = QJsonValue();
        } else if (field == "notes"_L1 && step.c % 5 == 0) {
            value = QString(word + u"\nand more"_s);
        }
        changes.insert(field, value);
    }
    save({.kind = record.kind, .id = record.id, .changes = changes, .person = u"Ann"_s});
}

void Simulation::createHere(const Step &step)
{
    const AssetKind kind = allKinds.at(size_t(step.a) % allKinds.size());
    const QList<RecordId> organizations = recordsHere(AssetKind::Organization);
    const RecordId organization = organizations.at(step.b % organizations.size());
    const QString token = u"N%1"_s.arg(++m_number);
    FieldValues fields = fieldsFor(kind, organization, token);
    if (kind == AssetKind::Organization && step.c % 3 == 0)
        fields.insert(u"parent"_s, organization);
    if (kind == AssetKind::Configuration && step.c % 2 == 0) {
        const QList<RecordId> contacts = recordsHere(AssetKind::Contact);
        for (const RecordId id : contacts) {
            if (recordHere(id).fields.value("organization"_L1).toInteger() == organization)
                fields.insert(u"contact"_s, id);
        }
    }
    save({.kind = kind, .changes = fields, .person = u"Ann"_s});
    if (kind != AssetKind::Organization)
        return;
    const QList<RecordId> now = recordsHere(AssetKind::Organization);
    const RecordId made = now.constLast();
    if (now.size() > organizations.size() && step.c % 4 != 0)
        save({.kind = AssetKind::Location,
              .changes = fieldsFor(AssetKind::Location, made, u"Q%1"_s.arg(++m_number)),
              .person = u"Ann"_s});
}

FieldValues Simulation::fieldsFor(AssetKind kind, RecordId organization, const QString &token)
{
    switch (kind) {
    case AssetKind::Organization:
        return {{u"name"_s, QString(token + u" new"_s)},
                {u"short_name"_s, token},
                {u"organization_type"_s, option(OptionList::OrganizationType, 0)},
                {u"organization_status"_s, option(OptionList::OrganizationStatus, 0)}};
    case AssetKind::Location:
        return {{u"name"_s, QString(token + u" new"_s)},
                {u"organization"_s, organization},
                {u"address_1"_s, QString(token + u" Street"_s)}};
    case AssetKind::Contact:
        return {{u"first_name"_s, token}, {u"last_name"_s, u"new"_s}, {u"organization"_s, organization}};
    case AssetKind::Configuration:
        return {{u"name"_s, QString(token + u" new"_s)},
                {u"organization"_s, organization},
                {u"serial_number"_s, token},
                {u"configuration_type"_s, option(OptionList::ConfigurationType, 0)},
                {u"configuration_status"_s, option(OptionList::ConfigurationStatus, 0)}};
    case AssetKind::Count:
        break;
    }
    return {};
}

void Simulation::save(const Edit &edit)
{
    const Result<Saved> saved = m_core->save(edit);
    if (!saved) {
        tell(u"    not saved: "_s + saved.error().message);
        return;
    }
    ++m_figures.edits;
    for (const QString &field : saved->changed)
        m_saved.insert({saved->id, field}, edit.changes.value(field));
    tell(u"    saved record %1: "_s.arg(saved->id)
         + QString::fromUtf8(QJsonDocument(edit.changes).toJson(QJsonDocument::Compact)));
}

void Simulation::changeThere(const Step &step)
{
    QList<const SimulatedRecord *> alive;
    for (const auto &[id, record] : m_psa->records()) {
        if (!record.isDeleted)
            alive.append(&record);
    }
    const SimulatedRecord &record = *alive.at(step.a % alive.size());
    QStringList fields = fieldsToChange(record.kind);
    fields.removeAll(u"quick_notes"_s);
    const QString field = fields.at(step.b % fields.size());
    const int number = ++m_number;
    const bool isSame = step.c % 7 == 0;
    const QString word = isSame ? u"same%1"_s.arg(step.c % 2) : u"there%1"_s.arg(number);
    QJsonValue value = word;
    if (listOf(field)) {
        value = QString::number(1 + step.c % 2);
    } else if (const auto target = targetOf(field)) {
        QStringList near;
        const QList<int> all = m_psa->ids(*target);
        for (const int id : all) {
            if (m_psa->find(id)->values.value("organization"_L1) == record.values.value("organization"_L1))
                near.append(QString::number(id));
        }
        value = near.isEmpty() ? QJsonValue() : QJsonValue(near.at(step.c % near.size()));
    } else if (field == "emails"_L1) {
        value = emailsOf(word + u"@b.example"_s);
    } else if (field == "warranty_expires_at"_L1) {
        value = u"20%1-06-07"_s.arg(30 + number % 60);
    } else if (field == "name"_L1) {
        value = QString(record.values.value(field).toString().section(u' ', 0, 0) + u' ' + word);
    } else if (step.c % 11 == 0 && field != "short_name"_L1) {
        value = QJsonValue();
    }
    const Result<RemoteRecord> changed
        = m_psa->update(record.kind, record.id, {{field, value}}, SimulatedPsa::By::People);
    tell(u"    %1 %2 there: %3 = %4%5"_s.arg(kindName(record.kind), QString::number(record.id), field,
                                            compact(value), changed ? QString() : u" refused"_s));
}

void Simulation::createThere(const Step &step)
{
    const QList<int> companies = m_psa->ids(AssetKind::Organization);
    const AssetKind kind = allKinds.at(size_t(step.a) % allKinds.size());
    if (companies.isEmpty() && kind != AssetKind::Organization)
        return;
    const QString token = u"T%1"_s.arg(++m_number);
    RemoteValues values;
    if (kind == AssetKind::Contact) {
        values = {{u"first_name"_s, token}, {u"last_name"_s, u"new"_s}};
    } else {
        values = {{u"name"_s, QString(token + u" new"_s)}};
    }
    if (kind == AssetKind::Organization) {
        values.insert(u"short_name"_s, token);
        values.insert(u"organization_type"_s, u"1"_s);
        values.insert(u"organization_status"_s, u"1"_s);
    } else {
        values.insert(u"organization"_s, QString::number(companies.at(step.b % companies.size())));
    }
    if (kind == AssetKind::Configuration) {
        values.insert(u"configuration_type"_s, u"1"_s);
        values.insert(u"configuration_status"_s, u"1"_s);
    }
    (void)m_psa->create(kind, values, SimulatedPsa::By::People);
}

void Simulation::twinThere(const Step &step)
{
    QList<RecordId> alone;
    for (const AssetKind kind : allKinds) {
        const QList<RecordId> all = recordsHere(kind);
        for (const RecordId id : all) {
            if (!linkOf(id).isLinked())
                alone.append(id);
        }
    }
    if (alone.isEmpty())
        return;
    const Record record = recordHere(alone.at(step.a % alone.size()));
    const Result<RemoteRecord> twin
        = m_psa->create(record.kind, valuesThere(record), SimulatedPsa::By::People);
    // On the first match the PSA's values win, so it counts as their change (rule D2).
    if (twin)
        (void)m_psa->update(record.kind, twin->key.id.toInt(), valuesThere(record), SimulatedPsa::By::People);
    tell(u"    a twin of record %1 there: %2"_s.arg(record.id).arg(twin ? twin->key.id : twin.error().message));
}

void Simulation::tick(const Step &step)
{
    constexpr std::array lists {OptionList::OrganizationType, OptionList::OrganizationStatus,
                                OptionList::ConfigurationType, OptionList::ConfigurationStatus};
    m_isLooking = true;
    const Result<Integration> integration = IntegrationStore(*m_database).get(theIntegration);
    m_isLooking = false;
    if (!integration)
        return;
    SettingsChange change {.settings = integration->settings};
    for (const OptionList list : lists)
        change.enabled.insert(list, {u"1"_s, u"2"_s});
    if (step.b % 2 == 0)
        change.enabled[lists.at(size_t(step.a) % lists.size())].remove(QString::number(1 + step.c % 2));
    (void)m_core->applySettings(theIntegration, change);
}

void Simulation::changePolicy(ConflictPolicy policy)
{
    m_isLooking = true;
    const Result<Integration> integration = IntegrationStore(*m_database).get(theIntegration);
    m_isLooking = false;
    if (!integration)
        return;
    SettingsChange change {.settings = integration->settings};
    change.settings.conflict = policy;
    (void)m_core->applySettings(theIntegration, change);
}

void Simulation::decide(int choice)
{
    m_isLooking = true;
    const Result<QList<Conflict>> conflicts = ConflictStore(*m_database).list(theIntegration);
    const Result<QList<MatchDecision>> matches = DecisionStore(*m_database).list(theIntegration, false);
    m_isLooking = false;
    QHash<RecordId, QHash<QString, ConflictChoice>> choices;
    QList<RecordId> order;
    for (const Conflict &conflict : conflicts.value_or(QList<Conflict>())) {
        if (!choices.contains(conflict.recordId))
            order.append(conflict.recordId);
        choices[conflict.recordId].insert(conflict.field, choice % 2 == 0 ? ConflictChoice::Psa : ConflictChoice::Tandem);
    }
    for (const RecordId record : std::as_const(order)) {
        const Result<void> decided = m_core->decideConflict(record, theIntegration, choices.value(record), u"Ann"_s);
        tell(u"    decided record %1: %2"_s.arg(record).arg(decided ? u"done"_s : decided.error().message));
    }
    for (const MatchDecision &match : matches.value_or(QList<MatchDecision>())) {
        const MatchChoice chosen {.action = MatchChoice::Action::Link, .candidate = choice % int(match.candidates.size())};
        follow(m_core->decideMatch(match.id, chosen, u"Ann"_s));
    }
}

void Simulation::retryAllNow()
{
    m_isLooking = true;
    const Result<QList<Push>> rejected = Outbox(*m_database).list(theIntegration, {Push::Stage::Rejected});
    m_isLooking = false;
    for (const Push &push : rejected.value_or(QList<Push>()))
        (void)m_core->retryNow(push.recordId, theIntegration);
}

// ---- what there is --------------------------------------------------------------------------------------------------

QList<RecordId> Simulation::recordsHere(AssetKind kind)
{
    QList<RecordId> ids;
    m_isLooking = true;
    const Result<void> read = m_database->read(u"SELECT id FROM record WHERE kind = ? ORDER BY id"_s, {kindName(kind)},
                                           [&](const SqlStatement &row) { ids.append(row.value(0).toLongLong()); });
    m_isLooking = false;
    if (!read)
        wrong(read.error().message);
    return ids;
}

/** What was looked up is forgotten when anything has been written since. */
void Simulation::lookAfresh()
{
    m_isLooking = true;
    const qint64 changes = m_database->value(u"SELECT total_changes()"_s).value_or(QVariant()).toLongLong();
    m_isLooking = false;
    if (std::exchange(m_changesThen, changes) == changes)
        return;
    m_recordsThen.clear();
    m_linksThen.clear();
}

RecordId Simulation::pickHere(int number)
{
    // The kinds in turn, so that many of one do not hide the others.
    const AssetKind kind = allKinds.at(size_t(number) % allKinds.size());
    const QList<RecordId> ids = recordsHere(kind);
    return ids.isEmpty() ? 1 : ids.at((number / int(allKinds.size())) % ids.size());
}

Record Simulation::recordHere(RecordId id)
{
    lookAfresh();
    if (const auto known = m_recordsThen.constFind(id); known != m_recordsThen.constEnd())
        return *known;
    m_isLooking = true;
    const Result<Record> record = RecordStore(*m_database).get(id);
    m_isLooking = false;
    return *m_recordsThen.insert(id, record.value_or(Record()));
}

Link Simulation::linkOf(RecordId id)
{
    lookAfresh();
    if (const auto known = m_linksThen.constFind(id); known != m_linksThen.constEnd())
        return *known;
    m_isLooking = true;
    const Result<std::optional<Link>> link = LinkStore(*m_database).get(theIntegration, id);
    m_isLooking = false;
    return *m_linksThen.insert(id, link && *link ? **link : Link());
}

bool Simulation::isLinkedHere(const QString &remoteId)
{
    m_isLooking = true;
    const Result<QVariant> any = m_database->value(u"SELECT EXISTS (SELECT 1 FROM link WHERE remote_id = ?)"_s, {remoteId});
    m_isLooking = false;
    return any && any->toBool();
}

OptionId Simulation::option(OptionList list, int number)
{
    const QList<RemoteOption> options = SimulatedPsa::options(list);
    m_isLooking = true;
    const Result<OptionId> id = OptionStore(*m_database).find(list, options.at(number % options.size()).name);
    m_isLooking = false;
    return id.value_or(0);
}

/** A value of here as the PSA would keep it; undefined where it cannot be expressed. */
QJsonValue Simulation::thereOf(AssetKind kind, const QString &field, const QJsonValue &here)
{
    Q_UNUSED(kind)
    if (isBlank(here))
        return QJsonValue();
    if (const auto list = listOf(field)) {
        m_isLooking = true;
        const Result<Option> option = OptionStore(*m_database).get(here.toInteger());
        m_isLooking = false;
        const QList<RemoteOption> options = SimulatedPsa::options(*list);
        for (const RemoteOption &each : options) {
            if (option && each.name == option->name)
                return each.remoteId;
        }
        return QJsonValue(QJsonValue::Undefined);
    }
    if (targetOf(field)) {
        const Link link = linkOf(here.toInteger());
        return link.isLinked() ? QJsonValue(link.remote.id) : QJsonValue(QJsonValue::Undefined);
    }
    return SimulatedPsa::stored(field, here);
}

RemoteValues Simulation::valuesThere(const Record &record)
{
    RemoteValues values;
    for (auto it = record.fields.constBegin(); it != record.fields.constEnd(); ++it) {
        const QJsonValue value = thereOf(record.kind, it.key(), it.value());
        if (!value.isUndefined() && !isBlank(value) && it.key() != "quick_notes"_L1)
            values.insert(it.key(), value);
    }
    return values;
}

// ---- the end --------------------------------------------------------------------------------------------------------

void Simulation::syncAndPush(bool isFull)
{
    waitFor(m_core->push(theIntegration));
    waitFor(m_core->sync(theIntegration, isFull));
    waitFor(m_core->push(theIntegration));
}

void Simulation::beQuiet()
{
    setDisk(Disk::Good);
    m_network->disarm();
    rest(2 * minute);
    (void)m_core->setPaused(theIntegration, false);
    // In one of three worlds nobody puts in order what waits for a person.
    const bool isTidy = m_seed % 3 != 0;
    // Until a round changes nothing; what never comes to rest is told in the end.
    QString before;
    QStringList unrest;
    for (int round = 0; round < mostRounds; ++round) {
        if (isTidy)
            tidyUp();
        rest(3 * hour);
        syncAndPush(true);
        const QString after = u"%1 writes\n"_s.arg(m_psa->writes()) + worldHere();
        const bool isSettled = after == before || round == mostRounds - 1;
        before = after;
        if (!isSettled && isTidy && waitsForPerson())
            continue;
        // Only a full one finds what vanished since.
        unrest = unrestInNextSync(!isSettled || m_seed % 2 == 0);
        if (isSettled || unrest.isEmpty())
            break;
    }
    for (const QString &each : std::as_const(unrest))
        wrong(each);
    if (m_underWay != 0)
        wrong(u"%1 tasks of the engine never end"_s.arg(m_underWay));
}

/** Puts in order what waits for a person. */
void Simulation::tidyUp()
{
    changePolicy(ConflictPolicy::PsaWins);
    tick({.b = 1});
    for (const AssetKind kind : allKinds) {
        const QList<RecordId> all = recordsHere(kind);
        for (const RecordId id : all) {
            if (linkOf(id).isDisabled)
                (void)m_core->setRecordSync(id, theIntegration, true);
        }
    }
    retryAllNow();
    decide(int(m_seed / 3));
}

bool Simulation::waitsForPerson()
{
    m_isLooking = true;
    const Result<QVariant> any = m_database->value(
        u"SELECT EXISTS (SELECT 1 FROM conflict) OR EXISTS (SELECT 1 FROM match_decision WHERE choice = 'open') "
        "OR EXISTS (SELECT 1 FROM link WHERE is_disabled = 1) OR EXISTS (SELECT 1 FROM outbox WHERE stage = 'rejected')"_s);
    m_isLooking = false;
    return !any || any->toBool();
}

QStringList Simulation::unrestInNextSync(bool isFull)
{
    const int writes = m_psa->writes();
    const QString before = worldHere();
    waitFor(m_core->sync(theIntegration, isFull));
    waitFor(m_core->push(theIntegration));
    QStringList unrest;
    if (m_psa->writes() != writes)
        unrest.append(u"I3: %1 writes in the sync after the last change"_s.arg(m_psa->writes() - writes));
    const QString after = worldHere();
    if (before != after)
        unrest.append(u"I3: the sync after the last change turns\n%1\ninto\n%2"_s.arg(before, after));
    return unrest;
}

QString Simulation::worldHere()
{
    QStringList lines;
    m_isLooking = true;
    for (const AssetKind kind : allKinds) {
        const KindSql &sql = kindSql(kind);
        const Result<void> read = m_database->read(
            QString(
                u"SELECT k.record_id || ' ' || ifnull(l.state, 'none') || ' ' || ifnull(l.remote_id, 'none') || ' ' || json_array("_s
                + sql.columns + u") FROM "_s + sql.table
                + u" k LEFT JOIN link l ON l.record_id = k.record_id ORDER BY k.record_id"_s),
            {}, [&](const SqlStatement &row) { lines.append(row.value(0).toString()); });
        if (!read)
            lines.append(read.error().message);
    }
    m_isLooking = false;
    return lines.join(u'\n');
}

void Simulation::checkRecords()
{
    for (const AssetKind kind : allKinds) {
        const QList<RecordId> all = recordsHere(kind);
        for (const RecordId id : all) {
            const Record record = recordHere(id);
            const Link link = linkOf(id);
            const QString who = u"%1 %2 (%3, %4 there, %5)"_s.arg(
                kindName(kind), QString::number(id), record.displayName(), link.remote.id, syncStateName(link.state));
            m_isLooking = true;
            const Result<std::optional<Push>> push = Outbox(*m_database).get(theIntegration, id);
            m_isLooking = false;
            if (push && *push) {
                const Push::Stage stage = (*push)->stage;
                const bool waitsForPerson = stage == Push::Stage::Held || stage == Push::Stage::Rejected
                    || stage == Push::Stage::Conflict;
                if (!waitsForPerson)
                    wrong(u"I3: "_s + who + u" is left in the outbox as "_s + pushStageName(stage));
                else if (link.message.isEmpty() && !link.isDisabled && link.state != SyncState::Disabled)
                    wrong(u"I1: "_s + who + u" waits as "_s + pushStageName(stage) + u" and does not say why"_s);
            }
            const SimulatedRecord *there = link.isLinked() ? m_psa->find(link.remote.id.toInt()) : nullptr;
            if (link.state != SyncState::Synced)
                continue;
            // Sites are only read below organizations that sync.
            const Link owner = linkOf(record.fields.value("organization"_L1).toInteger());
            if (kind == AssetKind::Location && (owner.isOrphaned || owner.isDisabled))
                continue;
            if (!there || there->isDeleted) {
                wrong(u"I3: "_s + who + u" claims to be synced with what is not there"_s);
                continue;
            }
            QStringList fields = fieldsToChange(kind) + QStringList {u"first_name"_s, u"parent"_s};
            fields.removeAll(u"quick_notes"_s);
            fields.removeDuplicates();
            for (const QString &field : std::as_const(fields)) {
                const QJsonValue here = thereOf(kind, field, record.fields.value(field));
                const QJsonValue remote = SimulatedPsa::stored(field, there->values.value(field));
                // What cannot be expressed there, and a reference to nothing or to what is not here, say nothing.
                if (here.isUndefined() || (targetOf(field) && (isBlank(remote) || !isLinkedHere(remote.toString()))))
                    continue;
                const bool isSame = field == "emails"_L1
                    ? here.toArray().first()["value"_L1] == remote.toArray().first()["value"_L1]
                    : here == remote;
                if (!isSame)
                    wrong(u"I3: %1: %2 is %3 here and %4 there"_s.arg(who, field, compact(here), compact(remote)));
            }
        }
    }
}

void Simulation::checkEdits()
{
    for (auto it = m_saved.constBegin(); it != m_saved.constEnd(); ++it) {
        const auto &[id, field] = it.key();
        const Record record = recordHere(id);
        const QString what = u"%1 %2's %3 = %4"_s.arg(kindName(record.kind), QString::number(id), field, compact(it.value()));
        if (record.id == 0) {
            wrong(u"I1: the record of "_s + what + u" is gone"_s);
            continue;
        }
        // What it referred to was removed here.
        const RecordId target = targetOf(field) ? it.value().toInteger() : 0;
        if (target != 0 && recordHere(target).id == 0)
            continue;
        const QJsonValue now = nullIfBlank(record.fields.value(field));
        const bool isHere = now == nullIfBlank(it.value());
        if (field == "quick_notes"_L1 || field == "organization"_L1) {
            if (!isHere)
                wrong(u"I1: "_s + what + u" is lost"_s);
            continue;
        }
        const Link link = linkOf(id);
        const SimulatedRecord *there = link.isLinked() ? m_psa->find(link.remote.id.toInt()) : nullptr;
        const QJsonValue sent = thereOf(record.kind, field, it.value());
        if (there && !sent.isUndefined()) {
            const QList<QJsonValue> had = there->had.value(field);
            const bool wasThere = std::any_of(had.begin(), had.end(), [&](const QJsonValue &each) {
                return nullIfBlank(each) == nullIfBlank(sent)
                    || (field == "emails"_L1 && each.toArray().first()["value"_L1] == sent.toArray().first()["value"_L1]);
            });
            // It never had the field, and was told to have none.
            if (wasThere || (had.isEmpty() && isBlank(sent)))
                continue;
        }
        if (isHere) {
            if (link.state == SyncState::Synced && !sent.isUndefined())
                wrong(u"I1: "_s + what + u" never reached the PSA, and nothing says so"_s);
            continue;
        }
        m_isLooking = true;
        const Result<QList<Event>> events = EventLog(*m_database).list({.recordId = id});
        m_isLooking = false;
        bool isOverruled = false;
        for (const Event &event : events.value_or(QList<Event>())) {
            const QJsonObject entry = event.fields.value(field).toObject();
            const bool isThis = nullIfBlank(entry.value("before"_L1)) == nullIfBlank(it.value())
                || (entry.contains("lost"_L1) && nullIfBlank(entry.value("lost"_L1)) == nullIfBlank(it.value()));
            isOverruled = isOverruled || isThis;
        }
        if (!isOverruled) {
            wrong(u"I1: "_s + what + u" is lost: it is "_s + compact(now) + u" now, and no history tells why"_s);
            continue;
        }
        // Only people there overrule people here; the engine's own echo does not.
        if (there && !sent.isUndefined()) {
            const QJsonValue winner = thereOf(record.kind, field, now);
            const QList<QJsonValue> theirs = there->setByPeople.value(field);
            const bool isTheirs = winner.isUndefined() || field == "emails"_L1 || theirs.contains(winner);
            if (!isTheirs)
                wrong(u"I1: "_s + what + u" was overruled by "_s + compact(now) + u", which nobody entered there"_s);
        }
    }
}

void Simulation::checkTwins()
{
    QMap<QString, int> made;
    QMap<QString, int> there;
    for (const auto &[id, record] : m_psa->records()) {
        const QString token = tokenOf(record.kind, record.values, record.values.value("organization"_L1).toString());
        ++there[token];
        if (record.isMadeByTandem && !record.isDeleted && ++made[token] == 2)
            wrong(u"I2: two of \"%1\" in the PSA"_s.arg(token));
    }
    QMap<QString, int> here;
    for (const AssetKind kind : allKinds) {
        const QList<RecordId> all = recordsHere(kind);
        for (const RecordId id : all) {
            // What nobody has pushed yet may be another one, as far as Tandem can know.
            if (!linkOf(id).isLinked())
                continue;
            const Record record = recordHere(id);
            const QString organization = linkOf(record.fields.value("organization"_L1).toInteger()).remote.id;
            ++here[tokenOf(kind, record.fields, organization)];
        }
    }
    for (auto it = here.constBegin(); it != here.constEnd(); ++it) {
        if (it.value() > std::max(1, there.value(it.key())))
            wrong(u"I2: %1 of \"%2\" here, and %3 in the PSA"_s.arg(it.value()).arg(it.key()).arg(there.value(it.key())));
    }
}

void Simulation::wrong(const QString &what)
{
    m_wrong.append(what);
    tell(u"WRONG: "_s + what);
}

void Simulation::tell(const QString &what)
{
    if (m_isTold)
        std::printf("%s\n", qPrintable(what));
}

} // namespace tandem
