// SPDX-License-Identifier: GPL-3.0-or-later
// Values of a directory's attributes.
#include "fuzz/fuzzinput.h"
#include "sources/directory/accountcontrol.h"
#include "sources/directory/adtime.h"
#include "sources/directory/directoryuser.h"
#include "sources/directory/ldapfilter.h"

#include <algorithm>

using namespace tandem;

namespace {

/** Attributes of a user, each with a line of the input. */
LdapEntry entryFrom(const QByteArray &bytes)
{
    LdapEntry entry {.dn = QString::fromUtf8(bytes.left(40)), .values = {}};
    const QList<QByteArray> lines = bytes.split('\n');
    const QList<QByteArray> attributes = userAttributes();
    for (qsizetype i = 0; i < lines.size(); ++i)
        entry.values[attributes.at(i % attributes.size()).toLower()].append(lines.at(i));
    return entry;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    const QByteArray &bytes = input.bytes();
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);

    const QDateTime moment = fromFileTime(bytes);
    fuzz::require(!moment.isValid() || fromFileTime(QByteArray::number(toFileTime(moment))) == moment,
                  "a moment is read as it was written");
    fuzz::require(fromFileTimeInterval(bytes) >= 0, "an interval is not negative");
    const QDateTime general = fromGeneralizedTime(bytes);
    if (general.isValid())
        (void)toGeneralizedTime(general);
    const std::optional<AccountControl> control = accountControlFrom(bytes);
    (void)accountStatus(control, moment, now);
    (void)passwordExpiry(control, {.computed = bytes, .setAt = moment, .maxAgeMs = 1000});

    const DirectoryUser user = userFrom(entryFrom(bytes), 1000, now);
    (void)user.name();
    (void)user.factsFor(1, 1, now);
    (void)guidFromBytes(bytes);

    const QByteArray escaped = escapedFilterValue(bytes);
    fuzz::require(std::none_of(escaped.begin(), escaped.end(),
                               [](char letter) {
                                   return letter == '(' || letter == ')' || letter == '*' || letter == '\0'
                                       || uchar(letter) > 0x7e;
                               }),
                  "a value cannot leave its place in a filter");
    return 0;
}
