// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "core/clock.h"
#include "store/integrationstore.h"
#include "store/linkstore.h"
#include "store/recordstore.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

StoreFixture::StoreFixture()
{
    reopen();
}

StoreFixture::~StoreFixture() = default;

QString StoreFixture::path() const
{
    return m_folder.filePath(u"profile/tandem.sqlite"_s);
}

Database &StoreFixture::database()
{
    return *m_database;
}

void StoreFixture::reopen()
{
    m_database.reset();
    m_database = must(Database::open(path(), Database::Mode::ReadWrite));
}

QDateTime StoreFixture::now()
{
    return fromIsoUtc(u"2026-03-01T10:00:00.000Z"_s);
}

IntegrationId StoreFixture::addIntegration(const QString &name, bool twoWay)
{
    Integration integration;
    integration.name = name;
    integration.settings.twoWay = twoWay;
    return must(IntegrationStore(*m_database).insert(integration));
}

void StoreFixture::changeIntegration(IntegrationId id, const std::function<void(Integration &)> &change)
{
    Integration integration = must(IntegrationStore(*m_database).get(id));
    change(integration);
    must(IntegrationStore(*m_database).update(integration));
}

RecordId StoreFixture::add(AssetKind kind, const FieldValues &fields, RecordSource source)
{
    return must(RecordStore(*m_database).insert(kind, fields, source, now()));
}

RecordId StoreFixture::addOrganization(const QString &name)
{
    return add(AssetKind::Organization, {{u"name"_s, name}});
}

RecordId StoreFixture::addConfiguration(RecordId organization, const QString &name, FieldValues fields)
{
    fields.insert(u"organization"_s, organization);
    fields.insert(u"name"_s, name);
    return add(AssetKind::Configuration, fields);
}

RecordId StoreFixture::addContact(RecordId organization, const QString &firstName, FieldValues fields)
{
    fields.insert(u"organization"_s, organization);
    fields.insert(u"first_name"_s, firstName);
    return add(AssetKind::Contact, fields);
}

RecordId StoreFixture::addLocation(RecordId organization, const QString &name, FieldValues fields)
{
    fields.insert(u"organization"_s, organization);
    fields.insert(u"name"_s, name);
    return add(AssetKind::Location, fields);
}

Link StoreFixture::addLink(IntegrationId integration, RecordId record, AssetKind kind, SyncState state,
                           const QString &remoteId, const RemoteValues &baseline)
{
    Link link;
    link.integrationId = integration;
    link.recordId = record;
    link.kind = kind;
    link.state = state;
    link.remote.id = remoteId;
    link.baseline = baseline;
    link.id = must(LinkStore(*m_database).insert(link));
    return link;
}

qint64 StoreFixture::count(const QString &table)
{
    return must(m_database->value(u"SELECT count(*) FROM "_s + table)).toLongLong();
}

} // namespace tandem
