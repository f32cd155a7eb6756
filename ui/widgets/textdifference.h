// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tandem {

/** A part of a text. */
struct TextRun {
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextRun &) const = default;
};

/** What two texts do not have in common: word by word, and within a word what stands between equal ends. */
struct TextDifference {
    QList<TextRun> left;
    QList<TextRun> right;
};

[[nodiscard]] TextDifference differenceOf(const QString &left, const QString &right);

} // namespace tandem
