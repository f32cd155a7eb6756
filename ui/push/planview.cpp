// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/push/planview.h"

#include "store/recordreader.h"
#include "ui/application.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/jobbar.h"
#include "ui/integrations/savefiledialog.h"
#include "ui/push/countbar.h"
#include "ui/push/pushallwords.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/searchedit.h"

#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** What a button of the count bar stands for; the first is all. */
struct Group {
    QString name;
    QString title;
    QIcon icon;
    QList<PlanOutcome> outcomes;
    QList<PlanResult> results;
};

QList<Group> groupsOf(PushAllModel::Mode mode)
{
    if (mode == PushAllModel::Mode::Preview) {
        const auto group = [](PlanOutcome outcome, const QString &title) {
            return Group{planOutcomeName(outcome), title, outcomeIcon(outcome), {outcome}, {}};
        };
        return {{u"all"_s, PlanView::tr("All"), {}, {}, {}},
                group(PlanOutcome::Create, PlanView::tr("Create")),
                group(PlanOutcome::Link, PlanView::tr("Link")),
                group(PlanOutcome::Update, PlanView::tr("Update")),
                group(PlanOutcome::Linked, PlanView::tr("Nothing to do")),
                group(PlanOutcome::Held, PlanView::tr("Held")),
                group(PlanOutcome::Decision, PlanView::tr("Needs a decision"))};
    }
    const auto group = [](PlanResult result) {
        return Group{planResultName(result), planResultTitle(result), resultIcon(result), {}, {result}};
    };
    return {{u"all"_s, PlanView::tr("All"), {}, {}, {}},
            group(PlanResult::Failed),
            group(PlanResult::Held),
            group(PlanResult::Undecided),
            group(PlanResult::Changed),
            {u"waiting"_s,
             PlanView::tr("Not done"),
             resultIcon(PlanResult::Open),
             {},
             {PlanResult::Open, PlanResult::Underway}},
            group(PlanResult::Created),
            group(PlanResult::Linked),
            group(PlanResult::Updated),
            group(PlanResult::Untouched)};
}

/** A name of an integration as part of a file's name. */
QString fileNameOf(const QString &name)
{
    static const QRegularExpression others(u"[^\\w-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return QString(name).replace(others, u"-"_s).toLower();
}

} // namespace

PlanView::PlanView(Application &application, const Integration &integration, PushAllModel::Mode mode,
                   const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_application(application)
    , m_integration(integration)
    , m_mode(mode)
    , m_model(new PushAllModel(application.reader(), integration.platform, mode, this))
    , m_counts(new CountBar(this))
    , m_kind(new QComboBox(this))
    , m_organization(new QComboBox(this))
    , m_search(new SearchEdit(this))
    , m_export(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_table(new RowTable(this))
    , m_count(new QLabel(this))
    , m_bar(new JobBar(this))
{
    setObjectName(name + "View"_L1);
    m_counts->setObjectName(name + "Counts"_L1);
    m_counts->setAccessibleName(mode == PushAllModel::Mode::Preview ? tr("What will happen")
                                                                    : tr("What happened"));
    m_kind->setObjectName(name + "KindCombo"_L1);
    m_organization->setObjectName(name + "OrganizationCombo"_L1);
    m_search->setObjectName(name + "SearchEdit"_L1);
    m_export->setObjectName(name + "ExportButton"_L1);
    m_open->setObjectName(name + "OpenButton"_L1);
    m_table->setObjectName(name + "Table"_L1);
    m_count->setObjectName(name + "RowCount"_L1);
    m_bar->setObjectName(name + "Bar"_L1);
    addFilters();
    makeTable();

    auto *filters = new QHBoxLayout;
    filters->setSpacing(8);
    filters->addWidget(m_kind);
    filters->addWidget(m_organization);
    filters->addWidget(m_search, 1);
    filters->addWidget(m_open);
    filters->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_counts);
    column->addLayout(filters);
    column->addWidget(m_bar);
    column->addWidget(m_table, 1);
    column->addWidget(m_count);
}

PlanView::~PlanView()
{
    m_exporting.cancel();
}

void PlanView::addFilters()
{
    int id = 0;
    for (const Group &group : groupsOf(m_mode))
        m_counts->add(id++, group.name, group.icon, group.title);
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("All kinds"));
    for (const AssetKind kind : allKinds)
        m_kind->addItem(kindIcon(kind), kindTitlePlural(kind), int(kind));
    m_organization->setAccessibleName(tr("Organization"));
    m_organization->addItem(tr("All organizations"));
    m_organization->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_organization->setMinimumContentsLength(20);
    m_search->setPlaceholderText(tr("Search records and organizations…"));
    m_search->setAccessibleName(tr("Search records and organizations"));
    m_export->setText(tr("E&xport…"));
    m_export->setIcon(actionIcon(u"export"_s));
    m_export->setToolTip(tr("Writes the rows that are shown to a CSV file"));
    m_export->setAutoDefault(false);
    m_open->setText(tr("&Open Record"));
    m_open->setToolTip(tr("Closes these windows and shows the record. Nothing here is lost."));
    m_open->setAutoDefault(false);
    m_open->setEnabled(false);
    m_count->setTextFormat(Qt::PlainText);

    connect(m_counts, &CountBar::chosenChanged, this, &PlanView::applyFilters);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PlanView::applyFilters);
    connect(m_organization, &QComboBox::currentIndexChanged, this, &PlanView::applyFilters);
    connect(m_search, &SearchEdit::searched, this, &PlanView::applyFilters);
    connect(m_export, &QPushButton::clicked, this, &PlanView::askExport);
    connect(m_open, &QPushButton::clicked, this, &PlanView::open);
    connect(m_bar, &JobBar::stopWanted, this, [this] { m_exporting.cancel(); });
}

