// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/newintegrationpages.h"

#include "rules/fieldmap.h"
#include "ui/application.h"
#include "ui/integrations/connectionform.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/integrations/syncsettingseditor.h"
#include "ui/whendone.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Where the list has the number of a platform. */
constexpr int directoryEntry = -1;

QIcon platformIcon(Platform platform, const QWidget *widget)
{
    const SyncBadge badge{.platform = platform};
    const qreal ratio = widget->devicePixelRatioF();
    QPixmap picture(QSize(56, 24) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintBadge(&painter, QRect(0, 0, 56, 24), badge, widget->font(), widget->palette());
    return QIcon(picture);
}

} // namespace

PlatformPage::PlatformPage(QWidget *parent)
    : QWizardPage(parent)
    , m_list(new QListWidget(this))
{
    setObjectName(u"platformPage"_s);
    setTitle(tr("Choose Your PSA or Directory"));
    setSubTitle(tr("Tandem fetches a PSA's records, and sends your edits once you enable two-way sync. A directory is only read."));

    m_list->setObjectName(u"platformList"_s);
    m_list->setAccessibleName(tr("PSA or directory"));
    m_list->setIconSize(QSize(56, 24));
    m_list->setSpacing(4);
    m_list->setUniformItemSizes(true);
    for (const Platform platform : allPlatforms) {
        const bool isKnown = FieldMap::shipped(platform);
        const QString sentence =
            isKnown ? platformSentence(platform) : tr("Not available in this version of Tandem.");
        auto *item = new QListWidgetItem(
            platformIcon(platform, this),
            tr("%1\n%2", "a PSA and a sentence about it").arg(platformTitle(platform), sentence));
        item->setData(Qt::UserRole, int(platform));
        if (!isKnown)
            item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsSelectable));
        m_list->addItem(item);
        if (isKnown && !m_list->currentItem())
            m_list->setCurrentItem(item);
    }
    auto *directory = new QListWidgetItem(kindIcon(AssetKind::Contact),
                                          tr("Directory (LDAP)\nUsers of Active Directory or another LDAP server become contacts."));
    directory->setData(Qt::UserRole, directoryEntry);
    m_list->addItem(directory);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list);

    connect(m_list, &QListWidget::itemSelectionChanged, this, &PlatformPage::completeChanged);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] {
        if (isComplete())
            wizard()->next();
    });
}

Platform PlatformPage::platform() const
{
    const QList<QListWidgetItem *> selected = m_list->selectedItems();
    return selected.isEmpty() || isDirectory() ? Platform::Count
                                               : Platform(selected.constFirst()->data(Qt::UserRole).toInt());
}

bool PlatformPage::isDirectory() const
{
    const QList<QListWidgetItem *> selected = m_list->selectedItems();
    return !selected.isEmpty() && selected.constFirst()->data(Qt::UserRole).toInt() == directoryEntry;
}

bool PlatformPage::isComplete() const
{
    return isDirectory() || platform() != Platform::Count;
}

ConnectionPage::ConnectionPage(Application &application, const PlatformPage &platform, QWidget *parent)
    : QWizardPage(parent)
    , m_platform(platform)
    , m_form(new ConnectionForm(application, ConnectionForm::Use::New, this))
{
    setObjectName(u"connectionPage"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_form);
    connect(m_form, &ConnectionForm::edited, this, [this] { m_goesOn = false; });
    connect(m_form, &ConnectionForm::testStarted, this, &ConnectionPage::completeChanged);
    connect(m_form, &ConnectionForm::testFinished, this, [this](bool passed) {
        const bool goesOn = m_goesOn && passed;
        m_goesOn = false;
        Q_EMIT completeChanged();
        if (goesOn)
            wizard()->next();
    });
}

ConnectionForm &ConnectionPage::form() const
{
    return *m_form;
}

bool ConnectionPage::hasInput() const
{
    return m_form->hasInput();
}

void ConnectionPage::initializePage()
{
    const QString psa = platformTitle(m_platform.platform());
    setTitle(tr("Connect to %1").arg(psa));
    setSubTitle(tr("The keys are kept in the keychain of this computer, never in the database."));
    m_form->setPlatform(m_platform.platform());
}

