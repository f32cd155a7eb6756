// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/csv/csvmapping.h"

#include "core/contactpoint.h"
#include "core/csvline.h"
#include "core/field.h"

#include <QCoreApplication>
#include <QDate>
#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::CsvMapping)
};

const QString externalId = u"external_id"_s;

/** What files call a field besides its id and label, without blanks and signs. IT Glue's are the attributes
 * of its API. */
struct Synonym {
    const char *target;
    const char *words; ///< separated by blanks
};

constexpr std::array synonyms{
    Synonym{"name",
            "organizationname companyname company configurationname devicename assetname locationname "
            "sitename computername"},
    Synonym{
        "organization",
        "organizationname company companyname client clientname customer customername account accountname"},
    Synonym{"short_name", "shortname organizationshortname identifier companyid companyidentifier"},
    Synonym{"organization_type", "organizationtype organizationtypename companytype accounttype"},
    Synonym{"organization_status", "organizationstatus organizationstatusname companystatus accountstatus"},
    Synonym{"parent", "parentname parentcompany parentorganizationname"},
    Synonym{"quick_notes", "quicknotes description"},
    Synonym{"configuration_type", "configurationtype configurationtypename devicetype assettype"},
    Synonym{"configuration_status", "configurationstatus configurationstatusname devicestatus assetstatus"},
    Synonym{"contact_type", "contacttype contacttypename"},
    Synonym{"location", "locationname site sitename office"},
    Synonym{"primary_location", "primarylocationname"},
    Synonym{"contact", "contactname primarycontact user assignedto"},
    Synonym{"hostname", "host dnsname fqdn"},
    Synonym{"primary_ip", "ip ipaddress primaryipaddress"},
    Synonym{"mac_address", "mac primarymac physicaladdress"},
    Synonym{"default_gateway", "gateway"},
    Synonym{"serial_number", "serial serialno sn servicetag"},
    Synonym{"asset_tag", "assetno assetnumber tag"},
    Synonym{"manufacturer", "manufacturername make vendor brand"},
    Synonym{"model", "modelname modelnumber"},
    Synonym{"operating_system", "operatingsystemname os"},
    Synonym{"operating_system_notes", "osnotes"},
    Synonym{"installed_at", "installdate installationdate installedon dateinstalled"},
    Synonym{"purchased_at", "purchasedate datepurchased"},
    Synonym{"warranty_expires_at",
            "warrantyexpires warrantyexpiration warrantyexpirationdate warrantyenddate warrantyend"},
    Synonym{"notes", "note comment comments remarks"},
    Synonym{"first_name", "firstname givenname forename"},
    Synonym{"last_name", "lastname surname familyname"},
    Synonym{"title", "jobtitle role"},
    Synonym{"important", "vip importantcontact"},
    Synonym{"emails", "email emailaddress mail primaryemail emailaddresses contactemails"},
    Synonym{"emails:Work", "workemail businessemail officeemail"},
    Synonym{"emails:Home", "homeemail privateemail personalemail"},
    Synonym{"phones", "phone telephone phonenumber primaryphone contactphones tel"},
    Synonym{"phones:Work", "workphone businessphone officephone directphone"},
    Synonym{"phones:Mobile", "mobile cell cellphone mobilephone handy"},
    Synonym{"phones:Home", "homephone privatephone"},
    Synonym{"phones:Fax", "fax faxnumber"},
    Synonym{"phone", "phone telephone phonenumber tel"},
    Synonym{"fax", "fax faxnumber"},
    Synonym{"address_1", "address address1 street street1 addressline1 streetaddress"},
    Synonym{"address_2", "address2 street2 addressline2"},
    Synonym{"city", "town"},
    Synonym{"region", "regionname state province stateprovince county"},
    Synonym{"postal_code", "zip zipcode postcode postalcode plz"},
    Synonym{"country", "countryname"},
    Synonym{"external_id", "externalid uid uuid objectguid"},
};

