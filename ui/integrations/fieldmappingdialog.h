// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "store/integration.h"

#include <QDialog>

#include <array>
#include <optional>

class QPushButton;
class QTableView;
class QTabWidget;

namespace tandem {

class Application;
class FieldMapModel;
class NoticeLabel;

/**
 * Which field of Tandem goes to which field of the PSA, a tab a kind. The platform's own lines are to read;
 * custom fields of the tenant are added and removed here.
 */
class FieldMappingDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldMappingDialog)
public:
    FieldMappingDialog(Application &application, const Integration &integration, QWidget *parent = nullptr);
    ~FieldMappingDialog() override;

private:
    void addTab(AssetKind kind);
    void refresh();
    void showChoice();
    void addCustomField();
    void removeAfterAsking();
    [[nodiscard]] AssetKind currentKind() const;
    [[nodiscard]] std::optional<CustomMapping> chosen() const;

    Application &m_application;
    Integration m_integration;
    QTabWidget *m_tabs;
    NoticeLabel *m_notice;
    QPushButton *m_add;
    QPushButton *m_remove;
    std::array<FieldMapModel *, size_t(AssetKind::Count)> m_models{};
    std::array<QTableView *, size_t(AssetKind::Count)> m_tables{};
};

} // namespace tandem
