// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/kaseya/bmswriter.h"

#include "practice/kaseya/bmslists.h"
#include "practice/kaseya/bmspatch.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicebms {

namespace {

constexpr int highestId = std::numeric_limits<int>::max();

// How the vendor numbers the operations on e-mails and phones is not published: this is the order in which
// the answer counts them.
enum ChildOperation : int { AddChild = 0, UpdateChild, DeleteChild };

/** What a child's members are called in the bodies of requests. */
struct ChildWords {
    QString value;
    QString newValue;
    QString type;
    const char *list;
    const char *what;
};

ChildWords wordsOf(int table)
{
    return table == Email
        ? ChildWords{u"EmailAddress"_s, u"NewEmailAddress"_s, u"EmailTypeId"_s, "EmailType", "e-mail address"}
        : ChildWords{u"PhoneNumber"_s, u"NewPhoneNumber"_s, u"PhoneTypeId"_s, "PhoneType", "phone number"};
}

QString titleOf(int table)
{
    return QString::fromLatin1(tableSpecs()[size_t(table)].name);
}

const char *typeName(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Reference:
        return "System.Int32";
    case FieldType::Number:
        return "System.Double";
    case FieldType::Boolean:
        return "System.Boolean";
    case FieldType::DateTime:
        return "System.DateTime";
    case FieldType::Text:
    case FieldType::Json:
        break;
    }
    return "System.String";
}

