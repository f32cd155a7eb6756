// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/platform.h"
#include "rules/fieldmap.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <cstddef>
#include <cstdint>

/** What libFuzzer calls, and `runcorpus` for each file that is kept. Answers 0. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace tandem::fuzz {

/** What a fuzzer made up: its first byte chooses what is done with the rest. */
class Input final {
public:
    Input(const uint8_t *data, size_t size);

    [[nodiscard]] AssetKind kind() const;
    /** 0…count-1 */
    [[nodiscard]] int choice(int count) const;
    [[nodiscard]] const QByteArray &bytes() const;
    /** Empty when the rest is no JSON object. */
    [[nodiscard]] QJsonObject object() const;

private:
    uint8_t m_choice = 0;
    QByteArray m_bytes;
};

/** The map that ships with Tandem; ends the program when there is none. */
[[nodiscard]] const FieldMap &mapOf(Platform platform);
/** Ends the program, as a crash does: a promise of the parser was broken. */
void require(bool isSo, const char *promise);

} // namespace tandem::fuzz
