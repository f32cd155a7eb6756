// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmslists.h"

#include "practice/kaseya/bmsschema.h"

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicebms {

namespace {

constexpr std::array specs{
    ListSpec{"AddressType", false},
    ListSpec{"Country", false, "countries"},
    ListSpec{"Currency", false, "currencies"},
    ListSpec{"EmailType", false, "contactemailtype"},
    ListSpec{"PhoneType", false, "contactphonetype"},
    ListSpec{"AssetHardwareCategory", true, "hardwareassetcategory|assetcategory|hardwarecategory"},
    ListSpec{"AssetState", true, "hardwareassetstate|state"},
    ListSpec{"Brand", true, "assetbrand"},
    ListSpec{"BusinessImpact", true},
    ListSpec{"BusinessType", true},
    ListSpec{"Class", true, "accountclass"},
    ListSpec{"ContactType", true},
    ListSpec{"Manufacturer", true, "assetmanufacturer"},
    ListSpec{"SalesTaxItem", true},
    ListSpec{"ServiceType", true},
};

} // namespace

std::span<const ListSpec> lists()
{
    return specs;
}

const ListSpec *findList(QStringView name)
{
    const QString wanted = name.toString().remove(u' ').toLower();
    for (const ListSpec &list : specs) {
        if (wanted.compare(QLatin1StringView(list.name), Qt::CaseInsensitive) == 0
            || QString::fromLatin1(list.aliases).split(u'|', Qt::SkipEmptyParts).contains(wanted))
            return &list;
    }
    return nullptr;
}

std::vector<int> valuesOf(const RecordStore &store, const char *list)
{
    const RecordTable &values = store.table(ListValue);
    std::vector<int> ids = values.idsByText(listvalue::list, QString::fromLatin1(list));
    std::erase_if(ids, [&](int id) { return !isInList(store, list, id); });
    return ids;
}

int valueByName(const RecordStore &store, const char *list, const QString &name)
{
    for (const int id : valuesOf(store, list)) {
        if (valueName(store, id).compare(name.trimmed(), Qt::CaseInsensitive) == 0)
            return id;
    }
    return 0;
}

int defaultValue(const RecordStore &store, const char *list)
{
    const RecordTable &values = store.table(ListValue);
    const std::vector<int> ids = valuesOf(store, list);
    for (const int id : ids) {
        if (values.integer(*values.find(id), listvalue::isDefault) != 0)
            return id;
    }
    return ids.empty() ? 0 : ids.front();
}

bool isInList(const RecordStore &store, const char *list, int id)
{
    const RecordTable &values = store.table(ListValue);
    const StoredRecord *value = values.find(id);
    return value && values.text(*value, listvalue::list) == QLatin1StringView(list);
}

QString valueName(const RecordStore &store, int id)
{
    const RecordTable &values = store.table(ListValue);
    const StoredRecord *value = values.find(id);
    return value ? values.text(*value, listvalue::name) : QString();
}

} // namespace tandem::practicebms
