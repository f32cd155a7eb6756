// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/recordform.h"

#include "core/fieldtext.h"
#include "rules/fieldmap.h"
#include "ui/application.h"
#include "ui/records/fieldeditor.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Lists whose values a person makes while typing; the others are the PSA's. */
bool isFreeList(const FieldDescription &field)
{
    return field.list == OptionList::Manufacturer || field.list == OptionList::Model;
}

/** The fields of the kind, and of its custom ones those that a PSA keeps too or that the record has a value of. */
QList<const FieldDescription *> shownFields(const RecordView &view)
{
    QList<const FieldDescription *> fields = allFieldsOf(view.record.kind);
    fields.removeIf([&view](const FieldDescription *field) {
        const auto isMapped = [&](const RecordView::Sync &sync) {
            return sync.map && sync.map->kind(view.record.kind).find(field->name());
        };
        return field->isCustom() && isBlank(view.record.fields.value(field->name()))
            && std::none_of(view.sync.begin(), view.sync.end(), isMapped);
    });
    return fields;
}

QString linesAsToolTip(const QStringList &lines)
{
    QStringList escaped;
    for (const QString &line : lines)
        escaped.append(line.toHtmlEscaped());
    return escaped.join("<br>"_L1);
}

} // namespace

RecordForm::RecordForm(Application &application, QWidget *parent)
    : QWidget(parent)
    , m_application(application)
{
    setObjectName(u"recordForm"_s);
}

RecordForm::~RecordForm()
{
    // Editors that lose the focus with their lives must not be heard any more.
    for (const Row &row : std::as_const(m_rows))
        row.editor->disconnect(this);
}

void RecordForm::setRecord(const RecordView &view, const std::optional<Draft> &draft)
{
    const bool isOther = view.record.id != m_view.record.id;
    const bool canCreateAll = m_application.integrations().isEmpty();
    const QList<const FieldDescription *> fields = shownFields(view);
    if (!m_isBuilt || fields != m_fields || canCreateAll != m_canCreateAll) {
        m_canCreateAll = canCreateAll;
        m_fields = fields;
        build();
    }
    m_view = view;
    m_draft = draft.value_or(Draft{});
    m_draft.id = view.record.id;
    m_draft.kind = view.record.kind;
    dropWhatIsSaved();

    for (Row &row : m_rows) {
        const QString id = row.field->name();
        const QStringList choices = row.travel.choices;
        row.travel = travelOf(*row.field);
        if (row.travel.choices != choices)
            row.editor->setSuggestions(row.travel.choices);
        showMark(row);
        row.editor->setReadOnly(row.travel.mark == Travel::Mark::Locked
                                || row.travel.mark == Travel::Mark::In);
        if (isOther)
            setNote(row, {}, false);
        if (m_draft.changes.contains(id)) {
            const QJsonValue typed = m_draft.changes.value(id);
            // What is being typed must not be touched, not even by the same value.
            if (isOther || row.editor->value() != nullIfBlank(typed))
                row.editor->setValue(typed, m_draft.names.value(id).toString());
            if (!row.isProblem)
                noteMeanwhile(row);
        } else {
            row.editor->setValue(view.record.fields.value(id), view.referenceNames.value(id));
            if (!row.isProblem)
                setNote(row, {}, false);
        }
    }
    updateScopes();
}

/** Edits that the record has taken over are no longer edits. */
void RecordForm::dropWhatIsSaved()
{
    for (const QString &id : m_draft.changes.keys()) {
        const QJsonValue now = nullIfBlank(m_view.record.fields.value(id));
        const QJsonValue typed = nullIfBlank(m_draft.changes.value(id));
        const bool isSameName = typed.isString() && now.isDouble()
            && typed.toString().compare(m_view.referenceNames.value(id), Qt::CaseInsensitive) == 0;
        if (typed != now && !isSameName)
            continue;
        m_draft.changes.remove(id);
        m_draft.base.remove(id);
        m_draft.names.remove(id);
    }
}

