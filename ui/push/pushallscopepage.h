// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"

#include <QWizardPage>

#include <array>

class QCheckBox;
class QLabel;
class QListView;
class QToolButton;

namespace tandem {

class NoticeLabel;
class OrganizationChecks;
class PushAllSession;
class SearchEdit;

/** Step 2: which kinds, and the records of which organizations; remembered for each integration. */
class PushAllScopePage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushAllScopePage)
public:
    explicit PushAllScopePage(PushAllSession &session, QWidget *parent = nullptr);

    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;
    bool validatePage() override;

private:
    void load();
    void showCount();
    [[nodiscard]] PushAllScope chosen() const;
    [[nodiscard]] QString settingsKey(const QString &name) const;

    PushAllSession &m_session;
    std::array<QCheckBox *, size_t(AssetKind::Count)> m_kinds{};
    SearchEdit *m_search;
    QToolButton *m_all;
    QToolButton *m_none;
    OrganizationChecks *m_organizations;
    QListView *m_list;
    QLabel *m_count;
    NoticeLabel *m_notice;
    bool m_isLoaded = false;
};

} // namespace tandem
