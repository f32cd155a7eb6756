// SPDX-License-Identifier: GPL-3.0-or-later
#include "pushmove.h"

#include "core/field.h"
#include "pushwindow.h"
#include "sync/autotaskoffice.h"
#include "sync/kaseyaoffice.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int exactClients = 3;
constexpr int clients = 10;
constexpr int bareClients = 2;

std::unique_ptr<Office> officeOf(Platform platform, const QStringList &options)
{
    const PracticeSize size{.organizations = 5, .locations = 7, .contacts = 15, .configurations = 18};
    if (platform == Platform::ConnectWise)
        return std::make_unique<Office>(platform, size, options, EngineFixture::Scheduler::Off);
    if (platform == Platform::Autotask)
        return std::make_unique<AutotaskOffice>(size, options);
    auto office = std::make_unique<KaseyaOffice>(platform, size, options);
    office->setOn(u"fill_phone"_s, true);
    office->setOn(u"allow_v1"_s, true);
    return office;
}

QJsonValue withoutNumbersAndDates(const QJsonValue &value)
{
    static const QRegularExpression own(u"^(\\d{4}-\\d{2}-\\d{2}T.*|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27})$"_s);
    if (value.isObject()) {
        QJsonObject kept;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QJsonValue member = withoutNumbersAndDates(it.value());
            if (!member.isNull() && !member.isUndefined() && it.key() != "_info"_L1)
                kept.insert(it.key(), member);
        }
        return kept;
    }
    if (value.isArray()) {
        QStringList lines;
        for (const QJsonValue &each : value.toArray())
            lines.append(QString::fromUtf8(
                QJsonDocument(QJsonArray{withoutNumbersAndDates(each)}).toJson(QJsonDocument::Compact)));
        lines.sort();
        return QJsonArray::fromStringList(lines);
    }
    if (value.isDouble() || (value.isString() && own.match(value.toString()).hasMatch()))
        return QJsonValue();
    return value;
}

RecordId saved(SyncEngine &engine, AssetKind kind, const FieldValues &fields)
{
    const auto done = awaited(
        engine.save({.kind = kind, .changes = fields, .source = RecordSource::Csv, .person = u"Ann"_s}));
    if (done && !*done)
        qWarning("%s", wordsOf(*done).constData());
    return done && *done ? (*done)->id : 0;
}

} // namespace

PushMove::PushMove(Platform platform, const QStringList &practiceOptions)
    : m_office(officeOf(platform, practiceOptions))
{
    for (const AssetKind kind : allKinds)
        m_before.insert(kind, practice().records(kindName(kind)).size());
}

PushMove::~PushMove() = default;

PracticeProcess &PushMove::practice()
{
    return m_office->practice;
}

Platform PushMove::platform() const
{
    return m_office->practice.platform();
}

int PushMove::created(AssetKind kind) const
{
    return m_created.value(kind);
}

int PushMove::linked(AssetKind kind) const
{
    return m_linked.value(kind);
}

int PushMove::held(AssetKind kind) const
{
    return m_held.value(kind);
}

qsizetype PushMove::before(AssetKind kind) const
{
    return m_before.value(kind);
}

const QHash<RecordId, QString> &PushMove::matches() const
{
    return m_matches;
}

RecordId PushMove::bare() const
{
    return m_bare;
}

IntegrationId PushMove::fill(SyncEngine &engine)
{
    const auto all = recordIds(m_office->fixture.database(), {.kind = AssetKind::Organization});
    if (!all || all->size() < exactClients)
        return 0;
    for (int number = 0; number < clients; ++number) {
        if (!copyClient(engine, all->at(number % exactClients), number))
            return 0;
    }
    for (int number = 0; number < bareClients; ++number) {
        m_bare = addBare(engine, number);
        if (m_bare == 0)
            return 0;
    }
    const auto added = awaited(engine.addIntegration(EngineFixture::detailsFor(practice(), u"New"_s)));
    if (!added || !*added)
        return 0;
    const auto applied = awaited(engine.applySettings(**added, {.settings = m_office->settings()}));
    return applied && *applied ? **added : 0;
}

