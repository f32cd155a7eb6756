// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/gates.h"
#include "store/plan.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tandem {

class HeldGroups;
class PlanRemedies;
class PushAllSession;
struct HeldGroup;

/**
 * Below the preview's table: why the current row is held, every gate in words with its remedies; or, with no
 * current row, all reasons of the plan with how many records each holds, and what can be done for all of them
 * (rule C5).
 */
class HeldPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeldPane)
public:
    HeldPane(PushAllSession &session, PlanRemedies &remedies, QWidget *parent = nullptr);
    ~HeldPane() override;

    void setPlan(qint64 plan);
    void showRow(const std::optional<PlanRow> &row);
    /** Everything it asked for is there. */
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    /** Nothing is to be current any more. */
    void allWanted();

private:
    void build();
    void buildRow(const PlanRow &row);
    void buildGroups();
    void addText(const QString &text);
    void addCard(const QString &reason, const HeldGroup &group, const std::optional<PlanRow> &row);
    void askWhy(RecordId record);
    /** The gate as the engine sees it now, with its remedies; nothing while that is not known. */
    [[nodiscard]] std::optional<Gate> presentGate(RecordId record, const PlanGate &gate);

    PushAllSession &m_session;
    PlanRemedies &m_remedies;
    HeldGroups *m_groups;
    QLabel *m_heading;
    QPushButton *m_all;
    QWidget *m_body;
    QVBoxLayout *m_column;
    std::optional<PlanRow> m_row;
    qint64 m_plan = 0;
    QHash<RecordId, QList<Gate>> m_gates;
    QList<RecordId> m_asked;
    QTimer m_rebuild;
    bool m_isLoading = false;
};

} // namespace tandem
