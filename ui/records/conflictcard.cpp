// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/conflictcard.h"

#include "core/field.h"
#include "ui/records/fieldeditor.h"
#include "ui/widgets/valuebox.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostBaseLines = 4;
constexpr int mostValueLines = 12;

/** As a text edit counts: a line break is one character. */
QString unified(QString text)
{
    return text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
}

QString whenText(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    return local.date() == QDate::currentDate() ? QLocale().toString(local.time(), QLocale::ShortFormat)
                                                : QLocale().toString(local, QLocale::ShortFormat);
}

QString changedText(const QDateTime &at, const QString &by)
{
    if (at.isValid() && !by.isEmpty())
        return ConflictCard::tr("changed %1 by %2", "when, who").arg(whenText(at), by);
    if (at.isValid())
        return ConflictCard::tr("changed %1", "when").arg(whenText(at));
    return by.isEmpty() ? ConflictCard::tr("changed") : ConflictCard::tr("changed by %1").arg(by);
}

bool isText(const FieldDescription &field)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Emails:
    case FieldType::Phones:
        return true;
    case FieldType::Date:
    case FieldType::Boolean:
    case FieldType::Reference:
    case FieldType::Option:
        break;
    }
    return false;
}

QLabel *makeQuiet(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

ConflictCard::ConflictCard(const Conflict &conflict, QWidget *parent)
    : QFrame(parent)
    , m_conflict(conflict)
    , m_choices(new QButtonGroup(this))
    , m_grid(new QGridLayout(this))
{
    const FieldDescription *field = findField(conflict.kind, conflict.field);
    const QString label = field ? field->labelText() : conflict.field;
    setObjectName(camelCase(conflict.field) + u"Conflict"_s);
    setAccessibleName(label);
    setFrameShape(QFrame::StyledPanel);

    auto *title = new QLabel(label, this);
    title->setTextFormat(Qt::PlainText);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *base = new ValueBox(mostBaseLines, this);
    base->setObjectName(u"baseValue"_s);
    base->setAccessibleName(tr("Before both changes"));
    base->setFrameShape(QFrame::NoFrame);
    base->viewport()->setAutoFillBackground(false);
    base->setValue(unified(conflict.baseText));

    const QString remote = unified(conflict.remoteText);
    const QString local = unified(conflict.localText);
    const TextDifference difference = differenceOf(remote, local);
    auto *remoteBox = new ValueBox(mostValueLines, this);
    remoteBox->setObjectName(u"psaValue"_s);
    remoteBox->setValue(remote, difference.left);
    auto *localBox = new ValueBox(mostValueLines, this);
    localBox->setObjectName(u"tandemValue"_s);
    localBox->setValue(local, difference.right);

    m_grid->setContentsMargins(12, 8, 12, 12);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(title, 0, 0, 1, 2);
    m_grid->addWidget(makeQuiet(tr("Before both changes:"), this), 1, 0, 1, 2);
    m_grid->addWidget(base, 2, 0, 1, 2);
    addSide(0, ConflictChoice::Psa, platformTitle(conflict.platform), remote,
            changedText(conflict.remoteAt, conflict.remoteBy), remoteBox);
    addSide(1, ConflictChoice::Tandem, tr("Tandem"), local, changedText(conflict.localAt, conflict.localBy),
            localBox);
    if (const QString both = keepBothText(); !both.isEmpty()) {
        QRadioButton *radio = makeRadio(ConflictChoice::Both, both);
        m_grid->addWidget(radio, 6, 0, 1, 2);
    }
    choose(ConflictChoice::Psa);
}

void ConflictCard::addSide(int column, ConflictChoice choice, const QString &name, const QString &text,
                           const QString &who, ValueBox *box)
{
    QRadioButton *radio = makeRadio(choice, name);
    radio->setAccessibleDescription(
        tr("%1, %2", "value, when it was changed").arg(text.isEmpty() ? tr("(blank)") : text, who));
    box->setAccessibleName(name);
    connect(box, &ValueBox::clicked, radio, &QAbstractButton::click);
    m_grid->addWidget(radio, 3, column);
    m_grid->addWidget(makeQuiet(who, this), 4, column);
    m_grid->addWidget(box, 5, column);
}

QRadioButton *ConflictCard::makeRadio(ConflictChoice choice, const QString &text)
{
    auto *radio = new QRadioButton(QString(text).replace(u'&', "&&"_L1), this);
    switch (choice) {
    case ConflictChoice::Psa:
        radio->setObjectName(u"choosePsa"_s);
        break;
    case ConflictChoice::Tandem:
        radio->setObjectName(u"chooseTandem"_s);
        break;
    case ConflictChoice::Both:
        radio->setObjectName(u"chooseBoth"_s);
        break;
    }
    m_choices->addButton(radio, int(choice));
    return radio;
}

/** Empty where nothing could be added to the notes. */
QString ConflictCard::keepBothText() const
{
    const QString notes = m_conflict.kind == AssetKind::Organization ? u"quick_notes"_s : u"notes"_s;
    const FieldDescription *notesField = findField(m_conflict.kind, notes);
    const FieldDescription *field = findField(m_conflict.kind, m_conflict.field);
    if (!field || !notesField || !isText(*field) || m_conflict.localText.isEmpty())
        return {};
    if (field == notesField)
        return tr("Keep both texts, one after the other");
    return tr("Keep the value of %1, and add Tandem's to %2", "PSA, the field for notes")
        .arg(platformTitle(m_conflict.platform), notesField->labelText());
}

const Conflict &ConflictCard::conflict() const
{
    return m_conflict;
}

ConflictChoice ConflictCard::choice() const
{
    return ConflictChoice(m_choices->checkedId());
}

void ConflictCard::choose(ConflictChoice choice)
{
    if (QAbstractButton *radio = m_choices->button(int(choice)))
        radio->setChecked(true);
}

} // namespace tandem
