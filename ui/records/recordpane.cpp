// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/recordpane.h"

#include "core/logging.h"
#include "ui/application.h"
#include "ui/directory/directorysection.h"
#include "ui/records/historysection.h"
#include "ui/records/recordform.h"
#include "ui/records/recordsaver.h"
#include "ui/records/syncstatussection.h"
#include "ui/whendone.h"
#include "ui/widgets/badgelabel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/messagebox.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

QWidget *makeHeading(const QString &title, QWidget *parent)
{
    auto *heading = new QWidget(parent);
    auto *label = new QLabel(title, heading);
    label->setTextFormat(Qt::PlainText);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    auto *line = new QFrame(heading);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(line, 1);
    return heading;
}

} // namespace

RecordPane::RecordPane(Application &application, DraftStore &drafts, QWidget *parent)
    : QWidget(parent)
    , m_application(application)
    , m_drafts(drafts)
    , m_saver(new RecordSaver(application, drafts, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
{
    setObjectName(u"recordPane"_s);
    m_empty->setObjectName(u"noRecordPage"_s);
    m_empty->show(kindIcon(AssetKind::Configuration), tr("No record selected"),
                  tr("Choose a record in the list to see and edit it."), {});
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeRecordPage());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
}

RecordPane::~RecordPane()
{
    m_form->disconnect(this);
    m_status->disconnect(this);
    m_history->disconnect(this);
    m_saver->disconnect(this);
}

QWidget *RecordPane::makeRecordPage()
{
    auto *page = new QWidget(this);
    m_title = new ElidedLabel(page);
    m_title->setObjectName(u"recordTitle"_s);
    QFont heading = m_title->font();
    heading.setPointSizeF(heading.pointSizeF() * 1.3);
    heading.setWeight(QFont::DemiBold);
    m_title->setFont(heading);
    m_badges = new BadgeLabel(page);
    m_badges->setObjectName(u"recordBadges"_s);
    QFont badgeFont = m_badges->font();
    badgeFont.setPointSizeF(badgeFont.pointSizeF() * 1.15);
    m_badges->setFont(badgeFont);
    m_subtitle = new ElidedLabel(page);
    m_subtitle->setObjectName(u"recordSubtitle"_s);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_message = new MessageBar(page);
    m_message->setObjectName(u"recordMessage"_s);

    auto *content = new QWidget(page);
    m_form = new RecordForm(m_application, content);
    m_directoryHeading = makeHeading(tr("Active Directory"), content);
    m_directory = new DirectorySection(content);
    m_statusHeading = makeHeading(tr("PSA sync status"), content);
    m_status = new SyncStatusSection(m_application, content);
    m_historyHeading = makeHeading(tr("History"), content);
    m_history = new HistorySection(m_application, content);

    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(12, 8, 12, 12);
    contentColumn->setSpacing(8);
    contentColumn->addWidget(m_form);
    contentColumn->addWidget(m_directoryHeading);
    contentColumn->addWidget(m_directory);
    contentColumn->addWidget(m_statusHeading);
    contentColumn->addWidget(m_status);
    contentColumn->addWidget(m_historyHeading);
    contentColumn->addWidget(m_history);
    contentColumn->addStretch();
    m_scroll = new QScrollArea(page);
    m_scroll->setObjectName(u"recordScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);

    m_delete = new QPushButton(actionIcon(u"delete"_s), tr("Delete…"), page);
    m_delete->setObjectName(u"deleteRecordButton"_s);
    m_delete->setAutoDefault(false);
    m_revert = new QPushButton(actionIcon(u"revert"_s), tr("Revert"), page);
    m_revert->setObjectName(u"revertButton"_s);
    m_revert->setAutoDefault(false);
    m_revert->setToolTip(tr("Let go of the changes that are not saved"));
    m_save = new QPushButton(actionIcon(u"save"_s), tr("Save"), page);
    m_save->setObjectName(u"saveButton"_s);
    m_save->setDefault(true);
    m_save->setToolTip(tr("Save this record (Ctrl+S)"));

    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(8);
    titleRow->addWidget(m_title, 1);
    titleRow->addWidget(m_badges, 0, Qt::AlignVCenter);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 4);
    head->setSpacing(4);
    head->addLayout(titleRow);
    head->addWidget(m_subtitle);
    head->addWidget(m_message);
    auto *line = new QFrame(page);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 8, 12, 8);
    buttons->setSpacing(8);
    buttons->addWidget(m_delete);
    buttons->addStretch();
    buttons->addWidget(m_revert);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    column->addWidget(line);
    column->addLayout(buttons);

    connect(m_form, &RecordForm::edited, this, &RecordPane::takeEdit);
    connect(m_status, &SyncStatusSection::fieldWanted, this, &RecordPane::focusField);
    connect(m_status, &SyncStatusSection::recordWanted, this, &RecordPane::recordWanted);
    connect(m_status, &SyncStatusSection::settingsWanted, this, &RecordPane::settingsWanted);
    connect(m_status, &SyncStatusSection::conflictsWanted, this, &RecordPane::conflictsWanted);
    connect(m_status, &SyncStatusSection::failed, this, &RecordPane::showFailure);
    connect(m_status, &SyncStatusSection::settled, this, &RecordPane::settleIfIdle);
    connect(m_delete, &QPushButton::clicked, this, &RecordPane::remove);
    connect(m_revert, &QPushButton::clicked, this, &RecordPane::revert);
    connect(m_save, &QPushButton::clicked, this, &RecordPane::save);
    connect(m_history, &HistorySection::said, this, &RecordPane::said);
    connect(m_history, &HistorySection::failed, this, &RecordPane::showFailure);
    connect(m_saver, &RecordSaver::saved, this, &RecordPane::takeSaved);
    connect(m_saver, &RecordSaver::failed, this, &RecordPane::takeFailed);
    return page;
}

