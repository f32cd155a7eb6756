// SPDX-License-Identifier: GPL-3.0-or-later
#include "pushmove.h"
#include "pushwindow.h"
#include "support/testclock.h"
#include "ui/integrations/noticelabel.h"
#include "ui/records/recordpane.h"
#include "ui/widgets/messagebox.h"

#include <QLabel>
#include <QLoggingCategory>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

/** Push All Syncable Assets when the PSA lets nothing through, refuses a record, or a person looks closer. */
class PushAllWaitsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void I5_hourlyLimit_isToldWithItsEnd_andItGoesOnByItself_data();
    void I5_hourlyLimit_isToldWithItsEnd_andItGoesOnByItself();
    void I5_atTheLimit_pauseAndCancelWorkAtOnce();
    void F1_refusedRecord_isTriedAgainFromTheResults();
    void openRecord_leadsToTheRecord_data();
    void openRecord_leadsToTheRecord();
    void addALocation_saysThatItPushes();

private:
    void start(Platform platform, bool runsScheduler);
    [[nodiscard]] QString message() const
    {
        return m_window->child<NoticeLabel>(u"runMessage"_s)->text();
    }
    /** From now on the PSA refuses the next call for so long. */
    void limit(int seconds);

    std::unique_ptr<PushMove> m_move;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<TestClock> m_clock;
    std::unique_ptr<PushWindow> m_window;
    IntegrationId m_id = 0;
};

void PushAllWaitsTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    QLoggingCategory::setFilterRules(u"tandem.*.info=false"_s);
}

void PushAllWaitsTest::cleanup()
{
    m_window.reset();
    m_folder.reset();
    m_move.reset();
}

void PushAllWaitsTest::start(Platform platform, bool runsScheduler)
{
    m_move = std::make_unique<PushMove>(platform);
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_shared<TestClock>();
    m_window =
        std::make_unique<PushWindow>(ApplicationOptions{.profileFolder = m_folder->path(),
                                                        .secrets = std::make_shared<MemorySecretStore>(),
                                                        .clock = m_clock,
                                                        .runsScheduler = runsScheduler});
    QVERIFY(m_window->start());
    m_id = m_move->fill(m_window->application().engine());
    QVERIFY(m_id != 0);
    QVERIFY(m_window->open());
}

void PushAllWaitsTest::limit(int seconds)
{
    m_move->practice().setFaults(
        {QJsonObject{{u"route"_s, u"*"_s},
                     {u"fault"_s, u"status"_s},
                     {u"value"_s, QJsonObject{{u"status"_s, 429}, {u"retry_after"_s, seconds}}},
                     {u"count"_s, 1}}});
}

void PushAllWaitsTest::I5_hourlyLimit_isToldWithItsEnd_andItGoesOnByItself_data()
{
    QTest::addColumn<Platform>("platform");
    for (const Platform platform : {Platform::ConnectWise, Platform::Autotask, Platform::KaseyaBms})
        QTest::newRow(qPrintable(platformName(platform))) << platform;
}

void PushAllWaitsTest::I5_hourlyLimit_isToldWithItsEnd_andItGoesOnByItself()
{
    QFETCH(Platform, platform);
    start(platform, true);
    QVERIFY(m_window->goTo(PushAllWizard::ConfirmId));
    limit(6);
    QVERIFY(m_window->goTo(PushAllWizard::ProgressId));
    QTRY_VERIFY_WITH_TIMEOUT(!message().isEmpty(), PushWindow::patience);
    static const QRegularExpression moment(u" at \\d\\d:\\d\\d"_s);
    QVERIFY2(message().contains(moment), qPrintable(message()));
    QVERIFY(!m_window->stateText().startsWith(u"Finished"_s));
    QVERIFY2(m_window->waitUntilDone(), qPrintable(m_window->stateText()));
    QCOMPARE(message(), QString());
}

void PushAllWaitsTest::I5_atTheLimit_pauseAndCancelWorkAtOnce()
{
    start(Platform::KaseyaBms, true);
    QVERIFY(m_window->goTo(PushAllWizard::ConfirmId));
    // No endpoint takes more calls than these in an hour.
    m_move->practice().setQuirks({u"budget=5"_s, u"retry-after"_s});
    QVERIFY(m_window->goTo(PushAllWizard::ProgressId));
    QTRY_VERIFY_WITH_TIMEOUT(!message().isEmpty(), PushWindow::patience);
    QVERIFY2(message().contains(u"They go on at "_s), qPrintable(message()));
    auto *pause = m_window->child<QPushButton>(u"pauseRunButton"_s);
    pause->click();
    QTRY_VERIFY(m_window->stateText().startsWith(u"Paused"_s));
    QVERIFY(pause->isEnabled());
    pause->click();
    QTRY_VERIFY(m_window->stateText().startsWith(u"Pushing"_s));
    MessageBox::setNextAnswer(true);
    m_window->child<QPushButton>(u"cancelRunButton"_s)->click();
    QTRY_VERIFY(m_window->stateText().startsWith(u"Cancelled"_s));
    QCOMPARE(message(), QString());
}

