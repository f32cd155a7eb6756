// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directory/editdirectorydialog.h"

#include "ui/application.h"
#include "ui/directory/directoryform.h"
#include "ui/whendone.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

EditDirectoryDialog::EditDirectoryDialog(Application &application, const DirectoryStatus &status,
                                         QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_form(new DirectoryForm(application, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"editDirectoryDialog"_s);
    setWindowTitle(tr("Edit Directory – %1").arg(status.directory.name));
    m_form->setDirectory(status.directory, status.organizationName);
    m_buttons->setObjectName(u"buttonBox"_s);
    QPushButton *save = m_buttons->button(QDialogButtonBox::Save);
    save->setObjectName(u"saveDirectoryButton"_s);
    save->setText(tr("Test and &Save"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_form, 1);
    column->addWidget(m_buttons);

    connect(m_buttons, &QDialogButtonBox::accepted, this, &EditDirectoryDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &DirectoryForm::edited, this, [this] { m_goesOn = false; });
    connect(m_form, &DirectoryForm::busyChanged, save, [this, save] { save->setEnabled(!m_form->isBusy()); });
    connect(m_form, &DirectoryForm::testFinished, this, [this](bool passed) {
        const bool goesOn = m_goesOn && passed;
        m_goesOn = false;
        if (goesOn)
            store();
    });
    resize(640, 560);
}

void EditDirectoryDialog::save()
{
    m_form->test();
    m_goesOn = m_form->isBusy();
}

void EditDirectoryDialog::store()
{
    whenDone(m_application.engine().storeDirectory(m_form->directory(), m_form->password()), this,
             [this](const Result<DirectoryId> &stored) {
                 if (!stored) {
                     m_form->showError(stored.error());
                     return;
                 }
                 m_application.refreshDirectories();
                 accept();
             });
}

} // namespace tandem