void RecordPane::showRecord(RecordId id, const QString &field)
{
    m_wantedField = field;
    if (id == m_wanted && m_isShown && !m_isLoading) {
        if (!field.isEmpty())
            focusField(field);
        return;
    }
    m_wanted = id;
    m_message->hide();
    if (id == 0) {
        m_isShown = false;
        m_isLoading = false;
        m_view = {};
        m_pages->setCurrentIndex(0);
        Q_EMIT shown();
        Q_EMIT stateChanged();
        settleIfIdle();
        return;
    }
    // Keys pressed until the other record is there must not land in this one.
    if (m_isShown && m_form->isAncestorOf(focusWidget()))
        setFocus();
    if (id < 0) {
        if (const std::optional<Draft> draft = m_drafts.find(id))
            takeNew(*draft);
        return;
    }
    m_isStale = false;
    load();
    // What comes of it is shown as any other change that a sync brings; if nothing does, the next sync reads it.
    whenDone(m_application.engine().readDetails(id), this, [](const Result<void> &read) {
        if (!read)
            qCDebug(lcUi) << "Details of the record shown were not read:" << errorCodeName(read.error().code);
    });
}

RecordId RecordPane::recordId() const
{
    return m_wanted;
}

const RecordView &RecordPane::view() const
{
    return m_view;
}

bool RecordPane::isBusy() const
{
    return m_isLoading || m_saver->isBusy() || m_status->isBusy();
}

bool RecordPane::hasChanges() const
{
    return m_isShown && !m_form->draft().changes.isEmpty();
}

QString RecordPane::deleteProblem() const
{
    if (!m_isShown)
        return tr("No record is selected.");
    for (const RecordView::Sync &sync : m_view.sync) {
        const SyncState state = sync.badge.state;
        const bool isResting = sync.link.isDisabled || sync.link.isOrphaned || state == SyncState::Disabled
            || state == SyncState::Disconnected || state == SyncState::Orphaned;
        const bool mayBeThere = state == SyncState::Pushing || state == SyncState::Checking;
        if ((sync.link.isLinked() && !isResting) || mayBeThere)
            return tr("It syncs with %1. Disable its sync first, then it can be deleted here.")
                .arg(sync.badge.integrationName);
    }
    return {};
}

QString RecordPane::focusedField() const
{
    return m_isShown ? m_form->focusedField() : QString();
}

void RecordPane::focusField(const QString &field)
{
    if (m_isLoading)
        m_wantedField = field;
    else if (m_isShown)
        m_form->focusField(field);
}

