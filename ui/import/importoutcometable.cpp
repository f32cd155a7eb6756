// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importoutcometable.h"

#include "core/field.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLocale>

namespace tandem {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::ImportWords)
};

QString labelOf(AssetKind kind, const QString &id)
{
    const FieldDescription *field = findField(kind, id);
    return field ? field->labelText() : id;
}

QString whatText(const ImportOutcome &outcome)
{
    switch (outcome.what) {
    case ImportOutcome::What::Created:
        return Words::tr("Create");
    case ImportOutcome::What::Updated:
        return Words::tr("Update");
    case ImportOutcome::What::Skipped:
        return Words::tr("Skip");
    case ImportOutcome::What::Failed:
        return Words::tr("Error");
    }
    return {};
}

QString detailOf(const ImportOutcome &outcome)
{
    if (outcome.what == ImportOutcome::What::Failed)
        return outcome.error.message;
    QStringList labels;
    for (const QString &field : outcome.changed)
        labels.append(labelOf(outcome.kind, field));
    return QLocale().createSeparatedList(labels);
}

QString number(qint64 count)
{
    return QLocale().toString(count);
}

} // namespace

ImportOutcomeTable::ImportOutcomeTable(QWidget *parent)
    : QTableWidget(parent)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAlternatingRowColors(true);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
}

void ImportOutcomeTable::showOutcomes(const QList<ImportOutcome> &outcomes)
{
    clear();
    setColumnCount(4);
    setHorizontalHeaderLabels({tr("Row"), tr("Name"), tr("What happens"), tr("Details")});
    setRowCount(int(outcomes.size()));
    for (int i = 0; i < int(outcomes.size()); ++i) {
        const ImportOutcome &outcome = outcomes.at(i);
        setCells(i, {number(outcome.row), outcome.name, whatText(outcome), detailOf(outcome)});
    }
    resizeColumnsToContents();
}

void ImportOutcomeTable::showErrors(AssetKind kind, const QList<CsvRowError> &errors)
{
    clear();
    setColumnCount(4);
    setHorizontalHeaderLabels({tr("Row"), tr("Name"), tr("Field"), tr("What is wrong")});
    setRowCount(int(errors.size()));
    for (int i = 0; i < int(errors.size()); ++i) {
        const CsvRowError &error = errors.at(i);
        setCells(i, {number(error.row), error.name, labelOf(kind, error.field), error.message});
    }
    resizeColumnsToContents();
}

void ImportOutcomeTable::setCells(int row, const QStringList &cells)
{
    for (int column = 0; column < int(cells.size()); ++column) {
        auto *item = new QTableWidgetItem(cells.at(column));
        item->setToolTip(cells.at(column).toHtmlEscaped());
        setItem(row, column, item);
    }
}

QString importPlanText(const ImportCounts &counts)
{
    return Words::tr("%1 to create, %2 to update, %3 to skip, %4 with errors")
        .arg(number(counts.created), number(counts.updated), number(counts.skipped), number(counts.failed));
}

QString importCountsText(const ImportCounts &counts)
{
    return Words::tr("%1 created, %2 updated, %3 skipped, %4 failed")
        .arg(number(counts.created), number(counts.updated), number(counts.skipped), number(counts.failed));
}

} // namespace tandem
