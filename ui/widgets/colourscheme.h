// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <array>
#include <optional>

namespace tandem {

enum class ColourScheme : quint8 { System, Light, Dark, Count };

inline constexpr std::array allColourSchemes{ColourScheme::System, ColourScheme::Light, ColourScheme::Dark};
static_assert(allColourSchemes.size() == size_t(ColourScheme::Count));

[[nodiscard]] QString
colourSchemeName(ColourScheme scheme); ///< "system", "light", "dark": the word in the settings
[[nodiscard]] std::optional<ColourScheme> colourSchemeFromName(const QString &name);
[[nodiscard]] QString colourSchemeTitle(ColourScheme scheme);

/** Applies to all windows at once: Light and Dark force the Fusion style with palettes of ours. */
void applyColourScheme(ColourScheme scheme);
[[nodiscard]] ColourScheme chosenColourScheme();
/** Whether windows are dark now, by choice or by the system. */
[[nodiscard]] bool isDarkPalette();

/** WCAG 2 contrast of two opaque colours, 1…21. */
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);
/** `share` 0…1 of `over` in `under`. */
[[nodiscard]] QColor mixed(const QColor &under, const QColor &over, double share);
/** `colour` moved towards `end` until it stands out from `background` by `ratio`. */
[[nodiscard]] QColor withContrast(const QColor &colour, const QColor &background, const QColor &end,
                                  double ratio);

} // namespace tandem