void PlanView::makeTable()
{
    m_table->setAccessibleName(tr("Records"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *header = m_table->horizontalHeader();
    constexpr std::array widths{184, 112, 152, 168, 240};
    static_assert(widths.size() == PushAllModel::ColumnCount);
    for (int column = 0; column < PushAllModel::ColumnCount; ++column)
        header->resizeSection(column, widths.at(size_t(column)));
    header->setStretchLastSection(true);
    header->setSortIndicator(PushAllModel::KindColumn, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);

    const auto takeCurrent = [this] {
        m_open->setEnabled(current().has_value());
        Q_EMIT currentChanged();
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, takeCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, takeCurrent);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, takeCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this, takeCurrent](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_table->currentIndex().row();
                if (row >= first.row() && row <= last.row())
                    takeCurrent();
            });
    connect(m_table, &QTableView::activated, this, &PlanView::open);
    connect(m_model, &PushAllModel::loaded, this, &PlanView::showCount);
    connect(m_model, &PushAllModel::failed, this, [this](const Error &error) {
        m_bar->showResult(MessageBar::Tone::Error,
                          tr("The records cannot be read. %1").arg(errorText(error)));
    });
}

void PlanView::setPlan(qint64 plan)
{
    if (plan == m_plan) {
        refresh();
        return;
    }
    m_plan = plan;
    m_bar->clear();
    {
        const QSignalBlocker quietOrganization(m_organization);
        const QSignalBlocker quietCounts(m_counts);
        m_organization->setCurrentIndex(0);
        m_counts->choose(0);
    }
    applyFilters();
    askOrganizations();
}

void PlanView::setCounts(const PlanCountsByKind &counts)
{
    const PlanCounts sum = sumOf(counts);
    const QList<Group> groups = groupsOf(m_mode);
    for (int id = 0; id < groups.size(); ++id) {
        qint64 count = id == 0 ? sum.total() : 0;
        for (const PlanOutcome outcome : groups.at(id).outcomes)
            count += sum.of(outcome);
        for (const PlanResult result : groups.at(id).results)
            count += sum.of(result);
        m_counts->setCount(id, count);
    }
}

void PlanView::refresh()
{
    m_model->refresh();
}

void PlanView::clearCurrent()
{
    m_table->selectionModel()->clear();
    m_open->setEnabled(false);
    Q_EMIT currentChanged();
}