void RecordForm::showMark(Row &row)
{
    QIcon icon;
    switch (row.travel.mark) {
    case Travel::Mark::None:
        break;
    case Travel::Mark::Both:
        icon = actionIcon(u"arrow-both"_s);
        break;
    case Travel::Mark::Out:
        icon = actionIcon(u"arrow-out"_s);
        break;
    case Travel::Mark::In:
        icon = actionIcon(u"arrow-in"_s);
        break;
    case Travel::Mark::Locked:
        icon = actionIcon(u"lock"_s);
        break;
    }
    row.mark->setPixmap(icon.isNull() ? QPixmap() : icon.pixmap(QSize(16, 16), devicePixelRatioF()));
    const QString toolTip = linesAsToolTip(row.travel.sentences);
    row.mark->setToolTip(toolTip);
    row.mark->setAccessibleName(row.travel.sentences.join(u' '));
    row.editor->setToolTip(toolTip);
}

RecordId RecordForm::recordId() const
{
    return m_view.record.id;
}

AssetKind RecordForm::kind() const
{
    return m_view.record.kind;
}

Draft RecordForm::draft() const
{
    return m_draft;
}

void RecordForm::build()
{
    delete layout();
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_rows.clear();
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);

    int gridRow = 0;
    for (int group = 0; group < int(FieldGroup::Count); ++group) {
        bool hasHeading = false;
        for (const FieldDescription *described : std::as_const(m_fields)) {
            const FieldDescription &field = *described;
            if (field.group != FieldGroup(group))
                continue;
            if (!hasHeading)
                addHeading(gridRow++, fieldGroupTitle(FieldGroup(group)));
            hasHeading = true;
            const Row row = makeRow(field);
            const bool isTall = field.type == FieldType::LongText || field.type == FieldType::Emails
                || field.type == FieldType::Phones;
            const Qt::Alignment across = isTall ? Qt::AlignTop : Qt::AlignVCenter;
            m_grid->addWidget(row.label, gridRow, 0, Qt::AlignRight | across);
            m_grid->addWidget(row.editor, gridRow, 1);
            m_grid->addWidget(row.mark, gridRow, 2, Qt::AlignCenter);
            if (isTall) {
                row.label->setContentsMargins(0, 4, 0, 0);
                m_grid->setAlignment(row.mark, Qt::AlignTop | Qt::AlignHCenter);
                row.mark->setContentsMargins(0, 4, 0, 0);
            }
            m_grid->addWidget(row.note, gridRow + 1, 1);
            gridRow += 2;
            m_rows.append(row);
        }
    }
    colourNotes();
    m_isBuilt = true;
}

void RecordForm::addHeading(int gridRow, const QString &title)
{
    auto *heading = new QLabel(title, this);
    heading->setTextFormat(Qt::PlainText);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    auto *box = new QHBoxLayout;
    box->setSpacing(8);
    box->setContentsMargins(0, gridRow == 0 ? 0 : 8, 0, 0);
    box->addWidget(heading);
    box->addWidget(line, 1);
    m_grid->addLayout(box, gridRow, 0, 1, 3);
}

RecordForm::Row RecordForm::makeRow(const FieldDescription &field)
{
    Row row;
    row.field = &field;
    const QString name = camelCase(field.name());
    const QString caption = field.isRequired
        ? tr("%1 *", "label of a field that must be filled").arg(field.labelText())
        : field.labelText();
    row.label = new QLabel(caption, this);
    row.label->setObjectName(name + u"Label"_s);
    row.label->setTextFormat(Qt::PlainText);
    row.label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.editor = makeFieldEditor(field, m_application.reader(), m_canCreateAll || isFreeList(field), this);
    row.label->setBuddy(row.editor);
    row.mark = new QLabel(this);
    row.mark->setObjectName(name + u"Mark"_s);
    row.mark->setFixedWidth(16);
    row.note = new QLabel(this);
    row.note->setObjectName(name + u"Note"_s);
    row.note->setTextFormat(Qt::PlainText);
    row.note->setWordWrap(true);
    row.note->hide();
    connect(row.editor, &FieldEditor::edited, this, [this, id = field.name()] {
        if (Row *changed = find(id))
            takeEdit(*changed);
    });
    return row;
}

