// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/recordpane.h"

#include "core/contactpoint.h"
#include "core/field.h"
#include "ui/application.h"
#include "ui/models/historymodel.h"
#include "ui/records/recordform.h"
#include "ui/records/syncstatussection.h"
#include "ui/whendone.h"
#include "ui/widgets/badgelabel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"

#include <QBoxLayout>
#include <QFrame>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTreeView>

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

/** A list value that has to be made before the record can refer to it. */
struct NewOption {
    QString field; ///< empty: a label of an email or phone, which refers to it by name
    OptionList list = OptionList::Manufacturer;
    QString name;
    QString parentField;
};

QList<NewOption> newOptionsOf(AssetKind kind, const FieldValues &changes)
{
    QList<NewOption> options;
    for (const FieldDescription &field : fieldsOf(kind)) {
        const QJsonValue value = changes.value(field.name());
        if (field.type == FieldType::Option && value.isString()) {
            NewOption option{
                .field = field.name(), .list = *field.list, .name = value.toString(), .parentField = {}};
            if (field.list == OptionList::Model)
                option.parentField = u"manufacturer"_s;
            if (field.list == OptionList::Region)
                option.parentField = u"country"_s;
            options.append(option);
        }
        if (field.type == FieldType::Emails || field.type == FieldType::Phones) {
            for (const ContactPoint &point : contactPointsFromJson(value.toArray())) {
                if (!point.label.isEmpty())
                    options.append(
                        {.field = {}, .list = *field.list, .name = point.label, .parentField = {}});
            }
        }
    }
    return options;
}

} // namespace

/** A save under way: what the person typed, and what it becomes. */
struct RecordPane::Saving {
    Draft draft;
    FieldValues changes;
    FieldValues before;
    QList<NewOption> options;
};

RecordPane::RecordPane(Application &application, DraftStore &drafts, QWidget *parent)
    : QWidget(parent)
    , m_application(application)
    , m_drafts(drafts)
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
    m_statusHeading = makeHeading(tr("PSA sync status"), content);
    m_status = new SyncStatusSection(m_application, content);
    m_historyHeading = makeHeading(tr("History"), content);
    m_history = new HistoryModel(this);
    m_historyView = new QTreeView(content);
    m_historyView->setObjectName(u"historyView"_s);
    m_historyView->setAccessibleName(tr("History"));
    m_historyView->setModel(m_history);
    m_historyView->setUniformRowHeights(true);
    m_historyView->setTextElideMode(Qt::ElideRight);
    m_historyView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_historyView->setTabKeyNavigation(false);
    m_historyView->setContextMenuPolicy(Qt::CustomContextMenu);
    m_historyView->header()->setStretchLastSection(false);
    m_historyView->header()->setSectionResizeMode(HistoryModel::TimeColumn, QHeaderView::ResizeToContents);
    m_historyView->header()->setSectionResizeMode(HistoryModel::WhatColumn, QHeaderView::Stretch);
    m_historyView->header()->setSectionResizeMode(HistoryModel::PersonColumn, QHeaderView::ResizeToContents);
    m_historyView->setTreePosition(HistoryModel::WhatColumn);

    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(12, 8, 12, 12);
    contentColumn->setSpacing(8);
    contentColumn->addWidget(m_form);
    contentColumn->addWidget(m_statusHeading);
    contentColumn->addWidget(m_status);
    contentColumn->addWidget(m_historyHeading);
    contentColumn->addWidget(m_historyView);
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
    connect(m_status, &SyncStatusSection::failed, this,
            [this](const QString &sentence) { m_message->showText(MessageBar::Tone::Error, sentence); });
    connect(m_status, &SyncStatusSection::settled, this, &RecordPane::settleIfIdle);
    connect(m_delete, &QPushButton::clicked, this, &RecordPane::deleteWanted);
    connect(m_revert, &QPushButton::clicked, this, &RecordPane::revert);
    connect(m_save, &QPushButton::clicked, this, &RecordPane::save);
    connect(m_historyView, &QWidget::customContextMenuRequested, this, &RecordPane::openHistoryMenu);
    connect(m_historyView, &QTreeView::expanded, this, &RecordPane::fitHistory);
    connect(m_historyView, &QTreeView::collapsed, this, &RecordPane::fitHistory);
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
    return m_isLoading || m_isSaving || m_status->isBusy();
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
            showFailure(found.error());
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
    m_status->setRecord(view);
    m_history->setEvents(view.history);
    m_statusHeading->show();
    m_status->show();
    m_historyHeading->setVisible(!view.history.isEmpty());
    m_historyView->setVisible(!view.history.isEmpty());
    fitHistory();
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
    m_statusHeading->hide();
    m_status->hide();
    m_historyHeading->hide();
    m_historyView->hide();
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

    m_save->setEnabled(!m_isSaving && (hasChanges() || isNew));
    m_save->setText(isNew ? tr("Create") : tr("Save"));
    m_revert->setEnabled(hasChanges() || isNew);
    m_revert->setText(isNew ? tr("Discard") : tr("Revert"));
    const QString problem = deleteProblem();
    m_delete->setVisible(!isNew);
    m_delete->setEnabled(problem.isEmpty());
    m_delete->setToolTip(problem.isEmpty() ? tr("Delete this record from Tandem") : problem.toHtmlEscaped());
}

