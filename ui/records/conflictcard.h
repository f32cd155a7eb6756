// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/conflict.h"
#include "sync/syncengine.h"

#include <QFrame>

class QButtonGroup;
class QGridLayout;
class QRadioButton;

namespace tandem {

class ValueBox;

/** One field that both sides changed: what it was, both values side by side, and the choice between them. */
class ConflictCard final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConflictCard)
public:
    explicit ConflictCard(const Conflict &conflict, QWidget *parent = nullptr);

    [[nodiscard]] const Conflict &conflict() const;
    [[nodiscard]] ConflictChoice choice() const;
    void choose(ConflictChoice choice);

private:
    void addSide(int column, ConflictChoice choice, const QString &name, const QString &text,
                 const QString &who, ValueBox *box);
    [[nodiscard]] QRadioButton *makeRadio(ConflictChoice choice, const QString &text);
    [[nodiscard]] QString keepBothText() const;

    const Conflict m_conflict;
    QButtonGroup *m_choices;
    QGridLayout *m_grid;
};

} // namespace tandem
