// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/directoryrules.h"

#include "core/contactpoint.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

QString emailKey(const QString &email)
{
    return email.trimmed().toCaseFolded();
}

/** What is dialled; how it is written does not matter. */
QString phoneKey(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c.isDigit() || (c == u'+' && digits.isEmpty()))
            digits += c;
        else if (c.isLetter())
            return phone.simplified().toCaseFolded(); // with an extension in words, or no number at all
    }
    return digits.isEmpty() ? phone.simplified().toCaseFolded() : digits;
}

QString nameKey(const QString &firstName, const QString &lastName)
{
    const QString first = firstName.trimmed();
    const QString last = lastName.trimmed();
    return first.isEmpty() && last.isEmpty() ? QString() : QString(first + u'\n' + last);
}

using Key = QString (*)(const QString &);

/** Puts the directory's value into the list; what stood there stays, but for the directory's own former
 * value. */
void merge(QList<ContactPoint> &points, const QString &value, const QString &former, const QString &label,
           Key key)
{
    const auto with = [&](const QString &wanted) {
        return std::ranges::find_if(
            points, [&](const ContactPoint &point) { return key(point.value) == key(wanted); });
    };
    if (value.isEmpty() || with(value) != points.end())
        return;
    const auto place = former.isEmpty() ? points.end() : with(former);
    if (place != points.end()) {
        place->value = value;
        return;
    }
    const bool hasPrimary = std::ranges::any_of(points, &ContactPoint::isPrimary);
    points.append({.value = value, .label = label, .extension = {}, .isPrimary = !hasPrimary});
}

} // namespace

DirectoryLabels directoryLabels(const QList<SyncSettings> &psas)
{
    const auto chosen = [](const SyncSettings &psa) {
        return !psa.emailType.isEmpty() || !psa.phoneType.isEmpty();
    };
    auto psa = std::ranges::find_if(psas, [&](const SyncSettings &each) {
        return each.twoWay && each.pushDirectoryContacts && chosen(each);
    });
    if (psa == psas.end())
        psa = std::ranges::find_if(psas, chosen);
    DirectoryLabels labels;
    if (psa != psas.end())
        labels = {.email = psa->emailType, .phone = psa->phoneType};
    if (labels.email.isEmpty())
        labels.email = u"AD Email"_s;
    if (labels.phone.isEmpty())
        labels.phone = u"AD Phone"_s;
    return labels;
}

PersonMatcher::PersonMatcher(const QList<PersonCandidate> &candidates)
{
    for (const PersonCandidate &candidate : candidates) {
        m_candidates.insert(candidate.id, candidate);
        if (!candidate.externalId.isEmpty())
            m_known.insert(candidate.externalId, candidate.id);
        for (const ContactPoint &email :
             contactPointsFromJson(candidate.fields.value("emails"_L1).toArray())) {
            QList<RecordId> &records = m_byEmail[emailKey(email.value)];
            if (!records.contains(candidate.id))
                records.append(candidate.id);
        }
        const QString name = nameKey(candidate.fields.value("first_name"_L1).toString(),
                                     candidate.fields.value("last_name"_L1).toString());
        if (!name.isEmpty())
            m_byName[name].append(candidate.id);
    }
}

PersonMatch PersonMatcher::match(const DirectoryPerson &person) const
{
    using enum PersonMatch::How;
    if (const RecordId known = m_known.value(person.externalId); known != 0)
        return {.how = Known, .records = {known}};

    const QList<RecordId> byEmail =
        person.email.isEmpty() ? QList<RecordId>() : free(m_byEmail.value(emailKey(person.email)));
    QList<RecordId> byName = free(m_byName.value(nameKey(person.firstName, person.lastName)));
    PersonMatch match;
    if (!byEmail.isEmpty()) {
        match = {.how = Email, .records = byEmail};
        if (byEmail.size() > 1) {
            byName.removeIf([&](RecordId record) { return !byEmail.contains(record); });
            if (byName.size() == 1)
                match.records = byName;
        }
    } else if (!byName.isEmpty()) {
        match = {.how = Name, .records = byName};
    }
    if (match.records.size() > 1)
        match.how = Several;
    else if (match.records.size() == 1 && m_candidates.value(match.records.constFirst()).isElsewhere)
        match.how = Elsewhere;
    return match;
}

void PersonMatcher::take(RecordId record, const QString &externalId)
{
    m_candidates[record].id = record;
    m_candidates[record].externalId = externalId;
    m_known.insert(externalId, record);
}

const PersonCandidate *PersonMatcher::find(RecordId record) const
{
    const auto found = m_candidates.constFind(record);
    return found == m_candidates.constEnd() ? nullptr : &*found;
}

QList<RecordId> PersonMatcher::free(const QList<RecordId> &records) const
{
    QList<RecordId> others = records;
    others.removeIf([this](RecordId record) { return !m_candidates.value(record).externalId.isEmpty(); });
    return others;
}

FieldValues givenBy(const DirectoryPerson &person)
{
    const std::array<std::pair<QLatin1StringView, QString>, 6> values{{{"first_name"_L1, person.firstName},
                                                                       {"last_name"_L1, person.lastName},
                                                                       {"title"_L1, person.title},
                                                                       {"email"_L1, person.email},
                                                                       {"phone"_L1, person.phone},
                                                                       {"mobile"_L1, person.mobile}}};
    FieldValues given;
    for (const auto &[key, value] : values) {
        if (!value.isEmpty())
            given.insert(key, value);
    }
    return given;
}

FieldValues enrichedValues(const DirectoryPerson &person, const DirectoryLabels &labels,
                           const FieldValues &contact, const FieldValues &given)
{
    const FieldValues now = givenBy(person);
    FieldValues values;
    for (const QLatin1StringView field : {"first_name"_L1, "last_name"_L1, "title"_L1}) {
        const QJsonValue theirs = now.value(field);
        const QJsonValue ours = contact.value(field);
        const bool isOursToWrite = isBlank(ours) || ours == given.value(field);
        if (!isBlank(theirs) && isOursToWrite && ours != theirs)
            values.insert(field, theirs);
    }

    const QJsonArray emailsBefore = contact.value("emails"_L1).toArray();
    QList<ContactPoint> emails = contactPointsFromJson(emailsBefore);
    merge(emails, person.email, given.value("email"_L1).toString(), labels.email, emailKey);
    if (const QJsonArray after = contactPointsToJson(emails); emails != contactPointsFromJson(emailsBefore))
        values.insert("emails"_L1, after);

    const QJsonArray phonesBefore = contact.value("phones"_L1).toArray();
    QList<ContactPoint> phones = contactPointsFromJson(phonesBefore);
    merge(phones, person.phone, given.value("phone"_L1).toString(), labels.phone, phoneKey);
    merge(phones, person.mobile, given.value("mobile"_L1).toString(), labels.phone, phoneKey);
    if (const QJsonArray after = contactPointsToJson(phones); phones != contactPointsFromJson(phonesBefore))
        values.insert("phones"_L1, after);
    return values;
}

} // namespace tandem
