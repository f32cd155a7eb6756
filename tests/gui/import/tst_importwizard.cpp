// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiprofile.h"
#include "ui/import/importsdialog.h"
#include "ui/import/importwizard.h"
#include "ui/integrations/savefiledialog.h"
#include "ui/mainwindow.h"
#include "ui/widgets/messagebox.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableWidget>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000;

} // namespace

/** File > Import (rule H2), from the file to its undo. */
class ImportWizardTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
    }

    void init()
    {
        m_profile = std::make_unique<GuiProfile>();
        m_profile->add(AssetKind::Organization, {{u"name"_s, u"Known"_s}, {u"alert"_s, u"old"_s}});
        m_window = std::make_unique<MainWindow>(m_profile->application());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_profile.reset();
    }

    void H2_fromTheFirstPageToTheLast_andBack()
    {
        m_window->openImport(file("Company;Alert;Whatever\r\nAcme;one;x\r\nKnown;new;y\r\n;nobody;z\r\n"));
        ImportWizard *wizard = m_window->findChild<ImportWizard *>();
        QVERIFY(wizard);
        QCOMPARE(wizard->currentId(), int(ImportWizard::FileId));
        QCOMPARE(child<QComboBox>(u"importDelimiter"_s)->currentData().toChar(), QChar(u';'));
        QCOMPARE(child<QTableWidget>(u"importRows"_s)->rowCount(), 3);
        grab(u"file"_s);
        next(QWizard::NextButton);

        QCOMPARE(wizard->currentId(), int(ImportWizard::MappingId));
        auto *columns = child<QTableWidget>(u"importColumns"_s);
        QCOMPARE(columns->rowCount(), 3);
        QCOMPARE(targetOf(0), u"name"_s);
        QCOMPARE(targetOf(1), u"alert"_s);
        QCOMPARE(targetOf(2), QString());
        child<QComboBox>(u"importProfile"_s)->setEditText(u"Clients"_s);
        child<QPushButton>(u"importSaveProfile"_s)->click();
        grab(u"columns"_s);
        next(QWizard::NextButton);

        QCOMPARE(wizard->currentId(), int(ImportWizard::PreviewId));
        QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(u"importPreviewCounts"_s)->text(),
                                  u"1 to create, 1 to update, 0 to skip, 1 with errors"_s, patience);
        QCOMPARE(child<QTableWidget>(u"importPreviewErrors"_s)->item(0, 0)->text(), u"4"_s);
        grab(u"preview"_s);
        next(QWizard::CommitButton);

        QTRY_COMPARE_WITH_TIMEOUT(wizard->currentId(), int(ImportWizard::ResultsId), patience);
        QCOMPARE(child<QLabel>(u"importResultCounts"_s)->text(),
                 u"1 created, 1 updated, 0 skipped, 1 failed"_s);
        QCOMPARE(alertOf(u"Known"_s), u"new"_s);
        const QString errors = QDir(m_profile->folder()).filePath(u"errors.csv"_s);
        SaveFileDialog::setNextAnswer(errors);
        child<QPushButton>(u"importExportErrors"_s)->click();
        QFile exported(errors);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        QVERIFY(exported.readAll().contains("nobody"));
        grab(u"results"_s);
        child<QPushButton>(u"importUndo"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(alertOf(u"Known"_s), u"old"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(u"importResultCounts"_s)->text(), u"Undone."_s, patience);
        QVERIFY(alertOf(u"Acme"_s).isNull());

        // The same columns bring the saved choices back.
        wizard->reject();
        QTRY_VERIFY(!m_window->findChild<ImportWizard *>());
        m_window->openImport(file("Company;Alert;Whatever\r\nBeta;one;x\r\n"));
        next(QWizard::NextButton);
        QCOMPARE(child<QComboBox>(u"importProfile"_s)->currentText(), u"Clients"_s);
    }

    void aFileDroppedOntoTheWindow_opensTheWizard()
    {
        const QString path = file("Name\r\nAcme\r\n");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY(m_window->findChild<ImportWizard *>());
        QCOMPARE(child<QTableWidget>(u"importRows"_s)->rowCount(), 1);
        QMimeData other;
        other.setUrls({QUrl::fromLocalFile(u"/x.png"_s)});
        QCOMPARE(droppedCsvFile(&other), QString());
    }

    void aFileThatCannotBeRead_isToldOnTheFirstPage()
    {
        m_window->openImport(file(""));
        QVERIFY(!child<QWizard>(u"importWizard"_s)->button(QWizard::NextButton)->isEnabled());
        QVERIFY(child<QWidget>(u"importFileMessage"_s)->isVisibleTo(m_window->findChild<ImportWizard *>()));
    }

    void importsAreListedAndUndone()
    {
        SyncEngine &engine = m_profile->application().engine();
        QFuture<Result<qint64>> run = engine.beginImport(RecordSource::Csv, u"clients.csv"_s, u"Ann"_s);
        QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), patience);
        const QList<ImportedRecord> records{
            {.kind = AssetKind::Organization, .values = {{u"name"_s, u"Acme"_s}}}};
        QFuture<Result<QList<ImportOutcome>>> taken = engine.importRecords(*run.result(), records);
        QTRY_VERIFY_WITH_TIMEOUT(taken.isFinished(), patience);
        m_window->findChild<QAction *>(u"importsAction"_s)->trigger();
        auto *dialog = m_window->findChild<ImportsDialog *>();
        QVERIFY(dialog);
        auto *table = dialog->findChild<QTableWidget *>(u"importsTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 1, patience);
        auto *undo = dialog->findChild<QPushButton *>(u"undoImportButton"_s);
        QTRY_VERIFY(undo->isEnabled());
        MessageBox::setNextAnswer(true);
        undo->click();
        QTRY_COMPARE_WITH_TIMEOUT(table->item(0, 4)->text(), u"Undone"_s, patience);
        QVERIFY(!undo->isEnabled());
    }

    void theListIsExportedAsItIsShown()
    {
        m_profile->add(AssetKind::Organization, {{u"name"_s, u"=1+1"_s}, {u"alert"_s, u"a, \"b\""_s}});
        m_window->goTo(u"kind/organization"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), patience);
        const QString path = QDir(m_profile->folder()).filePath(u"list.csv"_s);
        SaveFileDialog::setNextAnswer(path);
        m_window->findChild<QAction *>(u"exportListAction"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patience);
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = written.readAll().split('\n');
        QVERIFY(lines.at(0).startsWith("\xEF\xBB\xBFName"));
        QVERIFY2(lines.at(1).startsWith("'=1+1,") || lines.at(2).startsWith("'=1+1,"),
                 lines.join('\n').constData());
    }

