// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceprofile.h"
#include "ui/integrations/addcustomfielddialog.h"
#include "ui/integrations/fieldmapmodel.h"
#include "ui/integrations/fieldmappingdialog.h"
#include "ui/integrations/noticelabel.h"
#include "ui/widgets/messagebox.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

class FieldMappingDialogTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aCustomField_isAdded_andRemoved();
    void theLabelOfAnotherField_isRefused();
    void aKindWithoutCustomFields_saysSo();
    void aFieldThatIsGone_isTold();

private:
    [[nodiscard]] AddCustomFieldDialog *openAdding();
    [[nodiscard]] QTableView *table() const;
    [[nodiscard]] QString cell(int row, int column) const;

    std::unique_ptr<PracticeProfile> m_profile;
    std::unique_ptr<FieldMappingDialog> m_dialog;
    IntegrationId m_id = 0;
};

void FieldMappingDialogTest::init()
{
    m_profile = std::make_unique<PracticeProfile>();
    m_id = m_profile->startConnected();
    QVERIFY(m_id != 0);
    m_dialog = std::make_unique<FieldMappingDialog>(m_profile->application(), m_profile->integration(m_id));
    m_dialog->findChild<QTabWidget *>(u"kindTabs"_s)->setCurrentIndex(int(AssetKind::Configuration));
    m_dialog->show();
}

void FieldMappingDialogTest::cleanup()
{
    m_dialog.reset();
    m_profile.reset();
}

QTableView *FieldMappingDialogTest::table() const
{
    return m_dialog->findChild<QTableView *>(u"configurationMapTable"_s);
}

QString FieldMappingDialogTest::cell(int row, int column) const
{
    return table()->model()->index(row, column).data().toString();
}

AddCustomFieldDialog *FieldMappingDialogTest::openAdding()
{
    m_dialog->findChild<QPushButton *>(u"addCustomFieldButton"_s)->click();
    return m_dialog->findChild<AddCustomFieldDialog *>(u"addCustomFieldDialog"_s);
}

void FieldMappingDialogTest::aCustomField_isAdded_andRemoved()
{
    const QAbstractItemModelTester tester(table()->model());
    const int before = table()->model()->rowCount();
    AddCustomFieldDialog *adding = openAdding();
    QVERIFY(adding);
    auto *remote = adding->findChild<QComboBox *>(u"remoteCombo"_s);
    auto *button = adding->findChild<QPushButton *>(u"addFieldButton"_s);
    QVERIFY(!button->isEnabled());
    QTRY_COMPARE(remote->count(), 2);
    remote->setCurrentIndex(1);
    auto *label = adding->findChild<QLineEdit *>(u"labelEdit"_s);
    QCOMPARE(label->text(), u"Rack Position"_s);
    label->clear();
    QTest::keyClicks(label, u"Rack"_s);
    QTest::keyClick(label, Qt::Key_Return);
    QTRY_COMPARE(table()->model()->rowCount(), before + 1);
    QCOMPARE(cell(before, FieldMapModel::FieldColumn), u"Rack (custom)"_s);
    QCOMPARE(cell(before, FieldMapModel::RemoteColumn), u"Rack Position"_s);
    QCOMPARE(cell(before, FieldMapModel::DirectionColumn), u"both ways"_s);

    QCOMPARE(table()->currentIndex().row(), before);

    auto *remove = m_dialog->findChild<QPushButton *>(u"removeCustomFieldButton"_s);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY(!remove->isEnabled());
    table()->setCurrentIndex(table()->model()->index(before, 0));
    QVERIFY(remove->isEnabled());
    MessageBox::setNextAnswer(false);
    remove->click();
    QVERIFY(MessageBox::lastText().contains(u"Rack"_s));
    QCOMPARE(table()->model()->rowCount(), before + 1);
    MessageBox::setNextAnswer(true);
    remove->click();
    QTRY_COMPARE(table()->model()->rowCount(), before);
    QVERIFY(m_profile->integration(m_id).customFields.isEmpty());
}

void FieldMappingDialogTest::theLabelOfAnotherField_isRefused()
{
    AddCustomFieldDialog *adding = openAdding();
    QTRY_VERIFY(adding->findChild<QComboBox *>(u"remoteCombo"_s)->count() > 0);
    auto *label = adding->findChild<QLineEdit *>(u"labelEdit"_s);
    label->clear();
    QTest::keyClicks(label, u"Serial number"_s);
    auto *button = adding->findChild<QPushButton *>(u"addFieldButton"_s);
    button->click();
    auto *notice = adding->findChild<NoticeLabel *>(u"addNotice"_s);
    QTRY_VERIFY(notice->text().contains(u"Serial number"_s));
    QVERIFY(button->isEnabled());
    adding->reject();
}

void FieldMappingDialogTest::aKindWithoutCustomFields_saysSo()
{
    m_dialog->findChild<QTabWidget *>(u"kindTabs"_s)->setCurrentIndex(int(AssetKind::Location));
    AddCustomFieldDialog *adding = openAdding();
    // The practice tenant has none for sites.
    auto *notice = adding->findChild<NoticeLabel *>(u"addNotice"_s);
    QTRY_VERIFY(!notice->text().isEmpty());
    QVERIFY(!adding->findChild<QPushButton *>(u"addFieldButton"_s)->isEnabled());
    adding->reject();
}

void FieldMappingDialogTest::aFieldThatIsGone_isTold()
{
    Integration integration = m_profile->integration(m_id);
    integration.customFields = {{.kind = AssetKind::Configuration,
                                 .field = u"custom_1"_s,
                                 .tenant = {.remote = u"99"_s, .title = u"Floor"_s},
                                 .isGone = true}};
    FieldMappingDialog dialog(m_profile->application(), integration);
    dialog.findChild<QTabWidget *>(u"kindTabs"_s)->setCurrentIndex(int(AssetKind::Configuration));
    auto *fields = dialog.findChild<QTableView *>(u"configurationMapTable"_s);
    const int last = fields->model()->rowCount() - 1;
    QVERIFY(
        fields->model()->index(last, FieldMapModel::RemoteColumn).data().toString().contains(u"no longer"_s));
    fields->setCurrentIndex(fields->model()->index(last, 0));
    QVERIFY(dialog.findChild<NoticeLabel *>(u"mappingNotice"_s)->text().contains(u"Floor"_s));
    QVERIFY(dialog.findChild<QPushButton *>(u"removeCustomFieldButton"_s)->isEnabled());
}

QTEST_MAIN(FieldMappingDialogTest)
#include "tst_fieldmappingdialog.moc"
