// SPDX-License-Identifier: GPL-3.0-or-later
// What Autotask, or whatever stands before it, may answer.
#include "fuzz/fuzzinput.h"
#include "psa/autotask/autotaskapi.h"
#include "psa/autotask/autotaskerrors.h"
#include "psa/autotask/autotaskquery.h"
#include "psa/autotask/autotaskwire.h"
#include "rules/conversion.h"

using namespace tandem;
using namespace tandem::autotask;
using namespace Qt::Literals::StringLiterals;

namespace {

void readRecord(const fuzz::Input &input)
{
    const AssetKind kind = input.kind();
    const KindMap &map = fuzz::mapOf(Platform::Autotask).kind(kind);
    const QJsonObject row = input.object();
    const Result<EntityMetadata> metadata = EntityMetadata::parse(row);
    const Product product = productFrom(row);
    const Surroundings surroundings {.products = {{product.id, product}},
                                     .metadata = metadata.value_or(EntityMetadata())};
    const RemoteRecord record = recordFrom(kind, row, map, surroundings);
    (void)toLocal(kind, record.values, map, {});
    const Result<QJsonObject> body = createBody(kind, record.values, map);
    if (body)
        (void)tooLongIn(*body, surroundings.metadata, kind, map);
    const Result<QJsonObject> change = changeBody(record, {}, map);
    fuzz::require(!change || change->isEmpty(), "without a change there is nothing to send");
    (void)productIdsIn({row});
    (void)contactsWithoutCompany({row});
    (void)unknownLabelsIn(row, map, surroundings.metadata);
    (void)countryFrom(row);
    (void)memberFrom(row);
}

void readError(const fuzz::Input &input)
{
    for (const int status : {200, 401, 404, 429, 500, 503}) {
        const HttpAnswer answer {.status = status, .headers = {}, .body = input.bytes()};
        const Error error = errorFrom(answer,
                                      {.kind = input.kind(),
                                       .map = &fuzz::mapOf(Platform::Autotask).kind(input.kind()),
                                       .isWrite = status % 2 == 0},
                                      QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        fuzz::require(!error.message.isEmpty(), "an error says what is wrong");
        fuzz::require(wordsOf(answer).size() <= 501, "the PSA's words are shortened");
    }
}

void readLinks(const fuzz::Input &input)
{
    const QString text = QString::fromUtf8(input.bytes());
    const QString cursor = nextCursor(text, {}, 7);
    (void)linkIn(cursor);
    (void)idIn(cursor);
    (void)numberOf(text);
    (void)momentFrom(text);
    const QUrl directory = directoryAddress(u"webservices.autotask.net"_s);
    const QUrl zone(text);
    if (isTrustedZone(directory, zone))
        fuzz::require(zone.scheme() == "https"_L1 && zone.host().endsWith(".autotask.net"_L1), "keys go to the vendor only");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    readRecord(input);
    readError(input);
    readLinks(input);
    return 0;
}
