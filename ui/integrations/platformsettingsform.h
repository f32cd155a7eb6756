// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "rules/syncsettings.h"
#include "store/integration.h"

#include <QGroupBox>
#include <QList>

class QCheckBox;
class QLineEdit;

namespace tandem {

class NoticeLabel;
class SettingPicker;

/** What only one platform asks for in Sync Settings (rule B1): a field for each of its `platformSettings`. */
class PlatformSettingsForm final : public QGroupBox {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlatformSettingsForm)
public:
    explicit PlatformSettingsForm(Platform platform, QWidget *parent = nullptr);

    /** What follows from what is not chosen yet; whoever shows the form places it where a line has room. */
    [[nodiscard]] QWidget *consequence() const;
    /** The platform asks for nothing, so there is nothing to show. */
    [[nodiscard]] bool isEmpty() const;
    void setOptions(const QList<StoredOption> &options);
    void setSettings(const SyncSettings &settings);
    void collect(SyncSettings *settings) const;
    /** Says what was typed and is no choice, beside its field; answers the first such key, or nothing. */
    [[nodiscard]] QString check();
    void showProblem(const QString &key, const QString &text);

    /** The answer to `choicesWanted`; only the one to the latest question is taken. */
    void offer(const QString &key, const QString &search, const Result<QList<SettingChoice>> &found);
    /** nullptr when the setting is not here. */
    [[nodiscard]] QWidget *widgetOf(const QString &key) const;

Q_SIGNALS:
    void edited();
    /** What a PSA has for a setting of the kind Search, for a part of its name. */
    void choicesWanted(const QString &key, const QString &search);

private:
    struct Row {
        PlatformSetting setting;
        QLineEdit *text = nullptr; ///< for the kind Text
        SettingPicker *picker = nullptr; ///< for what is chosen
        QCheckBox *check = nullptr; ///< for the kind Switch
        NoticeLabel *notice = nullptr;
        QString search = {}; ///< that was asked for last

        [[nodiscard]] bool isBlank() const;
    };

    void addRow(const PlatformSetting &setting);
    void addSwitch(Row row);
    void takeEdit(const QString &key);
    void showConsequences();
    [[nodiscard]] Row *find(const QString &key);

    const Platform m_platform;
    QList<Row> m_rows;
    NoticeLabel *m_consequence;
};

} // namespace tandem
