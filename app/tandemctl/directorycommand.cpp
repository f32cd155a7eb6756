// SPDX-License-Identifier: GPL-3.0-or-later
#include "directorycommand.h"

#include "sources/directory/ldapfilter.h"
#include "store/directorystore.h"
#include "store/recordstore.h"
#include "sync/secretstore.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QUrl>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

tl::unexpected<Error> bad(const QString &field, const QString &message)
{
    return fail(Error{.code = ErrorCode::BadInput, .message = message, .field = field});
}

QString urlOf(const Directory &directory)
{
    const QString scheme = directory.security == DirectorySecurity::Ldaps ? u"ldaps"_s : u"ldap"_s;
    const QString host = directory.server.contains(u':') ? u'[' + directory.server + u']' : directory.server;
    return u"%1://%2:%3"_s.arg(scheme, host).arg(directory.usedPort());
}

/** ldaps:// is TLS at once, and ldap:// is StartTLS, since a password never goes without. */
Result<void> readUrl(const QString &text, Directory &directory)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isLdaps = url.scheme() == "ldaps"_L1;
    const bool isKnown = isLdaps || url.scheme() == "ldap"_L1;
    if (!url.isValid() || !isKnown || url.host().isEmpty())
        return bad(u"url"_s,
                   Words::tr("The address of a directory is ldaps://SERVER, or ldap://SERVER for StartTLS."));
    directory.server = url.host();
    directory.port = url.port(0);
    directory.security = isLdaps ? DirectorySecurity::Ldaps : DirectorySecurity::StartTls;
    return {};
}

Result<RecordId> organizationNamed(Context &context, const QString &text)
{
    const RecordStore store(context.database());
    bool isNumber = false;
    const RecordId id = text.toLongLong(&isNumber);
    if (isNumber)
        return id;
    const Result<QList<RecordId>> found = store.findByName(AssetKind::Organization, 0, text);
    if (!found)
        return fail(found.error());
    if (found->isEmpty())
        return bad(u"organization"_s, Words::tr("There is no organization called \"%1\".").arg(text));
    if (found->size() > 1)
        return bad(u"organization"_s,
                   Words::tr("Several organizations are called \"%1\". Give its number.").arg(text));
    return found->constFirst();
}

/** One `key=value`. */
Result<void> applySetting(Context &context, const QString &word, Directory &directory)
{
    const qsizetype equals = word.indexOf(u'=');
    if (equals <= 0)
        return fail(ErrorCode::Usage, Words::tr("\"%1\" is not key=value.").arg(word));
    const QString key = word.left(equals);
    const QString value = word.mid(equals + 1);
    if (key == "url"_L1)
        return readUrl(value, directory);
    if (key == "base_dn"_L1) {
        directory.baseDn = value;
    } else if (key == "filter"_L1) {
        directory.filter = value;
    } else if (key == "ca_file"_L1) {
        directory.caFile = value.isEmpty() ? QString() : QFileInfo(value).absoluteFilePath();
    } else if (key == "user_name"_L1) {
        directory.userName = value;
    } else if (key == "organization"_L1) {
        const Result<RecordId> organization = organizationNamed(context, value);
        if (!organization)
            return fail(organization.error());
        directory.organizationId = *organization;
    } else if (key == "bind"_L1) {
        const std::optional<DirectoryBind> bind = directoryBindFromName(value);
        if (!bind)
            return bad(key, Words::tr("bind is simple or kerberos."));
        directory.bind = *bind;
    } else if (key == "security"_L1) {
        const std::optional<DirectorySecurity> security = directorySecurityFromName(value);
        if (!security)
            return bad(key, Words::tr("security is ldaps, starttls or kerberos."));
        directory.security = *security;
    } else if (key == "create_disabled"_L1) {
        if (value != "true"_L1 && value != "false"_L1)
            return bad(key, Words::tr("%1 must be true or false.").arg(key));
        directory.createsDisabled = value == "true"_L1;
    } else if (key == "interval"_L1) {
        bool isNumber = false;
        directory.intervalMinutes = value.toInt(&isNumber);
        if (!isNumber || directory.intervalMinutes < 0 || directory.intervalMinutes > 24 * 60)
            return bad(key, Words::tr("interval is a number of minutes from 0 (only when asked) to 1440."));
    } else {
        return bad(key, Words::tr("There is no setting \"%1\".").arg(key));
    }
    return {};
}

