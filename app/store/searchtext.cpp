// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchtext.h"

#include "core/contactpoint.h"
#include "core/customfield.h"
#include "core/field.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostBeginnings = 8; // of one word; an IPv6 address has as many parts

bool separates(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control;
}

/** Calls `take` for each word; the table's tokenizer splits alike once only blanks separate. */
template<typename Take>
void eachWord(QStringView text, Take take)
{
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !separates(text.at(i)))
            continue;
        if (i > begin)
            take(text.sliced(begin, i - begin));
        begin = i + 1;
    }
}

/** Appends each word, and what follows each run of punctuation in it. */
void appendText(QString &words, QStringView text)
{
    eachWord(text, [&words](QStringView word) {
        words += word;
        words += u' ';
        int beginnings = 1;
        for (qsizetype i = 1; i < word.size() && beginnings < mostBeginnings; ++i) {
            const QChar before = word.at(i - 1);
            const bool begins = !before.isLetterOrNumber() && !before.isMark() && !before.isSurrogate()
                && word.at(i).isLetterOrNumber();
            if (!begins)
                continue;
            words += word.sliced(i);
            words += u' ';
            ++beginnings;
        }
    });
}

void appendDigits(QString &words, const QString &phone)
{
    for (const QChar c : phone) {
        if (c.isDigit())
            words += c;
    }
    words += u' ';
}

} // namespace

QString searchText(AssetKind kind, const FieldValues &fields)
{
    QString words;
    for (const FieldDescription &field : fieldsOf(kind)) {
        const QJsonValue value = fields.value(QLatin1StringView(field.id));
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
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        if (isCustomFieldName(it.key()))
            appendText(words, it.value().toString());
    }
    words.chop(words.endsWith(u' ') ? 1 : 0);
    return words;
}

QString searchExpression(const QString &typed)
{
    QStringList terms;
    eachWord(typed, [&terms](QStringView word) {
        // What is only accents is nothing to the tokenizer.
        if (!std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.isMark(); }))
            terms.append(u'"' + word.toString().replace(u'"', u"\"\""_s) + u"\"*"_s);
    });
    return terms.join(u' ');
}

} // namespace tandem
