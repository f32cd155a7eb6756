// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/pushallconfirmpage.h"

#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/push/pushallsession.h"
#include "ui/push/pushallwords.h"
#include "ui/whendone.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

PushAllConfirmPage::PushAllConfirmPage(PushAllSession &session, QWidget *parent)
    : QWizardPage(parent)
    , m_session(session)
    , m_text(new QLabel(this))
    , m_typed(new QLineEdit(this))
    , m_error(new NoticeLabel(this))
{
    const QString name = m_session.integration().name;
    setObjectName(u"pushAllConfirmPage"_s);
    setTitle(tr("Confirm"));
    setSubTitle(tr("From here on records are written to %1.").arg(name));
    setCommitPage(true);
    setButtonText(QWizard::CommitButton, tr("&Push All"));

    m_text->setObjectName(u"confirmText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_typed->setObjectName(u"typedNameEdit"_s);
    m_typed->setAccessibleName(tr("The name of the integration, to confirm"));
    m_typed->setMinimumWidth(240);
    m_error->setObjectName(u"confirmError"_s);
    auto *label = new QLabel(tr("&Type %1 to confirm:").arg(QString(name).replace(u'&', "&&"_L1)), this);
    label->setObjectName(u"typedNameLabel"_s);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_typed);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_typed);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->addWidget(m_text);
    column->addLayout(row);
    column->addWidget(m_error);
    column->addStretch(1);

    connect(m_typed, &QLineEdit::textChanged, this, [this] {
        m_error->clear();
        Q_EMIT completeChanged();
    });
}

void PushAllConfirmPage::initializePage()
{
    const QString name = m_session.integration().name;
    QStringList lines;
    const PlanCountsByKind &counts = m_session.previewCounts();
    const auto list = [&counts](PlanOutcome outcome) {
        QStringList kinds;
        for (const AssetKind kind : allKinds) {
            if (const qint64 count = counts.value(kind).of(outcome); count > 0)
                kinds += recordsText(kind, count);
        }
        return kinds.join(u", "_s);
    };
    const auto add = [&lines](const QString &kinds, const QString &sentence) {
        if (!kinds.isEmpty())
            lines += sentence.arg(kinds);
    };
    add(list(PlanOutcome::Create), tr("• Made in the PSA: %1"));
    add(list(PlanOutcome::Link), tr("• Linked to their exact match, whose values win: %1"));
    add(list(PlanOutcome::Update), tr("• Changed where they differ: %1"));
    add(list(PlanOutcome::Linked), tr("• There already: %1"));
    add(list(PlanOutcome::Held), tr("• Held, and not pushed: %1"));
    add(list(PlanOutcome::Decision), tr("• To be decided by you afterwards: %1"));
    m_text->setText(
        tr("This happens in %1:\n\n%2\n\nWhat is made there cannot be taken back from here: it would have "
           "to be deleted in %3, record by record. You can pause or cancel at any time; what has not left "
           "then stays as it was. A record that changes before its turn is looked at again first.")
            .arg(name, lines.join(u'\n'), m_session.psa()));
    m_typed->clear();
    m_typed->setFocus();
}

void PushAllConfirmPage::cleanupPage()
{
    m_error->clear();
}

bool PushAllConfirmPage::isComplete() const
{
    return !m_isBusy && m_typed->text().trimmed() == m_session.integration().name.trimmed();
}

bool PushAllConfirmPage::validatePage()
{
    if (m_isConfirmed)
        return true;
    if (!isComplete())
        return false;
    showBusy(true);
    whenDone(m_session.application().engine().confirmPushAll(
                 m_session.integration().id, m_session.preview().id, m_typed->text().trimmed(),
                 m_session.hasSeenLastRun(), m_session.application().person()),
             this, [this](const Result<void> &confirmed) {
                 showBusy(false);
                 if (!confirmed) {
                     m_error->say(NoticeLabel::Kind::Error, errorText(confirmed.error()));
                     m_typed->setFocus();
                     return;
                 }
                 m_isConfirmed = true;
                 wizard()->next();
             });
    return false;
}

void PushAllConfirmPage::showBusy(bool busy)
{
    m_isBusy = busy;
    m_typed->setReadOnly(busy);
    if (wizard())
        wizard()->button(QWizard::BackButton)->setEnabled(!busy);
    Q_EMIT completeChanged();
}

} // namespace tandem
