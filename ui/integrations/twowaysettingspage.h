// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "rules/syncsettings.h"
#include "store/integration.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;

namespace tandem {

class NoticeLabel;

/** The tab "Two-Way Sync Settings": whether and how edits travel to the PSA (rule B2). */
class TwoWaySettingsPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TwoWaySettingsPage)
public:
    explicit TwoWaySettingsPage(Platform platform, QWidget *parent = nullptr);

    /** Fills the email and phone types; what is chosen stays chosen, also when the PSA no longer has it. */
    void setOptions(const QList<StoredOption> &options);
    void setSettings(const SyncSettings &settings);
    /** Writes what this tab is about into `settings`. */
    void collect(SyncSettings *settings) const;
    /** What speaks against writing to this tenant; empty: nothing. */
    void showWarning(const QString &text);
    /** "two_way", "email_type", "phone_type", "conflict" or "push_directory_contacts". */
    void focusField(const QString &field);

Q_SIGNALS:
    void edited();

private:
    void fillTypes(QComboBox *box, OptionList list);
    void choose(QComboBox *box, const QString &name);
    void showConsequences();

    Platform m_platform;
    QList<StoredOption> m_options;
    QCheckBox *m_twoWay;
    NoticeLabel *m_warning;
    QWidget *m_details; ///< what only matters while two-way sync is on
    QComboBox *m_emailType;
    QComboBox *m_phoneType;
    NoticeLabel *m_emailNotice;
    NoticeLabel *m_phoneNotice;
    QButtonGroup *m_conflict;
    QCheckBox *m_directoryContacts;
};

} // namespace tandem
