// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/customfieldmanager.h"

#include "core/field.h"
#include "store/customfieldstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::CustomFieldManager)
};

tl::unexpected<Error> bad(const QString &field, const QString &message)
{
    return fail(Error{.code = ErrorCode::BadInput, .message = message, .field = field});
}

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

/** By its name for the interface, else by what people call it. */
const TenantField *find(const QList<TenantField> &fields, const QString &name)
{
    for (const auto member : {&TenantField::remote, &TenantField::title}) {
        const auto found = std::find_if(fields.begin(), fields.end(),
                                        [&](const TenantField &each) { return isSame(each.*member, name); });
        if (found != fields.end())
            return &*found;
    }
    return nullptr;
}

/** The tenant's field that the request means, once it is sure that it can be mapped. */
Result<TenantField> wantedField(const Integration &integration, const CustomFieldRequest &request,
                                const QList<TenantField> &tenant)
{
    const QString psa = platformTitle(integration.platform);
    const TenantField *const field = find(tenant, request.remote.trimmed());
    if (!field) {
        return bad(u"remote"_s,
                   Words::tr("%1 has no custom field \"%2\" for %3.")
                       .arg(psa, request.remote, kindTitlePlural(request.kind)));
    }
    if (!field->fieldType()) {
        return bad(
            u"remote"_s,
            Words::tr("\"%1\" holds what Tandem cannot keep, so it cannot be mapped.").arg(field->title));
    }
    if (field->isReadOnly && request.direction != Direction::In) {
        return bad(u"direction"_s,
                   Words::tr("%1 lets nobody change \"%2\" from outside: it can only come in.")
                       .arg(psa, field->title));
    }
    for (const CustomMapping &each : integration.customFields) {
        if (each.kind == request.kind && each.tenant.remote == field->remote)
            return bad(u"remote"_s, Words::tr("\"%1\" is mapped already.").arg(field->title));
    }
    return *field;
}

} // namespace

CustomFieldManager::CustomFieldManager(Stores &stores)
    : m_stores(stores)
{
}

Result<CustomMapping> CustomFieldManager::add(IntegrationId id, const CustomFieldRequest &request,
                                              const QList<TenantField> &tenant)
{
    CustomMapping mapping{.kind = request.kind, .direction = request.direction};
    CustomFieldStore fields(m_stores.database);
    const Result<void> added = inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<Integration> integration = m_stores.integrations.get(id);
        if (!integration)
            return fail(integration.error());
        const Result<TenantField> wanted = wantedField(*integration, request, tenant);
        if (!wanted)
            return fail(wanted.error());
        mapping.tenant = *wanted;
        const QString label = request.label.trimmed().isEmpty() ? wanted->title : request.label.trimmed();
        for (const FieldDescription &own : fieldsOf(request.kind)) {
            if (isSame(own.labelText(), label) || isSame(own.name(), label))
                return bad(u"label"_s,
                           Words::tr("Tandem has a field \"%1\" already. Choose another label.").arg(label));
        }
        const Result<CustomField> field = fields.findOrCreate(request.kind, label, *wanted->fieldType());
        if (!field)
            return fail(field.error());
        mapping.field = field->name();
        const bool isTaken =
            std::any_of(integration->customFields.begin(), integration->customFields.end(),
                        [&](const CustomMapping &each) { return each.field == mapping.field; });
        if (isTaken)
            return bad(
                u"label"_s,
                Words::tr("\"%1\" is mapped to another field already. Choose another label.").arg(label));
        if (const Result<void> stored = store(*integration, integration->customFields + QList{mapping});
            !stored)
            return stored;
        return log(*integration,
                   Words::tr("Custom field \"%1\" is mapped to \"%2\" now.").arg(label, wanted->title),
                   request.person);
    });
    if (!added)
        return fail(added.error());
    const Result<void> published = fields.publish();
    return published ? Result<CustomMapping>(mapping) : fail(published.error());
}

Result<void> CustomFieldManager::remove(IntegrationId id, const QString &field, const QString &person)
{
    return inTransaction(m_stores.database, [&]() -> Result<void> {
        const Result<Integration> integration = m_stores.integrations.get(id);
        if (!integration)
            return fail(integration.error());
        QList<CustomMapping> rest = integration->customFields;
        const auto gone = std::find_if(rest.begin(), rest.end(),
                                       [&](const CustomMapping &each) { return each.field == field; });
        if (gone == rest.end())
            return fail(ErrorCode::NotFound,
                        Words::tr("%1 maps no custom field \"%2\".").arg(integration->name, field));
        const CustomMapping removed = *gone;
        rest.erase(gone);
        if (const Result<void> stored = store(*integration, rest); !stored)
            return stored;
        const FieldDescription *described = findField(removed.kind, removed.field);
        return log(*integration,
                   Words::tr("Custom field \"%1\" is no longer mapped to \"%2\"; its values stay in Tandem.")
                       .arg(described ? described->labelText() : removed.field, removed.tenant.title),
                   person);
    });
}

Result<void> CustomFieldManager::refresh(IntegrationId id, const QHash<AssetKind, QList<TenantField>> &tenant)
{
    const Result<Integration> integration = m_stores.integrations.get(id);
    if (!integration)
        return fail(integration.error());
    return store(*integration, refreshedMappings(integration->customFields, tenant));
}

/**
 * What a field was agreed on holds only while it travels: one that comes, or comes back, is read anew of
 * every record, and nobody blanked it in between.
 */
Result<void> CustomFieldManager::store(const Integration &integration, const QList<CustomMapping> &mappings)
{
    const QList<CustomMapping> &before = integration.customFields;
    if (mappings == before)
        return {};
    const auto travels = [](const QList<CustomMapping> &all, const CustomMapping &mapping) {
        return std::any_of(all.begin(), all.end(), [&](const CustomMapping &each) {
            return each.field == mapping.field && each.tenant.remote == mapping.tenant.remote && !each.isGone;
        });
    };
    if (const Result<void> set = m_stores.integrations.setCustomFields(integration.id, mappings); !set)
        return set;
    bool isNew = false;
    for (const CustomMapping &each : before + mappings) {
        const bool did = travels(before, each);
        const bool does = travels(mappings, each);
        if (did == does)
            continue;
        isNew = isNew || does;
        if (const Result<void> forgotten = m_stores.links.forgetField(integration.id, each.kind, each.field);
            !forgotten)
            return forgotten;
        const Result<void> wanted =
            does ? m_stores.details.wantAll(integration.id, each.kind) : Result<void>();
        if (!wanted)
            return wanted;
    }
    return isNew ? m_stores.integrations.setCursor(integration.id, u"changed_since"_s, {}) : Result<void>();
}

Result<void> CustomFieldManager::log(const Integration &integration, const QString &message,
                                     const QString &person)
{
    return m_stores.events.append({.at = m_stores.clock.nowUtc(),
                                   .type = Event::Type::Changed,
                                   .integrationId = integration.id,
                                   .person = person,
                                   .message = message});
}

QSet<AssetKind> kindsWithCustomFields(const Integration &integration)
{
    QSet<AssetKind> kinds;
    for (const CustomMapping &each : integration.customFields)
        kinds.insert(each.kind);
    return kinds;
}

} // namespace tandem