void ConnectionPage::cleanupPage()
{
    // Going back keeps what was typed, but no answer may take the person forward again.
    m_goesOn = false;
    m_form->cancelTest();
}

bool ConnectionPage::isComplete() const
{
    return !m_form->isTesting();
}

bool ConnectionPage::validatePage()
{
    if (m_form->isTested())
        return true;
    m_form->test();
    m_goesOn = m_form->isTesting();
    return false;
}

NamePage::NamePage(Application &application, const ConnectionPage &connection, QWidget *parent)
    : QWizardPage(parent)
    , m_application(application)
    , m_connection(connection)
    , m_found(new QLabel(this))
    , m_warning(new NoticeLabel(this))
    , m_name(new QLineEdit(this))
    , m_error(new NoticeLabel(this))
    , m_progress(new QProgressBar(this))
    , m_progressText(new QLabel(this))
{
    setObjectName(u"namePage"_s);
    setTitle(tr("Name the Integration"));
    setSubTitle(tr("Badges, lists and logs show this name."));
    setCommitPage(true);
    setButtonText(QWizard::CommitButton, tr("&Connect"));

    m_found->setObjectName(u"foundLabel"_s);
    m_found->setTextFormat(Qt::PlainText);
    m_found->setWordWrap(true);
    m_warning->setObjectName(u"connectionWarning"_s);
    m_name->setObjectName(u"nameEdit"_s);
    m_name->setMaxLength(100);
    m_error->setObjectName(u"nameError"_s);
    m_progress->setObjectName(u"connectProgress"_s);
    m_progress->setAccessibleName(tr("Connecting"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(160);
    m_progressText->setObjectName(u"connectProgressText"_s);
    m_progressText->setTextFormat(Qt::PlainText);

    auto *label = new QLabel(tr("&Name:"), this);
    label->setBuddy(m_name);
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->addRow(label, m_name);
    auto *progress = new QHBoxLayout;
    progress->addWidget(m_progress);
    progress->addWidget(m_progressText, 1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_found);
    column->addWidget(m_warning);
    column->addSpacing(8);
    column->addLayout(form);
    column->addWidget(m_error);
    column->addLayout(progress);
    column->addStretch(1);
    showBusy(false);

    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_error->clear();
        Q_EMIT completeChanged();
    });
}

IntegrationId NamePage::integrationId() const
{
    return m_id;
}

void NamePage::initializePage()
{
    const ConnectionForm &form = m_connection.form();
    m_found->setText(connectedSentence(form.server()));
    m_warning->say(NoticeLabel::Kind::Warning, form.server().warning);
    // A name the person chose survives going back and forth.
    if (m_name->text() == m_suggested) {
        const QString name = suggestedName(form.platform(), form.server());
        m_suggested = name;
        for (int number = 2; isTaken(m_suggested); ++number)
            m_suggested = tr("%1 (%2)", "a name and a number").arg(name, QString::number(number));
        m_name->setText(m_suggested);
        m_name->selectAll();
    }
    m_name->setFocus();
}

void NamePage::cleanupPage()
{
    m_error->clear();
}

bool NamePage::isComplete() const
{
    return !m_isBusy && !m_name->text().trimmed().isEmpty();
}

