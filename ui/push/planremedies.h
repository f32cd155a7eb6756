// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/gates.h"
#include "sync/syncengine.h"
#include "ui/push/heldgroups.h"

#include <QObject>

#include <deque>
#include <optional>

namespace tandem {

class JobBar;
class PushAllSession;

/** What a button of the held rows does: a remedy, and the records it is for. */
struct RemedyOffer {
    Remedy remedy;
    QString text; ///< of the button
    AssetKind kind = AssetKind::Organization; ///< of `records`
    QList<RecordId> records; ///< empty: it is for the integration
};

/** The remedy for one of the records that a gate holds. */
[[nodiscard]] RemedyOffer offerForOne(const Remedy &remedy, AssetKind kind, RecordId record);
/** The remedy for all of them; nothing when it differs from record to record. */
[[nodiscard]] std::optional<RemedyOffer> offerForAll(const Remedy &remedy, const HeldGroup &group);

/**
 * Carries out the remedies of held records (rule C5), for one or for many: asks what is to be asked, saves
 * one record after the other with progress in a JobBar, and tells when something is different. One thing at a
 * time.
 */
class PlanRemedies final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanRemedies)
public:
    /** `window` owns this and is the parent of the questions. */
    PlanRemedies(PushAllSession &session, JobBar *bar, QWidget *window);
    ~PlanRemedies() override;

    void apply(const RemedyOffer &offer);
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    void busyChanged(bool isBusy);
    /** Something is different, so that the preview is to be made anew. */
    void applied();
    /** A person wants to see this record. */
    void recordWanted(tandem::RecordId id);

private:
    void askValue(const RemedyOffer &offer);
    void showQuestion(const RemedyOffer &offer, const Record &record, const QString &valueName);
    void setField(const RemedyOffer &offer, const QJsonValue &value, OptionId parent);
    void askLocations(const RemedyOffer &offer);
    void openSettings(const Remedy &remedy);
    void enableSync(const RemedyOffer &offer);
    void reconnect(const RemedyOffer &offer);
    void start(std::deque<std::function<QFuture<Result<void>>()>> work);
    void next();
    void finish();
    void fail(const Error &error);
    [[nodiscard]] QFuture<Result<void>> save(const Edit &edit) const;

    PushAllSession &m_session;
    JobBar *m_bar;
    QWidget *m_window;
    std::deque<std::function<QFuture<Result<void>>()>> m_work;
    qint64 m_total = 0;
    qint64 m_done = 0;
    qint64 m_failed = 0;
    QString m_firstFailure;
    bool m_isBusy = false;
};

} // namespace tandem