void RecordPane::showFailure(const Error &error)
{
    m_message->showText(MessageBar::Tone::Error, error.message);
}

void RecordPane::save()
{
    if (!m_isShown || m_isSaving || m_isLoading)
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
    auto saving = std::make_shared<Saving>();
    saving->draft = m_form->draft();
    saving->changes = saving->draft.changes;
    saving->before = m_view.record.fields;
    saving->options = newOptionsOf(saving->draft.kind, saving->changes);
    m_isSaving = true;
    showHead();
    ensureNext(saving);
}

void RecordPane::ensureNext(const std::shared_ptr<Saving> &saving)
{
    if (saving->options.isEmpty()) {
        finishSave(saving);
        return;
    }
    const NewOption option = saving->options.takeFirst();
    const QJsonValue parent = saving->changes.contains(option.parentField)
        ? saving->changes.value(option.parentField)
        : saving->before.value(option.parentField);
    whenDone(m_application.engine().ensureOption(option.list, option.name, parent.toInteger()), this,
             [this, saving, option](const Result<OptionId> &id) {
                 if (!id) {
                     m_isSaving = false;
                     showFailure(id.error());
                     showHead();
                     return;
                 }
                 if (!option.field.isEmpty())
                     saving->changes.insert(option.field, *id);
                 ensureNext(saving);
             });
}

void RecordPane::finishSave(const std::shared_ptr<Saving> &saving)
{
    const bool isNew = saving->draft.isNew();
    const Edit edit{.kind = saving->draft.kind,
                    .id = isNew ? 0 : saving->draft.id,
                    .changes = saving->changes,
                    .source = RecordSource::Manual,
                    .person = m_application.person()};
    if (saving->draft.title.isEmpty())
        saving->draft.title = displayNameOf(edit.kind, edit.changes);
    whenDone(m_application.engine().save(edit), this, [this, saving](const Result<Saved> &result) {
        m_isSaving = false;
        const RecordId draftId = saving->draft.id;
        const bool isStillShown = m_wanted == draftId && m_isShown;
        if (!result) {
            if (isStillShown) {
                showHead();
                showFailure(result.error());
                m_form->showProblem(result.error().field, result.error().message);
            } else {
                Q_EMIT said(tr("%1 was not saved: %2").arg(saving->draft.title, result.error().message));
            }
            settleIfIdle();
            return;
        }
        // What was typed since the save began stays unsaved.
        if (std::optional<Draft> draft = m_drafts.find(draftId)) {
            for (auto it = saving->draft.changes.constBegin(); it != saving->draft.changes.constEnd(); ++it) {
                if (draft->changes.value(it.key()) == it.value()) {
                    draft->changes.remove(it.key());
                    draft->base.remove(it.key());
                    draft->names.remove(it.key());
                }
            }
            const Draft rest = *draft;
            m_drafts.discard(draftId);
            if (!rest.changes.isEmpty()) {
                Draft moved = rest;
                moved.id = result->id;
                m_drafts.put(moved);
            }
        }
        if (isStillShown) {
            const QString field = focusedField();
            m_wanted = result->id;
            m_wantedField = draftId < 0 ? field : QString();
            load();
        }
        Q_EMIT said(tr("%1 saved.").arg(saving->draft.title));
        Q_EMIT saved(draftId, result->id);
    });
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

void RecordPane::openHistoryMenu(const QPoint &position)
{
    const QModelIndex index = m_historyView->indexAt(position);
    const QString field = index.data(HistoryModel::FieldRole).toString();
    if (field.isEmpty())
        return;
    const QString text = index.data(HistoryModel::BeforeTextRole).toString();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *putBack =
        menu->addAction(actionIcon(u"revert"_s),
                        text.isEmpty() ? tr("Put back the blank value")
                                       : tr("Put back “%1”").arg(text.left(60).replace(u'&', "&&"_L1)));
    putBack->setObjectName(u"putBackAction"_s);
    const QJsonValue before = index.data(HistoryModel::BeforeRole).toJsonValue();
    connect(putBack, &QAction::triggered, this,
            [this, field, before, text] { m_form->enterValue(field, before, text); });
    menu->popup(m_historyView->viewport()->mapToGlobal(position));
}

/** As high as its lines, up to a point, so that the page scrolls and not a box within it. */
void RecordPane::fitHistory()
{
    constexpr int maxRows = 14;
    int rows = 0;
    for (int row = 0; row < m_history->rowCount(); ++row) {
        const QModelIndex event = m_history->index(row, 0);
        rows += 1 + (m_historyView->isExpanded(event) ? m_history->rowCount(event) : 0);
    }
    const int rowHeight =
        m_historyView->sizeHintForRow(0) > 0 ? m_historyView->sizeHintForRow(0) : fontMetrics().height() + 4;
    const int height = qMin(rows, maxRows) * rowHeight + m_historyView->header()->sizeHint().height()
        + 2 * m_historyView->frameWidth() + 2;
    m_historyView->setFixedHeight(height);
}

void RecordPane::settleIfIdle()
{
    if (!isBusy())
        Q_EMIT settled();
}

} // namespace tandem
