// SPDX-License-Identifier: GPL-3.0-or-later
#include "../integrations/practiceprofile.h"
#include "ui/integrations/eventtablemodel.h"
#include "ui/integrations/eventtypebutton.h"
#include "ui/integrations/jobbar.h"
#include "ui/integrations/logdialog.h"
#include "ui/integrations/logfilterbar.h"
#include "ui/integrations/logretentiondialog.h"
#include "ui/integrations/savefiledialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000;

} // namespace

/** Actions > Logs (rule G2): filters, export and how long lines are kept. */
class LogDialogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void filters_narrowWhatIsShown();
    void days_areThoseOfThePersonsTimeZone();
    void chosenDays_appearOnDemand_inAnyOrder();
    void G2_exportsWhatMatches_asCsv();
    void G2_exportsWhatMatches_asJson();
    void exportThatFails_saysWhy();
    void export_asksForAFile();
    void G2_retention_isToldAndChanged();
    void retention_warnsBeforeLinesGo();

private:
    void open();
    [[nodiscard]] int rows() const;
    [[nodiscard]] QString result() const;

    std::unique_ptr<PracticeProfile> m_profile;
    std::unique_ptr<LogDialog> m_dialog;
    IntegrationId m_id = 0;
};

void LogDialogTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void LogDialogTest::init()
{
    m_profile = std::make_unique<PracticeProfile>();
    m_id = m_profile->startConnected();
    QVERIFY(m_id != 0);
    SyncEngine &engine = m_profile->application().engine();
    QVERIFY(m_profile->sync(m_id));
    // A line for each of these contacts.
    const auto paused = PracticeProfile::await(
        engine.changeLinks({.integrationId = m_id, .kind = AssetKind::Contact}, LinkAction::Pause, u"Ann"_s));
    QVERIFY(paused && *paused);
    QCOMPARE(**paused, 10);
}

void LogDialogTest::cleanup()
{
    m_dialog.reset();
    m_profile.reset();
}

void LogDialogTest::open()
{
    m_dialog = std::make_unique<LogDialog>(m_profile->application(), m_profile->integration(m_id));
    m_dialog->show();
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 0, patience);
}

int LogDialogTest::rows() const
{
    return m_dialog->findChild<QTableView *>(u"logTable"_s)->model()->rowCount();
}

QString LogDialogTest::result() const
{
    return m_dialog->findChild<JobBar *>()->resultText();
}

void LogDialogTest::filters_narrowWhatIsShown()
{
    open();
    const int all = rows();
    auto *kind = m_dialog->findChild<QComboBox *>(u"logKindCombo"_s);
    kind->setCurrentIndex(kind->findData(int(AssetKind::Contact)));
    QTRY_VERIFY_WITH_TIMEOUT(rows() < all && rows() > 0, patience);
    const auto *model =
        static_cast<EventTableModel *>(m_dialog->findChild<QTableView *>(u"logTable"_s)->model());
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(model->event(row).kind == AssetKind::Contact);
    kind->setCurrentIndex(0);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), all, patience);

    auto *types = m_dialog->findChild<EventTypeButton *>(u"eventTypeButton"_s);
    types->setTypes({Event::Type::SyncFinished});
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    QVERIFY(model->event(0).type == Event::Type::SyncFinished);
    types->setTypes({Event::Type::PushFailed});
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, patience);
    QVERIFY(m_dialog->findChild<QLabel *>(u"logCountLabel"_s)->text().startsWith(u"No line matches"_s));
    QVERIFY(!m_dialog->findChild<QPushButton *>(u"logExportButton"_s)->isEnabled());
    m_dialog->findChild<LogFilterBar *>()->clear();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), all, patience);
}

void LogDialogTest::days_areThoseOfThePersonsTimeZone()
{
    LogFilterBar bar;
    auto *period = bar.findChild<QComboBox *>(u"logPeriodCombo"_s);
    QVERIFY(!bar.query().since.isValid());
    QVERIFY(!bar.isFiltering());
    const QDate today = QDate::currentDate();
    period->setCurrentIndex(1);
    QCOMPARE(bar.query().since, today.startOfDay().toUTC());
    QVERIFY(!bar.query().until.isValid());
    QVERIFY(bar.isFiltering());
    period->setCurrentIndex(2);
    QCOMPARE(bar.query().since, today.addDays(-6).startOfDay().toUTC());
    period->setCurrentIndex(3);
    QCOMPARE(bar.query().since, today.addDays(-29).startOfDay().toUTC());
}

void LogDialogTest::chosenDays_appearOnDemand_inAnyOrder()
{
    open();
    auto *period = m_dialog->findChild<QComboBox *>(u"logPeriodCombo"_s);
    auto *from = m_dialog->findChild<QDateEdit *>(u"logFromEdit"_s);
    auto *to = m_dialog->findChild<QDateEdit *>(u"logToEdit"_s);
    QVERIFY(!from->isVisible());
    period->setCurrentIndex(4);
    QTRY_VERIFY(from->isVisible());
    QTRY_VERIFY(rows() > 0);
    const QDate today = QDate::currentDate();
    from->setDate(today.addDays(-3));
    to->setDate(today.addDays(-8));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, patience);
    const EventQuery query = m_dialog->findChild<LogFilterBar *>()->query();
    QCOMPARE(query.since, today.addDays(-8).startOfDay().toUTC());
    QCOMPARE(query.until, today.addDays(-2).startOfDay().toUTC());
    to->setDate(today);
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 0, patience);
}