RecordForm::Travel RecordForm::travelOf(const FieldDescription &field) const
{
    Travel travel;
    const auto raise = [&travel](Travel::Mark mark) { travel.mark = std::max(travel.mark, mark); };
    for (const RecordView::Sync &sync : m_view.sync) {
        const MappedField *mapped = sync.map ? sync.map->kind(m_view.record.kind).find(field.name()) : nullptr;
        const bool isResting = sync.link.isDisabled || sync.link.isOrphaned
            || sync.badge.state == SyncState::Disconnected || sync.badge.state == SyncState::Disabled;
        if (!mapped || isResting)
            continue;
        const QString psa = sync.badge.integrationName;
        const bool isLinked = sync.link.isLinked();
        if (!sync.isTwoWay) {
            if (!isLinked || !mapped->comesIn())
                continue;
            raise(Travel::Mark::Locked);
            travel.sentences.append(
                tr("%1 comes from %2 and can only be changed there, because two-way sync is off.")
                    .arg(field.labelText(), psa));
            continue;
        }
        if (mapped->direction == Direction::In) {
            if (!isLinked)
                continue;
            raise(Travel::Mark::In);
            travel.sentences.append(
                tr("%1 only comes in from %2; change it there.").arg(field.labelText(), psa));
            continue;
        }
        if (!mapped->comesIn()) {
            raise(Travel::Mark::Out);
            travel.sentences.append(tr("Only goes out to %1, where it is “%2”.").arg(psa, mapped->remoteTitle()));
        } else {
            raise(Travel::Mark::Both);
            travel.sentences.append(tr("Syncs both ways with %1, where it is “%2”.").arg(psa, mapped->remoteTitle()));
        }
        if (mapped->isRequired && !field.isRequired)
            travel.sentences.append(tr("%1 needs it.").arg(psa));
        travel.choices = mapped->choices;
        if (mapped->maxLength > 0 && mapped->shape == WireShape::Text && !mapped->list)
            travel.limits.append({.psa = psa, .characters = mapped->maxLength});
    }
    return travel;
}

void RecordForm::takeEdit(Row &row)
{
    const QString id = row.field->name();
    const QJsonValue before = nullIfBlank(m_view.record.fields.value(id));
    const QJsonValue typed = row.editor->value();
    if (typed == before) {
        m_draft.changes.remove(id);
        m_draft.base.remove(id);
        m_draft.names.remove(id);
    } else {
        if (!m_draft.base.contains(id))
            m_draft.base.insert(id, before);
        m_draft.changes.insert(id, typed);
        m_draft.names.insert(id, row.editor->valueName());
    }
    // A complaint goes away as soon as it is met; a new one waits until the person is done.
    if (row.isProblem)
        check(row);
    else
        noteMeanwhile(row);
    updateScopes();
    Q_EMIT edited();
}

void RecordForm::check(Row &row)
{
    if (row.travel.mark == Travel::Mark::Locked || row.travel.mark == Travel::Mark::In) {
        setNote(row, {}, false);
        return;
    }
    QString problem = row.editor->problem();
    if (problem.isEmpty())
        problem = checkField(*row.field, row.editor->value(), row.travel.limits);
    if (problem.isEmpty())
        noteMeanwhile(row);
    else
        setNote(row, problem, true);
}

void RecordForm::revert()
{
    for (Row &row : m_rows)
        setNote(row, {}, false);
    setRecord(RecordView(m_view), std::nullopt);
}

bool RecordForm::validate()
{
    Row *first = nullptr;
    for (Row &row : m_rows) {
        // What was there before and is not touched is not held against the person, unless it is missing
        // altogether.
        const bool isTouched = m_draft.changes.contains(row.field->name());
        if (!isTouched && m_view.record.id > 0 && !row.field->isRequired)
            continue;
        // A name that was typed may have been found among the choices since.
        if (isTouched)
            m_draft.changes.insert(row.field->name(), row.editor->value());
        check(row);
        if (row.isProblem && !first)
            first = &row;
    }
    if (first)
        focusField(first->field->name());
    return first == nullptr;
}

