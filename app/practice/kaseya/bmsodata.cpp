// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmsodata.h"

#include "practice/kaseya/bmspatch.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicebms {

namespace {

struct Comparison {
    QString member;
    QString word; ///< eq ne gt ge lt le contains startswith
    QString value;
};

QString unquoted(const QString &text)
{
    if (!text.startsWith(u'\''))
        return text;
    return text.sliced(1, text.size() - 2).replace("''"_L1, "'"_L1);
}

Answer<std::vector<Comparison>> readFilter(const QString &filter)
{
    static const QRegularExpression comparison(
        u"\\G\\s*(\\w+)\\s+(eq|ne|gt|ge|lt|le)\\s+('(?:[^']|'')*'|[^\\s']+)"_s);
    static const QRegularExpression function(
        u"\\G\\s*(contains|startswith)\\s*\\(\\s*(\\w+)\\s*,\\s*('(?:[^']|'')*')\\s*\\)(?:\\s+eq\\s+true)?"_s);
    static const QRegularExpression substring(
        u"\\G\\s*substringof\\s*\\(\\s*('(?:[^']|'')*')\\s*,\\s*(\\w+)\\s*\\)(?:\\s+eq\\s+true)?"_s);
    static const QRegularExpression joint(u"\\G\\s+and\\b"_s);
    std::vector<Comparison> list;
    qsizetype at = 0;
    while (true) {
        QRegularExpressionMatch match = comparison.match(filter, at);
        if (match.hasMatch()) {
            list.push_back({match.captured(1), match.captured(2), unquoted(match.captured(3))});
        } else if ((match = function.match(filter, at)).hasMatch()) {
            list.push_back({match.captured(2), match.captured(1), unquoted(match.captured(3))});
        } else if ((match = substring.match(filter, at)).hasMatch()) {
            list.push_back({match.captured(2), u"contains"_s, unquoted(match.captured(1))});
        } else {
            return invalid(u"Syntax error at position %1 in '%2'."_s.arg(at).arg(filter));
        }
        at = match.capturedEnd();
        if (filter.sliced(at).trimmed().isEmpty())
            return list;
        const QRegularExpressionMatch next = joint.match(filter, at);
        if (!next.hasMatch())
            return invalid(u"Syntax error at position %1 in '%2'."_s.arg(at).arg(filter));
        at = next.capturedEnd();
    }
}

/** Numbers as numbers, everything else as text without letter case. */
int compared(const QJsonValue &left, const QString &right)
{
    if (left.isDouble()) {
        const double number = right.toDouble();
        return left.toDouble() < number ? -1 : int(left.toDouble() > number);
    }
    return left.toVariant().toString().compare(right, Qt::CaseInsensitive);
}

bool passes(const QJsonObject &row, const Comparison &item)
{
    const QJsonValue value = member(row, item.member);
    const QString text = value.toVariant().toString();
    if (item.word == "contains"_L1)
        return text.contains(item.value, Qt::CaseInsensitive);
    if (item.word == "startswith"_L1)
        return text.startsWith(item.value, Qt::CaseInsensitive);
    if (value.isNull() || item.value == "null"_L1)
        return (item.word == "ne"_L1) != (value.isNull() && item.value == "null"_L1);
    const int order = compared(value, item.value);
    if (item.word == "eq"_L1)
        return order == 0;
    if (item.word == "ne"_L1)
        return order != 0;
    if (item.word == "gt"_L1)
        return order > 0;
    if (item.word == "ge"_L1)
        return order >= 0;
    return item.word == "lt"_L1 ? order < 0 : order <= 0;
}

} // namespace

Answer<ODataPage> odataPage(const QJsonArray &rows, const PracticeRequest &request, int cap)
{
    std::vector<Comparison> filter;
    if (const std::optional<QString> text = request.queryItem("$filter"_L1); text && !text->isEmpty()) {
        const Answer<std::vector<Comparison>> read = readFilter(*text);
        if (!read)
            return tl::unexpected(read.error());
        filter = *read;
    }
    std::vector<QJsonObject> kept;
    for (const QJsonValue &row : rows) {
        const QJsonObject object = row.toObject();
        for (const Comparison &item : filter) {
            if (member(object, item.member).isUndefined())
                return invalid(u"Could not find a property named '%1'."_s.arg(item.member));
        }
        if (std::all_of(filter.begin(), filter.end(),
                        [&](const Comparison &item) { return passes(object, item); }))
            kept.push_back(object);
    }
    const QStringList order =
        request.queryItem("$orderby"_L1).value_or(QString()).split(u' ', Qt::SkipEmptyParts);
    if (!order.isEmpty()) {
        const bool isDescending = order.size() > 1 && order.at(1) == "desc"_L1;
        std::stable_sort(kept.begin(), kept.end(), [&](const QJsonObject &left, const QJsonObject &right) {
            const int result = compared(member(left, order.constFirst()),
                                        member(right, order.constFirst()).toVariant().toString());
            return isDescending ? result > 0 : result < 0;
        });
    }
    const auto number = [&](QLatin1StringView name, int fallback) {
        bool ok = false;
        const int value = request.queryItem(name).value_or(QString()).toInt(&ok);
        return ok && value >= 0 ? value : fallback;
    };
    const size_t begin = std::min(kept.size(), size_t(number("$skip"_L1, 0)));
    const size_t end = std::min(kept.size(), begin + size_t(std::min(cap, number("$top"_L1, cap))));
    ODataPage page;
    page.total = qint64(kept.size());
    for (size_t i = begin; i < end; ++i)
        page.rows.append(kept[i]);
    return page;
}

} // namespace tandem::practicebms
