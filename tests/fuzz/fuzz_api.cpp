// SPDX-License-Identifier: GPL-3.0-or-later
// What scripts send to the local API: bodies and queries.
#include "api/apibody.h"
#include "fuzz/fuzzinput.h"

using namespace tandem;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    const ApiResult<ApiBody> body = parseBody(input.bytes());
    if (!body)
        return 0;
    fuzz::require(body->items.size() <= mostItems, "a body holds a bounded number of objects");
    for (const ApiItem &item : body->items)
        fuzz::require(!item.pointer.isEmpty(), "each object has a place that an error can point at");
    return 0;
}
