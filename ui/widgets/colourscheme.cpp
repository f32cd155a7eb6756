// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/colourscheme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

#include <cmath>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SchemeWords {
    const char *name;
    const char *title;
};

constexpr std::array words{
    SchemeWords{"system", QT_TRANSLATE_NOOP("tandem::ColourScheme", "&Follow System")},
    SchemeWords{"light", QT_TRANSLATE_NOOP("tandem::ColourScheme", "&Light")},
    SchemeWords{"dark", QT_TRANSLATE_NOOP("tandem::ColourScheme", "&Dark")},
};
static_assert(words.size() == size_t(ColourScheme::Count));

ColourScheme &chosen()
{
    static ColourScheme scheme = ColourScheme::System;
    return scheme;
}

/** The colours a scheme differs in; everything else follows from them. */
struct Tones {
    QColor window, base, alternate, button, text, dimText, highlight, link, light, midlight, mid, dark,
        shadow;
};

QPalette paletteOf(const Tones &tones)
{
    QPalette palette(tones.text, tones.button, tones.light, tones.dark, tones.mid, tones.text, Qt::white,
                     tones.base, tones.window);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::Midlight, tones.midlight);
    palette.setColor(QPalette::Shadow, tones.shadow);
    palette.setColor(QPalette::Highlight, tones.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, tones.link);
    palette.setColor(QPalette::LinkVisited, tones.link);
    palette.setColor(QPalette::ToolTipBase, tones.base);
    palette.setColor(QPalette::ToolTipText, tones.text);
    palette.setColor(QPalette::PlaceholderText, tones.dimText);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tones.dimText);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tones.mid);
    palette.setColor(QPalette::Disabled, QPalette::Base, tones.window);
    return palette;
}

QPalette lightPalette()
{
    return paletteOf({.window = u"#eff0f1"_s,
                      .base = u"#ffffff"_s,
                      .alternate = u"#f6f7f8"_s,
                      .button = u"#f7f8f8"_s,
                      .text = u"#232629"_s,
                      .dimText = u"#6a7075"_s,
                      .highlight = u"#1f6fb2"_s,
                      .link = u"#0b66c2"_s,
                      .light = u"#ffffff"_s,
                      .midlight = u"#f6f7f7"_s,
                      .mid = u"#c3c7ca"_s,
                      .dark = u"#9ba0a4"_s,
                      .shadow = u"#70767b"_s});
}

QPalette darkPalette()
{
    return paletteOf({.window = u"#2a2e32"_s,
                      .base = u"#1b1e20"_s,
                      .alternate = u"#212528"_s,
                      .button = u"#2f3438"_s,
                      .text = u"#f2f3f4"_s,
                      .dimText = u"#9aa1a8"_s,
                      .highlight = u"#1f6fb2"_s,
                      .link = u"#6cb2f5"_s,
                      .light = u"#50565c"_s,
                      .midlight = u"#42484d"_s,
                      .mid = u"#3a4045"_s,
                      .dark = u"#16181a"_s,
                      .shadow = u"#0d0e0f"_s});
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

} // namespace

QString colourSchemeName(ColourScheme scheme)
{
    return QString::fromLatin1(words.at(size_t(scheme)).name);
}

std::optional<ColourScheme> colourSchemeFromName(const QString &name)
{
    for (const ColourScheme scheme : allColourSchemes) {
        if (colourSchemeName(scheme) == name)
            return scheme;
    }
    return std::nullopt;
}

QString colourSchemeTitle(ColourScheme scheme)
{
    return QCoreApplication::translate("tandem::ColourScheme", words.at(size_t(scheme)).title);
}

void applyColourScheme(ColourScheme scheme)
{
    static const QString systemStyle = QApplication::style()->name();
    chosen() = scheme;
    switch (scheme) {
    case ColourScheme::System:
        QApplication::setStyle(QStyleFactory::create(systemStyle));
        QApplication::setPalette(QPalette());
        return;
    case ColourScheme::Light:
    case ColourScheme::Dark:
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
        QApplication::setPalette(scheme == ColourScheme::Light ? lightPalette() : darkPalette());
        return;
    case ColourScheme::Count:
        return;
    }
}

ColourScheme chosenColourScheme()
{
    return chosen();
}

bool isDarkPalette()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor &under, const QColor &over, double share)
{
    const auto mix = [share](float a, float b) { return float(a * (1 - share) + b * share); };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
                            mix(under.blueF(), over.blueF()));
}

QColor withContrast(const QColor &colour, const QColor &background, const QColor &end, double ratio)
{
    for (double share = 0; share < 1; share += 0.05) {
        const QColor candidate = mixed(colour, end, share);
        if (contrastRatio(candidate, background) >= ratio)
            return candidate;
    }
    return end;
}

} // namespace tandem
