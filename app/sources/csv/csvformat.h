// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QString>

#include <array>
#include <optional>

namespace tandem {

enum class CsvEncoding : quint8 { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252, Count };

inline constexpr std::array allCsvEncodings{CsvEncoding::Utf8, CsvEncoding::Utf16LittleEndian,
                                            CsvEncoding::Utf16BigEndian, CsvEncoding::Windows1252};
static_assert(allCsvEncodings.size() == size_t(CsvEncoding::Count));

[[nodiscard]] QString csvEncodingName(CsvEncoding encoding); ///< "utf-8", …: in a map file
[[nodiscard]] std::optional<CsvEncoding> csvEncodingFromName(const QString &name);
[[nodiscard]] QString csvEncodingTitle(CsvEncoding encoding);

/** How a file of CSV is written. A byte order mark is never a part of the first cell. */
struct CsvFormat {
    CsvEncoding encoding = CsvEncoding::Utf8;
    QChar delimiter = u','; ///< ASCII
    QChar quote = u'"'; ///< ASCII
    bool hasHeader = true;

    bool operator==(const CsvFormat &) const = default;
};

} // namespace tandem