/** The first ones stay as they are; the others get a name of their own, so that nothing there matches them.
 */
bool PushMove::copyClient(SyncEngine &engine, RecordId client, int number)
{
    const bool isExact = number < exactClients;
    RecordMap copies;
    const auto take = [&](const Record &record, const QString &name) {
        const RecordId made = copy(engine, record, copies, name);
        copies.insert(record.id, made);
        ++(isExact ? m_linked : m_created)[record.kind];
        if (isExact)
            m_matches.insert(made, m_office->fixture.link(record.id).remote.id);
        return made != 0;
    };
    const Record organization = m_office->fixture.record(client);
    const QString own = organization.fields.value("name"_L1).toString() + u" Branch %1"_s.arg(number);
    if (!take(organization, isExact ? QString() : own))
        return false;
    for (const AssetKind kind : {AssetKind::Location, AssetKind::Contact, AssetKind::Configuration}) {
        const QList<Record> some = belowClient(kind, client);
        for (const Record &record : some) {
            if (!take(record, {}))
                return false;
        }
    }
    return true;
}

QList<Record> PushMove::belowClient(AssetKind kind, RecordId client)
{
    QList<Record> found;
    const auto ids = recordIds(m_office->fixture.database(), {.kind = kind});
    for (const RecordId id : ids.value_or(QList<RecordId>())) {
        const Record record = m_office->fixture.record(id);
        if (record.fields.value("organization"_L1).toInteger() == client)
            found.append(record);
    }
    return found;
}

RecordId PushMove::copy(SyncEngine &engine, const Record &record, const RecordMap &copies,
                        const QString &name)
{
    FieldValues fields;
    for (const FieldDescription &field : fieldsOf(record.kind)) {
        const QJsonValue value = record.fields.value(field.name());
        if (value.isNull() || value.isUndefined())
            continue;
        if (field.type == FieldType::Option) {
            const auto option = optionLike(engine, value.toInteger());
            if (!option)
                return 0;
            fields.insert(field.name(), *option);
        } else if (field.type != FieldType::Reference) {
            fields.insert(field.name(), value);
        } else if (copies.contains(value.toInteger())) {
            fields.insert(field.name(), copies.value(value.toInteger()));
        }
    }
    if (!name.isEmpty()) {
        fields.insert(u"name"_s, name);
        fields.insert(u"short_name"_s, u"BRANCH%1"_s.arg(name.section(u' ', -1)));
    }
    return saved(engine, record.kind, fields);
}

std::optional<OptionId> PushMove::optionLike(SyncEngine &engine, OptionId option)
{
    if (option == 0 || m_options.contains(option))
        return m_options.value(option);
    const auto like = OptionStore(m_office->fixture.database()).get(option);
    if (!like)
        return std::nullopt;
    const auto parent = optionLike(engine, like->parentId);
    if (!parent)
        return std::nullopt;
    const auto made = awaited(engine.ensureOption(like->list, like->name, *parent));
    if (!made || !*made)
        return std::nullopt;
    m_options.insert(option, **made);
    return **made;
}

/** Without a type it is held (C4a), and what is below it waits for it (C4b). */
RecordId PushMove::addBare(SyncEngine &engine, int number)
{
    const RecordId organization =
        saved(engine, AssetKind::Organization, {{u"name"_s, u"Bare %1"_s.arg(number)}});
    const RecordId location = saved(engine, AssetKind::Location,
                                    {{u"name"_s, u"Main"_s},
                                     {u"organization"_s, organization},
                                     {u"address_1"_s, u"%1 Bare Road"_s.arg(number + 1)}});
    ++m_held[AssetKind::Organization];
    ++m_held[AssetKind::Location];
    return location == 0 ? 0 : organization;
}

QStringList PushMove::everythingThere()
{
    QStringList lines;
    for (const AssetKind kind : allKinds) {
        for (const QJsonValue &each : practice().records(kindName(kind))) {
            const QJsonObject kept = withoutNumbersAndDates(each).toObject();
            lines.append(kindName(kind) + u' '
                         + QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
        }
    }
    lines.sort();
    return lines;
}

} // namespace tandem
