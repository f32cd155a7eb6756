// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directory/directorysection.h"

#include "ui/directory/directorywords.h"

#include <QFormLayout>
#include <QLabel>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

DirectorySection::DirectorySection(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"directorySection"_s);
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setVerticalSpacing(4);
    m_status = addRow(u"adStatusLabel"_s, tr("AD Status"));
    m_lastLogon = addRow(u"adLastLogonLabel"_s, tr("Last Logon"));
    m_passwordSet = addRow(u"adPasswordSetLabel"_s, tr("Last Password Reset"));
    m_passwordExpires = addRow(u"adPasswordExpiresLabel"_s, tr("Password Expires"));
    m_account = addRow(u"adAccountLabel"_s, tr("Account"));
    m_directory = addRow(u"adDirectoryLabel"_s, tr("From"));
    m_lastLogon->setToolTip(tr("A domain passes this on with a delay of up to 14 days."));
}

QLabel *DirectorySection::addRow(const QString &name, const QString &title)
{
    auto *value = new QLabel(this);
    value->setObjectName(name);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setWordWrap(true);
    value->setAccessibleName(title);
    auto *label = new QLabel(title, this);
    label->setForegroundRole(QPalette::PlaceholderText);
    static_cast<QFormLayout *>(layout())->addRow(label, value);
    return value;
}

void DirectorySection::setFacts(const DirectoryFacts &facts)
{
    const QString notKnown = tr("Not known");
    const bool isKnown = facts.status != AccountStatus::Unknown;
    m_status->setText(accountStatusTitle(facts.status));
    m_lastLogon->setText(
        factMoment(facts.lastLogonAt, isKnown ? tr("Never, as far as the domain knows") : notKnown));
    m_passwordSet->setText(factMoment(facts.passwordSetAt, isKnown ? tr("Never") : notKnown));
    m_passwordExpires->setText(passwordExpiryText(facts));
    m_account->setText(facts.account);
    m_directory->setText(tr("%1, as of %2", "name of a directory and a moment")
                             .arg(facts.directoryName, factMoment(facts.seenAt, {})));
}

} // namespace tandem
