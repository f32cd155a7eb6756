// SPDX-License-Identifier: GPL-3.0-or-later
#include "guiprofile.h"
#include "store/customfieldstore.h"
#include "ui/models/historymodel.h"
#include "ui/records/draftstore.h"
#include "ui/records/fieldeditor.h"
#include "ui/records/recordpane.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_RecordPane final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void record_isShownWithItsValues();
    void edit_isKeptWhenAnotherRecordIsShown();
    void customField_isShownWhereItHasAValue_andIsEdited();
    void save_writesOnlyWhatWasTyped();
    void save_withAnError_saysItAndGoesThere();
    void save_ofNewOption_makesIt();
    void incomingChange_refreshesOnlyWhatNobodyTouched();
    void revert_bringsBackTheRecord();
    void newRecord_isCreatedAndShown();
    void reference_isFoundByTyping();
    void phones_areEditedByKeyboard();
    void badDate_isExplained();
    void previouslyTypedChange_survivesARestart();
    void save_namesTheRecord();
    void E5_olderHistory_isReadOnDemand();
    void E5_putBack_isAnEditThatIsSavedAtOnce();

private:
    template<typename T>
    T *child(const QString &name) const;
    void show(RecordId id);
    void type(const QString &editor, const QString &text);
    /** Saves the serial number behind the pane's back, with a line in the history. */
    void saveSerial(RecordId id, const QString &serial);

    std::unique_ptr<GuiProfile> m_profile;
    std::unique_ptr<DraftStore> m_drafts;
    std::unique_ptr<RecordPane> m_pane;
    QList<RecordId> m_ids;
};

