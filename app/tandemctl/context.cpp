// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"

#include "store/profile.h"
#include "sync/secretstore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Tandemctl)
};

} // namespace

bool Arguments::has(const QString &option) const
{
    return options.contains(option);
}

Result<Arguments> parseArguments(const QStringList &words, const QList<QCommandLineOption> &known)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions(known);
    if (!parser.parse(QStringList {u"tandemctl"_s} + words))
        return fail(ErrorCode::Usage, parser.errorText());
    Arguments arguments {.words = parser.positionalArguments()};
    for (const QCommandLineOption &option : known) {
        const QString name = option.names().constFirst();
        if (!parser.isSet(name))
            continue;
        const QStringList values = parser.values(name);
        arguments.options.insert(name, values.isEmpty() ? QString() : values.join(u'\n'));
    }
    return arguments;
}

Result<void> refuseExtraWords(const QStringList &words, qsizetype understood)
{
    if (words.size() <= understood)
        return {};
    return fail(ErrorCode::Usage, Words::tr("\"%1\" is not understood here.").arg(words.at(understood)));
}

Context::Context(GlobalOptions options, bool runsScheduler)
    : m_options(std::move(options))
    , m_output(m_options.isJson)
    , m_secrets(systemSecretStore(m_options.profileFolder))
    , m_engine(std::make_unique<SyncEngine>(EngineOptions {
          .databasePath = m_options.databasePath, .secrets = m_secrets, .runsScheduler = runsScheduler}))
{
}

Context::~Context() = default;

Result<void> Context::open()
{
    if (const Result<void> prepared = prepareProfileFolder(m_options.profileFolder); !prepared)
        return prepared;
    if (const Result<void> started = wait(m_engine->start()); !started)
        return started;
    Result<std::unique_ptr<Database>> database = Database::open(m_options.databasePath, Database::Mode::ReadOnly);
    if (!database)
        return fail(database.error());
    m_database = std::move(*database);
    return {};
}

const GlobalOptions &Context::options() const
{
    return m_options;
}

const Output &Context::output() const
{
    return m_output;
}

SyncEngine &Context::engine()
{
    return *m_engine;
}

Database &Context::database()
{
    return *m_database;
}

SecretStore &Context::secrets()
{
    return *m_secrets;
}

Result<Integration> Context::integration(const QString &name)
{
    const IntegrationStore store(*m_database);
    const Result<Integration> found = store.byName(name);
    if (found || found.error().code != ErrorCode::NotFound)
        return found;
    return fail(ErrorCode::NotFound, Words::tr("There is no integration called \"%1\". See: tandemctl integration list").arg(name));
}

Result<Credentials> Context::credentials() const
{
    QByteArray text;
    if (m_options.secretFromStdin) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return fail(ErrorCode::BadInput, Words::tr("The credentials could not be read from standard input."));
        text = input.readAll();
    } else if (!m_options.secretEnvironment.isEmpty()) {
        text = qgetenv(m_options.secretEnvironment.toUtf8().constData());
    } else {
        return fail(ErrorCode::Usage, Words::tr("Give the credentials with --secret-stdin or --secret-env."));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject() || document.object().isEmpty())
        return fail(ErrorCode::BadInput, Words::tr("The credentials are not one JSON object."));
    Credentials credentials;
    const QJsonObject object = document.object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (!it.value().isString())
            return fail(ErrorCode::BadInput, Words::tr("The credential \"%1\" is not a text.").arg(it.key()));
        credentials.insert(it.key(), SecretString(it.value().toString()));
    }
    return credentials;
}

QString Context::person() const
{
    return qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME", u"tandemctl"_s));
}

} // namespace tandem