void RecordPane::load()
{
    m_isLoading = true;
    const RecordId id = m_wanted;
    whenDone(m_application.reader().record(id), this, [this, id](const Result<RecordView> &found) {
        if (id != m_wanted)
            return;
        m_isLoading = false;
        if (found) {
            take(*found);
        } else if (found.error().code == ErrorCode::NotFound) {
            showRecord(0);
        } else {
            showFailure(found.error().message);
        }
        if (m_isStale && m_wanted == id) {
            m_isStale = false;
            load();
        }
        settleIfIdle();
    });
}

void RecordPane::take(const RecordView &view)
{
    const bool isOther = !m_isShown || view.record.id != m_view.record.id;
    m_view = view;
    m_isShown = true;
    m_form->setRecord(view, m_drafts.find(view.record.id));
    if (const Draft draft = m_form->draft(); m_drafts.find(draft.id) && draft.changes.isEmpty())
        m_drafts.discard(draft.id);
    if (view.directory)
        m_directory->setFacts(*view.directory);
    m_directoryHeading->setVisible(view.directory.has_value());
    m_directory->setVisible(view.directory.has_value());
    m_status->setRecord(view);
    m_history->setRecord(view);
    m_statusHeading->show();
    m_status->show();
    m_historyHeading->setVisible(!view.history.isEmpty());
    m_history->setVisible(!view.history.isEmpty());
    m_pages->setCurrentIndex(1);
    if (isOther)
        m_scroll->verticalScrollBar()->setValue(0);
    showHead();
    if (!m_wantedField.isEmpty())
        m_form->focusField(std::exchange(m_wantedField, {}));
    if (isOther)
        Q_EMIT shown();
    Q_EMIT stateChanged();
}

void RecordPane::takeNew(const Draft &draft)
{
    m_isLoading = false;
    m_view = {};
    m_view.record.id = draft.id;
    m_view.record.kind = draft.kind;
    for (const IntegrationStatus &status : m_application.integrations()) {
        RecordView::Sync sync;
        sync.badge.integrationId = status.integration.id;
        sync.badge.integrationName = status.integration.name;
        sync.badge.platform = status.integration.platform;
        sync.isTwoWay = status.integration.settings.twoWay;
        m_view.sync.append(sync);
    }
    m_isShown = true;
    m_form->setRecord(m_view, draft);
    m_directoryHeading->hide();
    m_directory->hide();
    m_statusHeading->hide();
    m_status->hide();
    m_historyHeading->hide();
    m_history->hide();
    m_pages->setCurrentIndex(1);
    m_scroll->verticalScrollBar()->setValue(0);
    showHead();
    m_form->focusField(std::exchange(m_wantedField, {}));
    Q_EMIT shown();
    Q_EMIT stateChanged();
    settleIfIdle();
}

void RecordPane::takeEdit()
{
    Draft draft = m_form->draft();
    FieldValues values = m_view.record.fields;
    for (auto it = draft.changes.constBegin(); it != draft.changes.constEnd(); ++it)
        values.insert(it.key(), it.value());
    draft.title = displayNameOf(draft.kind, values);
    m_drafts.put(draft);
    showHead();
    Q_EMIT stateChanged();
}

void RecordPane::showHead()
{
    const Draft draft = m_form->draft();
    FieldValues values = m_view.record.fields;
    for (auto it = draft.changes.constBegin(); it != draft.changes.constEnd(); ++it)
        values.insert(it.key(), it.value());
    QString name = displayNameOf(m_view.record.kind, values);
    const bool isNew = m_view.record.id < 0;
    if (name.isEmpty() && isNew) {
        switch (m_view.record.kind) {
        case AssetKind::Organization:
            name = tr("New Organization");
            break;
        case AssetKind::Location:
            name = tr("New Location");
            break;
        case AssetKind::Contact:
            name = tr("New Contact");
            break;
        case AssetKind::Configuration:
            name = tr("New Configuration");
            break;
        case AssetKind::Count:
            break;
        }
    }
    m_title->setText(hasChanges() ? tr("%1 ●", "title of a record with unsaved changes").arg(name) : name);
    m_title->setAccessibleName(hasChanges() ? tr("%1 (unsaved changes)").arg(name) : name);
    const QString organization = draft.changes.contains("organization"_L1)
        ? draft.names.value("organization"_L1).toString()
        : m_view.referenceNames.value(u"organization"_s);
    const QString kind = kindTitle(m_view.record.kind);
    m_subtitle->setText(
        organization.isEmpty() ? kind : tr("%1 · %2", "kind · organization").arg(kind, organization));

    QList<SyncBadge> badges;
    for (const RecordView::Sync &sync : std::as_const(m_view.sync)) {
        if (!isNew)
            badges.append(sync.badge);
    }
    m_badges->setBadges(badges);

    m_save->setEnabled(!m_saver->isBusy() && (hasChanges() || isNew));
    m_save->setText(isNew ? tr("Create") : tr("Save"));
    m_revert->setEnabled(hasChanges() || isNew);
    m_revert->setText(isNew ? tr("Discard") : tr("Revert"));
    const QString problem = deleteProblem();
    m_delete->setVisible(!isNew);
    m_delete->setEnabled(problem.isEmpty());
    m_delete->setToolTip(problem.isEmpty() ? tr("Delete this record from Tandem") : problem.toHtmlEscaped());
}

