// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

Office::Office(Platform platform, const PracticeSize &size, const QStringList &options,
               EngineFixture::Scheduler scheduler)
    : practice(size, options, platform)
    , fixture(scheduler)
    , id(fixture.connectTwoWay(practice))
{
}

Office::~Office() = default;

SyncSettings Office::settings()
{
    return fixture.status(id).integration.settings;
}

void Office::store(const SyncSettings &settings)
{
    fixture.changeSettings(id, {.settings = settings});
}

QList<SettingChoice> Office::choicesOf(const PlatformSetting &setting, const QString &search)
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

void Office::choose(const QString &key, const QString &name)
{
    SyncSettings changed = settings();
    SettingChoice chosen;
    const QList<SettingChoice> choices = choicesOf(*findSetting(practice.platform(), key), name);
    for (const SettingChoice &each : choices) {
        if (!name.isEmpty() && each.name == name)
            chosen = each;
    }
    if (chosen.id.isEmpty() != name.isEmpty())
        QTest::qFail(qPrintable(u"There is no choice "_s + name), __FILE__, __LINE__);
    changed.setChoice(key, chosen);
    store(changed);
}

void Office::setText(const QString &key, const QString &text)
{
    SyncSettings changed = settings();
    changed.setText(key, text);
    store(changed);
}

void Office::setOn(const QString &key, bool isOn)
{
    SyncSettings changed = settings();
    changed.setOn(key, isOn);
    store(changed);
}

RecordId Office::linked(AssetKind kind, const QString &remoteId)
{
    const auto link = LinkStore(fixture.database()).byRemote(id, kind, remoteId);
    return link && *link ? (*link)->recordId : 0;
}

void Office::settle()
{
    (void)fixture.wait(fixture.engine().push(id));
    fixture.clock().advance(std::chrono::hours(2));
    (void)fixture.wait(fixture.engine().push(id));
}

void Office::checkPeace()
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

} // namespace tandem
