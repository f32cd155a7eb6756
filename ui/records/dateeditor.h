// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/fieldeditor.h"

class QAction;
class QLineEdit;

namespace tandem {

/** A date that can be blank: typed as 2026-01-31 or as the locale writes it, or picked from a calendar. */
class DateEditor final : public FieldEditor {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DateEditor)
public:
    DateEditor(const FieldDescription &field, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value, const QString &name) override;
    void setReadOnly(bool isReadOnly) override;
    [[nodiscard]] QString problem() const override;

private:
    [[nodiscard]] QDate date() const;
    void openCalendar();
    void showTidied();

    QLineEdit *m_edit;
    QAction *m_calendar;
};

} // namespace tandem
