// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/syncsettingseditor.h"

#include "ui/application.h"
#include "ui/integrations/affectedrecordsdialog.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/platformsettingsform.h"
#include "ui/integrations/pullsettingspage.h"
#include "ui/integrations/twowaysettingspage.h"
#include "ui/whendone.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/messagebox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

EnabledValues tickedOf(const QList<StoredOption> &options, const EnabledValues &shape)
{
    EnabledValues enabled;
    for (auto it = shape.begin(); it != shape.end(); ++it)
        enabled.insert(it.key(), {});
    for (const StoredOption &option : options) {
        if (option.isSyncing && enabled.contains(option.list))
            enabled[option.list] += option.remoteId;
    }
    return enabled;
}

QString valueKey(const StoredOption &option)
{
    return optionListName(option.list) + u'/' + option.remoteId;
}

} // namespace

SyncSettingsEditor::SyncSettingsEditor(Application &application, IntegrationId id, Platform platform,
                                       QWidget *parent)
    : QWidget(parent)
    , m_application(application)
    , m_id(id)
    , m_tabs(new QTabWidget(this))
    , m_pull(new PullSettingsPage(platform))
    , m_twoWay(new TwoWaySettingsPage(platform))
    , m_message(new MessageBar(this))
    , m_debounce(new QTimer(this))
{
    setObjectName(u"syncSettingsEditor"_s);
    m_tabs->setObjectName(u"settingsTabs"_s);
    m_tabs->addTab(m_pull, tr("Sync &Settings"));
    // Small screens scroll this tab, which cannot shrink by itself as the lists of the other do.
    auto *twoWayScroll = new QScrollArea;
    twoWayScroll->setObjectName(u"twoWayScroll"_s);
    twoWayScroll->setFrameShape(QFrame::NoFrame);
    twoWayScroll->setFocusPolicy(Qt::NoFocus);
    twoWayScroll->setWidgetResizable(true);
    twoWayScroll->setWidget(m_twoWay);
    twoWayScroll->viewport()->setAutoFillBackground(false);
    m_twoWay->setAutoFillBackground(false);
    m_tabs->addTab(twoWayScroll, tr("Two-Wa&y Sync Settings"));
    m_message->setObjectName(u"settingsMessage"_s);

    // Made after the tabs, because Tab goes by age.
    m_effectBar = new QWidget(this);
    m_effectLabel = new QLabel(m_effectBar);
    m_effectShow = new QPushButton(tr("S&how…"), m_effectBar);
    m_effectBar->setObjectName(u"effectBar"_s);
    m_effectLabel->setObjectName(u"effectLabel"_s);
    m_effectLabel->setTextFormat(Qt::PlainText);
    m_effectLabel->setWordWrap(true);
    m_effectShow->setObjectName(u"effectShowButton"_s);
    m_effectShow->setAccessibleName(tr("Show the records that this change concerns"));
    m_effectShow->setAutoDefault(false);
    auto *effectRow = new QHBoxLayout(m_effectBar);
    effectRow->setContentsMargins({});
    effectRow->addWidget(m_effectLabel, 1);
    effectRow->addWidget(m_effectShow);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_message);
    column->addWidget(m_tabs, 1);

    m_tabs->setAccessibleName(tr("Settings of the integration"));
    m_effectBar->setFocusPolicy(Qt::StrongFocus);
    m_effectBar->setFocusProxy(m_effectShow);

    m_debounce->setSingleShot(true);
    m_debounce->setInterval(300);
    connect(m_debounce, &QTimer::timeout, this, &SyncSettingsEditor::countEffect);
    connect(m_pull, &PullSettingsPage::edited, this, &SyncSettingsEditor::takeEdit);
    connect(m_twoWay, &TwoWaySettingsPage::edited, this, &SyncSettingsEditor::takeEdit);
    connect(&m_pull->platformForm(), &PlatformSettingsForm::choicesWanted, this, &SyncSettingsEditor::askForChoices);
    connect(m_pull, &PullSettingsPage::refreshRequested, this, &SyncSettingsEditor::refreshLists);
    connect(m_effectShow, &QPushButton::clicked, this, [this] {
        auto *dialog = new AffectedRecordsDialog(m_application, m_effect, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    m_tabs->setEnabled(false);
    showEffect();
    load();
}

void SyncSettingsEditor::load()
{
    whenDone(m_application.reader().integrations(), this,
             [this](const Result<QList<Integration>> &integrations) {
                 if (!integrations) {
                     m_message->showText(MessageBar::Tone::Error, errorText(integrations.error()));
                     return;
                 }
                 for (const Integration &integration : *integrations) {
                     if (integration.id == m_id) {
                         m_stored.settings = integration.settings;
                         m_pull->showListsRead(integration.listsReadAt);
                         if (!integration.listsReadAt.isValid())
                             refreshLists();
                     }
                 }
                 whenDone(m_application.reader().remoteOptions(m_id), this,
                          [this](const Result<QList<StoredOption>> &options) {
                              if (!options) {
                                  m_message->showText(MessageBar::Tone::Error, errorText(options.error()));
                                  return;
                              }
                              m_isFilling = true;
                              m_pull->setSettings(m_stored.settings);
                              m_twoWay->setSettings(m_stored.settings);
                              if (const auto status = m_application.integration(m_id))
                                  m_twoWay->showWarning(status->warning);
                              m_isFilling = false;
                              takeOptions(*options);
                              m_isLoaded = true;
                              m_tabs->setEnabled(true);
                              showEffect();
                              goToPending();
                              Q_EMIT loaded();
                          });
             });
}

void SyncSettingsEditor::takeOptions(const QList<StoredOption> &options)
{
    // What the person has ticked stays; only values that were not shown before come as they are stored.
    EnabledValues ticked = m_pull->enabledValues();
    for (const StoredOption &option : options) {
        if (option.isSyncing && !m_knownValues.contains(valueKey(option)))
            ticked[option.list] += option.remoteId;
        m_knownValues += valueKey(option);
    }
    m_options = options;
    m_isFilling = true;
    m_pull->setOptions(options, ticked);
    m_twoWay->setOptions(options);
    m_isFilling = false;
    m_stored.enabled = tickedOf(options, m_pull->enabledValues());
    takeEdit();
}

void SyncSettingsEditor::askForChoices(const QString &key, const QString &search)
{
    whenDone(m_application.engine().settingChoices(m_id, key, search), this,
             [this, key, search](const Result<QList<SettingChoice>> &found) {
                 m_pull->platformForm().offer(key, search, found);
             });
}

void SyncSettingsEditor::refreshLists()
{
    m_pull->showRefreshing(true);
    whenDone(m_application.engine().refreshLists(m_id), this, [this](const Result<void> &refreshed) {
        m_pull->showRefreshing(false);
        if (!refreshed)
            m_pull->showRefreshFailure(errorText(refreshed.error()));
        whenDone(m_application.reader().integrations(), this,
                 [this](const Result<QList<Integration>> &integrations) {
                     for (const Integration &integration : integrations.value_or(QList<Integration>{})) {
                         if (integration.id == m_id)
                             m_pull->showListsRead(integration.listsReadAt);
                     }
                 });
        whenDone(m_application.reader().remoteOptions(m_id), this,
                 [this](const Result<QList<StoredOption>> &options) {
                     if (options)
                         takeOptions(*options);
                 });
    });
}

SettingsChange SyncSettingsEditor::change() const
{
    // What this window does not show stays as it is.
    SettingsChange change{.settings = m_stored.settings, .enabled = m_pull->enabledValues()};
    m_pull->collect(&change.settings);
    m_twoWay->collect(&change.settings);
    return change;
}

bool SyncSettingsEditor::isLoaded() const
{
    return m_isLoaded;
}

bool SyncSettingsEditor::isChanged() const
{
    if (!m_isLoaded)
        return false;
    const SettingsChange now = change();
    return now.settings != m_stored.settings || now.enabled != m_stored.enabled;
}

void SyncSettingsEditor::takeEdit()
{
    if (m_isFilling)
        return;
    ++m_count;
    m_savesWhenCounted = false;
    if (isChanged()) {
        m_effectState = Effect::Counting;
        m_debounce->start();
    } else {
        m_effectState = Effect::None;
        m_debounce->stop();
    }
    showEffect();
    Q_EMIT edited();
}

void SyncSettingsEditor::countEffect()
{
    m_debounce->stop();
    const int count = ++m_count;
    whenDone(m_application.engine().previewSettings(m_id, change()), this,
             [this, count](const Result<SettingsEffect> &effect) {
                 if (count != m_count)
                     return;
                 m_effectState = effect ? Effect::Known : Effect::Failed;
                 m_effect = effect.value_or(SettingsEffect{});
                 showEffect();
                 if (!effect)
                     m_effectLabel->setText(
                         tr("What this change does could not be counted. %1").arg(errorText(effect.error())));
                 if (m_savesWhenCounted)
                     askAndApply();
             });
}

void SyncSettingsEditor::showEffect()
{
    m_effectShow->setVisible(m_effectState == Effect::Known
                             && m_effect.becomeSyncable + m_effect.becomeOrphaned > 0);
    switch (m_effectState) {
    case Effect::None:
        m_effectLabel->setText(m_isLoaded ? tr("Nothing is changed.") : tr("Reading the settings…"));
        break;
    case Effect::Counting:
        m_effectLabel->setText(tr("Counting what this change does…"));
        break;
    case Effect::Known:
        if (m_effectShow->isHidden()) {
            m_effectLabel->setText(tr("This change makes no record syncable or orphaned."));
        } else {
            const QString syncable =
                tr("%n record(s) become syncable", nullptr, shownCount(m_effect.becomeSyncable));
            const QString orphaned = tr("%n become orphaned", nullptr, shownCount(m_effect.becomeOrphaned));
            m_effectLabel->setText(tr("This change: %1 · %2").arg(syncable, orphaned));
        }
        break;
    case Effect::Failed:
        break;
    }
}

void SyncSettingsEditor::save()
{
    if (!m_isLoaded || m_isSaving || m_savesWhenCounted)
        return;
    if (const QString wrong = m_pull->platformForm().check(); !wrong.isEmpty()) {
        showField(wrong);
        Q_EMIT saveStopped();
        return;
    }
    if (!isChanged()) {
        Q_EMIT saved();
        return;
    }
    if (m_effectState != Effect::Counting) {
        apply();
        return;
    }
    // Rule B4: what the change does is told before it is applied, also to a person who is faster than the
    // count.
    m_savesWhenCounted = true;
    countEffect();
}

void SyncSettingsEditor::askAndApply()
{
    m_savesWhenCounted = false;
    if (m_effect.becomeOrphaned == 0) {
        apply();
        return;
    }
    MessageBox::show(
        this,
        {.icon = QMessageBox::Warning,
         .title = tr("Sync Settings"),
         .text = tr("%n record(s) become orphaned by this change.", nullptr, shownCount(m_effect.becomeOrphaned)),
         .detail = tr("They are kept in Tandem and in the PSA, but no longer sync."),
         .acceptText = tr("Save")},
        [this](bool accepted) {
            if (accepted)
                apply();
            else
                Q_EMIT saveStopped();
        });
}

void SyncSettingsEditor::apply()
{
    m_isSaving = true;
    m_tabs->setEnabled(false);
    const SettingsChange applied = change();
    Q_EMIT saveStarted();
    whenDone(m_application.engine().applySettings(m_id, applied), this,
             [this, applied](const Result<void> &result) {
                 m_isSaving = false;
                 m_tabs->setEnabled(true);
                 if (!result && m_pull->hasField(result.error().field)) {
                     showField(result.error().field);
                     m_pull->platformForm().showProblem(result.error().field, result.error().message);
                     Q_EMIT saveStopped();
                     return;
                 }
                 if (!result) {
                     m_message->showText(
                         MessageBar::Tone::Error,
                         tr("The settings were not saved. %1").arg(errorText(result.error())));
                     Q_EMIT saveStopped();
                     return;
                 }
                 m_stored = applied;
                 takeEdit();
                 Q_EMIT saved();
             });
}

QWidget *SyncSettingsEditor::effectBar() const
{
    return m_effectBar;
}

void SyncSettingsEditor::highlight(OptionList list, const QString &remoteId)
{
    m_pendingValue = {list, remoteId};
    m_pendingField.clear();
    if (m_isLoaded)
        goToPending();
}

void SyncSettingsEditor::showField(const QString &field)
{
    m_pendingField = field;
    m_pendingValue.reset();
    if (m_isLoaded)
        goToPending();
}

void SyncSettingsEditor::goToPending()
{
    if (m_pendingValue) {
        m_tabs->setCurrentWidget(m_pull);
        m_pull->highlight(m_pendingValue->first, m_pendingValue->second);
    } else if (!m_pendingField.isEmpty()) {
        // A widget takes the focus only while its tab is the current one.
        m_tabs->setCurrentIndex(m_pull->hasField(m_pendingField) ? 0 : 1);
        if (m_pull->hasField(m_pendingField))
            m_pull->focusField(m_pendingField);
        else
            m_twoWay->focusField(m_pendingField);
    }
    m_pendingValue.reset();
    m_pendingField.clear();
}

} // namespace tandem
