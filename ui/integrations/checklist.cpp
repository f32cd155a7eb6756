// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/checklist.h"

#include "ui/integrations/checklistmodel.h"
#include "ui/integrations/integrationwords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

CheckList::CheckList(OptionList list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_model(new CheckListModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_heading(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_filter(new QLineEdit(this))
    , m_all(new QToolButton(this))
    , m_none(new QToolButton(this))
    , m_view(new QListView(this))
{
    const QString name = optionListName(list);
    const QString title = optionListTitle(list);
    setObjectName(widgetName(name, u"CheckList"_s));

    m_heading->setObjectName(widgetName(name, u"Heading"_s));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setBuddy(m_view);

    m_filter->setObjectName(widgetName(name, u"Filter"_s));
    m_filter->setPlaceholderText(tr("Filter…"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(160);
    m_filter->setAccessibleName(tr("Filter of %1").arg(title));

    m_all->setObjectName(widgetName(name, u"AllButton"_s));
    m_all->setText(tr("All"));
    m_all->setToolTip(tr("Tick all values that are shown and active"));
    m_all->setAccessibleName(tr("Tick all of %1").arg(title));
    m_none->setObjectName(widgetName(name, u"NoneButton"_s));
    m_none->setText(tr("None"));
    m_none->setToolTip(tr("Untick all values that are shown"));
    m_none->setAccessibleName(tr("Tick none of %1").arg(title));
    for (QToolButton *button : {m_all, m_none})
        button->setFocusPolicy(Qt::StrongFocus);

    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_view->setObjectName(widgetName(name, u"View"_s));
    m_view->setAccessibleName(title);
    m_view->setModel(m_filtered);
    m_view->setFlow(QListView::LeftToRight);
    m_view->setWrapping(true);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setSpacing(2);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMinimumHeight(72);
    m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    // The boxes of unticked values can hardly be seen on the darker ground of a list.
    m_view->viewport()->setAutoFillBackground(false);

    m_hint->setObjectName(widgetName(name, u"Hint"_s));
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->hide();

    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_filter);
    head->addWidget(m_all);
    head->addWidget(m_none);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(head);
    column->addWidget(m_view, 1);
    column->addWidget(m_hint);

    setFocusProxy(m_view);
    // Enter in the filter goes on to the values; it must not reach the default button of the window.
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_all, &QToolButton::clicked, this, [this] { tickShown(true); });
    connect(m_none, &QToolButton::clicked, this, [this] { tickShown(false); });
    connect(m_model, &CheckListModel::tickedChanged, this, [this] {
        showCount();
        Q_EMIT tickedChanged();
    });
    showCount();
}

OptionList CheckList::list() const
{
    return m_list;
}

void CheckList::setValues(const QList<StoredOption> &values, const QSet<QString> &ticked)
{
    m_model->setValues(values, ticked);
}

QSet<QString> CheckList::ticked() const
{
    return m_model->ticked();
}

bool CheckList::isEmpty() const
{
    return m_model->rowCount() == 0;
}

bool CheckList::highlight(const QString &remoteId)
{
    const int row = m_model->rowOf(remoteId);
    if (row < 0)
        return false;
    m_filter->clear();
    m_model->setData(m_model->index(row), Qt::Checked, Qt::CheckStateRole);
    const QModelIndex shown = m_filtered->mapFromSource(m_model->index(row));
    m_view->setCurrentIndex(shown);
    m_view->scrollTo(shown);
    m_view->setFocus(Qt::OtherFocusReason);
    return true;
}

bool CheckList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            m_view->setFocus(Qt::TabFocusReason);
            if (!m_view->currentIndex().isValid())
                m_view->setCurrentIndex(m_filtered->index(0, 0));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CheckList::tickShown(bool ticked)
{
    // One signal for all of them: every change of the ticks is counted anew by the engine.
    {
        const QSignalBlocker blocker(this);
        for (int row = 0; row < m_filtered->rowCount(); ++row) {
            const QModelIndex index = m_filtered->index(row, 0);
            if (!ticked || index.data(CheckListModel::ActiveRole).toBool())
                m_filtered->setData(index, ticked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
        }
    }
    Q_EMIT tickedChanged();
}

void CheckList::showCount()
{
    const qsizetype ticked = m_model->ticked().size();
    m_heading->setText(
        tr("%1: %2 of %3")
            .arg(optionListTitle(m_list), QString::number(ticked), QString::number(m_model->rowCount())));
    m_hint->setText(tr("Nothing is ticked, so no record of this kind syncs."));
    m_hint->setVisible(!isEmpty() && ticked == 0);
}

} // namespace tandem
