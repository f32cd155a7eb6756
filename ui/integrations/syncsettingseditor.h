// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/optionlist.h"
#include "store/integration.h"
#include "sync/syncengine.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;
class QTimer;

namespace tandem {

class Application;
class MessageBar;
class PullSettingsPage;
class TwoWaySettingsPage;

/**
 * Both tabs of Sync Settings with one save (rules B1 to B5): reads the lists, counts what a change would do
 * while it is made, and stores it. A dialog or a page of the wizard goes around it and also places the
 * `effectBar`.
 */
class SyncSettingsEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncSettingsEditor)
public:
    SyncSettingsEditor(Application &application, IntegrationId id, Platform platform,
                       QWidget *parent = nullptr);

    /** "This change: 214 records become syncable · 31 become orphaned [Show…]". */
    [[nodiscard]] QWidget *effectBar() const;
    /** Whether there is something to save yet; `save` does nothing before. */
    [[nodiscard]] bool isLoaded() const;
    [[nodiscard]] bool isChanged() const;
    /** Ends in `saved` (at once when nothing was changed) or `saveStopped`. */
    void save();

    /** Opens the tab of the list, ticks the value and goes to it; waits for the lists when they are not read
     * yet. */
    void highlight(OptionList list, const QString &remoteId);
    /** Goes to a setting by its key in `SyncSettings::toJson`, on whichever tab it is. */
    void showField(const QString &field);

Q_SIGNALS:
    void loaded();
    void edited();
    void saveStarted();
    void saved();
    /** The settings were not stored; the window says why, or the person decided against it. */
    void saveStopped();

private:
    enum class Effect : quint8 {
        None, ///< nothing is changed
        Counting, ///< to be counted, or being counted
        Known,
        Failed,
    };

    void load();
    void takeOptions(const QList<StoredOption> &options);
    void refreshLists();
    void takeEdit();
    void askForChoices(const QString &key, const QString &search);
    void countEffect();
    void showEffect();
    void askAndApply();
    void apply();
    void goToPending();
    [[nodiscard]] SettingsChange change() const;

    Application &m_application;
    IntegrationId m_id;
    QTabWidget *m_tabs;
    PullSettingsPage *m_pull;
    TwoWaySettingsPage *m_twoWay;
    MessageBar *m_message;
    QWidget *m_effectBar = nullptr;
    QLabel *m_effectLabel = nullptr;
    QPushButton *m_effectShow = nullptr;
    QTimer *m_debounce;

    SettingsChange m_stored; ///< as the database has it
    QList<StoredOption> m_options;
    QSet<QString> m_knownValues; ///< "list/remote id" of the values shown so far
    bool m_isLoaded = false;
    bool m_isFilling = false;
    bool m_isSaving = false;
    bool m_savesWhenCounted = false; ///< Save was pressed before the effect was known
    Effect m_effectState = Effect::None;
    SettingsEffect m_effect;
    int m_count = 0; ///< only the answer to the newest count matters
    QString m_pendingField;
    std::optional<std::pair<OptionList, QString>> m_pendingValue;
};

} // namespace tandem
