// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sortkey.h"

namespace tandem {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/** The number behind its count of digits, so that the shorter and thus smaller number comes first. */
void appendNumber(QString &key, QStringView digits)
{
    while (digits.size() > 1 && digits.front() == u'0')
        digits = digits.sliced(1);
    // ':' follows '9'; numbers of ten digits and more are ordered as text.
    key += digits.size() < 10 ? QChar(u'0' + ushort(digits.size())) : QChar(u':');
    key += digits;
}

} // namespace

QString sortKey(const QString &name)
{
    const QString folded = name.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString key;
    key.reserve(folded.size() + 4);
    for (qsizetype i = 0; i < folded.size();) {
        const QChar c = folded.at(i);
        if (isDigit(c)) {
            qsizetype end = i;
            while (end < folded.size() && isDigit(folded.at(end)))
                ++end;
            appendNumber(key, QStringView(folded).sliced(i, end - i));
            i = end;
            continue;
        }
        if (c.category() != QChar::Mark_NonSpacing)
            key += c;
        ++i;
    }
    return key.trimmed();
}

} // namespace tandem
