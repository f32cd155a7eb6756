// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/editconnectiondialog.h"

#include "ui/application.h"
#include "ui/integrations/connectionform.h"
#include "ui/whendone.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

EditConnectionDialog::EditConnectionDialog(Application &application, const Integration &integration,
                                           QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_id(integration.id)
    , m_form(new ConnectionForm(application, ConnectionForm::Use::Stored, this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(u"editConnectionDialog"_s);
    setWindowTitle(tr("Edit Connection – %1").arg(integration.name));

    auto *intro = new QLabel(tr("The records stay linked to %1. Keys that you leave blank stay as they are.")
                                 .arg(platformTitle(integration.platform)),
                             this);
    intro->setWordWrap(true);
    m_form->setPlatform(integration.platform);
    m_form->setStored(integration);

    m_progress->setObjectName(u"saveProgress"_s);
    m_progress->setAccessibleName(tr("Testing and saving the connection"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(160);
    m_progress->hide();
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_buttons->setObjectName(u"buttonBox"_s);
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancelConnectionButton"_s);
    m_buttons->button(QDialogButtonBox::Save)->setObjectName(u"saveConnectionButton"_s);
    m_buttons->button(QDialogButtonBox::Save)->setText(tr("Test and &Save"));

    auto *foot = new QHBoxLayout;
    foot->addWidget(m_progress);
    foot->addStretch(1);
    foot->addWidget(m_buttons);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(intro);
    column->addSpacing(8);
    column->addWidget(m_form, 1);
    column->addLayout(foot);

    connect(m_buttons, &QDialogButtonBox::accepted, this, &EditConnectionDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(560, sizeHint().height());
}

void EditConnectionDialog::save()
{
    if (!m_form->check())
        return;
    const ConnectionDetails details = m_form->details();
    const QList<IntegrationStatus> integrations = m_application.integrations();
    for (const IntegrationStatus &status : integrations) {
        if (status.integration.id != m_id
            && status.integration.name.compare(details.name, Qt::CaseInsensitive) == 0) {
            m_form->showError({.code = ErrorCode::BadInput,
                               .message = tr("Another integration has this name. Choose a different one."),
                               .field = u"name"_s});
            return;
        }
    }
    showBusy(true);
    whenDone(m_application.engine().editConnection(m_id, details), this, [this](const Result<void> &result) {
        showBusy(false);
        if (result) {
            m_application.refreshIntegrations();
            accept();
        } else {
            m_form->showError(result.error());
        }
    });
}

void EditConnectionDialog::showBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_form->setReadOnly(busy);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(!busy);
}

} // namespace tandem
