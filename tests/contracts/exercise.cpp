// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/exercise.h"

#include <QCoro/QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>

namespace tandem::tests {

using namespace Qt::Literals::StringLiterals;

namespace {

class Walk final
{
public:
    explicit Walk(PsaClient &client)
        : m_client(client)
    {
    }

    QStringList run()
    {
        keep(u"signIn"_s, QCoro::waitFor(m_client.signIn()));
        readLists();
        createAll();
        changeAll();
        readAll();
        return m_trouble;
    }

private:
    template<typename T>
    T keep(const QString &what, const Result<T> &result)
    {
        if (!result) {
            m_trouble.append(u"%1: %2 (%3)"_s.arg(what, result.error().message, result.error().remoteWords));
            return {};
        }
        return *result;
    }

    void readLists()
    {
        for (const OptionList list : allOptionLists) {
            for (const RemoteOption &option :
                 keep(u"options "_s + optionListName(list), QCoro::waitFor(m_client.options(list)))) {
                if (option.isActive)
                    m_options[list].append(option);
            }
        }
    }

    [[nodiscard]] QString id(OptionList list, qsizetype index) const
    {
        const QList<RemoteOption> options = m_options.value(list);
        return options.isEmpty() ? QString() : options.at(index % options.size()).remoteId;
    }

    [[nodiscard]] QString name(OptionList list, qsizetype index) const
    {
        const QList<RemoteOption> options = m_options.value(list);
        return options.isEmpty() ? QString() : options.at(index % options.size()).name;
    }

    [[nodiscard]] QJsonArray points(OptionList list, const QStringList &values, qsizetype primary) const
    {
        QJsonArray array;
        for (qsizetype i = 0; i < values.size(); ++i) {
            array.append(
                QJsonObject {{u"value"_s, values.at(i)}, {u"label"_s, name(list, i)}, {u"primary"_s, i == primary}});
        }
        return array;
    }

    RemoteRecord create(AssetKind kind, const RemoteValues &values)
    {
        return keep(u"create "_s + kindName(kind), QCoro::waitFor(m_client.create(kind, values)));
    }

    void createAll()
    {
        m_company = create(AssetKind::Organization,
                           {{u"name"_s, u"Contract & Söhne \"[x]\" 100%"_s},
                            {u"short_name"_s, u"CONTRACT1"_s},
                            {u"organization_type"_s, id(OptionList::OrganizationType, 0)},
                            {u"organization_status"_s, id(OptionList::OrganizationStatus, 0)},
                            {u"site_name"_s, u"Harbour"_s}});
        if (m_company.children.size() != 1)
            m_trouble.append(u"the new company has %1 sites"_s.arg(m_company.children.size()));
        const QString company = m_company.key.id;
        m_site = create(AssetKind::Location,
                        {{u"name"_s, u"Second"_s},
                         {u"organization"_s, company},
                         {u"address_1"_s, u"1 Quay Road"_s},
                         {u"city"_s, u"Tampa"_s},
                         {u"postal_code"_s, u"33602"_s},
                         {u"region"_s, id(OptionList::Region, 0)},
                         {u"country"_s, m_options.value(OptionList::Region).value(0).parentRemoteId}});
        m_contact = create(AssetKind::Contact,
                           {{u"first_name"_s, u"Ana"_s},
                            {u"last_name"_s, u"O'Brien"_s},
                            {u"organization"_s, company},
                            {u"location"_s, m_site.key.id},
                            {u"title"_s, u"Owner"_s},
                            {u"contact_type"_s, id(OptionList::ContactType, 0)},
                            {u"emails"_s, points(OptionList::EmailType, {u"ana@example.com"_s}, 0)},
                            {u"phones"_s, points(OptionList::PhoneType, {u"8135550101"_s, u"8135550102"_s}, 0)}});
        m_configuration = create(AssetKind::Configuration,
                                 {{u"name"_s, u"SRV-01"_s},
                                  {u"organization"_s, company},
                                  {u"location"_s, m_site.key.id},
                                  {u"contact"_s, m_contact.key.id},
                                  {u"configuration_type"_s, id(OptionList::ConfigurationType, 0)},
                                  {u"configuration_status"_s, id(OptionList::ConfigurationStatus, 0)},
                                  {u"manufacturer"_s, id(OptionList::Manufacturer, 0)},
                                  {u"model"_s, u"R740"_s},
                                  {u"serial_number"_s, u"ABC-123"_s},
                                  {u"mac_address"_s, u"00:11:22:33:44:55"_s},
                                  {u"primary_ip"_s, u"10.0.0.5"_s},
                                  {u"installed_at"_s, u"2020-02-03"_s},
                                  {u"warranty_expires_at"_s, u"2025-02-03"_s},
                                  {u"notes"_s, u"first\nsecond"_s}});
    }

