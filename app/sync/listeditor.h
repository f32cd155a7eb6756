// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "core/result.h"

#include <QString>

#include <optional>

namespace tandem {

struct Stores;

/** Changes values of the lists that fields choose from. Engine's thread. */
class ListEditor final
{
    Q_DISABLE_COPY_MOVE(ListEditor)
public:
    explicit ListEditor(Stores &stores);

    /** As `SyncEngine::changeOption`. */
    [[nodiscard]] Result<void> change(OptionId id, const QString &name, std::optional<OptionId> parent);

private:
    Stores &m_stores;
};

} // namespace tandem
