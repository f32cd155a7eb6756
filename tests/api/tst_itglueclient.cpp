// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiclient.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace tandem;
using namespace Qt::Literals::StringLiterals;

namespace {

/**
 * A client in the shape of the public ones for IT Glue: it sends the content type with every request, also
 * with a GET; lists come page by page until `meta` names no next one, or by following `links.next`; paths are
 * joined from parts that may be empty; filters of bulk requests lie beside the data; attributes are spelt
 * with underscores when they are sent.
 */
class ScriptClient final {
public:
    ScriptClient(const QString &base, const QByteArray &key)
        : m_base(base)
        , m_key(key)
    {
    }

    QJsonObject call(const QByteArray &method, const QUrl &url, const QJsonObject &body = {})
    {
        QNetworkRequest request(url);
        request.setRawHeader("x-api-key"_ba, m_key);
        request.setRawHeader("Content-Type"_ba, "application/vnd.api+json"_ba);
        const std::unique_ptr<QNetworkReply> reply(
            body.isEmpty() ? m_network.sendCustomRequest(request, method)
                           : m_network.sendCustomRequest(
                               request, method, QJsonDocument(body).toJson(QJsonDocument::Indented)));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 30'000))
            return {};
        status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        return QJsonDocument::fromJson(reply->readAll()).object();
    }

    [[nodiscard]] QUrl url(const QString &resource, const QString &id = {},
                           const QList<std::pair<QString, QString>> &items = {}) const
    {
        QUrl url(QString(m_base + u'/' + resource + u'/' + id));
        QUrlQuery query;
        for (const auto &[name, value] : items)
            query.addQueryItem(name, value);
        url.setQuery(query);
        return url;
    }

    /** Page by page, by number. */
    QJsonArray everyPage(const QString &resource, const QList<std::pair<QString, QString>> &filters)
    {
        QJsonArray rows;
        for (int page = 1;; ++page) {
            auto items = filters;
            items.append({u"page[size]"_s, u"2"_s});
            items.append({u"page[number]"_s, QString::number(page)});
            const QJsonObject answer = call("GET"_ba, url(resource, {}, items));
            for (const QJsonValue &row : answer.value("data"_L1).toArray())
                rows.append(row);
            if (answer["meta"_L1]["next-page"_L1].isNull() || status != 200)
                return rows;
        }
    }

    /** Page by page, by links. */
    QJsonArray everyLink(const QString &resource)
    {
        QJsonArray rows;
        QUrl next = url(resource, {}, {{u"page[size]"_s, u"2"_s}});
        while (!next.isEmpty()) {
            const QJsonObject answer = call("GET"_ba, next);
            for (const QJsonValue &row : answer.value("data"_L1).toArray())
                rows.append(row);
            next = QUrl(answer["links"_L1]["next"_L1].toString());
        }
        return rows;
    }

    int status = 0;

private:
    const QString m_base;
    const QByteArray m_key;
    QNetworkAccessManager m_network;
};

} // namespace

/** "A client written for IT Glue must work unchanged after pointing it here." */
class ItGlueClientTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anOnboardingScript_runsUnchanged();
};

