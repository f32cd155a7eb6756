// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/csvmappingpage.h"

#include "ui/application.h"
#include "ui/import/importsession.h"
#include "ui/widgets/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** A box for each column takes room; what lies further right is not imported. */
constexpr qsizetype mostColumns = 300;
constexpr qsizetype shownLetters = 80;
enum Column { NameColumn, ExampleColumn, TargetColumn };

} // namespace

CsvMappingPage::CsvMappingPage(ImportSession &session, QWidget *parent)
    : QWizardPage(parent)
    , m_session(session)
    , m_profiles(session.application().settings())
    , m_kind(new QComboBox(this))
    , m_profile(new QComboBox(this))
    , m_columns(new QTableWidget(0, 3, this))
    , m_onMatch(new QComboBox(this))
    , m_dates(new QComboBox(this))
    , m_createsNew(new QCheckBox(tr("Create records that are not here &yet"), this))
    , m_blankErases(new QCheckBox(tr("An empty cell &erases what the record holds"), this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"csvMappingPage"_s);
    setTitle(tr("Columns"));
    setSubTitle(tr("Say what each column is. Columns that are left out change nothing."));
    m_kind->setObjectName(u"importKind"_s);
    for (const AssetKind kind : allKinds)
        m_kind->addItem(kindIcon(kind), kindTitlePlural(kind), int(kind));
    m_profile->setObjectName(u"importProfile"_s);
    m_profile->setEditable(true);
    m_profile->setInsertPolicy(QComboBox::NoInsert);
    m_profile->setMinimumWidth(200);
    m_profile->lineEdit()->setPlaceholderText(tr("Name to save these choices under"));
    m_columns->setObjectName(u"importColumns"_s);
    m_columns->setAccessibleName(tr("Columns of the file"));
    m_columns->setHorizontalHeaderLabels({tr("Column"), tr("Example"), tr("Becomes")});
    m_columns->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_columns->setSelectionMode(QAbstractItemView::NoSelection);
    m_columns->verticalHeader()->hide();
    m_columns->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_onMatch->setObjectName(u"importOnMatch"_s);
    m_onMatch->addItem(tr("Update it"), int(OnMatch::Update));
    m_onMatch->addItem(tr("Skip the row"), int(OnMatch::Skip));
    m_onMatch->addItem(tr("Create a second one"), int(OnMatch::Create));
    m_dates->setObjectName(u"importDates"_s);
    m_dates->addItem(tr("As in 2026-01-31 or 31.01.2026"), int(DateOrder::Unknown));
    m_dates->addItem(tr("31/01/2026: the day comes first"), int(DateOrder::DayFirst));
    m_dates->addItem(tr("01/31/2026: the month comes first"), int(DateOrder::MonthFirst));
    m_createsNew->setObjectName(u"importCreatesNew"_s);
    m_blankErases->setObjectName(u"importBlankErases"_s);
    m_problem->setObjectName(u"importMappingProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *save = new QPushButton(tr("&Save"), this);
    save->setObjectName(u"importSaveProfile"_s);
    save->setAutoDefault(false);
    save->setToolTip(
        tr("Keeps these choices under this name; they are taken for the next file with the same columns"));
    auto *remove = new QPushButton(tr("&Delete"), this);
    remove->setObjectName(u"importDeleteProfile"_s);
    remove->setAutoDefault(false);

    auto *head = new QHBoxLayout;
    const auto addBox = [&](const QString &text, QComboBox *box) {
        auto *label = new QLabel(text, this);
        label->setBuddy(box);
        head->addWidget(label);
        head->addWidget(box);
    };
    addBox(tr("&Kind:"), m_kind);
    head->addSpacing(16);
    addBox(tr("&Profile:"), m_profile);
    head->addWidget(save);
    head->addWidget(remove);
    head->addStretch(1);
    auto *form = new QFormLayout;
    form->addRow(tr("A record that is here &already:"), m_onMatch);
    form->addRow(tr("Da&tes:"), m_dates);
    auto *checks = new QVBoxLayout;
    checks->addWidget(m_createsNew);
    checks->addWidget(m_blankErases);
    auto *choices = new QHBoxLayout;
    choices->addLayout(form);
    choices->addSpacing(24);
    choices->addLayout(checks);
    choices->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_columns, 1);
    column->addLayout(choices);
    column->addWidget(m_problem);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &CsvMappingPage::takeKind);
    connect(m_profile, &QComboBox::activated, this, &CsvMappingPage::takeProfile);
    connect(save, &QPushButton::clicked, this, &CsvMappingPage::saveProfile);
    connect(remove, &QPushButton::clicked, this, [this] {
        m_profiles.remove(m_profile->currentText());
        showProfiles({});
    });
    for (QComboBox *box : {m_onMatch, m_dates})
        connect(box, &QComboBox::currentIndexChanged, this, &CsvMappingPage::takeMapping);
    for (QCheckBox *box : {m_createsNew, m_blankErases})
        connect(box, &QCheckBox::toggled, this, &CsvMappingPage::takeMapping);
}

