// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/pushallintropage.h"

#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/push/pushallsession.h"
#include "ui/push/pushallwizard.h"
#include "ui/push/pushallwords.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** A new PSA has its own company and a few examples. */
constexpr qint64 nearlyEmpty = 25;

} // namespace

PushAllIntroPage::PushAllIntroPage(PushAllSession &session, QWidget *parent)
    : QWizardPage(parent)
    , m_session(session)
    , m_text(new QLabel(this))
    , m_found(new QGroupBox(this))
    , m_progress(new QProgressBar(this))
    , m_notice(new NoticeLabel(this))
    , m_again(new QPushButton(this))
    , m_lastRun(new QGroupBox(this))
    , m_lastText(new QLabel(this))
    , m_lastResults(new QPushButton(this))
    , m_seen(new QCheckBox(this))
{
    const QString psa = m_session.psa();
    setObjectName(u"pushAllIntroPage"_s);
    setTitle(tr("Push All Syncable Assets to %1").arg(m_session.integration().name));
    setSubTitle(tr("Fills a new or first PSA from your documentation, once."));

    m_text->setObjectName(u"pushAllText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setText(
        tr("Every record that may sync is made in %1, or linked to the exact match that is there already. "
           "Organizations go first, then locations, contacts and configurations, at the rate that %1 "
           "permits.\n\n"
           "Use it when %1 is new, or empty but for a few records. If %1 already has your clients, let a "
           "sync bring "
           "them in instead: the two are matched, and only what you edit is pushed.\n\n"
           "You see first what would happen to each record. Nothing is written before you confirm that.")
            .arg(psa));
    makeCounts();
    makeLastRun();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->addWidget(m_text);
    column->addWidget(m_found);
    column->addWidget(m_lastRun);
    column->addStretch(1);
}

