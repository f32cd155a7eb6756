// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/addcustomfielddialog.h"

#include "ui/application.h"
#include "ui/integrations/fieldmapmodel.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/whendone.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

AddCustomFieldDialog::AddCustomFieldDialog(Application &application, const Integration &integration,
                                           AssetKind kind, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_integration(integration)
    , m_kind(kind)
    , m_remote(new QComboBox(this))
    , m_label(new QLineEdit(this))
    , m_direction(new QComboBox(this))
    , m_progress(new QProgressBar(this))
    , m_notice(new NoticeLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"addCustomFieldDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add Custom Field – %1").arg(kindTitlePlural(kind)));
    const QString psa = platformTitle(integration.platform);

    auto *intro =
        new QLabel(tr("The next sync reads the field of every record. Where both sides have a value and they "
                      "differ, Sync Settings decide which one stays."),
                   this);
    intro->setWordWrap(true);
    m_remote->setObjectName(u"remoteCombo"_s);
    m_remote->setAccessibleName(tr("Field in %1").arg(psa));
    m_label->setObjectName(u"labelEdit"_s);
    m_label->setAccessibleName(tr("Label in Tandem"));
    m_direction->setObjectName(u"directionCombo"_s);
    m_direction->setAccessibleName(tr("Travels"));
    for (const Direction direction : {Direction::Both, Direction::In, Direction::Out})
        m_direction->addItem(directionText(direction, psa), QVariant::fromValue(int(direction)));
    m_progress->setObjectName(u"askProgress"_s);
    m_progress->setAccessibleName(tr("Asking %1").arg(psa));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_notice->setObjectName(u"addNotice"_s);
    m_buttons->setObjectName(u"buttonBox"_s);
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(u"addFieldButton"_s);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Add"));
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancelButton"_s);

    auto *form = new QFormLayout;
    form->addRow(tr("&Field in %1:").arg(psa), m_remote);
    form->addRow(tr("&Label in Tandem:"), m_label);
    form->addRow(tr("&Travels:"), m_direction);
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addLayout(form);
    column->addWidget(m_progress);
    column->addWidget(m_notice);
    column->addStretch(1);
    column->addWidget(m_buttons);

    connect(m_remote, &QComboBox::currentIndexChanged, this, &AddCustomFieldDialog::takeChoice);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &AddCustomFieldDialog::add);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(520, 300);
    ask();
}

void AddCustomFieldDialog::ask()
{
    showBusy(true);
    whenDone(m_application.engine().customFields(m_integration.id, m_kind), this,
             [this](const Result<QList<TenantField>> &fields) {
                 showBusy(false);
                 if (fields)
                     offer(*fields);
                 else
                     m_notice->say(NoticeLabel::Kind::Error, errorText(fields.error()));
             });
}

/** Those that Tandem can hold and that are not mapped yet. */
void AddCustomFieldDialog::offer(const QList<TenantField> &fields)
{
    m_fields = fields;
    m_fields.removeIf([this](const TenantField &field) {
        return !field.fieldType()
            || std::ranges::any_of(m_integration.customFields, [&](const CustomMapping &each) {
                   return each.kind == m_kind && each.tenant.remote == field.remote;
               });
    });
    for (const TenantField &field : std::as_const(m_fields)) {
        m_remote->addItem(
            tr("%1 (%2)", "a field and what it holds").arg(field.title, tenantFieldTypeTitle(field.type)));
    }
    if (m_fields.isEmpty()) {
        m_notice->say(NoticeLabel::Kind::Info,
                      tr("%1 has no further custom field for %2 that Tandem could map.")
                          .arg(platformTitle(m_integration.platform), kindTitlePlural(m_kind)));
    }
    showBusy(false);
    m_remote->setFocus();
}

/** The PSA's name is the label, until a person types another. */
void AddCustomFieldDialog::takeChoice()
{
    const int index = m_remote->currentIndex();
    if (index < 0 || index >= m_fields.size())
        return;
    const TenantField &field = m_fields.at(index);
    if (!m_label->isModified())
        m_label->setText(field.title);
    if (field.isReadOnly)
        m_direction->setCurrentIndex(m_direction->findData(int(Direction::In)));
    m_direction->setEnabled(!field.isReadOnly);
}

void AddCustomFieldDialog::add()
{
    m_notice->clear();
    if (m_label->text().trimmed().isEmpty()) {
        m_notice->say(NoticeLabel::Kind::Error, tr("Give the field a label."));
        m_label->setFocus();
        return;
    }
    const CustomFieldRequest request{.kind = m_kind,
                                     .remote = m_fields.at(m_remote->currentIndex()).remote,
                                     .label = m_label->text(),
                                     .direction = Direction(m_direction->currentData().toInt()),
                                     .person = m_application.person()};
    showBusy(true);
    whenDone(
        m_application.engine().addCustomField(m_integration.id, request), this,
        [this](const Result<CustomMapping> &added) {
            showBusy(false);
            if (added) {
                m_application.refreshIntegrations();
                accept();
                return;
            }
            m_notice->say(NoticeLabel::Kind::Error, errorText(added.error()));
            (added.error().field == "remote"_L1 ? static_cast<QWidget *>(m_remote) : m_label)->setFocus();
        });
}

void AddCustomFieldDialog::showBusy(bool busy)
{
    m_progress->setVisible(busy);
    for (QWidget *each : {static_cast<QWidget *>(m_remote), static_cast<QWidget *>(m_label)})
        each->setEnabled(!busy && !m_fields.isEmpty());
    m_direction->setEnabled(!busy && !m_fields.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!busy && !m_fields.isEmpty());
    if (!busy)
        takeChoice();
}

} // namespace tandem
