// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/integration.h"
#include "store/managedata.h"

#include <QWidget>

class QStackedWidget;
class QTreeView;

namespace tandem {

class Application;
class EmptyState;
class JobBar;
class LinkActions;
class LinkGroupModel;

/** One section of Manage Data (rule G1): its lines, and what can be done with the selected ones. */
class LinkSectionPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkSectionPage)
public:
    LinkSectionPage(Application &application, const Integration &integration, LinkSection section,
                    JobBar *bar, QWidget *parent = nullptr);
    ~LinkSectionPage() override;

    [[nodiscard]] LinkSection section() const;
    void setGroups(const QList<LinkGroup> &groups);
    [[nodiscard]] qint64 recordCount() const;
    [[nodiscard]] LinkActions *linkActions() const;

Q_SIGNALS:
    void recordActivated(tandem::RecordId id);
    /** Something was done to records. */
    void changed();
    void syncWanted();

private:
    void makeTree();
    void takeSelection();
    void view();
    void showPage();
    /** Selected lines; those below a selected kind are part of it. */
    [[nodiscard]] QModelIndexList chosen() const;
    [[nodiscard]] QString headerKey() const;

    Application &m_application;
    Integration m_integration;
    LinkSection m_section;
    LinkGroupModel *m_model;
    LinkActions *m_actions;
    QAction *m_view;
    QAction *m_sync;
    QStackedWidget *m_pages;
    QTreeView *m_tree;
    EmptyState *m_empty;
    bool m_isRead = false;
};

} // namespace tandem
