// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/fieldchecks.h"

#include "core/contactpoint.h"
#include "core/fieldcheck.h"
#include "core/record.h"
#include "rules/normalform.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QRegularExpression>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Check {
    Q_DECLARE_TR_FUNCTIONS(tandem::FieldChecks)
};

bool isIpAddress(const QString &text)
{
    // QHostAddress reads "10.1" as 10.0.0.1, which nobody means.
    const bool isFour = !text.contains(u':') && text.count(u'.') == 3;
    return (isFour || text.contains(u':')) && !QHostAddress(text).isNull();
}

QString badForm(const FieldDescription &field, const QJsonValue &value)
{
    const QString id = field.name();
    const QString text = value.toString().trimmed();
    if ((id == "primary_ip"_L1 || id == "default_gateway"_L1) && !isIpAddress(text))
        return Check::tr("“%1” is not an IP address. Write it like 192.168.1.10 or fe80::1.").arg(text);
    if (id == "mac_address"_L1 && wellFormedMac(text).isEmpty())
        return Check::tr("“%1” is not a MAC address. Write it like 00:1A:2B:3C:4D:5E.").arg(text);
    if (field.type != FieldType::Emails)
        return {};
    static const QRegularExpression email(u"^[^\\s@,;]+@[^\\s@,;]+\\.[^\\s@,;.]+$"_s);
    for (const ContactPoint &point : contactPointsFromJson(value.toArray())) {
        if (!email.match(point.value).hasMatch())
            return Check::tr("“%1” is not an email address. Write it like name@example.com.")
                .arg(point.value);
    }
    return {};
}

} // namespace

QString checkField(const FieldDescription &field, const QJsonValue &value, const QList<LengthLimit> &limits)
{
    // A name that is to become an option of its own is a string until it is saved.
    const bool isNewOption = field.type == FieldType::Option && value.isString();
    if (!isNewOption) {
        if (const QString problem = problemWith(field, value); !problem.isEmpty())
            return problem;
    }
    if (isBlank(value))
        return {};
    if (const QString problem = badForm(field, value); !problem.isEmpty())
        return problem;
    const auto length = int(value.toString().trimmed().size());
    for (const LengthLimit &limit : limits) {
        if (limit.characters > 0 && length > limit.characters) {
            return Check::tr("%1 has %2 characters, and %3 takes %4 at most.")
                .arg(field.labelText(), QString::number(length), limit.psa,
                     QString::number(limit.characters));
        }
    }
    return {};
}

} // namespace tandem
