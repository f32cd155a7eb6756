// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/fieldmap.h"

#include "core/field.h"
#include "rules/custommapping.h"
#include "rules/syncsettings.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <vector>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

template<typename Value>
struct Word {
    QLatin1StringView name;
    Value value;
};

constexpr std::array directions {Word<Direction> {"both"_L1, Direction::Both}, Word<Direction> {"in"_L1, Direction::In},
                            Word<Direction> {"out"_L1, Direction::Out}};

constexpr std::array normalForms {
    Word<NormalForm> {"text"_L1, NormalForm::Text},   Word<NormalForm> {"name"_L1, NormalForm::Name},
    Word<NormalForm> {"one_line"_L1, NormalForm::OneLine},
    Word<NormalForm> {"long_text"_L1, NormalForm::LongText}, Word<NormalForm> {"phone"_L1, NormalForm::Phone},
    Word<NormalForm> {"mac"_L1, NormalForm::Mac},     Word<NormalForm> {"date"_L1, NormalForm::Date},
    Word<NormalForm> {"flag"_L1, NormalForm::Flag},   Word<NormalForm> {"id"_L1, NormalForm::Id},
    Word<NormalForm> {"points"_L1, NormalForm::Points},
    Word<NormalForm> {"number"_L1, NormalForm::Number}};

constexpr std::array scopes {Word<CallScope> {"account"_L1, CallScope::Account},
                             Word<CallScope> {"endpoint"_L1, CallScope::Endpoint}};

/** Calls further apart than this would look like a standstill. */
constexpr std::chrono::milliseconds maxSpacing = std::chrono::minutes(1);

constexpr std::array shapes {
    Word<WireShape> {"text"_L1, WireShape::Text},           Word<WireShape> {"date"_L1, WireShape::Date},
    Word<WireShape> {"flag"_L1, WireShape::Flag},           Word<WireShape> {"reference"_L1, WireShape::Reference},
    Word<WireShape> {"special"_L1, WireShape::Special},
    Word<WireShape> {"number"_L1, WireShape::Number}};

template<typename Value, size_t n>
std::optional<Value> lookUp(const std::array<Word<Value>, n> &words, const QString &name)
{
    for (const Word<Value> &word : words) {
        if (word.name == name)
            return word.value;
    }
    return std::nullopt;
}

tl::unexpected<Error> bad(const QString &where, const QString &what)
{
    return fail(ErrorCode::BadInput,
                QCoreApplication::translate("tandem::FieldMap", "The field map is wrong at %1: %2").arg(where, what));
}

NormalForm defaultForm(FieldType type, WireShape shape)
{
    if (shape == WireShape::Reference)
        return NormalForm::Id;
    switch (type) {
    case FieldType::Text:
        return NormalForm::Text;
    case FieldType::LongText:
        return NormalForm::LongText;
    case FieldType::Date:
        return NormalForm::Date;
    case FieldType::Boolean:
        return NormalForm::Flag;
    case FieldType::Reference:
        return NormalForm::Id;
    case FieldType::Option:
        return NormalForm::Text;
    case FieldType::Emails:
    case FieldType::Phones:
        return NormalForm::Points;
    }
    return NormalForm::Text;
}

tl::unexpected<Error> unknownKey(const QString &where, const QString &key)
{
    return bad(where, QCoreApplication::translate("tandem::FieldMap", "unknown key \"%1\"").arg(key));
}

/** The first key that is not one of these; empty when all are. */
QString strangerIn(const QJsonObject &object, const QStringList &known)
{
    const QStringList keys = object.keys();
    const auto stranger
        = std::find_if(keys.begin(), keys.end(), [&](const QString &key) { return !known.contains(key); });
    return stranger == keys.end() ? QString() : *stranger;
}

/** Whether a value is absent or of this type. */
bool isTyped(const QJsonObject &line, QLatin1StringView key, QJsonValue::Type type)
{
    return !line.contains(key) || line.value(key).type() == type;
}

/** A length under this key; -1 when it is none. */
int lengthIn(const QJsonObject &object, QLatin1StringView key)
{
    return isTyped(object, key, QJsonValue::Double) ? qMax(-1, object.value(key).toInt()) : -1;
}

