// SPDX-License-Identifier: GPL-3.0-or-later
#include "integrationcommand.h"

#include "directorycommand.h"

#include "core/clock.h"
#include "store/directorystore.h"
#include "fieldscommand.h"
#include "store/recordstore.h"
#include "sync/secretstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

/** The lists whose values are ticked in Sync Settings. */
constexpr std::array tickedLists {OptionList::OrganizationType, OptionList::OrganizationStatus,
                                  OptionList::ConfigurationType, OptionList::ConfigurationStatus,
                                  OptionList::Classification};

QJsonObject toJson(const IntegrationStatus &status)
{
    const Integration &integration = status.integration;
    const auto moment = [](const QDateTime &at) { return at.isValid() ? QJsonValue(toIsoUtc(at)) : QJsonValue(); };
    return {{u"name"_s, integration.name},
            {u"platform"_s, platformName(integration.platform)},
            {u"url"_s, integration.url},
            {u"state"_s, integrationStateName(status.state)},
            {u"message"_s, status.message},
            {u"warning"_s, status.warning},
            {u"last_sync"_s, moment(integration.lastSyncAt)},
            {u"next_sync"_s, moment(status.nextSyncAt)},
            {u"pending"_s, status.waiting},
            {u"held"_s, status.held},
            {u"errors"_s, status.errors},
            {u"two_way"_s, integration.settings.twoWay},
            {u"paused"_s, integration.isPaused}};
}

QString toText(const IntegrationStatus &status)
{
    return u"%1 [%2] %3, %4 waiting, %5 held, %6 errors"_s
        .arg(status.integration.name, platformTitle(status.integration.platform), integrationStateTitle(status.state))
        .arg(status.waiting)
        .arg(status.held)
        .arg(status.errors);
}

tl::unexpected<Error> bad(const QString &field, const QString &message)
{
    return fail(Error {.code = ErrorCode::BadInput, .message = message, .field = field});
}

Result<bool> readFlag(const QString &key, const QString &text)
{
    if (text == "true"_L1 || text == "1"_L1 || text == "yes"_L1 || text == "on"_L1)
        return true;
    if (text == "false"_L1 || text == "0"_L1 || text == "no"_L1 || text == "off"_L1)
        return false;
    return bad(key, Words::tr("%1 must be true or false.").arg(key));
}

/** The PSA's spelling of a value of a list, whatever the case it was typed in. */
Result<QString> knownName(const QList<StoredOption> &options, OptionList list, const QString &key, const QString &text)
{
    if (text.isEmpty())
        return QString();
    QStringList names;
    for (const StoredOption &option : options) {
        if (option.list != list)
            continue;
        if (option.name.compare(text, Qt::CaseInsensitive) == 0)
            return option.name;
        names.append(option.name);
    }
    return bad(key, Words::tr("The PSA has no %1 \"%2\". It has: %3").arg(key, text, names.join(u", "_s)));
}

Result<void> tick(SettingsChange &change, const QList<StoredOption> &options, OptionList list, const QString &key,
                  const QString &text, QChar mode)
{
    QSet<QString> &ticked = change.enabled[list];
    if (mode != u'=') {
        for (const StoredOption &option : options) {
            if (option.list == list && option.isSyncing)
                ticked.insert(option.remoteId);
        }
    }
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        bool isKnown = false;
        QStringList names;
        for (const StoredOption &option : options) {
            if (option.list != list)
                continue;
            names.append(option.name);
            if (option.name.compare(name, Qt::CaseInsensitive) != 0)
                continue;
            isKnown = true;
            if (mode == u'-')
                ticked.remove(option.remoteId);
            else
                ticked.insert(option.remoteId);
        }
        if (!isKnown)
            return bad(key, Words::tr("The PSA has no %1 \"%2\". It has: %3").arg(key, name, names.join(u", "_s)));
    }
    return {};
}

/** The one choice that has this name, whatever the case it was typed in. */
Result<SettingChoice> choiceNamed(const QList<SettingChoice> &choices, const PlatformSetting &setting, const QString &name)
{
    QStringList names;
    QList<SettingChoice> found;
    for (const SettingChoice &choice : choices) {
        names.append(choice.name);
        if (choice.name.compare(name, Qt::CaseInsensitive) == 0)
            found.append(choice);
    }
    if (found.size() == 1)
        return found.constFirst();
    if (found.size() > 1)
        return bad(setting.key, Words::tr("The PSA has several of the name \"%1\" for %2.").arg(name, setting.key));
    return bad(setting.key, Words::tr("The PSA has no %1 \"%2\". It has: %3").arg(setting.key, name, names.join(u", "_s)));
}

