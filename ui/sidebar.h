// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sidebarmodel.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QTreeView>

class QSettings;

namespace tandem {

class Application;

/**
 * The tree at the left, with counts that it asks for itself: soon after something changed, and while things
 * keep changing at a distance that leaves the reader free for the list.
 */
class Sidebar final : public QTreeView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sidebar)
public:
    explicit Sidebar(Application &application, QWidget *parent = nullptr);
    ~Sidebar() override;

    /** Asks for the counts now. */
    void ask();
    /** Asks for them when it is time. */
    void askSoon();
    /** By `SidebarEntry::key()`. An organization may be named before its counts are here. */
    void goTo(const QString &key);
    /** No line was gone to that is still to come. */
    [[nodiscard]] bool isThere() const;
    [[nodiscard]] bool isBusy() const;
    void save(QSettings &settings) const;

Q_SIGNALS:
    /** The person or the program went to a line. */
    void chosen(const tandem::SidebarEntry &entry);
    void counted(const tandem::RecordCounts &counts);
    void failed(const QString &sentence);
    void settled();

private:
    void choose(const QModelIndex &index);
    void take(const RecordCounts &counts);
    [[nodiscard]] QStringList expandedKeys() const;

    Application &m_application;
    SidebarModel *m_model;
    QTimer m_timer;
    QElapsedTimer m_sinceAnswer;
    qint64 m_pauseMs = 0; ///< until the next question, from the last answer on
    bool m_isAsking = false;
    bool m_isStale = false; ///< something changed while the counts were on their way
    bool m_hasCounted = false;
    bool m_isTaking = false; ///< the tree is being rebuilt, and where one is does not change by that
    QString m_wantedKey; ///< to go to once it is there
};

} // namespace tandem
