// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/normalform.h"

#include "core/contactpoint.h"
#include "core/record.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

QString phoneDigits(const QString &text)
{
    QString digits;
    for (const QChar c : text.trimmed()) {
        // Letters stay: an extension written as "x12" is part of the number.
        if (c.isLetterOrNumber() || (c == u'+' && digits.isEmpty()))
            digits.append(c.toLower());
    }
    return digits;
}

QString trimLines(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    static const QRegularExpression trailing(u"[ \\t]+(?=\\n|$)"_s);
    text.remove(trailing);
    return text.trimmed();
}

QString onlyDate(const QString &text)
{
    return text.trimmed().left(10);
}

/** In a fixed order, since the order of emails means nothing. */
QJsonValue normalPoints(const QJsonValue &value)
{
    QList<ContactPoint> points = contactPointsFromJson(value.toArray());
    for (ContactPoint &point : points) {
        const QString digits = phoneDigits(point.value);
        // What has no digit at all still is what somebody wrote.
        const bool isPhone = !point.value.contains(u'@') && !digits.isEmpty();
        point.value = isPhone ? digits : point.value.toLower();
        point.label = point.label.toCaseFolded();
        point.extension = phoneDigits(point.extension);
    }
    if (points.isEmpty())
        return QJsonValue::Null;
    std::sort(points.begin(), points.end(), [](const ContactPoint &one, const ContactPoint &other) {
        return std::tie(one.value, one.label, one.extension, one.isPrimary)
            < std::tie(other.value, other.label, other.extension, other.isPrimary);
    });
    return contactPointsToJson(points);
}

QJsonValue nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

bool isSpellingOf(NormalForm form, const QJsonValue &one, const QJsonValue &other)
{
    const QJsonValue first = normalForm(form, one);
    const QJsonValue second = normalForm(form, other);
    if (!first.isString() || !second.isString())
        return first == second;
    return first.toString().simplified().compare(second.toString().simplified(), Qt::CaseInsensitive) == 0;
}

QString wellFormedMac(const QString &text)
{
    const QString trimmed = text.trimmed();
    static const QRegularExpression form(
        u"^(?:[0-9A-Fa-f]{2}([:-]?)(?:[0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\\.){2}[0-9A-Fa-f]{4})$"_s);
    return trimmed.size() <= 17 && form.match(trimmed).hasMatch() ? trimmed : QString();
}

QJsonValue normalForm(NormalForm form, const QJsonValue &value)
{
    if (form == NormalForm::Flag)
        return value.toBool();
    if (isBlank(value))
        return QJsonValue::Null;
    switch (form) {
    case NormalForm::Text:
        return nullIfEmpty(value.toString().trimmed());
    case NormalForm::Name:
        return nullIfEmpty(value.toString().trimmed().toCaseFolded());
    case NormalForm::OneLine:
        return nullIfEmpty(value.toString().simplified());
    case NormalForm::LongText:
        return nullIfEmpty(trimLines(value.toString()));
    case NormalForm::Phone:
        return nullIfEmpty(phoneDigits(value.toString()));
    case NormalForm::Mac: {
        QString mac = wellFormedMac(value.toString()).toUpper();
        mac.remove(u':').remove(u'-').remove(u'.');
        return nullIfEmpty(mac);
    }
    case NormalForm::Date:
        return nullIfEmpty(onlyDate(value.toString()));
    case NormalForm::Id:
        return value.isDouble() ? QJsonValue(QString::number(value.toInteger())) : QJsonValue(value.toString());
    case NormalForm::Number: {
        bool isNumber = false;
        const double number = value.isDouble() ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
        return value.isDouble() || isNumber ? QJsonValue(number) : nullIfEmpty(value.toString().trimmed());
    }
    case NormalForm::Points:
        return normalPoints(value);
    case NormalForm::Flag:
        break;
    }
    return value;
}

bool sameValue(NormalForm form, const QJsonValue &one, const QJsonValue &other)
{
    return normalForm(form, one) == normalForm(form, other);
}

} // namespace tandem
