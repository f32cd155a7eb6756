// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/fieldmap.h"

#include "core/field.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

template<typename Value>
struct Word {
    QLatin1StringView name;
    Value value;
};

constexpr std::array directions {Word<Direction> {"both"_L1, Direction::Both}, Word<Direction> {"in"_L1, Direction::In}};

constexpr std::array normalForms {
    Word<NormalForm> {"text"_L1, NormalForm::Text},   Word<NormalForm> {"one_line"_L1, NormalForm::OneLine},
    Word<NormalForm> {"long_text"_L1, NormalForm::LongText}, Word<NormalForm> {"phone"_L1, NormalForm::Phone},
    Word<NormalForm> {"mac"_L1, NormalForm::Mac},     Word<NormalForm> {"date"_L1, NormalForm::Date},
    Word<NormalForm> {"flag"_L1, NormalForm::Flag},   Word<NormalForm> {"id"_L1, NormalForm::Id},
    Word<NormalForm> {"points"_L1, NormalForm::Points}};

constexpr std::array shapes {
    Word<WireShape> {"text"_L1, WireShape::Text},           Word<WireShape> {"date"_L1, WireShape::Date},
    Word<WireShape> {"flag"_L1, WireShape::Flag},           Word<WireShape> {"reference"_L1, WireShape::Reference},
    Word<WireShape> {"special"_L1, WireShape::Special}};

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

Result<MappedField> parseField(AssetKind kind, const QJsonObject &line)
{
    const QString id = line.value("field"_L1).toString();
    const QString where = kindName(kind) + u'.' + id;
    static const QStringList known {u"field"_s,  u"remote"_s,   u"shape"_s,      u"direction"_s, u"normal"_s,
                                    u"list"_s,   u"required"_s, u"max_length"_s, u"gate"_s};
    if (const QString key = strangerIn(line, known); !key.isEmpty())
        return unknownKey(where, key);
    const FieldDescription *description = findField(kind, id);
    if (!description)
        return bad(where, QCoreApplication::translate("tandem::FieldMap", "there is no such field"));
    MappedField field {.field = id, .remote = line.value("remote"_L1).toString()};
    if (field.remote.isEmpty())
        return bad(where, QCoreApplication::translate("tandem::FieldMap", "\"remote\" is missing"));
    for (const auto key : {"shape"_L1, "direction"_L1, "normal"_L1, "list"_L1}) {
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
    return field;
}

} // namespace

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
    static const QStringList known {u"platform"_s, u"permits"_s, u"call_limit"_s, u"call_window_seconds"_s, u"kinds"_s};
    if (const QString key = strangerIn(root, known); !key.isEmpty())
        return unknownKey(key, key);
    FieldMap map;
    const auto platform = platformFromName(root.value("platform"_L1).toString());
    if (!platform)
        return bad(u"platform"_s, QCoreApplication::translate("tandem::FieldMap", "unknown platform"));
    map.m_platform = *platform;
    map.m_permits = qMax(1, root.value("permits"_L1).toInt(1));
    map.m_callLimit = root.value("call_limit"_L1).toInt();
    map.m_callWindowSeconds = qMax(1, root.value("call_window_seconds"_L1).toInt(60));
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
        static const QStringList knownOfKind {u"collection"_s, u"fields"_s};
        if (const QString key = strangerIn(object, knownOfKind); !key.isEmpty())
            return unknownKey(kindName(kind), key);
        kindMap.collection = object.value("collection"_L1).toString();
        const QJsonArray lines = object.value("fields"_L1).toArray();
        if (kindMap.collection.isEmpty() || lines.isEmpty()) {
            return bad(kindName(kind),
                       QCoreApplication::translate("tandem::FieldMap", "\"collection\" or \"fields\" is missing"));
        }
        for (const QJsonValue &line : lines) {
            const Result<MappedField> field = parseField(kind, line.toObject());
            if (!field)
                return fail(field.error());
            if (kindMap.find(field->field)) {
                return bad(kindName(kind) + u'.' + field->field,
                           QCoreApplication::translate("tandem::FieldMap", "the field is mapped twice"));
            }
            kindMap.fields.append(*field);
        }
    }
    return map;
}

Result<FieldMap> FieldMap::load(Platform platform)
{
    QFile file(u":/tandem/maps/%1.json"_s.arg(platformName(platform)));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound,
                    QCoreApplication::translate("tandem::FieldMap", "Tandem has no field map for %1 yet.")
                        .arg(platformTitle(platform)));
    }
    return parse(file.readAll());
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

Platform FieldMap::platform() const
{
    return m_platform;
}

const KindMap &FieldMap::kind(AssetKind kind) const
{
    return m_kinds.at(size_t(kind));
}

int FieldMap::permits() const
{
    return m_permits;
}

int FieldMap::callLimit() const
{
    return m_callLimit;
}

int FieldMap::callWindowSeconds() const
{
    return m_callWindowSeconds;
}

} // namespace tandem
