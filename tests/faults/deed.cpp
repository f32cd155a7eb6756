// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/deed.h"

#include "faults/patience.h"
#include "store/database.h"
#include "store/integrationstore.h"
#include "store/recordstore.h"

#include <QJsonArray>
#include <QSemaphore>
#include <QSet>

#include <array>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array names{std::pair{Deed::Create, "create"_L1},
                           std::pair{Deed::Update, "update"_L1},
                           std::pair{Deed::UpdateInSteps, "update_in_steps"_L1},
                           std::pair{Deed::UpdateInFlight, "update_in_flight"_L1},
                           std::pair{Deed::Bulk, "bulk"_L1},
                           std::pair{Deed::LargeBulk, "large_bulk"_L1},
                           std::pair{Deed::Pull, "pull"_L1},
                           std::pair{Deed::PullChanges, "pull_changes"_L1}};

/** A record as the person wants it in the end. */
struct Wish {
    AssetKind kind = AssetKind::Organization;
    QString name; ///< by which it is found
    FieldValues fields;
};

/** Finds what wishes refer to. */
class Finder final {
public:
    explicit Finder(Database &database)
        : m_records(database)
        , m_options(database)
    {
    }

    [[nodiscard]] RecordId record(AssetKind kind, const QString &name, RecordId organization = 0)
    {
        const Result<QList<RecordId>> found = m_records.findByName(kind, organization, name);
        return found && found->size() == 1 ? found->constFirst() : 0;
    }

    /** The n-th that came from the PSA; records are pulled in the order of its ids. */
    [[nodiscard]] RecordId pulled(AssetKind kind, RecordId organization)
    {
        const Result<QList<RecordId>> found = m_records.ofOrganization(kind, organization);
        return found && !found->isEmpty() ? found->constFirst() : 0;
    }

    [[nodiscard]] RecordId lastPulled(AssetKind kind, RecordId organization)
    {
        const Result<QList<RecordId>> found = m_records.ofOrganization(kind, organization);
        return found && !found->isEmpty() ? found->constLast() : 0;
    }

    [[nodiscard]] OptionId option(OptionList list, const QString &name)
    {
        return m_options.find(list, name).value_or(0);
    }

    [[nodiscard]] QString name(RecordId id)
    {
        const Result<Record> record = m_records.get(id);
        return record ? record->displayName() : QString();
    }

    [[nodiscard]] FieldValues fields(RecordId id)
    {
        const Result<Record> record = m_records.get(id);
        return record ? record->fields : FieldValues();
    }

private:
    RecordStore m_records;
    OptionStore m_options;
};

QJsonObject point(const QString &value, const QString &label, bool isPrimary)
{
    return {{u"value"_s, value}, {u"label"_s, label}, {u"primary"_s, isPrimary}};
}

QJsonArray points(const QString &value, const QString &label)
{
    return {point(value, label, true)};
}

/** What takes a request of its own is on every platform something else. */
QList<Wish> wishesInSteps(const PlatformWorld &world, Finder &finder)
{
    const RecordId organization = finder.record(AssetKind::Organization, world.organization);
    const RecordId contact = finder.pulled(AssetKind::Contact, organization);
    FieldValues ofOrganization{
        {u"short_name"_s, u"RENAMED"_s},
        {u"organization_type"_s, finder.option(OptionList::OrganizationType, u"Partner"_s)}};
    if (world.hasMainLocations)
        ofOrganization.insert(u"primary_location"_s, finder.lastPulled(AssetKind::Location, organization));
    QJsonArray emails;
    for (auto label = world.emailLabels.crbegin(); label != world.emailLabels.crend(); ++label)
        emails.append(point(u"step%1@step.example"_s.arg(emails.size()), *label, emails.isEmpty()));
    QList<Wish> wishes{{AssetKind::Organization, world.organization, ofOrganization},
                       {AssetKind::Contact,
                        finder.name(contact),
                        {{u"title"_s, u"In several steps"_s},
                         {u"emails"_s, emails},
                         {u"phones"_s,
                          QJsonArray{point(u"+1 555 010 0177"_s, world.phoneLabels.at(1), true),
                                     point(u"+1 555 010 0178"_s, world.phoneLabels.at(2), false)}}}}};
    if (!world.models.isEmpty()) {
        wishes.append({AssetKind::Configuration,
                       world.machine,
                       {{u"manufacturer"_s, finder.option(OptionList::Manufacturer, world.manufacturer)},
                        {u"model"_s, finder.option(OptionList::Model, world.models.constFirst())}}});
    }
    return wishes;
}

