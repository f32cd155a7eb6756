// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/calllimits.h"
#include "core/optionlist.h"
#include "core/platform.h"
#include "core/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace tandem {

enum class FieldType : quint8;

/** Which way a field travels. */
enum class Direction : quint8 {
    Both, ///< ⇄
    In,   ///< ← only from the PSA
    Out,  ///< → only to the PSA; what it is there comes in nowhere
};

/** How two values of a field are made comparable; see `normalForm`. */
enum class NormalForm : quint8 {
    Text,     ///< trimmed
    Name,     ///< trimmed, in any case: a value that travels by its name, which lists find in any case too
    OneLine,  ///< trimmed, every run of line breaks and blanks is one blank (the PSA does not keep line breaks)
    LongText, ///< line breaks as \n, trailing white space dropped
    Phone,    ///< digits and a leading + only
    Mac,      ///< hexadecimal digits, upper case; anything but one well-formed MAC is blank (rule D4)
    Date,     ///< the date of a moment
    Flag,     ///< blank is false
    Id,       ///< as it is
    Number,   ///< as a number, whatever its digits; what is none as text
    Points,   ///< emails or phones, in any order
};

/** The word of a normal form in the maps, such as "one_line". */
[[nodiscard]] QString normalFormName(NormalForm form);

/** How the value lies on the wire of the PSA; the platform's client knows what to do with each. */
enum class WireShape : quint8 {
    Text,      ///< plain member
    Date,      ///< moment at midnight UTC
    Flag,      ///< boolean
    Number,    ///< number, which is text in Tandem
    Reference, ///< object with an id
    Special,   ///< the client has code for it (communications, company types)
};

/** A member of its own for the one email address or phone number of a label, where the PSA has no list of them. */
struct PointPlace {
    QString label;           ///< "Mobile"
    QString remote;          ///< the PSA's member, such as "mobilePhone"
    int maxLength = 0;       ///< characters; 0: no limit known
    QString extension = {};  ///< the member of its extension; empty: it is written behind the number
    int maxExtension = 0;    ///< characters of the extension
};

/** One line of a platform's map: how a Tandem field travels. */
struct MappedField {
    QString field;          ///< Tandem field id
    QString remote;         ///< the PSA's name of it, as shown on the Field Mapping page
    WireShape shape = WireShape::Text;
    Direction direction = Direction::Both;
    NormalForm normal = NormalForm::Text;
    bool isRequired = false; ///< the PSA refuses a record without it (rule C4c)
    int maxLength = 0;       ///< characters; 0: no limit known
    /** The PSA's list that holds the value; unset for record references, plain values, and options sent by name. */
    std::optional<OptionList> list = {};
    bool isGate = false;     ///< its value must be set to sync in Sync Settings (rule C4a)
    /** What a blank field travels as, such as the status that is an active flag there; empty: as blank. */
    QString blankMeans = {};
    QList<PointPlace> places = {}; ///< for emails and phones; empty: the PSA keeps as many as there are
    bool keepsExtensions = true;   ///< of phones; false: an extension is written behind its number
    /** What a blank one travels as while the switch `fillerSetting` of Sync Settings is on; empty: as blank. */
    QString filler = {};
    QString fillerSetting = {};
    /** What a custom field holds; unset: a field of the map, of which `findField` tells it. */
    std::optional<FieldType> customType = {};
    QString title = {};       ///< of a custom field: what people call it in the PSA; empty: `remote`
    QStringList choices = {}; ///< the PSA takes no other values; empty: any

    [[nodiscard]] bool isCustom() const;
    [[nodiscard]] bool comesIn() const;
    [[nodiscard]] bool goesOut() const;
    /** The PSA's name of it for people. */
    [[nodiscard]] QString remoteTitle() const;
};

/** A member of a new record that Sync Settings fill, since no field here holds it; the PSA requires it (rule C4c). */
struct MappedSetting {
    QString setting; ///< key of a `PlatformSetting`
    QString remote;
    WireShape shape = WireShape::Text;
};

/** A value without a field here that must be set to sync all the same; a blank one is (rules B1, D1). */
struct FurtherGate {
    OptionList list = OptionList::Classification;
    QString remote;

    /** Under which key `RemoteValues` hold it. */
    [[nodiscard]] QString key() const;
};

/** One of the PSA's tables of values, where tenants have tables of their own making. */
struct LookupTable {
    QString name;           ///< as the PSA calls it
    bool isTenants = false; ///< a list of the tenant's; false: one of the vendor's

    bool operator==(const LookupTable &) const = default;
};

/** The longest texts that a tenant takes, by the PSA's member, where its own metadata tell. */
using FieldLengths = QHash<QString, int>;

/** The map of one kind. */
struct KindMap {
    QString collection; ///< the PSA's word for the kind, such as "companies"
    QList<MappedField> fields;
    QList<MappedSetting> settings = {};
    QList<FurtherGate> gates = {};
    bool needsLocation = false;  ///< a new record is made with a first location (rule C4c)
    bool needsEmailType = false; ///< nothing is pushed while Sync Settings choose no email type (rule B3)
    /** Key of the switch in Sync Settings without which the PSA takes nothing of this kind; empty: it takes it anyway. */
    QString writeSwitch = {};
    /** Lists of the kind give thin records; this share of an endpoint's calls reads them whole in time. 0: no thin ones. */
    double detailShare = 0;

    /** nullptr when the field does not travel. */
    [[nodiscard]] const MappedField *find(const QString &field) const;
};

struct CustomMapping;

/** How a platform's records map to ours, read from `resources/maps/<platform>.json`. Immutable once loaded. */
class FieldMap final
{
public:
    /** Checks every line against the field descriptions; errors name the line. */
    [[nodiscard]] static Result<FieldMap> parse(const QByteArray &json);
    /** The map that ships with Tandem; platforms of one dialect share one (`same_as`). */
    [[nodiscard]] static Result<FieldMap> load(Platform platform);
    /** The same, read once for the whole program; nullptr where none ships. Any thread may call. */
    [[nodiscard]] static const FieldMap *shipped(Platform platform);

    /**
     * The shipped map with the custom fields of one integration behind those of their kinds; what the tenant no longer has
     * is left out. One for all integrations that map the same, and it lives as long as the program, so that what is under
     * way keeps the map it began with. nullptr where no map ships. Any thread may call.
     */
    [[nodiscard]] static const FieldMap *with(Platform platform, const QList<CustomMapping> &custom);

    [[nodiscard]] Platform platform() const;
    [[nodiscard]] const KindMap &kind(AssetKind kind) const;
    /** Where the values of a list, or of a setting, are read, by `optionListName` or key of the setting. */
    [[nodiscard]] const QHash<QString, LookupTable> &tables() const;
    /** What the platform allows one account: its published numbers, where there are any. */
    [[nodiscard]] const CallLimits &limits() const;
    /** Requests that may be under way at once. */
    [[nodiscard]] int permits() const;
    /** Pushes that may be under way at once: more than permits where the reads of several go in one request. */
    [[nodiscard]] int pushesAtOnce() const;
    /** Calls the first window allows within `callWindowSeconds`; 0: no limit known. */
    [[nodiscard]] int callLimit() const;
    [[nodiscard]] int callWindowSeconds() const;

private:
    Platform m_platform = Platform::ConnectWise;
    std::array<KindMap, size_t(AssetKind::Count)> m_kinds;
    QHash<QString, LookupTable> m_tables;
    CallLimits m_limits;
    int m_pushesAtOnce = 1;
};

} // namespace tandem