Result<QList<PointPlace>> parsePlaces(const QString &where, const FieldDescription &description, const QJsonValue &value)
{
    if (value.isUndefined())
        return QList<PointPlace>();
    const bool hasPoints = description.type == FieldType::Emails || description.type == FieldType::Phones;
    if (!value.isArray() || !hasPoints)
        return bad(where, QCoreApplication::translate("tandem::FieldMap", "only emails and phones have \"places\""));
    QList<PointPlace> places;
    for (const QJsonValue &item : value.toArray()) {
        const QJsonObject object = item.toObject();
        static const QStringList known {u"label"_s, u"remote"_s, u"max_length"_s, u"extension"_s, u"max_extension"_s};
        if (const QString key = strangerIn(object, known); !key.isEmpty())
            return unknownKey(where, key);
        const PointPlace place {.label = object.value("label"_L1).toString(),
                                .remote = object.value("remote"_L1).toString(),
                                .maxLength = lengthIn(object, "max_length"_L1),
                                .extension = object.value("extension"_L1).toString(),
                                .maxExtension = lengthIn(object, "max_extension"_L1)};
        const bool isTwice = std::any_of(places.begin(), places.end(), [&](const PointPlace &each) {
            return each.label.compare(place.label, Qt::CaseInsensitive) == 0 || each.remote == place.remote;
        });
        if (place.label.isEmpty() || place.remote.isEmpty() || place.maxLength < 0 || place.maxExtension < 0 || isTwice)
            return bad(where, QCoreApplication::translate("tandem::FieldMap", "a place of \"places\" is wrong"));
        places.append(place);
    }
    return places;
}

Result<QList<MappedSetting>> parseSettings(AssetKind kind, Platform platform, const QJsonArray &lines)
{
    QList<MappedSetting> settings;
    for (const QJsonValue &item : lines) {
        const QJsonObject line = item.toObject();
        static const QStringList known {u"setting"_s, u"remote"_s, u"shape"_s};
        if (const QString key = strangerIn(line, known); !key.isEmpty())
            return unknownKey(kindName(kind), key);
        const auto shape = lookUp(shapes, line.value("shape"_L1).toString(u"text"_s));
        const MappedSetting setting {.setting = line.value("setting"_L1).toString(),
                                     .remote = line.value("remote"_L1).toString(),
                                     .shape = shape.value_or(WireShape::Text)};
        if (!shape || setting.remote.isEmpty() || !findSetting(platform, setting.setting))
            return bad(kindName(kind), QCoreApplication::translate("tandem::FieldMap", "a line of \"settings\" is wrong"));
        settings.append(setting);
    }
    return settings;
}

Result<QList<FurtherGate>> parseGates(AssetKind kind, const QJsonArray &lines)
{
    QList<FurtherGate> gates;
    for (const QJsonValue &item : lines) {
        const QJsonObject line = item.toObject();
        static const QStringList known {u"list"_s, u"remote"_s};
        if (const QString key = strangerIn(line, known); !key.isEmpty())
            return unknownKey(kindName(kind), key);
        const auto list = optionListFromName(line.value("list"_L1).toString());
        const QString remote = line.value("remote"_L1).toString();
        if (!list || remote.isEmpty() || findField(kind, optionListName(*list)))
            return bad(kindName(kind), QCoreApplication::translate("tandem::FieldMap", "a line of \"gates\" is wrong"));
        gates.append({*list, remote});
    }
    return gates;
}