void PlanView::showFailed()
{
    const QList<Group> groups = groupsOf(m_mode);
    for (int id = 0; id < groups.size(); ++id) {
        if (groups.at(id).results == QList{PlanResult::Failed} && m_counts->count(id) > 0)
            m_counts->choose(id);
    }
}

std::optional<PlanRow> PlanView::current() const
{
    const QModelIndex index = m_table->currentIndex();
    const PlanRow *row = index.isValid() ? m_model->loadedRow(index.row()) : nullptr;
    return row ? std::optional(*row) : std::nullopt;
}

bool PlanView::isSettled() const
{
    return !m_model->isBusy();
}

void PlanView::applyFilters()
{
    const Group group = groupsOf(m_mode).value(m_counts->chosen());
    PlanQuery query = m_model->query();
    query.plan = m_plan;
    query.outcomes = group.outcomes;
    query.results = group.results;
    query.kind.reset();
    if (m_kind->currentIndex() > 0)
        query.kind = AssetKind(m_kind->currentData().toInt());
    query.organizationId.reset();
    if (m_organization->currentIndex() > 0)
        query.organizationId = m_organization->currentData().toLongLong();
    query.search = m_search->words();
    m_model->setQuery(query);
}

void PlanView::askOrganizations()
{
    if (m_plan == 0)
        return;
    whenDone(m_application.reader().planGroups({.plan = m_plan}), this,
             [this, plan = m_plan](const Result<QList<PlanGroup>> &groups) {
                 if (plan != m_plan || !groups)
                     return;
                 const QSignalBlocker quiet(m_organization);
                 while (m_organization->count() > 1)
                     m_organization->removeItem(m_organization->count() - 1);
                 for (const PlanGroup &group : *groups) {
                     if (group.organizationId != 0)
                         m_organization->addItem(
                             tr("%1 (%2)", "an organization and how many records it has")
                                 .arg(group.organizationName, QLocale().toString(group.counts.total())),
                             group.organizationId);
                 }
             });
}

void PlanView::showCount()
{
    m_count->setText(tr("%Ln record(s)", nullptr, m_model->rowCount()));
}

void PlanView::open()
{
    if (const std::optional<PlanRow> row = current())
        Q_EMIT recordActivated(row->recordId);
}

void PlanView::askExport()
{
    if (m_search->isWaiting())
        m_search->flush();
    const QString folder = m_application.settings()
                               .value("pushAllWizard/exportFolder"_L1,
                                      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                               .toString();
    const QString pattern =
        m_mode == PushAllModel::Mode::Preview ? u"%1-push-preview-%2.csv"_s : u"%1-push-results-%2.csv"_s;
    const QString name =
        pattern.arg(fileNameOf(m_integration.name), QDate::currentDate().toString(Qt::ISODate));
    SaveFileDialog::ask(
        this,
        {.title = m_mode == PushAllModel::Mode::Preview ? tr("Export the Preview") : tr("Export the Results"),
         .path = QDir(folder).filePath(name),
         .filters = {tr("CSV table (*.csv)")}},
        [this](const QString &path) { exportTo(path); });
}

void PlanView::exportTo(const QString &path)
{
    m_application.settings().setValue("pushAllWizard/exportFolder"_L1, QFileInfo(path).absolutePath());
    const QString shown = QDir::toNativeSeparators(path);
    m_bar->showRunning(tr("Writing to %1…").arg(shown));
    m_export->setEnabled(false);
    m_exporting = m_application.reader().exportPlan(m_model->query(), path);
    auto *watcher = new QFutureWatcher<Result<qint64>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path, shown] {
        watcher->deleteLater();
        m_export->setEnabled(true);
        // A future that was cancelled has no result.
        if (watcher->future().resultCount() == 0) {
            m_bar->showResult(MessageBar::Tone::Information, tr("Stopped. Nothing was written."));
            return;
        }
        const Result<qint64> written = watcher->result();
        if (written)
            m_bar->showResult(
                MessageBar::Tone::Information,
                tr("%Ln record(s) are written to %1.", nullptr, shownCount(*written)).arg(shown), path);
        else
            m_bar->showResult(MessageBar::Tone::Error, errorText(written.error()));
    });
    watcher->setFuture(m_exporting);
}

} // namespace tandem
