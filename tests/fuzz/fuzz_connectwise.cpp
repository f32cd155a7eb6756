// SPDX-License-Identifier: GPL-3.0-or-later
// What ConnectWise, or whatever stands before it, may answer.
#include "fuzz/fuzzinput.h"
#include "psa/connectwise/connectwiseerrors.h"
#include "psa/connectwise/connectwisepoints.h"
#include "psa/connectwise/connectwisewire.h"
#include "rules/conversion.h"

using namespace tandem;
using namespace tandem::connectwise;
using namespace Qt::Literals::StringLiterals;

namespace {

void readRecord(const fuzz::Input &input)
{
    const AssetKind kind = input.kind();
    const KindMap &map = fuzz::mapOf(Platform::ConnectWise).kind(kind);
    const RemoteRecord record = recordFrom(kind, input.object(), map, u"7"_s);
    (void)toLocal(kind, record.values, map, {});
    (void)createBody(kind, record.values, map);
    const Result<QJsonArray> patch = patchFor(record, {}, map);
    fuzz::require(!patch || patch->isEmpty(), "without a change there is nothing to send");
}

void readPoints(const fuzz::Input &input)
{
    const QJsonArray items = input.object().value("communicationItems"_L1).toArray();
    const RemoteValues values {{u"emails"_s, emailsIn(items)}, {u"phones"_s, phonesIn(items)}};
    const QList<CommunicationType> types {communicationTypeFrom(input.object()),
                                          {.id = 1, .name = u"Work"_s, .isEmail = true, .isDefault = true},
                                          {.id = 2, .name = u"Direct"_s, .isPhone = true, .isDefault = true}};
    (void)knowsLabels(values, types);
    (void)communicationItems(values, types);
    (void)planCommunications(items, values, types);
}

void readError(const fuzz::Input &input)
{
    for (const int status : {200, 400, 401, 404, 429, 500, 503}) {
        const HttpAnswer answer {.status = status,
                                 .headers = {{"Retry-After", input.bytes().left(40)}, {"Link", input.bytes()}},
                                 .body = input.bytes()};
        const Error error = errorFrom(answer,
                                      {.kind = input.kind(),
                                       .map = &fuzz::mapOf(Platform::ConnectWise).kind(input.kind()),
                                       .isWrite = status % 2 == 0},
                                      QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        fuzz::require(!error.message.isEmpty(), "an error says what is wrong");
        fuzz::require(wordsOf(answer).size() <= 501, "the PSA's words are shortened");
        (void)isRoutingFailure(answer);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    readRecord(input);
    readPoints(input);
    readError(input);
    for (size_t list = 0; list < size_t(OptionList::Count); ++list)
        (void)optionFrom(OptionList(list), input.object());
    (void)nextPageId(input.bytes());
    (void)comparison(u"name"_s, QString::fromUtf8(input.bytes()));
    return 0;
}
