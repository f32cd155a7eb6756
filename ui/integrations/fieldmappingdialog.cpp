// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/fieldmappingdialog.h"

#include "core/field.h"
#include "ui/application.h"
#include "ui/integrations/addcustomfielddialog.h"
#include "ui/integrations/fieldmapmodel.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/whendone.h"
#include "ui/widgets/messagebox.h"
#include "ui/widgets/rowtable.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

QTableView *tableOf(FieldMapModel *model, AssetKind kind)
{
    auto *table = new RowTable;
    table->setObjectName(widgetName(kindName(kind), u"MapTable"_s));
    table->setAccessibleName(kindTitlePlural(kind));
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setModel(model);
    table->horizontalHeader()->setStretchLastSection(false);
    table->resizeColumnsToContents();
    for (int column = 0; column < FieldMapModel::ColumnCount; ++column)
        table->setColumnWidth(column, table->columnWidth(column) + 16);
    table->horizontalHeader()->setSectionResizeMode(FieldMapModel::NormalFormColumn, QHeaderView::Stretch);
    return table;
}

} // namespace

FieldMappingDialog::FieldMappingDialog(Application &application, const Integration &integration,
                                       QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_integration(integration)
    , m_tabs(new QTabWidget(this))
    , m_notice(new NoticeLabel(this))
    , m_add(new QPushButton(tr("&Add Custom Field…"), this))
    , m_remove(new QPushButton(tr("&Remove…"), this))
{
    setObjectName(u"fieldMappingDialog"_s);
    setWindowTitle(tr("Field Mapping – %1").arg(integration.name));

    const QString psa = platformTitle(integration.platform);
    auto *intro = new QLabel(
        tr("These fields travel between Tandem and %1. A field that is not listed stays in Tandem. "
           "Custom fields of your %1 can be added.")
            .arg(psa),
        this);
    intro->setObjectName(u"introLabel"_s);
    intro->setWordWrap(true);
    m_notice->setObjectName(u"mappingNotice"_s);
    m_tabs->setObjectName(u"kindTabs"_s);
    m_tabs->setAccessibleName(tr("Kinds of records"));
    if (integration.fieldMap()) {
        for (const AssetKind kind : allKinds)
            addTab(kind);
    } else {
        intro->setText(tr("The field mapping of %1 cannot be read.").arg(psa));
        m_tabs->hide();
        m_add->hide();
        m_remove->hide();
    }

    m_add->setObjectName(u"addCustomFieldButton"_s);
    m_remove->setObjectName(u"removeCustomFieldButton"_s);
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(u"buttonBox"_s);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &FieldMappingDialog::addCustomField);
    connect(m_remove, &QPushButton::clicked, this, &FieldMappingDialog::removeAfterAsking);
    connect(m_tabs, &QTabWidget::currentChanged, this, &FieldMappingDialog::showChoice);
    connect(&m_application, &Application::integrationsChanged, this, &FieldMappingDialog::refresh);

    auto *foot = new QHBoxLayout;
    foot->addWidget(m_add);
    foot->addWidget(m_remove);
    foot->addStretch(1);
    foot->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_notice);
    column->addLayout(foot);

    resize(860, 560);
    restoreGeometry(m_application.settings().value("fieldMappingDialog/geometry"_L1).toByteArray());
    showChoice();
}

FieldMappingDialog::~FieldMappingDialog()
{
    m_application.settings().setValue("fieldMappingDialog/geometry"_L1, saveGeometry());
}

void FieldMappingDialog::addTab(AssetKind kind)
{
    auto *model = new FieldMapModel(m_integration, kind, this);
    QTableView *table = tableOf(model, kind);
    m_models.at(size_t(kind)) = model;
    m_tables.at(size_t(kind)) = table;
    m_tabs->addTab(table, kindTitlePlural(kind));
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FieldMappingDialog::showChoice);
}

/** What was mapped, here or by another window, and what the last sync found gone. */
void FieldMappingDialog::refresh()
{
    const std::optional<IntegrationStatus> status = m_application.integration(m_integration.id);
    if (!status || status->integration.customFields == m_integration.customFields)
        return;
    const bool isMore = status->integration.customFields.size() > m_integration.customFields.size();
    m_integration = status->integration;
    for (FieldMapModel *model : m_models) {
        if (model)
            model->setIntegration(m_integration);
    }
    // A field that was added is the last row, which may be out of sight.
    if (QTableView *table = m_tables.at(size_t(currentKind())); table && isMore)
        table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 1, 0));
    showChoice();
}

AssetKind FieldMappingDialog::currentKind() const
{
    return allKinds.at(size_t(std::max(0, m_tabs->currentIndex())));
}

std::optional<CustomMapping> FieldMappingDialog::chosen() const
{
    const QTableView *table = m_tables.at(size_t(currentKind()));
    return table ? m_models.at(size_t(currentKind()))->customField(table->currentIndex()) : std::nullopt;
}

void FieldMappingDialog::showChoice()
{
    const std::optional<CustomMapping> custom = chosen();
    m_remove->setEnabled(custom.has_value());
    m_remove->setToolTip(custom ? QString() : tr("Choose a custom field; the other fields always travel."));
    if (custom && custom->isGone) {
        m_notice->say(NoticeLabel::Kind::Warning,
                      tr("%1 has no field “%2” that fits any more, so it does not travel; all other fields "
                         "do. Its values "
                         "stay in Tandem. Remove it, or add it again in %1.")
                          .arg(platformTitle(m_integration.platform), custom->tenant.title));
    } else {
        m_notice->clear();
    }
}

void FieldMappingDialog::addCustomField()
{
    auto *dialog = new AddCustomFieldDialog(m_application, m_integration, currentKind(), this);
    dialog->open();
}

void FieldMappingDialog::removeAfterAsking()
{
    const std::optional<CustomMapping> custom = chosen();
    if (!custom)
        return;
    const FieldDescription *field = findField(custom->kind, custom->field);
    const QString label = field ? field->labelText() : custom->field;
    const QString psa = platformTitle(m_integration.platform);
    const Message message{.title = tr("Remove Custom Field"),
                          .text = tr("Stop syncing “%1” with %2?").arg(label, psa),
                          .detail = tr("Its values stay in Tandem and in %1, but no longer change each "
                                       "other. To undo this, add “%2” again "
                                       "with the label “%3”.")
                                        .arg(psa, custom->tenant.title, label),
                          .acceptText = tr("&Remove")};
    MessageBox::show(this, message, [this, id = custom->field](bool isAccepted) {
        if (!isAccepted)
            return;
        whenDone(m_application.engine().removeCustomField(m_integration.id, id, m_application.person()), this,
                 [this](const Result<void> &removed) {
                     if (removed)
                         m_application.refreshIntegrations();
                     else
                         m_notice->say(NoticeLabel::Kind::Error, errorText(removed.error()));
                 });
    });
}

} // namespace tandem