void RecordPane::showFailure(const QString &sentence)
{
    m_message->showText(MessageBar::Tone::Error, sentence);
}

void RecordPane::save()
{
    if (!m_isShown || m_saver->isBusy() || m_isLoading)
        return;
    if (!hasChanges() && m_view.record.id > 0) {
        Q_EMIT said(tr("Nothing has changed, so there is nothing to save."));
        return;
    }
    if (!m_form->validate()) {
        m_message->showText(MessageBar::Tone::Error,
                            tr("It is not saved yet: please correct the fields that are marked."));
        return;
    }
    m_message->hide();
    m_saver->save(m_form->draft(), m_view.record.fields);
    showHead();
}

void RecordPane::takeSaved(const Draft &draft, const Saved &result)
{
    if (m_wanted == draft.id && m_isShown) {
        const QString field = focusedField();
        m_wanted = result.id;
        m_wantedField = draft.isNew() ? field : QString();
        load();
    }
    Q_EMIT said(tr("%1 saved.").arg(draft.title));
    Q_EMIT saved(draft.id, result.id);
}

void RecordPane::takeFailed(const Draft &draft, const Error &error)
{
    if (m_wanted == draft.id && m_isShown) {
        showHead();
        showFailure(error.message);
        m_form->showProblem(error.field, error.message);
    } else {
        Q_EMIT said(tr("%1 was not saved: %2").arg(draft.title, error.message));
    }
    settleIfIdle();
}

void RecordPane::revert()
{
    if (!m_isShown)
        return;
    const RecordId id = m_view.record.id;
    m_drafts.discard(id);
    m_message->hide();
    if (id < 0) {
        showRecord(0);
        return;
    }
    m_form->revert();
    showHead();
    Q_EMIT stateChanged();
}

void RecordPane::remove()
{
    if (const QString problem = deleteProblem(); !problem.isEmpty() || m_view.record.id <= 0) {
        Q_EMIT said(problem);
        return;
    }
    const auto removeNow = [this, id = m_view.record.id](bool isAccepted) {
        if (!isAccepted)
            return;
        whenDone(m_application.engine().removeRecord(id), this, [this, id](const Result<void> &removed) {
            if (!removed) {
                showFailure(removed.error().message);
                return;
            }
            m_drafts.discard(id);
            if (m_wanted == id)
                showRecord(0);
        });
    };
    MessageBox::show(this,
                     {.icon = QMessageBox::Warning,
                      .title = tr("Delete Record"),
                      .text = tr("Delete “%1” from Tandem?").arg(m_view.record.displayName()),
                      .detail = tr("This cannot be undone. Nothing is deleted in any PSA."),
                      .acceptText = tr("Delete")},
                     removeNow);
}

void RecordPane::takeChanges(const QList<RecordId> &ids)
{
    if (m_wanted <= 0 || !ids.contains(m_wanted))
        return;
    if (m_isLoading)
        m_isStale = true;
    else
        load();
}

void RecordPane::scrollToStatus()
{
    m_scroll->ensureWidgetVisible(m_status, 0, 0);
    m_scroll->verticalScrollBar()->setValue(m_statusHeading->y());
}

void RecordPane::scrollToHistory()
{
    m_scroll->verticalScrollBar()->setValue(m_historyHeading->y());
}

void RecordPane::settleIfIdle()
{
    if (!isBusy())
        Q_EMIT settled();
}

} // namespace tandem
