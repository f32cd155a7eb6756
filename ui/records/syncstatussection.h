// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/gates.h"
#include "store/recordreader.h"
#include "sync/syncengine.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tandem {

class Application;
class BadgeLabel;

/** "PSA sync status" of a record: its state with each integration, why it is held, and what can be done (E2,
 * C5). */
class SyncStatusSection final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncStatusSection)
public:
    explicit SyncStatusSection(Application &application, QWidget *parent = nullptr);

    void setRecord(const RecordView &view);
    /** Whether the gates of a held record are still being asked for. */
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    void fieldWanted(const QString &field);
    void recordWanted(tandem::RecordId id);
    void settingsWanted(tandem::IntegrationId id, const tandem::Remedy &remedy);
    void conflictsWanted(tandem::RecordId record, tandem::IntegrationId integration);
    /** A command ended badly; a sentence for the person. */
    void failed(const QString &sentence);
    void settled();

private:
    struct Card {
        IntegrationId integrationId = 0;
        QFrame *frame = nullptr;
        BadgeLabel *badge = nullptr;
        QLabel *sentence = nullptr;
        QWidget *gates = nullptr;
        QList<Gate> shownGates;
        QPushButton *manage = nullptr;
        QPushButton *syncNow = nullptr;
        QPushButton *pushNow = nullptr;
        QPushButton *retryNow = nullptr;
        QPushButton *compare = nullptr;
        QPushButton *discard = nullptr;
        QPushButton *goToField = nullptr;
        QPushButton *toggleSync = nullptr;
    };

    Card makeCard(const RecordView::Sync &sync);
    void update(Card &card, const RecordView::Sync &sync);
    void showGates(Card &card, const QList<Gate> &gates);
    void askWhy();
    void follow(IntegrationId integrationId, const Remedy &remedy);
    [[nodiscard]] const RecordView::Sync *syncOf(IntegrationId id) const;
    void report(const QFuture<Result<void>> &future);

    Application &m_application;
    RecordView m_view;
    QList<Card> m_cards;
    QVBoxLayout *m_column;
    QLabel *m_none;
    int m_whyRequest = 0;
    bool m_isBusy = false;
};

} // namespace tandem