Result<MappedField> parseField(AssetKind kind, Platform platform, const QJsonObject &line)
{
    const QString id = line.value("field"_L1).toString();
    const QString where = kindName(kind) + u'.' + id;
    static const QStringList known {u"field"_s,  u"remote"_s,   u"shape"_s,      u"direction"_s, u"normal"_s,
                                    u"list"_s,   u"required"_s, u"max_length"_s, u"gate"_s,
                                    u"places"_s, u"blank_means"_s, u"filler"_s,    u"extensions"_s};
    if (const QString key = strangerIn(line, known); !key.isEmpty())
        return unknownKey(where, key);
    const FieldDescription *description = findField(kind, id);
    if (!description)
        return bad(where, QCoreApplication::translate("tandem::FieldMap", "there is no such field"));
    MappedField field {.field = id, .remote = line.value("remote"_L1).toString()};
    if (field.remote.isEmpty())
        return bad(where, QCoreApplication::translate("tandem::FieldMap", "\"remote\" is missing"));
    for (const auto key : {"shape"_L1, "direction"_L1, "normal"_L1, "list"_L1, "blank_means"_L1}) {
        if (!isTyped(line, key, QJsonValue::String))
            return bad(where, QCoreApplication::translate("tandem::FieldMap", "\"%1\" is not a text").arg(key));
    }
    for (const auto key : {"required"_L1, "gate"_L1}) {
        if (!isTyped(line, key, QJsonValue::Bool))
            return bad(where, QCoreApplication::translate("tandem::FieldMap", "\"%1\" is not true or false").arg(key));
    }
    if (!isTyped(line, "max_length"_L1, QJsonValue::Double) || line.value("max_length"_L1).toInt() < 0)
        return bad(where, QCoreApplication::translate("tandem::FieldMap", "\"max_length\" is not a length"));
    const auto shape = lookUp(shapes, line.value("shape"_L1).toString(u"text"_s));
    const auto direction = lookUp(directions, line.value("direction"_L1).toString(u"both"_s));
    if (!shape || !direction)
        return bad(where, QCoreApplication::translate("tandem::FieldMap", "unknown \"shape\" or \"direction\""));
    field.shape = *shape;
    field.direction = *direction;
    field.normal = defaultForm(description->type, field.shape);
    if (line.contains("normal"_L1)) {
        const auto normal = lookUp(normalForms, line.value("normal"_L1).toString());
        if (!normal)
            return bad(where, QCoreApplication::translate("tandem::FieldMap", "unknown \"normal\""));
        field.normal = *normal;
    }
    if (line.contains("list"_L1)) {
        field.list = optionListFromName(line.value("list"_L1).toString());
        if (!field.list)
            return bad(where, QCoreApplication::translate("tandem::FieldMap", "unknown \"list\""));
    }
    field.isRequired = line.value("required"_L1).toBool();
    field.maxLength = line.value("max_length"_L1).toInt();
    field.isGate = line.value("gate"_L1).toBool();
    if (field.isGate && !field.list)
        return bad(where, QCoreApplication::translate("tandem::FieldMap", "a gate needs a \"list\""));
    field.blankMeans = line.value("blank_means"_L1).toString();
    const Result<QList<PointPlace>> places = parsePlaces(where, *description, line.value("places"_L1));
    if (!places)
        return fail(places.error());
    field.places = *places;
    if (!isTyped(line, "extensions"_L1, QJsonValue::Bool))
        return bad(where, QCoreApplication::translate("tandem::FieldMap", "\"%1\" is not true or false").arg("extensions"_L1));
    field.keepsExtensions = line.value("extensions"_L1).toBool(true);
    if (line.contains("filler"_L1)) {
        const QJsonObject filler = line.value("filler"_L1).toObject();
        field.filler = filler.value("value"_L1).toString();
        field.fillerSetting = filler.value("setting"_L1).toString();
        if (description->type != FieldType::Phones || field.filler.isEmpty() || filler.size() != 2
            || !findSetting(platform, field.fillerSetting)) {
            return bad(where, QCoreApplication::translate("tandem::FieldMap", "\"filler\" is wrong"));
        }
    }
    return field;
}

/** What the kind needs besides its fields. */
Result<void> parseNeeds(AssetKind kind, Platform platform, const QJsonObject &object, KindMap &map)
{
    for (const QJsonValue &need : object.value("needs"_L1).toArray()) {
        if (need == "location"_L1)
            map.needsLocation = true;
        else if (need == "email_type"_L1)
            map.needsEmailType = true;
        else
            return bad(kindName(kind), QCoreApplication::translate("tandem::FieldMap", "an entry of \"needs\" is unknown"));
    }
    if (object.contains("detail_share"_L1))
        map.detailShare = object.value("detail_share"_L1).toDouble(-1);
    if (map.detailShare < 0 || map.detailShare > 1)
        return bad(kindName(kind), QCoreApplication::translate("tandem::FieldMap", "\"detail_share\" is no share"));
    map.writeSwitch = object.value("write_switch"_L1).toString();
    const auto setting = findSetting(platform, map.writeSwitch);
    if (!map.writeSwitch.isEmpty() && (!setting || setting->kind != PlatformSetting::Kind::Switch))
        return bad(kindName(kind), QCoreApplication::translate("tandem::FieldMap", "\"write_switch\" is no switch of Sync Settings"));
    return {};
}

