// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QIcon>
#include <QString>
#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace tandem {

class FlowLayout;

/** Groups with their counts, one of which is chosen: "All 1,314", "Create 1,204", "Held 61". */
class CountBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CountBar)
public:
    explicit CountBar(QWidget *parent = nullptr);

    /** The first is chosen at first. `name` is for the object name. */
    void add(int id, const QString &name, const QIcon &icon, const QString &title);
    void setCount(int id, qint64 count);
    [[nodiscard]] qint64 count(int id) const;
    [[nodiscard]] int chosen() const;
    void choose(int id);

Q_SIGNALS:
    void chosenChanged(int id);

private:
    struct Entry {
        QToolButton *button = nullptr;
        QString title;
        qint64 count = 0;
    };
    QButtonGroup *m_group;
    FlowLayout *m_flow;
    QHash<int, Entry> m_entries;
};

} // namespace tandem