bool isBlank(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

tl::unexpected<Problem> refusal(const QStringList &errors)
{
    return tl::unexpected(Problem{Problem::Kind::Invalid, errors});
}

bool isEmailAddress(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && at < text.size() - 1 && !text.contains(u' ');
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

RecordWriter::RecordWriter(RecordStore &store, const WriteContext &context)
    : m_store(store)
    , m_context(context)
    , m_times(context.quirks)
{
}

RecordStamp RecordWriter::stamp() const
{
    return {m_context.now.toMSecsSinceEpoch(), m_context.employee};
}

RecordWriter::Change RecordWriter::newChange(int table) const
{
    return {table, Mode::Replace, true, m_store.table(table).emptyDraft()};
}

RecordWriter::Change RecordWriter::changeOf(int table, int id, Mode mode) const
{
    const RecordTable &records = m_store.table(table);
    return {table, mode, false, records.unpack(*records.find(id))};
}

std::vector<int> RecordWriter::idsOf(int table, int ownerField, int owner) const
{
    return m_store.table(table).idsByReference(ownerField, owner);
}

void RecordWriter::read(Change &change, std::span<const Input> inputs, const QJsonObject &body) const
{
    const bool keeps = !change.isNew && (change.mode == Mode::Amend || m_context.quirks.has(Quirk::PutKeeps));
    for (const Input &input : inputs) {
        const QJsonValue value = member(body, QString::fromLatin1(input.name));
        const qsizetype before = change.errors.size();
        if (!value.isUndefined() || !keeps)
            readMember(change, input, value);
        if (change.errors.size() != before)
            continue; // one sentence a member
        checkRequired(change, input);
        checkReference(change, input);
    }
}

void RecordWriter::readMember(Change &change, const Input &input, const QJsonValue &value) const
{
    const FieldSpec &field = m_store.table(change.table).spec().fields[size_t(input.field)];
    FieldValue &target = change.draft.values[size_t(input.field)];
    const bool isBoolean = field.type == FieldType::Boolean;
    const bool isNullRefused = value.isNull() && (input.flags & InputFlag::NotNull);
    if (isBlank(value) && !isNullRefused) {
        const bool isOn = (field.flags & FieldFlag::OnByDefault)
            || (m_context.isTrusted && change.isNew && qstrcmp(field.name, "IsActive") == 0);
        target = isBoolean ? FieldValue(isOn) : FieldValue();
        return;
    }
    bool isRead = false;
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Json:
        isRead = value.isString();
        if (isRead)
            readText(change, input, value);
        break;
    case FieldType::Integer:
    case FieldType::Reference:
        isRead = value.isDouble() && std::trunc(value.toDouble()) == value.toDouble()
            && std::abs(value.toDouble()) <= highestId;
        if (isRead)
            target = qint64(value.toDouble());
        break;
    case FieldType::Number:
        isRead = value.isDouble();
        if (isRead)
            target = value.toDouble();
        break;
    case FieldType::Boolean:
        isRead = value.isBool();
        if (isRead)
            target = value.toBool();
        break;
    case FieldType::DateTime: {
        const std::optional<qint64> date =
            value.isString() ? m_times.readDate(value.toString()) : std::nullopt;
        isRead = date.has_value();
        if (isRead)
            target = *date;
        break;
    }
    }
    if (!isRead)
        change.errors.append(u"The JSON value could not be converted to %1. Path: $.%2%3."_s.arg(
            QLatin1StringView(typeName(field.type)), change.prefix, QLatin1StringView(input.name)));
}

void RecordWriter::readText(Change &change, const Input &input, const QJsonValue &value) const
{
    const FieldSpec &field = m_store.table(change.table).spec().fields[size_t(input.field)];
    const QString text = value.toString();
    const int cap = m_context.quirks.maxLength;
    const int usual = field.maxLength > 0 ? field.maxLength : highestId;
    const int limit = cap > 0 ? std::min(cap, usual) : usual;
    if (text.size() > limit)
        change.errors.append(u"The field %1%2 must be a string with a maximum length of %3."_s
                                 .arg(change.prefix, QLatin1StringView(input.name))
                                 .arg(limit));
    change.draft.values[size_t(input.field)] = text.toUtf8();
}

void RecordWriter::checkRequired(Change &change, const Input &input) const
{
    if (!(input.flags & InputFlag::Required) || m_context.isTrusted)
        return;
    const QLatin1StringView name(input.name);
    const bool isId = input.flags & InputFlag::Id;
    if (!isId && change.draft.text(input.field).trimmed().isEmpty())
        change.errors.append(u"The %1%2 field is required."_s.arg(change.prefix, name));
    if (isId && change.draft.integer(input.field) < 1)
        change.errors.append(
            u"The field %1%2 must be between 1 and %3."_s.arg(change.prefix, name).arg(highestId));
}

void RecordWriter::checkReference(Change &change, const Input &input) const
{
    const FieldSpec &field = m_store.table(change.table).spec().fields[size_t(input.field)];
    if (field.type != FieldType::Reference || !change.draft.has(input.field))
        return;
    const qint64 id = change.draft.integer(input.field);
    const bool isToldAlready = id < 1 && (input.flags & InputFlag::Id);
    if (!isToldAlready && !mayRefer(field, int(id)))
        change.errors.append(
            u"%1%2 %3 does not exist."_s.arg(change.prefix, QLatin1StringView(input.name)).arg(id));
}

bool RecordWriter::mayRefer(const FieldSpec &field, int id) const
{
    return field.target == ListValue ? isInList(m_store, field.choices, id)
                                     : m_store.table(field.target).find(id) != nullptr;
}

// A location or contact of another account is refused.
void RecordWriter::checkBelonging(Change &change, int field, int ownerField, const char *name) const
{
    const int target = m_store.table(change.table).spec().fields[size_t(field)].target;
    const StoredRecord *record = m_store.table(target).find(int(change.draft.integer(field)));
    const int owner = target == Location ? location::account : contact::account;
    if (record && m_store.table(target).integer(*record, owner) != change.draft.integer(ownerField))
        change.errors.append(u"%1 %2 does not belong to account %3."_s.arg(QLatin1StringView(name))
                                 .arg(record->id)
                                 .arg(change.draft.integer(ownerField)));
}

int RecordWriter::save(const Change &change)
{
    if (change.isNew)
        return m_store.insert(change.table, change.draft, stamp());
    m_store.update(change.table, change.draft, stamp());
    return change.draft.id;
}

void RecordWriter::setField(int table, int id, int field, const FieldValue &value)
{
    Change change = changeOf(table, id, Mode::Amend);
    change.draft.values[size_t(field)] = value;
    save(change);
}

void RecordWriter::touchOwner(int table, int id)
{
    if (!m_context.quirks.has(Quirk::ChildrenKeepDates) && m_store.table(table).find(id))
        save(changeOf(table, id, Mode::Amend));
}

// ---- accounts and their locations

Answer<int> RecordWriter::createAccount(const QJsonObject &body)
{
    Change change = newChange(Account);
    read(change, accountInputs(), body);
    const QJsonValue given = member(body, u"Locations"_s);
    std::vector<LocationChange> locations;
    if (given.isArray()) {
        const QJsonArray items = given.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            locations.push_back(
                readLocation(newChange(Location), items.at(i).toObject(), u"Locations[%1]."_s.arg(i)));
            change.errors += locations.back().location.errors;
        }
    }
    if (locations.empty() && !m_context.isTrusted)
        change.errors.append(u"The Locations field is required."_s);
    if (!change.errors.isEmpty())
        return refusal(change.errors);
    if (m_context.isTrusted) {
        const auto fill = [&](int field, int value) {
            if (!change.draft.has(field) && value != 0)
                change.draft.values[size_t(field)] = qint64(value);
        };
        fill(account::type, m_store.table(AccountType).records().front().id);
        fill(account::businessType, defaultValue(m_store, "BusinessType"));
        fill(account::manager, m_context.employee);
        if (locations.empty())
            locations.push_back(readLocation(newChange(Location), {{u"LocationName"_s, u"Main"_s}}, {}));
    }
    const int id = save(change);
    int main = 0;
    for (LocationChange &item : locations) {
        const int saved = saveLocation(item, id);
        main = main == 0 && item.location.draft.isOn(location::isMain) ? saved : main;
    }
    settleMainLocation(id, main);
    return id;
}

