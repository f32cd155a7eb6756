// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return file.fileName();
}

} // namespace

/** tandemctl import: codes and shapes that scripts rely on (rules B5, C3, H2). */
class ImportCommandTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void csv_tellsEachFailedRowAndASummary()
    {
        QTemporaryDir folder;
        CommandLine command;
        const QString file =
            written(folder, u"a.csv"_s, "Name;Short name\r\nAcme;ACME\r\n;X\r\nBeta;BETA\r\n");
        const Ran dry =
            command.json({u"import"_s, u"csv"_s, file, u"--kind"_s, u"organization"_s, u"--dry-run"_s});
        QCOMPARE(dry.code, 3);
        QCOMPARE(dry.last().value("created"_L1).toInt(), 2);
        QCOMPARE(command.json({u"record"_s, u"list"_s, u"organization"_s}).lines().size(), 0);

        const Ran ran = command.json({u"import"_s, u"csv"_s, file, u"--kind"_s, u"organization"_s});
        QVERIFY2(ran.code == 3, ran.all().constData());
        QCOMPARE(ran.lines().size(), 2);
        QCOMPARE(ran.lines().constFirst().value("row"_L1).toInt(), 3);
        QCOMPARE(ran.lines().constFirst().value("field"_L1).toString(), u"name"_s);
        QCOMPARE(ran.last().value("created"_L1).toInt(), 2);
        QCOMPARE(ran.last().value("failed"_L1).toInt(), 1);
        const int run = ran.last().value("run"_L1).toInt();

        const Ran list = command.json({u"import"_s, u"list"_s});
        QCOMPARE(list.last().value("run"_L1).toInt(), run);
        QCOMPARE(list.last().value("state"_L1).toString(), u"finished"_s);
        const Ran undone = command.json({u"import"_s, u"undo"_s, QString::number(run)});
        QCOMPARE(undone.code, 0);
        QCOMPARE(undone.last().value("removed"_L1).toInt(), 2);
        QCOMPARE(command.json({u"record"_s, u"list"_s, u"organization"_s}).lines().size(), 0);
        QCOMPARE(command.json({u"import"_s, u"undo"_s, u"99"_s}).code, 2);
    }

    void csv_aMapSaysWhatColumnsAre()
    {
        QTemporaryDir folder;
        CommandLine command;
        const QString file = written(folder, u"a.csv"_s, "Kunde|Warnung\nM\xFCller|Achtung\n");
        const QString map =
            written(folder, u"map.json"_s,
                    R"({"columns":{"Kunde":"name","Warnung":"alert"},"encoding":"windows-1252"})");
        const QStringList words{u"import"_s, u"csv"_s, file, u"--kind"_s, u"organization"_s, u"--map"_s, map};
        const Ran ran = command.json(words);
        QVERIFY2(ran.code == 0, ran.all().constData());
        const QString id = command.find(u"organization"_s, u"Müller"_s);
        QCOMPARE(command.record(u"organization"_s, id).value("alert"_L1).toString(), u"Achtung"_s);
        QCOMPARE(command.record(u"organization"_s, id).value("source"_L1).toString(), u"csv"_s);
        QCOMPARE(command.json(words).last().value("skipped"_L1).toInt(), 1);
    }

    void aBadFile_changesNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << " \r\n\r\n"_ba;
        QTest::newRow("a spreadsheet") << "PK\x03\x04..."_ba;
        QTest::newRow("no column is known") << "Foo,Bar\n1,2\n"_ba;
        QTest::newRow("the header's quote is never closed") << "\"Name,Bar\n1,2\n"_ba;
    }

    void aBadFile_changesNothing()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        CommandLine command;
        const QString file = written(folder, u"a.csv"_s, bytes);
        const Ran ran = command.json({u"import"_s, u"csv"_s, file, u"--kind"_s, u"organization"_s});
        QVERIFY2(ran.code == 2, ran.all().constData());
        QVERIFY(!ran.error().isEmpty());
        QCOMPARE(command.json({u"import"_s, u"list"_s}).lines().size(), 0);
    }

    void wrongWords_areUsage()
    {
        CommandLine command;
        QCOMPARE(command.json({u"import"_s}).code, 1);
        QCOMPARE(command.json({u"import"_s, u"csv"_s}).code, 1);
        QCOMPARE(command.json({u"import"_s, u"csv"_s, u"x"_s, u"--kind"_s, u"nonsense"_s}).code, 1);
        QCOMPARE(command.json({u"import"_s, u"undo"_s, u"x"_s}).code, 1);
    }
};

QTEST_GUILESS_MAIN(ImportCommandTest)
#include "tst_importcommand.moc"