void CsvMappingPage::initializePage()
{
    const QStringList columns = m_session.columns();
    if (columns == m_shownColumns)
        return;
    m_shownColumns = columns;
    const QString profile = m_profiles.matching(columns);
    showProfiles(profile);
    if (!profile.isEmpty())
        takeProfile();
    else
        showMapping(suggestCsvMapping(suggestCsvKind(columns), columns));
}

void CsvMappingPage::showProfiles(const QString &current)
{
    m_profile->clear();
    m_profile->addItems(m_profiles.names());
    m_profile->setCurrentIndex(m_profile->findText(current));
    if (current.isEmpty())
        m_profile->clearEditText();
}

void CsvMappingPage::takeProfile()
{
    const QJsonObject saved = m_profiles.load(m_profile->currentText());
    const AssetKind kind = kindFromName(saved.value("kind"_L1).toString()).value_or(AssetKind::Organization);
    // The file is read as the first page says.
    CsvFormat format = m_session.source().format;
    const Result<CsvMapping> mapping = csvMappingFromJson(saved, kind, m_session.columns(), format);
    if (mapping)
        showMapping(*mapping);
}

void CsvMappingPage::saveProfile()
{
    const QString name = m_profile->currentText().trimmed();
    if (name.isEmpty()) {
        m_profile->setFocus();
        return;
    }
    m_profiles.save(name, csvMappingToJson(m_session.source().mapping, m_session.source().format));
    showProfiles(name);
}

void CsvMappingPage::takeKind()
{
    if (!m_isShowing)
        showMapping(suggestCsvMapping(AssetKind(m_kind->currentData().toInt()), m_session.columns()));
}

void CsvMappingPage::showMapping(const CsvMapping &mapping)
{
    m_isShowing = true;
    m_kind->setCurrentIndex(m_kind->findData(int(mapping.kind)));
    m_onMatch->setCurrentIndex(m_onMatch->findData(int(mapping.onMatch)));
    m_dates->setCurrentIndex(m_dates->findData(int(mapping.dateOrder)));
    m_createsNew->setChecked(mapping.createsNew);
    m_blankErases->setChecked(mapping.blankErases);
    const QList<CsvTarget> targets = csvTargets(mapping.kind);
    const QList<CsvRow> &rows = m_session.firstRows();
    const qsizetype example = m_session.source().format.hasHeader ? 1 : 0;
    const int count = int(std::min(mapping.columns.size(), mostColumns));
    m_columns->setRowCount(count);
    for (int row = 0; row < count; ++row) {
        const QString cell =
            rows.size() > example ? rows.at(example).cells.value(row).left(shownLetters) : QString();
        m_columns->setItem(row, NameColumn, new QTableWidgetItem(mapping.columns.at(row)));
        m_columns->setItem(row, ExampleColumn, new QTableWidgetItem(cell));
        auto *box = new QComboBox(m_columns);
        box->setAccessibleName(tr("%1 becomes").arg(mapping.columns.at(row)));
        box->addItem(tr("(left out)"), QString());
        for (const CsvTarget &target : targets)
            box->addItem(target.isRequired ? tr("%1 *").arg(target.title) : target.title, target.id);
        // Of a profile with a label of its own.
        if (box->findData(mapping.targets.at(row)) < 0)
            box->addItem(mapping.targets.at(row), mapping.targets.at(row));
        box->setCurrentIndex(box->findData(mapping.targets.at(row)));
        connect(box, &QComboBox::currentIndexChanged, this, &CsvMappingPage::takeMapping);
        m_columns->setCellWidget(row, TargetColumn, box);
    }
    m_isShowing = false;
    m_session.setMapping(mapping);
    takeMapping();
}

void CsvMappingPage::takeMapping()
{
    if (m_isShowing)
        return;
    CsvMapping mapping = m_session.source().mapping;
    mapping.targets.clear();
    for (int row = 0; row < m_columns->rowCount(); ++row)
        mapping.targets.append(
            qobject_cast<QComboBox *>(m_columns->cellWidget(row, TargetColumn))->currentData().toString());
    mapping.targets.resize(mapping.columns.size());
    mapping.onMatch = OnMatch(m_onMatch->currentData().toInt());
    mapping.dateOrder = DateOrder(m_dates->currentData().toInt());
    mapping.createsNew = m_createsNew->isChecked();
    mapping.blankErases = m_blankErases->isChecked();
    m_session.setMapping(mapping);
    showProblem();
    Q_EMIT completeChanged();
}

void CsvMappingPage::showProblem()
{
    const CsvMapping &mapping = m_session.source().mapping;
    QString text = mapping.problem();
    const QStringList missing = mapping.missingRequired();
    if (text.isEmpty() && !missing.isEmpty() && mapping.createsNew) {
        text = tr("A new record needs %1, and no column gives it: only records that are here already can be "
                  "updated.")
                   .arg(QLocale().createSeparatedList(missing));
    }
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

bool CsvMappingPage::isComplete() const
{
    return m_session.source().mapping.problem().isEmpty();
}

} // namespace tandem
