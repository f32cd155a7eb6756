// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/csv/csvformat.h"

#include <QCoreApplication>

namespace tandem {

namespace {

struct Words {
    const char *name;
    const char *title;
};

constexpr std::array encodings{
    Words{"utf-8", QT_TRANSLATE_NOOP("tandem::CsvEncoding", "Unicode (UTF-8)")},
    Words{"utf-16le", QT_TRANSLATE_NOOP("tandem::CsvEncoding", "Unicode (UTF-16, little endian)")},
    Words{"utf-16be", QT_TRANSLATE_NOOP("tandem::CsvEncoding", "Unicode (UTF-16, big endian)")},
    Words{"windows-1252", QT_TRANSLATE_NOOP("tandem::CsvEncoding", "Western European (Windows-1252)")},
};
static_assert(encodings.size() == size_t(CsvEncoding::Count));

} // namespace

QString csvEncodingName(CsvEncoding encoding)
{
    return QString::fromLatin1(encodings.at(size_t(encoding)).name);
}

std::optional<CsvEncoding> csvEncodingFromName(const QString &name)
{
    for (const CsvEncoding each : allCsvEncodings) {
        if (name.compare(csvEncodingName(each), Qt::CaseInsensitive) == 0)
            return each;
    }
    return std::nullopt;
}

QString csvEncodingTitle(CsvEncoding encoding)
{
    return QCoreApplication::translate("tandem::CsvEncoding", encodings.at(size_t(encoding)).title);
}

} // namespace tandem
