// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <optional>

#include "core/optionlist.h"

namespace tandem {

/** Who wins when both sides changed a field (rule B2). */
enum class ConflictPolicy : quint8 {
    PsaWins,
    TandemWins,
    Ask,
};

[[nodiscard]] QString conflictPolicyName(ConflictPolicy policy); ///< "psa", "tandem", "ask"
[[nodiscard]] std::optional<ConflictPolicy> conflictPolicyFromName(const QString &name);

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
    QJsonObject extra; ///< what only one platform asks for, by key

    bool operator==(const SyncSettings &) const = default;

    [[nodiscard]] QJsonObject toJson() const;
    /** Missing keys keep their defaults. */
    [[nodiscard]] static SyncSettings fromJson(const QJsonObject &object);
};

/** Which of the PSA's values are set to sync, by list: remote ids. */
using EnabledValues = QHash<OptionList, QSet<QString>>;

} // namespace tandem
