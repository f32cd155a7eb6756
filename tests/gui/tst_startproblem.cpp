// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/profile.h"
#include "store/recordstore.h"
#include "sync/secretstore.h"
#include "ui/application.h"
#include "ui/salvagewords.h"
#include "ui/startproblem.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_StartProblem final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void damagedDatabase_isRepairedAndOpens();
    void unusableFile_canBeTriedAgain();
    void fullDisk_canBeTriedAgain();
    void newerDatabase_leavesOnlyTheEnd();
    void quit_isToldOnce();
    void I1_reportSaysWhatIsLostInPlainWords();

private:
    template<typename T>
    [[nodiscard]] static T *find(const QString &name);
    void damage() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_application;
    std::unique_ptr<StartProblem> m_problem;
    std::unique_ptr<QSignalSpy> m_started;
    std::unique_ptr<QSignalSpy> m_quit;
};

namespace {

constexpr int records = 400;

void fill(const QString &path)
{
    const auto database = Database::open(path, Database::Mode::ReadWrite);
    QVERIFY(database);
    RecordStore store(**database);
    Transaction transaction(**database);
    for (int i = 0; i < records; ++i) {
        QVERIFY(store.insert(AssetKind::Organization, {{u"name"_s, u"Organization %1"_s.arg(i)}},
                             RecordSource::Manual, QDateTime::currentDateTimeUtc()));
    }
    QVERIFY(transaction.commit());
}

} // namespace

template<typename T>
T *tst_StartProblem::find(const QString &name)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (!window->isVisible())
            continue;
        if (T *self = qobject_cast<T *>(window); self && self->objectName() == name)
            return self;
        if (T *child = window->findChild<T *>(name))
            return child;
    }
    return nullptr;
}

void tst_StartProblem::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_application =
        std::make_unique<Application>(ApplicationOptions{.profileFolder = m_folder->path(),
                                                         .secrets = std::make_shared<MemorySecretStore>(),
                                                         .runsScheduler = false});
    m_problem = std::make_unique<StartProblem>(*m_application);
    m_started = std::make_unique<QSignalSpy>(m_application.get(), &Application::started);
    m_quit = std::make_unique<QSignalSpy>(m_problem.get(), &StartProblem::quitWanted);
    connect(m_application.get(), &Application::startFailed, m_problem.get(), &StartProblem::show);
}

void tst_StartProblem::cleanup()
{
    m_quit.reset();
    m_started.reset();
    m_problem.reset();
    m_application.reset();
    m_folder.reset();
}

