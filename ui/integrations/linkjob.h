// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"

#include <QObject>

#include <functional>
#include <optional>

namespace tandem {

class Application;

/** An action of Manage Data on several selections, one after the other; lives until it has ended. GUI thread.
 */
class LinkJob final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkJob)
public:
    struct Outcome {
        qint64 count = 0; ///< records it was done to
        qint64 kept = 0; ///< of a deletion: those that stayed
        QString backupFile;
        std::optional<Error> error;
        bool isStopped = false; ///< a person stopped it; `count` is then a lower bound
    };

    explicit LinkJob(Application &application, QObject *parent = nullptr);

    /** `total` is how many records there are, for the progress. */
    void change(const QList<LinkSelection> &selections, LinkAction action, qint64 total);
    void remove(const LinkSelection &selection, const QString &folder);
    /** The records under way are done; then it ends. */
    void stop();

Q_SIGNALS:
    void progressed(double share);
    void ended(const tandem::LinkJob::Outcome &outcome);

private:
    template<typename T>
    void follow(const QFuture<Result<T>> &future, std::function<void(const T &)> take);
    void changeNext();

    Application &m_application;
    QList<LinkSelection> m_selections;
    LinkAction m_action = LinkAction::Pause;
    qint64 m_total = 0;
    Outcome m_outcome;
    QFuture<void> m_current;
};

} // namespace tandem
