// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/integration.h"
#include "store/managedata.h"

#include <QAbstractTableModel>

namespace tandem {

/** Values of a list, and in a column for each integration whether they sync there (rule G3). */
class OptionUseModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionUseModel)
public:
    enum Column {
        NameColumn,
        FirstIntegrationColumn ///< one for each, then that of the records
    };
    enum Role {
        SortRole = Qt::UserRole,
    };

    explicit OptionUseModel(QObject *parent = nullptr);

    /** Lists that Sync Settings have no ticks for: all that the PSA has can be used. */
    [[nodiscard]] static bool hasTicks(OptionList list);

    /** The same values again only bring their figures up to date. */
    void setUses(OptionList list, const QList<OptionUse> &uses, const QList<Integration> &integrations);
    /** 0 for a column that is not an integration's. */
    [[nodiscard]] IntegrationId integrationAt(int column) const;
    [[nodiscard]] int recordsColumn() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] OptionUse::Entry entryAt(const QModelIndex &index) const;
    [[nodiscard]] OptionUse::Sync syncAt(const QModelIndex &index) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;

    OptionList m_list = OptionList::OrganizationType;
    QList<OptionUse> m_uses;
    QList<Integration> m_integrations;
};

} // namespace tandem
