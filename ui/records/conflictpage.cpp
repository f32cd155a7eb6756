// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/conflictpage.h"

#include "ui/records/conflictcard.h"
#include "ui/widgets/elidedlabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isSame(const Conflict &left, const Conflict &right)
{
    return left.integrationId == right.integrationId && left.recordId == right.recordId
        && left.field == right.field && left.local == right.local && left.remote == right.remote;
}

QPushButton *makeButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

ConflictPage::ConflictPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_subtitle(new ElidedLabel(this))
    , m_allPsa(makeButton(u"allPsaButton"_s, {}, this))
    , m_allTandem(makeButton(u"allTandemButton"_s, tr("All From &Tandem"), this))
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget(m_scroll))
    , m_column(new QVBoxLayout(m_content))
{
    setObjectName(u"conflictPage"_s);
    m_title->setObjectName(u"conflictTitle"_s);
    QFont heading = m_title->font();
    heading.setPointSizeF(heading.pointSizeF() * 1.3);
    heading.setWeight(QFont::DemiBold);
    m_title->setFont(heading);
    m_subtitle->setObjectName(u"conflictSubtitle"_s);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    auto *open = makeButton(u"showConflictRecordButton"_s, tr("Show &Record"), this);
    auto *hint =
        new QLabel(tr("What differs is underlined. The value that loses stays in the record's history, "
                      "where it can be put back."),
                   this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);

    m_column->setContentsMargins(0, 0, 8, 0);
    m_column->setSpacing(8);
    m_column->addStretch();
    m_scroll->setObjectName(u"conflictScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_content);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(open);
    auto *all = new QHBoxLayout;
    all->setSpacing(8);
    all->addWidget(m_allPsa);
    all->addWidget(m_allTandem);
    all->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_subtitle);
    column->addWidget(hint);
    column->addLayout(all);
    column->addWidget(m_scroll, 1);

    connect(open, &QPushButton::clicked, this, &ConflictPage::recordWanted);
    connect(m_allPsa, &QPushButton::clicked, this, [this] { chooseAll(ConflictChoice::Psa); });
    connect(m_allTandem, &QPushButton::clicked, this, [this] { chooseAll(ConflictChoice::Tandem); });
}

void ConflictPage::setCase(const ConflictCase &each)
{
    const Conflict &first = each.fields.constFirst();
    const bool isOther = m_cards.isEmpty() || m_cards.constFirst()->conflict().recordId != each.recordId()
        || m_cards.constFirst()->conflict().integrationId != each.integrationId();
    m_title->setText(first.recordName);
    m_subtitle->setText(
        tr("%1 · %2", "kind · integration").arg(kindTitle(first.kind), first.integrationName));
    m_allPsa->setText(tr("All From %1").arg(platformTitle(first.platform)));

    const bool isShown =
        std::ranges::equal(each.fields, m_cards, [](const Conflict &conflict, const ConflictCard *card) {
            return isSame(conflict, card->conflict());
        });
    if (isShown)
        return;
    // The cards of the page before go only now, so that a choice can be taken along.
    const QList<ConflictCard *> before = std::exchange(m_cards, {});
    for (const Conflict &conflict : each.fields) {
        auto *card = new ConflictCard(conflict, m_content);
        for (const ConflictCard *old : before) {
            if (isSame(old->conflict(), conflict))
                card->choose(old->choice());
        }
        m_column->insertWidget(m_column->count() - 1, card);
        m_cards.append(card);
    }
    for (ConflictCard *old : before) {
        old->hide();
        old->deleteLater();
    }
    if (isOther)
        m_scroll->verticalScrollBar()->setValue(0);
}

QHash<QString, ConflictChoice> ConflictPage::choices() const
{
    QHash<QString, ConflictChoice> choices;
    for (const ConflictCard *card : m_cards)
        choices.insert(card->conflict().field, card->choice());
    return choices;
}

void ConflictPage::chooseAll(ConflictChoice choice)
{
    for (ConflictCard *card : std::as_const(m_cards))
        card->choose(choice);
}

} // namespace tandem
