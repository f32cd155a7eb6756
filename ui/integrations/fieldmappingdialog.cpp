// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/fieldmappingdialog.h"

#include "ui/application.h"
#include "ui/integrations/fieldmapmodel.h"
#include "ui/integrations/integrationwords.h"
#include "ui/widgets/rowtable.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

QTableView *tableOf(FieldMapModel *model, AssetKind kind)
{
    auto *table = new RowTable;
    table->setObjectName(widgetName(kindName(kind), u"MapTable"_s));
    table->setAccessibleName(kindTitlePlural(kind));
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
{
    setObjectName(u"fieldMappingDialog"_s);
    setWindowTitle(tr("Field Mapping – %1").arg(integration.name));

    const QString psa = platformTitle(integration.platform);
    auto *intro = new QLabel(
        tr("These fields travel between Tandem and %1. A field that is not listed stays in Tandem.").arg(psa),
        this);
    intro->setObjectName(u"introLabel"_s);
    intro->setWordWrap(true);

    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(u"kindTabs"_s);
    tabs->setAccessibleName(tr("Kinds of records"));
    if (const Result<FieldMap> map = FieldMap::load(integration.platform)) {
        for (const AssetKind kind : allKinds) {
            auto *model = new FieldMapModel(*map, kind, this);
            tabs->addTab(tableOf(model, kind), kindTitlePlural(kind));
        }
    } else {
        intro->setText(tr("The field mapping of %1 cannot be read. %2").arg(psa, map.error().message));
        tabs->hide();
    }

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(u"buttonBox"_s);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addWidget(tabs, 1);
    column->addWidget(buttons);

    resize(800, 560);
    restoreGeometry(m_application.settings().value("fieldMappingDialog/geometry"_L1).toByteArray());
}

FieldMappingDialog::~FieldMappingDialog()
{
    m_application.settings().setValue("fieldMappingDialog/geometry"_L1, saveGeometry());
}

} // namespace tandem
