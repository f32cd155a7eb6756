// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"
#include "ui/push/pushallmodel.h"

#include <QFuture>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace tandem {

class Application;
class CountBar;
class JobBar;
class SearchEdit;

/** The table of a plan with its filters and its export: what would happen, or what happened. */
class PlanView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanView)
public:
    /** `name` begins the object names: "preview", "results". */
    PlanView(Application &application, const Integration &integration, PushAllModel::Mode mode,
             const QString &name, QWidget *parent = nullptr);
    ~PlanView() override;

    /** Shows all of another plan; 0: none. */
    void setPlan(qint64 plan);
    void setCounts(const PlanCountsByKind &counts);
    /** The run went on. */
    void refresh();
    void clearCurrent();
    /** Only records that failed. */
    void showFailed();
    /** Nothing while no row is current, or it is not read yet. */
    [[nodiscard]] std::optional<PlanRow> current() const;
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    /** Another row is current, or it is different. */
    void currentChanged();
    /** A person wants to see the record. */
    void recordActivated(tandem::RecordId id);

private:
    void addFilters();
    void makeTable();
    void applyFilters();
    void askOrganizations();
    void askExport();
    void exportTo(const QString &path);
    void showCount();
    void open();

    Application &m_application;
    const Integration m_integration;
    const PushAllModel::Mode m_mode;
    PushAllModel *m_model;
    CountBar *m_counts;
    QComboBox *m_kind;
    QComboBox *m_organization;
    SearchEdit *m_search;
    QPushButton *m_export;
    QPushButton *m_open;
    QTableView *m_table;
    QLabel *m_count;
    JobBar *m_bar;
    qint64 m_plan = 0;
    QFuture<Result<qint64>> m_exporting;
};

} // namespace tandem
