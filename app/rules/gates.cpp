// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/gates.h"

#include "core/contactpoint.h"
#include "core/field.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Looks at the facts gate by gate; every sentence about a gate is here. */
class Gatekeeper final
{
    Q_DECLARE_TR_FUNCTIONS(tandem::Gates)
public:
    Gatekeeper(const GateFacts &facts, const KindMap &map)
        : m_facts(facts)
        , m_map(map)
        , m_psa(platformTitle(facts.platform))
        , m_kind(facts.record.kind)
    {
    }

    QList<Gate> look()
    {
        typesAndStatuses();
        organizationInPsa();
        requiredFields();
        lengths();
        customValues();
        switchedOff();
        references();
        return m_gates;
    }

private:
    /** Whether the field travels with this push, so that its value can hold the record. */
    [[nodiscard]] bool travels(const QString &field) const
    {
        return !m_facts.isLinked || m_facts.changed.contains(field);
    }

    [[nodiscard]] QString label(const QString &field) const
    {
        const FieldDescription *description = findField(m_kind, field);
        return description ? description->labelText() : field;
    }

    [[nodiscard]] Remedy edit(const QString &text, const QString &field, RecordId record = 0) const
    {
        const bool isOther = record != 0 && record != m_facts.record.id;
        const AssetKind kind = isOther ? AssetKind::Organization : m_kind;
        const RecordId id = isOther ? record : m_facts.record.id;
        return {.kind = Remedy::Kind::EditField,
                .text = text,
                .field = field,
                .recordId = id,
                .command = {u"record"_s, u"set"_s, kindName(kind), QString::number(id), QString(field + u'=')}};
    }

    [[nodiscard]] Remedy setting(Remedy::Kind kind, const QString &text, const QString &change) const
    {
        return {.kind = kind,
                .text = text,
                .field = change.section(u'=', 0, 0),
                .command = {u"integration"_s, u"settings"_s, m_facts.integrationName, change}};
    }

    [[nodiscard]] Remedy enableValue(const ReferenceBook::OptionReference &option) const
    {
        return {.kind = Remedy::Kind::EnableValue,
                .text = tr("Enable \"%1\" in Sync Settings").arg(option.name),
                .list = option.list,
                .remoteId = option.remoteId,
                .command = {u"integration"_s, u"settings"_s, m_facts.integrationName,
                            QString(optionListKey(option.list) + "+="_L1 + option.name)}};
    }

    /** C4a: its own type and status, and those of its organization, are set to sync. */
    void typesAndStatuses()
    {
        for (const MappedField &field : m_map.fields) {
            if (!field.isGate)
                continue;
            const OptionId id = m_facts.record.fields.value(field.field).toInteger();
            if (id == 0) {
                // A blank required field is C4c's to name, and some blanks mean a value.
                if (!field.isRequired && field.blankMeans.isEmpty()) {
                    m_gates.append({.rule = u"C4a"_s,
                                    .reason = tr("%1 is blank, so Sync Settings cannot allow it.").arg(label(field.field)),
                                    .field = field.field,
                                    .remedies = {edit(tr("Set %1").arg(label(field.field)), field.field)}});
                }
                continue;
            }
            valueIsSyncing(m_facts.book.options.value(id), field.field, 0);
        }
        if (m_kind != AssetKind::Organization) {
            const RecordId organization = m_facts.record.fields.value("organization"_L1).toInteger();
            for (const ReferenceBook::OptionReference &option : m_facts.book.organizationGates)
                valueIsSyncing(option, optionListName(option.list), organization);
        }
        for (const ReferenceBook::OptionReference &option : m_facts.book.furtherGates)
            furtherValueIsSyncing(option);
    }

    /** There is no field for it here, so it can only be changed in the PSA. */
    void furtherValueIsSyncing(const ReferenceBook::OptionReference &option)
    {
        if (option.isSyncing)
            return;
        const bool isOwn = m_kind == AssetKind::Organization;
        const QString what = organizationLabel(option.list);
        m_gates.append({.rule = u"C4a"_s,
                        .reason = isOwn ? tr("%1 \"%2\" is not set to sync.").arg(what, option.name)
                                        : tr("%1 \"%2\" of its organization is not set to sync.").arg(what, option.name),
                        .field = isOwn ? QString() : u"organization"_s,
                        .remedies = {enableValue(option)}});
    }