QList<Wish> wishesFor(Deed deed, const PlatformWorld &world, Finder &finder)
{
    const RecordId organization = finder.record(AssetKind::Organization, world.organization);
    switch (deed) {
    case Deed::Create:
        return {{AssetKind::Contact,
                 u"Jo Fault"_s,
                 {{u"first_name"_s, u"Jo"_s},
                  {u"last_name"_s, u"Fault"_s},
                  {u"title"_s, u"Head of everything"_s},
                  {u"organization"_s, organization},
                  {u"location"_s, finder.pulled(AssetKind::Location, organization)},
                  {u"emails"_s, points(u"jo@fault.example"_s, world.emailLabels.constFirst())},
                  {u"phones"_s, points(u"+1 555 010 0199"_s, world.phoneLabels.constFirst())}}}};
    case Deed::Update:
        return {{AssetKind::Configuration,
                 world.machine,
                 {{u"notes"_s, u"changed here"_s},
                  {u"serial_number"_s, u"NEW-1"_s},
                  {world.blankedField, QJsonValue()},
                  {u"warranty_expires_at"_s, u"2031-05-06"_s},
                  {u"contact"_s, finder.pulled(AssetKind::Contact, organization)}}}};
    case Deed::UpdateInSteps:
        return wishesInSteps(world, finder);
    case Deed::UpdateInFlight:
        return {
            {AssetKind::Configuration, world.machine, {{u"notes"_s, u"first"_s}, {u"asset_tag"_s, u"T-1"_s}}},
            {AssetKind::Configuration,
             world.machine,
             {{u"notes"_s, u"second"_s}, {u"serial_number"_s, u"NEW-2"_s}, {u"asset_tag"_s, u"T-1"_s}}}};
    case Deed::PullChanges:
        return {{AssetKind::Configuration, world.machine, {{u"asset_tag"_s, u"changed here"_s}}}};
    case Deed::Bulk:
    case Deed::LargeBulk:
    case Deed::Pull:
        break;
    }
    return {};
}

/** Ten records for each organization, many of which need another: organizations below each other, and all of
 * theirs. */
Result<void> saveMany(const PlatformWorld &world, SyncEngine &engine, const QString &databasePath,
                      int organizations)
{
    OptionId type = 0;
    OptionId status = 0;
    OptionId machineType = 0;
    OptionId machineStatus = 0;
    OptionId manufacturer = 0;
    QList<OptionId> models;
    {
        const auto database = Database::open(databasePath, Database::Mode::ReadOnly);
        if (!database)
            return fail(database.error());
        Finder finder(**database);
        type = finder.option(OptionList::OrganizationType, u"Customer"_s);
        status = finder.option(OptionList::OrganizationStatus, u"Active"_s);
        machineType = finder.option(OptionList::ConfigurationType, world.machineType);
        machineStatus = finder.option(OptionList::ConfigurationStatus, u"Active"_s);
        manufacturer = finder.option(OptionList::Manufacturer, world.manufacturer);
        for (const QString &model : world.models)
            models.append(finder.option(OptionList::Model, model));
    }
    Result<void> done;
    const auto save = [&](AssetKind kind, const FieldValues &fields) -> RecordId {
        const Result<Saved> saved =
            answerOf(engine.save({.kind = kind, .changes = fields, .person = u"Ann"_s}));
        if (!saved)
            done = fail(saved.error());
        return saved ? saved->id : 0;
    };
    RecordId above = 0;
    for (int o = 0; o < organizations; ++o) {
        FieldValues organization{{u"name"_s, u"Bulk %1"_s.arg(o)},
                                 {u"short_name"_s, u"BULK%1"_s.arg(o)},
                                 {u"organization_type"_s, type},
                                 {u"organization_status"_s, status}};
        if (above != 0 && o % 2 == 1)
            organization.insert(u"parent"_s, above);
        above = save(AssetKind::Organization, organization);
        QList<RecordId> places;
        for (int l = 0; l < 2; ++l) {
            places.append(save(AssetKind::Location,
                               {{u"name"_s, u"Site %1 of %2"_s.arg(l).arg(o)},
                                {u"organization"_s, above},
                                {u"address_1"_s, u"%1 Bulk Street"_s.arg(10 * o + l)},
                                {u"city"_s, u"Dayton"_s}}));
        }
        RecordId person = 0;
        for (int c = 0; c < 3; ++c) {
            person = save(
                AssetKind::Contact,
                {{u"first_name"_s, u"Person %1"_s.arg(c)},
                 {u"last_name"_s, u"Of %1"_s.arg(o)},
                 {u"organization"_s, above},
                 {u"location"_s, places.at(c % 2)},
                 {u"emails"_s, points(u"p%1@o%2.example"_s.arg(c).arg(o), world.emailLabels.constFirst())}});
        }
        for (int m = 0; m < 4; ++m) {
            FieldValues machine{{u"name"_s, u"BULK%1-SRV%2"_s.arg(o).arg(m)},
                                {u"organization"_s, above},
                                {u"configuration_type"_s, machineType},
                                {u"configuration_status"_s, machineStatus},
                                {u"serial_number"_s, u"SN-%1-%2"_s.arg(o).arg(m)},
                                {u"location"_s, places.at(m % 2)},
                                {u"contact"_s, person},
                                {u"notes"_s, u"one of many"_s}};
            if (!models.isEmpty()) {
                machine.insert(u"manufacturer"_s, manufacturer);
                machine.insert(u"model"_s, models.at(m % models.size()));
            }
            save(AssetKind::Configuration, machine);
        }
        if (!done)
            return done;
    }
    return done;
}

