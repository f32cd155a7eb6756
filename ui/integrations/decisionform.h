// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/matchdecision.h"
#include "sync/syncengine.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QScrollArea;

namespace tandem {

/**
 * One line of Needs a decision: the record, below it those that match it, and what a person can choose (rule
 * D2). Works both ways: a remote record with several matches here, and a record here with several in the PSA.
 */
class DecisionForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionForm)
public:
    explicit DecisionForm(QWidget *parent = nullptr);

    /** What was chosen stays when it is the same decision with the same candidates. */
    void setDecision(const std::optional<MatchDecision> &decision);
    [[nodiscard]] std::optional<MatchDecision> decision() const;
    /** Nothing while none is chosen. */
    [[nodiscard]] std::optional<MatchChoice> choice() const;
    /** While the choice is being carried out. */
    void setBusy(bool isBusy);
    void focusChoices();

Q_SIGNALS:
    void applyWanted();
    void recordActivated(tandem::RecordId id);

private:
    void clearGrid();
    void fillGrid();
    QRadioButton *addChoice(int row, int id, const QString &name, const QString &text);
    QLabel *addCell(int row, int column, const QString &text, QRadioButton *radio);
    void addOpener(int row, RecordId record, const QString &name);
    void updateApply();

    std::optional<MatchDecision> m_decision;
    QLabel *m_icon;
    QLabel *m_name;
    QLabel *m_explanation;
    QScrollArea *m_scroll;
    QWidget *m_table = nullptr; ///< made anew for each decision
    QGridLayout *m_grid = nullptr;
    QButtonGroup *m_choices = nullptr;
    QPushButton *m_apply;
    bool m_isBusy = false;
};

} // namespace tandem