    void valueIsSyncing(const ReferenceBook::OptionReference &option, const QString &field, RecordId organization)
    {
        if (option.isSyncing)
            return;
        const bool isOwn = organization == 0;
        const QString what = isOwn ? label(field) : organizationLabel(option.list);
        if (option.name.isEmpty()) {
            m_gates.append({.rule = u"C4a"_s,
                            .reason = tr("%1 of its organization is blank, so Sync Settings cannot allow it.").arg(what),
                            .field = u"organization"_s,
                            .remedies = {edit(tr("Set %1 of the organization").arg(what), field, organization)}});
            return;
        }
        // A value the PSA does not have at all is C4g's to name.
        if (option.remoteId.isEmpty() && isOwn)
            return;
        const QString reason = isOwn ? tr("%1 \"%2\" is not set to sync.").arg(what, option.name)
                                     : tr("%1 \"%2\" of its organization is not set to sync.").arg(what, option.name);
        Gate gate {.rule = u"C4a"_s, .reason = reason, .field = isOwn ? field : u"organization"_s};
        gate.remedies.append(isOwn ? edit(tr("Set %1").arg(what), field)
                                   : edit(tr("Set %1 of the organization").arg(what), field, organization));
        if (!option.remoteId.isEmpty())
            gate.remedies.append(enableValue(option));
        m_gates.append(gate);
    }

    [[nodiscard]] static QString organizationLabel(OptionList list)
    {
        const FieldDescription *description = findField(AssetKind::Organization, optionListName(list));
        return description ? description->labelText() : optionListTitle(list);
    }

    /** C4b: its organization is in the PSA. */
    void organizationInPsa()
    {
        for (const Unresolved &missing : m_facts.sendable.unresolved) {
            if (missing.field != "organization"_L1)
                continue;
            Gate gate {.rule = u"C4b"_s, .field = missing.field, .opensByItself = missing.isOnItsWay};
            gate.reason = missing.isOnItsWay
                ? tr("It waits for its organization \"%1\", which is on its way to %2.").arg(missing.name, m_psa)
                : tr("Its organization \"%1\" is not in %2.").arg(missing.name, m_psa);
            gate.remedies.append(open(missing));
            m_gates.append(gate);
        }
    }

    [[nodiscard]] Remedy open(const Unresolved &missing) const
    {
        return {.kind = Remedy::Kind::OpenRecord,
                .text = tr("Open \"%1\"").arg(missing.name),
                .field = missing.field,
                .recordId = missing.recordId,
                .command = {u"why"_s, kindName(missing.kind.value_or(AssetKind::Organization)),
                            QString::number(missing.recordId)}};
    }

    /** C4c: what the PSA requires is there. */
    void requiredFields()
    {
        for (const MappedField &field : m_map.fields) {
            const bool isFilled = !field.filler.isEmpty() && m_facts.settings.isOn(field.fillerSetting);
            if (!field.isRequired || isFilled || !travels(field.field)
                || !isBlank(m_facts.record.fields.value(field.field)))
                continue;
            m_gates.append({.rule = u"C4c"_s,
                            .reason = tr("%1 is blank, and %2 requires it.").arg(label(field.field), m_psa),
                            .field = field.field,
                            .remedies = {edit(tr("Fill in %1").arg(label(field.field)), field.field)}});
        }
        untypedPoints();
        requiredSettings();
        if (m_map.needsLocation && !m_facts.isLinked && m_facts.book.firstLocationName.isEmpty()) {
            m_gates.append(
                {.rule = u"C4c"_s,
                 .reason = m_facts.platform == Platform::ConnectWise
                     ? tr("ConnectWise requires a site for a new company, and the organization has no location.")
                     : tr("%1 requires a location for a new account, and the organization has none.").arg(m_psa),
                 .field = u"primary_location"_s,
                 .remedies = {{.kind = Remedy::Kind::EditField,
                               .text = tr("Add a location"),
                               .field = u"primary_location"_s,
                               .recordId = m_facts.record.id,
                               .command = {u"record"_s, u"create"_s, u"location"_s,
                                           u"organization=%1"_s.arg(m_facts.record.id), u"name=Main"_s}}}});
        }
    }