void PushAllIntroPage::makeCounts()
{
    m_found->setObjectName(u"foundGroup"_s);
    m_found->setTitle(tr("Found in %1").arg(m_session.psa()));
    m_progress->setObjectName(u"countProgress"_s);
    m_progress->setAccessibleName(tr("Counting"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(192, 12);
    m_notice->setObjectName(u"foundNotice"_s);
    m_again->setObjectName(u"countAgainButton"_s);
    m_again->setText(tr("&Try Again"));
    m_again->setAutoDefault(false);
    m_again->hide();

    auto *grid = new QGridLayout(m_found);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(3, 1);
    int row = 0;
    for (const AssetKind kind : allKinds) {
        auto *icon = new QLabel(m_found);
        icon->setPixmap(kindIcon(kind).pixmap(QSize(16, 16), devicePixelRatioF()));
        auto *title = new QLabel(kindTitlePlural(kind), m_found);
        QLabel *figure = m_figures[size_t(kind)] = new QLabel(m_found);
        figure->setObjectName(kindName(kind) + "FoundLabel"_L1);
        figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        figure->setMinimumWidth(64);
        grid->addWidget(icon, row, 0);
        grid->addWidget(title, row, 1);
        grid->addWidget(figure, row, 2);
        ++row;
    }
    grid->addWidget(m_progress, row++, 0, 1, 4);
    grid->addWidget(m_notice, row++, 0, 1, 4);
    grid->addWidget(m_again, row, 0, 1, 4, Qt::AlignLeft);
    connect(m_again, &QPushButton::clicked, this, &PushAllIntroPage::count);
}

void PushAllIntroPage::makeLastRun()
{
    m_lastRun->setObjectName(u"lastRunGroup"_s);
    m_lastRun->setTitle(tr("It was done before"));
    m_lastText->setObjectName(u"lastRunText"_s);
    m_lastText->setTextFormat(Qt::PlainText);
    m_lastText->setWordWrap(true);
    m_lastResults->setObjectName(u"lastResultsButton"_s);
    m_lastResults->setText(tr("Show Its &Results"));
    m_lastResults->setAutoDefault(false);
    m_seen->setObjectName(u"seenCheck"_s);
    m_seen->setText(tr("I have seen what it &did, and want to do it again"));
    auto *column = new QVBoxLayout(m_lastRun);
    column->setSpacing(8);
    column->addWidget(m_lastText);
    column->addWidget(m_lastResults, 0, Qt::AlignLeft);
    column->addWidget(m_seen);
    connect(m_seen, &QCheckBox::toggled, this, [this](bool hasSeen) {
        m_session.setHasSeenLastRun(hasSeen);
        Q_EMIT completeChanged();
    });
    connect(m_lastResults, &QPushButton::clicked, this, [this] {
        m_goesToResults = true;
        wizard()->next();
        m_goesToResults = false;
    });
    connect(&m_session, &PushAllSession::changed, this, &PushAllIntroPage::showLastRun);
}

void PushAllIntroPage::initializePage()
{
    showLastRun();
    if (!m_isCounted && !m_isCounting)
        count();
}

bool PushAllIntroPage::isComplete() const
{
    return m_isCounted && (m_session.lastRun().id == 0 || m_seen->isChecked());
}

int PushAllIntroPage::nextId() const
{
    return m_goesToResults ? PushAllWizard::ResultsId : PushAllWizard::ScopeId;
}

/** The results of the last run can be looked at without going on. */
bool PushAllIntroPage::validatePage()
{
    return m_goesToResults || isComplete();
}

void PushAllIntroPage::count()
{
    m_isCounting = true;
    m_isCounted = false;
    m_again->hide();
    m_notice->clear();
    m_progress->show();
    for (QLabel *figure : m_figures)
        figure->setText(u"…"_s);
    Q_EMIT completeChanged();
    whenDone(m_session.application().engine().countRemote(m_session.integration().id), this,
             [this](const Result<QHash<AssetKind, qint64>> &counts) { showCounts(counts); });
}

void PushAllIntroPage::showCounts(const Result<QHash<AssetKind, qint64>> &counts)
{
    m_isCounting = false;
    m_isCounted = counts.has_value();
    m_progress->hide();
    const QString psa = m_session.psa();
    if (!counts) {
        for (QLabel *figure : m_figures)
            figure->setText(u"–"_s);
        m_notice->say(NoticeLabel::Kind::Error,
                      tr("What %1 has could not be counted. %2").arg(psa, errorText(counts.error())));
        m_again->show();
        Q_EMIT completeChanged();
        return;
    }
    qint64 sum = 0;
    bool isKnown = true;
    for (const AssetKind kind : allKinds) {
        const qint64 figure = counts->value(kind, -1);
        m_figures.at(size_t(kind))->setText(figure < 0 ? u"–"_s : QLocale().toString(figure));
        sum += qMax<qint64>(0, figure);
        isKnown = isKnown && figure >= 0;
    }
    if (sum > nearlyEmpty)
        m_notice->say(
            NoticeLabel::Kind::Warning,
            tr("%1 is not empty. Records with an exact match there are linked, and all others are made: "
               "one that is there under a slightly different name is then there twice. Look at the preview "
               "with care, or let a sync bring in what is there.")
                .arg(psa));
    else if (!isKnown)
        m_notice->say(NoticeLabel::Kind::Info,
                      tr("%1 cannot say of every kind how much it has. The preview reads it.").arg(psa));
    else
        m_notice->say(NoticeLabel::Kind::Good,
                      sum == 0 ? tr("%1 is empty: the right moment.").arg(psa)
                               : tr("%1 is nearly empty: the right moment.").arg(psa));
    Q_EMIT completeChanged();
}

void PushAllIntroPage::showLastRun()
{
    const Plan &last = m_session.lastRun();
    m_lastRun->setVisible(last.id != 0);
    if (last.id != 0) {
        const QString when = shownMoment(last.confirmedAt, QDateTime::currentDateTimeUtc());
        const QString did = resultsText(sumOf(m_session.lastRunCounts()));
        m_lastText->setText(last.state == Plan::State::Cancelled
                                ? tr("Started at %1 by %2, and cancelled: %3.").arg(when, last.person, did)
                                : tr("Started at %1 by %2: %3.").arg(when, last.person, did));
    }
    Q_EMIT completeChanged();
}

} // namespace tandem