Answer<int> RecordWriter::updateAccount(int id, Mode mode, const QJsonObject &body)
{
    Change change = changeOf(Account, id, mode);
    read(change, accountInputs(), body);
    if (change.draft.integer(account::parent) == id)
        change.errors.append(u"An account cannot be its own parent."_s);
    if (!change.errors.isEmpty())
        return refusal(change.errors);
    return save(change);
}

RecordWriter::LocationChange RecordWriter::readLocation(Change location, const QJsonObject &body,
                                                        const QString &prefix) const
{
    LocationChange change{std::move(location)};
    change.location.prefix = prefix;
    read(change.location, locationInputs(), body);
    const QJsonValue given = member(body, u"Addresses"_s);
    change.hasAddresses = given.isArray();
    const std::vector<int> former = change.location.isNew
        ? std::vector<int>()
        : idsOf(Address, address::location, change.location.draft.id);
    const auto readAddress = [&](const QJsonObject &item, Mode mode) {
        const size_t at = change.addresses.size();
        Change address = at < former.size() ? changeOf(Address, former[at], mode) : newChange(Address);
        address.prefix = u"%1Addresses[%2]."_s.arg(prefix).arg(at);
        const RecordDraft before = address.draft;
        read(address, addressInputs(), item);
        settleAddress(address, before);
        change.location.errors += address.errors;
        change.addresses.push_back(std::move(address));
    };
    for (const QJsonValue &item : given.toArray())
        readAddress(item.toObject(), change.location.mode);
    if (!change.hasAddresses && change.location.isNew && !m_context.isTrusted)
        change.location.errors.append(u"The %1Addresses field is required."_s.arg(prefix));
    // The control door takes the main address's members beside the location's own.
    const bool isFlat = std::any_of(addressInputs().begin(), addressInputs().end(), [&](const Input &input) {
        return input.field != address::isMain && !member(body, QString::fromLatin1(input.name)).isUndefined();
    });
    if (m_context.isTrusted && !change.hasAddresses && (isFlat || change.location.isNew)) {
        QJsonObject flat = body;
        for (const QString &name : body.keys()) {
            if (name.compare("IsMain"_L1, Qt::CaseInsensitive) == 0)
                flat.remove(name);
        }
        flat.insert(u"IsMain"_s, true);
        readAddress(flat, Mode::Amend);
        for (size_t i = 1; i < former.size(); ++i)
            change.addresses.push_back(changeOf(Address, former[i], Mode::Amend));
        change.hasAddresses = true;
    }
    return change;
}

// Country and kind of an address may be told by number or by name; the other one follows, and where both are
// told the number counts.
void RecordWriter::settleAddress(Change &address, const RecordDraft &former) const
{
    const auto settle = [&](int idField, int nameField, const char *list) {
        std::vector<FieldValue> &values = address.draft.values;
        const int id = int(address.draft.integer(idField));
        const QString text = address.draft.text(nameField);
        const bool isIdNews = id != former.integer(idField) || address.mode == Mode::Replace;
        if (isInList(m_store, list, id) && (isIdNews || text.isEmpty())) {
            values[size_t(nameField)] = valueName(m_store, id).toUtf8();
        } else if (text != former.text(nameField)) {
            const int named = valueByName(m_store, list, text);
            values[size_t(idField)] = named == 0 ? FieldValue() : FieldValue(qint64(named));
        }
    };
    settle(address::countryId, address::country, "Country");
    settle(address::typeId, address::type, "AddressType");
}

int RecordWriter::saveLocation(LocationChange &change, int account)
{
    change.location.draft.values[size_t(location::account)] = qint64(account);
    const int id = save(change.location);
    if (!change.hasAddresses)
        return id;
    const bool hasMain =
        std::any_of(change.addresses.begin(), change.addresses.end(),
                    [](const Change &address) { return address.draft.isOn(address::isMain); });
    if (!hasMain && !change.addresses.empty())
        change.addresses.front().draft.values[size_t(address::isMain)] = true;
    const std::vector<int> former = idsOf(Address, address::location, id);
    for (Change &address : change.addresses) {
        address.draft.values[size_t(address::location)] = qint64(id);
        save(address);
    }
    for (size_t i = change.addresses.size(); i < former.size(); ++i)
        m_store.remove(Address, former[i]);
    return id;
}