    /**
     * C4c, B3: emails and phones that the PSA requires need a type. Without the email type nothing of the kind is pushed
     * at all where the map says so; a phone without a label needs the phone type.
     */
    void untypedPoints()
    {
        if (m_map.needsEmailType && m_facts.settings.emailType.isEmpty()) {
            m_gates.append({.rule = u"C4c"_s,
                            .reason = tr("Sync Settings choose no email type, and without one contacts are not pushed to %1.")
                                          .arg(m_psa),
                            .field = u"emails"_s,
                            .remedies = {setting(Remedy::Kind::ChooseType, tr("Choose the email type in Sync Settings"),
                                                 u"email_type="_s)}});
        }
        const MappedField *phones = m_map.find(u"phones"_s);
        const bool isLost = phones && phones->isRequired && travels(phones->field)
            && m_facts.settings.phoneType.isEmpty() && !m_facts.sendable.values.contains(phones->field)
            && std::none_of(m_facts.sendable.unresolved.begin(), m_facts.sendable.unresolved.end(),
                            [&](const Unresolved &each) { return each.field == phones->field; });
        if (isLost) {
            m_gates.append({.rule = u"C4c"_s,
                            .reason = tr("The phone number has no label, and Sync Settings choose no phone type for it; %1 "
                                         "requires one.")
                                          .arg(m_psa),
                            .field = phones->field,
                            .remedies = {setting(Remedy::Kind::ChooseType, tr("Choose the phone type in Sync Settings"),
                                                 u"phone_type="_s)}});
        }
    }

    /** C4c: what a new record needs besides, and Sync Settings fill. */
    void requiredSettings()
    {
        for (const MappedSetting &mapped : m_map.settings) {
            const std::optional<PlatformSetting> asked = findSetting(m_facts.platform, mapped.setting);
            if (m_facts.isLinked || !asked || !m_facts.settings.extraValue(mapped.setting).isEmpty())
                continue;
            m_gates.append({.rule = u"C4c"_s,
                            .reason = tr("%1 requires it of a new record, and Sync Settings do not say it: %2.")
                                          .arg(m_psa, asked->label),
                            .remedies = {setting(Remedy::Kind::ChooseType,
                                                 tr("Choose \"%1\" in Sync Settings").arg(asked->label),
                                                 QString(mapped.setting + u'='))}});
        }
    }

    /** C4d: nothing is longer than the PSA takes. */
    void lengths()
    {
        for (const MappedField &field : m_map.fields) {
            if (field.shape == WireShape::Reference || !travels(field.field))
                continue;
            const QJsonValue value = m_facts.sendable.values.value(field.field);
            isShortEnough(field.field, label(field.field), value.toString(), field.remote, field.maxLength);
            for (const ContactPoint &point : contactPointsFromJson(value.toArray()))
                isShortEnough(field, point);
        }
    }

    void isShortEnough(const MappedField &field, const ContactPoint &point)
    {
        for (const PointPlace &place : field.places) {
            if (place.label != point.label)
                continue;
            const QString what = tr("%1 (%2)").arg(label(field.field), place.label);
            isShortEnough(field.field, what, point.value, place.remote, place.maxLength);
            isShortEnough(field.field, tr("The extension of %1").arg(what), point.extension, place.extension,
                          place.maxExtension);
        }
    }

    void isShortEnough(const QString &field, const QString &what, const QString &text, const QString &remote,
                       int limitOfTheMap)
    {
        const int limit = m_facts.lengths.value(remote, limitOfTheMap);
        if (limit == 0 || text.size() <= limit)
            return;
        m_gates.append({.rule = u"C4d"_s,
                        .reason = tr("%1 has %2 characters; %3 takes at most %4.")
                                      .arg(what, QString::number(text.size()), m_psa, QString::number(limit)),
                        .field = field,
                        .remedies = {edit(tr("Shorten %1").arg(label(field)), field)}});
    }

