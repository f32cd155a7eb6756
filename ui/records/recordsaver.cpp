// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/recordsaver.h"

#include "core/contactpoint.h"
#include "core/field.h"
#include "ui/application.h"
#include "ui/whendone.h"

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** A list value that has to be made before the record can refer to it. */
struct NewOption {
    QString field; ///< empty: a label of an email or phone, which refers to it by name
    OptionList list = OptionList::Manufacturer;
    QString name;
    QString parentField = {};
};

QList<NewOption> newOptionsOf(AssetKind kind, const FieldValues &changes)
{
    QList<NewOption> options;
    for (const FieldDescription &field : fieldsOf(kind)) {
        const QJsonValue value = changes.value(field.name());
        if (field.type == FieldType::Option && value.isString()) {
            NewOption option{.field = field.name(), .list = *field.list, .name = value.toString()};
            if (field.list == OptionList::Model)
                option.parentField = u"manufacturer"_s;
            if (field.list == OptionList::Region)
                option.parentField = u"country"_s;
            options.append(option);
        }
        if (field.type == FieldType::Emails || field.type == FieldType::Phones) {
            for (const ContactPoint &point : contactPointsFromJson(value.toArray())) {
                if (!point.label.isEmpty())
                    options.append({.field = {}, .list = *field.list, .name = point.label});
            }
        }
    }
    return options;
}

} // namespace

/** A save under way: what the person typed, and what it becomes. */
struct RecordSaver::Saving {
    Draft draft;
    FieldValues changes;
    FieldValues before;
    QList<NewOption> options;
};

RecordSaver::RecordSaver(Application &application, DraftStore &drafts, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_drafts(drafts)
{
}

RecordSaver::~RecordSaver() = default;

bool RecordSaver::isBusy() const
{
    return !m_queue.empty();
}

void RecordSaver::save(const Draft &draft, const FieldValues &before)
{
    Saving saving{.draft = draft,
                  .changes = draft.changes,
                  .before = before,
                  .options = newOptionsOf(draft.kind, draft.changes)};
    FieldValues after = before;
    for (auto it = draft.changes.constBegin(); it != draft.changes.constEnd(); ++it)
        after.insert(it.key(), it.value());
    saving.draft.title = displayNameOf(draft.kind, after);
    m_queue.push_back(saving);
    if (m_queue.size() == 1)
        makeNextOption();
}

void RecordSaver::makeNextOption()
{
    Saving &saving = m_queue.front();
    if (saving.options.isEmpty()) {
        saveRecord();
        return;
    }
    const NewOption option = saving.options.takeFirst();
    const FieldValues &parents = saving.changes.contains(option.parentField) ? saving.changes : saving.before;
    const OptionId parent = parents.value(option.parentField).toInteger();
    whenDone(m_application.engine().ensureOption(option.list, option.name, parent), this,
             [this, option](const Result<OptionId> &id) {
                 if (!id) {
                     finish(fail(id.error()));
                     return;
                 }
                 if (!option.field.isEmpty())
                     m_queue.front().changes.insert(option.field, *id);
                 makeNextOption();
             });
}

void RecordSaver::saveRecord()
{
    const Draft &draft = m_queue.front().draft;
    const Edit edit{.kind = draft.kind,
                    .id = draft.isNew() ? 0 : draft.id,
                    .changes = m_queue.front().changes,
                    .source = RecordSource::Manual,
                    .person = m_application.person()};
    whenDone(m_application.engine().save(edit), this, [this](const Result<Saved> &result) {
        if (result)
            letGo(m_queue.front().draft, result->id);
        finish(result);
    });
}

/** What was typed since the save began stays unsaved. */
void RecordSaver::letGo(const Draft &saved, RecordId id)
{
    const std::optional<Draft> draft = m_drafts.find(saved.id);
    if (!draft)
        return;
    Draft rest = *draft;
    for (auto it = saved.changes.constBegin(); it != saved.changes.constEnd(); ++it) {
        if (rest.changes.value(it.key()) == it.value()) {
            rest.changes.remove(it.key());
            rest.base.remove(it.key());
            rest.names.remove(it.key());
        }
    }
    m_drafts.discard(saved.id);
    rest.id = id;
    if (!rest.changes.isEmpty())
        m_drafts.put(rest);
}

void RecordSaver::finish(const Result<Saved> &result)
{
    const Draft draft = m_queue.front().draft;
    m_queue.pop_front();
    if (result)
        Q_EMIT saved(draft, *result);
    else
        Q_EMIT failed(draft, result.error());
    if (!m_queue.empty())
        makeNextOption();
}

} // namespace tandem
