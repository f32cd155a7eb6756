// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordlist.h"

#include <QString>

#include <functional>

class QWidget;

namespace tandem {

class Application;

/**
 * File > Export List…: asks for a file, writes the list beside the window, and shows how far it is with a way
 * to stop it. `say` is told a sentence at the end; not once `parent` is gone.
 */
void exportList(Application &application, const RecordQuery &query, const QString &title, QWidget *parent,
                const std::function<void(const QString &)> &say);

} // namespace tandem