void ItGlueClientTest::anOnboardingScript_runsUnchanged()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    ApiClient api;
    ScriptClient script(api.address(), api.useKey(u"Onboarding"_s, Role::Editor));

    // Types that are there already are taken, others made.
    const auto typeId = [&](const QString &resource, const QString &name) {
        const QJsonObject found =
            script.call("GET"_ba, script.url(resource, {}, {{u"filter[name]"_s, name}}));
        if (!found.value("data"_L1).toArray().isEmpty())
            return found["data"_L1][0]["id"_L1].toString();
        const QJsonObject data{{u"type"_s, resource}, {u"attributes"_s, QJsonObject{{u"name"_s, name}}}};
        return script.call("POST"_ba, script.url(resource), {{u"data"_s, data}})["data"_L1]["id"_L1]
            .toString();
    };
    const QString customer = typeId(u"organization_types"_s, u"Customer"_s);
    QCOMPARE(typeId(u"organization_types"_s, u"Customer"_s), customer);
    const QString workstation = typeId(u"configuration_types"_s, u"Workstation"_s);

    const QJsonObject organization =
        script.call("POST"_ba, script.url(u"organizations"_s),
                    {{u"data"_s,
                      QJsonObject{{u"type"_s, u"organizations"_s},
                                  {u"attributes"_s,
                                   QJsonObject{{u"name"_s, u"New Customer"_s},
                                               {u"organization_type_id"_s, customer.toInt()}}}}}});
    QCOMPARE(script.status, 201);
    const QString id = organization["data"_L1]["id"_L1].toString();

    QJsonArray machines;
    for (int i = 1; i <= 5; ++i) {
        machines.append(QJsonObject{{u"type"_s, u"configurations"_s},
                                    {u"attributes"_s,
                                     QJsonObject{{u"name"_s, u"WS-%1"_s.arg(i)},
                                                 {u"configuration_type_id"_s, workstation.toInt()},
                                                 {u"serial_number"_s, u"S%1"_s.arg(i)}}}});
    }
    script.call("POST"_ba, script.url(u"organizations/%1/relationships/configurations"_s.arg(id)),
                {{u"data"_s, machines}});
    QCOMPARE(script.status, 201);

    const QJsonArray byNumber =
        script.everyPage(u"configurations"_s, {{u"filter[organization_id]"_s, id}, {u"sort"_s, u"name"_s}});
    QCOMPARE(byNumber.size(), 5);
    QCOMPARE(script.everyLink(u"configurations"_s).size(), 5);
    QCOMPARE(byNumber.first()["attributes"_L1]["organization-name"_L1], QJsonValue(u"New Customer"_s));

    // Show through the nested path that its wrapper always builds, with and without the organization.
    const QString machine = byNumber.first()["id"_L1].toString();
    script.call("GET"_ba, QUrl(api.address() + u"/organizations//relationships/configurations/"_s + machine));
    QCOMPARE(script.status, 200);

    // An object that was read, changed in one place and sent back as a whole.
    QJsonObject attributes = byNumber.first()["attributes"_L1].toObject();
    attributes.insert(u"notes"_s, u"Delivered"_s);
    const QJsonObject updated = script.call(
        "PATCH"_ba, script.url(u"configurations"_s, machine),
        {{u"data"_s, QJsonObject{{u"type"_s, u"configurations"_s}, {u"attributes"_s, attributes}}}});
    QCOMPARE(script.status, 200);
    QCOMPARE(updated["data"_L1]["attributes"_L1]["notes"_L1], QJsonValue(u"Delivered"_s));
    QCOMPARE(updated["data"_L1]["attributes"_L1]["serial-number"_L1], QJsonValue(u"S1"_s));

    script.call("PATCH"_ba, script.url(u"configurations"_s),
                {{u"filter[serial_number]"_s, u"S2"_s},
                 {u"data"_s,
                  QJsonObject{{u"type"_s, u"configurations"_s},
                              {u"attributes"_s, QJsonObject{{u"asset_tag"_s, u"T2"_s}}}}}});
    QCOMPARE(script.status, 200);
    const QJsonObject tagged =
        script.call("GET"_ba, script.url(u"configurations"_s, {}, {{u"filter[asset_tag]"_s, u"T2"_s}}));
    QCOMPARE(tagged["data"_L1].toArray().size(), 1);

    script.call("DELETE"_ba, script.url(u"configurations"_s),
                {{u"data"_s,
                  QJsonArray{QJsonObject{{u"type"_s, u"configurations"_s},
                                         {u"attributes"_s, QJsonObject{{u"id"_s, machine.toInt()}}}}}}});
    QCOMPARE(script.status, 200);
    QCOMPARE(script.everyLink(u"configurations"_s).size(), 4);

    // The mistake that most scripts handle.
    const QJsonObject refused =
        script.call("POST"_ba, script.url(u"configurations"_s),
                    {{u"data"_s,
                      QJsonObject{{u"type"_s, u"configurations"_s},
                                  {u"attributes"_s, QJsonObject{{u"name"_s, u"X"_s}}}}}});
    QCOMPARE(script.status, 422);
    QCOMPARE(refused["errors"_L1][0]["title"_L1], QJsonValue(u"Valid organization_id is required"_s));
}

QTEST_GUILESS_MAIN(ItGlueClientTest)
#include "tst_itglueclient.moc"
