// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/pushallscopepage.h"

#include "store/recordreader.h"
#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/push/organizationchecks.h"
#include "ui/push/pushallsession.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/searchedit.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

PushAllScopePage::PushAllScopePage(PushAllSession &session, QWidget *parent)
    : QWizardPage(parent)
    , m_session(session)
    , m_search(new SearchEdit(this))
    , m_all(new QToolButton(this))
    , m_none(new QToolButton(this))
    , m_organizations(new OrganizationChecks(this))
    , m_list(new QListView(this))
    , m_count(new QLabel(this))
    , m_notice(new NoticeLabel(this))
{
    setObjectName(u"pushAllScopePage"_s);
    setTitle(tr("Choose What to Push"));
    setSubTitle(tr("What refers to something that you leave out here is held until that is in the PSA."));

    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(16);
    for (const AssetKind kind : allKinds) {
        QCheckBox *box = m_kinds[size_t(kind)] = new QCheckBox(kindTitlePlural(kind), this);
        box->setObjectName(kindName(kind) + "Check"_L1);
        box->setIcon(kindIcon(kind));
        box->setChecked(true);
        kinds->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &PushAllScopePage::showCount);
    }
    kinds->addStretch(1);

    m_search->setObjectName(u"scopeSearchEdit"_s);
    m_search->setPlaceholderText(tr("Search organizations…"));
    m_search->setAccessibleName(tr("Search organizations"));
    m_all->setObjectName(u"scopeAllButton"_s);
    m_all->setText(tr("&All"));
    m_all->setToolTip(tr("Ticks every organization that is shown"));
    m_all->setFocusPolicy(Qt::StrongFocus);
    m_none->setObjectName(u"scopeNoneButton"_s);
    m_none->setText(tr("&None"));
    m_none->setToolTip(tr("Takes the tick from every organization that is shown"));
    m_none->setFocusPolicy(Qt::StrongFocus);
    m_list->setObjectName(u"scopeOrganizations"_s);
    m_list->setAccessibleName(tr("Organizations"));
    m_list->setModel(m_organizations);
    m_list->setUniformItemSizes(true);
    m_count->setObjectName(u"scopeCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_notice->setObjectName(u"scopeNotice"_s);

    const auto heading = [this](const QString &text, QWidget *buddy) {
        auto *label = new QLabel(text, this);
        QFont bold = label->font();
        bold.setWeight(QFont::DemiBold);
        label->setFont(bold);
        label->setBuddy(buddy);
        return label;
    };
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_all);
    tools->addWidget(m_none);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(heading(tr("&Kinds"), m_kinds.front()));
    column->addLayout(kinds);
    column->addSpacing(8);
    column->addWidget(heading(tr("&Organizations"), m_list));
    column->addLayout(tools);
    column->addWidget(m_list, 1);
    column->addWidget(m_count);
    column->addWidget(m_notice);

    connect(m_search, &SearchEdit::searched, m_organizations, &OrganizationChecks::setSearch);
    connect(m_all, &QToolButton::clicked, m_organizations, [this] { m_organizations->tickShown(true); });
    connect(m_none, &QToolButton::clicked, m_organizations, [this] { m_organizations->tickShown(false); });
    connect(m_organizations, &OrganizationChecks::tickedChanged, this, &PushAllScopePage::showCount);
}

QString PushAllScopePage::settingsKey(const QString &name) const
{
    return u"pushAllWizard/%1/%2"_s.arg(QString::number(m_session.integration().id), name);
}

void PushAllScopePage::initializePage()
{
    if (!m_isLoaded)
        load();
}

void PushAllScopePage::load()
{
    const QSettings &settings = m_session.application().settings();
    if (settings.contains(settingsKey(u"kinds"_s))) {
        const QStringList kinds = settings.value(settingsKey(u"kinds"_s)).toStringList();
        for (const AssetKind kind : allKinds)
            m_kinds.at(size_t(kind))->setChecked(kinds.contains(kindName(kind)));
    }
    std::optional<QSet<RecordId>> ticked;
    if (settings.contains(settingsKey(u"organizations"_s))) {
        ticked.emplace();
        const QStringList ids = settings.value(settingsKey(u"organizations"_s)).toStringList();
        for (const QString &id : ids)
            ticked->insert(id.toLongLong());
    }
    whenDone(m_session.application().reader().counts(), this,
             [this, ticked](const Result<RecordCounts> &counts) {
                 if (!counts) {
                     m_notice->say(NoticeLabel::Kind::Error, errorText(counts.error()));
                     return;
                 }
                 m_isLoaded = true;
                 m_organizations->setOrganizations(counts->organizations, ticked);
                 if (m_organizations->rowCount() > 0)
                     m_list->setCurrentIndex(m_organizations->index(0));
             });
}

void PushAllScopePage::showCount()
{
    m_count->setText(tr("%1 of %Ln organization(s)", nullptr, shownCount(m_organizations->count()))
                         .arg(QLocale().toString(m_organizations->ticked().size())));
    const bool hasKind = std::ranges::any_of(m_kinds, [](const QCheckBox *box) { return box->isChecked(); });
    if (!hasKind)
        m_notice->say(NoticeLabel::Kind::Warning, tr("Tick at least one kind."));
    else if (m_isLoaded && m_organizations->count() == 0)
        m_notice->say(NoticeLabel::Kind::Info,
                      tr("There are no organizations yet, so there is nothing to push."));
    else if (m_isLoaded && m_organizations->ticked().isEmpty())
        m_notice->say(NoticeLabel::Kind::Warning, tr("Tick at least one organization."));
    else
        m_notice->clear();
    Q_EMIT completeChanged();
}

bool PushAllScopePage::isComplete() const
{
    return m_isLoaded && !m_organizations->ticked().isEmpty() && !chosen().kinds.isEmpty();
}

PushAllScope PushAllScopePage::chosen() const
{
    PushAllScope scope;
    for (const AssetKind kind : allKinds) {
        if (m_kinds.at(size_t(kind))->isChecked())
            scope.kinds += kind;
    }
    // All of them are whatever there is, also what comes later, and records without an organization.
    if (!m_organizations->areAllTicked()) {
        scope.organizations = m_organizations->ticked().values();
        std::ranges::sort(scope.organizations);
    }
    return scope;
}

bool PushAllScopePage::validatePage()
{
    if (!isComplete())
        return false;
    const PushAllScope scope = chosen();
    QStringList kinds;
    for (const AssetKind kind : scope.kinds)
        kinds += kindName(kind);
    QSettings &settings = m_session.application().settings();
    settings.setValue(settingsKey(u"kinds"_s), kinds);
    if (scope.organizations.isEmpty()) {
        settings.remove(settingsKey(u"organizations"_s));
    } else {
        QStringList ids;
        for (const RecordId id : scope.organizations)
            ids += QString::number(id);
        settings.setValue(settingsKey(u"organizations"_s), ids);
    }
    m_session.setScope(scope);
    return true;
}

} // namespace tandem