private:
    QString file(const QByteArray &bytes)
    {
        QFile file(QDir(m_profile->folder()).filePath(u"clients.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }

    template<typename T>
    T *child(const QString &name)
    {
        T *found = m_window->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    QString targetOf(int row)
    {
        return qobject_cast<QComboBox *>(child<QTableWidget>(u"importColumns"_s)->cellWidget(row, 2))
            ->currentData()
            .toString();
    }

    void next(QWizard::WizardButton which)
    {
        QAbstractButton *button = m_window->findChild<ImportWizard *>()->button(which);
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled() && button->isVisible(), patience);
        button->click();
    }

    /** Null when there is no such organization. */
    QString alertOf(const QString &name)
    {
        const Result<QVariant> alert = m_profile->database().value(
            u"SELECT ifnull(alert, '') FROM organization WHERE name = ?"_s, {name});
        return alert ? alert->toString() : QString();
    }

    /** For a look at the pages: into the folder that the variable names. */
    void grab(const QString &name)
    {
        const QString folder = qEnvironmentVariable("TANDEM_PICTURES");
        if (!folder.isEmpty())
            m_window->findChild<ImportWizard *>()->grab().save(QDir(folder).filePath(name + u".png"_s));
    }

    std::unique_ptr<GuiProfile> m_profile;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(ImportWizardTest)
#include "tst_importwizard.moc"
