// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/optionlist.h"
#include "store/integration.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QTimer;

namespace tandem {

class Application;
class EmptyState;
class MessageBar;
class OptionUseModel;

/** Account > Types and Statuses (rule G3): each value of a list, how many records have it, and whether it
 * syncs. */
class TypesDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TypesDialog)
public:
    explicit TypesDialog(Application &application, QWidget *parent = nullptr);
    ~TypesDialog() override;

    void showList(OptionList list);

private:
    void makeTable();
    void reload();
    void showUses();
    void makeSettingsMenu();
    void openSettings(IntegrationId id);
    [[nodiscard]] OptionList list() const;

    Application &m_application;
    QComboBox *m_list;
    QLineEdit *m_filter;
    QLabel *m_explanation;
    MessageBar *m_message;
    OptionUseModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QStackedWidget *m_pages;
    QTableView *m_table;
    EmptyState *m_empty;
    QPushButton *m_settings;
    QTimer *m_refresh;
    QStringList m_settingsOf; ///< whom the button leads to
    int m_request = 0; ///< only the answer to the newest request counts
};

} // namespace tandem
