// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/typesdialog.h"

#include "store/recordreader.h"
#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/optionusemodel.h"
#include "ui/integrations/syncsettingsdialog.h"
#include "ui/whendone.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowtable.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array offeredLists{OptionList::OrganizationType,  OptionList::OrganizationStatus,
                                  OptionList::ConfigurationType, OptionList::ConfigurationStatus,
                                  OptionList::ContactType,       OptionList::Classification,
                                  OptionList::EmailType,         OptionList::PhoneType};

} // namespace

TypesDialog::TypesDialog(Application &application, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_list(new QComboBox(this))
    , m_filter(new QLineEdit(this))
    , m_explanation(new QLabel(this))
    , m_message(new MessageBar(this))
    , m_model(new OptionUseModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new RowTable(this))
    , m_empty(new EmptyState(this))
    , m_settings(new QPushButton(this))
    , m_refresh(new QTimer(this))
{
    setObjectName(u"typesDialog"_s);
    setWindowTitle(tr("Types and Statuses"));
    m_list->setObjectName(u"typesListCombo"_s);
    for (const OptionList list : offeredLists)
        m_list->addItem(optionListTitle(list), int(list));
    auto *listLabel = new QLabel(tr("&List:"), this);
    listLabel->setBuddy(m_list);
    m_filter->setObjectName(u"typesFilterEdit"_s);
    m_filter->setPlaceholderText(tr("Filter…"));
    m_filter->setAccessibleName(tr("Filter of the values"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(240);
    m_explanation->setObjectName(u"typesExplanation"_s);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_message->setObjectName(u"typesMessage"_s);
    makeTable();
    m_empty->setObjectName(u"typesEmpty"_s);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(u"buttonBox"_s);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_settings->setObjectName(u"typesSettingsButton"_s);
    m_settings->setIcon(actionIcon(u"settings"_s));
    m_settings->setText(tr("&Sync Settings…"));
    m_settings->setToolTip(tr("Chooses which values sync"));
    m_settings->setAutoDefault(false);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(listLabel);
    head->addWidget(m_list);
    head->addStretch(1);
    head->addWidget(m_filter, 2);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_settings);
    foot->addWidget(buttons, 1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_explanation);
    column->addWidget(m_message);
    column->addWidget(m_pages, 1);
    column->addLayout(foot);

    m_refresh->setSingleShot(true);
    m_refresh->setInterval(1s);
    const auto noteChange = [this] {
        if (!m_refresh->isActive())
            m_refresh->start();
    };
    auto *refreshAction = new QAction(tr("Refresh"), this);
    refreshAction->setObjectName(u"refreshTypesAction"_s);
    refreshAction->setShortcut(QKeySequence::Refresh);
    addAction(refreshAction);
    connect(refreshAction, &QAction::triggered, this, &TypesDialog::reload);
    connect(m_refresh, &QTimer::timeout, this, &TypesDialog::reload);
    connect(&m_application.engine(), &SyncEngine::recordsChanged, m_refresh, noteChange);
    connect(&m_application.engine(), &SyncEngine::recordSetChanged, m_refresh, noteChange);
    connect(m_list, &QComboBox::currentIndexChanged, this, &TypesDialog::reload);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered->setFilterFixedString(text.trimmed());
        showUses();
    });
    connect(m_filter, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_settings, &QPushButton::clicked, this, [this] {
        const QList<IntegrationStatus> all = m_application.integrations();
        if (all.size() == 1)
            openSettings(all.constFirst().integration.id);
    });
    connect(&m_application, &Application::integrationsChanged, this, &TypesDialog::makeSettingsMenu);

    resize(720, 520);
    restoreGeometry(m_application.settings().value("typesDialog/geometry"_L1).toByteArray());
    makeSettingsMenu();
    reload();
    m_table->setFocus();
}

TypesDialog::~TypesDialog()
{
    m_application.settings().setValue("typesDialog/geometry"_L1, saveGeometry());
}

void TypesDialog::makeTable()
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterKeyColumn(OptionUseModel::NameColumn);
    m_filtered->setSortRole(OptionUseModel::SortRole);
    m_filtered->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setSortLocaleAware(true);
    m_table->setObjectName(u"typesTable"_s);
    m_table->setAccessibleName(tr("Values and whether they sync"));
    m_table->setModel(m_filtered);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setMinimumSectionSize(72);
    m_table->horizontalHeader()->setSortIndicator(OptionUseModel::NameColumn, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
}

