// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"
#include "ui/models/conflictmodel.h"

#include <QWidget>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tandem {

class ConflictCard;
class ElidedLabel;

/** All that one record and one PSA disagree about, with a choice for each field. */
class ConflictPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConflictPage)
public:
    explicit ConflictPage(QWidget *parent = nullptr);

    /** Another record, or the same as it is now; choices stay where the values are the same. */
    void setCase(const ConflictCase &each);
    [[nodiscard]] QHash<QString, ConflictChoice> choices() const;
    void chooseAll(ConflictChoice choice);

Q_SIGNALS:
    void recordWanted();

private:
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QPushButton *m_allPsa;
    QPushButton *m_allTandem;
    QScrollArea *m_scroll;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QList<ConflictCard *> m_cards;
};

} // namespace tandem