/** Overwrites a page in the middle, as a failing disk might. */
void tst_StartProblem::damage() const
{
    QFile file(m_application->databasePath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    constexpr qint64 page = 4096;
    QVERIFY(file.size() > 40 * page);
    QVERIFY(file.seek(file.size() / page / 2 * page));
    QCOMPARE(file.write(QByteArray(page, '\xa5')), page);
}

void tst_StartProblem::damagedDatabase_isRepairedAndOpens()
{
    fill(m_application->databasePath());
    damage();
    m_application->start();
    QTRY_VERIFY(find<QMessageBox>(u"databaseErrorBox"_s));
    QVERIFY(!find<QPushButton>(u"tryAgainButton"_s));
    find<QPushButton>(u"repairDatabaseButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(find<QDialog>(u"salvageReport"_s), 60'000);
    QVERIFY(!find<QDialog>(u"repairProgress"_s));
    const QString text = find<QPlainTextEdit>(u"salvageReportText"_s)->toPlainText();
    QVERIFY2(text.contains(u"Records: "_s), qPrintable(text));
    QVERIFY2(text.contains(QDir::toNativeSeparators(m_folder->path())), qPrintable(text));
    QCOMPARE(m_started->size(), 0);
    find<QPushButton>(u"startAfterRepairButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_started->size(), 1, 30'000);
    QVERIFY(QDir(m_folder->path()).entryList({u"*.damaged-*"_s}).size() >= 1);
}

void tst_StartProblem::unusableFile_canBeTriedAgain()
{
    const QString path = m_application->databasePath();
    QVERIFY(QDir().mkpath(path));
    m_application->start();
    QTRY_VERIFY(find<QMessageBox>(u"databaseErrorBox"_s));
    QVERIFY(!find<QPushButton>(u"repairDatabaseButton"_s));
    find<QPushButton>(u"tryAgainButton"_s)->click();
    // Nothing has changed, so it is said again.
    QTRY_VERIFY(find<QPushButton>(u"tryAgainButton"_s));
    QVERIFY(QDir().rmdir(path));
    find<QPushButton>(u"tryAgainButton"_s)->click();
    QTRY_COMPARE(m_started->size(), 1);
    QVERIFY(!find<QMessageBox>(u"databaseErrorBox"_s));
    QCOMPARE(m_quit->size(), 0);
}

void tst_StartProblem::fullDisk_canBeTriedAgain()
{
    m_problem->show({.code = ErrorCode::DatabaseFull, .message = u"The disk is full."_s});
    QTRY_VERIFY(find<QMessageBox>(u"databaseErrorBox"_s));
    QCOMPARE(find<QMessageBox>(u"databaseErrorBox"_s)->text(), u"The disk is full."_s);
    QVERIFY(!find<QPushButton>(u"repairDatabaseButton"_s));
    find<QPushButton>(u"tryAgainButton"_s)->click();
    QTRY_COMPARE(m_started->size(), 1);
}

void tst_StartProblem::newerDatabase_leavesOnlyTheEnd()
{
    m_problem->show({.code = ErrorCode::DatabaseNewer, .message = u"Made by a newer Tandem."_s});
    QTRY_VERIFY(find<QMessageBox>(u"databaseErrorBox"_s));
    QVERIFY(!find<QPushButton>(u"repairDatabaseButton"_s));
    QVERIFY(!find<QPushButton>(u"tryAgainButton"_s));
    find<QPushButton>(u"quitButton"_s)->click();
    QTRY_COMPARE(m_quit->size(), 1);
}

void tst_StartProblem::quit_isToldOnce()
{
    m_problem->show({.code = ErrorCode::DatabaseFull, .message = u"The disk is full."_s});
    QTRY_VERIFY(find<QMessageBox>(u"databaseErrorBox"_s));
    QTest::keyClick(find<QMessageBox>(u"databaseErrorBox"_s), Qt::Key_Escape);
    QTRY_COMPARE(m_quit->size(), 1);
    QCOMPARE(m_started->size(), 0);
}

void tst_StartProblem::I1_reportSaysWhatIsLostInPlainWords()
{
    const QJsonObject serial{
        {u"serial_number"_s, QJsonObject{{u"before"_s, u"A"_s}, {u"after"_s, u"B-7"_s}}}};
    SalvageReport report{.setAside = u"/home/ann/tandem.sqlite.damaged-1"_s,
                         .tables = {{u"record"_s, 120, 3}, {u"outbox"_s, 4, 1}, {u"event"_s, 900, 0}},
                         .lostPushes = {{.integrationName = u"Main"_s,
                                         .recordId = 5,
                                         .kind = AssetKind::Configuration,
                                         .recordName = u"ACME-DC01"_s,
                                         .person = u"Ann"_s,
                                         .edits = serial}},
                         .paused = {u"Main"_s}};
    const QString text = salvageText(report);
    QVERIFY2(text.contains(u"Records: 120 kept, 3 lost"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Edits that wait to be pushed: 4 kept, 1 lost"_s), qPrintable(text));
    QVERIFY2(text.contains(u"ACME-DC01, for Main, by Ann: Serial number: B-7"_s), qPrintable(text));
    QVERIFY2(text.contains(u"tandem.sqlite.damaged-1"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"outbox"_s), qPrintable(text));
    report = {.setAside = u"/x"_s, .tables = {{u"record"_s, 120, 0}}};
    QVERIFY(salvageText(report).startsWith(u"Everything"_s));
}

QTEST_MAIN(tst_StartProblem)
#include "tst_startproblem.moc"
