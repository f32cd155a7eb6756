// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/syncsettings.h"

#include <QTimer>
#include <QWidget>

namespace tandem {

class FieldCombo;

/**
 * Chooses the value of a `PlatformSetting` by typing a part of its name. The choices of the kind Search are
 * asked of the PSA while a person types: `wanted` asks, `offer` answers. The kind Value is given all of them
 * once.
 */
class SettingPicker final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingPicker)
public:
    explicit SettingPicker(const PlatformSetting &setting, QWidget *parent = nullptr);
    ~SettingPicker() override;

    /** Without an id nothing is chosen. */
    [[nodiscard]] SettingChoice choice() const;
    void setChoice(const SettingChoice &choice);
    /** What is wrong with what was typed; empty: nothing. */
    [[nodiscard]] QString problem() const;
    /** Offers these; what is typed or chosen stays as it is. */
    void offer(const QList<SettingChoice> &choices);

Q_SIGNALS:
    void edited();
    void wanted(const QString &search);

private:
    [[nodiscard]] QString typed() const;
    void ask(const QString &search);

    const bool m_isAsked;
    FieldCombo *m_combo;
    QTimer m_typing;
    SettingChoice m_choice; ///< counts as long as its name is what the field shows
};

} // namespace tandem
