// SPDX-License-Identifier: GPL-3.0-or-later
// What the Kaseya family, or whatever stands before it, may answer.
#include "fuzz/fuzzinput.h"
#include "psa/kaseya/kaseyaerrors.h"
#include "psa/kaseya/kaseyajson.h"
#include "psa/kaseya/kaseyaservers.h"
#include "psa/kaseya/kaseyawire.h"
#include "rules/conversion.h"

using namespace tandem;
using namespace tandem::kaseya;
using namespace Qt::Literals::StringLiterals;

namespace {

void readRecord(const fuzz::Input &input)
{
    const AssetKind kind = input.kind();
    const FieldMap &maps = fuzz::mapOf(Platform::KaseyaBms);
    const KindMap &map = maps.kind(kind);
    const QJsonObject row = input.object();
    Names names;
    harvest(kind, row, map, names);
    for (const Shape shape : {Shape::Whole, Shape::Thin})
        (void)recordFrom(kind, row, map, names, shape, u"7"_s);
    const RemoteRecord record = recordFrom(kind, row, map, names);
    (void)toLocal(kind, record.values, map, {});
    (void)isRecord(kind, row, map);
    (void)locationsIn(row, map, names);
    (void)accountBody(Platform::KaseyaBms, record.values, maps, {});
    (void)contactBody(record.values, map, names);
    (void)assetBody(record.values, map);
    (void)changedAsset(row, record.values, map);
    (void)locationBody(row, u"7"_s, record.values, map);
    const Result<QJsonArray> patch = patchFor(kind, {}, map);
    fuzz::require(!patch || patch->isEmpty(), "without a change there is nothing to send");
    for (const MappedField &field : map.fields) {
        const Result<QJsonArray> operations
            = pointOperations(field, row.value("emails"_L1).toArray(), record.values.value(field.field), names);
        if (operations)
            (void)areExchanged(field, row.value("emails"_L1).toArray(), *operations, row.value("phones"_L1).toArray(), {});
    }
    (void)pascalCased(row);
}

void readError(const fuzz::Input &input)
{
    for (const int status : {200, 400, 401, 404, 429, 500}) {
        const HttpAnswer answer {.status = status, .headers = {}, .body = input.bytes()};
        const Error error = errorFrom(answer,
                                      {.kind = input.kind(),
                                       .map = &fuzz::mapOf(Platform::KaseyaBms).kind(input.kind()),
                                       .isWrite = status % 2 == 0},
                                      QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        fuzz::require(!error.message.isEmpty(), "an error says what is wrong");
        fuzz::require(wordsOf(answer).size() <= 501, "the PSA's words are shortened");
        (void)saysSignedOut(answer);
    }
    (void)saysFailure(input.object());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    readRecord(input);
    readError(input);
    (void)serversFrom(Platform::VorexPsa, QString::fromUtf8(input.bytes()));
    return 0;
}