    /** C4g: a custom field holds what the PSA takes for it. */
    void customValues()
    {
        for (const MappedField &field : m_map.fields) {
            const QString text = m_facts.sendable.values.value(field.field).toString();
            if (!field.isCustom() || text.isEmpty() || !travels(field.field))
                continue;
            bool isFit = true;
            if (field.shape == WireShape::Number)
                text.toDouble(&isFit);
            if (!isFit)
                refuseValue(field, tr("%1 is \"%2\", and %3 takes a number only.").arg(label(field.field), text, m_psa));
            else if (!field.choices.isEmpty() && !field.choices.contains(text))
                refuseValue(field, tr("%1 has no \"%2\" for %3.").arg(m_psa, text, label(field.field)));
        }
    }

    void refuseValue(const MappedField &field, const QString &reason)
    {
        m_gates.append({.rule = u"C4g"_s,
                        .reason = reason,
                        .field = field.field,
                        .remedies = {edit(tr("Change %1").arg(label(field.field)), field.field)}});
    }

    /** C4e: nobody switched it off. */
    void switchedOff()
    {
        if (m_facts.isDisconnected) {
            m_gates.append({.rule = u"C4e"_s,
                            .reason = tr("%1 is disconnected.").arg(m_facts.integrationName),
                            .remedies = {{.kind = Remedy::Kind::Reconnect, .text = tr("Reconnect")}}});
        }
        if (m_facts.isRecordDisconnected) {
            m_gates.append({.rule = u"C4e"_s,
                            .reason = tr("This record was disconnected from %1.").arg(m_facts.integrationName),
                            .remedies = {{.kind = Remedy::Kind::Reconnect,
                                          .text = tr("Reconnect"),
                                          .recordId = m_facts.record.id,
                                          .command = {u"record"_s, u"reconnect"_s, kindName(m_kind),
                                                      QString::number(m_facts.record.id)}}}});
        }
        if (!m_facts.settings.twoWay) {
            m_gates.append({.rule = u"C4e"_s,
                            .reason = tr("Two-way sync with %1 is off.").arg(m_facts.integrationName),
                            .remedies = {setting(Remedy::Kind::EnableTwoWay, tr("Enable two-way sync"),
                                                 u"two_way=true"_s)}});
        }
        if (m_kind == AssetKind::Contact && !m_facts.settings.contacts) {
            m_gates.append({.rule = u"C4e"_s,
                            .reason = tr("Contacts are not set to sync."),
                            .remedies = {setting(Remedy::Kind::EnableKind, tr("Enable Contacts sync"),
                                                 u"contacts=true"_s)}});
        }
        if (m_kind == AssetKind::Location && !m_facts.settings.locations) {
            m_gates.append({.rule = u"C4e"_s,
                            .reason = tr("Locations are not set to sync."),
                            .remedies = {setting(Remedy::Kind::EnableKind, tr("Enable Locations sync"),
                                                 u"locations=true"_s)}});
        }
        writesOfTheKind();
        if (m_facts.isDisabled) {
            m_gates.append({.rule = u"C4e"_s,
                            .reason = tr("Sync with %1 is disabled for this record.").arg(m_psa),
                            .remedies = {{.kind = Remedy::Kind::EnableSync,
                                          .text = tr("Enable sync"),
                                          .recordId = m_facts.record.id,
                                          .command = {u"record"_s, u"enable"_s, kindName(m_kind),
                                                      QString::number(m_facts.record.id)}}}});
        }
        if (m_facts.isPaused) {
            m_gates.append({.rule = u"C4e"_s,
                            .reason = tr("%1 is paused.").arg(m_facts.integrationName),
                            .remedies = {{.kind = Remedy::Kind::ResumeSync,
                                          .text = tr("Resume Sync"),
                                          .command = {u"integration"_s, u"resume"_s, m_facts.integrationName}}}});
        }
    }

