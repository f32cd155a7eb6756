// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textdifference.h"

#include <vector>

namespace tandem {

namespace {

/** Longer texts are compared as one piece between their equal ends: the table below would take too long. */
constexpr qsizetype mostCells = 1'000'000;

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || character.isMark();
}

/** Words, and each other character by itself; together they are the text. */
QList<TextRun> wordsOf(const QString &text)
{
    QList<TextRun> words;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool continues =
            i > 0 && isWordCharacter(text.at(i)) && isWordCharacter(text.at(i - 1)) && !words.isEmpty();
        if (continues)
            ++words.last().length;
        else
            words.append({i, 1});
    }
    return words;
}

class Comparison final {
public:
    Comparison(const QString &left, const QString &right)
        : m_left(left)
        , m_right(right)
        , m_leftWords(wordsOf(left))
        , m_rightWords(wordsOf(right))
    {
    }

    TextDifference run()
    {
        qsizetype begin = 0;
        while (begin < qMin(m_leftWords.size(), m_rightWords.size()) && isSame(begin, begin))
            ++begin;
        qsizetype leftEnd = m_leftWords.size();
        qsizetype rightEnd = m_rightWords.size();
        while (leftEnd > begin && rightEnd > begin && isSame(leftEnd - 1, rightEnd - 1)) {
            --leftEnd;
            --rightEnd;
        }
        if ((leftEnd - begin) * (rightEnd - begin) > mostCells)
            add(begin, leftEnd, begin, rightEnd);
        else
            align(begin, leftEnd, rightEnd);
        return m_difference;
    }

private:
    [[nodiscard]] bool isSame(qsizetype left, qsizetype right) const
    {
        const TextRun &a = m_leftWords.at(left);
        const TextRun &b = m_rightWords.at(right);
        return QStringView(m_left).mid(a.start, a.length) == QStringView(m_right).mid(b.start, b.length);
    }

    /** The longest common sequence of words from `begin` on; what lies between its words differs. */
    void align(qsizetype begin, qsizetype leftEnd, qsizetype rightEnd)
    {
        const qsizetype width = rightEnd - begin + 1;
        std::vector<int> longest(size_t((leftEnd - begin + 1) * width), 0);
        const auto cell = [&](qsizetype left, qsizetype right) -> int & {
            return longest[size_t((left - begin) * width + right - begin)];
        };
        for (qsizetype left = leftEnd - 1; left >= begin; --left) {
            for (qsizetype right = rightEnd - 1; right >= begin; --right) {
                cell(left, right) = isSame(left, right) ? cell(left + 1, right + 1) + 1
                                                        : qMax(cell(left + 1, right), cell(left, right + 1));
            }
        }
        qsizetype left = begin;
        qsizetype right = begin;
        qsizetype leftStart = begin;
        qsizetype rightStart = begin;
        while (left < leftEnd && right < rightEnd) {
            if (isSame(left, right)) {
                add(leftStart, left, rightStart, right);
                leftStart = ++left;
                rightStart = ++right;
            } else if (cell(left + 1, right) >= cell(left, right + 1)) {
                ++left;
            } else {
                ++right;
            }
        }
        add(leftStart, leftEnd, rightStart, rightEnd);
    }

    /** Notes the words of both sides that stand in each other's place, without the ends that are equal. */
    void add(qsizetype leftFirst, qsizetype leftEnd, qsizetype rightFirst, qsizetype rightEnd)
    {
        TextRun left = spanOf(m_leftWords, leftFirst, leftEnd);
        TextRun right = spanOf(m_rightWords, rightFirst, rightEnd);
        while (left.length > 0 && right.length > 0 && m_left.at(left.start) == m_right.at(right.start)) {
            left = {left.start + 1, left.length - 1};
            right = {right.start + 1, right.length - 1};
        }
        while (left.length > 0 && right.length > 0
               && m_left.at(left.start + left.length - 1) == m_right.at(right.start + right.length - 1)) {
            --left.length;
            --right.length;
        }
        if (left.length > 0)
            m_difference.left.append(left);
        if (right.length > 0)
            m_difference.right.append(right);
    }

    [[nodiscard]] static TextRun spanOf(const QList<TextRun> &words, qsizetype first, qsizetype end)
    {
        if (first == end)
            return {};
        const qsizetype start = words.at(first).start;
        const TextRun &last = words.at(end - 1);
        return {start, last.start + last.length - start};
    }

    const QString &m_left;
    const QString &m_right;
    const QList<TextRun> m_leftWords;
    const QList<TextRun> m_rightWords;
    TextDifference m_difference;
};

} // namespace

TextDifference differenceOf(const QString &left, const QString &right)
{
    return Comparison(left, right).run();
}

} // namespace tandem