bool RecordForm::showProblem(const QString &field, const QString &sentence)
{
    Row *row = find(field);
    if (!row)
        return false;
    setNote(*row, sentence, true);
    focusField(field);
    return true;
}

QString RecordForm::focusedField() const
{
    const QWidget *focused = QApplication::focusWidget();
    for (const Row &row : m_rows) {
        if (focused && (row.editor == focused || row.editor->isAncestorOf(focused)))
            return row.field->name();
    }
    return {};
}

void RecordForm::focusField(const QString &field)
{
    Row *row = find(field);
    for (qsizetype i = 0; !row && i < m_rows.size(); ++i) {
        const Travel::Mark mark = m_rows.at(i).travel.mark;
        if (mark != Travel::Mark::In && mark != Travel::Mark::Locked)
            row = &m_rows[i];
    }
    if (!row)
        return;
    row->editor->setFocus(Qt::ShortcutFocusReason);
    // The layout has to settle before the scroll area knows where the field is.
    QTimer::singleShot(0, row->editor, [editor = row->editor] {
        for (QWidget *above = editor->parentWidget(); above; above = above->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(above)) {
                area->ensureWidgetVisible(editor, 0, 48);
                return;
            }
        }
    });
}

void RecordForm::setNote(Row &row, const QString &text, bool isProblem)
{
    row.isProblem = isProblem && !text.isEmpty();
    row.note->setText(text);
    row.note->setVisible(!text.isEmpty());
    const StateColours colours =
        stateColours(row.isProblem ? SyncState::Error : SyncState::Conflict, palette());
    QPalette coloured = row.note->palette();
    coloured.setColor(QPalette::WindowText, colours.ink);
    row.note->setPalette(coloured);
    row.editor->setAccessibleDescription(text);
}

void RecordForm::noteMeanwhile(Row &row)
{
    const QString id = row.field->name();
    const QJsonValue now = nullIfBlank(m_view.record.fields.value(id));
    const bool hasMoved =
        m_draft.base.contains(id) && nullIfBlank(m_draft.base.value(id)) != now && row.editor->value() != now;
    if (!hasMoved) {
        setNote(row, {}, false);
        return;
    }
    const QString text =
        isBlank(now) ? tr("(blank)") : fieldText(*row.field, now, m_view.referenceNames.value(id));
    setNote(row, tr("Meanwhile it was changed to “%1”. Saving keeps what you typed.").arg(text), false);
}

void RecordForm::updateScopes()
{
    const auto idOf = [this](const char *field) -> qint64 {
        const Row *row = find(QString::fromLatin1(field));
        const QJsonValue value = row ? row->editor->value() : QJsonValue();
        return value.isDouble() ? value.toInteger() : 0;
    };
    const bool isOrganization = m_view.record.kind == AssetKind::Organization;
    const RecordId organization = isOrganization ? qMax(RecordId(0), m_view.record.id) : idOf("organization");
    for (const Row &row : std::as_const(m_rows)) {
        if (row.field->type == FieldType::Reference && row.field->target != AssetKind::Organization)
            row.editor->setScope(organization);
        else if (row.field->list == OptionList::Model)
            row.editor->setScope(idOf("manufacturer"));
        else if (row.field->list == OptionList::Region)
            row.editor->setScope(idOf("country"));
    }
}

void RecordForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        colourNotes();
        for (Row &row : m_rows)
            showMark(row);
    }
    QWidget::changeEvent(event);
}

void RecordForm::colourNotes()
{
    for (Row &row : m_rows)
        setNote(row, row.note->text(), row.isProblem);
}

RecordForm::Row *RecordForm::find(const QString &field)
{
    const auto found =
        std::ranges::find_if(m_rows, [&field](const Row &row) { return row.field->name() == field; });
    return found == m_rows.end() ? nullptr : &*found;
}

} // namespace tandem