void PushAllWaitsTest::F1_refusedRecord_isTriedAgainFromTheResults()
{
    start(Platform::ConnectWise, false);
    QVERIFY(m_window->goTo(PushAllWizard::ConfirmId));
    m_move->practice().setFault(u"POST /company/contacts"_s, u"validation"_s,
                                u"The last name is not liked."_s, 1);
    QVERIFY(m_window->goTo(PushAllWizard::ProgressId));
    QVERIFY(m_window->run(m_id));
    QVERIFY(m_window->waitUntilDone());
    QCOMPARE(m_window->child<QLabel>(u"contactFailed"_s)->text(), u"1"_s);
    QVERIFY(m_window->goTo(PushAllWizard::ResultsId));
    QCOMPARE(m_window->count(u"resultsCounts"_s, u"failed"_s), 1);
    QVERIFY(m_window->choose(u"resultsCounts"_s, u"failed"_s));
    auto *table = m_window->child<QTableView>(u"resultsTable"_s);
    QTRY_VERIFY(!table->model()->index(0, 0).data().toString().isEmpty());
    table->setCurrentIndex(table->model()->index(0, 0));
    auto *detail = m_window->child<QWidget>(u"resultsDetail"_s);
    QTRY_VERIFY(detail->isVisible());
    auto *retry = m_window->child<QPushButton>(u"retryButton"_s);
    QTRY_VERIFY(retry->isEnabled());
    retry->click();
    QTRY_COMPARE(m_window->wizard().currentId(), int(PushAllWizard::ProgressId));
    QVERIFY(m_window->run(m_id));
    QVERIFY(m_window->waitUntilDone());
    QTRY_COMPARE(m_window->child<QLabel>(u"contactFailed"_s)->text(), u"0"_s);
    QCOMPARE(m_move->practice().records(u"contact"_s).size(),
             m_move->before(AssetKind::Contact) + m_move->created(AssetKind::Contact));
}

void PushAllWaitsTest::openRecord_leadsToTheRecord_data()
{
    QTest::addColumn<bool>("isResult");
    QTest::newRow("from what is held in the preview") << false;
    QTest::newRow("from the results") << true;
}

void PushAllWaitsTest::openRecord_leadsToTheRecord()
{
    QFETCH(bool, isResult);
    start(Platform::ConnectWise, false);
    const QString part = isResult ? u"results"_s : u"preview"_s;
    QVERIFY(m_window->goTo(PushAllWizard::PreviewId));
    QVERIFY(m_window->waitUntilPlanned());
    if (isResult) {
        QVERIFY(m_window->goTo(PushAllWizard::ProgressId));
        QVERIFY(m_window->run(m_id));
        QVERIFY(m_window->waitUntilDone());
        QVERIFY(m_window->goTo(PushAllWizard::ResultsId));
    }
    QVERIFY(m_window->choose(QString(part + u"Counts"_s), u"held"_s));
    auto *table = m_window->child<QTableView>(QString(part + u"Table"_s));
    int row = -1;
    QTRY_VERIFY([&] {
        for (int i = 0; i < table->model()->rowCount(); ++i) {
            if (table->model()->index(i, 0).data().toString() == u"Bare 1"_s)
                row = i;
        }
        return row >= 0;
    }());
    auto *open = m_window->child<QPushButton>(QString(part + u"OpenButton"_s));
    QVERIFY(open);
    QVERIFY(!open->isEnabled());
    table->setCurrentIndex(table->model()->index(row, 0));
    QTRY_VERIFY(open->isEnabled());
    open->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->window().recordPane()->view().record.id, m_move->bare(),
                              PushWindow::patience);
    QVERIFY(m_window->window().isVisible());
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

/** Organizations without a location are held by ConnectWise (C4c); the remedy for all of them asks first. */
void PushAllWaitsTest::addALocation_saysThatItPushes()
{
    start(Platform::ConnectWise, false);
    const FieldValues homeless{{u"name"_s, u"Homeless"_s}, {u"short_name"_s, u"HOMELESS"_s}};
    const auto saved = awaited(m_window->application().engine().save({.kind = AssetKind::Organization,
                                                                      .changes = homeless,
                                                                      .source = RecordSource::Csv,
                                                                      .person = u"Ann"_s}));
    QVERIFY(saved && *saved);
    QVERIFY(m_window->goTo(PushAllWizard::PreviewId));
    QVERIFY(m_window->waitUntilPlanned());
    const auto add = [this] {
        const auto all = m_window->wizard().findChildren<QPushButton *>(u"remedyButton"_s)
            + m_window->wizard().findChildren<QPushButton *>(u"remedyAllButton"_s);
        for (QPushButton *each : all) {
            if (each->isVisible() && each->text().contains(u"location"_s, Qt::CaseInsensitive))
                return each;
        }
        return static_cast<QPushButton *>(nullptr);
    };
    QTRY_VERIFY_WITH_TIMEOUT(add(), PushWindow::patience);
    add()->click();
    QTRY_VERIFY(m_window->wizard().findChild<QMessageBox *>());
    auto *question = m_window->wizard().findChild<QMessageBox *>();
    QVERIFY2(question->informativeText().contains(u"pushed to ConnectWise at once"_s),
             qPrintable(question->informativeText()));
    question->reject();
    QCOMPARE(m_move->practice().writes(), 0);
}

QTEST_MAIN(PushAllWaitsTest)
#include "tst_pushallwaits.moc"
