// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/pullsettingspage.h"

#include "ui/integrations/checklist.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/integrations/platformsettingsform.h"
#include "ui/widgets/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array shownLists{OptionList::OrganizationType, OptionList::OrganizationStatus,
                                OptionList::ConfigurationType, OptionList::ConfigurationStatus,
                                OptionList::Classification};
constexpr std::array intervals{1, 5, 15, 30, 60, 120, 240, 720, 1440};

} // namespace

PullSettingsPage::PullSettingsPage(Platform platform, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_form(new PlatformSettingsForm(platform, this))
    , m_spinner(new QProgressBar(this))
    , m_listsRead(new QLabel(this))
    , m_notice(new NoticeLabel(this))
{
    setObjectName(u"pullSettingsPage"_s);
    const QString psa = platformTitle(platform);
    auto *intro = new QLabel(
        tr("Organizations and configurations of the ticked types and statuses are fetched from %1. "
           "Tick only what you look after.")
            .arg(psa),
        this);
    intro->setWordWrap(true);

    // Types have more values than statuses, so their column is the wider one.
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    for (const OptionList list : shownLists) {
        auto *checkList = new CheckList(list, this);
        const int place = int(m_lists.size());
        grid->addWidget(checkList, place / 2, place % 2);
        checkList->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::MinimumExpanding);
        connect(checkList, &CheckList::tickedChanged, this, &PullSettingsPage::edited);
        m_lists += checkList;
    }
    // It fills the place that the last list leaves free.
    grid->addWidget(m_form, int(m_lists.size()) / 2, int(m_lists.size()) % 2);
    m_form->setVisible(!m_form->isEmpty());

    // Made after the lists, because Tab goes by age.
    m_contacts = new QCheckBox(tr("Enable &Contacts sync"), this);
    m_locations = new QCheckBox(tr("Enable &Locations sync"), this);
    m_interval = new QComboBox(this);
    m_refresh = new QPushButton(actionIcon(u"sync"_s), tr("&Refresh Lists"), this);
    m_contacts->setObjectName(u"contactsCheck"_s);
    m_contacts->setToolTip(tr("Contacts of the organizations that sync are fetched too."));
    m_locations->setObjectName(u"locationsCheck"_s);
    m_locations->setToolTip(tr("Locations of the organizations that sync are fetched too."));
    m_interval->setObjectName(u"intervalCombo"_s);
    auto *intervalLabel = new QLabel(tr("Check for changes &every"), this);
    intervalLabel->setBuddy(m_interval);
    for (const int minutes : intervals)
        m_interval->addItem(intervalText(minutes), minutes);

    m_refresh->setObjectName(u"refreshListsButton"_s);
    m_refresh->setAutoDefault(false);
    m_spinner->setObjectName(u"refreshListsProgress"_s);
    m_spinner->setAccessibleName(tr("Reading the lists"));
    m_spinner->setRange(0, 0);
    m_spinner->setTextVisible(false);
    m_spinner->setMaximumWidth(96);
    m_spinner->hide();
    m_listsRead->setObjectName(u"listsReadLabel"_s);
    m_listsRead->setTextFormat(Qt::PlainText);
    m_notice->setObjectName(u"listsNotice"_s);

    auto *switches = new QHBoxLayout;
    switches->setSpacing(16);
    switches->addWidget(m_contacts);
    switches->addWidget(m_locations);
    switches->addStretch(1);
    switches->addWidget(intervalLabel);
    switches->addWidget(m_interval);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_refresh);
    foot->addWidget(m_spinner);
    foot->addWidget(m_listsRead, 1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(intro);
    column->addLayout(grid, 1);
    column->addWidget(m_form->consequence());
    column->addLayout(switches);
    column->addLayout(foot);
    column->addWidget(m_notice);

    connect(m_form, &PlatformSettingsForm::edited, this, &PullSettingsPage::edited);
    connect(m_contacts, &QCheckBox::toggled, this, &PullSettingsPage::edited);
    connect(m_locations, &QCheckBox::toggled, this, &PullSettingsPage::edited);
    connect(m_interval, &QComboBox::currentIndexChanged, this, &PullSettingsPage::edited);
    connect(m_refresh, &QPushButton::clicked, this, &PullSettingsPage::refreshRequested);
}

