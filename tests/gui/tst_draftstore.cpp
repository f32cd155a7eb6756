// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/draftstore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_DraftStore final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void drafts_surviveTheProgram();
    void draftWithoutChanges_isLetGo();
    void newRecord_hasAnIdOfItsOwnEvenAfterARestart();
    void untouchedNewRecord_isNotListed();
    void brokenFile_isNotFatal();

private:
    QTemporaryDir m_folder;
};

void tst_DraftStore::init()
{
    QFile::remove(m_folder.filePath(u"unsaved.json"_s));
}

void tst_DraftStore::drafts_surviveTheProgram()
{
    const QString file = m_folder.filePath(u"unsaved.json"_s);
    {
        DraftStore store(file);
        store.put({.id = 7,
                   .kind = AssetKind::Contact,
                   .title = u"Ann Lee"_s,
                   .changes = {{u"title"_s, u"Boss"_s}},
                   .base = {{u"title"_s, QJsonValue::Null}},
                   .names = {}});
    }
    const DraftStore again(file);
    QVERIFY(again.find(7));
    QCOMPARE(again.find(7)->kind, AssetKind::Contact);
    QCOMPARE(again.find(7)->changes.value(u"title"_s).toString(), u"Boss"_s);
    QCOMPARE(again.all().size(), 1);
}

void tst_DraftStore::draftWithoutChanges_isLetGo()
{
    DraftStore store(m_folder.filePath(u"unsaved.json"_s));
    store.put({.id = 7, .title = {}, .changes = {{u"name"_s, u"A"_s}}, .base = {}, .names = {}});
    store.put({.id = 7, .title = {}, .changes = {}, .base = {}, .names = {}});
    QVERIFY(!store.find(7));
}

void tst_DraftStore::newRecord_hasAnIdOfItsOwnEvenAfterARestart()
{
    const QString file = m_folder.filePath(u"unsaved.json"_s);
    RecordId first = 0;
    {
        DraftStore store(file);
        first = store.begin(AssetKind::Configuration, {{u"name"_s, u"X"_s}}, {});
        QVERIFY(first < 0);
        QVERIFY(store.begin(AssetKind::Configuration, {}, {}) != first);
    }
    DraftStore again(file);
    QVERIFY(again.find(first));
    QVERIFY(again.begin(AssetKind::Configuration, {}, {}) != first);
}

void tst_DraftStore::untouchedNewRecord_isNotListed()
{
    DraftStore store(m_folder.filePath(u"unsaved.json"_s));
    const RecordId id = store.begin(AssetKind::Organization, {}, {});
    QVERIFY(store.find(id));
    QVERIFY(store.all().isEmpty());
}

void tst_DraftStore::brokenFile_isNotFatal()
{
    QFile file(m_folder.filePath(u"unsaved.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[{\"id\":");
    file.close();
    const DraftStore store(file.fileName());
    QVERIFY(store.all().isEmpty());
}

QTEST_MAIN(tst_DraftStore)
#include "tst_draftstore.moc"
