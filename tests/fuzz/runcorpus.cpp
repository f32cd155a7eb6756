// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a fuzzer the files that are kept, where nothing is fuzzed: what was a crash once must not be one again.
#include "fuzz/fuzzinput.h"

#include <QDir>
#include <QFile>

#include <cstdio>

int main(int argc, char *argv[])
{
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        const QDir folder(QString::fromLocal8Bit(argv[i]));
        const QFileInfoList entries = folder.entryInfoList(QDir::Files);
        for (const QFileInfo &entry : entries) {
            QFile file(entry.filePath());
            if (!file.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "%s cannot be read.\n", qPrintable(entry.filePath()));
                return 1;
            }
            const QByteArray bytes = file.readAll();
            (void)LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()));
            ++files;
        }
    }
    std::printf("%d files.\n", files);
    return files > 0 ? 0 : 1;
}
