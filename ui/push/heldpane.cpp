// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/heldpane.h"

#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/push/heldgroups.h"
#include "ui/push/planremedies.h"
#include "ui/push/pushallsession.h"
#include "ui/push/pushallwords.h"
#include "ui/whendone.h"
#include "ui/widgets/flowlayout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** More reasons than anybody reads at once; the table has the rest. */
constexpr qsizetype maxGroups = 25;

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(parent);
    made->setObjectName(name);
    made->setText(QString(text).replace(u'&', "&&"_L1));
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    return made;
}

} // namespace

HeldPane::HeldPane(PushAllSession &session, PlanRemedies &remedies, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_remedies(remedies)
    , m_groups(new HeldGroups(session.application().reader(), this))
    , m_heading(new QLabel(this))
    , m_all(new QPushButton(this))
    , m_body(new QWidget)
    , m_column(new QVBoxLayout(m_body))
{
    m_heading->setObjectName(u"heldHeading"_s);
    m_heading->setTextFormat(Qt::PlainText);
    QFont bold = m_heading->font();
    bold.setWeight(QFont::DemiBold);
    m_heading->setFont(bold);
    m_all->setObjectName(u"allReasonsButton"_s);
    m_all->setText(tr("All &Reasons"));
    m_all->setToolTip(
        tr("Shows every reason that holds records, and what can be done for all of them at once"));
    m_all->setAutoDefault(false);
    m_column->setContentsMargins(8, 8, 8, 8);
    m_column->setSpacing(8);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"heldScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_body);

    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(scroll, 1);

    m_rebuild.setSingleShot(true);
    m_rebuild.setInterval(0ms);
    connect(&m_rebuild, &QTimer::timeout, this, &HeldPane::build);
    connect(m_all, &QPushButton::clicked, this, &HeldPane::allWanted);
    connect(m_groups, &HeldGroups::loaded, this, [this] {
        m_isLoading = false;
        m_rebuild.start();
    });
    connect(m_groups, &HeldGroups::failed, this, [this](const Error &error) {
        m_isLoading = false;
        m_heading->setText(errorText(error));
    });
    connect(&m_remedies, &PlanRemedies::busyChanged, m_body,
            [this](bool isBusy) { m_body->setEnabled(!isBusy); });
}

HeldPane::~HeldPane() = default;

void HeldPane::setPlan(qint64 plan)
{
    m_plan = plan;
    m_row.reset();
    m_gates.clear();
    m_asked.clear();
    m_isLoading = true;
    m_groups->load(plan);
}

void HeldPane::showRow(const std::optional<PlanRow> &row)
{
    m_row = row;
    m_rebuild.start();
}

bool HeldPane::isSettled() const
{
    return !m_isLoading && m_asked.isEmpty() && !m_rebuild.isActive();
}

void HeldPane::build()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    m_all->setVisible(m_row.has_value());
    if (m_row)
        buildRow(*m_row);
    else
        buildGroups();
    m_column->addStretch(1);
}

void HeldPane::buildRow(const PlanRow &row)
{
    m_heading->setText(tr("%1: %2", "a record and what will happen to it")
                           .arg(row.name, plannedText(row, m_session.integration().platform)));
    switch (row.outcome) {
    case PlanOutcome::Create:
        addText(tr("It is not in %1 yet, and is made there.").arg(m_session.psa()));
        return;
    case PlanOutcome::Link:
        addText(
            tr("%1 has an exact match: %2. The two are linked, and on this first match the values of %1 win.")
                .arg(m_session.psa(), plannedReason(row)));
        return;
    case PlanOutcome::Update:
    case PlanOutcome::Linked:
        addText(tr("%1.", "a reason as a sentence").arg(plannedReason(row)));
        return;
    case PlanOutcome::Decision:
        addText(
            tr("%n record(s) of %1 match, so none is linked. After the push you choose under Manage Data > "
               "Needs a decision.",
               nullptr, row.candidates)
                .arg(m_session.psa()));
        return;
    case PlanOutcome::Held:
        for (const PlanGate &gate : row.gates) {
            HeldGroup alone{.kind = row.kind, .gate = gate, .records = {row.recordId}};
            const HeldGroup *group = m_groups->find(row.kind, gate);
            addCard(gate.reason, group ? *group : alone, row);
        }
        return;
    case PlanOutcome::Count:
        return;
    }
}

