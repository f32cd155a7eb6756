// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

#include "core/optionlist.h"
#include "core/platform.h"

namespace tandem {

/** Who wins when both sides changed a field (rule B2). */
enum class ConflictPolicy : quint8 {
    PsaWins,
    TandemWins,
    Ask,
};

[[nodiscard]] QString conflictPolicyName(ConflictPolicy policy); ///< "psa", "tandem", "ask"
[[nodiscard]] std::optional<ConflictPolicy> conflictPolicyFromName(const QString &name);

/** A value of the PSA that a person chose in Sync Settings; the name is for showing it while the PSA is out of reach. */
struct SettingChoice {
    QString id; ///< empty: nothing is chosen
    QString name;

    bool operator==(const SettingChoice &) const = default;
};

/** One thing that Sync Settings ask for on one platform only (rule B1); its value is in `SyncSettings::extra`. */
struct PlatformSetting {
    enum class Kind : quint8 {
        Text,   ///< a text
        Value,  ///< a value of `list`
        Search, ///< a value that the PSA is asked for live, see `PsaClient::settingChoices`
        Switch, ///< on is the text "true", off is blank
    };
    QString key;   ///< "default_phone"
    QString label; ///< translated
    QString help;  ///< translated, one sentence: what it is for
    Kind kind = Kind::Text;
    std::optional<OptionList> list = {};
    int maxLength = 0; ///< characters; 0: no limit known
};

/** The two tabs of Sync Settings (rules B1, B2), without the check lists, which live with the PSA's values. */
struct SyncSettings {
    bool twoWay = false;
    bool contacts = true;
    bool locations = true;
    int intervalMinutes = 5;
    QString emailType; ///< name of a PSA email type; empty: not chosen (rule B3)
    QString phoneType;
    ConflictPolicy conflict = ConflictPolicy::PsaWins;
    bool pushDirectoryContacts = false;
    QJsonObject extra; ///< what only one platform asks for, by key: texts, and choices as {"id", "name"}

    bool operator==(const SyncSettings &) const = default;

    /** The text, or the id of the choice, under this key of `extra`; empty: none. */
    [[nodiscard]] QString extraValue(const QString &key) const;
    [[nodiscard]] bool isOn(const QString &key) const; ///< of a switch
    [[nodiscard]] SettingChoice choice(const QString &key) const;
    /** A choice without an id takes the key away. */
    void setChoice(const QString &key, const SettingChoice &choice);
    void setText(const QString &key, const QString &text);
    void setOn(const QString &key, bool isOn);

    [[nodiscard]] QJsonObject toJson() const;
    /** Missing keys keep their defaults. */
    [[nodiscard]] static SyncSettings fromJson(const QJsonObject &object);
};

/** Which of the PSA's values are set to sync, by list: remote ids. */
using EnabledValues = QHash<OptionList, QSet<QString>>;

/** What Sync Settings ask for on this platform besides, in the order of the form; none on most. */
[[nodiscard]] QList<PlatformSetting> platformSettings(Platform platform);
/** Nothing when the platform does not ask for it. */
[[nodiscard]] std::optional<PlatformSetting> findSetting(Platform platform, const QString &key);

/** Key of the setting that gives the PSA's tables of values other names than the map; see `tableNamesFrom`. */
[[nodiscard]] QString tableNamesKey();
/**
 * What a person typed there, such as "email_type=Email Types, business_type=Industry": names by list or setting.
 * Nothing when it is not written like that.
 */
[[nodiscard]] std::optional<QHash<QString, QString>> tableNamesFrom(const QString &text);

/** Why settings are not to be saved as they are (rule B4). */
struct SettingProblem {
    QString key;
    QString text; ///< translated sentence with the way out
};
/**
 * What is wrong with what only this platform asks for; blank is never wrong here, since what the PSA requires is a
 * gate of its own (rule C4c). `active`: the remote ids a person may choose from, by list; a list that is absent was
 * not read and is not judged by.
 */
[[nodiscard]] QList<SettingProblem> problemsWith(Platform platform, const SyncSettings &settings,
                                                 const EnabledValues &active);

} // namespace tandem
