// SPDX-License-Identifier: GPL-3.0-or-later
#include "autotaskpractice.h"
#include "contracts/openapi.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tandem;
using namespace tandem::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QString specification(const QString &name)
{
    return OpenApi::findSpecification(QStringLiteral(SOURCE_FOLDER), name);
}

QJsonObject readObject(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

constexpr auto apiName = "autotask-trimmed-2026.openapi.json"_L1;
constexpr auto fieldsName = "autotask-fields.json"_L1;

/** What the practice Autotask serves of what is described. */
const QStringList &servedEntities()
{
    static const QStringList names{u"Companies"_s,
                                   u"CompanyLocations"_s,
                                   u"Contacts"_s,
                                   u"ConfigurationItems"_s,
                                   u"ConfigurationItemTypes"_s,
                                   u"ConfigurationItemCategories"_s,
                                   u"Products"_s,
                                   u"Countries"_s,
                                   u"CompanyCategories"_s,
                                   u"ClassificationIcons"_s,
                                   u"Resources"_s,
                                   u"UserDefinedFieldDefinitions"_s,
                                   u"UserDefinedFieldListItems"_s,
                                   u"UserDefinedFields"_s};
    return names;
}

const QByteArray everything = R"({"MaxRecords":3,"filter":[{"op":"exist","field":"id"}]})";

} // namespace

/** Holds what the practice Autotask answers against what is known of the real one. */
class TestAutotaskPracticeContract final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void answers_keepTheDescription_data();
    void answers_keepTheDescription();
    void everyDescribedRoute_isServed();
    void fieldInformation_isTheVendors_data();
    void fieldInformation_isTheVendors();

private:
    AutotaskPractice m_practice;
};

void TestAutotaskPracticeContract::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestAutotaskPracticeContract::answers_keepTheDescription_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const QByteArray &method, const QString &path, const QByteArray &body = {},
                        int status = 200) {
        QTest::newRow(qPrintable(QString(QLatin1StringView(method) + u' ' + path)))
            << method << path << body << status;
    };
    for (const QString &entity : servedEntities().first(servedEntities().size() - 1)) {
        row("GET", entity + u"/entityInformation"_s);
        row("GET", entity + u"/entityInformation/fields"_s);
        row("POST", entity + u"/query"_s, everything);
        row("POST", entity + u"/query/count"_s, everything);
        row("GET", entity + u"/query?search="_s + QString::fromLatin1(everything.toPercentEncoding()));
    }
    for (const char *entity : {"Companies", "Contacts", "ConfigurationItems", "Products"})
        row("GET", QLatin1StringView(entity) + u"/entityInformation/userDefinedFields"_s);
    for (const char *item :
         {"Companies/0", "Companies/1001", "CompanyLocations/3001", "Contacts/30001",
          "ConfigurationItems/100001", "ConfigurationItemTypes/21", "Products/7001", "Countries/15",
          "Companies/0/Contacts/30001", "Companies/0/Locations/3001", "Contacts/1"})
        row("GET", QString::fromLatin1(item));
    row("GET", u"Companies/0/Contacts"_s);
    row("GET", u"Companies/0/Locations"_s);
    row("GET", u"ThresholdInformation"_s);
    row("GET", u"ZoneInformation?user=tandem.api@practice-msp.example"_s);
    row("POST", u"Companies"_s,
        R"({"companyName":"x","companyType":1,"phone":"1","ownerResourceID":29682886})");
    row("PATCH", u"Companies"_s, R"({"id":1001,"city":"Tampa"})");
    row("PUT", u"Companies/0/Contacts"_s, R"({"id":30001,"firstName":"a","lastName":"b","isActive":1})");
    row("DELETE", u"ConfigurationItemTypes/31"_s);
    row("PATCH", u"Companies"_s, R"({"id":1001,"companyType":99})", 500);
    row("POST", u"Companies/query"_s, "{}", 500);
}

void TestAutotaskPracticeContract::answers_keepTheDescription()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    const QString file = specification(apiName);
    if (file.isEmpty())
        QSKIP("skipped: no description of the API is here");
    const std::optional<OpenApi> api = OpenApi::load(file);
    QVERIFY(api.has_value());

    const Answered answered = m_practice.send(method, path, body);
    QTEST(answered.status, "status");
    if (answered.status == 500) {
        QCOMPARE(answered.object().keys(), QStringList{u"errors"_s});
        QVERIFY(!errorsIn(answered).isEmpty());
        return;
    }
    // The checker knows moments of whole seconds, and takes a nullable item for anything at all.
    static const QRegularExpression fraction(u"(T\\d\\d:\\d\\d:\\d\\d)\\.(\\d{0,2}[1-9])Z"_s);
    QString text = QString::fromUtf8(answered.body).replace(fraction, u"\\1Z"_s);
    QString described = QString(u"/V1.0/"_s + path).section(u'?', 0, 0);
    const QJsonValue item = QJsonDocument::fromJson(text.toUtf8()).object().value("item"_L1);
    QStringList wrong = api->checkAnswer(method, described, answered.status, text.toUtf8());
    if (item.isObject()) {
        const QString last = described.split(u'/').at(described.count(u'/') - 1);
        const QString entity = last == u"Locations"_s ? u"CompanyLocations"_s : last;
        const QJsonObject details{{u"count"_s, 1},
                                  {u"requestCount"_s, 1},
                                  {u"prevPageUrl"_s, QJsonValue()},
                                  {u"nextPageUrl"_s, QJsonValue()}};
        const QJsonObject page{{u"items"_s, QJsonArray{item}}, {u"pageDetails"_s, details}};
        wrong += api->checkAnswer("POST", u"/V1.0/%1/query"_s.arg(entity), 200, compact(page));
    }
    for (const QString &sentence : std::as_const(wrong))
        qInfo().noquote() << sentence;
    QCOMPARE(wrong.size(), 0);
}

