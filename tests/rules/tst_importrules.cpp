// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/importrules.h"

#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** What is pushed of an import, and what its undo gives back (rules B2, C3, I1). */
class ImportRulesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void C3_theSourceDecidesWhatIsPushedByItself_data()
    {
        QTest::addColumn<int>("source");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isOn");
        QTest::addColumn<bool>("expected");
        const int contact = int(AssetKind::Contact);
        QTest::newRow("by hand") << int(RecordSource::Manual) << contact << false << true;
        QTest::newRow("API") << int(RecordSource::Api) << contact << false << true;
        QTest::newRow("CSV") << int(RecordSource::Csv) << contact << true << false;
        QTest::newRow("IT Glue") << int(RecordSource::ItGlue) << contact << true << false;
        QTest::newRow("another PSA") << int(RecordSource::Psa) << contact << true << false;
        QTest::newRow("directory, allowed") << int(RecordSource::Directory) << contact << true << true;
        QTest::newRow("directory, not allowed") << int(RecordSource::Directory) << contact << false << false;
        QTest::newRow("directory, no contact")
            << int(RecordSource::Directory) << int(AssetKind::Organization) << true << false;
    }

    void C3_theSourceDecidesWhatIsPushedByItself()
    {
        QFETCH(int, source);
        QFETCH(int, kind);
        QFETCH(bool, isOn);
        QFETCH(bool, expected);
        SyncSettings settings;
        settings.pushDirectoryContacts = isOn;
        QCOMPARE(pushesByItself(RecordSource(source), AssetKind(kind), settings), expected);
    }

    void I1_anUndoLeavesWhatIsDifferentByNow()
    {
        const FieldValues before{{u"notes"_s, u"old"_s}, {u"alert"_s, QJsonValue::Null}};
        const FieldValues after{{u"notes"_s, u"new"_s}, {u"alert"_s, u"new"_s}};
        const UndoAnswer answer =
            undoAnswer(before, after, {{u"notes"_s, u"by hand"_s}, {u"alert"_s, u"new"_s}});
        QCOMPARE(answer.kept, QStringList{u"notes"_s});
        QCOMPARE(answer.restore, (FieldValues{{u"alert"_s, QJsonValue::Null}}));
    }

    void importedPhones_areAddedOnce()
    {
        const auto point = [](const QString &value, bool isPrimary) {
            return QJsonObject{{u"value"_s, value}, {u"label"_s, u"Work"_s}, {u"primary"_s, isPrimary}};
        };
        const QJsonArray known{point(u"+49 (30) 123"_s, true)};
        QCOMPARE(withImportedPoints(FieldType::Phones, known, {point(u"+4930123"_s, false)}), known);
        const QJsonArray both = withImportedPoints(FieldType::Phones, known, {point(u"456"_s, true)});
        QCOMPARE(both, (QJsonArray{point(u"+49 (30) 123"_s, false), point(u"456"_s, true)}));
        QCOMPARE(withImportedPoints(FieldType::Phones, {}, {point(u"1"_s, false), point(u"2"_s, false)}),
                 (QJsonArray{point(u"1"_s, true), point(u"2"_s, false)}));
    }
};

QTEST_GUILESS_MAIN(ImportRulesTest)
#include "tst_importrules.moc"
