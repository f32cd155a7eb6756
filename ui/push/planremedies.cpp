// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/planremedies.h"

#include "store/recordreader.h"
#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/jobbar.h"
#include "ui/integrations/syncsettingsdialog.h"
#include "ui/push/fieldvaluedialog.h"
#include "ui/push/pushallsession.h"
#include "ui/whendone.h"
#include "ui/widgets/messagebox.h"

#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The gate is about the organization of the record, and so is its remedy. */
bool isOfOrganization(const Remedy &remedy, AssetKind kind)
{
    return kind != AssetKind::Organization && remedy.field.startsWith("organization_"_L1);
}

bool isNewLocation(const Remedy &remedy, AssetKind kind)
{
    return kind == AssetKind::Organization && remedy.field == "primary_location"_L1;
}

/** Whether one value can be right for many records. */
bool suitsMany(const FieldDescription &field)
{
    const bool hasParent = field.list == OptionList::Model || field.list == OptionList::Region;
    return (field.type == FieldType::Option && !hasParent) || field.type == FieldType::Boolean;
}

} // namespace

RemedyOffer offerForOne(const Remedy &remedy, AssetKind kind, RecordId record)
{
    RemedyOffer offer{.remedy = remedy, .text = remedy.text, .kind = kind, .records = {record}};
    if (remedy.kind == Remedy::Kind::EditField && isOfOrganization(remedy, kind)) {
        offer.kind = AssetKind::Organization;
        offer.records = {remedy.recordId};
    }
    return offer;
}

std::optional<RemedyOffer> offerForAll(const Remedy &remedy, const HeldGroup &group)
{
    RemedyOffer offer{.remedy = remedy, .text = remedy.text, .kind = group.kind, .records = group.records};
    const auto count = [&offer] { return shownCount(offer.records.size()); };
    switch (remedy.kind) {
    case Remedy::Kind::EditField: {
        if (isNewLocation(remedy, group.kind)) {
            offer.text = PlanRemedies::tr("Add a location to %Ln organization(s)…", nullptr, count());
            return offer;
        }
        if (isOfOrganization(remedy, group.kind)) {
            offer.kind = AssetKind::Organization;
            offer.records = group.organizations.values();
        }
        const FieldDescription *field = findField(offer.kind, remedy.field);
        if (!field || !suitsMany(*field))
            return std::nullopt;
        offer.text = PlanRemedies::tr("%1…", "a button that asks first")
                         .arg(setFieldText(offer.kind, field->labelText(), offer.records.size()));
        return offer;
    }
    case Remedy::Kind::EnableSync:
        offer.text = PlanRemedies::tr("Enable the sync of %Ln record(s)", nullptr, count());
        return offer;
    case Remedy::Kind::Reconnect:
        if (remedy.recordId == 0)
            return std::nullopt;
        offer.text = PlanRemedies::tr("Reconnect %Ln record(s)", nullptr, count());
        return offer;
    case Remedy::Kind::EnableValue:
    case Remedy::Kind::EnableTwoWay:
    case Remedy::Kind::EnableKind:
    case Remedy::Kind::ChooseType:
    case Remedy::Kind::ResumeSync:
        offer.records.clear();
        return offer;
    case Remedy::Kind::OpenRecord:
        break;
    }
    return std::nullopt;
}