// Exactly one location of an account is the main one.
void RecordWriter::settleMainLocation(int account, int preferred)
{
    const RecordTable &locations = m_store.table(Location);
    const std::vector<int> ids = idsOf(Location, location::account, account);
    const auto isMain = [&](int id) { return locations.integer(*locations.find(id), location::isMain) != 0; };
    int main = preferred;
    for (const int id : ids)
        main = main == 0 && isMain(id) ? id : main;
    if (main == 0 && !ids.empty())
        main = ids.front();
    for (const int id : ids) {
        if (isMain(id) != (id == main))
            setField(Location, id, location::isMain, id == main);
    }
}

Answer<int> RecordWriter::createLocation(const QJsonObject &body)
{
    const int account = member(body, u"AccountId"_s).toInt();
    LocationChange change = readLocation(newChange(Location), body, {});
    if (!m_store.table(Account).find(account))
        change.location.errors.append(u"AccountId %1 does not exist."_s.arg(account));
    if (!change.location.errors.isEmpty())
        return refusal(change.location.errors);
    const int id = saveLocation(change, account);
    settleMainLocation(account, change.location.draft.isOn(location::isMain) ? id : 0);
    touchOwner(Account, account);
    return id;
}

Answer<int> RecordWriter::updateLocation(int id, Mode mode, const QJsonObject &body)
{
    LocationChange change = readLocation(changeOf(Location, id, mode), body, {});
    if (!change.location.errors.isEmpty())
        return refusal(change.location.errors);
    const int account = int(change.location.draft.integer(location::account));
    saveLocation(change, account);
    settleMainLocation(account, change.location.draft.isOn(location::isMain) ? id : 0);
    touchOwner(Account, account);
    return id;
}

// ---- contacts, their e-mails and phones

Answer<int> RecordWriter::createContact(const QJsonObject &body)
{
    Change change = newChange(Contact);
    if (m_context.isTrusted && isBlank(member(body, u"LocationId"_s))) {
        QJsonObject completed = body;
        for (const int id : idsOf(Location, location::account, member(body, u"AccountId"_s).toInt())) {
            if (m_store.table(Location).integer(*m_store.table(Location).find(id), location::isMain) != 0)
                completed.insert(u"LocationId"_s, id);
        }
        if (completed.contains(u"LocationId"_s))
            return createContact(completed);
        change.errors.append(u"AccountId is missing, or does not exist."_s);
    }
    read(change, m_context.isTrusted ? contactInputs() : newContactInputs(), body);
    checkBelonging(change, contact::location, contact::account, "LocationId");
    change.draft.values[size_t(contact::isActive)] =
        !m_context.isTrusted || change.draft.isOn(contact::isActive);
    const std::vector<Child> emails = readChildren(Email, member(body, u"Emails"_s), change.errors);
    const std::vector<Child> phones = readChildren(Phone, member(body, u"Phones"_s), change.errors);
    std::vector<std::pair<int, QString>> values;
    readCustomValues(member(body, u"CustomFieldsData"_s), values, change.errors);
    if (!change.errors.isEmpty())
        return refusal(change.errors);
    const int id = save(change);
    saveChildren(Email, id, emails);
    saveChildren(Phone, id, phones);
    for (const auto &[field, value] : values)
        saveCustomValue(id, field, value);
    return id;
}

Answer<int> RecordWriter::updateContact(int id, Mode mode, const QJsonObject &body)
{
    Change change = changeOf(Contact, id, mode);
    read(change, contactInputs(), body);
    checkBelonging(change, contact::location, contact::account, "LocationId");
    const QJsonValue emails = m_context.isTrusted ? member(body, u"Emails"_s) : QJsonValue();
    const QJsonValue phones = m_context.isTrusted ? member(body, u"Phones"_s) : QJsonValue();
    const std::vector<Child> newEmails = readChildren(Email, emails, change.errors);
    const std::vector<Child> newPhones = readChildren(Phone, phones, change.errors);
    if (!change.errors.isEmpty())
        return refusal(change.errors);
    save(change);
    if (emails.isArray())
        saveChildren(Email, id, newEmails);
    if (phones.isArray())
        saveChildren(Phone, id, newPhones);
    return id;
}

std::vector<RecordWriter::Child> RecordWriter::childrenOf(int table, int contact) const
{
    const RecordTable &records = m_store.table(table);
    std::vector<Child> children;
    for (const int id : idsOf(table, email::contact, contact)) {
        const RecordDraft draft = records.unpack(*records.find(id));
        children.push_back(
            {id, draft.text(email::value), int(draft.integer(email::type)), draft.isOn(email::isDefault)});
    }
    return children;
}

