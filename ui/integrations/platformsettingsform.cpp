// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/platformsettingsform.h"

#include "rules/fieldmap.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/integrations/settingpicker.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

bool PlatformSettingsForm::Row::isBlank() const
{
    if (check)
        return !check->isChecked();
    return text ? text->text().trimmed().isEmpty() : picker->choice().id.isEmpty();
}

PlatformSettingsForm::PlatformSettingsForm(Platform platform, QWidget *parent)
    : QGroupBox(parent)
    , m_platform(platform)
    , m_consequence(new NoticeLabel(this))
{
    setObjectName(u"platformSettingsForm"_s);
    setTitle(tr("For new records in %1").arg(platformTitle(platform)));
    m_consequence->setObjectName(u"platformSettingsNotice"_s);
    auto *column = new QVBoxLayout(this);
    // As low as the lists beside it, so that small screens need not scroll.
    column->setContentsMargins(9, 4, 9, 4);
    column->setSpacing(0);
    for (const PlatformSetting &setting : platformSettings(platform))
        addRow(setting);
    column->addStretch(1);
}

QWidget *PlatformSettingsForm::consequence() const
{
    return m_consequence;
}

void PlatformSettingsForm::addRow(const PlatformSetting &setting)
{
    Row row{.setting = setting};
    if (setting.kind == PlatformSetting::Kind::Switch) {
        addSwitch(row);
        return;
    }
    auto *caption = new QLabel(tr("%1:").arg(setting.label), this);
    caption->setTextFormat(Qt::PlainText);
    QWidget *editor = nullptr;
    if (setting.kind == PlatformSetting::Kind::Text) {
        row.text = new QLineEdit(this);
        row.text->setObjectName(widgetName(setting.key, u"Edit"_s));
        row.text->setAccessibleName(setting.label);
        editor = row.text;
        connect(row.text, &QLineEdit::textChanged, this, [this, key = setting.key] { takeEdit(key); });
    } else {
        row.picker = new SettingPicker(setting, this);
        editor = row.picker;
        connect(row.picker, &SettingPicker::edited, this, [this, key = setting.key] { takeEdit(key); });
        connect(row.picker, &SettingPicker::wanted, this, [this, key = setting.key](const QString &search) {
            find(key)->search = search;
            Q_EMIT choicesWanted(key, search);
        });
    }
    caption->setBuddy(editor);
    for (QWidget *each : {static_cast<QWidget *>(caption), editor})
        each->setToolTip(setting.help);
    editor->setAccessibleDescription(setting.help);
    editor->setMinimumHeight(editor->sizeHint().height());
    row.notice = new NoticeLabel(this);
    row.notice->setObjectName(widgetName(setting.key, u"Notice"_s));

    auto *column = static_cast<QVBoxLayout *>(layout());
    if (!m_rows.isEmpty())
        column->addSpacing(4);
    column->addWidget(caption);
    column->addWidget(editor);
    column->addWidget(row.notice);
    m_rows.append(row);
}

/** Says beside itself what it is for, so it needs no caption. */
void PlatformSettingsForm::addSwitch(Row row)
{
    row.check = new QCheckBox(row.setting.label, this);
    row.check->setObjectName(widgetName(row.setting.key, u"Check"_s));
    row.check->setToolTip(row.setting.help);
    row.check->setAccessibleDescription(row.setting.help);
    connect(row.check, &QCheckBox::toggled, this, [this, key = row.setting.key] { takeEdit(key); });
    row.notice = new NoticeLabel(this);
    row.notice->setObjectName(widgetName(row.setting.key, u"Notice"_s));
    auto *column = static_cast<QVBoxLayout *>(layout());
    if (!m_rows.isEmpty())
        column->addSpacing(4);
    column->addWidget(row.check);
    column->addWidget(row.notice);
    m_rows.append(row);
}

PlatformSettingsForm::Row *PlatformSettingsForm::find(const QString &key)
{
    const auto found = std::ranges::find_if(m_rows, [&](const Row &row) { return row.setting.key == key; });
    return found == m_rows.end() ? nullptr : &*found;
}

