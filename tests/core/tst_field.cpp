// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/field.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

class TestField final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyField_isDescribedOnceAndWhole();
    void column_isTheIdOfWhatIsReferredTo();
    void findField_knowsOnlyTheFieldsOfTheKind();
    void everyKindButOrganization_belongsToAnOrganization();
    void groups_haveTitles();
};

void TestField::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestField::everyField_isDescribedOnceAndWhole()
{
    for (const AssetKind kind : allKinds) {
        QSet<QString> seen;
        for (const FieldDescription &field : fieldsOf(kind)) {
            const QString where = kindName(kind) + u'.' + field.name();
            QVERIFY2(!seen.contains(field.name()), qPrintable(where));
            seen.insert(field.name());
            QVERIFY2(!field.labelText().isEmpty(), qPrintable(where));
            QVERIFY2(field.group < FieldGroup::Count, qPrintable(where));
            QVERIFY2(field.target.has_value() == (field.type == FieldType::Reference), qPrintable(where));
            const bool choosesFromList = field.type == FieldType::Option || field.type == FieldType::Emails
                || field.type == FieldType::Phones;
            QVERIFY2(field.list.has_value() == choosesFromList, qPrintable(where));
            QCOMPARE(findField(kind, field.name()), &field);
        }
        QVERIFY(!seen.isEmpty());
    }
    QVERIFY(fieldsOf(AssetKind::Count).empty());
}

void TestField::column_isTheIdOfWhatIsReferredTo()
{
    QCOMPARE(findField(AssetKind::Configuration, u"serial_number"_s)->column(), u"serial_number"_s);
    QCOMPARE(findField(AssetKind::Configuration, u"organization"_s)->column(), u"organization_id"_s);
    QCOMPARE(findField(AssetKind::Configuration, u"model"_s)->column(), u"model_id"_s);
    QCOMPARE(findField(AssetKind::Contact, u"emails"_s)->column(), u"emails"_s);
}

void TestField::findField_knowsOnlyTheFieldsOfTheKind()
{
    QVERIFY(!findField(AssetKind::Organization, u"serial_number"_s));
    QVERIFY(!findField(AssetKind::Configuration, u"Serial_Number"_s));
    QVERIFY(!findField(AssetKind::Configuration, QString()));
}

void TestField::everyKindButOrganization_belongsToAnOrganization()
{
    for (const AssetKind kind : allKinds) {
        const FieldDescription *organization = findField(kind, u"organization"_s);
        QCOMPARE(organization != nullptr, kind != AssetKind::Organization);
        if (organization) {
            QVERIFY(organization->isRequired);
            QCOMPARE(*organization->target, AssetKind::Organization);
        }
    }
}

void TestField::groups_haveTitles()
{
    QSet<QString> titles;
    for (quint8 i = 0; i < quint8(FieldGroup::Count); ++i)
        titles.insert(fieldGroupTitle(FieldGroup(i)));
    QCOMPARE(titles.size(), qsizetype(FieldGroup::Count));
    QVERIFY(!titles.contains(QString()));
}

QTEST_GUILESS_MAIN(TestField)
#include "tst_field.moc"