OptionList TypesDialog::list() const
{
    return OptionList(m_list->currentData().toInt());
}

void TypesDialog::showList(OptionList list)
{
    m_list->setCurrentIndex(qMax(0, m_list->findData(int(list))));
}

void TypesDialog::reload()
{
    const int request = ++m_request;
    const OptionList wanted = list();
    whenDone(m_application.reader().optionUses(wanted), this,
             [this, request, wanted](const Result<QList<OptionUse>> &uses) {
                 if (request != m_request)
                     return;
                 if (!uses) {
                     m_message->showText(MessageBar::Tone::Error,
                                         tr("The values cannot be read. %1").arg(errorText(uses.error())));
                     return;
                 }
                 m_message->hide();
                 QList<Integration> integrations;
                 for (const IntegrationStatus &status : m_application.integrations())
                     integrations += status.integration;
                 const QString current = m_table->currentIndex().siblingAtColumn(0).data().toString();
                 m_model->setUses(wanted, *uses, integrations);
                 QHeaderView *header = m_table->horizontalHeader();
                 header->setSectionResizeMode(QHeaderView::Interactive);
                 header->setSectionResizeMode(OptionUseModel::NameColumn, QHeaderView::Stretch);
                 const int words = m_table->fontMetrics().horizontalAdvance(tr("Not connected")) + 40;
                 for (int column = OptionUseModel::FirstIntegrationColumn; column < m_model->columnCount();
                      ++column) {
                     const int least = column == m_model->recordsColumn() ? 88 : qMax(words, 120);
                     header->resizeSection(column, qBound(least, header->sectionSizeHint(column), 240));
                 }
                 const QModelIndexList same =
                     m_filtered->match(m_filtered->index(0, 0), Qt::DisplayRole, current, 1,
                                       Qt::MatchExactly | Qt::MatchCaseSensitive);
                 if (!current.isEmpty() && !same.isEmpty())
                     m_table->setCurrentIndex(same.constFirst());
                 showUses();
             });
}

void TypesDialog::showUses()
{
    const bool hasTicks = OptionUseModel::hasTicks(list());
    m_explanation->setText(
        hasTicks ? tr("Enabled values are ticked in Sync Settings; records with a disabled one do "
                      "not sync. Make new values in the PSA: they come in with the next sync.")
                 : tr("These values are not ticked in Sync Settings: records can use all that the "
                      "PSA has. Make new values in the PSA: they come in with the next sync."));
    if (m_model->rowCount() == 0)
        m_empty->show(
            actionIcon(u"sync"_s), tr("This list is empty"),
            tr("Connect a PSA or start a sync, and its values come in. Values that you type in a record are "
               "listed here too."),
            {});
    else if (m_filtered->rowCount() == 0)
        m_empty->show(actionIcon(u"search"_s), tr("No value matches"), tr("Change the filter or clear it."),
                      {});
    m_pages->setCurrentWidget(m_filtered->rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_table);
}

void TypesDialog::makeSettingsMenu()
{
    const QList<IntegrationStatus> all = m_application.integrations();
    QStringList names;
    for (const IntegrationStatus &status : all)
        names += u"%1 %2"_s.arg(QString::number(status.integration.id), status.integration.name);
    // While a sync runs this is heard of often, and a menu that is open must stay.
    if (names == m_settingsOf && !names.isEmpty())
        return;
    m_settingsOf = names;
    m_settings->setEnabled(!all.isEmpty());
    QMenu *before = m_settings->menu();
    if (all.size() > 1) {
        auto *menu = new QMenu(m_settings);
        menu->setObjectName(u"typesSettingsMenu"_s);
        for (const IntegrationStatus &status : all) {
            const IntegrationId id = status.integration.id;
            QAction *action = menu->addAction(QString(status.integration.name).replace(u'&', u"&&"_s));
            action->setObjectName(u"settingsOf%1"_s.arg(id));
            connect(action, &QAction::triggered, this, [this, id] { openSettings(id); });
        }
        m_settings->setMenu(menu);
    } else {
        m_settings->setMenu(nullptr);
    }
    if (before)
        before->deleteLater();
}

void TypesDialog::openSettings(IntegrationId id)
{
    const std::optional<IntegrationStatus> status = m_application.integration(id);
    if (!status)
        return;
    auto *dialog = new SyncSettingsDialog(m_application, status->integration, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->showField(optionListKey(list()));
    connect(dialog, &QDialog::accepted, this, &TypesDialog::reload);
    dialog->open();
}

} // namespace tandem
