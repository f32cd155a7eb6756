// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/itglue/itgluepage.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::ItGluePage)
};

/** Beyond that no account has anything: ten million records. */
constexpr int lastPage = 10'000;

tl::unexpected<Error> strange(const QString &message)
{
    return fail(ErrorCode::BadAnswer, message);
}

Result<QJsonObject> objectOf(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        return strange(
            Words::tr("The server does not answer like IT Glue. Check the address, and whether a proxy or "
                      "a sign-in page is in between."));
    }
    return document.object();
}

/** With dashes, as it is documented, or with underscores. */
QJsonValue metaOf(const QJsonObject &meta, const QString &name)
{
    return meta.contains(name) ? meta.value(name) : meta.value(QString(name).replace(u'-', u'_'));
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    const auto portOf = [](const QUrl &url) { return url.port(url.scheme() == "http"_L1 ? 80 : 443); };
    return one.scheme() == other.scheme() && one.host() == other.host() && portOf(one) == portOf(other);
}

Result<void> checkLinks(const QJsonObject &links, const QUrl &address)
{
    for (const QJsonValue &link : links) {
        const QUrl url(link.toString());
        if (!link.isString() || url.isRelative() || isSameOrigin(url, address))
            continue;
        return strange(Words::tr("The pages of %1 lead to another server, %2, which Tandem does not follow. "
                                 "Check the address.")
                           .arg(address.host(), url.host()));
    }
    return {};
}

bool isRow(const QJsonValue &value)
{
    const QJsonObject row = value.toObject();
    return !itGlueId(row.value("id"_L1)).isEmpty() && row.value("attributes"_L1).isObject();
}

} // namespace

QString itGlueId(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().trimmed();
    const qint64 number = value.toInteger();
    return number > 0 ? QString::number(number) : QString();
}

Result<ItGluePage> readItGluePage(const QByteArray &body, const QUrl &address, int asked)
{
    const Result<QJsonObject> object = objectOf(body);
    if (!object)
        return fail(object.error());
    const QJsonArray data = object->value("data"_L1).toArray();
    if (!object->value("data"_L1).isArray() || !std::all_of(data.begin(), data.end(), isRow))
        return strange(Words::tr("IT Glue answered without a list. Try again later."));
    if (const Result<void> checked = checkLinks(object->value("links"_L1).toObject(), address); !checked)
        return fail(checked.error());

    const QJsonObject meta = object->value("meta"_L1).toObject();
    ItGluePage page{.totalCount = metaOf(meta, u"total-count"_s).toInteger(-1)};
    for (const QJsonValue &row : data)
        page.rows.append(row.toObject());
    const qint64 next = metaOf(meta, u"next-page"_s).toInteger();
    const qint64 pages = metaOf(meta, u"total-pages"_s).toInteger(lastPage);
    if (next == 0)
        return page;
    const bool isForward = next == qint64(asked) + 1 && next <= std::min<qint64>(pages, lastPage);
    if (!isForward || page.rows.isEmpty()) {
        return strange(Words::tr("The pages that IT Glue sends do not come to an end (page %1 leads to %2).")
                           .arg(asked)
                           .arg(next));
    }
    page.nextPage = int(next);
    return page;
}

Result<QJsonObject> readItGlueObject(const QByteArray &body)
{
    const Result<QJsonObject> object = objectOf(body);
    if (!object)
        return fail(object.error());
    if (!isRow(object->value("data"_L1)))
        return strange(Words::tr("IT Glue answered without the record that was asked for."));
    return object->value("data"_L1).toObject();
}

} // namespace tandem
