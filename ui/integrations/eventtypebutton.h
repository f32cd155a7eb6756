// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event.h"

#include <QList>
#include <QPushButton>

namespace tandem {

/** Chooses types of events: a button with a list of check marks that stays open while one ticks. */
class EventTypeButton final : public QPushButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventTypeButton)
public:
    explicit EventTypeButton(QWidget *parent = nullptr);

    /** Empty: all. */
    [[nodiscard]] QList<Event::Type> types() const;
    void setTypes(const QList<Event::Type> &types);

Q_SIGNALS:
    void typesChanged();

private:
    void takeTick();
    void showTypes();

    QAction *m_all;
    QList<QAction *> m_types;
};

} // namespace tandem
