// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/directory/directoryservice.h"
#include "store/recordreader.h"
#include "sync/secretstore.h"
#include "sync/syncengine.h"

#include <QList>
#include <QObject>
#include <QSettings>
#include <QString>

#include <memory>
#include <optional>

namespace tandem {

class LocalApi;

struct ApplicationOptions {
    QString profileFolder; ///< made when it is not there
    std::shared_ptr<SecretStore> secrets = {}; ///< null: the system's keychain, else a vault in the profile
    std::shared_ptr<Clock> clock = {}; ///< null: the system's
    PsaClientFactory clients = {}; ///< empty: the real ones
    bool runsScheduler = true; ///< false: nothing syncs but what is asked for (tests, screenshots)
};

/**
 * What every window needs: the engine, the reader, the settings of the profile, and the integrations as they
 * are now. Lives in the GUI thread and outlives all windows.
 */
class Application final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Application)
public:
    explicit Application(ApplicationOptions options, QObject *parent = nullptr);
    ~Application() override;

    /**
     * Opens the database; ends in `started` or `startFailed`. Call it before any window is made, and again
     * after a failure, which lets go of the database.
     */
    void start();

    [[nodiscard]] SyncEngine &engine();
    /** Only after `started`. */
    [[nodiscard]] RecordReader &reader();
    /** Only after `started`. */
    [[nodiscard]] LocalApi &localApi();
    /** Who edits; goes into the history. A setting of the profile, at first the name of the signed-in user.
     */
    [[nodiscard]] QString person() const;
    void setPerson(const QString &name);
    [[nodiscard]] QString profileFolder() const;
    [[nodiscard]] QString databasePath() const;
    /** Windows keep geometry and the like here; a file in the profile. */
    [[nodiscard]] QSettings &settings();

    /** The latest status of each integration, by name; disconnected ones are left out. */
    [[nodiscard]] QList<IntegrationStatus> integrations() const;
    [[nodiscard]] std::optional<IntegrationStatus> integration(IntegrationId id) const;
    /** Asks the engine again, for callers that have just added or removed one. */
    void refreshIntegrations();

    /** Talks to directories; only after `started`. */
    [[nodiscard]] DirectoryService &directories();
    /** The latest status of each directory, by name. */
    [[nodiscard]] QList<DirectoryStatus> directoryStatuses() const;
    void refreshDirectories();

Q_SIGNALS:
    void started();
    void startFailed(const tandem::Error &error);
    /** An integration came, went or changed its state; at most every 200 ms while one runs. */
    void integrationsChanged();
    /** A directory came, went or changed its state. */
    void directoriesChanged();

private:
    void makeEngine();
    void giveUp(const Error &error);
    void takeStatus(const IntegrationStatus &status);

    ApplicationOptions m_options;
    QSettings m_settings;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<RecordReader> m_reader;
    std::unique_ptr<DirectoryService> m_directories; ///< ends before the engine
    QList<IntegrationStatus> m_integrations;
    std::unique_ptr<LocalApi> m_localApi; ///< uses the engine, so it goes first
    QList<DirectoryStatus> m_directoryStatuses;
    bool m_isAskingDirectories = false;
    bool m_asksDirectoriesAgain = false;
};

} // namespace tandem