/** As a person does who wants to see all of it before changing it. */
Result<void> readMachine(const PlatformWorld &world, SyncEngine &engine, const QString &databasePath)
{
    RecordId machine = 0;
    {
        const auto database = Database::open(databasePath, Database::Mode::ReadOnly);
        if (!database)
            return fail(database.error());
        machine = Finder(**database).record(AssetKind::Configuration, world.machine);
    }
    return doneOf(engine.syncRecord(machine, theIntegration));
}

Result<void> turnTwoWayOn(const PlatformWorld &world, SyncEngine &engine, const QString &databasePath)
{
    SyncSettings settings;
    {
        const auto database = Database::open(databasePath, Database::Mode::ReadOnly);
        if (!database)
            return fail(database.error());
        const Result<Integration> integration = IntegrationStore(**database).get(theIntegration);
        if (!integration)
            return fail(integration.error());
        settings = integration->settings;
    }
    settings.twoWay = true;
    settings.emailType = world.emailLabels.constFirst();
    settings.phoneType = world.phoneLabels.constFirst();
    settings.extra = world.settings;
    return answerOf(engine.applySettings(theIntegration, {.settings = settings}));
}

/** The values of lists that new records have and the PSA does not know. */
Result<void> addOptions(const PlatformWorld &world, SyncEngine &engine)
{
    if (world.models.isEmpty())
        return {};
    const Result<OptionId> manufacturer =
        answerOf(engine.ensureOption(OptionList::Manufacturer, world.manufacturer, 0));
    if (!manufacturer)
        return fail(manufacturer.error());
    for (const QString &model : world.models) {
        if (const Result<void> added = doneOf(engine.ensureOption(OptionList::Model, model, *manufacturer));
            !added)
            return added;
    }
    return {};
}

Result<void> saveAll(SyncEngine &engine, const QList<Edit> &edits)
{
    for (const Edit &edit : edits) {
        if (const Result<void> saved = doneOf(engine.save(edit)); !saved)
            return saved;
    }
    return {};
}

/** The second edit is saved when the request with the first has left. */
Result<void> changeInFlight(SyncEngine &engine, const QList<Edit> &edits)
{
    if (edits.isEmpty())
        return doneOf(engine.push(theIntegration));
    if (const Result<void> saved = doneOf(engine.save(edits.constFirst())); !saved)
        return saved;
    QSemaphore left;
    const auto connection = QObject::connect(
        &engine, &SyncEngine::requestLeft, &engine,
        [&left](const QString &route) {
            if (route.startsWith("PATCH"_L1) || route.startsWith("PUT"_L1))
                left.release();
        },
        Qt::DirectConnection);
    const auto push = engine.push(theIntegration);
    // It may end without a request, when a fault strikes first.
    while (!left.tryAcquire(1, 1) && !push.isFinished()) { }
    const Result<void> saved = saveAll(engine, edits.mid(1));
    const Result<void> pushed = doneOf(push);
    QObject::disconnect(connection);
    if (!saved)
        return saved;
    const Result<void> again = doneOf(engine.push(theIntegration));
    return pushed ? again : pushed;
}

} // namespace