void PullSettingsPage::setOptions(const QList<StoredOption> &options, const EnabledValues &enabled)
{
    for (CheckList *checkList : std::as_const(m_lists)) {
        QList<StoredOption> values;
        for (const StoredOption &option : options) {
            if (option.list == checkList->list())
                values += option;
        }
        checkList->setValues(values, enabled.value(checkList->list()));
        checkList->setVisible(!values.isEmpty());
    }
    m_form->setOptions(options);
}

EnabledValues PullSettingsPage::enabledValues() const
{
    EnabledValues enabled;
    for (const CheckList *checkList : m_lists) {
        if (!checkList->isEmpty())
            enabled.insert(checkList->list(), checkList->ticked());
    }
    return enabled;
}

void PullSettingsPage::setSettings(const SyncSettings &settings)
{
    m_contacts->setChecked(settings.contacts);
    m_locations->setChecked(settings.locations);
    int index = m_interval->findData(settings.intervalMinutes);
    if (index < 0) {
        // A script may have chosen an interval that is not offered here; it stays what it is.
        m_interval->addItem(intervalText(settings.intervalMinutes), settings.intervalMinutes);
        index = m_interval->count() - 1;
    }
    m_interval->setCurrentIndex(index);
    m_form->setSettings(settings);
}

void PullSettingsPage::collect(SyncSettings *settings) const
{
    settings->contacts = m_contacts->isChecked();
    settings->locations = m_locations->isChecked();
    settings->intervalMinutes = m_interval->currentData().toInt();
    m_form->collect(settings);
}

PlatformSettingsForm &PullSettingsPage::platformForm() const
{
    return *m_form;
}

void PullSettingsPage::showListsRead(const QDateTime &atUtc)
{
    const QString psa = platformTitle(m_platform);
    m_listsRead->setText(
        atUtc.isValid()
            ? tr("Lists read from %1 at %2").arg(psa, shownMoment(atUtc, QDateTime::currentDateTimeUtc()))
            : tr("The lists have not been read from %1 yet.").arg(psa));
}

void PullSettingsPage::showRefreshing(bool refreshing)
{
    m_refresh->setEnabled(!refreshing);
    m_spinner->setVisible(refreshing);
    if (refreshing) {
        m_listsRead->setText(tr("Reading the lists from %1…").arg(platformTitle(m_platform)));
        m_notice->clear();
    }
}

void PullSettingsPage::showRefreshFailure(const QString &text)
{
    m_notice->say(NoticeLabel::Kind::Warning,
                  tr("The lists could not be read anew, those shown are from before. %1").arg(text));
}

bool PullSettingsPage::highlight(OptionList list, const QString &remoteId)
{
    for (CheckList *checkList : std::as_const(m_lists)) {
        if (checkList->list() == list)
            return checkList->highlight(remoteId);
    }
    return false;
}

bool PullSettingsPage::hasField(const QString &field) const
{
    return widgetOf(field);
}

void PullSettingsPage::focusField(const QString &field)
{
    if (QWidget *widget = widgetOf(field))
        widget->setFocus(Qt::OtherFocusReason);
}

QWidget *PullSettingsPage::widgetOf(const QString &field) const
{
    if (field == "contacts"_L1)
        return m_contacts;
    if (field == "locations"_L1)
        return m_locations;
    if (field == "interval"_L1)
        return m_interval;
    if (QWidget *widget = m_form->widgetOf(field))
        return widget;
    for (CheckList *checkList : m_lists) {
        if (optionListKey(checkList->list()) == field)
            return checkList;
    }
    return nullptr;
}

} // namespace tandem