void HeldPane::buildGroups()
{
    const QList<HeldGroup> &groups = m_groups->groups();
    if (groups.isEmpty()) {
        m_heading->setText(m_plan == 0 ? QString() : tr("Nothing is held."));
        return;
    }
    m_heading->setText(tr("%n reason(s) for which records are held", nullptr, int(groups.size())));
    for (const HeldGroup &group : groups.mid(0, maxGroups)) {
        const QString reason = group.isVaried
            ? tr("The organization they belong to is not in %1.").arg(m_session.psa())
            : group.gate.reason;
        addCard(tr("%1: %2", "how many records, and why they are held")
                    .arg(recordsText(group.kind, group.records.size()), reason),
                group, std::nullopt);
    }
    if (groups.size() > maxGroups)
        addText(tr("And %n more reason(s): the table shows them under Held.", nullptr,
                   int(groups.size() - maxGroups)));
}

void HeldPane::addText(const QString &text)
{
    auto *label = new QLabel(text, m_body);
    label->setObjectName(u"heldText"_s);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_column->addWidget(label);
}

void HeldPane::addCard(const QString &reason, const HeldGroup &group, const std::optional<PlanRow> &row)
{
    PlanGate asked = group.gate;
    if (row)
        asked.reason = reason;
    auto *card = new QWidget(m_body);
    card->setObjectName(u"heldCard"_s);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *label = new QLabel(reason, card);
    label->setObjectName(u"gateReason"_s);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column->addWidget(label);
    m_column->addWidget(card);

    const RecordId example = row ? row->recordId : group.records.constFirst();
    const std::optional<Gate> gate = presentGate(example, asked);
    if (!gate)
        return;
    auto *flow = new FlowLayout(6);
    const auto offer = [this, card, flow](const QString &name, const RemedyOffer &made) {
        QPushButton *each = button(name, made.text, card);
        connect(each, &QPushButton::clicked, this, [this, made] { m_remedies.apply(made); });
        flow->addWidget(each);
    };
    for (const Remedy &remedy : gate->remedies) {
        const bool isAlone = group.records.size() == 1;
        if (row || isAlone)
            offer(u"remedyButton"_s, offerForOne(remedy, group.kind, example));
        if (isAlone)
            continue;
        const std::optional<RemedyOffer> all = offerForAll(remedy, group);
        // What is for the integration as a whole is there already, beside a row.
        if (all && !(row && all->records.isEmpty()))
            offer(u"remedyAllButton"_s, *all);
    }
    if (gate->opensByItself) {
        label->setText(tr("%1 %2", "two sentences").arg(reason, tr("It opens by itself.")));
    }
    if (flow->count() > 0)
        column->addLayout(flow);
    else
        delete flow;
}

std::optional<Gate> HeldPane::presentGate(RecordId record, const PlanGate &gate)
{
    const auto known = m_gates.constFind(record);
    if (known == m_gates.constEnd()) {
        askWhy(record);
        return std::nullopt;
    }
    const auto exact = std::ranges::find_if(*known, [&gate](const Gate &each) {
        return each.rule == gate.rule && each.field == gate.field && each.reason == gate.reason;
    });
    if (exact != known->cend())
        return *exact;
    const auto like = std::ranges::find_if(
        *known, [&gate](const Gate &each) { return each.rule == gate.rule && each.field == gate.field; });
    return like == known->cend() ? std::nullopt : std::optional(*like);
}

void HeldPane::askWhy(RecordId record)
{
    if (m_asked.contains(record))
        return;
    m_asked += record;
    whenDone(m_session.application().engine().why(record), this,
             [this, record, plan = m_plan](const Result<QList<WhyNot>> &why) {
                 if (plan != m_plan)
                     return;
                 m_asked.removeOne(record);
                 QList<Gate> &gates = m_gates[record];
                 if (why) {
                     for (const WhyNot &each : *why) {
                         if (each.integrationId == m_session.integration().id)
                             gates = each.gates;
                     }
                 }
                 if (!m_rebuild.isActive())
                     m_rebuild.start();
             });
}

} // namespace tandem
