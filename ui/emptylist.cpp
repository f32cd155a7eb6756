// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/emptylist.h"

#include "ui/widgets/icons.h"
#include "ui/windowactions.h"

#include <QCoreApplication>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::MainWindow)
};

} // namespace

RecordList::Emptiness emptyList(const RecordQuery &query, bool hasIntegration, const WindowActions &actions)
{
    if (!query.search.isEmpty()) {
        return {.icon = actionIcon(u"search"_s),
                .title = Words::tr("Nothing found"),
                .text = Words::tr("No record has words that begin like “%1”.").arg(query.search),
                .actions = {actions.clearSearch}};
    }
    const std::optional<SyncState> state = query.isWaiting ? SyncState::Pending : query.state;
    if (!hasIntegration && !state && !query.organizationId) {
        QList<QAction *> ways{actions.newIntegration, actions.tryPractice};
        if (query.kind)
            ways.append(actions.newRecord.value(*query.kind));
        return {.icon = applicationIcon(),
                .title = Words::tr("Connect your PSA"),
                .text = Words::tr(
                    "Tandem keeps your documentation and your PSA in step. Connect a PSA to bring its "
                    "organizations, contacts and configurations here, or try everything with a practice PSA "
                    "that runs on this computer."),
                .actions = ways};
    }
    if (state) {
        return {.icon = stateIcon(*state),
                .title = Words::tr("No records in this state"),
                .text =
                    Words::tr("Records appear here while their state is “%1”.").arg(syncStateTitle(*state)),
                .actions = {}};
    }
    const AssetKind kind = query.kind.value_or(AssetKind::Organization);
    return {.icon = kindIcon(kind),
            .title = Words::tr("Nothing here yet"),
            .text = Words::tr("Records come with the next sync of a PSA, or are made by hand."),
            .actions = {actions.newRecord.value(kind)}};
}

} // namespace tandem
