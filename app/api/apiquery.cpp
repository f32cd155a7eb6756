// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiquery.h"

#include "api/apicountry.h"
#include "core/clock.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 largestPage = 1000;
constexpr qint64 lastPage = 1'000'000'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::Api)
};

struct PsaType {
    QLatin1StringView name;
    std::optional<Platform> platform;
};

constexpr std::array psaTypes{
    PsaType{"manage"_L1, Platform::ConnectWise},   PsaType{"autotask"_L1, Platform::Autotask},
    PsaType{"kaseya-bms"_L1, Platform::KaseyaBms}, PsaType{"pulseway-psa"_L1, Platform::PulsewayPsa},
    PsaType{"vorex"_L1, Platform::VorexPsa},       PsaType{"tigerpaw"_L1, std::nullopt},
};

/** IT Glue has these too; nothing here has such an id. */
bool isForeign(const QString &name)
{
    return name == "my_glue_account_id"_L1 || name == "group_id"_L1 || name == "rmm_id"_L1
        || name == "rmm_integration_type"_L1;
}

/** At commas; "\," is a comma within a value. */
QStringList valuesOf(const QString &text)
{
    QStringList values{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\\' && i + 1 < text.size() && text.at(i + 1) == u',')
            values.last() += text.at(++i);
        else if (text.at(i) == u',')
            values.append(QString());
        else
            values.last() += text.at(i);
    }
    return text.isEmpty() ? QStringList() : values;
}

PageFilter nothing()
{
    return {.field = u"id"_s, .values = {}};
}

/** A filter as the client wrote it. */
struct Wish {
    QString key; ///< "filter[name]"
    QString name; ///< with underscores
    QStringList values;
    PageFilter::Test test = PageFilter::Test::AnyOf;
};

class QueryReader final {
public:
    explicit QueryReader(const ApiTarget &target)
        : m_target(target)
        , m_resource(*target.resource)
    {
    }

    ApiResult<ApiQuery> read(const QList<std::pair<QString, QString>> &items)
    {
        for (const auto &[key, value] : items) {
            ApiResult<void> taken;
            if (key.startsWith("filter["_L1))
                taken = takeFilter(key, value);
            else if (key == "sort"_L1)
                taken = takeSort(value);
            else if (key == "page[size]"_L1)
                m_query.size = number(value, m_query.size, largestPage);
            else if (key == "page[number]"_L1)
                m_query.number = number(value, m_query.number, lastPage);
            if (!taken)
                return refuse(taken.error());
        }
        if (ApiResult<void> finished = finishPsa(); !finished)
            return refuse(finished.error());
        m_query.hasFilters = !m_query.page.filters.isEmpty();
        if (m_target.parentId != 0)
            m_query.page.filters.append(
                {.field = m_resource.parentField, .values = {QString::number(m_target.parentId)}});
        m_query.page.offset = (m_query.number - 1) * m_query.size;
        m_query.page.limit = m_query.size;
        m_query.includesAdapters = m_resource.kind && includesAdapters(items);
        return m_query;
    }

private:
    static qint64 number(const QString &text, qint64 fallback, qint64 largest)
    {
        const qint64 value = text.toLongLong();
        return value < 1 ? fallback : std::min(value, largest);
    }

    ApiResult<void> takeFilter(const QString &key, const QString &value)
    {
        static const QRegularExpression form(u"^filter\\[([^\\]]+)\\](?:\\[([^\\]]+)\\])?$"_s);
        const QRegularExpressionMatch match = form.match(key);
        const QString first = withUnderscores(match.captured(1));
        Wish wish{.key = key, .name = first, .values = valuesOf(value)};
        if (!match.captured(2).isEmpty()) {
            wish.name = withUnderscores(match.captured(2));
            if (first == "exclude"_L1)
                wish.test = PageFilter::Test::NoneOf;
            else if (first == "range"_L1)
                wish.test = PageFilter::Test::Between;
            else
                return unknownFilter(wish);
        }
        m_query.filters.insert(key.mid(7).chopped(1), value);
        return m_resource.kind ? takeRecordFilter(wish) : takeListFilter(wish);
    }

