// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/twowaysettingspage.h"

#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** A line of text below a control and in line with its caption. */
QLabel *explanationBelow(const QCheckBox *check, const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    const int indent = check->style()->pixelMetric(QStyle::PM_IndicatorWidth)
        + check->style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing);
    label->setContentsMargins(indent, 0, 0, 0);
    return label;
}

/** A box with its notice below, as one cell of a form. */
QWidget *choiceWith(QComboBox *box, NoticeLabel *notice)
{
    auto *cell = new QWidget;
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(box, 0, Qt::AlignLeft);
    column->addWidget(notice);
    return cell;
}

} // namespace

TwoWaySettingsPage::TwoWaySettingsPage(Platform platform, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_twoWay(new QCheckBox(tr("Enable &two-way sync"), this))
    , m_warning(new NoticeLabel(this))
    , m_details(new QWidget(this))
    , m_emailType(new QComboBox(m_details))
    , m_phoneType(new QComboBox(m_details))
    , m_emailNotice(new NoticeLabel(m_details))
    , m_phoneNotice(new NoticeLabel(m_details))
    , m_conflict(new QButtonGroup(this))
    , m_directoryContacts(new QCheckBox(tr("&Push new contacts from Active Directory"), m_details))
{
    setObjectName(u"twoWaySettingsPage"_s);
    const QString psa = platformTitle(platform);
    m_twoWay->setObjectName(u"twoWayCheck"_s);
    auto *explanation =
        explanationBelow(m_twoWay,
                         tr("Edits that are saved in Tandem go to %1 at once. Records that exist already are "
                            "not pushed until you edit them.")
                             .arg(psa));
    explanation->setObjectName(u"twoWayExplanation"_s);
    m_warning->setObjectName(u"tenantWarning"_s);

    auto *contacts = new QGroupBox(tr("Contacts"), m_details);
    contacts->setObjectName(u"contactsGroup"_s);
    m_emailType->setObjectName(u"emailTypeCombo"_s);
    m_phoneType->setObjectName(u"phoneTypeCombo"_s);
    m_emailNotice->setObjectName(u"emailTypeNotice"_s);
    m_phoneNotice->setObjectName(u"phoneTypeNotice"_s);
    auto *emailLabel = new QLabel(tr("E&mail Type:"), contacts);
    emailLabel->setBuddy(m_emailType);
    auto *phoneLabel = new QLabel(tr("P&hone Type:"), contacts);
    phoneLabel->setBuddy(m_phoneType);
    auto *contactForm = new QFormLayout(contacts);
    contactForm->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *types = new QLabel(
        tr("New contacts get their email address and phone number under these types of %1.").arg(psa));
    types->setWordWrap(true);
    contactForm->addRow(types);
    contactForm->addRow(emailLabel, choiceWith(m_emailType, m_emailNotice));
    contactForm->addRow(phoneLabel, choiceWith(m_phoneType, m_phoneNotice));
    for (QComboBox *box : {m_emailType, m_phoneType}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMinimumWidth(200);
    }

    auto *conflicts = new QGroupBox(tr("When both sides changed a field"), m_details);
    conflicts->setObjectName(u"conflictGroup"_s);
    auto *conflictColumn = new QVBoxLayout(conflicts);
    const auto addPolicy = [&](ConflictPolicy policy, const QString &text) {
        auto *button = new QRadioButton(text, conflicts);
        button->setObjectName(widgetName(u"conflict_"_s + conflictPolicyName(policy), u"Radio"_s));
        m_conflict->addButton(button, int(policy));
        conflictColumn->addWidget(button);
    };
    addPolicy(ConflictPolicy::PsaWins,
              tr("%1 &wins. The value of Tandem stays in the record's history.").arg(psa));
    addPolicy(ConflictPolicy::TandemWins,
              tr("T&andem wins. The value of %1 stays in the record's history.").arg(psa));
    addPolicy(ConflictPolicy::Ask, tr("As&k me. The record waits until somebody has chosen."));

    m_directoryContacts->setObjectName(u"directoryContactsCheck"_s);

    auto *detailColumn = new QVBoxLayout(m_details);
    detailColumn->setContentsMargins({});
    detailColumn->setSpacing(16);
    detailColumn->addWidget(contacts);
    detailColumn->addWidget(conflicts);
    detailColumn->addWidget(m_directoryContacts);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_twoWay);
    column->addWidget(explanation);
    column->addWidget(m_warning);
    column->addSpacing(8);
    column->addWidget(m_details);
    column->addStretch(1);

    QWidget::setTabOrder(m_conflict->button(int(ConflictPolicy::Ask)), m_directoryContacts);
    fillTypes(m_emailType, OptionList::EmailType);
    fillTypes(m_phoneType, OptionList::PhoneType);
    setSettings({});
    connect(m_twoWay, &QCheckBox::toggled, this, [this](bool on) {
        m_details->setEnabled(on);
        Q_EMIT edited();
    });
    for (QComboBox *box : {m_emailType, m_phoneType}) {
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            showConsequences();
            Q_EMIT edited();
        });
    }
    connect(m_conflict, &QButtonGroup::idToggled, this, &TwoWaySettingsPage::edited);
    connect(m_directoryContacts, &QCheckBox::toggled, this, &TwoWaySettingsPage::edited);
}

