// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/optionlist.h"
#include "store/integration.h"

#include <QSet>
#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QToolButton;

namespace tandem {

class CheckListModel;

/** One of the PSA's lists to tick values in: heading with the count, filter, All, None, and the values (rule
 * B1). */
class CheckList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckList)
public:
    explicit CheckList(OptionList list, QWidget *parent = nullptr);

    [[nodiscard]] OptionList list() const;
    void setValues(const QList<StoredOption> &values, const QSet<QString> &ticked);
    [[nodiscard]] QSet<QString> ticked() const;
    [[nodiscard]] bool isEmpty() const;
    /** Ticks a value, makes it visible and puts the focus on it; false when the list lacks it. */
    bool highlight(const QString &remoteId);

Q_SIGNALS:
    void tickedChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tickShown(bool ticked);
    void showCount();

    OptionList m_list;
    CheckListModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QLabel *m_heading;
    QLabel *m_hint;
    QLineEdit *m_filter;
    QToolButton *m_all;
    QToolButton *m_none;
    QListView *m_view;
};

} // namespace tandem