QString deedName(Deed deed)
{
    for (const auto &[each, name] : names) {
        if (each == deed)
            return name;
    }
    return {};
}

std::optional<Deed> deedFromName(const QString &name)
{
    for (const auto &[each, word] : names) {
        if (word == name)
            return each;
    }
    return std::nullopt;
}

Result<void> prepareProfile(Deed deed, const PlatformWorld &world, SyncEngine &engine,
                            const QString &databasePath, const ConnectionDetails &details)
{
    if (const Result<void> added = doneOf(engine.addIntegration(details)); !added)
        return added;
    if (deed == Deed::Pull)
        return {};
    if (const Result<void> synced = doneOf(engine.sync(theIntegration, true)); !synced)
        return synced;
    if (world.hasThinLists) {
        if (const Result<void> read = readMachine(world, engine, databasePath); !read)
            return read;
    }
    if (const Result<void> on = turnTwoWayOn(world, engine, databasePath); !on)
        return on;
    if (const Result<void> added = addOptions(world, engine); !added)
        return added;
    if (deed == Deed::Bulk)
        return saveMany(world, engine, databasePath, 5);
    return deed == Deed::LargeBulk ? saveMany(world, engine, databasePath, 50) : Result<void>();
}

void preparePractice(Deed deed, const PlatformWorld &world, PracticeDoor &practice)
{
    if (deed != Deed::PullChanges)
        return;
    for (const RemoteChange &change : world.changesThere) {
        switch (change.action) {
        case PracticeDoorChange::Action::Create:
            practice.create(change.list, change.set);
            break;
        case PracticeDoorChange::Action::Update:
            practice.update(change.list, change.id, change.set);
            break;
        case PracticeDoorChange::Action::Delete:
            practice.remove(change.list, change.id);
            break;
        }
    }
}

QJsonArray rulesFor(Deed deed, const PlatformWorld &world)
{
    if (deed != Deed::UpdateInFlight)
        return {};
    return {QJsonObject{{u"route"_s, world.machineUpdateRoute},
                        {u"fault"_s, u"latency"_s},
                        {u"value"_s, 30},
                        {u"count"_s, 1}}};
}

Result<QList<Edit>> missingEdits(Deed deed, const PlatformWorld &world, const QString &databasePath)
{
    const auto database = Database::open(databasePath, Database::Mode::ReadOnly);
    if (!database)
        return fail(database.error());
    Finder finder(**database);
    QList<Edit> edits;
    const QList<Wish> wishes = wishesFor(deed, world, finder);
    // From the last on: a record that is as it should be in the end needs nothing that went before.
    QSet<QPair<AssetKind, QString>> fulfilled;
    for (qsizetype i = wishes.size() - 1; i >= 0; --i) {
        const Wish &wish = wishes.at(i);
        const RecordId id = finder.record(wish.kind, wish.name);
        const FieldValues now = finder.fields(id);
        FieldValues changes;
        for (auto it = wish.fields.constBegin(); it != wish.fields.constEnd(); ++it) {
            if (id == 0 || nullIfBlank(now.value(it.key())) != nullIfBlank(it.value()))
                changes.insert(it.key(), it.value());
        }
        const bool isOvertaken = fulfilled.contains({wish.kind, wish.name});
        if (changes.isEmpty())
            fulfilled.insert({wish.kind, wish.name});
        if (changes.isEmpty() || isOvertaken)
            continue;
        edits.prepend({.kind = wish.kind, .id = id, .changes = changes, .person = u"Ann"_s});
    }
    return edits;
}

Result<void> perform(Deed deed, SyncEngine &engine, const QList<Edit> &edits)
{
    switch (deed) {
    case Deed::Create:
    case Deed::Update:
    case Deed::UpdateInSteps:
    case Deed::Bulk:
    case Deed::LargeBulk:
        if (const Result<void> saved = saveAll(engine, edits); !saved)
            return saved;
        return doneOf(engine.push(theIntegration));
    case Deed::UpdateInFlight:
        return changeInFlight(engine, edits);
    case Deed::Pull:
    case Deed::PullChanges:
        if (const Result<void> saved = saveAll(engine, edits); !saved)
            return saved;
        return doneOf(engine.sync(theIntegration, false));
    }
    return {};
}

} // namespace tandem
