// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicommand.h"

#include "stopsignal.h"

#include "api/apiserver.h"
#include "core/clock.h"
#include "store/apikeystore.h"

#include <QCoreApplication>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

QJsonValue momentOrNull(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(toIsoUtc(moment)) : QJsonValue();
}

ExitCode serve(Context &context, const QStringList &words)
{
    const Result<Arguments> arguments = parseArguments(words, {QCommandLineOption(u"port"_s, {}, u"N"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    if (const Result<void> understood = refuseExtraWords(arguments->words, 0); !understood)
        return context.output().fail(understood.error());
    ApiServerOptions options{.databasePath = context.options().databasePath};
    if (arguments->has(u"port"_s)) {
        bool isNumber = false;
        const int port = arguments->options.value(u"port"_s).toInt(&isNumber);
        if (!isNumber || port < 0 || port > 65535)
            return context.output().usage(
                Words::tr("--port takes a number from 0 to 65535; 0 is any free one."));
        options.port = quint16(port);
    }
    StopSignal stop;
    if (const Result<void> watched = stop.watch(); !watched)
        return context.output().fail(watched.error());
    ApiServer server(context.engine(), options);
    const Result<QString> address = wait(server.start());
    if (!address)
        return context.output().fail(address.error());
    // Scripts read this line whatever else they asked for.
    Output(true).line({{u"url"_s, *address}}, {});
    context.output().note(Words::tr("Serving the local API at %1. Stop with SIGTERM.").arg(*address));
    stop.wait();
    return ExitCode::Done;
}

ExitCode createKey(Context &context, const QStringList &words)
{
    const Result<Arguments> arguments = parseArguments(words, {QCommandLineOption(u"role"_s, {}, u"ROLE"_s)});
    if (!arguments)
        return context.output().fail(arguments.error());
    if (arguments->words.size() != 1)
        return context.output().usage(Words::tr("Name the key, such as: api key create \"Backup script\""));
    Role role = Role::Editor;
    if (arguments->has(u"role"_s)) {
        const std::optional<Role> named = roleFromName(arguments->options.value(u"role"_s).toLower());
        if (!named)
            return context.output().usage(
                Words::tr("--role is administrator, manager, editor, creator or lite."));
        role = *named;
    }
    const QString name = arguments->words.constFirst();
    const Result<NewApiKey> made = wait(context.engine().createApiKey(name, role, context.person()));
    if (!made)
        return context.output().fail(made.error());
    const QString key = QString::fromLatin1(made->key.reveal());
    context.output().line(
        {{u"id"_s, made->id}, {u"name"_s, name}, {u"role"_s, roleName(role)}, {u"key"_s, key}}, key);
    context.output().note(Words::tr("Keep the key now: it is not shown again."));
    return ExitCode::Done;
}

ExitCode listKeys(Context &context, const QStringList &words)
{
    if (const Result<void> understood = refuseExtraWords(words, 0); !understood)
        return context.output().fail(understood.error());
    const Result<QList<ApiKey>> keys = ApiKeyStore(context.database()).all();
    if (!keys)
        return context.output().fail(keys.error());
    for (const ApiKey &key : *keys) {
        const QString state = key.revokedAt.isValid() ? Words::tr("revoked") : Words::tr("in use");
        context.output().line({{u"id"_s, key.id},
                               {u"name"_s, key.name},
                               {u"role"_s, roleName(key.role)},
                               {u"created_at"_s, momentOrNull(key.createdAt)},
                               {u"created_by"_s, key.createdBy},
                               {u"last_used_at"_s, momentOrNull(key.lastUsedAt)},
                               {u"revoked_at"_s, momentOrNull(key.revokedAt)}},
                              u"%1  %2  %3"_s.arg(key.name, roleTitle(key.role), state));
    }
    return ExitCode::Done;
}

ExitCode revokeKey(Context &context, const QStringList &words)
{
    if (words.size() != 1)
        return context.output().usage(Words::tr("Name the key, such as: api key revoke \"Backup script\""));
    const Result<std::optional<ApiKey>> key = ApiKeyStore(context.database()).byName(words.constFirst());
    if (!key)
        return context.output().fail(key.error());
    if (!*key) {
        return context.output().fail(
            {.code = ErrorCode::NotFound,
             .message = Words::tr("There is no API key \"%1\" in use. See: tandemctl api key list")
                            .arg(words.constFirst())});
    }
    const Result<void> revoked = wait(context.engine().revokeApiKey((*key)->id));
    if (!revoked)
        return context.output().fail(revoked.error());
    context.output().line({{u"id"_s, (*key)->id}, {u"name"_s, (*key)->name}, {u"revoked"_s, true}},
                          Words::tr("\"%1\" is revoked.").arg((*key)->name));
    return ExitCode::Done;
}

} // namespace

ExitCode runApi(Context &context, const QStringList &words)
{
    if (words.value(0) == "serve"_L1)
        return serve(context, words.mid(1));
    if (words.value(0) == "key"_L1 && words.value(1) == "create"_L1)
        return createKey(context, words.mid(2));
    if (words.value(0) == "key"_L1 && words.value(1) == "list"_L1)
        return listKeys(context, words.mid(2));
    if (words.value(0) == "key"_L1 && words.value(1) == "revoke"_L1)
        return revokeKey(context, words.mid(2));
    return context.output().usage(
        Words::tr("api serve, or api key create, list or revoke. See: tandemctl --help"));
}

} // namespace tandem
