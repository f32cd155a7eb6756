// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchtext.h"

#include "core/contactpoint.h"
#include "core/field.h"

#include <QJsonArray>
#include <QStringList>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostBeginnings = 8; // of one word; an IPv6 address has as many parts

bool separates(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control;
}

/** Splits exactly as the table's tokenizer does once everything that separates is a blank. */
QStringList wordsOf(const QString &text)
{
    QString spaced = text;
    for (QChar &c : spaced) {
        if (separates(c))
            c = u' ';
    }
    return spaced.split(u' ', Qt::SkipEmptyParts);
}

/** The word, and what follows each run of punctuation in it. */
void appendWord(QStringList &words, const QString &word)
{
    words.append(word);
    int beginnings = 1;
    for (qsizetype i = 1; i < word.size() && beginnings < mostBeginnings; ++i) {
        const bool begins = word.at(i).isLetterOrNumber() && !word.at(i - 1).isLetterOrNumber()
            && !word.at(i - 1).isMark() && !word.at(i - 1).isSurrogate();
        if (!begins)
            continue;
        words.append(word.sliced(i));
        ++beginnings;
    }
}

void appendText(QStringList &words, const QString &text)
{
    for (const QString &word : wordsOf(text))
        appendWord(words, word);
}

void appendDigits(QStringList &words, const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c.isDigit())
            digits += c;
    }
    if (!digits.isEmpty())
        words.append(digits);
}

} // namespace

QString searchText(AssetKind kind, const FieldValues &fields)
{
    QStringList words;
    for (const FieldDescription &field : fieldsOf(kind)) {
        const QJsonValue value = fields.value(field.name());
        switch (field.type) {
        case FieldType::Text:
            appendText(words, value.toString());
            break;
        case FieldType::Emails:
        case FieldType::Phones:
            for (const ContactPoint &point : contactPointsFromJson(value.toArray())) {
                appendText(words, point.value);
                if (field.type == FieldType::Phones)
                    appendDigits(words, point.value);
            }
            break;
        case FieldType::LongText:
        case FieldType::Date:
        case FieldType::Boolean:
        case FieldType::Reference:
        case FieldType::Option:
            break;
        }
    }
    words.removeDuplicates();
    return words.join(u' ');
}

QString searchExpression(const QString &typed)
{
    QStringList terms;
    for (QString word : wordsOf(typed)) {
        const bool hasLetter = std::any_of(word.cbegin(), word.cend(), [](QChar c) { return !c.isMark(); });
        if (hasLetter)
            terms.append(u'"' + word.replace(u'"', u"\"\""_s) + u"\"*"_s);
    }
    return terms.join(u' ');
}

} // namespace tandem
