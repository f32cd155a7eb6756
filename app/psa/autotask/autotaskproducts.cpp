// SPDX-License-Identifier: GPL-3.0-or-later
#include "psa/autotask/autotaskproducts.h"

#include "core/logging.h"

#include <QJsonArray>

#include <algorithm>

namespace tandem::autotask {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString entity = u"Products"_s;
const QString maker = u"manufacturerName"_s;
const QString number = u"manufacturerProductName"_s;
const QStringList members{u"id"_s, u"name"_s, maker, number, u"isActive"_s};

QString keyOf(const QString &manufacturer, const QString &model)
{
    return manufacturer.toCaseFolded() + u'\n' + model.toCaseFolded();
}

bool isSame(const QString &one, const QString &other, Qt::CaseSensitivity sensitivity)
{
    return one.compare(other, sensitivity) == 0;
}

} // namespace

AutotaskProducts::AutotaskProducts(AutotaskApi &api)
    : m_api(api)
{
}

AutotaskProducts::~AutotaskProducts() = default;

const QHash<qint64, Product> &AutotaskProducts::known() const
{
    return m_known;
}

void AutotaskProducts::forget()
{
    m_known.clear();
    m_ids.clear();
}

QCoro::Task<Result<>> AutotaskProducts::learn(QStringList ids, Priority priority)
{
    ids.removeIf([this](const QString &id) { return m_known.contains(id.toLongLong()); });
    const QList<QJsonArray> chunks = chunksOf(ids);
    for (const QJsonArray &chunk : chunks) {
        const Query query{.entity = entity,
                          .conditions = {isOneOf(u"id"_s, chunk)},
                          .fields = members,
                          .priority = priority};
        const Result<QList<QJsonObject>> rows = co_await m_api.all(query);
        if (!rows) {
            const Result<> failed = fail(rows.error());
            co_return failed;
        }
        for (const QJsonObject &row : *rows) {
            const Product product = productFrom(row);
            m_known.insert(product.id, product);
        }
    }
    const Result<> done;
    co_return done;
}

/** Inactive ones are refused in references. Of several the one with the very spelling, then the oldest, is
 * taken. */
QCoro::Task<Result<std::optional<Product>>> AutotaskProducts::find(QString manufacturer, QString model)
{
    const Query query{.entity = entity,
                      .conditions = {equals(maker, manufacturer), equals(number, model)},
                      .fields = members};
    const Result<QList<QJsonObject>> rows = co_await m_api.all(query);
    if (!rows) {
        const Result<std::optional<Product>> failed = fail(rows.error());
        co_return failed;
    }
    std::optional<Product> best;
    const auto rank = [&](const Product &product) {
        const bool isExact = isSame(product.manufacturer, manufacturer, Qt::CaseSensitive)
            && isSame(product.model, model, Qt::CaseSensitive);
        return std::pair(isExact ? 0 : 1, product.id);
    };
    for (const QJsonObject &row : *rows) {
        const Product product = productFrom(row);
        const bool fits = product.isActive && isSame(product.manufacturer, manufacturer, Qt::CaseInsensitive)
            && isSame(product.model, model, Qt::CaseInsensitive);
        if (fits && (!best || rank(product) < rank(*best)))
            best = product;
    }
    if (best)
        m_known.insert(best->id, *best);
    const Result<std::optional<Product>> result = best;
    co_return result;
}

QCoro::Task<Result<qint64>> AutotaskProducts::make(QString manufacturer, QString model, QString billingCode)
{
    const std::optional<qint64> code = numberOf(billingCode);
    if (!code) {
        const Result<qint64> strange = fail(Error{
            .code = ErrorCode::BadInput,
            .message =
                tr("The billing code for new products is not one of Autotask. Choose it in Sync Settings."),
            .field = u"model"_s});
        co_return strange;
    }
    const QJsonObject body{{u"name"_s, QString(manufacturer + u' ' + model)},
                           {maker, manufacturer},
                           {number, model},
                           {u"productBillingCodeID"_s, *code},
                           {u"isActive"_s, true},
                           {u"isSerialized"_s, false}};
    const ErrorContext about{.kind = AssetKind::Configuration, .field = u"model"_s};
    const Result<qint64> made = co_await m_api.write("POST", u"/Products"_s, entity, body, about);
    if (made || made.error().code != ErrorCode::OutcomeUnknown)
        co_return made;
    const Result<std::optional<Product>> arrived = co_await find(manufacturer, model);
    if (arrived && *arrived) {
        const Result<qint64> found = (*arrived)->id;
        co_return found;
    }
    qCInfo(lcPsa) << "A product was sent to Autotask, and it is not known yet whether it arrived";
    // The configuration itself has not been sent, so it may simply be tried again: that starts with another
    // look.
    Error waits = made.error();
    waits.code = ErrorCode::TimedOut;
    const Result<qint64> open = fail(waits);
    co_return open;
}

QCoro::Task<Result<qint64>> AutotaskProducts::ensure(QString manufacturer, QString model, Choices choices)
{
    const QString key = keyOf(manufacturer, model);
    const Turn::Hold turn = co_await m_turns[key].take();
    if (m_ids.contains(key)) {
        const Result<qint64> remembered = m_ids.value(key);
        co_return remembered;
    }
    const Result<std::optional<Product>> found = co_await find(manufacturer, model);
    if (!found) {
        const Result<qint64> failed = fail(found.error());
        co_return failed;
    }
    if (*found) {
        m_ids.insert(key, (*found)->id);
        const Result<qint64> known = (*found)->id;
        co_return known;
    }
    if (!choices.billingCode.isEmpty()) {
        const Result<qint64> made = co_await make(manufacturer, model, choices.billingCode);
        if (made)
            m_ids.insert(key, *made);
        co_return made;
    }
    if (const std::optional<qint64> fallback = numberOf(choices.fallback)) {
        const Result<qint64> taken = *fallback;
        co_return taken;
    }
    const Error error{
        .code = ErrorCode::Rejected,
        .message = tr("Autotask has no product “%1 %2”. In Sync Settings choose a billing code, so that "
                      "Tandem can make it, or a fallback product.")
                       .arg(manufacturer, model),
        .field = u"model"_s};
    const Result<qint64> missing = fail(error);
    co_return missing;
}

} // namespace tandem::autotask