    ApiResult<void> takeRecordFilter(const Wish &wish)
    {
        if (wish.name == "psa_id"_L1) {
            m_psaIds = wish.values;
            return {};
        }
        if (wish.name == "psa_integration_type"_L1)
            return takePsaType(wish);
        if (wish.name == "created_at"_L1 || wish.name == "updated_at"_L1)
            return takeMoments(wish);
        if (wish.test == PageFilter::Test::Between) {
            if (wish.name != "id"_L1)
                return unknownFilter(wish);
            return takeRange(wish, wish.values);
        }
        if (wish.name == "id"_L1 || wish.name == "name"_L1 || wish.name == "primary_email"_L1)
            return add(wish, wish.name);
        if (isForeign(wish.name))
            return addConstant(wish, false);
        const ApiAttribute *attribute = m_resource.find(wish.name);
        if (!attribute)
            return unknownFilter(wish);
        if (attribute->value == ApiValue::Field)
            return add(wish, attribute->field->name());
        if (attribute->value == ApiValue::IsPrimaryLocation)
            return add(wish, u"primary"_s);
        if (attribute->value == ApiValue::Fixed && attribute->fixed.isBool())
            return addConstant(wish,
                               wish.values.contains(attribute->fixed.toBool() ? u"true"_s : u"false"_s));
        return unknownFilter(wish);
    }

    ApiResult<void> takeListFilter(const Wish &wish)
    {
        if (wish.test == PageFilter::Test::Between)
            return unknownFilter(wish);
        if (wish.name == "id"_L1 || wish.name == "name"_L1)
            return add(wish, wish.name);
        const ApiAttribute *attribute = m_resource.find(wish.name);
        if (attribute && attribute->value == ApiValue::OptionParent)
            return add(wish, u"parent"_s);
        if (attribute && attribute->value == ApiValue::OptionIso) {
            Wish byName = wish;
            byName.values.clear();
            for (const QString &iso : wish.values) {
                if (m_resource.list == OptionList::Country)
                    byName.values += isoNames(iso);
            }
            return add(byName, u"name"_s);
        }
        return unknownFilter(wish);
    }

    /** Qt's names are compared without regard to case, those of the filter are not. */
    static QStringList isoNames(const QString &iso)
    {
        QStringList names;
        for (const QString &folded : countriesOfIso(iso)) {
            QStringList words = folded.split(u' ');
            for (QString &word : words) {
                if (!word.isEmpty() && word != "of"_L1 && word != "and"_L1 && word != "the"_L1)
                    word[0] = word.at(0).toUpper();
            }
            names += {folded, folded.toUpper(), words.join(u' ')};
        }
        return names;
    }

    ApiResult<void> takeMoments(const Wish &wish)
    {
        QStringList moments;
        for (const QString &value : wish.values) {
            const QString text = value.trimmed();
            if (text == "*"_L1) {
                moments.append(QString());
                continue;
            }
            const QDateTime moment = fromIsoUtc(text.size() == 10 ? QString(text + u"T00:00:00Z"_s) : text);
            if (!moment.isValid())
                return badValue(wish,
                                Words::tr("\"%1\" is not a moment such as 2026-01-31T08:00:00Z.").arg(text));
            moments.append(toIsoUtc(moment));
        }
        if (moments.size() == 2 && wish.test != PageFilter::Test::NoneOf) {
            m_query.page.filters.append(
                {.field = wish.name, .values = moments, .test = PageFilter::Test::Between});
            return {};
        }
        if (wish.test == PageFilter::Test::Between || moments.contains(QString()))
            return badValue(wish,
                            Words::tr("A range is two values, \"start,end\", of which one may be \"*\"."));
        m_query.page.filters.append({.field = wish.name, .values = moments, .test = wish.test});
        return {};
    }

    ApiResult<void> takeRange(const Wish &wish, const QStringList &values)
    {
        QStringList ends;
        for (const QString &value : values)
            ends.append(value.trimmed() == "*"_L1 ? QString() : value.trimmed());
        if (ends.size() != 2)
            return badValue(wish,
                            Words::tr("A range is two values, \"start,end\", of which one may be \"*\"."));
        m_query.page.filters.append({.field = wish.name, .values = ends, .test = PageFilter::Test::Between});
        return {};
    }

