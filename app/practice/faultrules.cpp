// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/faultrules.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tandem {

namespace {

constexpr std::array kindNames{"latency",     "status", "validation",   "expired_token", "reset_before",
                               "reset_after", "hang",   "truncate",     "bad_json",      "html",
                               "trickle",     "huge",   "wrong_length", "foreign_link",  "clock_skew"};
static_assert(kindNames.size() == size_t(FaultKind::Count));

QString tr(const char *text)
{
    return QCoreApplication::translate("tandem::FaultRules", text);
}

} // namespace

std::optional<FaultKind> faultKindFromName(const QString &name)
{
    for (size_t i = 0; i < kindNames.size(); ++i) {
        if (name == QLatin1StringView(kindNames.at(i)))
            return FaultKind(i);
    }
    return std::nullopt;
}

QString faultKindName(FaultKind kind)
{
    return QString::fromLatin1(kindNames.at(size_t(kind)));
}

double Fault::number(QLatin1StringView key, double fallback) const
{
    if (value.isObject())
        return value.toObject().value(key).toDouble(fallback);
    return value.toDouble(fallback);
}

FaultRules::FaultRules(quint32 seed)
    : m_random(seed)
{
}

Result<> FaultRules::set(const QJsonArray &rules)
{
    QList<Rule> parsed;
    for (const QJsonValue &item : rules) {
        const QJsonObject source = item.toObject();
        const QString faultName = source.value("fault"_L1).toString();
        const std::optional<FaultKind> kind = faultKindFromName(faultName);
        if (!kind)
            return fail(ErrorCode::BadInput, tr("There is no fault \"%1\".").arg(faultName));
        const QString route = source.value("route"_L1).toString(u"*"_s).trimmed();
        const qsizetype space = route.indexOf(u' ');
        parsed.append({space < 0 ? QString() : route.first(space).toUpper(),
                       space < 0 ? route : route.sliced(space + 1).trimmed(),
                       source.value("probability"_L1).toDouble(1.0), source.value("count"_L1).toInteger(-1),
                       source.value("nth"_L1).toInteger(-1), Fault{*kind, source.value("value"_L1)}, source});
    }
    m_rules = parsed;
    return {};
}

QJsonArray FaultRules::toJson() const
{
    QJsonArray rules;
    for (const Rule &rule : m_rules) {
        QJsonObject object = rule.source;
        object.insert("seen"_L1, rule.seen);
        object.insert("fired"_L1, rule.fired);
        rules.append(object);
    }
    return rules;
}

std::optional<Fault> FaultRules::next(const QString &method, const QString &path)
{
    std::optional<Fault> fault;
    for (Rule &rule : m_rules) {
        if (!rule.method.isEmpty() && rule.method != method)
            continue;
        if (rule.path != "*"_L1 && rule.path != path)
            continue;
        ++rule.seen;
        const bool due = (rule.nth < 0 || rule.seen == rule.nth)
            && (rule.count < 0 || rule.fired < rule.count)
            && (rule.probability >= 1.0 || m_random.generateDouble() < rule.probability);
        if (!due || fault)
            continue;
        ++rule.fired;
        fault = rule.fault;
    }
    return fault;
}

} // namespace tandem
