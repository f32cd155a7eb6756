// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace tandem {

/** Opens Help > About Tandem: version, licence, and where the data is. */
void openAboutBox(const QString &profileFolder, QWidget *parent);

} // namespace tandem