constexpr std::array emailLabels{"Work", "Home", "Other"};
constexpr std::array phoneLabels{"Work", "Mobile", "Home", "Fax", "Other"};
constexpr QLatin1StringView usualLabel = "Work"_L1;

/** "Organization Type", "organization-type" and "organization_type" are one. */
QString plain(const QString &word)
{
    QString letters;
    for (const QChar each : word) {
        if (each.isLetterOrNumber())
            letters.append(each.toCaseFolded());
    }
    return letters;
}

QString fieldOf(const QString &target)
{
    return target.section(u':', 0, 0);
}

QString labelOf(const QString &target)
{
    const QString label = target.section(u':', 1);
    return label.isEmpty() ? QString(usualLabel) : label;
}

bool isList(AssetKind kind, const QString &target)
{
    const FieldDescription *field = findField(kind, fieldOf(target));
    return field && (field->type == FieldType::Emails || field->type == FieldType::Phones);
}

/** Words by which columns are known, to targets. What comes first goes first. */
QHash<QString, QString> knownWords(AssetKind kind)
{
    QHash<QString, QString> words;
    const QList<CsvTarget> targets = csvTargets(kind);
    const auto add = [&](const QString &word, const QString &target) {
        if (!words.contains(word))
            words.insert(word, target);
    };
    for (const CsvTarget &target : targets) {
        add(plain(target.id), target.id);
        add(plain(target.title), target.id);
        const FieldDescription *field = findField(kind, target.id);
        if (field)
            add(plain(QString::fromLatin1(field->label)), target.id);
    }
    for (const Synonym &synonym : synonyms) {
        const QString target = QString::fromLatin1(synonym.target);
        const bool exists = std::any_of(targets.begin(), targets.end(),
                                        [&](const CsvTarget &each) { return each.id == target; });
        // "Company" names an organization in a list of them, and in other lists the one that a record belongs
        // to.
        if (!exists || (target == "name"_L1 && kind == AssetKind::Contact))
            continue;
        const QStringList all = QString::fromLatin1(synonym.words).split(u' ');
        for (const QString &word : all) {
            const bool isOfOrganization = target == "name"_L1 && kind != AssetKind::Organization
                && (word.startsWith("company"_L1) || word.startsWith("organization"_L1));
            if (!isOfOrganization)
                add(word, target);
        }
    }
    return words;
}

/** The columns by which a file of IT Glue's export is known. */
bool looksLikeItGlue(const QStringList &plainColumns)
{
    const bool hasId = plainColumns.contains(u"id"_s);
    constexpr std::array marks{"archived",
                               "organizationtype",
                               "organizationstatus",
                               "configurationtype",
                               "configurationtypename",
                               "contacttype",
                               "contacttypename",
                               "myglue",
                               "psaintegration",
                               "quicknotes",
                               "resourceurl",
                               "organizationtypename",
                               "primaryemail"};
    return hasId && std::any_of(marks.begin(), marks.end(), [&](const char *mark) {
               return plainColumns.contains(QString::fromLatin1(mark));
           });
}

Error badCell(const QString &field, const QString &message)
{
    return {.code = ErrorCode::BadInput, .message = message, .field = field};
}

