// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/conflictmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class tst_ConflictModel final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void fieldsOfARecord_areOneRow();
    void sameRecordInTwoPsas_isTwoRows();
    void newAnswer_keepsTheRowsThatAreStillThere();
    void changedValue_changesItsRow();

private:
    std::unique_ptr<ConflictModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

Conflict conflict(RecordId record, const QString &field, IntegrationId integration = 1)
{
    return {.id = record * 100 + field.size() + integration,
            .integrationId = integration,
            .integrationName = u"Main"_s,
            .recordId = record,
            .kind = AssetKind::Configuration,
            .recordName = u"PC-%1"_s.arg(record),
            .field = field,
            .local = u"here"_s,
            .remote = u"there"_s};
}

} // namespace

void tst_ConflictModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_tester.reset();
    m_model = std::make_unique<ConflictModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void tst_ConflictModel::fieldsOfARecord_areOneRow()
{
    m_model->setConflicts({conflict(1, u"notes"_s), conflict(2, u"name"_s), conflict(1, u"serial_number"_s)});
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->at(0)->fields.size(), 2);
    QCOMPARE(m_model->index(0, ConflictModel::RecordColumn).data().toString(), u"PC-1"_s);
    QCOMPARE(m_model->index(0, ConflictModel::FieldsColumn).data().toString(), u"Notes, Serial number"_s);
    QCOMPARE(m_model->at(2), nullptr);
    QCOMPARE(m_model->at(-1), nullptr);
}

void tst_ConflictModel::sameRecordInTwoPsas_isTwoRows()
{
    m_model->setConflicts({conflict(1, u"notes"_s, 1), conflict(1, u"notes"_s, 2)});
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->at(1)->integrationId(), 2);
}

void tst_ConflictModel::newAnswer_keepsTheRowsThatAreStillThere()
{
    const QList<Conflict> all{conflict(1, u"notes"_s), conflict(2, u"notes"_s), conflict(3, u"notes"_s)};
    m_model->setConflicts(all);
    const QPersistentModelIndex third(m_model->index(2, 0));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setConflicts({all.at(0), all.at(2)});
    QCOMPARE(third.row(), 1);
    m_model->setConflicts(all);
    QCOMPARE(third.row(), 2);
    m_model->setConflicts({all.at(2), all.at(0)});
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->at(0)->recordId(), 3);
    QCOMPARE(m_model->at(1)->recordId(), 1);
    QCOMPARE(reset.size(), 0);
}

void tst_ConflictModel::changedValue_changesItsRow()
{
    QList<Conflict> all{conflict(1, u"notes"_s), conflict(2, u"notes"_s)};
    m_model->setConflicts(all);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    all[1].remote = u"elsewhere"_s;
    m_model->setConflicts(all);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    QCOMPARE(m_model->at(1)->fields.constFirst().remote, u"elsewhere"_s);
}

QTEST_MAIN(tst_ConflictModel)
#include "tst_conflictmodel.moc"