    /** C4e: a PSA may take nothing of a kind until a person allows the way in which it does. */
    void writesOfTheKind()
    {
        const std::optional<PlatformSetting> asked = findSetting(m_facts.platform, m_map.writeSwitch);
        const bool isWrite = !m_facts.isLinked || !m_facts.changed.isEmpty();
        if (!asked || !isWrite || m_facts.settings.isOn(m_map.writeSwitch))
            return;
        m_gates.append({.rule = u"C4e"_s,
                        .reason = m_kind == AssetKind::Location
                            ? tr("%1 cannot make or change locations by its current interface (V2).").arg(m_psa)
                            : tr("%1 cannot take this by its current interface.").arg(m_psa),
                        .remedies = {setting(Remedy::Kind::ChooseType, tr("Switch on \"%1\" in Sync Settings").arg(asked->label),
                                             QString(m_map.writeSwitch + "=true"_L1))}});
    }

    /** C4g: what it refers to exists in the PSA. */
    void references()
    {
        for (const Unresolved &missing : m_facts.sendable.unresolved) {
            if (missing.field == "organization"_L1 || !travels(missing.field))
                continue;
            // A new company makes its first site itself, and the PSA ties the two.
            if (m_kind == AssetKind::Organization && missing.field == "primary_location"_L1 && !m_facts.isLinked)
                continue;
            Gate gate {.rule = u"C4g"_s, .field = missing.field, .opensByItself = missing.isOnItsWay};
            if (missing.recordId != 0) {
                gate.reason = missing.isOnItsWay
                    ? tr("It waits for %1 \"%2\", which is on its way to %3.").arg(label(missing.field), missing.name, m_psa)
                    : tr("%1 \"%2\" is not in %3.").arg(label(missing.field), missing.name, m_psa);
                gate.remedies.append(open(missing));
            } else if (missing.isSurplus) {
                gate.reason
                    = tr("%1 keeps one \"%2\" of %3, and there are several.").arg(m_psa, missing.name, label(missing.field));
            } else {
                gate.reason = tr("%1 has no \"%2\" for %3.").arg(m_psa, missing.name, label(missing.field));
            }
            if (!missing.isOnItsWay)
                gate.remedies.append(edit(tr("Change %1").arg(label(missing.field)), missing.field));
            const bool isLabel = missing.field == "emails"_L1 || missing.field == "phones"_L1;
            if (isLabel) {
                gate.remedies.append({.kind = Remedy::Kind::ChooseType,
                                      .text = tr("See the types in Sync Settings"),
                                      .field = missing.field == "emails"_L1 ? u"email_type"_s : u"phone_type"_s,
                                      .command = {u"integration"_s, u"types"_s, m_facts.integrationName}});
            }
            m_gates.append(gate);
        }
    }

    const GateFacts &m_facts;
    const KindMap &m_map;
    const QString m_psa;
    const AssetKind m_kind;
    QList<Gate> m_gates;
};

} // namespace

QList<Gate> gatesOf(const GateFacts &facts, const KindMap &map)
{
    return Gatekeeper(facts, map).look();
}

bool isSetToSync(const KindMap &map, const RemoteRecord &remote, const EnabledValues &enabled)
{
    const auto isOn = [&](OptionList list, const QString &value) { return enabled.value(list).contains(value); };
    for (const MappedField &field : map.fields) {
        if (!field.isGate)
            continue;
        QStringList values = remote.alternatives.value(field.field);
        if (values.isEmpty()) {
            const QString value = remote.values.value(field.field).toString();
            values = {value.isEmpty() ? field.blankMeans : value};
        }
        if (std::none_of(values.begin(), values.end(), [&](const QString &value) { return isOn(*field.list, value); }))
            return false;
    }
    for (const FurtherGate &gate : map.gates) {
        const QString value = remote.values.value(gate.key()).toString();
        if (!value.isEmpty() && !isOn(gate.list, value))
            return false;
    }
    return !remote.isDeleted;
}

QString heldMessage(const QList<Gate> &gates)
{
    if (gates.isEmpty())
        return {};
    QString reason = gates.constFirst().reason;
    if (gates.size() == 1)
        return reason;
    const int others = int(gates.size()) - 1; // lupdate reads a plain name or call there, no sum
    return QCoreApplication::translate("tandem::Gates", "%1 (and %n more reason(s))", nullptr, others).arg(reason);
}

} // namespace tandem