/** A date as people and programs write it, or invalid. */
QDate dateFrom(const QString &text, DateOrder order)
{
    static const QRegularExpression iso(u"^(\\d{4})-(\\d{2})-(\\d{2})(?:[T ].*)?$"_s);
    static const QRegularExpression dotted(u"^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})$"_s);
    static const QRegularExpression slashed(u"^(\\d{1,2})/(\\d{1,2})/(\\d{4})$"_s);
    if (const QRegularExpressionMatch match = iso.match(text); match.hasMatch())
        return {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
    if (const QRegularExpressionMatch match = dotted.match(text); match.hasMatch())
        return {match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt()};
    const QRegularExpressionMatch match = slashed.match(text);
    if (!match.hasMatch())
        return {};
    const int first = match.captured(1).toInt();
    const int second = match.captured(2).toInt();
    // 31/01 and 01/31 tell by themselves.
    const bool isDayFirst = order == DateOrder::DayFirst || (order == DateOrder::Unknown && first > 12);
    const bool isMonthFirst = order == DateOrder::MonthFirst || (order == DateOrder::Unknown && second > 12);
    if (isDayFirst == isMonthFirst)
        return {};
    return {match.captured(3).toInt(), isDayFirst ? second : first, isDayFirst ? first : second};
}

std::optional<bool> flagFrom(const QString &text)
{
    const QString word = text.toCaseFolded();
    constexpr std::array yes{"true", "yes", "y", "1", "x", "on"};
    constexpr std::array no{"false", "no", "n", "0", "off"};
    const auto is = [&](const char *each) { return word == QLatin1StringView(each); };
    if (std::any_of(yes.begin(), yes.end(), is))
        return true;
    if (std::any_of(no.begin(), no.end(), is))
        return false;
    return std::nullopt;
}

/** Entries of a list field in one cell: JSON, or values that are separated by semicolons or line ends. */
QList<ContactPoint> pointsFrom(const QString &text, const QString &label)
{
    if (text.startsWith(u'[')) {
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        if (document.isArray())
            return contactPointsFromJson(document.array());
    }
    static const QRegularExpression separators(u"[;\\r\\n]+"_s);
    QList<ContactPoint> points;
    for (const QString &part : text.split(separators, Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            points.append({.value = part.trimmed(), .label = label, .extension = {}, .isPrimary = false});
    }
    return points;
}

std::optional<Error> takeCell(const FieldDescription &field, const QString &cell, const CsvMapping &mapping,
                              ImportedRecord &record)
{
    const QString name = field.name();
    const QString text = cell.trimmed();
    switch (field.type) {
    case FieldType::Text:
        record.values.insert(name, text);
        return std::nullopt;
    case FieldType::LongText: {
        QString lines = cell;
        lines.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
        record.values.insert(name, lines);
        return std::nullopt;
    }
    case FieldType::Date: {
        const QDate date = dateFrom(text, mapping.dateOrder);
        if (!date.isValid()) {
            return badCell(
                name,
                Words::tr("%1: \"%2\" is not understood as a date. Use 2026-01-31, or say whether the day "
                          "or the month comes first.")
                    .arg(field.labelText(), text));
        }
        record.values.insert(name, date.toString(Qt::ISODate));
        return std::nullopt;
    }
    case FieldType::Boolean: {
        const std::optional<bool> flag = flagFrom(text);
        if (!flag)
            return badCell(name, Words::tr("%1: \"%2\" is neither yes nor no.").arg(field.labelText(), text));
        record.values.insert(name, *flag);
        return std::nullopt;
    }
    case FieldType::Reference:
    case FieldType::Option:
        record.names.insert(name, text);
        return std::nullopt;
    case FieldType::Emails:
    case FieldType::Phones:
        break;
    }
    return std::nullopt;
}

} // namespace

QList<CsvTarget> csvTargets(AssetKind kind)
{
    QList<CsvTarget> targets;
    const auto addLabels = [&](const FieldDescription &field, auto labels) {
        for (const char *label : labels) {
            targets.append({.id = field.name() + u':' + QLatin1StringView(label),
                            .title = Words::tr("%1: %2").arg(field.labelText(), QLatin1StringView(label))});
        }
    };
    for (const FieldDescription &field : fieldsOf(kind)) {
        targets.append({.id = field.name(), .title = field.labelText(), .isRequired = field.isRequired});
        if (field.type == FieldType::Emails)
            addLabels(field, emailLabels);
        else if (field.type == FieldType::Phones)
            addLabels(field, phoneLabels);
    }
    targets.append({.id = externalId, .title = Words::tr("External ID")});
    return targets;
}

QString CsvMapping::problem() const
{
    QSet<QString> met;
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const QString &target = targets.at(i);
        if (target.isEmpty() || isList(kind, target))
            continue;
        if (met.contains(target)) {
            const FieldDescription *field = findField(kind, target);
            return Words::tr("Two columns are chosen for %1. Leave one of them out.")
                .arg(field ? field->labelText() : Words::tr("External ID"));
        }
        met.insert(target);
    }
    const bool hasAny =
        std::any_of(targets.begin(), targets.end(), [](const QString &each) { return !each.isEmpty(); });
    return hasAny ? QString() : Words::tr("Choose for at least one column what it is.");
}