std::vector<RecordWriter::Child> RecordWriter::readChildren(int table, const QJsonValue &value,
                                                            QStringList &errors) const
{
    const ChildWords words = wordsOf(table);
    std::vector<Child> children;
    for (const QJsonValue &item : value.toArray()) {
        const QJsonObject object = item.toObject();
        // Through the control door a record may be given back as it was read.
        QJsonValue text = member(object, words.value);
        if (m_context.isTrusted && isBlank(text))
            text = member(object, u"Phone"_s);
        Child child{0, text.toString(), member(object, words.type).toInt(),
                    member(object, u"IsDefault"_s).toBool()};
        if (m_context.isTrusted && child.type == 0)
            child.type = defaultValue(m_store, words.list);
        checkChild(table, child, errors);
        children.push_back(child);
    }
    return children;
}

void RecordWriter::checkChild(int table, const Child &child, QStringList &errors) const
{
    const ChildWords words = wordsOf(table);
    const QString text = child.value.trimmed();
    const bool isWellFormed = table == Email ? isEmailAddress(text) : hasDigit(text);
    if (text.isEmpty())
        errors.append(u"The %1 field is required."_s.arg(words.value));
    else if (!isWellFormed)
        errors.append(u"The %1 field is not a valid %2."_s.arg(words.value, QLatin1StringView(words.what)));
    const int limit = m_store.table(table).spec().fields[size_t(email::value)].maxLength;
    if (child.value.size() > limit)
        errors.append(
            u"The field %1 must be a string with a maximum length of %2."_s.arg(words.value).arg(limit));
    if (!isInList(m_store, words.list, child.type))
        errors.append(u"%1 %2 does not exist."_s.arg(words.type).arg(child.type));
}

// Exactly one of a contact's addresses is the default one: the last that claims to be, else the first.
void RecordWriter::saveChildren(int table, int contact, std::vector<Child> children)
{
    const auto claim =
        std::find_if(children.rbegin(), children.rend(), [](const Child &child) { return child.isDefault; });
    const size_t main = claim == children.rend() ? 0 : size_t(children.rend() - claim) - 1;
    for (size_t i = 0; i < children.size(); ++i) {
        children[i].isChanged = children[i].isChanged || children[i].isDefault != (i == main);
        children[i].isDefault = i == main;
    }
    for (const int id : idsOf(table, email::contact, contact)) {
        if (std::none_of(children.begin(), children.end(),
                         [id](const Child &child) { return child.id == id; }))
            m_store.remove(table, id);
    }
    for (const Child &child : children) {
        if (child.id != 0 && !child.isChanged)
            continue;
        RecordDraft draft = m_store.table(table).emptyDraft();
        draft.id = child.id;
        draft.values[size_t(email::contact)] = qint64(contact);
        draft.values[size_t(email::value)] = child.value.toUtf8();
        draft.values[size_t(email::type)] = qint64(child.type);
        draft.values[size_t(email::isDefault)] = child.isDefault;
        if (child.id == 0)
            m_store.insert(table, draft, stamp());
        else
            m_store.update(table, draft, stamp());
    }
}

Answer<ChildCounts> RecordWriter::patchChildren(int table, int contact, const QJsonArray &operations)
{
    if (!m_store.table(Contact).find(contact))
        return missing(u"Contact %1"_s.arg(contact));
    const ChildWords words = wordsOf(table);
    std::vector<Child> children = childrenOf(table, contact);
    QStringList errors;
    ChildCounts counts;
    const auto at = [&](const QString &value) {
        return std::find_if(children.begin(), children.end(), [&](const Child &child) {
            return child.value.compare(value.trimmed(), Qt::CaseInsensitive) == 0;
        });
    };
    const auto makeDefault = [&](Child &wanted, const QJsonValue &isDefault) {
        if (!isDefault.toBool())
            return;
        for (Child &child : children) {
            child.isChanged = child.isChanged || child.isDefault;
            child.isDefault = false;
        }
        wanted.isDefault = true;
        wanted.isChanged = true;
    };
    for (const QJsonValue &item : operations) {
        const QJsonObject operation = item.toObject();
        const QString value = member(operation, words.value).toString();
        const QString newValue = member(operation, words.newValue).toString();
        const QJsonValue type = member(operation, u"TypeId"_s);
        const QJsonValue isDefault = member(operation, u"IsDefault"_s);
        int word = member(operation, u"Operation"_s).toInt(-1);
        if (m_context.quirks.has(Quirk::SwappedOperations) && word != AddChild)
            word = word == UpdateChild ? DeleteChild : UpdateChild;
        const auto found = at(value);
        const bool isThere = found != children.end();
        if (word == AddChild) {
            const QString added = newValue.isEmpty() ? value : newValue;
            Child child{0, added.trimmed(), type.toInt(defaultValue(m_store, words.list)), false};
            checkChild(table, child, errors);
            if (at(added) != children.end())
                errors.append(u"The %1 '%2' exists already."_s.arg(QLatin1StringView(words.what), added));
            children.push_back(child);
            makeDefault(children.back(), isDefault);
            ++counts.added;
        } else if ((word == UpdateChild || word == DeleteChild) && !isThere) {
            errors.append(u"The %1 '%2' was not found."_s.arg(QLatin1StringView(words.what), value));
        } else if (word == UpdateChild) {
            if (!newValue.isEmpty())
                found->value = newValue.trimmed();
            if (!isBlank(type))
                found->type = type.toInt();
            if (isDefault.isBool() && !isDefault.toBool())
                found->isDefault = false;
            found->isChanged = true;
            makeDefault(*found, isDefault);
            checkChild(table, *found, errors);
            ++counts.updated;
        } else if (word == DeleteChild) {
            children.erase(found);
            ++counts.deleted;
        } else {
            errors.append(u"The Operation must be 0, 1 or 2."_s);
        }
    }
    if (!errors.isEmpty())
        return refusal(errors);
    saveChildren(table, contact, children);
    touchOwner(Contact, contact);
    return counts;
}

