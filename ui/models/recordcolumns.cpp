// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recordcolumns.h"

#include "core/field.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::RecordTableModel)
};

/** Columns a narrow window starts with; the others wait in the header's menu. */
bool isShownAtFirst(const QString &field)
{
    static const QSet<QString> hidden{u"primary_ip"_s,   u"asset_tag"_s,   u"manufacturer"_s, u"model"_s,
                                      u"region"_s,       u"postal_code"_s, u"country"_s,      u"location"_s,
                                      u"contact_type"_s, u"phones"_s,       u"why"_s};
    return !hidden.contains(field);
}

int firstWidth(const QString &column)
{
    static const QHash<QString, int> widths{
        {u"name"_s, 190},
        {u"organization"_s, 150},
        {u"serial_number"_s, 110},
        {u"emails"_s, 180},
        {u"title"_s, 130},
        {u"updated_at"_s, 100},
        {u"address_1"_s, 150},
        {u"why"_s, 260},
        {u"organization_status"_s, 80},
        {u"configuration_status"_s, 80},
    };
    return widths.value(column, 110);
}

RecordColumn column(const QString &id, const QString &title)
{
    return {.id = id, .title = title, .isShownAtFirst = isShownAtFirst(id), .width = firstWidth(id)};
}

} // namespace

QList<RecordColumn> recordColumns(std::optional<AssetKind> kind)
{
    QList<RecordColumn> columns{column(u"name"_s, Words::tr("Name"))};
    if (kind) {
        for (const FieldDescription &field : fieldsOf(*kind)) {
            if (field.isListed && field.name() != "name"_L1)
                columns.append(column(field.name(), field.labelText()));
        }
    } else {
        columns.append(column(u"kind"_s, Words::tr("Kind")));
        columns.append(column(u"organization"_s, Words::tr("Organization")));
        columns.append(column(u"updated_at"_s, Words::tr("Updated")));
    }
    columns.append(column(u"why"_s, Words::tr("Why not?")));
    columns.append(column(u"state"_s, Words::tr("PSA")));
    return columns;
}

} // namespace tandem