QStringList CsvMapping::missingRequired() const
{
    QStringList labels;
    for (const FieldDescription &field : fieldsOf(kind)) {
        if (field.isRequired && !targets.contains(field.name()))
            labels.append(field.labelText());
    }
    return labels;
}

bool CsvMapping::fits(const QStringList &names) const
{
    return columns == names;
}

CsvMapping suggestCsvMapping(AssetKind kind, const QStringList &columns)
{
    CsvMapping mapping{.kind = kind, .columns = columns};
    const QHash<QString, QString> words = knownWords(kind);
    QStringList plainColumns;
    for (const QString &column : columns)
        plainColumns.append(plain(column));
    mapping.isFromItGlue = looksLikeItGlue(plainColumns);
    QSet<QString> taken;
    for (const QString &column : std::as_const(plainColumns)) {
        QString target = words.value(column);
        if (column == "id"_L1)
            target = mapping.isFromItGlue ? externalId : QString();
        const bool isFree = !target.isEmpty() && (isList(kind, target) || !taken.contains(target));
        mapping.targets.append(isFree ? target : QString());
        taken.insert(target);
    }
    return mapping;
}

AssetKind suggestCsvKind(const QStringList &columns)
{
    AssetKind best = AssetKind::Organization;
    qsizetype most = -1;
    for (const AssetKind kind : allKinds) {
        const CsvMapping mapping = suggestCsvMapping(kind, columns);
        const qsizetype known = mapping.targets.size() - mapping.targets.count(QString());
        const qsizetype score = known * 2 - mapping.missingRequired().size();
        if (score > most) {
            most = score;
            best = kind;
        }
    }
    return best;
}

QJsonObject csvMappingToJson(const CsvMapping &mapping, const CsvFormat &format)
{
    QJsonObject columns;
    for (qsizetype i = 0; i < mapping.columns.size(); ++i)
        columns.insert(mapping.columns.at(i), mapping.targets.value(i));
    constexpr std::array matches{"update", "skip", "create"};
    constexpr std::array orders{"unknown", "day_first", "month_first"};
    return {{u"kind"_s, kindName(mapping.kind)},
            {u"columns"_s, columns},
            {u"on_match"_s, QLatin1StringView(matches.at(size_t(mapping.onMatch)))},
            {u"create"_s, mapping.createsNew},
            {u"blank_erases"_s, mapping.blankErases},
            {u"dates"_s, QLatin1StringView(orders.at(size_t(mapping.dateOrder)))},
            {u"encoding"_s, csvEncodingName(format.encoding)},
            {u"delimiter"_s, QString(format.delimiter)},
            {u"quote"_s, QString(format.quote)},
            {u"header"_s, format.hasHeader}};
}

