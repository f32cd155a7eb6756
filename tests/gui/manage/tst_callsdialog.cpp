// SPDX-License-Identifier: GPL-3.0-or-later
#include "../integrations/practiceprofile.h"
#include "ui/integrations/callfiguresmodel.h"
#include "ui/integrations/callsdialog.h"
#include "ui/integrations/integrationsdialog.h"

#include <QAction>
#include <QLabel>
#include <QTableView>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000;

} // namespace

/** Actions > Calls: the figures of a real account. */
class CallsDialogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsWhatTheSyncCalled();
    void A5_anOutageIsTold_withTheNextTry();
    void integrationsDialog_leadsHere();

private:
    void open();
    [[nodiscard]] int callsOf(const QString &name) const;

    std::unique_ptr<PracticeProfile> m_profile;
    std::unique_ptr<CallsDialog> m_dialog;
    IntegrationId m_id = 0;
};

void CallsDialogTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void CallsDialogTest::init()
{
    m_profile = std::make_unique<PracticeProfile>();
    m_id = m_profile->startConnected();
    QVERIFY(m_id != 0);
}

void CallsDialogTest::cleanup()
{
    m_dialog.reset();
    m_profile.reset();
}

void CallsDialogTest::open()
{
    m_dialog = std::make_unique<CallsDialog>(m_profile->application(), m_profile->integration(m_id));
    m_dialog->show();
}

int CallsDialogTest::callsOf(const QString &name) const
{
    const QAbstractItemModel *model = m_dialog->findChild<QTableView *>(u"callsTable"_s)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, CallFiguresModel::NameColumn).data().toString().contains(name))
            return model->index(row, CallFiguresModel::CallsColumn).data().toInt();
    }
    return -1;
}

void CallsDialogTest::showsWhatTheSyncCalled()
{
    open();
    QCOMPARE(callsOf(u"Whole account"_s), 0);
    QVERIFY(m_profile->sync(m_id));
    QTRY_VERIFY_WITH_TIMEOUT(callsOf(u"Whole account"_s) > 0, patience);
    QVERIFY(callsOf(u"ompan"_s) > 0);
    QVERIFY(m_dialog->findChild<QLabel *>(u"totalsLabel"_s)->text().contains(u"refused"_s));
}

void CallsDialogTest::A5_anOutageIsTold_withTheNextTry()
{
    open();
    auto *notice = m_dialog->findChild<QWidget *>(u"callsNotice"_s);
    QVERIFY(!notice->isVisible());
    QVERIFY(m_profile->server().faults().set(
        {QJsonObject{{u"route"_s, u"*"_s}, {u"fault"_s, u"reset_before"_s}}}));
    for (int attempt = 0; attempt < 3; ++attempt) {
        QVERIFY(!m_profile->sync(m_id));
    }
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), patience);
    QVERIFY(notice->accessibleName().contains(u"cannot be reached"_s));
}

void CallsDialogTest::integrationsDialog_leadsHere()
{
    IntegrationsDialog dialog(m_profile->application());
    dialog.show();
    dialog.findChild<QAction *>(u"callsAction"_s)->trigger();
    QVERIFY(dialog.findChild<CallsDialog *>(u"callsDialog"_s));
}

QTEST_MAIN(CallsDialogTest)
#include "tst_callsdialog.moc"
