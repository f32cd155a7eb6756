// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/importedrecord.h"

namespace tandem {

QString importOutcomeName(ImportOutcome::What what)
{
    switch (what) {
    case ImportOutcome::What::Created:
        return QStringLiteral("created");
    case ImportOutcome::What::Updated:
        return QStringLiteral("updated");
    case ImportOutcome::What::Skipped:
        return QStringLiteral("skipped");
    case ImportOutcome::What::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

void addTo(ImportCounts &counts, ImportOutcome::What what)
{
    switch (what) {
    case ImportOutcome::What::Created:
        ++counts.created;
        return;
    case ImportOutcome::What::Updated:
        ++counts.updated;
        return;
    case ImportOutcome::What::Skipped:
        ++counts.skipped;
        return;
    case ImportOutcome::What::Failed:
        ++counts.failed;
        return;
    }
}

} // namespace tandem
