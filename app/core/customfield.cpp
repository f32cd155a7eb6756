// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customfield.h"

#include <QHash>
#include <QReadWriteLock>

#include <algorithm>
#include <memory>
#include <vector>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView prefix = "custom_"_L1;

struct TypeWord {
    QLatin1StringView name;
    FieldType type;
};
constexpr std::array typeWords{
    TypeWord{"text"_L1, FieldType::Text}, TypeWord{"long_text"_L1, FieldType::LongText},
    TypeWord{"date"_L1, FieldType::Date}, TypeWord{"boolean"_L1, FieldType::Boolean}};

/** A description with the texts that it points to. */
struct Described {
    explicit Described(const CustomField &custom)
        : field(custom)
        , id(custom.name().toLatin1())
        , label(custom.label.toUtf8())
        , description{id.constData(), custom.type, label.constData(), FieldGroup::Custom}
    {
    }

    const CustomField field;
    const QByteArray id;
    const QByteArray label;
    const FieldDescription description;
};

/** What is known now, and all that ever was: a description that somebody holds must not go. */
class Catalogue final {
public:
    void set(const QList<CustomField> &fields)
    {
        const QWriteLocker lock(&m_lock);
        m_current.clear();
        for (const CustomField &field : fields)
            m_current.append(describe(field));
        std::stable_sort(m_current.begin(), m_current.end(),
                         [](const Described *one, const Described *other) {
                             return one->field.label.localeAwareCompare(other->field.label) < 0;
                         });
    }

    [[nodiscard]] const FieldDescription *find(AssetKind kind, const QString &name) const
    {
        const QReadLocker lock(&m_lock);
        const qint64 id = customFieldId(name);
        const auto found = std::find_if(m_current.begin(), m_current.end(), [&](const Described *each) {
            return each->field.id == id && each->field.kind == kind;
        });
        return found == m_current.end() ? nullptr : &(*found)->description;
    }

    [[nodiscard]] QList<const FieldDescription *> of(AssetKind kind) const
    {
        const QReadLocker lock(&m_lock);
        QList<const FieldDescription *> fields;
        for (const Described *each : m_current) {
            if (each->field.kind == kind)
                fields.append(&each->description);
        }
        return fields;
    }

private:
    const Described *describe(const CustomField &field)
    {
        const auto known = std::find_if(m_ever.begin(), m_ever.end(),
                                        [&](const auto &each) { return each->field == field; });
        if (known != m_ever.end())
            return known->get();
        return m_ever.emplace_back(std::make_unique<Described>(field)).get();
    }

    mutable QReadWriteLock m_lock;
    QList<const Described *> m_current;
    std::vector<std::unique_ptr<const Described>> m_ever;
};

Catalogue &catalogue()
{
    static Catalogue instance;
    return instance;
}

} // namespace

QString CustomField::name() const
{
    return prefix + QString::number(id);
}

bool isCustomFieldName(const QString &name)
{
    return customFieldId(name) > 0;
}

qint64 customFieldId(const QString &name)
{
    return name.startsWith(prefix) ? QStringView(name).sliced(prefix.size()).toLongLong() : 0;
}

QString customFieldTypeName(FieldType type)
{
    const auto word = std::find_if(typeWords.begin(), typeWords.end(),
                                   [&](const TypeWord &each) { return each.type == type; });
    return word == typeWords.end() ? QString() : QString(word->name);
}

std::optional<FieldType> customFieldTypeFromName(const QString &name)
{
    const auto word = std::find_if(typeWords.begin(), typeWords.end(),
                                   [&](const TypeWord &each) { return each.name == name; });
    return word == typeWords.end() ? std::nullopt : std::optional(word->type);
}

void setCustomFields(const QList<CustomField> &fields)
{
    catalogue().set(fields);
}

const FieldDescription *findCustomField(AssetKind kind, const QString &name)
{
    return catalogue().find(kind, name);
}

QList<const FieldDescription *> customFieldsOf(AssetKind kind)
{
    return catalogue().of(kind);
}

} // namespace tandem
