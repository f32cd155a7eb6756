// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/gates.h"
#include "store/recordreader.h"
#include "ui/records/draftstore.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace tandem {

class Application;
struct Saved;
class BadgeLabel;
class DirectorySection;
class ElidedLabel;
class EmptyState;
class HistorySection;
class MessageBar;
class RecordForm;
class RecordSaver;
class SyncStatusSection;

/** One record: title and badges, its form, its PSA sync status, its history, and Revert and Save. */
class RecordPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordPane)
public:
    RecordPane(Application &application, DraftStore &drafts, QWidget *parent = nullptr);
    ~RecordPane() override;

    /** Below 0: a new record of the drafts; 0: none. `field` gets the focus once it is there, if not empty.
     */
    void showRecord(RecordId id, const QString &field = {});
    [[nodiscard]] RecordId recordId() const;
    [[nodiscard]] const RecordView &view() const;
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool hasChanges() const;
    /** Why the record cannot be deleted, in words; empty when it can (rule E4). */
    [[nodiscard]] QString deleteProblem() const;
    [[nodiscard]] QString focusedField() const;
    void focusField(const QString &field);

    void save();
    void revert();
    /** Deletes the record from Tandem, after asking. */
    void remove();
    /** For the engine's signal of the same name. */
    void takeChanges(const QList<RecordId> &ids);
    void scrollToStatus();
    void scrollToHistory();

Q_SIGNALS:
    /** A record is shown, or none. */
    void shown();
    void settled();
    /** Something that actions depend on changed: edits, states. */
    void stateChanged();
    void saved(tandem::RecordId draftId, tandem::RecordId id);
    void recordWanted(tandem::RecordId id);
    void settingsWanted(tandem::IntegrationId id, const tandem::Remedy &remedy);
    /** The person wants to choose between the values of both sides. */
    void conflictsWanted(tandem::RecordId record, tandem::IntegrationId integration);
    void said(const QString &sentence);

private:
    QWidget *makeRecordPage();
    void load();
    void take(const RecordView &view);
    void takeNew(const Draft &draft);
    void takeEdit();
    void showHead();
    void showFailure(const QString &sentence);
    void takeSaved(const Draft &draft, const Saved &result);
    void takeFailed(const Draft &draft, const Error &error);
    void settleIfIdle();

    Application &m_application;
    DraftStore &m_drafts;
    RecordSaver *m_saver;
    RecordView m_view;
    RecordId m_wanted = 0; ///< asked for; shown once it has been read
    QString m_wantedField;
    bool m_isLoading = false;
    bool m_isStale = false; ///< changed again while it was being read
    bool m_isShown = false;

    QStackedWidget *m_pages;
    EmptyState *m_empty;
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    BadgeLabel *m_badges;
    MessageBar *m_message;
    QScrollArea *m_scroll;
    RecordForm *m_form;
    QWidget *m_directoryHeading;
    DirectorySection *m_directory;
    QWidget *m_statusHeading;
    SyncStatusSection *m_status;
    QWidget *m_historyHeading;
    HistorySection *m_history;
    QPushButton *m_delete;
    QPushButton *m_revert;
    QPushButton *m_save;
};

} // namespace tandem
