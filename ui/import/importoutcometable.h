// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/csv/csvjob.h"

#include <QTableWidget>

namespace tandem {

/** Rows of a file with what becomes of them, or with what is wrong with them. */
class ImportOutcomeTable final : public QTableWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportOutcomeTable)
public:
    explicit ImportOutcomeTable(QWidget *parent = nullptr);

    void showOutcomes(const QList<ImportOutcome> &outcomes);
    void showErrors(AssetKind kind, const QList<CsvRowError> &errors);

private:
    void setCells(int row, const QStringList &cells);
};

/** "120 to create, 3 to update, 1 to skip, 2 with errors". */
[[nodiscard]] QString importPlanText(const ImportCounts &counts);
/** "120 created, 3 updated, 1 skipped, 2 failed". */
[[nodiscard]] QString importCountsText(const ImportCounts &counts);

} // namespace tandem
