// SPDX-License-Identifier: GPL-3.0-or-later
#include "../integrations/practiceprofile.h"
#include "ui/integrations/integrationsdialog.h"
#include "ui/integrations/optionusemodel.h"
#include "ui/integrations/syncsettingsdialog.h"
#include "ui/integrations/typesdialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000;

} // namespace

/** Account > Types and Statuses (rule G3). */
class TypesDialogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void withoutAPsa_itSaysWhatToDo();
    void G3_showsWhatSyncs();
    void G3_everyListCanBeChosen();
    void filterNarrows();
    void syncSettings_openAtTheList_andTheTableFollows();
    void integrationsDialog_leadsHere();

private:
    void open();
    [[nodiscard]] QTableView *table() const;
    [[nodiscard]] QString cell(const QString &value, int column) const;

    std::unique_ptr<PracticeProfile> m_profile;
    std::unique_ptr<TypesDialog> m_dialog;
    IntegrationId m_id = 0;
};

void TypesDialogTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void TypesDialogTest::init()
{
    m_profile = std::make_unique<PracticeProfile>();
    QVERIFY(m_profile->start());
}

void TypesDialogTest::cleanup()
{
    m_dialog.reset();
    m_profile.reset();
}

void TypesDialogTest::open()
{
    m_id = m_profile->connectAs(u"Main"_s);
    QVERIFY(m_id != 0);
    QVERIFY(m_profile->sync(m_id));
    m_dialog = std::make_unique<TypesDialog>(m_profile->application());
    m_dialog->show();
    QTRY_VERIFY_WITH_TIMEOUT(table()->model()->rowCount() > 0, patience);
}

QTableView *TypesDialogTest::table() const
{
    return m_dialog->findChild<QTableView *>(u"typesTable"_s);
}

QString TypesDialogTest::cell(const QString &value, int column) const
{
    const QAbstractItemModel *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString() == value)
            return model->index(row, column).data().toString();
    }
    return {};
}

void TypesDialogTest::withoutAPsa_itSaysWhatToDo()
{
    m_dialog = std::make_unique<TypesDialog>(m_profile->application());
    m_dialog->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->findChild<QWidget *>(u"typesEmpty"_s)->isVisible(), patience);
    QVERIFY(!m_dialog->findChild<QPushButton *>(u"typesSettingsButton"_s)->isEnabled());
}

void TypesDialogTest::G3_showsWhatSyncs()
{
    open();
    const auto made = PracticeProfile::await(
        m_profile->application().engine().ensureOption(OptionList::OrganizationType, u"Made Here"_s, 0));
    QVERIFY(made && *made);
    m_dialog->findChild<QAction *>(u"refreshTypesAction"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"Made Here"_s, 1), u"Not connected"_s, patience);
    QCOMPARE(table()->model()->headerData(1, Qt::Horizontal).toString(), u"Main"_s);
    qint64 records = 0;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        records += table()->model()->index(row, 2).data(OptionUseModel::SortRole).toLongLong();
    QCOMPARE(records, 5);
    QVERIFY(table()->model()->match(table()->model()->index(0, 1), Qt::DisplayRole, u"Enabled"_s).size() > 0);
}

void TypesDialogTest::G3_everyListCanBeChosen()
{
    open();
    for (const OptionList list : {OptionList::OrganizationStatus, OptionList::ConfigurationType,
                                  OptionList::ConfigurationStatus, OptionList::ContactType}) {
        m_dialog->showList(list);
        const auto uses = PracticeProfile::await(m_profile->application().reader().optionUses(list));
        QVERIFY(uses && *uses);
        QVERIFY(!(*uses)->isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), int((*uses)->size()), patience);
        QTRY_VERIFY(!cell((*uses)->constFirst().name, 1).isEmpty());
    }
}

void TypesDialogTest::filterNarrows()
{
    open();
    m_dialog->showList(OptionList::ConfigurationType);
    QTRY_VERIFY_WITH_TIMEOUT(!cell(u"Laptop"_s, 1).isEmpty(), patience);
    auto *filter = m_dialog->findChild<QLineEdit *>(u"typesFilterEdit"_s);
    QTest::keyClicks(filter, u"lapt"_s);
    QCOMPARE(table()->model()->rowCount(), 1);
    QTest::keyClicks(filter, u"xyz"_s);
    QVERIFY(m_dialog->findChild<QWidget *>(u"typesEmpty"_s)->isVisible());
    filter->clear();
    QVERIFY(table()->isVisible());
}

void TypesDialogTest::syncSettings_openAtTheList_andTheTableFollows()
{
    open();
    m_dialog->showList(OptionList::ConfigurationType);
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"Laptop"_s, 1), u"Enabled"_s, patience);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    m_dialog->findChild<QPushButton *>(u"typesSettingsButton"_s)->click();
    auto *settings = m_dialog->findChild<SyncSettingsDialog *>(u"syncSettingsDialog"_s);
    QVERIFY(settings);
    auto *save = settings->findChild<QPushButton *>(u"saveSettingsButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(save->isEnabled(), patience);
    auto *view = settings->findChild<QListView *>(u"configurationTypeView"_s);
    QTRY_VERIFY(view->hasFocus());
    const QModelIndexList laptops =
        view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, u"Laptop"_s);
    QCOMPARE(laptops.size(), 1);
    QVERIFY(view->model()->setData(laptops.constFirst(), Qt::Unchecked, Qt::CheckStateRole));
    auto *effect = settings->findChild<QPushButton *>(u"effectShowButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(effect->isVisible(), patience);
    save->click();
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"Laptop"_s, 1), u"Disabled"_s, patience);
}

void TypesDialogTest::integrationsDialog_leadsHere()
{
    IntegrationsDialog dialog(m_profile->application());
    dialog.show();
    dialog.findChild<QPushButton *>(u"typesButton"_s)->click();
    QVERIFY(dialog.findChild<TypesDialog *>(u"typesDialog"_s));
}

QTEST_MAIN(TypesDialogTest)
#include "tst_typesdialog.moc"