    /** Changes a record, and complains about every value that is not what was asked for. */
    void change(RemoteRecord &record, const RemoteValues &changes)
    {
        const QString what = u"update "_s + kindName(record.kind);
        record = keep(what + u" read"_s, QCoro::waitFor(m_client.read(record.kind, record.key)));
        const RemoteRecord after = keep(what, QCoro::waitFor(m_client.update(record, changes)));
        for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
            if (after.values.value(it.key()) != *it) {
                const QJsonArray both {*it, after.values.value(it.key())};
                m_trouble.append(
                    u"%1 of %2: %3"_s.arg(what, it.key(), QString::fromUtf8(QJsonDocument(both).toJson())));
            }
        }
        record = after;
    }

    void changeAll()
    {
        change(m_company,
               {{u"name"_s, u"Contract Ltd"_s},
                {u"organization_type"_s, id(OptionList::OrganizationType, 1)},
                {u"primary_location"_s, m_site.key.id}});
        change(m_site, {{u"address_2"_s, u"Floor 2"_s}, {u"city"_s, QJsonValue::Null}});
        change(m_contact,
               {{u"title"_s, QJsonValue::Null},
                {u"contact_type"_s, id(OptionList::ContactType, 1)},
                {u"emails"_s, points(OptionList::EmailType, {u"ana.b@example.com"_s, u"home@example.org"_s}, 1)},
                {u"phones"_s, points(OptionList::PhoneType, {u"8135550101"_s}, 0)}});
        change(m_configuration,
               {{u"configuration_type"_s, id(OptionList::ConfigurationType, 1)},
                {u"name"_s, u"SRV-02"_s},
                {u"serial_number"_s, QJsonValue::Null},
                {u"contact"_s, QJsonValue::Null},
                {u"purchased_at"_s, u"2021-12-31"_s}});
    }

    void readAll()
    {
        for (const RemoteRecord *record : {&m_company, &m_site, &m_contact, &m_configuration}) {
            const AssetKind kind = record->kind;
            const QString what = kindName(kind);
            PageRequest request {.changedSince = record->changedAt.addSecs(-3600), .size = 2};
            if (kind == AssetKind::Location)
                request.organizationId = m_company.key.id;
            const qint64 count = keep(u"count "_s + what, QCoro::waitFor(m_client.count(kind, request)));
            qint64 seen = 0;
            for (int pages = 0; pages < 1000; ++pages) {
                const RemotePage page = keep(u"page "_s + what, QCoro::waitFor(m_client.page(kind, request)));
                seen += page.records.size();
                request.cursor = page.nextCursor;
                if (request.cursor.isEmpty())
                    break;
            }
            if (seen != count)
                m_trouble.append(u"%1 of %2 %3 came in pages"_s.arg(seen).arg(count).arg(what));
            const QList<RemoteKey> keys {record->key};
            if (keep(u"readMany "_s + what, QCoro::waitFor(m_client.readMany(kind, keys))).size() != 1)
                m_trouble.append(u"readMany does not find the %1"_s.arg(what));
            bool isFound = false;
            for (const RemoteRecord &similar :
                 keep(u"findSimilar "_s + what, QCoro::waitFor(m_client.findSimilar(kind, record->values))))
                isFound = isFound || similar.key == record->key;
            if (!isFound)
                m_trouble.append(u"findSimilar does not find the %1"_s.arg(what));
        }
        const Result<RemoteRecord> missing = QCoro::waitFor(m_client.read(AssetKind::Contact, {.id = u"99999999"_s}));
        if (missing || missing.error().code != ErrorCode::NotFound)
            m_trouble.append(u"a contact that does not exist is not NotFound"_s);
    }

    PsaClient &m_client;
    QStringList m_trouble;
    QHash<OptionList, QList<RemoteOption>> m_options;
    RemoteRecord m_company;
    RemoteRecord m_site;
    RemoteRecord m_contact;
    RemoteRecord m_configuration;
};

} // namespace

QStringList exercise(PsaClient &client)
{
    return Walk(client).run();
}

} // namespace tandem::tests
