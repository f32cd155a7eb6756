// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/decisionform.h"

#include "ui/integrations/integrationwords.h"
#include "ui/widgets/icons.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Ids in the button group; candidates have their index. */
constexpr int createId = 100'000;
constexpr int leaveId = createId + 1;

/** The texts beside a radio button belong to it, also for the mouse. */
class ChoiceText final : public QLabel {
public:
    ChoiceText(const QString &text, QRadioButton *radio, QWidget *parent);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QRadioButton *m_radio;
};

ChoiceText::ChoiceText(const QString &text, QRadioButton *radio, QWidget *parent)
    : QLabel(text, parent)
    , m_radio(radio)
{
}

void ChoiceText::mouseReleaseEvent(QMouseEvent *event)
{
    QLabel::mouseReleaseEvent(event);
    if (!m_radio || event->button() != Qt::LeftButton)
        return;
    m_radio->setChecked(true);
    m_radio->setFocus(Qt::MouseFocusReason);
}

QString psaOf(const MatchDecision &decision)
{
    return platformTitle(decision.platform);
}

/** "ConnectWise #311": how one finds it there. */
QString remoteName(const MatchDecision &decision, const RemoteKey &key)
{
    return DecisionForm::tr("%1 #%2", "a PSA and the number of a record in it").arg(psaOf(decision), key.id);
}

} // namespace

DecisionForm::DecisionForm(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_name(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_apply(new QPushButton(tr("&Apply"), this))
{
    setObjectName(u"decisionForm"_s);
    m_name->setObjectName(u"decisionName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_name->font();
    bold.setPointSizeF(bold.pointSizeF() * 1.2);
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_explanation->setObjectName(u"decisionExplanation"_s);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_scroll->setObjectName(u"decisionScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_apply->setObjectName(u"applyDecisionButton"_s);
    m_apply->setIcon(actionIcon(u"ok"_s));
    m_apply->setToolTip(tr("Carries out the choice and goes to the next (%1)")
                            .arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    m_apply->setAutoDefault(false);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_name, 1);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_apply);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_explanation);
    column->addWidget(m_scroll, 1);
    column->addLayout(foot);

    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, m_apply, &QPushButton::click);
    }
    connect(m_apply, &QPushButton::clicked, this, &DecisionForm::applyWanted);
    setDecision({});
}

void DecisionForm::setDecision(const std::optional<MatchDecision> &decision)
{
    const bool isSame = m_decision && decision && m_decision->id == decision->id
        && m_decision->candidates == decision->candidates && m_decision->choice == decision->choice
        && m_decision->name == decision->name && m_decision->detail == decision->detail;
    m_decision = decision;
    if (isSame)
        return;
    clearGrid();
    m_apply->setVisible(decision.has_value());
    m_icon->setVisible(decision.has_value());
    if (!decision) {
        m_name->clear();
        m_explanation->setText(tr("Select a record on the left to decide what it is."));
        updateApply();
        return;
    }
    m_icon->setPixmap(kindIcon(decision->kind).pixmap(QSize(24, 24), devicePixelRatioF()));
    m_name->setText(decision->name);
    const QString psa = psaOf(*decision);
    QString text;
    if (decision->recordId == 0) {
        switch (decision->kind) {
        case AssetKind::Organization:
            text = tr("Several organizations here match this one of %1. Which of them is it?").arg(psa);
            break;
        case AssetKind::Location:
            text = tr("Several locations here match this one of %1. Which of them is it?").arg(psa);
            break;
        case AssetKind::Contact:
            text = tr("Several contacts here match this one of %1. Which of them is it?").arg(psa);
            break;
        case AssetKind::Configuration:
            text = tr("Several configurations here match this one of %1. Which of them is it?").arg(psa);
            break;
        case AssetKind::Count:
            break;
        }
    } else {
        switch (decision->kind) {
        case AssetKind::Organization:
            text = tr("Several organizations in %1 match this one of Tandem. Which of them is it?").arg(psa);
            break;
        case AssetKind::Location:
            text = tr("Several locations in %1 match this one of Tandem. Which of them is it?").arg(psa);
            break;
        case AssetKind::Contact:
            text = tr("Several contacts in %1 match this one of Tandem. Which of them is it?").arg(psa);
            break;
        case AssetKind::Configuration:
            text = tr("Several configurations in %1 match this one of Tandem. Which of them is it?").arg(psa);
            break;
        case AssetKind::Count:
            break;
        }
    }
    if (decision->choice == MatchDecision::Choice::Left)
        text += u' ' + tr("You left it; you can still decide.");
    m_explanation->setText(text);
    fillGrid();
    updateApply();
}

std::optional<MatchDecision> DecisionForm::decision() const
{
    return m_decision;
}

void DecisionForm::clearGrid()
{
    delete m_scroll->takeWidget();
    m_table = nullptr;
    m_grid = nullptr;
    m_choices = nullptr;
}

