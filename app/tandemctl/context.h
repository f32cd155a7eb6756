// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output.h"

#include "store/database.h"
#include "store/integrationstore.h"
#include "sync/syncengine.h"

#include <QCommandLineOption>
#include <QHash>
#include <QStringList>

#include <memory>

namespace tandem {

/** What was said before or between the words of a command. */
struct GlobalOptions {
    QString databasePath;
    QString profileFolder;
    bool isJson = false;
    bool secretFromStdin = false;
    QString secretEnvironment; ///< name of a variable
};

/** A command's own words and options, after `--json` and the like were taken out. */
struct Arguments {
    QStringList words;
    QHash<QString, QString> options; ///< by name; a flag has an empty value

    [[nodiscard]] bool has(const QString &option) const;
};

/** Takes the words apart; `Usage` for an option that is not in `known`. */
[[nodiscard]] Result<Arguments> parseArguments(const QStringList &words, const QList<QCommandLineOption> &known);

/** `Usage` when there are more words than a command understands. */
[[nodiscard]] Result<void> refuseExtraWords(const QStringList &words, qsizetype understood);

/** What every command works with: the engine, a connection to read with, and where to print. */
class Context final
{
    Q_DISABLE_COPY_MOVE(Context)
public:
    Context(GlobalOptions options, bool runsScheduler);
    ~Context();

    /** Opens the database; nothing else works before. */
    [[nodiscard]] Result<void> open();

    [[nodiscard]] const GlobalOptions &options() const;
    [[nodiscard]] const Output &output() const;
    [[nodiscard]] SyncEngine &engine();
    [[nodiscard]] Database &database();
    [[nodiscard]] SecretStore &secrets();
    [[nodiscard]] Result<Integration> integration(const QString &name);
    /** The JSON object of credentials from stdin or the environment. */
    [[nodiscard]] Result<Credentials> credentials() const;
    [[nodiscard]] QString person() const;

private:
    const GlobalOptions m_options;
    const Output m_output;
    std::shared_ptr<SecretStore> m_secrets;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<Database> m_database;
};

/** Blocks until the engine has answered. */
template<typename T>
[[nodiscard]] Result<T> wait(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace tandem
