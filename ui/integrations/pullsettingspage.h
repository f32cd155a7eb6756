// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/syncsettings.h"
#include "store/integration.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tandem {

class CheckList;
class NoticeLabel;
class PlatformSettingsForm;

/** The tab "Sync Settings": what is fetched from the PSA, and how often (rule B1). */
class PullSettingsPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PullSettingsPage)
public:
    explicit PullSettingsPage(Platform platform, QWidget *parent = nullptr);

    /** `enabled` are the ticks; lists the PSA has no values for are hidden. */
    void setOptions(const QList<StoredOption> &options, const EnabledValues &enabled);
    [[nodiscard]] EnabledValues enabledValues() const;
    void setSettings(const SyncSettings &settings);
    /** Writes what this tab is about into `settings`. */
    void collect(SyncSettings *settings) const;
    /** What only this platform asks for. */
    [[nodiscard]] PlatformSettingsForm &platformForm() const;

    void showListsRead(const QDateTime &atUtc);
    void showRefreshing(bool refreshing);
    /** The lists could not be read; those shown stay usable. */
    void showRefreshFailure(const QString &text);

    bool highlight(OptionList list, const QString &remoteId);
    /** Whether a setting is on this tab: "contacts", "locations", "interval", or one of the platform's own. */
    [[nodiscard]] bool hasField(const QString &field) const;
    void focusField(const QString &field);

Q_SIGNALS:
    void edited();
    void refreshRequested();

private:
    [[nodiscard]] QWidget *widgetOf(const QString &field) const;

    Platform m_platform;
    QList<CheckList *> m_lists;
    PlatformSettingsForm *m_form;
    QCheckBox *m_contacts = nullptr;
    QCheckBox *m_locations = nullptr;
    QComboBox *m_interval = nullptr;
    QPushButton *m_refresh = nullptr;
    QProgressBar *m_spinner;
    QLabel *m_listsRead;
    NoticeLabel *m_notice;
};

} // namespace tandem
