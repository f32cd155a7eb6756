// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/decisionspage.h"

#include "store/recordreader.h"
#include "ui/application.h"
#include "ui/integrations/decisionform.h"
#include "ui/integrations/decisionmodel.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/jobbar.h"
#include "ui/whendone.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

DecisionsPage::DecisionsPage(Application &application, const Integration &integration, JobBar *bar,
                             QWidget *parent)
    : QWidget(parent)
    , m_application(application)
    , m_integration(integration)
    , m_bar(bar)
    , m_model(new DecisionModel(this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QTreeView(this))
    , m_withLeft(new QCheckBox(tr("Show those that were &left too"), this))
    , m_form(new DecisionForm(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_empty(new EmptyState(this))
{
    setObjectName(u"decisionsPage"_s);
    m_list->setObjectName(u"decisionList"_s);
    m_list->setAccessibleName(tr("Records that need a decision"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setHighlightSections(false);
    m_list->header()->setSectionResizeMode(DecisionModel::NameColumn, QHeaderView::Interactive);
    m_list->header()->setSectionResizeMode(DecisionModel::DetailColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(DecisionModel::FoundColumn, QHeaderView::ResizeToContents);
    m_list->header()->resizeSection(DecisionModel::NameColumn, 152);
    m_withLeft->setObjectName(u"showLeftCheck"_s);
    m_empty->setObjectName(u"decisionsEmpty"_s);
    m_empty->show(
        actionIcon(u"ok"_s), tr("Nothing needs a decision"),
        tr("When a sync finds several exact matches for one record, it links none of them and asks here."),
        {});

    m_pages->addWidget(m_splitter);
    m_pages->addWidget(m_empty);
    m_splitter->setObjectName(u"decisionSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(16);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_form);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({360, 480});
    m_splitter->restoreState(
        m_application.settings().value("manageDataDialog/decisionSplitter"_L1).toByteArray());

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_pages, 1);
    column->addWidget(m_withLeft);

    connect(m_withLeft, &QCheckBox::toggled, this, &DecisionsPage::reload);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DecisionsPage::showCurrent);
    connect(m_list, &QTreeView::activated, m_form, &DecisionForm::focusChoices);
    connect(m_form, &DecisionForm::applyWanted, this, &DecisionsPage::apply);
    connect(m_form, &DecisionForm::recordActivated, this, &DecisionsPage::recordActivated);
    setFocusProxy(m_list);
}

DecisionsPage::~DecisionsPage()
{
    m_application.settings().setValue("manageDataDialog/decisionSplitter"_L1, m_splitter->saveState());
}

void DecisionsPage::reload()
{
    const int request = ++m_request;
    whenDone(m_application.reader().decisions(m_integration.id, m_withLeft->isChecked()), this,
             [this, request](const Result<QList<MatchDecision>> &decisions) {
                 if (request != m_request)
                     return;
                 if (decisions)
                     take(*decisions);
                 else
                     m_bar->showResult(
                         MessageBar::Tone::Error,
                         tr("The decisions cannot be read. %1").arg(errorText(decisions.error())));
                 Q_EMIT loaded();
             });
}

void DecisionsPage::take(const QList<MatchDecision> &decisions)
{
    const int row = m_list->currentIndex().row();
    const qint64 current = currentId();
    m_model->setDecisions(decisions);
    m_pages->setCurrentWidget(decisions.isEmpty() ? static_cast<QWidget *>(m_empty) : m_splitter);

    int next = m_model->rowOf(m_wanted != 0 ? m_wanted : current);
    if (next < 0 && !decisions.isEmpty())
        next = qBound(0, row, int(decisions.size()) - 1);
    m_wanted = 0;
    if (next >= 0 && next != m_list->currentIndex().row())
        m_list->setCurrentIndex(m_model->index(next, 0));
    showCurrent();
    if (std::exchange(m_goesOn, false) && m_form->decision())
        m_form->focusChoices();
}

void DecisionsPage::select(qint64 decision)
{
    const int row = m_model->rowOf(decision);
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row, 0));
    else
        m_wanted = decision;
}

int DecisionsPage::openCount() const
{
    int count = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        count += m_model->decision(row).choice == MatchDecision::Choice::Open ? 1 : 0;
    return count;
}

qint64 DecisionsPage::currentId() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? m_model->decision(current.row()).id : 0;
}

void DecisionsPage::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    m_form->setDecision(current.isValid() ? std::optional(m_model->decision(current.row())) : std::nullopt);
}

void DecisionsPage::apply()
{
    const std::optional<MatchDecision> decision = m_form->decision();
    const std::optional<MatchChoice> choice = m_form->choice();
    if (!decision || !choice || m_isApplying)
        return;
    m_isApplying = true;
    m_form->setBusy(true);
    m_list->setEnabled(false);
    if (!m_bar->isRunning())
        m_bar->clear();
    const QString name = decision->name;
    // Of those that stay in the list, the next one is another line.
    const int row = m_list->currentIndex().row();
    const qint64 next = row + 1 < m_model->rowCount() ? m_model->decision(row + 1).id : 0;
    whenDone(m_application.engine().decideMatch(decision->id, *choice, m_application.person()), this,
             [this, name, next](const Result<void> &result) {
                 m_isApplying = false;
                 m_form->setBusy(false);
                 m_list->setEnabled(true);
                 if (!result) {
                     m_bar->showResult(MessageBar::Tone::Error,
                                       tr("%1 could not be settled. %2", "a record, and why")
                                           .arg(name, errorText(result.error())));
                     reload();
                     return;
                 }
                 m_wanted = next;
                 m_goesOn = true;
                 reload();
                 Q_EMIT changed();
             });
}

} // namespace tandem