/** What only this platform asks for. */
Result<void> applyPlatformSetting(Context &context, const Integration &integration, const QList<StoredOption> &options,
                                  const PlatformSetting &setting, const QString &value, SyncSettings &settings)
{
    if (setting.kind == PlatformSetting::Kind::Text || value.isEmpty()) {
        settings.setText(setting.key, value);
        return {};
    }
    if (setting.kind == PlatformSetting::Kind::Switch) {
        if (value != "true"_L1 && value != "false"_L1)
            return bad(setting.key, Words::tr("\"%1\" is true or false, not \"%2\".").arg(setting.key, value));
        settings.setOn(setting.key, value == "true"_L1);
        return {};
    }
    QList<SettingChoice> choices;
    if (setting.kind == PlatformSetting::Kind::Value) {
        for (const StoredOption &option : options) {
            if (option.list == *setting.list && option.isActive)
                choices.append({option.remoteId, option.name});
        }
    } else {
        const Result<QList<SettingChoice>> found
            = wait(context.engine().settingChoices(integration.id, setting.key, value));
        if (!found)
            return fail(found.error());
        choices = *found;
        if (choices.isEmpty()) { // so that the answer can say what there is
            const Result<QList<SettingChoice>> all
                = wait(context.engine().settingChoices(integration.id, setting.key, {}));
            choices = all.value_or(QList<SettingChoice>());
        }
    }
    const Result<SettingChoice> choice = choiceNamed(choices, setting, value);
    if (!choice)
        return fail(choice.error());
    settings.setChoice(setting.key, *choice);
    return {};
}

/** One `key=value`, `key+=value` or `key-=value`. */
Result<void> applySetting(Context &context, const Integration &integration, SettingsChange &change,
                          const QList<StoredOption> &options, const QString &word)
{
    const qsizetype equals = word.indexOf(u'=');
    if (equals <= 0)
        return fail(ErrorCode::Usage, Words::tr("\"%1\" is not key=value.").arg(word));
    QString key = word.left(equals);
    const QString value = word.mid(equals + 1);
    QChar mode = u'=';
    if (key.endsWith(u'+') || key.endsWith(u'-')) {
        mode = key.back();
        key.chop(1);
    }
    for (const OptionList list : tickedLists) {
        if (key == optionListKey(list))
            return tick(change, options, list, key, value, mode);
    }
    SyncSettings &settings = change.settings;
    struct Flag {
        QLatin1StringView key;
        bool SyncSettings::*member;
    };
    constexpr std::array flags {Flag {"two_way"_L1, &SyncSettings::twoWay}, Flag {"contacts"_L1, &SyncSettings::contacts},
                                Flag {"locations"_L1, &SyncSettings::locations},
                                Flag {"push_directory_contacts"_L1, &SyncSettings::pushDirectoryContacts}};
    for (const Flag &flag : flags) {
        if (key != flag.key)
            continue;
        const Result<bool> isOn = readFlag(key, value);
        if (!isOn)
            return fail(isOn.error());
        settings.*flag.member = *isOn;
        return {};
    }
    if (key == "interval"_L1) {
        bool isNumber = false;
        const int minutes = value.toInt(&isNumber);
        if (!isNumber || minutes < 1 || minutes > 24 * 60)
            return bad(key, Words::tr("interval is a number of minutes from 1 to 1440."));
        settings.intervalMinutes = minutes;
        return {};
    }
    if (key == "conflict"_L1) {
        const auto policy = conflictPolicyFromName(value);
        if (!policy)
            return bad(key, Words::tr("conflict is psa, tandem or ask."));
        settings.conflict = *policy;
        return {};
    }
    if (key == "email_type"_L1 || key == "phone_type"_L1) {
        const bool isEmail = key == "email_type"_L1;
        const Result<QString> name
            = knownName(options, isEmail ? OptionList::EmailType : OptionList::PhoneType, key, value);
        if (!name)
            return fail(name.error());
        (isEmail ? settings.emailType : settings.phoneType) = *name;
        return {};
    }
    if (const auto setting = findSetting(integration.platform, key))
        return applyPlatformSetting(context, integration, options, *setting, value.trimmed(), settings);
    return bad(key, Words::tr("There is no setting \"%1\".").arg(key));
}

