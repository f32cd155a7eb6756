// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace tandem {

/** A table whose rows are records or lines, each chosen as a whole; Tab leaves it for the next widget. */
class RowTable final : public QTableView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowTable)
public:
    /** What a row has above and below its text, in pixels together; `Roomy` is for rows with a badge. */
    enum Room { Tight = 8, Roomy = 10 };

    explicit RowTable(QWidget *parent = nullptr, Room room = Tight);
};

} // namespace tandem
