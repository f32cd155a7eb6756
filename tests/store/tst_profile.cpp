// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestProfile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void missingFolders_areMadeForTheOwnerOnly();
    void existingFolder_isLeftAsItIs();
    void fileInTheWay_isAnError();
    void folderThatCannotBeMade_isAnError();
    void databaseLiesInTheFolder();
};

void TestProfile::missingFolders_areMadeForTheOwnerOnly()
{
    const QTemporaryDir folder;
    const QString profile = folder.filePath(u"a/b"_s);
    QVERIFY(prepareProfileFolder(profile));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    for (const QString &made : {profile, folder.filePath(u"a"_s)}) {
        QVERIFY(QFileInfo(made).isDir());
        QVERIFY(!(QFile::permissions(made) & others));
    }
}

void TestProfile::existingFolder_isLeftAsItIs()
{
    const QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup));
    QVERIFY(prepareProfileFolder(folder.path()));
    QVERIFY(QFile::permissions(folder.path()) & QFile::ReadGroup);
}

void TestProfile::fileInTheWay_isAnError()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Result<void> prepared = prepareProfileFolder(path);
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::DatabaseUnusable);
    QVERIFY(prepared.error().message.contains(path));
    QVERIFY(!prepareProfileFolder(path + u"/below"_s));
}

void TestProfile::folderThatCannotBeMade_isAnError()
{
    QVERIFY(!prepareProfileFolder(u"/proc/tandem"_s));
}

void TestProfile::databaseLiesInTheFolder()
{
    QCOMPARE(databasePath(u"/home/ann/data"_s), u"/home/ann/data/tandem.sqlite"_s);
    QVERIFY(defaultProfileFolder().endsWith(u"/tandem"_s));
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
