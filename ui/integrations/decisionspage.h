// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"
#include "store/matchdecision.h"

#include <QWidget>

class QCheckBox;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace tandem {

class Application;
class DecisionForm;
class DecisionModel;
class EmptyState;
class JobBar;

/** Manage Data > Needs a decision (rules D2, G1): what matches several, one after the other. */
class DecisionsPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionsPage)
public:
    DecisionsPage(Application &application, const Integration &integration, JobBar *bar,
                  QWidget *parent = nullptr);
    ~DecisionsPage() override;

    void reload();
    /** Goes to one when it is there, now or after the next reading. */
    void select(qint64 decision);
    /** How many nobody has decided. */
    [[nodiscard]] int openCount() const;

Q_SIGNALS:
    /** The decisions are read. */
    void loaded();
    void recordActivated(tandem::RecordId id);
    /** A choice was carried out. */
    void changed();

private:
    void take(const QList<MatchDecision> &decisions);
    void showCurrent();
    void apply();
    [[nodiscard]] qint64 currentId() const;

    Application &m_application;
    Integration m_integration;
    JobBar *m_bar;
    DecisionModel *m_model;
    QStackedWidget *m_pages;
    QTreeView *m_list;
    QCheckBox *m_withLeft;
    DecisionForm *m_form;
    QSplitter *m_splitter;
    EmptyState *m_empty;
    qint64 m_wanted = 0;
    int m_request = 0; ///< only the answer to the newest request counts
    bool m_isApplying = false;
    bool m_goesOn = false; ///< the choices of the next one get the focus when it is there
};

} // namespace tandem