void TwoWaySettingsPage::fillTypes(QComboBox *box, OptionList list)
{
    const QString chosen = box->currentData().toString();
    box->clear();
    box->addItem(tr("not chosen"), QString());
    for (const StoredOption &option : std::as_const(m_options)) {
        if (option.list == list && option.isActive)
            box->addItem(option.name, option.name);
    }
    choose(box, chosen);
}

void TwoWaySettingsPage::choose(QComboBox *box, const QString &name)
{
    int index = box->findData(name);
    if (index < 0) {
        box->addItem(tr("%1 (not in %2)", "a chosen type that a PSA no longer has")
                         .arg(name, platformTitle(m_platform)),
                     name);
        index = box->count() - 1;
    }
    box->setCurrentIndex(index);
}

void TwoWaySettingsPage::setOptions(const QList<StoredOption> &options)
{
    m_options = options;
    fillTypes(m_emailType, OptionList::EmailType);
    fillTypes(m_phoneType, OptionList::PhoneType);
    showConsequences();
}

void TwoWaySettingsPage::setSettings(const SyncSettings &settings)
{
    m_twoWay->setChecked(settings.twoWay);
    m_details->setEnabled(settings.twoWay);
    choose(m_emailType, settings.emailType);
    choose(m_phoneType, settings.phoneType);
    m_conflict->button(int(settings.conflict))->setChecked(true);
    m_directoryContacts->setChecked(settings.pushDirectoryContacts);
    showConsequences();
}

void TwoWaySettingsPage::collect(SyncSettings *settings) const
{
    settings->twoWay = m_twoWay->isChecked();
    settings->emailType = m_emailType->currentData().toString();
    settings->phoneType = m_phoneType->currentData().toString();
    settings->conflict = ConflictPolicy(m_conflict->checkedId());
    settings->pushDirectoryContacts = m_directoryContacts->isChecked();
}

void TwoWaySettingsPage::showWarning(const QString &text)
{
    m_warning->say(NoticeLabel::Kind::Warning, text);
}

void TwoWaySettingsPage::focusField(const QString &field)
{
    QWidget *widget = m_twoWay;
    if (m_details->isEnabled()) {
        if (field == "email_type"_L1)
            widget = m_emailType;
        else if (field == "phone_type"_L1)
            widget = m_phoneType;
        else if (field == "conflict"_L1)
            widget = m_conflict->checkedButton();
        else if (field == "push_directory_contacts"_L1)
            widget = m_directoryContacts;
    }
    widget->setFocus(Qt::OtherFocusReason);
}

void TwoWaySettingsPage::showConsequences()
{
    const auto tell = [](NoticeLabel *notice, const QComboBox *box, NoticeLabel::Kind kind,
                         const QString &text) {
        if (box->currentData().toString().isEmpty())
            notice->say(kind, text);
        else
            notice->clear();
    };
    tell(m_emailNotice, m_emailType,
         needsEmailType(m_platform) ? NoticeLabel::Kind::Warning : NoticeLabel::Kind::Info,
         noEmailTypeSentence(m_platform));
    tell(m_phoneNotice, m_phoneType, NoticeLabel::Kind::Info, noPhoneTypeSentence(m_platform));
}

} // namespace tandem
