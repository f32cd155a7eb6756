// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/record.h"

#include <QDialog>
#include <QMap>

class QLineEdit;
class QPushButton;

namespace tandem {

/** What is to be deleted for good, told before (rule G1). */
struct DeletionPlan {
    Platform platform = Platform::ConnectWise;
    qint64 total = 0;
    QMap<AssetKind, qint64> counts; ///< of each kind; may be known in part only
    qint64 waiting = 0; ///< of them, those with an edit that the PSA never got
    QString folder; ///< where the backup goes
};

/** Says what is lost and where the backup goes, and is accepted only once the count has been typed. */
class DeleteRecordsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeleteRecordsDialog)
public:
    explicit DeleteRecordsDialog(const DeletionPlan &plan, QWidget *parent = nullptr);
    ~DeleteRecordsDialog() override;

private:
    void takeTyped(const QString &text);

    qint64 m_total;
    QLineEdit *m_typed;
    QPushButton *m_delete = nullptr;
};

} // namespace tandem
