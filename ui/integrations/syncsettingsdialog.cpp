// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/syncsettingsdialog.h"

#include "ui/application.h"
#include "ui/integrations/syncsettingseditor.h"
#include "ui/widgets/messagebox.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

SyncSettingsDialog::SyncSettingsDialog(Application &application, const Integration &integration,
                                       QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_editor(new SyncSettingsEditor(application, integration.id, integration.platform, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"syncSettingsDialog"_s);
    setWindowTitle(tr("Sync Settings – %1").arg(integration.name));
    m_buttons->setObjectName(u"buttonBox"_s);
    QPushButton *save = m_buttons->button(QDialogButtonBox::Save);
    save->setObjectName(u"saveSettingsButton"_s);
    save->setDefault(true);
    save->setEnabled(false);
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancelSettingsButton"_s);
    auto *saveKey = new QShortcut(QKeySequence::Save, this);

    auto *foot = new QHBoxLayout;
    foot->addWidget(m_editor->effectBar(), 1);
    foot->addSpacing(8);
    foot->addWidget(m_buttons);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_editor, 1);
    column->addLayout(foot);

    connect(m_buttons, &QDialogButtonBox::accepted, m_editor, &SyncSettingsEditor::save);
    connect(saveKey, &QShortcut::activated, m_editor, &SyncSettingsEditor::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SyncSettingsDialog::reject);
    connect(m_editor, &SyncSettingsEditor::loaded, save, [save] { save->setEnabled(true); });
    connect(m_editor, &SyncSettingsEditor::saveStarted, this, [this] { m_buttons->setEnabled(false); });
    connect(m_editor, &SyncSettingsEditor::saveStopped, this, [this] { m_buttons->setEnabled(true); });
    connect(m_editor, &SyncSettingsEditor::saved, this, &SyncSettingsDialog::accept);

    resize(880, 640);
    restoreGeometry(m_application.settings().value("syncSettingsDialog/geometry"_L1).toByteArray());
}

SyncSettingsDialog::~SyncSettingsDialog()
{
    m_application.settings().setValue("syncSettingsDialog/geometry"_L1, saveGeometry());
}

void SyncSettingsDialog::highlight(OptionList list, const QString &remoteId)
{
    m_editor->highlight(list, remoteId);
}

void SyncSettingsDialog::showTwoWayTab(const QString &field)
{
    m_editor->showField(field);
}

void SyncSettingsDialog::showField(const QString &field)
{
    m_editor->showField(field);
}

void SyncSettingsDialog::reject()
{
    if (!m_editor->isChanged()) {
        QDialog::reject();
        return;
    }
    MessageBox::show(this,
                     {.icon = QMessageBox::Question,
                      .title = windowTitle(),
                      .text = tr("Discard the changes to these settings?"),
                      .acceptText = tr("Discard")},
                     [this](bool discarded) {
                         if (discarded)
                             QDialog::reject();
                     });
}

} // namespace tandem
