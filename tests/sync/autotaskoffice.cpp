// SPDX-License-Identifier: GPL-3.0-or-later
#include "autotaskoffice.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

AutotaskOffice::AutotaskOffice(const PracticeSize &size, const QStringList &options,
                               EngineFixture::Scheduler scheduler)
    : practice(size, options, Platform::Autotask)
    , fixture(scheduler)
    , id(fixture.connectTwoWay(practice))
{
    choose(u"account_manager"_s, u"Jo Harris"_s);
    setText(u"default_phone"_s, u"555 0199"_s);
}

AutotaskOffice::~AutotaskOffice() = default;

SyncSettings AutotaskOffice::settings()
{
    return fixture.status(id).integration.settings;
}

void AutotaskOffice::store(const SyncSettings &settings)
{
    fixture.changeSettings(id, {.settings = settings});
}

QList<SettingChoice> AutotaskOffice::choicesOf(const PlatformSetting &setting, const QString &search)
{
    if (setting.kind == PlatformSetting::Kind::Search) {
        const auto found = fixture.wait(fixture.engine().settingChoices(id, setting.key, search));
        return found.value_or(QList<SettingChoice>());
    }
    QList<SettingChoice> choices;
    const auto options = OptionStore(fixture.database()).remote(id, *setting.list);
    for (const StoredOption &option : options.value_or(QList<StoredOption>()))
        choices.append({option.remoteId, option.name});
    return choices;
}

void AutotaskOffice::choose(const QString &key, const QString &name)
{
    SyncSettings changed = settings();
    SettingChoice chosen;
    const QList<SettingChoice> choices = choicesOf(*findSetting(Platform::Autotask, key), name);
    for (const SettingChoice &each : choices) {
        if (!name.isEmpty() && each.name == name)
            chosen = each;
    }
    if (chosen.id.isEmpty() != name.isEmpty())
        QTest::qFail(qPrintable(u"There is no choice "_s + name), __FILE__, __LINE__);
    changed.setChoice(key, chosen);
    store(changed);
}

void AutotaskOffice::setText(const QString &key, const QString &text)
{
    SyncSettings changed = settings();
    changed.setText(key, text);
    store(changed);
}

QString AutotaskOffice::billingCode()
{
    const QList<SettingChoice> codes = choicesOf(*findSetting(Platform::Autotask, u"billing_code"_s), {});
    return codes.isEmpty() ? QString() : codes.constFirst().name;
}

RecordId AutotaskOffice::client()
{
    return fixture.find(AssetKind::Organization, u"Maple Pediatrics"_s);
}

RecordId AutotaskOffice::make(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return makeOrganization(fixture);
    case AssetKind::Location:
        return fixture.create(
            kind,
            {{u"name"_s, u"Annex"_s}, {u"organization"_s, client()}, {u"address_1"_s, u"1 Side Street"_s}});
    case AssetKind::Contact:
        return fixture.create(
            kind,
            {{u"first_name"_s, u"Jo"_s},
             {u"last_name"_s, u"Doe"_s},
             {u"organization"_s, client()},
             {u"emails"_s,
              QJsonArray{QJsonObject{
                  {u"value"_s, u"jo@a.example"_s}, {u"label"_s, u"Work"_s}, {u"primary"_s, true}}}}});
    case AssetKind::Configuration:
    case AssetKind::Count:
        break;
    }
    FieldValues values = server();
    values.insert(u"name"_s, u"SRV"_s);
    values.insert(u"organization"_s, client());
    return fixture.create(AssetKind::Configuration, values);
}

/** The product of the client's only machine. */
FieldValues AutotaskOffice::server()
{
    const FieldValues other = fixture.record(fixture.find(AssetKind::Configuration, u"MAPLE-WS002"_s)).fields;
    return {{u"configuration_type"_s, fixture.option(OptionList::ConfigurationType, u"Server"_s)},
            {u"manufacturer"_s, other.value("manufacturer"_L1)},
            {u"model"_s, other.value("model"_L1)}};
}

Family AutotaskOffice::makeFamily()
{
    FieldValues configuration = server();
    configuration.insert(u"warranty_expires_at"_s, u"2030-01-31"_s);
    return tandem::makeFamily(fixture, {.phoneLabel = u"Work"_s, .configuration = configuration});
}

void AutotaskOffice::settle()
{
    (void)fixture.wait(fixture.engine().push(id));
    fixture.clock().advance(std::chrono::hours(2));
    (void)fixture.wait(fixture.engine().push(id));
}

void AutotaskOffice::checkPeace()
{
    const int writes = practice.writes();
    // The first finds what an adopted record refers to, such as the main location of a company.
    fixture.sync(id, true);
    const QString before = fixture.dump();
    fixture.sync(id, true);
    fixture.push(id);
    QCOMPARE(practice.writes(), writes);
    QCOMPARE(fixture.dump(), before);
}

QString AutotaskOffice::postRoute(AssetKind kind)
{
    return patchRoute(kind).replace("PATCH"_L1, "POST"_L1);
}

QString AutotaskOffice::patchRoute(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Organization:
        return u"PATCH /Companies"_s;
    case AssetKind::Location:
        return u"PATCH /Companies/{id}/Locations"_s;
    case AssetKind::Contact:
        return u"PATCH /Companies/{id}/Contacts"_s;
    case AssetKind::Configuration:
    case AssetKind::Count:
        break;
    }
    return u"PATCH /ConfigurationItems"_s;
}

} // namespace tandem
