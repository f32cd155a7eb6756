// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

QString defaultProfileFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(u"tandem"_s);
}

QString databasePath(const QString &profileFolder)
{
    return QDir(profileFolder).filePath(u"tandem.sqlite"_s);
}

Result<void> prepareProfileFolder(const QString &profileFolder)
{
    const QFileInfo info(QDir::cleanPath(QDir(profileFolder).absolutePath()));
    if (info.isDir())
        return {};
    if (info.exists()) {
        return fail(ErrorCode::DatabaseUnusable,
                    QCoreApplication::translate("tandem::Database",
                                                "%1 is a file, but Tandem keeps its data in a folder. "
                                                "Choose another folder.")
                        .arg(QDir::toNativeSeparators(info.filePath())));
    }
    if (!info.isRoot()) {
        if (Result<void> parent = prepareProfileFolder(info.path()); !parent)
            return parent;
    }
    const QFile::Permissions onlyOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    // Another Tandem may have made it since.
    if (!QDir().mkdir(info.filePath(), onlyOwner) && !QFileInfo(info.filePath()).isDir()) {
        return fail(ErrorCode::DatabaseUnusable,
                    QCoreApplication::translate("tandem::Database",
                                                "The folder %1 cannot be made. Check that you may write "
                                                "to the folder above it and that the disk is not full.")
                        .arg(QDir::toNativeSeparators(info.filePath())));
    }
    return {};
}

} // namespace tandem