Result<QHash<QString, LookupTable>> parseTables(Platform platform, const QJsonObject &object)
{
    QHash<QString, LookupTable> tables;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString where = u"tables."_s + it.key();
        const QJsonObject line = it->toObject();
        static const QStringList known {u"name"_s, u"tenant"_s};
        if (const QString key = strangerIn(line, known); !key.isEmpty())
            return unknownKey(where, key);
        const LookupTable table {.name = line.value("name"_L1).toString(), .isTenants = line.value("tenant"_L1).toBool()};
        if (table.name.isEmpty() || (!optionListFromName(it.key()) && !findSetting(platform, it.key())))
            return bad(where, QCoreApplication::translate("tandem::FieldMap", "it names no table of a list or setting"));
        tables.insert(it.key(), table);
    }
    return tables;
}

tl::unexpected<Error> badNumber(const QString &where)
{
    return bad(where, QCoreApplication::translate("tandem::FieldMap", "it is not a number in its range"));
}

/** A whole number of at least 1; `fallback` when there is none, nothing when it is something else. */
std::optional<int> countIn(const QJsonObject &object, QLatin1StringView key, std::optional<int> fallback)
{
    if (!object.contains(key))
        return fallback;
    const double number = object.value(key).toDouble(0);
    if (number < 1 || number > std::numeric_limits<int>::max() || number != std::floor(number))
        return std::nullopt;
    return int(number);
}

/** One `[share, milliseconds]`, whose share is larger than the one before. */
std::optional<SlowStep> parseStep(const QJsonArray &pair, double shareBefore)
{
    const double from = pair.at(0).toDouble(-1);
    const double spacing = pair.at(1).toDouble(-1);
    if (pair.size() != 2 || from <= shareBefore || from > 1 || spacing < 0 || spacing > maxSpacing.count())
        return std::nullopt;
    return SlowStep {.from = from, .spacing = std::chrono::milliseconds(qint64(spacing))};
}

Result<CallWindow> parseWindow(const QJsonObject &object, const QString &where)
{
    static const QStringList known {u"calls"_s, u"seconds"_s, u"scope"_s, u"slow_at"_s, u"reserve"_s};
    if (const QString key = strangerIn(object, known); !key.isEmpty())
        return unknownKey(where, key);
    const auto calls = countIn(object, "calls"_L1, std::nullopt);
    if (!calls)
        return badNumber(where + u".calls"_s);
    const auto seconds = countIn(object, "seconds"_L1, std::nullopt);
    if (!seconds)
        return badNumber(where + u".seconds"_s);
    const auto scope = lookUp(scopes, object.value("scope"_L1).toString(u"account"_s));
    if (!scope || !isTyped(object, "scope"_L1, QJsonValue::String))
        return bad(where + u".scope"_s, QCoreApplication::translate("tandem::FieldMap", "it is no known scope"));
    CallWindow window {.calls = *calls, .length = std::chrono::seconds(*seconds), .scope = *scope};
    if (object.contains("reserve"_L1))
        window.reserve = object.value("reserve"_L1).toDouble(-1);
    if (window.reserve < 0 || window.reserve >= 1)
        return badNumber(where + u".reserve"_s);
    if (!isTyped(object, "slow_at"_L1, QJsonValue::Array))
        return badNumber(where + u".slow_at"_s);
    double share = 0;
    for (const QJsonValue &value : object.value("slow_at"_L1).toArray()) {
        const auto step = parseStep(value.toArray(), share);
        if (!step)
            return badNumber(where + u".slow_at"_s);
        share = step->from;
        window.slowAt.append(*step);
    }
    return window;
}