bool NamePage::isTaken(const QString &name) const
{
    const QList<IntegrationStatus> integrations = m_application.integrations();
    for (const IntegrationStatus &status : integrations) {
        if (status.integration.name.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

bool NamePage::validatePage()
{
    if (m_id != 0)
        return true;
    if (m_isBusy)
        return false;
    ConnectionDetails details = m_connection.form().details();
    details.name = m_name->text().trimmed();
    if (isTaken(details.name)) {
        m_error->say(NoticeLabel::Kind::Error,
                     tr("Another integration has this name. Choose a different one."));
        m_name->setFocus();
        return false;
    }
    showBusy(true);
    whenDone(m_application.engine().addIntegration(details), this,
             [this](const Result<IntegrationId> &added) {
                 if (!added) {
                     showBusy(false);
                     m_application.refreshIntegrations();
                     m_error->say(NoticeLabel::Kind::Error, errorText(added.error()));
                     return;
                 }
                 // It waits for its first sync until the lists are reviewed on the next page.
                 m_id = *added;
                 showBusy(false);
                 m_application.refreshIntegrations();
                 wizard()->next();
             });
    return false;
}

void NamePage::showBusy(bool busy)
{
    m_isBusy = busy;
    m_progress->setVisible(busy);
    m_progressText->setVisible(busy);
    m_progressText->setText(tr("Connecting, and reading the lists of types and statuses…"));
    m_name->setReadOnly(busy);
    if (wizard())
        wizard()->button(QWizard::BackButton)->setEnabled(!busy);
    Q_EMIT completeChanged();
}

ReviewSettingsPage::ReviewSettingsPage(Application &application, const ConnectionPage &connection,
                                       const NamePage &name, QWidget *parent)
    : QWizardPage(parent)
    , m_application(application)
    , m_connection(connection)
    , m_name(name)
    , m_message(new MessageBar(this))
    , m_startSync(new QCheckBox(tr("Start the first sync &now"), this))
    , m_foot(new QHBoxLayout)
{
    setObjectName(u"reviewSettingsPage"_s);
    setTitle(tr("Choose What Syncs"));
    setSubTitle(tr("The integration is connected. Nothing is fetched before you finish here."));
    setFinalPage(true);
    m_message->setObjectName(u"reviewMessage"_s);
    m_startSync->setObjectName(u"startSyncCheck"_s);
    m_startSync->setChecked(true);
    m_startSync->setToolTip(tr("Otherwise the integration stays paused until you choose Resume Sync."));

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addLayout(m_foot);
    m_foot->addStretch(1);
    m_foot->addWidget(m_startSync);
}

bool ReviewSettingsPage::hasUnsavedChanges() const
{
    return m_editor && m_editor->isChanged();
}

void ReviewSettingsPage::initializePage()
{
    if (m_editor)
        return;
    m_editor =
        new SyncSettingsEditor(m_application, m_name.integrationId(), m_connection.form().platform(), this);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(1, m_editor, 1);
    m_foot->insertWidget(0, m_editor->effectBar(), 1);
    QWidget::setTabOrder(m_editor->effectBar(), m_startSync);
    connect(m_editor, &SyncSettingsEditor::loaded, this, &QWizardPage::completeChanged);
    connect(m_editor, &SyncSettingsEditor::saveStarted, this, [this] { showBusy(true); });
    connect(m_editor, &SyncSettingsEditor::saveStopped, this, [this] { showBusy(false); });
    connect(m_editor, &SyncSettingsEditor::saved, this, &ReviewSettingsPage::finish);
}

bool ReviewSettingsPage::isComplete() const
{
    return !m_isBusy && m_editor && m_editor->isLoaded();
}

bool ReviewSettingsPage::validatePage()
{
    if (m_isDone)
        return true;
    if (m_startSync->isChecked()) {
        m_editor->save();
        return false;
    }
    // Stored settings queue a sync (rule B4), so the integration is paused before they are.
    showBusy(true);
    whenDone(m_application.engine().setPaused(m_name.integrationId(), true), this,
             [this](const Result<void> &paused) {
                 showBusy(false);
                 if (paused)
                     m_editor->save();
                 else
                     m_message->showText(MessageBar::Tone::Error, errorText(paused.error()));
             });
    return false;
}

void ReviewSettingsPage::finish()
{
    if (m_startSync->isChecked()) {
        // The list of integrations shows how it goes and what went wrong; nobody has to wait here for its
        // end.
        whenDone(m_application.engine().sync(m_name.integrationId(), true), &m_application,
                 [](const Result<RunSummary> &) {});
    }
    m_isDone = true;
    Q_EMIT done();
}

void ReviewSettingsPage::showBusy(bool busy)
{
    m_isBusy = busy;
    Q_EMIT completeChanged();
}

} // namespace tandem