QWidget *PlatformSettingsForm::widgetOf(const QString &key) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const Row &row) { return row.setting.key == key; });
    if (found == m_rows.end())
        return nullptr;
    if (found->check)
        return found->check;
    return found->text ? static_cast<QWidget *>(found->text) : found->picker;
}

bool PlatformSettingsForm::isEmpty() const
{
    return m_rows.isEmpty();
}

void PlatformSettingsForm::setOptions(const QList<StoredOption> &options)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.setting.kind != PlatformSetting::Kind::Value)
            continue;
        QList<SettingChoice> choices;
        for (const StoredOption &option : options) {
            if (option.list == *row.setting.list && option.isActive)
                choices.append({.id = option.remoteId, .name = option.name});
        }
        row.picker->offer(choices);
    }
    showConsequences();
}

void PlatformSettingsForm::setSettings(const SyncSettings &settings)
{
    for (const Row &row : std::as_const(m_rows)) {
        const SettingChoice choice = settings.choice(row.setting.key);
        if (row.check)
            row.check->setChecked(settings.isOn(row.setting.key));
        else if (row.text)
            row.text->setText(choice.id);
        else
            row.picker->setChoice(choice);
    }
    showConsequences();
}

void PlatformSettingsForm::collect(SyncSettings *settings) const
{
    for (const Row &row : m_rows) {
        const SettingChoice stored = settings->choice(row.setting.key);
        if (row.check)
            settings->setOn(row.setting.key, row.check->isChecked());
        else if (row.text)
            settings->setText(row.setting.key, row.text->text());
        else if (row.picker->choice().id != stored.id) // the same choice stays as it was stored
            settings->setChoice(row.setting.key, row.picker->choice());
    }
}

QString PlatformSettingsForm::check()
{
    QString first;
    for (const Row &row : std::as_const(m_rows)) {
        const QString problem = row.picker ? row.picker->problem() : QString();
        if (problem.isEmpty())
            continue;
        row.notice->say(NoticeLabel::Kind::Error, problem);
        if (first.isEmpty())
            first = row.setting.key;
    }
    return first;
}

void PlatformSettingsForm::showProblem(const QString &key, const QString &text)
{
    if (const Row *row = find(key))
        row->notice->say(NoticeLabel::Kind::Error, text);
}

void PlatformSettingsForm::offer(const QString &key, const QString &search,
                                 const Result<QList<SettingChoice>> &found)
{
    const Row *row = find(key);
    if (!row || !row->picker || row->search != search)
        return;
    if (!found) {
        row->notice->say(
            NoticeLabel::Kind::Warning,
            tr("%1 could not be asked. %2").arg(platformTitle(m_platform), errorText(found.error())));
        return;
    }
    const QString before = row->picker->choice().id;
    row->picker->offer(*found);
    // What was typed before anything was offered may be a choice now.
    if (row->picker->choice().id != before)
        takeEdit(key);
}

void PlatformSettingsForm::takeEdit(const QString &key)
{
    find(key)->notice->clear();
    showConsequences();
    Q_EMIT edited();
}

/** What the PSA requires of new records, and is not chosen yet (rule C4c). */
void PlatformSettingsForm::showConsequences()
{
    const FieldMap *map = FieldMap::shipped(m_platform);
    QStringList missing;
    for (const Row &row : std::as_const(m_rows)) {
        const auto isIt = [&](const MappedSetting &each) { return each.setting == row.setting.key; };
        if (map && row.isBlank() && std::ranges::any_of(map->kind(AssetKind::Organization).settings, isIt))
            missing.append(row.setting.label);
    }
    if (missing.isEmpty())
        m_consequence->clear();
    else
        m_consequence->say(NoticeLabel::Kind::Info,
                           tr("New organizations wait for: %1.").arg(QLocale().createSeparatedList(missing)));
}

} // namespace tandem