// ---- assets

void RecordWriter::checkAsset(Change &change) const
{
    if (m_context.isTrusted && change.isNew) {
        const auto fill = [&](int field, int value) {
            if (!change.draft.has(field) && value != 0)
                change.draft.values[size_t(field)] = qint64(value);
        };
        const std::vector<int> locations =
            idsOf(Location, location::account, int(change.draft.integer(asset::account)));
        fill(asset::location, locations.empty() ? 0 : locations.front());
        fill(asset::category, defaultValue(m_store, "AssetHardwareCategory"));
        if (locations.empty())
            change.errors.append(u"AccountId is missing, or does not exist."_s);
    }
    checkBelonging(change, asset::location, asset::account, "AccountLocationId");
    checkBelonging(change, asset::contact, asset::account, "ContactId");
    const RecordTable &accounts = m_store.table(Account);
    const StoredRecord *vendor = accounts.find(int(change.draft.integer(asset::vendor)));
    const StoredRecord *type =
        vendor ? m_store.table(AccountType).find(int(accounts.integer(*vendor, account::type))) : nullptr;
    if (type && m_store.table(AccountType).integer(*type, accounttype::isVendor) == 0)
        change.errors.append(u"VendorId %1 is not a vendor."_s.arg(vendor->id));
}

Answer<int> RecordWriter::createAsset(const QJsonObject &body)
{
    Change change = newChange(Asset);
    read(change, assetInputs(), body);
    checkAsset(change);
    if (!change.errors.isEmpty())
        return refusal(change.errors);
    return save(change);
}

Answer<int> RecordWriter::updateAsset(int id, Mode mode, const QJsonObject &body)
{
    Change change = changeOf(Asset, id, mode);
    read(change, assetInputs(), body);
    checkAsset(change);
    if (!change.errors.isEmpty())
        return refusal(change.errors);
    return save(change);
}

// ---- lists and custom fields

Answer<int> RecordWriter::createListValue(const char *name, const QJsonObject &body)
{
    const QString text = member(body, u"Name"_s).toString().trimmed();
    Change change = newChange(ListValue);
    change.draft.values[size_t(listvalue::list)] = QByteArray(name);
    constexpr std::array inputs{Input{"Name", listvalue::name, InputFlag::Required},
                                Input{"Description", listvalue::description},
                                Input{"IsActive", listvalue::isActive, InputFlag::NotNull}};
    read(change, inputs, body);
    change.draft.values[size_t(listvalue::isDefault)] = false;
    if (!text.isEmpty() && valueByName(m_store, name, text) != 0)
        change.errors.append(u"The Name '%1' exists already."_s.arg(text));
    if (!change.errors.isEmpty())
        return refusal(change.errors);
    return save(change);
}

Answer<int> RecordWriter::createOther(int table, const QJsonObject &body)
{
    Change change = newChange(table);
    read(change, doorInputs(table), body);
    if (!change.errors.isEmpty())
        return refusal(change.errors);
    return save(change);
}

