// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/syncstatussection.h"

#include "core/field.h"
#include "ui/application.h"
#include "ui/whendone.h"
#include "ui/widgets/badgelabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QFrame>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

QPushButton *makeButton(const QString &name, const QIcon &icon, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(icon, text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

/** Nothing public says how the Kaseya family addresses the page of a record. */
bool hasPageOfRecord(Platform platform)
{
    switch (platform) {
    case Platform::ConnectWise:
    case Platform::Autotask:
        return true;
    case Platform::KaseyaBms:
    case Platform::PulsewayPsa:
    case Platform::VorexPsa:
    case Platform::Count:
        break;
    }
    return false;
}

/** Whether an edit of a record that the PSA has is on its way there, or cannot go. */
bool isOnItsWay(SyncState state)
{
    switch (state) {
    case SyncState::Pending:
    case SyncState::Pushing:
    case SyncState::Checking:
    case SyncState::Retrying:
    case SyncState::Held:
    case SyncState::Error:
    case SyncState::Paused:
        return true;
    case SyncState::NotSyncing:
    case SyncState::Synced:
    case SyncState::NotYetPushed:
    case SyncState::Disabled:
    case SyncState::Disconnected:
    case SyncState::Orphaned:
    case SyncState::Conflict:
    case SyncState::Count:
        break;
    }
    return false;
}

bool isSame(const QList<Gate> &left, const QList<Gate> &right)
{
    return std::ranges::equal(left, right, [](const Gate &a, const Gate &b) {
        return a.rule == b.rule && a.reason == b.reason && a.remedies.size() == b.remedies.size();
    });
}

} // namespace

SyncStatusSection::SyncStatusSection(Application &application, QWidget *parent)
    : QWidget(parent)
    , m_application(application)
    , m_column(new QVBoxLayout(this))
    , m_none(new QLabel(this))
{
    setObjectName(u"syncStatusSection"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_none->setObjectName(u"noIntegrationLabel"_s);
    m_none->setTextFormat(Qt::PlainText);
    m_none->setWordWrap(true);
    m_none->setText(tr("No PSA is connected. Connect one under Account > New Integration."));
    m_column->addWidget(m_none);
}

void SyncStatusSection::setRecord(const RecordView &view)
{
    const bool isOther = view.record.id != m_view.record.id;
    m_view = view;
    m_none->setVisible(view.sync.isEmpty());
    const bool hasSameCards =
        std::ranges::equal(view.sync, m_cards, [](const RecordView::Sync &sync, const Card &card) {
            return sync.badge.integrationId == card.integrationId;
        });
    if (!hasSameCards) {
        for (const Card &card : std::as_const(m_cards)) {
            card.frame->hide();
            card.frame->deleteLater();
        }
        m_cards.clear();
        for (const RecordView::Sync &sync : view.sync)
            m_cards.append(makeCard(sync));
    }
    bool isHeld = false;
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        if (isOther || view.sync.at(i).badge.state != SyncState::Held)
            showGates(m_cards[i], {});
        update(m_cards[i], view.sync.at(i));
        isHeld = isHeld || view.sync.at(i).badge.state == SyncState::Held;
    }
    ++m_whyRequest;
    m_isBusy = isHeld;
    if (isHeld)
        askWhy();
}

bool SyncStatusSection::isBusy() const
{
    return m_isBusy;
}

SyncStatusSection::Card SyncStatusSection::makeCard(const RecordView::Sync &sync)
{
    const IntegrationId id = sync.badge.integrationId;
    Card card;
    card.integrationId = id;
    card.frame = new QFrame(this);
    card.frame->setObjectName(u"syncCard%1"_s.arg(id));
    card.badge = new BadgeLabel(card.frame);
    card.badge->setObjectName(u"syncBadge"_s);
    card.sentence = new QLabel(card.frame);
    card.sentence->setObjectName(u"syncSentence"_s);
    card.sentence->setTextFormat(Qt::PlainText);
    card.sentence->setWordWrap(true);
    card.sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card.gates = new QWidget(card.frame);
    card.gates->setObjectName(u"gateList"_s);
    auto *gateColumn = new QVBoxLayout(card.gates);
    gateColumn->setContentsMargins(0, 0, 0, 0);
    gateColumn->setSpacing(8);
    card.gates->hide();

    card.manage = makeButton(u"manageButton"_s, {}, tr("Manage"), card.frame);
    card.manage->setToolTip(tr("Open this record in %1's web page").arg(platformTitle(sync.badge.platform)));
    card.syncNow = makeButton(u"syncNowButton"_s, {}, tr("Sync now"), card.frame);
    card.syncNow->setToolTip(tr("Read this record from %1 now").arg(platformTitle(sync.badge.platform)));
    card.pushNow = makeButton(u"pushNowButton"_s, {}, tr("Push now"), card.frame);
    card.pushNow->setToolTip(tr("Push this record as it is, as if it had been updated"));
    card.retryNow = makeButton(u"retryNowButton"_s, {}, tr("Retry now"), card.frame);
    card.compare = makeButton(u"compareButton"_s, {}, tr("Compare…"), card.frame);
    card.compare->setToolTip(tr("Choose between the values of both sides"));
    card.discard = makeButton(u"discardButton"_s, {}, tr("Discard change"), card.frame);
    card.discard->setToolTip(
        tr("Put back what %1 has. The history keeps your values.").arg(platformTitle(sync.badge.platform)));
    card.goToField = makeButton(u"goToFieldButton"_s, {}, {}, card.frame);
    card.toggleSync = makeButton(u"toggleSyncButton"_s, {}, {}, card.frame);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(card.badge, 0, Qt::AlignTop);
    head->addWidget(card.sentence, 1);
    auto *buttons = new FlowLayout(6);
    for (QPushButton *button : {card.compare, card.retryNow, card.goToField, card.pushNow, card.discard,
                                card.manage, card.syncNow, card.toggleSync})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(card.frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(card.gates);
    column->addLayout(buttons);
    m_column->addWidget(card.frame);

    connect(card.manage, &QPushButton::clicked, this, [this, id] {
        whenDone(m_application.engine().webLink(m_view.record.id, id), this,
                 [this](const Result<QUrl> &link) {
                     if (!link)
                         Q_EMIT failed(link.error().message);
                     else if (link->isEmpty())
                         Q_EMIT failed(tr("The address of this record's page in the PSA is not known."));
                     else if (!QDesktopServices::openUrl(*link))
                         Q_EMIT failed(tr("No web browser could be opened for %1.").arg(link->toString()));
                 });
    });
    connect(card.syncNow, &QPushButton::clicked, this,
            [this, id] { report(m_application.engine().syncRecord(m_view.record.id, id)); });
    connect(card.retryNow, &QPushButton::clicked, this,
            [this, id] { report(m_application.engine().retryNow(m_view.record.id, id)); });
    connect(card.pushNow, &QPushButton::clicked, this, [this] {
        // Saving a field as it is asks for a push without changing anything (rule B5).
        const QString field = fieldsOf(m_view.record.kind).front().name();
        const Edit edit{.kind = m_view.record.kind,
                        .id = m_view.record.id,
                        .changes = {{field, m_view.record.fields.value(field)}},
                        .person = m_application.person()};
        whenDone(m_application.engine().save(edit), this, [this](const Result<Saved> &saved) {
            if (!saved)
                Q_EMIT failed(saved.error().message);
        });
    });
    connect(card.discard, &QPushButton::clicked, this, [this, id] {
        whenDone(m_application.engine().discardEdit(m_view.record.id, id, m_application.person()), this,
                 [this](const Result<Saved> &saved) {
                     if (!saved)
                         Q_EMIT failed(saved.error().message);
                 });
    });
    connect(card.compare, &QPushButton::clicked, this,
            [this, id] { Q_EMIT conflictsWanted(m_view.record.id, id); });
    connect(card.goToField, &QPushButton::clicked, this, [this, id] {
        if (const RecordView::Sync *found = syncOf(id))
            Q_EMIT fieldWanted(found->link.errorField);
    });
    connect(card.toggleSync, &QPushButton::clicked, this, [this, id] {
        if (const RecordView::Sync *found = syncOf(id)) {
            const bool isDisabled = found->badge.state == SyncState::Disabled || found->link.isDisabled;
            report(m_application.engine().setRecordSync(m_view.record.id, id, isDisabled));
        }
    });
    return card;
}

void SyncStatusSection::update(Card &card, const RecordView::Sync &sync)
{
    const SyncState state = sync.badge.state;
    const QString psa = platformTitle(sync.badge.platform);
    const bool isDisabled = state == SyncState::Disabled || sync.link.isDisabled;
    const bool isDisconnected = state == SyncState::Disconnected;
    card.badge->setBadges({sync.badge});
    card.sentence->setText(sync.message);
    card.manage->setVisible(sync.link.isLinked() && hasPageOfRecord(sync.badge.platform));
    card.syncNow->setVisible(sync.link.isLinked() && !isDisabled && !isDisconnected);
    card.pushNow->setVisible(state == SyncState::NotYetPushed && sync.isTwoWay);
    card.discard->setVisible(sync.link.isLinked() && isOnItsWay(state));
    card.compare->setVisible(state == SyncState::Conflict);
    card.retryNow->setVisible(state == SyncState::Retrying || state == SyncState::Error);
    const FieldDescription *field = findField(m_view.record.kind, sync.link.errorField);
    card.goToField->setVisible(state == SyncState::Error && field);
    if (field)
        card.goToField->setText(tr("Go to %1", "a field").arg(field->labelText()));
    card.toggleSync->setText(isDisabled ? tr("Enable sync") : tr("Disable sync with %1").arg(psa));
    card.toggleSync->setVisible(!isDisconnected && (isDisabled || sync.isTwoWay || sync.link.isLinked()));
    card.frame->setAccessibleName(sync.message);
}

void SyncStatusSection::askWhy()
{
    const int request = m_whyRequest;
    whenDone(m_application.engine().why(m_view.record.id), this,
             [this, request](const Result<QList<WhyNot>> &found) {
                 if (request != m_whyRequest)
                     return;
                 m_isBusy = false;
                 if (!found) {
                     Q_EMIT failed(found.error().message);
                 } else {
                     for (Card &card : m_cards) {
                         const auto why = std::ranges::find_if(*found, [&card](const WhyNot &line) {
                             return line.integrationId == card.integrationId;
                         });
                         showGates(card, why == found->end() ? QList<Gate>() : why->gates);
                     }
                 }
                 Q_EMIT settled();
             });
}

void SyncStatusSection::showGates(Card &card, const QList<Gate> &gates)
{
    if (isSame(gates, card.shownGates))
        return;
    card.shownGates = gates;
    auto *column = static_cast<QVBoxLayout *>(card.gates->layout());
    while (QLayoutItem *item = column->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    // The sentence of the state tells the first reason already, so a single gate needs only its remedies.
    for (const Gate &gate : gates) {
        auto *line = new QWidget(card.gates);
        auto *lineColumn = new QVBoxLayout(line);
        lineColumn->setContentsMargins(0, 0, 0, 0);
        lineColumn->setSpacing(4);
        if (gates.size() > 1) {
            auto *reason = new QLabel(tr("• %1", "one of several reasons").arg(gate.reason), line);
            reason->setObjectName(u"gateReason"_s);
            reason->setTextFormat(Qt::PlainText);
            reason->setWordWrap(true);
            lineColumn->addWidget(reason);
        }
        auto *remedies = new FlowLayout(6);
        for (const Remedy &remedy : gate.remedies) {
            auto *button = makeButton(u"remedyButton"_s, {}, remedy.text, line);
            connect(button, &QPushButton::clicked, this,
                    [this, id = card.integrationId, remedy] { follow(id, remedy); });
            remedies->addWidget(button);
        }
        if (!gate.remedies.isEmpty())
            lineColumn->addLayout(remedies);
        else
            delete remedies;
        column->addWidget(line);
    }
    card.gates->setVisible(!gates.isEmpty());
}

void SyncStatusSection::follow(IntegrationId integrationId, const Remedy &remedy)
{
    switch (remedy.kind) {
    case Remedy::Kind::EditField:
        if (remedy.recordId != 0 && remedy.recordId != m_view.record.id)
            Q_EMIT recordWanted(remedy.recordId);
        else
            Q_EMIT fieldWanted(remedy.field);
        return;
    case Remedy::Kind::OpenRecord:
        Q_EMIT recordWanted(remedy.recordId);
        return;
    case Remedy::Kind::EnableValue:
    case Remedy::Kind::EnableTwoWay:
    case Remedy::Kind::EnableKind:
    case Remedy::Kind::ChooseType:
    case Remedy::Kind::Reconnect:
        Q_EMIT settingsWanted(integrationId, remedy);
        return;
    case Remedy::Kind::ResumeSync:
        report(m_application.engine().setPaused(integrationId, false));
        return;
    case Remedy::Kind::EnableSync:
        report(m_application.engine().setRecordSync(m_view.record.id, integrationId, true));
        return;
    }
}

const RecordView::Sync *SyncStatusSection::syncOf(IntegrationId id) const
{
    const auto found = std::ranges::find_if(
        m_view.sync, [id](const RecordView::Sync &sync) { return sync.badge.integrationId == id; });
    return found == m_view.sync.end() ? nullptr : &*found;
}

void SyncStatusSection::report(const QFuture<Result<void>> &future)
{
    whenDone(future, this, [this](const Result<void> &result) {
        if (!result)
            Q_EMIT failed(result.error().message);
    });
}

} // namespace tandem