PlanRemedies::PlanRemedies(PushAllSession &session, JobBar *bar, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_bar(bar)
    , m_window(window)
{
    connect(m_bar, &JobBar::stopWanted, this, [this] { m_work.clear(); });
}

PlanRemedies::~PlanRemedies() = default;

bool PlanRemedies::isBusy() const
{
    return m_isBusy;
}

void PlanRemedies::apply(const RemedyOffer &offer)
{
    if (m_isBusy)
        return;
    SyncEngine &engine = m_session.application().engine();
    switch (offer.remedy.kind) {
    case Remedy::Kind::EditField:
        if (isNewLocation(offer.remedy, offer.kind))
            askLocations(offer);
        else
            askValue(offer);
        return;
    case Remedy::Kind::EnableValue:
    case Remedy::Kind::EnableTwoWay:
    case Remedy::Kind::EnableKind:
    case Remedy::Kind::ChooseType:
        openSettings(offer.remedy);
        return;
    case Remedy::Kind::OpenRecord:
        Q_EMIT recordWanted(offer.remedy.recordId);
        return;
    case Remedy::Kind::ResumeSync:
        start({[&engine, id = m_session.integration().id] { return engine.setPaused(id, false); }});
        return;
    case Remedy::Kind::EnableSync:
        enableSync(offer);
        return;
    case Remedy::Kind::Reconnect:
        reconnect(offer);
        return;
    }
}

/** A single record shows what it has now. */
void PlanRemedies::askValue(const RemedyOffer &offer)
{
    if (offer.records.size() != 1) {
        showQuestion(offer, {}, {});
        return;
    }
    whenDone(m_session.application().reader().record(offer.records.constFirst()), this,
             [this, offer](const Result<RecordView> &view) {
                 if (view)
                     showQuestion(offer, view->record, view->referenceNames.value(offer.remedy.field));
                 else
                     fail(view.error());
             });
}

void PlanRemedies::showQuestion(const RemedyOffer &offer, const Record &record, const QString &valueName)
{
    const FieldDescription *field = findField(offer.kind, offer.remedy.field);
    if (!field) {
        Q_EMIT recordWanted(offer.records.constFirst());
        return;
    }
    const FieldQuestion question{.kind = offer.kind,
                                 .field = field,
                                 .count = offer.records.size(),
                                 .record = record,
                                 .valueName = valueName};
    auto *dialog =
        new FieldValueDialog(m_session.application().reader(), question, m_session.psa(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, offer, parent = record.fields.value("manufacturer"_L1).toInteger()] {
                setField(offer, dialog->value(), parent);
            });
    dialog->open();
}

void PlanRemedies::setField(const RemedyOffer &offer, const QJsonValue &value, OptionId parent)
{
    const FieldDescription *field = findField(offer.kind, offer.remedy.field);
    if (field->list && field->type == FieldType::Option && value.isString()) {
        const OptionId owner = field->list == OptionList::Model ? parent : 0;
        whenDone(m_session.application().engine().ensureOption(*field->list, value.toString(), owner), this,
                 [this, offer, owner](const Result<OptionId> &id) {
                     if (id)
                         setField(offer, *id, owner);
                     else
                         fail(id.error());
                 });
        return;
    }
    std::deque<std::function<QFuture<Result<void>>()>> work;
    for (const RecordId record : offer.records) {
        const Edit edit{.kind = offer.kind,
                        .id = record,
                        .changes = {{offer.remedy.field, value}},
                        .person = m_session.application().person()};
        work.push_back([this, edit] { return save(edit); });
    }
    start(std::move(work));
}

QFuture<Result<void>> PlanRemedies::save(const Edit &edit) const
{
    return m_session.application().engine().save(edit).then([](const Result<Saved> &saved) {
        return saved ? Result<void>() : Result<void>(tandem::fail(saved.error()));
    });
}

void PlanRemedies::askLocations(const RemedyOffer &offer)
{
    const QString name = tr("Main", "the name of an organization's first location");
    MessageBox::show(m_window,
                     {.icon = QMessageBox::Question,
                      .title = tr("Add a Location"),
                      .text = tr("Add a location \"%1\" to %Ln organization(s)?", nullptr,
                                 shownCount(offer.records.size()))
                                  .arg(name),
                      .detail = tr("Its address stays blank until you fill it in. This is an edit like any other: "
                                   "what nothing else holds up then is pushed to %1 at once.")
                                    .arg(m_session.psa()),
                      .acceptText = tr("Add")},
                     [this, offer, name](bool isAccepted) {
                         if (!isAccepted)
                             return;
                         std::deque<std::function<QFuture<Result<void>>()>> work;
                         for (const RecordId record : offer.records) {
                             const Edit edit{.kind = AssetKind::Location,
                                             .changes = {{u"organization"_s, record}, {u"name"_s, name}},
                                             .person = m_session.application().person()};
                             work.push_back([this, edit] { return save(edit); });
                         }
                         start(std::move(work));
                     });
}

void PlanRemedies::openSettings(const Remedy &remedy)
{
    const IntegrationId id = m_session.integration().id;
    const std::optional<IntegrationStatus> status = m_session.application().integration(id);
    if (!status)
        return;
    auto *dialog = new SyncSettingsDialog(m_session.application(), status->integration, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (remedy.kind == Remedy::Kind::EnableValue && remedy.list)
        dialog->highlight(*remedy.list, remedy.remoteId);
    else if (remedy.kind == Remedy::Kind::EnableTwoWay)
        dialog->showTwoWayTab();
    else if (!remedy.field.isEmpty())
        dialog->showField(remedy.field);
    connect(dialog, &QDialog::accepted, this, &PlanRemedies::applied);
    dialog->open();
}

void PlanRemedies::enableSync(const RemedyOffer &offer)
{
    SyncEngine &engine = m_session.application().engine();
    std::deque<std::function<QFuture<Result<void>>()>> work;
    for (const RecordId record : offer.records) {
        work.push_back([&engine, record, id = m_session.integration().id] {
            return engine.setRecordSync(record, id, true);
        });
    }
    start(std::move(work));
}

void PlanRemedies::reconnect(const RemedyOffer &offer)
{
    const LinkSelection selection{.integrationId = m_session.integration().id,
                                  .section = LinkSection::Disconnected,
                                  .ids = offer.records};
    start({[this, selection] {
        return m_session.application()
            .engine()
            .changeLinks(selection, LinkAction::Reconnect, m_session.application().person())
            .then([](const Result<qint64> &count) {
                return count ? Result<void>() : Result<void>(tandem::fail(count.error()));
            });
    }});
}

void PlanRemedies::start(std::deque<std::function<QFuture<Result<void>>()>> work)
{
    m_work = std::move(work);
    m_total = qint64(m_work.size());
    m_done = 0;
    m_failed = 0;
    m_firstFailure.clear();
    m_isBusy = true;
    m_bar->showRunning(tr("Changing %Ln record(s)…", nullptr, shownCount(m_total)));
    Q_EMIT busyChanged(true);
    next();
}

void PlanRemedies::next()
{
    if (m_work.empty()) {
        finish();
        return;
    }
    const std::function<QFuture<Result<void>>()> step = std::move(m_work.front());
    m_work.pop_front();
    whenDone(step(), this, [this](const Result<void> &result) {
        if (result) {
            ++m_done;
        } else {
            ++m_failed;
            if (m_firstFailure.isEmpty())
                m_firstFailure = errorText(result.error());
        }
        m_bar->setProgress(double(m_done + m_failed) / double(m_total));
        next();
    });
}

void PlanRemedies::finish()
{
    m_isBusy = false;
    if (m_failed > 0)
        m_bar->showResult(
            MessageBar::Tone::Warning,
            tr("%Ln record(s) could not be changed: %1", nullptr, shownCount(m_failed)).arg(m_firstFailure));
    else
        m_bar->clear();
    Q_EMIT busyChanged(false);
    if (m_done > 0)
        Q_EMIT applied();
}

void PlanRemedies::fail(const Error &error)
{
    m_bar->showResult(MessageBar::Tone::Error, errorText(error));
}

} // namespace tandem