void RecordWriter::readCustomValues(const QJsonValue &value, std::vector<std::pair<int, QString>> &values,
                                    QStringList &errors) const
{
    const RecordTable &fields = m_store.table(CustomField);
    for (const QJsonValue &item : value.toArray()) {
        const int field = member(item.toObject(), u"CustomFieldId"_s).toInt();
        const QString data = member(item.toObject(), u"Data"_s).toString();
        const StoredRecord *known = fields.find(field);
        if (!known || fields.integer(*known, customfield::module) != ContactModule)
            errors.append(u"CustomFieldId %1 does not exist."_s.arg(field));
        else if (const QString wrong = customValueError(field, data); !wrong.isEmpty())
            errors.append(wrong);
        else
            values.emplace_back(field, data);
    }
}

QString RecordWriter::customValueError(int customField, const QString &value) const
{
    const RecordDraft field =
        m_store.table(CustomField).unpack(*m_store.table(CustomField).find(customField));
    const QString name = field.text(customfield::name);
    const int limit = m_store.table(CustomValue).spec().fields[size_t(customvalue::value)].maxLength;
    if (value.isEmpty())
        return field.isOn(customfield::isRequired) ? u"The %1 field is required."_s.arg(name) : QString();
    if (value.size() > limit)
        return u"The field %1 must be a string with a maximum length of %2."_s.arg(name).arg(limit);
    bool isFit = true;
    switch (CustomDataType(field.integer(customfield::dataType))) {
    case NumberData:
        value.toDouble(&isFit);
        break;
    case DateData:
        isFit = m_times.readDate(value).has_value();
        break;
    case ChoiceData:
        isFit = field.text(customfield::choices).split(u'|').contains(value);
        break;
    case TextData:
        break;
    }
    return isFit ? QString() : u"The value '%1' is not valid for %2."_s.arg(value, name);
}

int RecordWriter::saveCustomValue(int entity, int customField, const QString &value)
{
    const RecordTable &values = m_store.table(CustomValue);
    Change change = newChange(CustomValue);
    for (const int id : idsOf(CustomValue, customvalue::entity, entity)) {
        if (values.integer(*values.find(id), customvalue::customField) == customField)
            change = changeOf(CustomValue, id, Mode::Amend);
    }
    change.draft.values[size_t(customvalue::customField)] = qint64(customField);
    change.draft.values[size_t(customvalue::entity)] = qint64(entity);
    change.draft.values[size_t(customvalue::value)] = value.toUtf8();
    return save(change);
}

Answer<int> RecordWriter::setCustomValue(int module, int entity, int customField, const QJsonValue &value)
{
    const int table = module == AccountModule ? Account : module == ContactModule ? Contact : Asset;
    const RecordTable &fields = m_store.table(CustomField);
    const StoredRecord *field = fields.find(customField);
    if (!field || fields.integer(*field, customfield::module) != module)
        return missing(u"Custom field %1"_s.arg(customField));
    if (!m_store.table(table).find(entity))
        return missing(u"%1 %2"_s.arg(titleOf(table)).arg(entity));
    if (!value.isString() && !isBlank(value))
        return invalid(u"The JSON value could not be converted to System.String. Path: $.Value."_s);
    const QString wrong = customValueError(customField, value.toString());
    if (!wrong.isEmpty())
        return invalid(wrong);
    const int id = saveCustomValue(entity, customField, value.toString());
    touchOwner(table, entity);
    return id;
}

// ---- any kind

Answer<int> RecordWriter::update(int table, int id, Mode mode, const QJsonObject &body)
{
    if (!m_store.table(table).find(id))
        return missing(u"%1 %2"_s.arg(titleOf(table)).arg(id));
    switch (table) {
    case Account:
        return updateAccount(id, mode, body);
    case Location:
        return updateLocation(id, mode, body);
    case Contact:
        return updateContact(id, mode, body);
    case Asset:
        return updateAsset(id, mode, body);
    default:
        break;
    }
    Change change = changeOf(table, id, mode);
    read(change, doorInputs(table), body);
    if (!change.errors.isEmpty())
        return refusal(change.errors);
    return save(change);
}

// A patch is carried out on what a PUT would take, which then has to pass as a whole.
Answer<int> RecordWriter::patch(int table, int id, const QJsonArray &operations)
{
    const RecordTable &records = m_store.table(table);
    const StoredRecord *record = records.find(id);
    if (!record)
        return missing(u"%1 %2"_s.arg(titleOf(table)).arg(id));
    const RecordDraft draft = records.unpack(*record);
    QJsonObject document;
    const std::span<const Input> inputs = table == Account ? accountInputs() : contactInputs();
    for (const Input &input : inputs) {
        const FieldSpec &field = records.spec().fields[size_t(input.field)];
        const FieldValue &value = draft.values[size_t(input.field)];
        QJsonValue json;
        if (field.type == FieldType::Boolean)
            json = draft.isOn(input.field);
        else if (field.type == FieldType::DateTime && draft.has(input.field))
            json = QString::fromLatin1(m_times.date(draft.integer(input.field)));
        else if (const auto *number = std::get_if<double>(&value))
            json = *number;
        else if (const auto *integer = std::get_if<qint64>(&value))
            json = *integer;
        else if (draft.has(input.field))
            json = draft.text(input.field);
        document.insert(QString::fromLatin1(input.name), json);
    }
    const Answer<QJsonObject> result = patched(document, operations);
    if (!result)
        return tl::unexpected(result.error());
    return update(table, id, Mode::Replace, *result);
}