void DecisionForm::fillGrid()
{
    const MatchDecision &decision = *m_decision;
    const bool isRemote = decision.recordId == 0;
    const QString psa = psaOf(decision);
    m_table = new QWidget;
    m_table->setObjectName(u"decisionTable"_s);
    m_choices = new QButtonGroup(m_table);
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 4, 4, 4);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 2);

    int row = 0;
    int column = 0;
    for (const QString &title : {QString(), tr("Name"), tr("Details"), tr("Where")}) {
        QLabel *label = addCell(row, column++, title, nullptr);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    ++row;
    auto *self = new QLabel(m_table);
    self->setPixmap(
        actionIcon(isRemote ? u"arrow-in"_s : u"edit"_s).pixmap(QSize(16, 16), devicePixelRatioF()));
    self->setAlignment(Qt::AlignTop);
    m_grid->addWidget(self, row, 0);
    addCell(row, 1, decision.name, nullptr);
    addCell(row, 2, decision.detail, nullptr);
    if (isRemote)
        addCell(row, 3, remoteName(decision, decision.remote), nullptr);
    else
        addOpener(row, decision.recordId, decision.name);
    ++row;
    auto *line = new QFrame(m_table);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    m_grid->addWidget(line, row++, 0, 1, 4);

    for (int i = 0; i < decision.candidates.size(); ++i) {
        const MatchDecision::Candidate &candidate = decision.candidates.at(i);
        const QString where = candidate.recordId != 0 ? tr("Tandem") : remoteName(decision, candidate.remote);
        QRadioButton *radio = addChoice(row, i, u"candidateRadio%1"_s.arg(i), {});
        radio->setAccessibleName(tr("It is %1, %2, %3", "name, details and place of a record")
                                     .arg(candidate.name, candidate.detail, where));
        addCell(row, 1, candidate.name, radio);
        if (candidate.detail.isEmpty())
            addCell(row, 2, tr("(no details)"), radio)->setForegroundRole(QPalette::PlaceholderText);
        else
            addCell(row, 2, candidate.detail, radio);
        if (candidate.recordId != 0)
            addOpener(row, candidate.recordId, candidate.name);
        else
            addCell(row, 3, where, radio);
        ++row;
    }
    QRadioButton *create = addChoice(row, createId, u"createRadio"_s, tr("None of them"));
    addCell(row++, 1,
            isRemote ? tr("None of them: make a new record in Tandem")
                     : tr("None of them: make it in %1, besides these").arg(psa),
            create);
    QRadioButton *leave = addChoice(row, leaveId, u"leaveRadio"_s, tr("Leave it"));
    addCell(row++, 1, tr("Leave it: nothing happens, and it is not asked again"), leave);
    m_grid->setRowStretch(row, 1);

    connect(m_choices, &QButtonGroup::idToggled, this, &DecisionForm::updateApply);
    m_scroll->setWidget(m_table);
    m_table->setAutoFillBackground(false);
    m_table->setEnabled(!m_isBusy);
    m_table->show();
}

QRadioButton *DecisionForm::addChoice(int row, int id, const QString &name, const QString &text)
{
    auto *radio = new QRadioButton(m_table);
    radio->setObjectName(name);
    radio->setAccessibleName(text);
    m_choices->addButton(radio, id);
    m_grid->addWidget(radio, row, 0, Qt::AlignTop);
    return radio;
}

QLabel *DecisionForm::addCell(int row, int column, const QString &text, QRadioButton *radio)
{
    auto *label = new ChoiceText(text, radio, m_table);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    const bool isSentence = radio && m_choices->id(radio) >= createId;
    m_grid->addWidget(label, row, column, 1, isSentence ? 3 : 1);
    return label;
}

void DecisionForm::addOpener(int row, RecordId record, const QString &name)
{
    auto *label = new QLabel(m_table);
    label->setObjectName(u"openRecord%1"_s.arg(record));
    label->setText(u"<a href=\"open\">%1</a>"_s.arg(tr("Open").toHtmlEscaped()));
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    label->setFocusPolicy(Qt::StrongFocus);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setToolTip(tr("Closes these windows and shows the record."));
    label->setAccessibleName(tr("Open %1").arg(name));
    m_grid->addWidget(label, row, 3);
    connect(label, &QLabel::linkActivated, this, [this, record] { Q_EMIT recordActivated(record); });
}

std::optional<MatchChoice> DecisionForm::choice() const
{
    const int id = m_choices ? m_choices->checkedId() : -1;
    if (id < 0)
        return std::nullopt;
    if (id == createId)
        return MatchChoice{.action = MatchChoice::Action::Create};
    if (id == leaveId)
        return MatchChoice{.action = MatchChoice::Action::Leave};
    return MatchChoice{.action = MatchChoice::Action::Link, .candidate = id};
}

void DecisionForm::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    if (m_table)
        m_table->setEnabled(!isBusy);
    updateApply();
}

void DecisionForm::updateApply()
{
    m_apply->setText(m_isBusy ? tr("Applying…") : tr("&Apply"));
    m_apply->setEnabled(!m_isBusy && m_decision && choice());
}

void DecisionForm::focusChoices()
{
    if (!m_choices || m_choices->buttons().isEmpty())
        return;
    QAbstractButton *wanted = m_choices->checkedButton();
    (wanted ? wanted : m_choices->buttons().constFirst())->setFocus(Qt::OtherFocusReason);
}

} // namespace tandem
