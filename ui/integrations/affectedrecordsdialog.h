// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"

#include <QDialog>

class QTabWidget;

namespace tandem {

class Application;

/** The records that a change of settings would make syncable or orphaned (rule B4). */
class AffectedRecordsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AffectedRecordsDialog)
public:
    AffectedRecordsDialog(Application &application, const SettingsEffect &effect, QWidget *parent = nullptr);
    ~AffectedRecordsDialog() override;

private:
    void addTab(const QString &name, const QString &title, const QString &sentence, qint64 count,
                const QList<RecordId> &ids);

    Application &m_application;
    QTabWidget *m_tabs;
};

} // namespace tandem