QJsonObject settingsToJson(const Integration &integration, const QList<StoredOption> &options)
{
    QJsonObject object = integration.settings.toJson();
    object.remove("extra"_L1);
    for (const OptionList list : tickedLists) {
        QJsonArray names;
        bool isThere = false;
        for (const StoredOption &option : options) {
            isThere = isThere || option.list == list;
            if (option.list == list && option.isSyncing)
                names.append(option.name);
        }
        if (isThere)
            object.insert(optionListKey(list), names);
    }
    for (const PlatformSetting &setting : platformSettings(integration.platform)) {
        if (setting.kind == PlatformSetting::Kind::Switch) {
            object.insert(setting.key, integration.settings.isOn(setting.key));
            continue;
        }
        const SettingChoice choice = integration.settings.choice(setting.key);
        object.insert(setting.key, choice.name.isEmpty() ? choice.id : choice.name);
    }
    return object;
}

Result<QList<StoredOption>> storedOptions(Context &context, IntegrationId id)
{
    const OptionStore store(context.database());
    return store.remote(id);
}

Result<void> changeSettings(Context &context, const Integration &integration, const QStringList &words)
{
    const Result<QList<StoredOption>> options = storedOptions(context, integration.id);
    if (!options)
        return fail(options.error());
    SettingsChange change {.settings = integration.settings};
    for (const QString &word : words) {
        if (const Result<void> applied = applySetting(context, integration, change, *options, word); !applied)
            return applied;
    }
    return wait(context.engine().applySettings(integration.id, change));
}

