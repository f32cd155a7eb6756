// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/affectedrecordsdialog.h"

#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

AffectedRecordsDialog::AffectedRecordsDialog(Application &application, const SettingsEffect &effect,
                                             QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_tabs(new QTabWidget(this))
{
    setObjectName(u"affectedRecordsDialog"_s);
    setWindowTitle(tr("Records This Change Concerns"));
    m_tabs->setObjectName(u"effectTabs"_s);

    addTab(u"syncable"_s, tr("Become syncable"),
           tr("These records sync from now on. None is pushed before somebody edits it."),
           effect.becomeSyncable, effect.syncable);
    addTab(u"orphaned"_s, tr("Become orphaned"),
           tr("These records no longer sync. They are kept in Tandem and in the PSA."), effect.becomeOrphaned,
           effect.orphaned);
    if (effect.becomeSyncable == 0)
        m_tabs->setCurrentIndex(1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(u"buttonBox"_s);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tabs, 1);
    column->addWidget(buttons);

    resize(760, 480);
    restoreGeometry(m_application.settings().value("affectedRecordsDialog/geometry"_L1).toByteArray());
}

AffectedRecordsDialog::~AffectedRecordsDialog()
{
    m_application.settings().setValue("affectedRecordsDialog/geometry"_L1, saveGeometry());
}

void AffectedRecordsDialog::addTab(const QString &name, const QString &title, const QString &sentence,
                                   qint64 count, const QList<RecordId> &ids)
{
    auto *page = new QWidget;
    auto *explanation = new QLabel(sentence, page);
    explanation->setWordWrap(true);
    auto *list = new QTreeWidget(page);
    list->setObjectName(name + u"Records"_s);
    list->setAccessibleName(title);
    list->setHeaderLabels({tr("Name"), tr("Kind"), tr("Organization"), tr("Type"), tr("Status")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAlternatingRowColors(true);
    list->header()->setStretchLastSection(true);
    list->header()->resizeSection(0, 200);
    for (const int section : {1, 2, 3})
        list->header()->resizeSection(section, 128);
    auto *note = new QLabel(page);
    note->setObjectName(name + u"Note"_s);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    note->setVisible(count > ids.size());
    const QLocale locale;
    note->setText(
        tr("The first %1 of %2 are shown.").arg(locale.toString(ids.size()), locale.toString(count)));

    auto *column = new QVBoxLayout(page);
    column->addWidget(explanation);
    column->addWidget(list, 1);
    column->addWidget(note);
    const int tab =
        m_tabs->addTab(page, tr("%1 (%2)", "a heading and a count").arg(title, locale.toString(count)));
    m_tabs->setTabEnabled(tab, count > 0);
    if (ids.isEmpty())
        return;

    // A lane of its own for each of the two, or the second request would take the place of the first.
    const int lane = 7100 + m_tabs->count();
    whenDone(m_application.reader().rows(ids, lane), list,
             [list, note](const Result<QList<RecordRow>> &rows) {
                 if (!rows) {
                     note->setText(errorText(rows.error()));
                     note->show();
                     return;
                 }
                 QList<QTreeWidgetItem *> items;
                 items.reserve(rows->size());
                 for (const RecordRow &row : *rows) {
                     const QString kind = kindName(row.kind);
                     items += new QTreeWidgetItem({row.name, kindTitle(row.kind), row.organizationName,
                                                   row.cells.value(kind + u"_type"_s).toString(),
                                                   row.cells.value(kind + u"_status"_s).toString()});
                     items.constLast()->setIcon(0, kindIcon(row.kind));
                 }
                 list->addTopLevelItems(items);
             });
}

} // namespace tandem