/** What the platform allows; without the object one request at a time and no count. */
Result<CallLimits> parseLimits(const QJsonObject &root)
{
    const QString where = u"limits"_s;
    if (!isTyped(root, "limits"_L1, QJsonValue::Object))
        return bad(where, QCoreApplication::translate("tandem::FieldMap", "it is not a JSON object"));
    const QJsonObject object = root.value("limits"_L1).toObject();
    static const QStringList known {u"permits"_s, u"permits_per_endpoint"_s, u"pushes_at_once"_s, u"windows"_s};
    if (const QString key = strangerIn(object, known); !key.isEmpty())
        return unknownKey(where, key);
    const auto permits = countIn(object, "permits"_L1, 1);
    if (!permits)
        return badNumber(where + u".permits"_s);
    const auto permitsPerEndpoint = countIn(object, "permits_per_endpoint"_L1, 0);
    if (!permitsPerEndpoint)
        return badNumber(where + u".permits_per_endpoint"_s);
    CallLimits limits {.permits = *permits, .permitsPerEndpoint = *permitsPerEndpoint};
    if (!isTyped(object, "windows"_L1, QJsonValue::Array))
        return bad(where + u".windows"_s, QCoreApplication::translate("tandem::FieldMap", "it is not a list"));
    const QJsonArray windows = object.value("windows"_L1).toArray();
    for (qsizetype i = 0; i < windows.size(); ++i) {
        const Result<CallWindow> window = parseWindow(windows.at(i).toObject(), u"limits.windows[%1]"_s.arg(i));
        if (!window)
            return fail(window.error());
        limits.windows.append(*window);
    }
    return limits;
}