void TestAutotaskPracticeContract::everyDescribedRoute_isServed()
{
    const QString file = specification(apiName);
    if (file.isEmpty())
        QSKIP("skipped: no description of the API is here");
    const QJsonObject paths = readObject(file).value("paths"_L1).toObject();
    int checked = 0;
    for (auto it = paths.begin(); it != paths.end(); ++it) {
        QString path = it.key();
        const bool isServed = servedEntities().contains(path.section(u'/', 2, 2))
            && !path.contains(u"UdfAssoc"_s) && !path.endsWith(u"/userDefinedFields"_s);
        if (!isServed)
            continue;
        path = path.replace(u"{parentId}"_s, u"0"_s).replace(u"{id}"_s, u"99999999"_s).section(u'/', 2);
        for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            const bool isDescribed = it->toObject().contains(QString::fromLatin1(method).toLower());
            const Answered answered =
                m_practice.send(method, path, qstrcmp(method, "GET") == 0 ? ""_ba : "{}"_ba);
            // A further page of a query by POST has its body, which a GET has not.
            const bool isNextByGet = path.endsWith(u"/query/next"_s) && qstrcmp(method, "GET") == 0;
            const bool isThere = answered.status != 404 && (answered.status != 405 || isNextByGet);
            QVERIFY2(isThere == isDescribed,
                     qPrintable(u"%1 %2: %3"_s.arg(QLatin1StringView(method), path).arg(answered.status)));
            ++checked;
        }
    }
    QVERIFY2(checked > 300, qPrintable(QString::number(checked)));
}

void TestAutotaskPracticeContract::fieldInformation_isTheVendors_data()
{
    QTest::addColumn<QString>("entity");
    for (const char *entity : {"Companies", "CompanyLocations", "Contacts", "ConfigurationItems",
                               "ConfigurationItemTypes", "ConfigurationItemCategories", "Products",
                               "Countries", "UserDefinedFieldDefinitions", "UserDefinedFieldListItems"})
        QTest::newRow(entity) << QString::fromLatin1(entity);
}

void TestAutotaskPracticeContract::fieldInformation_isTheVendors()
{
    QFETCH(QString, entity);
    const QString file = specification(fieldsName);
    if (file.isEmpty())
        QSKIP("skipped: no description of the fields is here");
    const QJsonArray known = readObject(file).value(entity).toObject().value("fields"_L1).toArray();
    const QJsonArray served =
        m_practice.get(entity + u"/entityInformation/fields"_s).object().value("fields"_L1).toArray();
    QVERIFY(!known.isEmpty());
    QCOMPARE(namesIn(served), namesIn(known));
    for (qsizetype i = 0; i < known.size(); ++i) {
        const QJsonObject expected = known.at(i).toObject();
        const QJsonObject field = served.at(i).toObject();
        const QByteArray name = field.value("name"_L1).toString().toUtf8();
        for (const auto &member :
             {"isRequired"_L1, "isQueryable"_L1, "isPickList"_L1, "referenceEntityType"_L1})
            QVERIFY2(field.value(member) == expected.value(member),
                     QByteArray(name + ": " + member.data()).constData());
        // Of the newest fields the length and who may write them are not known.
        if (!expected.value("metaKnown"_L1).toBool())
            continue;
        QVERIFY2(field.value("length"_L1) == expected.value("length"_L1), name.constData());
        // What belongs to its parent for good is told as read-only here, as it is for the others.
        if (name != "udfFieldId")
            QVERIFY2(field.value("isReadOnly"_L1) == expected.value("isReadOnly"_L1), name.constData());
        const QString type = expected.value("dataType"_L1).toString();
        QVERIFY2(field.value("dataType"_L1).toString() == (type == u"object"_s ? u"string"_s : type),
                 name.constData());
    }
}

QTEST_GUILESS_MAIN(TestAutotaskPracticeContract)
#include "tst_autotaskpracticecontract.moc"