void tst_RecordPane::init()
{
    m_profile = std::make_unique<GuiProfile>();
    m_ids = m_profile->addConfigurations(3);
    m_drafts = std::make_unique<DraftStore>(m_profile->folder() + u"/unsaved.json"_s);
    m_pane = std::make_unique<RecordPane>(m_profile->application(), *m_drafts);
    QObject::connect(&m_profile->application().engine(), &SyncEngine::recordsChanged, m_pane.get(),
                     &RecordPane::takeChanges);
    m_pane->resize(500, 900);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void tst_RecordPane::cleanup()
{
    m_pane.reset();
    m_drafts.reset();
    m_profile.reset();
}

template<typename T>
T *tst_RecordPane::child(const QString &name) const
{
    T *found = m_pane->findChild<T *>(name);
    if (!found)
        qFatal("no widget %s", qPrintable(name));
    return found;
}

void tst_RecordPane::show(RecordId id)
{
    m_pane->showRecord(id);
    QTRY_VERIFY(!m_pane->isBusy());
    QCOMPARE(m_pane->view().record.id, id);
}

void tst_RecordPane::type(const QString &editor, const QString &text)
{
    auto *edit = child<QLineEdit>(editor);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void tst_RecordPane::record_isShownWithItsValues()
{
    show(m_ids.at(1));
    QCOMPARE(child<QLineEdit>(u"nameEdit"_s)->text(), u"PC-00001"_s);
    QCOMPARE(child<QComboBox>(u"organizationCombo"_s)->currentText(), u"Acme GmbH"_s);
    QCOMPARE(child<QComboBox>(u"configurationTypeCombo"_s)->currentText(), u"Workstation"_s);
    QCOMPARE(child<QLabel>(u"recordTitle"_s)->text(), u"PC-00001"_s);
    QVERIFY(!child<QPushButton>(u"saveButton"_s)->isEnabled());
}

void tst_RecordPane::edit_isKeptWhenAnotherRecordIsShown()
{
    show(m_ids.at(0));
    type(u"serialNumberEdit"_s, u"TYPED"_s);
    QVERIFY(m_pane->hasChanges());
    QVERIFY(child<QLabel>(u"recordTitle"_s)->text().contains(u"●"_s));
    show(m_ids.at(1));
    QVERIFY(!m_pane->hasChanges());
    QVERIFY(child<QLineEdit>(u"serialNumberEdit"_s)->text() != u"TYPED"_s);
    show(m_ids.at(0));
    QCOMPARE(child<QLineEdit>(u"serialNumberEdit"_s)->text(), u"TYPED"_s);
    QVERIFY(m_pane->hasChanges());
    QVERIFY(m_profile->get(m_ids.at(0)).fields.value(u"serial_number"_s) != u"TYPED"_s);
}

void tst_RecordPane::customField_isShownWhereItHasAValue_andIsEdited()
{
    CustomFieldStore fields(m_profile->database());
    const auto rack = fields.findOrCreate(AssetKind::Configuration, u"Rack"_s, FieldType::Text);
    QVERIFY(rack && fields.publish());
    const QString edit = camelCase(rack->name()) + u"Edit"_s;
    m_profile->update(m_ids.at(0), AssetKind::Configuration, {{rack->name(), u"U12"_s}});
    show(m_ids.at(1));
    QVERIFY(!m_pane->findChild<QLineEdit *>(edit));
    show(m_ids.at(0));
    QCOMPARE(child<QLineEdit>(edit)->text(), u"U12"_s);
    QCOMPARE(child<QLabel>(camelCase(rack->name()) + u"Label"_s)->text(), u"Rack"_s);
    type(edit, u"U14"_s);
    child<QPushButton>(u"saveButton"_s)->click();
    QTRY_COMPARE(m_profile->get(m_ids.at(0)).fields.value(rack->name()).toString(), u"U14"_s);
    setCustomFields({});
}

void tst_RecordPane::save_writesOnlyWhatWasTyped()
{
    show(m_ids.at(0));
    type(u"serialNumberEdit"_s, u"TYPED"_s);
    // Somebody else changes another field meanwhile, and nobody tells the form.
    m_profile->update(m_ids.at(0), AssetKind::Configuration, {{u"asset_tag"_s, u"A-1"_s}});
    m_pane->save();
    QTRY_VERIFY(!m_pane->hasChanges());
    const Record record = m_profile->get(m_ids.at(0));
    QCOMPARE(record.fields.value(u"serial_number"_s).toString(), u"TYPED"_s);
    QCOMPARE(record.fields.value(u"asset_tag"_s).toString(), u"A-1"_s);
    QVERIFY(!m_drafts->find(m_ids.at(0)));
}

void tst_RecordPane::save_withAnError_saysItAndGoesThere()
{
    show(m_ids.at(0));
    type(u"primaryIpEdit"_s, u"10.0.0.300"_s);
    child<QLineEdit>(u"nameEdit"_s)->setFocus();
    m_pane->save();
    auto *note = child<QLabel>(u"primaryIpNote"_s);
    QVERIFY(note->isVisibleTo(m_pane.get()));
    QVERIFY(note->text().contains(u"not an IP address"_s));
    QCOMPARE(m_pane->focusedField(), u"primary_ip"_s);
    QVERIFY(!child<MessageBar>(u"recordMessage"_s)->text().isEmpty());
    QVERIFY(isBlank(m_profile->get(m_ids.at(0)).fields.value(u"primary_ip"_s)));

    // The complaint goes as soon as it is met.
    type(u"primaryIpEdit"_s, u"10.0.0.3"_s);
    QVERIFY(!note->isVisibleTo(m_pane.get()));
    m_pane->save();
    QTRY_COMPARE(m_profile->get(m_ids.at(0)).fields.value(u"primary_ip"_s).toString(), u"10.0.0.3"_s);
}

void tst_RecordPane::save_ofNewOption_makesIt()
{
    show(m_ids.at(0));
    auto *combo = child<QComboBox>(u"manufacturerCombo"_s);
    combo->setFocus();
    QTest::keyClicks(combo->lineEdit(), u"Dell"_s);
    auto *model = child<QComboBox>(u"modelCombo"_s);
    model->setFocus();
    QTest::keyClicks(model->lineEdit(), u"R740"_s);
    m_pane->save();
    QTRY_VERIFY(!m_pane->hasChanges());
    QTRY_VERIFY(!m_pane->isBusy());
    const FieldValues fields = m_profile->get(m_ids.at(0)).fields;
    QCOMPARE(fields.value(u"manufacturer"_s).toInteger(),
             m_profile->option(OptionList::Manufacturer, u"Dell"_s));
    QVERIFY(fields.value(u"model"_s).isDouble());
    QCOMPARE(model->currentText(), u"R740"_s);
}

void tst_RecordPane::incomingChange_refreshesOnlyWhatNobodyTouched()
{
    show(m_ids.at(0));
    type(u"serialNumberEdit"_s, u"MINE"_s);
    m_profile->update(m_ids.at(0), AssetKind::Configuration,
                      {{u"serial_number"_s, u"THEIRS"_s}, {u"asset_tag"_s, u"A-2"_s}});
    m_pane->takeChanges({m_ids.at(0)});
    QTRY_COMPARE(child<QLineEdit>(u"assetTagEdit"_s)->text(), u"A-2"_s);
    QCOMPARE(child<QLineEdit>(u"serialNumberEdit"_s)->text(), u"MINE"_s);
    QVERIFY(child<QLabel>(u"serialNumberNote"_s)->text().contains(u"THEIRS"_s));
}

void tst_RecordPane::revert_bringsBackTheRecord()
{
    show(m_ids.at(0));
    const QString before = child<QLineEdit>(u"serialNumberEdit"_s)->text();
    type(u"serialNumberEdit"_s, u"TYPED"_s);
    QTest::mouseClick(child<QPushButton>(u"revertButton"_s), Qt::LeftButton);
    QCOMPARE(child<QLineEdit>(u"serialNumberEdit"_s)->text(), before);
    QVERIFY(!m_pane->hasChanges());
    QVERIFY(m_drafts->all().isEmpty());
}

void tst_RecordPane::newRecord_isCreatedAndShown()
{
    const RecordId draft = m_drafts->begin(AssetKind::Organization, {}, {});
    m_pane->showRecord(draft);
    QTRY_COMPARE(m_pane->focusedField(), u"name"_s);
    m_pane->save();
    QVERIFY(child<QLabel>(u"nameNote"_s)->isVisibleTo(m_pane.get()));
    type(u"nameEdit"_s, u"Beta Ltd"_s);
    QSignalSpy saved(m_pane.get(), &RecordPane::saved);
    m_pane->save();
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.first().at(0).toLongLong(), draft);
    const RecordId id = saved.first().at(1).toLongLong();
    QTRY_COMPARE(m_pane->view().record.id, id);
    QCOMPARE(m_profile->get(id).fields.value(u"name"_s).toString(), u"Beta Ltd"_s);
    QVERIFY(m_drafts->all().isEmpty());
}

void tst_RecordPane::reference_isFoundByTyping()
{
    const RecordId acme = m_profile->get(m_ids.at(0)).fields.value(u"organization"_s).toInteger();
    const RecordId site =
        m_profile->add(AssetKind::Location, {{u"name"_s, u"Headquarters"_s}, {u"organization"_s, acme}});
    show(m_ids.at(0));
    auto *combo = child<QComboBox>(u"locationCombo"_s);
    combo->setFocus();
    QTest::keyClicks(combo->lineEdit(), u"headq"_s);
    m_pane->save();
    QVERIFY(child<QLabel>(u"locationNote"_s)->text().contains(u"headq"_s));
    combo->lineEdit()->selectAll();
    QTest::keyClicks(combo->lineEdit(), u"headquarters"_s);
    QTRY_COMPARE(combo->findText(u"Headquarters"_s), 0);
    m_pane->save();
    QTRY_COMPARE(m_profile->get(m_ids.at(0)).fields.value(u"location"_s).toInteger(), site);
}

void tst_RecordPane::phones_areEditedByKeyboard()
{
    const RecordId acme = m_profile->get(m_ids.at(0)).fields.value(u"organization"_s).toInteger();
    const RecordId ann =
        m_profile->add(AssetKind::Contact, {{u"first_name"_s, u"Ann"_s}, {u"organization"_s, acme}});
    show(ann);
    auto *add = child<QPushButton>(u"phonesAddButton"_s);
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Space);
    auto *number = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(number);
    QTest::keyClicks(number, u"+49 30 1234"_s);
    QTest::keyClick(number, Qt::Key_Tab);
    auto *extension = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(extension);
    QCOMPARE(extension->accessibleName(), u"Extension"_s);
    QTest::keyClicks(extension, u"12"_s);
    QTest::keyClick(extension, Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget()->objectName().startsWith(u"phones"_s)
            || QApplication::focusWidget()->parentWidget()->objectName().startsWith(u"phones"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"Direct"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(qobject_cast<QRadioButton *>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(qobject_cast<QToolButton *>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), add);
    m_pane->save();
    QTRY_VERIFY(!m_pane->hasChanges());
    const QJsonObject phone = m_profile->get(ann).fields.value(u"phones"_s).toArray().at(0).toObject();
    QCOMPARE(phone.value(u"value"_s).toString(), u"+49 30 1234"_s);
    QCOMPARE(phone.value(u"label"_s).toString(), u"Direct"_s);
    QCOMPARE(phone.value(u"extension"_s).toString(), u"12"_s);
    QVERIFY(phone.value(u"primary"_s).toBool());
}

void tst_RecordPane::badDate_isExplained()
{
    show(m_ids.at(0));
    type(u"installedAtEdit"_s, u"soon"_s);
    m_pane->save();
    QVERIFY(child<QLabel>(u"installedAtNote"_s)->text().contains(u"soon"_s));
    child<QLineEdit>(u"installedAtEdit"_s)->clear();
    type(u"installedAtEdit"_s, u"2026-01-31"_s);
    m_pane->save();
    QTRY_COMPARE(m_profile->get(m_ids.at(0)).fields.value(u"installed_at"_s).toString(), u"2026-01-31"_s);
}

void tst_RecordPane::previouslyTypedChange_survivesARestart()
{
    show(m_ids.at(2));
    type(u"assetTagEdit"_s, u"KEPT"_s);
    m_pane.reset();
    m_drafts.reset();
    m_drafts = std::make_unique<DraftStore>(m_profile->folder() + u"/unsaved.json"_s);
    m_pane = std::make_unique<RecordPane>(m_profile->application(), *m_drafts);
    show(m_ids.at(2));
    QCOMPARE(child<QLineEdit>(u"assetTagEdit"_s)->text(), u"KEPT"_s);
}

void tst_RecordPane::saveSerial(RecordId id, const QString &serial)
{
    QFuture<Result<Saved>> saved =
        m_profile->application().engine().save({.kind = AssetKind::Configuration,
                                                .id = id,
                                                .changes = {{u"serial_number"_s, serial}},
                                                .person = u"Ann"_s});
    saved.waitForFinished();
    QVERIFY(saved.result());
}

void tst_RecordPane::save_namesTheRecord()
{
    show(m_ids.at(0));
    QSignalSpy said(m_pane.get(), &RecordPane::said);
    type(u"serialNumberEdit"_s, u"TYPED"_s);
    m_pane->save();
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(said.first().first().toString(), u"PC-00000 saved."_s);
}

void tst_RecordPane::E5_olderHistory_isReadOnDemand()
{
    for (int i = 0; i < 60; ++i)
        saveSerial(m_ids.at(0), u"S-%1"_s.arg(i));
    show(m_ids.at(0));
    auto *all = child<QPushButton>(u"showAllHistoryButton"_s);
    const QAbstractItemModel *model = child<QTreeView>(u"historyView"_s)->model();
    QCOMPARE(model->rowCount(), 50);
    QVERIFY(all->isVisible());
    all->click();
    QTRY_COMPARE(model->rowCount(), 60);
    QTRY_VERIFY(!all->isVisible());

    // What comes now comes on top, and what was read stays.
    saveSerial(m_ids.at(0), u"S-60"_s);
    QTRY_COMPARE(model->rowCount(), 61);
    QVERIFY(!all->isVisible());
    show(m_ids.at(1));
    QCOMPARE(model->rowCount(), 0);
    show(m_ids.at(0));
    QCOMPARE(model->rowCount(), 50);
    QVERIFY(all->isVisible());
}

void tst_RecordPane::E5_putBack_isAnEditThatIsSavedAtOnce()
{
    saveSerial(m_ids.at(0), u"OLD"_s);
    saveSerial(m_ids.at(0), u"NEW"_s);
    show(m_ids.at(0));
    auto *view = child<QTreeView>(u"historyView"_s);
    const QModelIndex newest = view->model()->index(0, 0);
    view->expand(newest);
    m_pane->scrollToHistory();
    const QModelIndex cell = view->model()->index(0, HistoryModel::PutBackColumn, newest);
    QVERIFY(cell.data(HistoryModel::CanPutBackRole).toBool());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(cell).center());
    QTRY_COMPARE(m_profile->get(m_ids.at(0)).fields.value(u"serial_number"_s).toString(), u"OLD"_s);
    QTRY_COMPARE(child<QLineEdit>(u"serialNumberEdit"_s)->text(), u"OLD"_s);
    // It is a line of the history itself, and can be taken back in turn.
    QTRY_COMPARE(view->model()->rowCount(), 3);
    const QModelIndex first = view->model()->index(0, 0);
    QVERIFY(view->model()
                ->index(0, HistoryModel::PutBackColumn, first)
                .data(HistoryModel::CanPutBackRole)
                .toBool());
    QVERIFY(!view->model()
                 ->index(0, HistoryModel::PutBackColumn, view->model()->index(1, 0))
                 .data(HistoryModel::CanPutBackRole)
                 .toBool());
}

QTEST_MAIN(tst_RecordPane)
#include "tst_recordpane.moc"
