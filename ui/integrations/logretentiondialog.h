// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QLabel;
class QSpinBox;

namespace tandem {

/** How long lines of the log are kept (rule G2). */
class LogRetentionDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogRetentionDialog)
public:
    /** `days` as RecordReader::logDays: 0 is for ever. */
    explicit LogRetentionDialog(int days, QWidget *parent = nullptr);
    ~LogRetentionDialog() override;

    [[nodiscard]] int days() const;

private:
    void explain();

    int m_before;
    QSpinBox *m_days;
    QCheckBox *m_forEver;
    QLabel *m_explanation;
};

} // namespace tandem
