// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace tandem {

/** A line to search by: it tells what to look for once typing has paused, and at once on Enter. */
class SearchEdit final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchEdit)
public:
    explicit SearchEdit(QWidget *parent = nullptr);

    /** Words without needless blanks. */
    [[nodiscard]] QString words() const;
    /** Something was typed that has not been told yet. */
    [[nodiscard]] bool isWaiting() const;
    /** Empties the line without telling. */
    void reset();
    /** Tells now. */
    void flush();

Q_SIGNALS:
    void searched(const QString &words);

private:
    QTimer m_timer;
};

} // namespace tandem