QJsonObject settingsToJson(const Directory &directory)
{
    return {{u"url"_s, urlOf(directory)},
            {u"security"_s, directorySecurityName(directory.security)},
            {u"base_dn"_s, directory.baseDn},
            {u"bind"_s, directoryBindName(directory.bind)},
            {u"user_name"_s, directory.userName},
            {u"filter"_s, directory.filter},
            {u"organization"_s, directory.organizationId},
            {u"ca_file"_s, directory.caFile},
            {u"create_disabled"_s, directory.createsDisabled},
            {u"interval"_s, directory.intervalMinutes}};
}

QJsonObject statusToJson(const DirectoryStatus &status)
{
    const auto moment = [](const QDateTime &at) {
        return at.isValid() ? QJsonValue(toIsoUtc(at)) : QJsonValue();
    };
    const Directory &directory = status.directory;
    return {{u"name"_s, directory.name},
            {u"platform"_s, u"directory"_s},
            {u"url"_s, urlOf(directory)},
            {u"organization"_s, directory.organizationId},
            {u"organization_name"_s, status.organizationName},
            {u"state"_s, integrationStateName(status.state)},
            {u"message"_s, status.message},
            {u"last_sync"_s, moment(directory.lastSyncAt)},
            {u"last_full_sync"_s, moment(directory.lastFullSyncAt)},
            {u"next_sync"_s, moment(status.nextSyncAt)},
            {u"contacts"_s, status.contacts},
            {u"paused"_s, directory.isPaused}};
}

ExitCode show(Context &context, DirectoryId only)
{
    const std::unique_ptr<DirectoryService> service = directoryService(context);
    const Result<QList<DirectoryStatus>> statuses = wait(service->statuses());
    if (!statuses)
        return context.output().fail(statuses.error());
    for (const DirectoryStatus &status : *statuses) {
        if (only != 0 && status.directory.id != only)
            continue;
        context.output().line(
            statusToJson(status),
            Words::tr("%1 [Directory] %2, %n contact(s) of %3", nullptr, int(status.contacts))
                .arg(status.directory.name, integrationStateTitle(status.state), status.organizationName));
    }
    return ExitCode::Done;
}

/** Signs in and looks for users; prints up to ten of them. */
ExitCode test(Context &context, const Directory &directory, const SecretString &password)
{
    const std::unique_ptr<DirectoryService> service = directoryService(context);
    const Result<DirectoryTest> tested = wait(service->test(directory, password));
    if (!tested)
        return context.output().fail(tested.error());
    for (const DirectoryUser &user : tested->users) {
        context.output().line({{u"name"_s, user.name()},
                               {u"account"_s, user.account},
                               {u"email"_s, user.person.email},
                               {u"status"_s, accountStatusName(user.status)}},
                              u"%1  %2  %3"_s.arg(user.name(), user.account, user.person.email));
    }
    context.output().line({{u"name"_s, directory.name}, {u"ok"_s, true}, {u"found"_s, tested->users.size()}},
                          tested->users.isEmpty()
                              ? Words::tr("The directory accepts the sign-in, but the filter finds nobody.")
                              : Words::tr("The directory accepts the sign-in, and the filter finds users."));
    return ExitCode::Done;
}