    ApiResult<void> takePsaType(const Wish &wish)
    {
        m_platforms = QList<Platform>();
        for (const QString &value : wish.values) {
            const auto type = std::find_if(psaTypes.begin(), psaTypes.end(),
                                           [&](const PsaType &each) { return each.name == value; });
            if (type == psaTypes.end()) {
                return badValue(
                    wish,
                    Words::tr("\"%1\" is no type of PSA. There are: manage, autotask, kaseya-bms, "
                              "pulseway-psa, vorex.")
                        .arg(value));
            }
            if (type->platform)
                m_platforms->append(*type->platform);
        }
        return {};
    }

    ApiResult<void> finishPsa()
    {
        if (m_psaIds && !m_platforms) {
            return refuse(
                {.status = 422,
                 .detail = Words::tr("filter[psa_id] needs filter[psa_integration_type] beside it."),
                 .pointer = u"filter[psa_integration_type]"_s});
        }
        if (!m_platforms)
            return {};
        if (m_platforms->isEmpty() || (m_psaIds && m_psaIds->isEmpty())) {
            m_query.page.filters.append(nothing());
            return {};
        }
        m_query.page.filters.append(
            {.field = u"remote_id"_s, .values = m_psaIds.value_or(QStringList()), .platforms = *m_platforms});
        return {};
    }

    ApiResult<void> add(const Wish &wish, const QString &field)
    {
        m_query.page.filters.append({.field = field, .values = wish.values, .test = wish.test});
        return {};
    }

    /** Of something that all have in common. */
    ApiResult<void> addConstant(const Wish &wish, bool holds)
    {
        const bool isWanted = wish.test == PageFilter::Test::NoneOf ? !holds : holds;
        m_query.page.filters.append(isWanted ? PageFilter{.field = u"id"_s, .test = PageFilter::Test::NoneOf}
                                             : nothing());
        return {};
    }

    ApiResult<void> takeSort(const QString &value)
    {
        for (const QString &item : value.split(u',', Qt::SkipEmptyParts)) {
            const QString text = item.trimmed();
            const bool isDescending = text.startsWith(u'-');
            const QString name = withUnderscores(isDescending ? text.mid(1) : text);
            const QString field = sortField(name);
            if (field.isEmpty()) {
                return refuse(400, Words::tr("%1 cannot be sorted by \"%2\".").arg(m_resource.name, name));
            }
            m_query.page.order.append({field, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder});
        }
        return {};
    }

    [[nodiscard]] QString sortField(const QString &name) const
    {
        if (name == "id"_L1 || name == "name"_L1)
            return name;
        // List values have no moments; newer ones have higher ids.
        if (name == "created_at"_L1 || name == "updated_at"_L1)
            return m_resource.kind ? name : u"id"_s;
        const ApiAttribute *attribute = m_resource.find(name);
        if (!attribute)
            return {};
        if (attribute->value == ApiValue::OptionParent)
            return u"parent"_s;
        if (attribute->value == ApiValue::IsPrimaryLocation)
            return u"primary"_s;
        if (attribute->value == ApiValue::Fixed)
            return u"id"_s;
        const bool isField = attribute->value == ApiValue::Field || attribute->value == ApiValue::NameOfField;
        if (!isField || attribute->field->type == FieldType::Emails
            || attribute->field->type == FieldType::Phones)
            return {};
        return attribute->field->name();
    }

    [[nodiscard]] ApiResult<void> unknownFilter(const Wish &wish) const
    {
        return refuse(
            {.status = 400,
             .detail = Words::tr("%1 cannot be filtered by \"%2\".").arg(m_resource.name, wish.name),
             .pointer = wish.key});
    }

    static ApiResult<void> badValue(const Wish &wish, const QString &detail)
    {
        return refuse({.status = 422, .detail = detail, .pointer = wish.key});
    }

    const ApiTarget &m_target;
    const ApiResource &m_resource;
    ApiQuery m_query;
    std::optional<QStringList> m_psaIds;
    std::optional<QList<Platform>> m_platforms;
};

} // namespace

ApiResult<ApiQuery> readQuery(const ApiTarget &target, const QList<std::pair<QString, QString>> &items)
{
    return QueryReader(target).read(items);
}

bool includesAdapters(const QList<std::pair<QString, QString>> &items)
{
    return std::any_of(items.cbegin(), items.cend(), [](const std::pair<QString, QString> &item) {
        return item.first == "include"_L1
            && withUnderscores(item.second).split(u',').contains("adapters_resources"_L1);
    });
}

} // namespace tandem