Answer<int> RecordWriter::remove(int table, int id)
{
    if (!m_store.table(table).find(id))
        return missing(u"%1 %2"_s.arg(titleOf(table)).arg(id));
    if (table == Account)
        return removeAccount(id);
    if (table == Location)
        return removeLocation(id);
    if (table == Contact)
        removeContact(id);
    if (table == Asset)
        removeCustomValues(AssetModule, id);
    m_store.remove(table, id);
    return id;
}

Answer<int> RecordWriter::removeAccount(int id)
{
    const std::vector<int> contacts = idsOf(Contact, contact::account, id);
    const std::vector<int> assets = idsOf(Asset, asset::account, id);
    if ((!contacts.empty() || !assets.empty()) && !m_context.isTrusted)
        return invalid(u"Account %1 cannot be deleted: it has contacts or assets."_s.arg(id));
    for (const int contact : contacts)
        removeContact(contact);
    for (const int contact : contacts)
        m_store.remove(Contact, contact);
    for (const int asset : assets) {
        removeCustomValues(AssetModule, asset);
        m_store.remove(Asset, asset);
    }
    for (const int asset : idsOf(Asset, asset::vendor, id))
        setField(Asset, asset, asset::vendor, {});
    for (const int location : idsOf(Location, location::account, id)) {
        for (const int address : idsOf(Address, address::location, location))
            m_store.remove(Address, address);
        m_store.remove(Location, location);
    }
    std::vector<int> children;
    const RecordTable &accounts = m_store.table(Account);
    for (const StoredRecord &record : accounts.records()) {
        if (accounts.integer(record, account::parent) == id)
            children.push_back(record.id);
    }
    for (const int child : children)
        setField(Account, child, account::parent, {});
    removeCustomValues(AccountModule, id);
    m_store.remove(Account, id);
    return id;
}

Answer<int> RecordWriter::removeLocation(int id)
{
    const RecordTable &locations = m_store.table(Location);
    const RecordDraft draft = locations.unpack(*locations.find(id));
    const int account = int(draft.integer(location::account));
    const std::vector<int> contacts = idsOf(Contact, contact::location, id);
    const std::vector<int> assets = idsOf(Asset, asset::location, id);
    if (!m_context.isTrusted && draft.isOn(location::isMain))
        return invalid(u"Location %1 cannot be deleted: it is the main location."_s.arg(id));
    if (!m_context.isTrusted && (!contacts.empty() || !assets.empty()))
        return invalid(u"Location %1 cannot be deleted: it has contacts or assets."_s.arg(id));
    for (const int address : idsOf(Address, address::location, id))
        m_store.remove(Address, address);
    m_store.remove(Location, id);
    settleMainLocation(account, 0);
    // What was there is at the main location from now on.
    const std::vector<int> left = idsOf(Location, location::account, account);
    int main = 0;
    for (const int other : left)
        main = locations.integer(*locations.find(other), location::isMain) != 0 ? other : main;
    const FieldValue elsewhere = main == 0 ? FieldValue() : FieldValue(qint64(main));
    for (const int contact : contacts)
        setField(Contact, contact, contact::location, elsewhere);
    for (const int asset : assets)
        setField(Asset, asset, asset::location, elsewhere);
    touchOwner(Account, account);
    return id;
}

// Its assets stay, and belong to nobody.
void RecordWriter::removeContact(int id)
{
    for (const int asset : idsOf(Asset, asset::contact, id))
        setField(Asset, asset, asset::contact, {});
    for (const int table : {int(Email), int(Phone)}) {
        for (const int child : idsOf(table, email::contact, id))
            m_store.remove(table, child);
    }
    removeCustomValues(ContactModule, id);
}

void RecordWriter::removeCustomValues(int module, int entity)
{
    const RecordTable &fields = m_store.table(CustomField);
    const RecordTable &values = m_store.table(CustomValue);
    for (const int id : idsOf(CustomValue, customvalue::entity, entity)) {
        const StoredRecord *field =
            fields.find(int(values.integer(*values.find(id), customvalue::customField)));
        if (field && fields.integer(*field, customfield::module) == module)
            m_store.remove(CustomValue, id);
    }
}

} // namespace tandem::practicebms