/** What is in the file; empty where no file is named. */
Result<QByteArray> fileNamed(const QString &path)
{
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return bad(u"ca-file"_s, Words::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    return file.readAll();
}

ExitCode add(Context &context, const QStringList &words)
{
    const Result<Arguments> arguments = parseArguments(
        words, {QCommandLineOption(u"name"_s, {}, u"name"_s), QCommandLineOption(u"url"_s, {}, u"url"_s),
                QCommandLineOption(u"set"_s, {}, u"key=value"_s), QCommandLineOption(u"ca-file"_s, {}, u"file"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    const QString word = arguments->words.value(0);
    const auto platform = platformFromName(word);
    if (!word.isEmpty() && !platform)
        return context.output().usage(Words::tr("There is no platform \"%1\".").arg(word));
    const QString url = arguments->options.value(u"url"_s, platform ? commonAddress(*platform) : QString());
    if (arguments->words.size() != 1 || !arguments->has(u"name"_s) || url.isEmpty())
        return context.output().usage(Words::tr("integration add PLATFORM --name NAME --url URL (--secret-stdin | --secret-env VAR) [--ca-file FILE]"));
    const Result<Credentials> credentials = context.credentials();
    if (!credentials)
        return context.output().fail(credentials.error());
    const Result<QByteArray> authorities = fileNamed(arguments->options.value(u"ca-file"_s));
    if (!authorities)
        return context.output().fail(authorities.error());
    const ConnectionDetails details {.platform = *platform,
                                     .name = arguments->options.value(u"name"_s),
                                     .url = url,
                                     .credentials = *credentials,
                                     .authorities = *authorities};
    const Result<IntegrationId> id = wait(context.engine().addIntegration(details));
    if (!id)
        return context.output().fail(id.error());
    const Result<Integration> integration = context.integration(details.name.trimmed());
    if (!integration)
        return context.output().fail(integration.error());
    const QStringList settings = arguments->options.value(u"set"_s).split(u'\n', Qt::SkipEmptyParts);
    if (!settings.isEmpty()) {
        if (const Result<void> changed = changeSettings(context, *integration, settings); !changed)
            return context.output().fail(changed.error());
    }
    context.output().note(context.secrets().place());
    context.output().line({{u"id"_s, *id}, {u"name"_s, integration->name}, {u"platform"_s, platformName(*platform)}},
                          Words::tr("Connected \"%1\".").arg(integration->name));
    return ExitCode::Done;
}

ExitCode list(Context &context, const QString &onlyName)
{
    const Result<QList<IntegrationStatus>> all = wait(context.engine().integrations());
    if (!all)
        return context.output().fail(all.error());
    for (const IntegrationStatus &status : *all) {
        if (onlyName.isEmpty() || status.integration.name == onlyName)
            context.output().line(toJson(status), toText(status));
    }
    return ExitCode::Done;
}

ExitCode settings(Context &context, const Integration &integration, const QStringList &words)
{
    if (!words.isEmpty()) {
        if (const Result<void> changed = changeSettings(context, integration, words); !changed)
            return context.output().fail(changed.error());
    }
    const Result<Integration> now = context.integration(integration.name);
    const Result<QList<StoredOption>> options = storedOptions(context, integration.id);
    if (!now || !options)
        return context.output().fail(now ? options.error() : now.error());
    const QJsonObject object = settingsToJson(*now, *options);
    QStringList lines;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        QStringList names;
        for (const QJsonValue &value : it.value().toArray())
            names.append(value.toString());
        lines.append(u"%1=%2"_s.arg(it.key(), it.value().isArray() ? names.join(u',') : it.value().toVariant().toString()));
    }
    context.output().line(object, lines.join(u'\n'));
    return ExitCode::Done;
}

ExitCode types(Context &context, const Integration &integration)
{
    const Result<QList<StoredOption>> options = storedOptions(context, integration.id);
    if (!options)
        return context.output().fail(options.error());
    for (const StoredOption &option : *options) {
        context.output().line({{u"list"_s, optionListName(option.list)},
                               {u"id"_s, option.remoteId},
                               {u"name"_s, option.name},
                               {u"active"_s, option.isActive},
                               {u"sync"_s, option.isSyncing}},
                              u"%1  %2  %3  %4"_s.arg(optionListName(option.list), option.remoteId, option.name,
                                                      option.isSyncing ? Words::tr("syncs") : QString()));
    }
    return ExitCode::Done;
}

ExitCode test(Context &context, const Integration &integration)
{
    const Result<void> read = wait(context.engine().refreshLists(integration.id));
    if (!read)
        return context.output().fail(read.error());
    context.output().line({{u"name"_s, integration.name}, {u"ok"_s, true}, {u"url"_s, integration.baseUrl}},
                          Words::tr("\"%1\" answers and accepts the credentials.").arg(integration.name));
    return ExitCode::Done;
}

ExitCode report(Context &context, const Result<void> &done, const QString &name, const QString &text)
{
    if (!done)
        return context.output().fail(done.error());
    context.output().line({{u"name"_s, name}, {u"ok"_s, true}}, text);
    return ExitCode::Done;
}

} // namespace

ExitCode runIntegration(Context &context, const QStringList &words)
{
    const QString verb = words.value(0);
    if (verb == "add"_L1 && words.value(1) == "directory"_L1)
        return addDirectory(context, words.mid(2));
    if (verb == "add"_L1)
        return add(context, words.mid(1));
    if (verb == "list"_L1) {
        const Result<void> understood = refuseExtraWords(words, 1);
        if (!understood)
            return context.output().fail(understood.error());
        const ExitCode listed = list(context, {});
        return listed == ExitCode::Done ? listDirectories(context) : listed;
    }
    const QStringList known {u"show"_s, u"settings"_s, u"types"_s, u"fields"_s, u"test"_s, u"pause"_s, u"resume"_s, u"disconnect"_s};
    if (!known.contains(verb) || words.size() < 2)
        return context.output().usage(Words::tr("integration add|list|show|settings|types|fields|test|pause|resume|disconnect"));
    if (const Result<void> understood = refuseExtraWords(words, 2); !understood && verb != "settings"_L1 && verb != "fields"_L1)
        return context.output().fail(understood.error());
    const Result<Integration> integration = context.integration(words.at(1));
    if (!integration) {
        const Result<Directory> directory = DirectoryStore(context.database()).byName(words.at(1));
        return directory ? runDirectory(context, verb, *directory, words.mid(2)) : context.output().fail(integration.error());
    }
    const QString name = integration->name;
    if (verb == "show"_L1)
        return list(context, name);
    if (verb == "settings"_L1)
        return settings(context, *integration, words.mid(2));
    if (verb == "types"_L1)
        return types(context, *integration);
    if (verb == "fields"_L1)
        return runFields(context, *integration, words.mid(2));
    if (verb == "test"_L1)
        return test(context, *integration);
    if (verb == "pause"_L1)
        return report(context, wait(context.engine().setPaused(integration->id, true)), name, Words::tr("Paused."));
    if (verb == "resume"_L1)
        return report(context, wait(context.engine().setPaused(integration->id, false)), name, Words::tr("Resumed."));
    return report(context, wait(context.engine().disconnectIntegration(integration->id)), name,
                  Words::tr("Disconnected. Its records are kept."));
}

} // namespace tandem