Result<CsvMapping> csvMappingFromJson(const QJsonObject &object, AssetKind kind, const QStringList &columns,
                                      CsvFormat &format)
{
    CsvMapping mapping = suggestCsvMapping(kind, columns);
    const QList<CsvTarget> known = csvTargets(kind);
    const QJsonObject targets = object.value("columns"_L1).toObject();
    for (qsizetype i = 0; i < columns.size() && object.contains("columns"_L1); ++i) {
        const QString target = targets.value(columns.at(i)).toString();
        const bool exists =
            std::any_of(known.begin(), known.end(), [&](const CsvTarget &each) { return each.id == target; });
        const bool isOtherLabel = isList(kind, target) && target.contains(u':');
        if (!target.isEmpty() && !exists && !isOtherLabel) {
            return fail({.code = ErrorCode::BadInput,
                         .message = Words::tr("A %1 has no field \"%2\".").arg(kindName(kind), target),
                         .field = target});
        }
        mapping.targets[i] = target;
    }
    const QString onMatch = object.value("on_match"_L1).toString(u"update"_s);
    const QString dates = object.value("dates"_L1).toString(u"unknown"_s);
    if (onMatch != "update"_L1 && onMatch != "skip"_L1 && onMatch != "create"_L1)
        return fail(ErrorCode::BadInput, Words::tr("on_match is update, skip or create."));
    if (dates != "unknown"_L1 && dates != "day_first"_L1 && dates != "month_first"_L1)
        return fail(ErrorCode::BadInput, Words::tr("dates is unknown, day_first or month_first."));
    mapping.onMatch = onMatch == "update"_L1 ? OnMatch::Update
        : onMatch == "skip"_L1               ? OnMatch::Skip
                                             : OnMatch::Create;
    mapping.dateOrder = dates == "day_first"_L1 ? DateOrder::DayFirst
        : dates == "month_first"_L1             ? DateOrder::MonthFirst
                                                : DateOrder::Unknown;
    mapping.createsNew = object.value("create"_L1).toBool(true);
    mapping.blankErases = object.value("blank_erases"_L1).toBool(false);
    if (object.contains("encoding"_L1)) {
        const std::optional<CsvEncoding> encoding =
            csvEncodingFromName(object.value("encoding"_L1).toString());
        if (!encoding) {
            return fail(ErrorCode::BadInput,
                        Words::tr("There is no encoding \"%1\". There are: utf-8, utf-16le, utf-16be, "
                                  "windows-1252.")
                            .arg(object.value("encoding"_L1).toString()));
        }
        format.encoding = *encoding;
    }
    for (const auto &[key, sign] :
         {std::pair{"delimiter"_L1, &format.delimiter}, std::pair{"quote"_L1, &format.quote}}) {
        if (!object.contains(key))
            continue;
        const QString text = object.value(key).toString();
        if (text.size() != 1 || text.front().unicode() >= 0x80)
            return fail(ErrorCode::BadInput, Words::tr("%1 is one sign, such as \";\".").arg(key));
        *sign = text.front();
    }
    format.hasHeader = object.value("header"_L1).toBool(format.hasHeader);
    return mapping;
}

ImportedRecord recordFromCsv(const CsvRow &row, const CsvMapping &mapping)
{
    ImportedRecord record{.row = row.number,
                          .kind = mapping.kind,
                          .onMatch = mapping.onMatch,
                          .createsNew = mapping.createsNew};
    if (!row.problem.isEmpty()) {
        record.problem = Error{.code = ErrorCode::BadInput, .message = row.problem};
        return record;
    }
    if (row.cells.size() > mapping.targets.size()) {
        record.problem = badCell({},
                                 Words::tr("It has %1 columns where the file has %2.")
                                     .arg(row.cells.size())
                                     .arg(mapping.targets.size()));
        return record;
    }
    QHash<QString, QList<ContactPoint>> lists;
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        const QString &target = mapping.targets.at(i);
        const QString cell = withoutCsvGuard(row.cells.at(i));
        if (target.isEmpty())
            continue;
        if (target == externalId) {
            if (!cell.trimmed().isEmpty())
                record.externalId = (mapping.isFromItGlue ? u"itglue/"_s : QString()) + cell.trimmed();
            continue;
        }
        const FieldDescription *field = findField(mapping.kind, fieldOf(target));
        if (!field)
            continue;
        if (cell.trimmed().isEmpty()) {
            if (mapping.blankErases && field->type != FieldType::Emails && field->type != FieldType::Phones)
                record.values.insert(field->name(), QJsonValue::Null);
            continue;
        }
        if (isList(mapping.kind, target)) {
            lists[field->name()] += pointsFrom(cell.trimmed(), labelOf(target));
            continue;
        }
        if (const std::optional<Error> problem = takeCell(*field, cell, mapping, record);
            problem && !record.problem)
            record.problem = problem;
    }
    for (auto it = lists.begin(); it != lists.end(); ++it)
        record.values.insert(it.key(), contactPointsToJson(it.value()));
    return record;
}

} // namespace tandem
