// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/changenotifier.h"
#include "sync/connection.h"
#include "sync/recordsync.h"

#include <QCoro/QCoroTask>

namespace tandem {

/**
 * The company with the site that was made together with it among its `children`, asked of the PSA where the answer of the
 * create did not tell or never came. Without one when there is none, or nothing here to link it with.
 */
QCoro::Task<Result<RemoteRecord>> withFirstSite(ConnectionPtr connection, PushFacts facts, RemoteRecord company);

/** Links the first child with the organization's first location, unless either is linked. In a transaction of the caller. */
[[nodiscard]] Result<void> linkFirstSite(Stores &stores, ChangeNotifier &notifier, const PushFacts &facts,
                                         const RemoteRecord &company);

} // namespace tandem