/** Empty where none ships. */
QByteArray shippedFile(const QString &name)
{
    QFile file(u":/tandem/maps/%1.json"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString normalFormName(NormalForm form)
{
    for (const Word<NormalForm> &word : normalForms) {
        if (word.value == form)
            return word.name;
    }
    return {};
}

bool MappedField::isCustom() const
{
    return customType.has_value();
}

bool MappedField::comesIn() const
{
    return direction != Direction::Out;
}

bool MappedField::goesOut() const
{
    return direction != Direction::In;
}

QString MappedField::remoteTitle() const
{
    return title.isEmpty() ? remote : title;
}

QString FurtherGate::key() const
{
    return optionListName(list);
}

const MappedField *KindMap::find(const QString &field) const
{
    for (const MappedField &mapped : fields) {
        if (mapped.field == field)
            return &mapped;
    }
    return nullptr;
}

Result<FieldMap> FieldMap::parse(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject()) {
        const qsizetype line = json.left(parseError.offset).count('\n') + 1;
        const QString what = parseError.error != QJsonParseError::NoError
            ? parseError.errorString()
            : QCoreApplication::translate("tandem::FieldMap", "it is not a JSON object");
        return bad(QCoreApplication::translate("tandem::FieldMap", "line %1").arg(line), what);
    }
    const QJsonObject root = document.object();
    static const QStringList known {u"platform"_s, u"limits"_s, u"tables"_s, u"kinds"_s};
    if (const QString key = strangerIn(root, known); !key.isEmpty())
        return unknownKey(key, key);
    FieldMap map;
    const auto platform = platformFromName(root.value("platform"_L1).toString());
    if (!platform)
        return bad(u"platform"_s, QCoreApplication::translate("tandem::FieldMap", "unknown platform"));
    map.m_platform = *platform;
    const Result<CallLimits> limits = parseLimits(root);
    if (!limits)
        return fail(limits.error());
    map.m_limits = *limits;
    const auto pushes
        = countIn(root.value("limits"_L1).toObject(), "pushes_at_once"_L1, map.m_limits.permits);
    if (!pushes)
        return badNumber(u"limits.pushes_at_once"_s);
    map.m_pushesAtOnce = *pushes;
    const Result<QHash<QString, LookupTable>> tables = parseTables(*platform, root.value("tables"_L1).toObject());
    if (!tables)
        return fail(tables.error());
    map.m_tables = *tables;
    const QJsonObject kinds = root.value("kinds"_L1).toObject();
    for (const QString &name : kinds.keys()) {
        if (!kindFromName(name))
            return bad(name, QCoreApplication::translate("tandem::FieldMap", "there is no such kind"));
    }
    for (const AssetKind kind : allKinds) {
        const QJsonObject object = kinds.value(kindName(kind)).toObject();
        if (object.isEmpty())
            return bad(kindName(kind), QCoreApplication::translate("tandem::FieldMap", "the kind is missing"));
        KindMap &kindMap = map.m_kinds.at(size_t(kind));
        static const QStringList knownOfKind {u"collection"_s, u"fields"_s, u"settings"_s,
                                              u"gates"_s,      u"needs"_s,  u"write_switch"_s,
                                              u"detail_share"_s};
        if (const QString key = strangerIn(object, knownOfKind); !key.isEmpty())
            return unknownKey(kindName(kind), key);
        kindMap.collection = object.value("collection"_L1).toString();
        const QJsonArray lines = object.value("fields"_L1).toArray();
        if (kindMap.collection.isEmpty() || lines.isEmpty()) {
            return bad(kindName(kind),
                       QCoreApplication::translate("tandem::FieldMap", "\"collection\" or \"fields\" is missing"));
        }
        for (const QJsonValue &line : lines) {
            const Result<MappedField> field = parseField(kind, map.m_platform, line.toObject());
            if (!field)
                return fail(field.error());
            if (kindMap.find(field->field)) {
                return bad(kindName(kind) + u'.' + field->field,
                           QCoreApplication::translate("tandem::FieldMap", "the field is mapped twice"));
            }
            kindMap.fields.append(*field);
        }
        const Result<QList<MappedSetting>> settings
            = parseSettings(kind, map.m_platform, object.value("settings"_L1).toArray());
        const Result<QList<FurtherGate>> gates = parseGates(kind, object.value("gates"_L1).toArray());
        if (!settings || !gates)
            return fail(settings ? gates.error() : settings.error());
        kindMap.settings = *settings;
        kindMap.gates = *gates;
        if (const Result<void> needs = parseNeeds(kind, map.m_platform, object, kindMap); !needs)
            return fail(needs.error());
    }
    return map;
}

Result<FieldMap> FieldMap::load(Platform platform)
{
    const QString name = platformName(platform);
    QByteArray json = shippedFile(name);
    // One dialect has one map, in which only the platform's own name differs.
    const QString other = QJsonDocument::fromJson(json).object().value("same_as"_L1).toString();
    if (!other.isEmpty()) {
        QJsonObject shared = QJsonDocument::fromJson(shippedFile(other)).object();
        if (!shared.isEmpty())
            shared.insert(u"platform"_s, name);
        json = shared.isEmpty() ? QByteArray() : QJsonDocument(shared).toJson();
    }
    if (json.isEmpty()) {
        return fail(ErrorCode::NotFound,
                    QCoreApplication::translate("tandem::FieldMap", "Tandem has no field map for %1 yet.")
                        .arg(platformTitle(platform)));
    }
    return parse(json);
}

const FieldMap *FieldMap::shipped(Platform platform)
{
    static const std::array maps = [] {
        std::array<std::optional<FieldMap>, size_t(Platform::Count)> all;
        for (const Platform each : allPlatforms) {
            Result<FieldMap> map = load(each);
            if (map)
                all.at(size_t(each)) = std::move(*map);
        }
        return all;
    }();
    const std::optional<FieldMap> &map = maps.at(size_t(platform));
    return map ? &*map : nullptr;
}

const FieldMap *FieldMap::with(Platform platform, const QList<CustomMapping> &custom)
{
    const FieldMap *const base = shipped(platform);
    if (!base || custom.isEmpty())
        return base;
    struct Made {
        Platform platform;
        QList<CustomMapping> custom;
        std::unique_ptr<const FieldMap> map;
    };
    static QMutex mutex;
    static std::vector<Made> all;
    const QMutexLocker lock(&mutex);
    for (const Made &made : all) {
        if (made.platform == platform && made.custom == custom)
            return made.map.get();
    }
    auto map = std::make_unique<FieldMap>(*base);
    for (const CustomMapping &each : custom) {
        if (!each.isGone)
            map->m_kinds.at(size_t(each.kind)).fields.append(each.mappedField(platform));
    }
    all.push_back({platform, custom, std::move(map)});
    return all.back().map.get();
}

Platform FieldMap::platform() const
{
    return m_platform;
}

const KindMap &FieldMap::kind(AssetKind kind) const
{
    return m_kinds.at(size_t(kind));
}

const QHash<QString, LookupTable> &FieldMap::tables() const
{
    return m_tables;
}

const CallLimits &FieldMap::limits() const
{
    return m_limits;
}

int FieldMap::pushesAtOnce() const
{
    return m_pushesAtOnce;
}

int FieldMap::permits() const
{
    return m_limits.permits;
}

int FieldMap::callLimit() const
{
    return m_limits.windows.isEmpty() ? 0 : m_limits.windows.constFirst().calls;
}

int FieldMap::callWindowSeconds() const
{
    return m_limits.windows.isEmpty() ? 60 : int(m_limits.windows.constFirst().length.count());
}

} // namespace tandem