ExitCode settings(Context &context, const Directory &known, const QStringList &words)
{
    Directory directory = known;
    for (const QString &word : words) {
        if (const Result<void> applied = applySetting(context, word, directory); !applied)
            return context.output().fail(applied.error());
    }
    if (!words.isEmpty()) {
        const Result<DirectoryId> stored = wait(context.engine().storeDirectory(directory, {}));
        if (!stored)
            return context.output().fail(stored.error());
    }
    const QJsonObject object = settingsToJson(directory);
    QStringList lines;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        lines.append(u"%1=%2"_s.arg(it.key(), it.value().toVariant().toString()));
    context.output().line(object, lines.join(u'\n'));
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

std::unique_ptr<DirectoryService> directoryService(Context &context, bool runsScheduler)
{
    return std::make_unique<DirectoryService>(
        context.engine(),
        DirectoryOptions{.databasePath = context.options().databasePath, .runsScheduler = runsScheduler});
}

ExitCode addDirectory(Context &context, const QStringList &words)
{
    const Result<Arguments> arguments = parseArguments(words,
                                                       {QCommandLineOption(u"name"_s, {}, u"name"_s),
                                                        QCommandLineOption(u"url"_s, {}, u"url"_s),
                                                        QCommandLineOption(u"set"_s, {}, u"key=value"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    if (const Result<void> understood = refuseExtraWords(arguments->words, 0); !understood)
        return context.output().fail(understood.error());
    if (!arguments->has(u"name"_s) || !arguments->has(u"url"_s)) {
        return context.output().usage(
            Words::tr("integration add directory --name NAME --url ldaps://SERVER --set base_dn=… "
                      "--set organization=… (--secret-stdin | --secret-env VAR)"));
    }
    Directory directory{.name = arguments->options.value(u"name"_s)};
    if (const Result<void> read = readUrl(arguments->options.value(u"url"_s), directory); !read)
        return context.output().fail(read.error());
    for (const QString &word : arguments->options.value(u"set"_s).split(u'\n', Qt::SkipEmptyParts)) {
        if (const Result<void> applied = applySetting(context, word, directory); !applied)
            return context.output().fail(applied.error());
    }
    SecretString password;
    if (directory.bind == DirectoryBind::Simple) {
        const Result<Credentials> credentials = context.credentials();
        if (!credentials)
            return context.output().fail(credentials.error());
        password = credentials->value(u"password"_s);
        if (credentials->contains(u"user_name"_s))
            directory.userName = QString::fromUtf8(credentials->value(u"user_name"_s).reveal());
    }
    const std::unique_ptr<DirectoryService> service = directoryService(context);
    if (directory.baseDn.isEmpty() || directory.filter.isEmpty()) {
        const Result<LdapRoot> root = wait(service->readRoot(directory, password));
        if (!root)
            return context.output().fail(root.error());
        if (directory.baseDn.isEmpty())
            directory.baseDn = root->baseDns.value(0);
        if (directory.baseDn.isEmpty()) {
            return context.output().fail(
                {.code = ErrorCode::BadInput,
                 .message = Words::tr("The server tells no base DN. Give it with --set base_dn=…"),
                 .field = u"base_dn"_s});
        }
        if (directory.filter.isEmpty())
            directory.filter = root->isActiveDirectory ? activeDirectoryUserFilter() : plainUserFilter();
    }
    const Result<DirectoryTest> tested = wait(service->test(directory, password));
    if (!tested)
        return context.output().fail(tested.error());
    const Result<DirectoryId> id = wait(context.engine().storeDirectory(directory, password));
    if (!id)
        return context.output().fail(id.error());
    context.output().note(context.secrets().place());
    context.output().line({{u"id"_s, *id},
                           {u"name"_s, directory.name},
                           {u"platform"_s, u"directory"_s},
                           {u"base_dn"_s, directory.baseDn},
                           {u"filter"_s, directory.filter}},
                          Words::tr("Connected \"%1\".").arg(directory.name));
    return ExitCode::Done;
}

ExitCode listDirectories(Context &context)
{
    return show(context, 0);
}

ExitCode runDirectory(Context &context, const QString &verb, const Directory &directory,
                      const QStringList &words)
{
    if (verb == "show"_L1)
        return show(context, directory.id);
    if (verb == "settings"_L1)
        return settings(context, directory, words);
    if (verb == "test"_L1)
        return test(context, directory, {});
    if (verb == "pause"_L1 || verb == "resume"_L1) {
        const bool paused = verb == "pause"_L1;
        return report(context, wait(context.engine().setDirectoryPaused(directory.id, paused)),
                      directory.name, paused ? Words::tr("Paused.") : Words::tr("Resumed."));
    }
    if (verb == "disconnect"_L1) {
        return report(context, wait(context.engine().removeDirectory(directory.id)), directory.name,
                      Words::tr("Removed. Its contacts are kept."));
    }
    return context.output().usage(Words::tr("A directory has no lists of types and statuses."));
}

} // namespace tandem