void LogDialogTest::G2_exportsWhatMatches_asCsv()
{
    open();
    auto *kind = m_dialog->findChild<QComboBox *>(u"logKindCombo"_s);
    const int all = rows();
    kind->setCurrentIndex(kind->findData(int(AssetKind::Contact)));
    QTRY_VERIFY_WITH_TIMEOUT(rows() < all && rows() > 0, patience);
    const QString path = QDir(m_profile->folder()).filePath(u"log.csv"_s);
    SaveFileDialog::setNextAnswer(path);
    m_dialog->findChild<QPushButton *>(u"logExportButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(result().contains(QDir::toNativeSeparators(path)), patience);
    QVERIFY2(result().startsWith(u"%1 line"_s.arg(rows())), qPrintable(result()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("\xEF\xBB\xBF"));
    QCOMPARE(text.trimmed().count('\n'), rows()); // and the header
    QVERIFY(m_dialog->findChild<QPushButton *>(u"openFolderButton"_s)->isVisible());
}

void LogDialogTest::G2_exportsWhatMatches_asJson()
{
    open();
    m_dialog->findChild<EventTypeButton *>(u"eventTypeButton"_s)->setTypes({Event::Type::SyncFinished});
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    const QString path = QDir(m_profile->folder()).filePath(u"log.json"_s);
    SaveFileDialog::setNextAnswer(path);
    m_dialog->findChild<QPushButton *>(u"logExportButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(result().startsWith(u"1 line"_s), patience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject event = QJsonDocument::fromJson(file.readAll().trimmed()).object();
    QVERIFY(!event.isEmpty());
}

void LogDialogTest::exportThatFails_saysWhy()
{
    open();
    SaveFileDialog::setNextAnswer(QDir(m_profile->folder()).filePath(u"no/such/folder/log.csv"_s));
    m_dialog->findChild<QPushButton *>(u"logExportButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(result().contains(u"could not be written"_s), patience);
    QVERIFY(m_dialog->findChild<QPushButton *>(u"logExportButton"_s)->isEnabled());
    QVERIFY(!m_dialog->findChild<QPushButton *>(u"openFolderButton"_s)->isVisible());
}

void LogDialogTest::export_asksForAFile()
{
    open();
    m_dialog->findChild<QPushButton *>(u"logExportButton"_s)->click();
    auto *question = m_dialog->findChild<QFileDialog *>(u"saveFileDialog"_s);
    QVERIFY(question);
    QCOMPARE(question->acceptMode(), QFileDialog::AcceptSave);
    QCOMPARE(question->nameFilters().size(), 2);
    QCOMPARE(question->defaultSuffix(), u"csv"_s);
    question->selectNameFilter(question->nameFilters().at(1));
    Q_EMIT question->filterSelected(question->nameFilters().at(1));
    QCOMPARE(question->defaultSuffix(), u"json"_s);
    question->reject();
}

void LogDialogTest::G2_retention_isToldAndChanged()
{
    open();
    auto *label = m_dialog->findChild<QLabel *>(u"logRetentionLabel"_s);
    QTRY_VERIFY_WITH_TIMEOUT(label->text().startsWith(u"Lines are kept for 365 day"_s), patience);
    m_dialog->findChild<QPushButton *>(u"changeRetentionButton"_s)->click();
    auto *question = m_dialog->findChild<LogRetentionDialog *>(u"logRetentionDialog"_s);
    QVERIFY(question);
    question->findChild<QSpinBox *>(u"logDaysSpin"_s)->setValue(90);
    question->findChild<QPushButton *>(u"saveRetentionButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(label->text().startsWith(u"Lines are kept for 90 day"_s), patience);
    const auto stored = PracticeProfile::await(m_profile->application().reader().logDays());
    QVERIFY(stored && *stored);
    QCOMPARE(**stored, 90);

    m_dialog->findChild<QPushButton *>(u"changeRetentionButton"_s)->click();
    QTRY_COMPARE(m_dialog->findChildren<LogRetentionDialog *>().size(), 1);
    question = m_dialog->findChild<LogRetentionDialog *>(u"logRetentionDialog"_s);
    question->findChild<QCheckBox *>(u"logForEverCheck"_s)->setChecked(true);
    question->findChild<QPushButton *>(u"saveRetentionButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(label->text(), u"Lines are kept for ever."_s, patience);
}

void LogDialogTest::retention_warnsBeforeLinesGo()
{
    LogRetentionDialog dialog(365);
    auto *spin = dialog.findChild<QSpinBox *>(u"logDaysSpin"_s);
    auto *explanation = dialog.findChild<QLabel *>(u"logRetentionExplanation"_s);
    QCOMPARE(dialog.days(), 365);
    QVERIFY(!explanation->text().contains(u"gone for good"_s));
    spin->setValue(30);
    QVERIFY(explanation->text().contains(u"older than 30 day"_s));
    spin->setValue(400);
    QVERIFY(!explanation->text().contains(u"gone for good"_s));
    dialog.findChild<QCheckBox *>(u"logForEverCheck"_s)->setChecked(true);
    QCOMPARE(dialog.days(), 0);
    QVERIFY(!spin->isEnabled());
}

QTEST_MAIN(LogDialogTest)
#include "tst_logdialog.moc"
